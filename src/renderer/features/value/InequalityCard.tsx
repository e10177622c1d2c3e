import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { LorenzChart } from '../../charts/LorenzChart.tsx';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { quarterName } from '../../charts/quarter-name.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Measure } from '../../ui/Measure.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { inequalityTitle, quarterChange, type InequalityValue } from './value-words.ts';

const OF = ['created', 'consumed'] as const;
/** Quarters shown: two years. */
const SHOWN = 8;

export interface InequalityCardProps {
  readonly spread: InequalityValue;
  readonly of: 'created' | 'consumed';
  readonly onOf: (of: 'created' | 'consumed') => void;
}

/** How few people hold how much: the curve, the coefficient with its interval, and the same quarter by quarter. */
export function InequalityCard({ spread, of, onOf }: InequalityCardProps) {
  const { t } = useTranslation('value');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const title = inequalityTitle(spread, of, voice);
  const { gini, interval, curve, n, without, silent } = spread;
  const gap = interval === null ? null : t('inequality.giniRange', { low: voice.number(interval.low), high: voice.number(interval.high) });
  const change = quarterChange(spread.quarters, voice);
  return (
    <ChartFrame
      className="inequality-card"
      title={title}
      subtitle={`${t('inequality.subtitle', { n: voice.count(n), without: voice.count(without) })}.${silent > 0 ? ` ${voice.text('value.inequality.silent', { count: silent })}` : ''}`}
      onDefinition={() => openMetric('inequality')}
      table={{
        caption: title,
        columns: [{ key: 'people', label: t('inequality.people'), numeric: true }, { key: 'amount', label: t('inequality.amount'), numeric: true }],
        rows: curve.map(({ peopleShare, amountShare }) => [voice.percent(peopleShare), voice.percent(amountShare)]).filter(([people], place, rows) => rows[place - 1]?.[0] !== people),
      }}
      controls={<Segmented label={t('inequality.of')} value={of} options={OF.map((value) => ({ value, label: t(`inequality.ofs.${value}`) }))} onChange={onOf} />}
      notes={
        <div className="inequality-notes">
          <Measure label={t('inequality.gini')} value={gini === null ? t('inequality.noGini', { n: voice.count(n) }) : voice.number(gini)} interval={gap} n={voice.count(n)} tooFew={gini === null} onDefinition={() => openMetric('inequality')} />
          <Quarters spread={spread} of={of} />
          <p className="chart-note">{change === null ? '' : `${change} `}{t('inequality.norm')}</p>
        </div>
      }
    >
      {curve.length > 0 && (
        <LorenzChart
          label={t('inequality.label')}
          hint={charts('frame.hint')}
          curve={curve}
          halfShare={spread.half?.share ?? null}
          height={320}
          side={of}
          words={{
            people: t('inequality.people'), amount: t('inequality.amount'), equal: t('inequality.equal'), half: t('inequality.half'), share: voice.percent,
            heading: ({ peopleShare }) => t('inequality.point', { people: voice.inHundred(peopleShare) }),
            line: ({ amountShare }) => t('inequality.pointLine', { amount: voice.inHundred(amountShare) }),
          }}
        />
      )}
    </ChartFrame>
  );
}

/** Quarter by quarter: people, coefficient with interval, and the fewest who make half. */
function Quarters({ spread: { quarters }, of }: { readonly spread: InequalityValue; readonly of: 'created' | 'consumed' }) {
  const { t } = useTranslation('value');
  const voice = useChartVoice();
  const shown = quarters.slice(-SHOWN);
  if (shown.length === 0) return null;
  return (
    <DataTable
      dense
      caption={t('inequality.quarters')}
      rows={shown}
      rowKey={({ quarter }) => quarter}
      columns={[
        { key: 'quarter', label: t('inequality.quarter'), cell: ({ quarter }) => quarterName(quarter, voice) },
        { key: 'n', label: t('inequality.n'), align: 'end', cell: ({ n }) => voice.count(n) },
        { key: 'gini', label: t('inequality.gini'), align: 'end', cell: ({ gini }) => (gini === null ? t('inequality.quarterFew') : voice.number(gini)) },
        { key: 'interval', label: t('inequality.giniRange', { low: 0, high: 1 }), cell: ({ gini, interval }) => <ShareInterval estimate={gini} low={interval?.low ?? null} high={interval?.high ?? null} color={`var(--zone-${of === 'created' ? 'gives-more' : 'receives-more'})`} /> },
        { key: 'half', label: t('inequality.halfColumn'), align: 'end', cell: ({ half }) => (half === null ? '–' : t('inequality.halfOf', { people: voice.count(half.people) })) },
      ]}
    />
  );
}
