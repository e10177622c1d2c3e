import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { SurvivalChart } from '../../charts/SurvivalChart.tsx';
import type { SurvivalSeries } from '../../charts/survival-layout.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { keepingTitle, type KeepingValue } from './promise-cost-words.ts';

type ByDue = KeepingValue['named']['byDue'][number];

const LONGEST_SECONDS = 2_592_000;
const WHICH = ['named', 'unnamed'] as const;

/** How long promises take to be seen kept: the curve, the shares by the due time and after, and how much rests on what nobody sees. */
export function KeepingCard({ keeping }: { readonly keeping: KeepingValue }) {
  const { t } = useTranslation('promises');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const [which, setWhich] = useState<(typeof WHICH)[number]>('named');
  const { n, seen, least, byDue, counts, withoutTime, reason } = keeping[which];
  const title = keepingTitle(keeping, which, voice);
  const seriesOf = (key: 'seen' | 'least', curve: typeof seen, color: string): SurvivalSeries[] => {
    if (curve === null) return [];
    const { messageIds } = curve;
    return [{ key, label: t(`keeping.${key}`), color, n: curve.n, steps: curve.steps, longestFollowUpSeconds: curve.longestSeconds, open: () => void (messageIds !== null && openMessages({ messageIds }, { title: t(`keeping.${key}`), count: messageIds.length })) }];
  };
  const series = [...seriesOf('seen', seen, 'var(--accent)'), ...seriesOf('least', least, 'var(--outline)')];
  return (
    <ChartFrame
      className="keeping-card"
      title={title}
      subtitle={voice.text(`promises.keeping.subtitle.${which}`, { count: which === 'named' ? (seen?.n ?? n) : n })}
      onDefinition={() => openMetric('time-to-keep')}
      controls={<Segmented label={t('keeping.which')} value={which} options={WHICH.map((value) => ({ value, label: t(`keeping.whichs.${value}`) }))} onChange={setWhich} />}
      table={{
        caption: t('keeping.table'),
        columns: [{ key: 'by', label: t('keeping.column.by') }, { key: 'share', label: t('keeping.column.share') }, { key: 'n', label: t('keeping.column.n'), numeric: true }, { key: 'bounds', label: t('keeping.column.bounds') }],
        rows: byDue.map((row) => [byWords(row, voice), shareWords(row, voice), voice.count(row.n), boundWords(row, voice)]),
      }}
      notes={
        <>
          {byDue.length > 0 && (
            <DataTable
              dense
              caption={t('keeping.table')}
              rows={byDue}
              rowKey={({ afterSeconds }) => afterSeconds}
              columns={[
                { key: 'by', label: t('keeping.column.by'), cell: (row) => byWords(row, voice) },
                { key: 'share', label: t('keeping.column.share'), cell: (row) => shareWords(row, voice) },
                { key: 'n', label: t('keeping.column.n'), align: 'end', cell: (row) => voice.count(row.n) },
                { key: 'bounds', label: t('keeping.column.bounds'), cell: (row) => boundWords(row, voice) },
              ]}
            />
          )}
          {which === 'named' && seen !== null && counts.unverifiable > 0 && <p className="chart-note">{t('keeping.assumption', { n: voice.count(counts.unverifiable) })}</p>}
          {withoutTime > 0 && <p className="chart-note">{voice.text('promises.keeping.byHand', { count: withoutTime })}</p>}
          {reason !== null && <p className="chart-note">{t('keeping.list')}</p>}
        </>
      }
    >
      {series.length > 0 && (
        <SurvivalChart
          label={t('keeping.label')}
          hint={charts('frame.hint')}
          series={series}
          side="answered"
          axis="log"
          longestSeconds={LONGEST_SECONDS}
          height={260}
          words={{
            share: voice.percent,
            duration: voice.shortDuration,
            point: ({ share, low, high, seconds, n: cases }) => [
              t('keeping.point', { share: voice.inHundred(share), time: voice.duration(seconds) }),
              ...(low === null || high === null ? [] : [t('keeping.interval', { low: voice.inHundred(low), high: voice.inHundred(high) })]),
              voice.text('promises.keeping.cases', { count: cases }),
            ],
          }}
        />
      )}
    </ChartFrame>
  );
}

const byWords = ({ afterSeconds }: ByDue, voice: ChartVoice): string => (afterSeconds === 0 ? voice.text('promises.keeping.by.due') : voice.text('promises.keeping.by.after', { time: voice.duration(afterSeconds) }));

function shareWords({ kept, n, estimate, low, high }: ByDue, voice: ChartVoice): string {
  if (estimate === null || low === null || high === null || n < voice.shareFloor) return voice.text('promises.keeping.countOf', { k: voice.count(kept), n: voice.count(n) });
  return voice.text('promises.keeping.shareOf', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) });
}

function boundWords({ least, most, all }: ByDue, voice: ChartVoice): string {
  return least === null || most === null ? voice.text('promises.keeping.unknown') : voice.text('promises.keeping.bounds', { least: voice.inHundred(least), most: voice.inHundred(most), n: voice.count(all) });
}
