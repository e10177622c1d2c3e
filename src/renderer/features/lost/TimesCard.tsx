import { Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Select } from '../../ui/Select.tsx';
import { shortText } from './lost-words.ts';
import type { LostDesk } from './use-lost-desk.ts';

type Step = OperationValue<'lost.times'>['steps'][number];
const NUMBERS = ['2', '3', '4', '5', '7', '10', '15', '20'] as const;
const LISTED = 12;

function stepWords({ tooFew, reached, n, medianSeconds, low, high, longestSeconds }: Step, voice: ChartVoice): { readonly main: string; readonly beside: string } {
  const counted = voice.text('lost.times.reached', { reached: voice.count(reached), n: voice.count(n) });
  if (tooFew) return { main: counted, beside: '' };
  if (medianSeconds === null) return { main: counted, beside: longestSeconds === null ? '' : voice.text('lost.times.notReached', { longest: voice.duration(longestSeconds) }) };
  const edge = (seconds: number | null): string => (seconds === null ? voice.text('lost.times.open') : voice.duration(seconds));
  return { main: voice.text('lost.times.median', { duration: voice.duration(medianSeconds) }), beside: `${voice.text('lost.times.interval', { low: edge(low), high: edge(high) })} · ${counted}` };
}

/** From the n-th independent person to reply, entry, change and word back: an estimate where there are enough, else the dates. */
export function TimesCard({ desk }: { readonly desk: LostDesk }) {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const scope = useScope();
  const { readOnly } = useProject();
  const { openMetric, openMessages } = useSidePanel();
  const state = useOperation('lost.times', scope);
  return (
    <Answer state={state} shape="lines" rows={5}>
      {({ requesters, demands, leastDemands, unseen, steps, list }) => (
        <Card
          title={t('times.title')}
          subtitle={voice.text('lost.times.subtitle', { count: demands, requesters: voice.count(requesters) })}
          actions={
            <Select
              size="small"
              label={t('times.requesters')}
              value={String(requesters)}
              isDisabled={readOnly}
              options={[...new Set([...NUMBERS, String(requesters)])].map((value) => ({ value, label: t('times.people', { n: value }) }))}
              onChange={(value) => void desk.decide('lost.setRequesters', { requesters: Number(value) }, t('saved'))}
            />
          }
          foot={<Button size="small" variant="plain" icon={<Info size={14} aria-hidden="true" />} onPress={() => openMetric('demand-times')}>{t('definitions.times')}</Button>}
        >
          {demands === 0 ? <p className="quiet-text">{t('times.none', { requesters: voice.count(requesters) })}</p> : (
            <>
              <ol className="lost-journey">
                {steps.map((step) => {
                  const { main, beside } = stepWords(step, voice);
                  return (
                    <li key={step.step}>
                      <span className="quiet-text">{t(`times.step.${step.step}`)}</span>
                      <strong>{main}</strong>
                      <span className="quiet-text">{beside}</span>
                    </li>
                  );
                })}
              </ol>
              {demands < leastDemands && <p className="quiet-text">{t('times.few', { least: voice.count(leastDemands) })}</p>}
              {unseen > 0 && <p className="quiet-text">{voice.text('lost.times.unseen', { count: unseen })}</p>}
              <DataTable
                dense
                caption={t('times.list')}
                rows={list.slice(0, LISTED)}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'what', label: t('times.what'), cell: ({ text, typicalId }) => <Button size="small" variant="plain" className="lost-number lost-wrap" onPress={() => openMessages({ messageIds: [typicalId] })}>{shortText(text, voice)}</Button> },
                  { key: 'requesters', label: t('times.requesters'), align: 'end', cell: (row) => voice.count(row.requesters) },
                  { key: 'from', label: t('times.from'), cell: ({ fromMs }) => voice.date(fromMs) },
                  ...(['replyMs', 'collectedMs', 'doneMs', 'toldBackMs'] as const).map((key) => ({
                    key, label: t(`times.step.${({ replyMs: 'reply', collectedMs: 'collected', doneMs: 'done', toldBackMs: 'told-back' } as const)[key]}`),
                    cell: (row: (typeof list)[number]) => { const atMs = row[key]; return atMs === null ? <span className="quiet-text">{t('times.never')}</span> : voice.date(atMs); },
                  })),
                ]}
              />
            </>
          )}
        </Card>
      )}
    </Answer>
  );
}
