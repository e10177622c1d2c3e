import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { IntervalChart } from '../../charts/IntervalChart.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { MixCard, RepeatedCard } from './SamenessCards.tsx';
import { distanceWords, fewWords, leadingPairs, pairLines, samenessTitle, type Sameness } from './sameness-words.ts';
import './sameness.css';

const OF = ['auto', 'posts', 'all'] as const;

/** How alike the programmes of the imported brands are: distances, what each does, what is said again. */
export function SamenessView() {
  const scope = useScope();
  const [of, setOf] = useParameter<(typeof OF)[number]>('of', { initial: 'auto', allowed: OF });
  const state = useOperation('strategy.sameness', { ...scope, ...(of === 'auto' ? {} : { of }) });
  return (
    <Answer state={state} shape="chart">
      {(value) => (
        <div className="strategy-stack">
          <DistancesCard value={value} onOf={setOf} />
          {value.brands.length > 0 && <MixCard value={value} />}
          {value.brands.length > 0 && <RepeatedCard value={value} />}
        </div>
      )}
    </Answer>
  );
}

function DistancesCard({ value, onOf }: { readonly value: Sameness; readonly onOf: (of: 'posts' | 'all') => void }) {
  const { t } = useTranslation('sameness');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric } = useSidePanel();
  const title = samenessTitle(value, voice);
  const rows = leadingPairs(value);
  const [nearest] = rows;
  const few = fewWords(value, voice);
  const first = value.brands[0]?.brand ?? '';
  const figure = nearest?.distance.estimate == null ? {} : { figure: { unit: 'points' as const, estimate: nearest.distance.estimate, low: nearest.distance.low, high: nearest.distance.high, n: nearest.n[0] + nearest.n[1], source: { operation: 'strategy.sameness', input: { ...scope, of: value.of }, at: ['pairs', { one: nearest.one, other: nearest.other }, 'distance'], fields: { estimate: 'estimate', low: 'low', high: 'high' } } } };
  return (
    <ChartFrame
      title={title}
      subtitle={t('subtitle', { draws: voice.count(value.draws) })}
      onDefinition={() => openMetric('sameness')}
      finding={{ metric: 'sameness', form: nearest?.distance.estimate == null ? 'too-few' : nearest.distance.differs ? 'clear' : 'not-clear', ...figure }}
      table={{
        caption: t('label'),
        columns: [{ key: 'pair', label: t('columns.pair') }, { key: 'distance', label: t('columns.distance'), numeric: true }, { key: 'range', label: t('columns.range') }, { key: 'chance', label: t('columns.chance'), numeric: true }, { key: 'n', label: t('columns.n') }],
        rows: value.pairs.map(({ one, other, distance: { estimate, low, high, chanceHigh }, n }) => [t('pair', { one, other }), estimate === null ? t('tooFew') : distanceWords(estimate, voice), low === null || high === null ? '' : `${distanceWords(low, voice)}–${distanceWords(high, voice)}`, chanceHigh === null ? '' : distanceWords(chanceHigh, voice), t('pairOf', { a: voice.count(n[0]), b: voice.count(n[1]) })]),
      }}
      controls={<Segmented label={t('compared.label')} value={value.of} options={(['posts', 'all'] as const).map((one) => ({ value: one, label: t(`compared.${one}`) }))} onChange={onOf} />}
      notes={(
        <>
          {rows.some(({ distance }) => distance.estimate !== null) && <p className="chart-note">{t('key')}</p>}
          {few !== null && <p className="chart-note">{few}</p>}
          {value.leftOut > 0 && <p className="chart-note">{voice.text('sameness.leftOut', { count: value.leftOut })}</p>}
        </>
      )}
    >
      {rows.length > 0 && (
        <IntervalChart
          label={t('label')}
          hint={charts('frame.hint')}
          labelWidth={200}
          rows={rows.map((pair) => {
            const { distance: { estimate, low, high, chanceHigh, differs }, one, other } = pair;
            return { key: `${one} ${other}`, label: one === first ? other : one, estimate, low, high, ...(chanceHigh === null ? {} : { beside: chanceHigh }), value: estimate === null ? t('tooFew') : t('value', { distance: distanceWords(estimate, voice) }), lines: pairLines(pair, voice), color: differs ? 'var(--accent)' : 'var(--muted)', open: () => openMetric('sameness') };
          })}
          tick={(one) => voice.number(one)}
          ticks={({ domain: [, high] }) => [0, 0.2, 0.4, 0.6, 0.8, 1].filter((at) => at <= high + 0.001)}
          zero={t('zero')}
          sides={{ below: '', above: `${t('farther')} →` }}
        />
      )}
    </ChartFrame>
  );
}
