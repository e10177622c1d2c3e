import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Segmented } from '../../ui/Segmented.tsx';

type Warnings = OperationValue<'strategy.warnings'>;
type Series = Warnings['series'][number];

const WAYS = ['intent', 'topic'] as const;

/** Bursts and early warnings for each kind of request, or each question that recurs, with what such a warning is worth. */
export function WarningsCard() {
  const scope = useScope();
  const [by, setBy] = useParameter<(typeof WAYS)[number]>('warn', { initial: 'intent', allowed: WAYS });
  const state = useOperation('strategy.warnings', { ...scope, by });
  return <Answer state={state} shape="lines" rows={5}>{(value) => <WarningsTable value={value} onBy={setBy} />}</Answer>;
}

function seriesName({ key, label }: Pick<Series, 'key' | 'label'>, voice: ChartVoice): string {
  return label === '' ? voice.text(`codes.intent.${key}`) : label;
}

function WarningsTable({ value, onBy }: { readonly value: Warnings; readonly onBy: (by: Warnings['by']) => void }) {
  const { t } = useTranslation('ladder');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric, openMessages } = useSidePanel();
  const { series, looked, falseAlarmsAYear, least, n, by } = value;
  const told = series.filter(({ tooFew }) => !tooFew);
  const standing = told.filter((one) => one.standing !== null);
  const title = told.length === 0 ? t('warnings.few') : standing.length === 0 ? t('warnings.title_zero') : voice.text('ladder.warnings.title', { count: standing.length, names: voice.list(standing.slice(0, 3).map((one) => seriesName(one, voice))) });
  const open = (name: string, messageIds: readonly number[]): void => openMessages({ messageIds: [...messageIds] }, { title: name, count: messageIds.length });
  return (
    <Card
      className="warnings-card"
      title={title}
      subtitle={voice.text('ladder.warnings.subtitle', { count: n, looked: voice.count(looked), days: voice.count(least.days), least: voice.count(least.messages) })}
      actions={<Segmented label={t('warnings.by')} value={by} options={WAYS.map((way) => ({ value: way, label: t(`warnings.bys.${way}`) }))} onChange={onBy} />}
      foot={<Button variant="plain" size="small" aria-label={`${charts('frame.definition')}: ${t('warnings.caption')}`} onPress={() => openMetric('group-warning')}>{charts('frame.definition')}</Button>}
    >
      {told.length === 0 ? <p className="quiet-text">{by === 'topic' && series.length === 0 ? t('warnings.none') : t('warnings.few')}</p> : (
        <div className="table-scroll">
          <DataTable
            dense
            caption={t('warnings.caption')}
            rows={told}
            rowKey={({ key }) => key}
            columns={[
              { key: 'series', label: t('warnings.series'), cell: (one) => seriesName(one, voice) },
              { key: 'n', label: t('warnings.n'), align: 'end', cell: (one) => <SeriesCount name={seriesName(one, voice)} n={one.n} shown={one.messageIds.length} onOpen={() => open(seriesName(one, voice), one.messageIds)} /> },
              { key: 'bursts', label: t('warnings.bursts'), cell: ({ bursts, unwarned }) => <>{bursts.length === 0 ? t('warnings.burstsOf_zero') : voice.text('ladder.warnings.burstsOf', { count: bursts.length })}{unwarned > 0 && <span className="ladder-paper">{voice.text('ladder.warnings.unwarned', { count: unwarned })}</span>}</> },
              { key: 'warned', label: t('warnings.warned'), cell: ({ precision }) => (precision.n === 0 ? t('warnings.noWarning') : t('warnings.precision', { k: voice.count(precision.k), n: voice.count(precision.n) })) },
              { key: 'lead', label: t('warnings.lead'), cell: ({ medianLeadDays }) => (medianLeadDays === null ? t('warnings.leadNone') : voice.text('ladder.warnings.leadOf', { count: medianLeadDays, n: voice.number(medianLeadDays) })) },
              { key: 'false', label: t('warnings.falseAlarms'), cell: ({ falseAlarms }) => (falseAlarms === null ? t('warnings.few') : t('warnings.rate', { rate: voice.number(falseAlarms.aYear), low: voice.number(falseAlarms.low), high: voice.number(falseAlarms.high) })) },
              { key: 'now', label: t('warnings.standing'), cell: (one) => (one.standing === null ? t('warnings.calm') : <Button variant="plain" size="small" aria-label={`${t('warnings.since', { date: voice.date(one.standing.atMs) })}: ${t('warnings.openNow', { series: seriesName(one, voice), n: voice.count(one.standing.messageIds.length) })}`} onPress={() => open(seriesName(one, voice), one.standing?.messageIds ?? [])}>{t('warnings.since', { date: voice.date(one.standing.atMs) })}</Button>) },
            ]}
          />
        </div>
      )}
      {told.length > 0 && falseAlarmsAYear !== null && <p className="chart-note">{t('warnings.chance', { looked: voice.count(looked), rate: voice.number(falseAlarmsAYear) })}</p>}
      {told.length > 0 && series.length > told.length && <p className="chart-note">{t('warnings.short', { n: voice.count(series.length - told.length) })}</p>}
    </Card>
  );
}

/** How many requests a series has; where they are more than can be listed, the newest of them open. */
function SeriesCount({ name, n, shown, onOpen }: { readonly name: string; readonly n: number; readonly shown: number; readonly onOpen: () => void }) {
  const { t } = useTranslation('ladder');
  const voice = useChartVoice();
  const isWhole = n === shown;
  return (
    <>
      {!isWhole && <span>{voice.count(n)} </span>}
      <Button variant="plain" size="small" aria-label={t(isWhole ? 'warnings.open' : 'warnings.openNewest', { series: name, n: voice.count(shown) })} onPress={onOpen}>{isWhole ? voice.count(n) : t('warnings.newest', { n: voice.count(shown) })}</Button>
    </>
  );
}
