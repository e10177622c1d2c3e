import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { BurstDays, burstTable, type Bursts } from './BurstDays.tsx';

const DAY_MS = 86_400_000;

/** Bursts of criticism on the strip of a year, with what was done in each and the warning there could have been. */
export function CrisisCard() {
  const scope = useScope();
  const state = useOperation('strategy.bursts', scope);
  return <Answer state={state} shape="chart">{(value) => <BurstsCard value={value} />}</Answer>;
}

function BurstsCard({ value }: { readonly value: Bursts }) {
  const { t } = useTranslation('ladder');
  const voice = useChartVoice();
  const { go } = useLocation();
  const { openMetric, openMessages } = useSidePanel();
  const { bursts, warnings, precision, n, days, leftOut, stray, tooFew } = value;
  const count = bursts.filter(({ kind }) => kind === 'burst').length;
  const rows = bursts.map((burst, number) => ({ ...burst, number, warning: warnings.find((warning) => warning.burst === number) ?? null })).reverse();
  return (
    <ChartFrame
      title={tooFew ? t('crisis.few') : count === 0 ? t('crisis.title_zero') : voice.text('ladder.crisis.title', { count })}
      subtitle={voice.text('ladder.crisis.subtitle', { count: n, days: voice.count(days), left: voice.count(leftOut) })}
      onDefinition={() => openMetric('bursts')}
      table={burstTable(value, voice)}
      controls={<Button size="small" isDisabled={n === 0} onPress={() => go({ path: ['drill'] })}>{t('crisis.drill')}</Button>}
      notes={
        <>
          {rows.length > 0 && (
            <DataTable
              dense
              caption={t('crisis.caption')}
              rows={rows}
              rowKey={({ number }) => String(number)}
              columns={[
                { key: 'when', label: t('crisis.when'), cell: ({ startMs, endMs, kind, atEdge }) => <>{endMs - startMs <= 1.1 * DAY_MS ? voice.date(startMs) : t('crisis.period', { from: voice.date(startMs), to: voice.date(endMs - 1) })}{kind === 'level' && <span className="ladder-paper">{t('crisis.level')}</span>}{atEdge && <span className="ladder-paper">{t('crisis.edge')}</span>}</> },
                { key: 'peak', label: t('crisis.peak'), cell: ({ peakMs, peak }) => t('crisis.peakOf', { date: voice.date(peakMs), n: voice.count(peak) }) },
                { key: 'messages', label: t('crisis.messages'), align: 'end', cell: ({ messages, messageIds }) => <Button variant="plain" size="small" aria-label={t('crisis.open', { n: voice.count(messages) })} onPress={() => openMessages({ messageIds }, { title: t('crisis.caption'), count: messageIds.length })}>{voice.count(messages)}</Button> },
                { key: 'answered', label: t('crisis.answered'), cell: ({ answered }) => (answered === null ? t('crisis.unseen') : answered.estimate === null || answered.low === null || answered.high === null ? t('of', { k: voice.count(answered.k), n: voice.count(answered.n) }) : t('between', { share: voice.inHundred(answered.estimate), low: voice.inHundred(answered.low), high: voice.inHundred(answered.high) })) },
                { key: 'statement', label: t('crisis.statement'), cell: ({ statement }) => (statement === null ? t('crisis.silent') : t('crisis.after', { time: voice.duration(statement.seconds) })) },
                { key: 'warned', label: t('crisis.warned'), cell: ({ warning }) => (warning?.leadDays == null ? t('crisis.leadNone') : warning.leadDays <= 0 ? t('crisis.leadLate') : voice.text('ladder.crisis.lead', { count: warning.leadDays })) },
                { key: 'words', label: t('crisis.words'), cell: ({ terms }) => (terms.length === 0 ? t('crisis.noWords') : terms.join(', ')) },
              ]}
            />
          )}
          {stray > 0 && <p className="quiet-text">{voice.text('ladder.crisis.stray', { count: stray })}</p>}
          {!tooFew && <p className="quiet-text">{precision.n === 0 ? t('crisis.noWarnings') : t('crisis.precision', { k: voice.count(precision.k), n: voice.count(precision.n) })}</p>}
          <p className="burst-foot"><Button variant="plain" size="small" onPress={() => openMetric('early-warning')}>{t('crisis.warning')}</Button></p>
        </>
      }
    >
      {value.daily.length > 0 && <BurstDays value={value} />}
    </ChartFrame>
  );
}
