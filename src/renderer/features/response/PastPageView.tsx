import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { dayOf, dayStart } from '../../../domain/model/local-days.ts';
import { Slider } from '../../ui/Slider.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { PastPageWeeksCard } from './PastPageWeeksCard.tsx';
import { ShownPageCard } from './ShownPageCard.tsx';
import './past-page.css';

const DAY_MS = 86_400_000;
type Page = OperationValue<'response.pastPage'>;

/** The first page as a visitor saw it on a day that is chosen, place by place, and open criticism on it over the weeks. */
export function PastPageView() {
  const { clock: _clock, ...scope } = useScope();
  const [atMs, setAt] = useState<number | null>(null);
  const [place, setPlace] = useState<{ readonly container: string; readonly network: string } | null>(null);
  const asked = useDeferredValue(atMs);
  const state = useOperation('response.pastPage', { ...scope, ...(asked === null ? {} : { atMs: asked }), ...(place ?? {}) });
  return (
    <Answer state={state} shape="lines" rows={8}>
      {(value) => (
        <>
          <DayCard value={value} atMs={atMs ?? value.atMs} onDay={setAt} onPlace={setPlace} />
          {value.page !== null && value.atMs !== null && <ShownPageCard page={value.page} atMs={value.atMs} />}
          <PastPageWeeksCard />
        </>
      )}
    </Answer>
  );
}

interface DayCardProps {
  readonly value: Page;
  readonly atMs: number | null;
  readonly onDay: (atMs: number) => void;
  readonly onPlace: (place: { readonly container: string; readonly network: string }) => void;
}

function DayCard({ value, atMs, onDay, onPlace }: DayCardProps) {
  const { t } = useTranslation('pastPage');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const { fromMs, toMs, most, places } = value;
  const { timeZone } = useProject();
  const open = places.reduce((sum, one) => sum + (one.open ?? 0), 0);
  const foot = <Button variant="plain" size="small" onPress={() => openMetric('past-page')}>{charts('frame.definition')}</Button>;
  if (fromMs === null || toMs === null || atMs === null) return <Card title={t('empty')} subtitle={t('subtitle')} foot={foot} />;
  const days = Math.max(0, Math.floor((toMs - fromMs) / DAY_MS));
  const day = Math.min(days, Math.max(0, days - Math.round((toMs - atMs) / DAY_MS)));
  return (
    <Card title={voice.text('pastPage.title', { count: open, date: voice.date(value.atMs ?? atMs), most: voice.count(most) })} subtitle={t('subtitle')} foot={foot}>
      <div className="past-page-day">
        <Slider label={t('slider')} value={day} min={0} max={days} valueText={voice.date(atMs)} ends={[voice.date(fromMs), voice.date(toMs)]} onChange={(next) => onDay(toMs - (days - next) * DAY_MS)} />
        <DateField label={t('day')} value={dayOf(atMs, timeZone)} onChange={(typed) => { const endMs = dayStart(typed, timeZone, 1); if (endMs !== null) onDay(Math.min(toMs, endMs - 1)); }} />
      </div>
      <DataTable
        dense
        caption={t('column.container')}
        rows={places}
        rowKey={({ network, container }) => `${network} ${container}`}
        columns={[
          { key: 'container', label: t('column.container'), cell: ({ container, network }) => <Button variant="plain" size="small" className="page-link" onPress={() => onPlace({ container, network })}>{`${container} · ${voice.network(network)}`}</Button> },
          { key: 'open', label: t('column.open'), align: 'end', cell: ({ open: count }) => (count === null ? <span className="too-few">{t('unknown')}</span> : voice.count(count)) },
          { key: 'oldest', label: t('column.oldest'), align: 'end', cell: ({ oldestSeconds }) => (oldestSeconds === null ? '–' : voice.duration(oldestSeconds)) },
          { key: 'own', label: t('column.own'), align: 'end', cell: ({ own }) => voice.count(own) },
          { key: 'items', label: t('column.items'), align: 'end', cell: ({ items, itemsInAll }) => t('of', { n: voice.count(items), total: voice.count(itemsInAll) }) },
          { key: 'hidden', label: t('column.hidden'), align: 'end', cell: ({ hidden, undated }) => voice.count(hidden + undated) },
        ]}
      />
    </Card>
  );
}
