import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { intentStyle } from '../../charts/intent-style.ts';
import type { SurvivalSeries } from '../../charts/survival-layout.ts';
import { SurvivalChart } from '../../charts/SurvivalChart.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { simulationInput, type Scenario } from './simulator-draft.ts';
import { measureRows, simulatorSentence, unlikeWaits, type SimulatedSide, type Simulation } from './simulator-words.ts';

interface SimulatedCurveCardProps {
  readonly simulation: Simulation;
  readonly asked: Scenario;
  /** A kept scenario to hold against this one. */
  readonly beside: { readonly name: string; readonly side: SimulatedSide } | null;
}

const SHOWN = ['all', 'intents'] as const;
const WEEK_SECONDS = 604_800;
const LEAST_DRAWN = 20;

/**
 * How long people would wait: the observed curve in grey, today's shifts and the hypothesis beside it, and what changes in
 * figures. Where the back-test is not passed nothing is foretold: only what was observed stands there, and the title says so.
 */
export function SimulatedCurveCard({ simulation, asked, beside }: SimulatedCurveCardProps) {
  const { t } = useTranslation('simulator');
  const { t: charts } = useTranslation('charts');
  const { t: codes } = useTranslation('codes');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric, openMessages } = useSidePanel();
  const [shown, setShown] = useParameter<(typeof SHOWN)[number]>('shown', { initial: 'all', allowed: SHOWN });
  const { text: title, form } = simulatorSentence(simulation, voice);
  const { observed, today, team, intents, difference, n, backTest } = simulation;
  const isForetold = backTest.verdict === 'passed';
  const open = (): void => openMessages({ messageIds: intents.flatMap(({ messageIds }) => messageIds) }, { title: t('table.observed'), count: n });
  const simulated = (key: string, label: string, color: string, { steps, requestsAWeek }: SimulatedSide['all']): SurvivalSeries => ({ key, label, color, n: Math.round(requestsAWeek), steps, longestFollowUpSeconds: WEEK_SECONDS, open });
  const grey: SurvivalSeries = { key: 'observed', label: t('series.observed'), color: 'var(--muted)', n: observed.n, steps: observed.steps, longestFollowUpSeconds: observed.steps.at(-1)?.atSeconds ?? 0, open };
  const series = !isForetold ? [{ ...grey, color: 'var(--accent)' }] : shown === 'all'
    ? [grey, simulated('today', t('series.today'), 'var(--warm)', today.all), simulated('team', t('series.team'), 'var(--accent)', team.all), ...(beside === null ? [] : [simulated('beside', beside.name, 'var(--gold)', beside.side.all)])]
    : [grey, ...team.byIntent.filter(({ intent }) => (intents.find((one) => one.intent === intent)?.n ?? 0) >= LEAST_DRAWN).map((waits) => simulated(waits.intent, codes(`intent.${waits.intent}`), intentStyle(waits.intent).color, waits))];
  const sides = isForetold ? [today, team, ...(beside === null ? [] : [beside.side])] : [];
  const rows = measureRows(simulation, sides, voice).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const heads = [t('table.observed'), ...(isForetold ? [t('form.today'), t('form.team'), ...(beside === null ? [] : [beside.name])] : [])];
  const unlike = isForetold ? unlikeWaits(simulation) : [];
  const tableTitle = t(isForetold ? 'table.title' : 'table.observedTitle');
  const finding = useMemo(() => ({
    form, metric: 'silence-simulator',
    ...(form === 'too-few' || difference === null ? {} : { figure: { unit: 'share' as const, ...difference, n, source: { operation: 'strategy.simulate', input: { ...scope, ...simulationInput(asked) }, at: ['simulation', 'difference'], fields: { estimate: 'estimate', low: 'low', high: 'high' } } } }),
  }), [form, difference, n, scope, asked]);
  return (
    <ChartFrame
      title={title}
      finding={finding}
      subtitle={!isForetold ? voice.text('simulator.observedSubtitle', { count: observed.n }) : voice.text('simulator.subtitle', { count: simulation.runs, weeks: voice.count(simulation.weeks), aWeek: voice.count(Math.round(simulation.requestsAWeek)) })}
      onDefinition={() => openMetric('silence-simulator')}
      table={{ caption: tableTitle, columns: [{ key: 'what', label: t('table.what') }, ...heads.map((label, at) => ({ key: String(at), label, numeric: true }))], rows: rows.map(({ what, cells }) => [what, ...cells]) }}
      {...(!isForetold ? {} : { controls: <Segmented label={t('show')} value={shown} options={SHOWN.map((value) => ({ value, label: t(`shows.${value}`) }))} onChange={setShown} /> })}
      notes={
        <>
          {unlike.length > 0 && <p className="chart-note">{t('unlike', { times: voice.list(unlike.map((seconds) => voice.duration(seconds))) })}</p>}
          <h3 className="simulator-head">{tableTitle}</h3>
          {isForetold && <p className="chart-note">{t('table.subtitle')}</p>}
          <DataTable dense caption={tableTitle} rows={rows} rowKey={({ key }) => key} columns={[{ key: 'what', label: t('table.what'), cell: ({ what }) => what }, ...heads.map((label, at) => ({ key: String(at), label, align: 'end' as const, cell: ({ cells }: (typeof rows)[number]) => cells[at] ?? '' }))]} />
          {isForetold && <Assumptions simulation={simulation} />}
        </>
      }
    >
      <SurvivalChart
        label={t(isForetold ? 'chart' : 'observedChart')}
        hint={charts('frame.hint')}
        series={series}
        side="waiting"
        axis="log"
        longestSeconds={WEEK_SECONDS}
        height={320}
        words={{
          share: voice.percent, duration: voice.shortDuration,
          point: ({ share, low, high, seconds, n: cases }) => [
            t('point', { share: voice.inHundred(share), time: voice.duration(seconds) }),
            ...(low === null || high === null ? [] : [t('interval', { low: voice.inHundred(low), high: voice.inHundred(high) })]),
            voice.text(cases === observed.n ? 'simulator.cases' : 'simulator.aWeek', { count: cases }),
          ],
        }}
      />
    </ChartFrame>
  );
}

function Assumptions({ simulation: { minutes, fittedWeeks, fromMs, toMs, untimed, limited, mostRequests } }: { readonly simulation: Simulation }) {
  const { t } = useTranslation('simulator');
  const voice = useChartVoice();
  const lastMs = toMs === null ? 0 : toMs - 1;
  return (
    <>
      <h3 className="simulator-head">{t('assume.title')}</h3>
      <ul className="simulator-assumptions">
        <li>{voice.text('simulator.assume.arrivals', { count: fittedWeeks, from: voice.date(fromMs ?? 0), to: voice.date(lastMs) })}</li>
        {minutes !== null && <li>{t(minutes.fitted ? 'assume.fitted' : 'assume.typed', { low: voice.number(minutes.low), high: voice.number(minutes.high) })}</li>}
        <li>{t('assume.order')}</li>
        <li>{t('assume.silence')}</li>
        <li>{t('assume.unseen')}</li>
        {untimed > 0 && <li>{voice.text('simulator.assume.untimed', { count: untimed })}</li>}
        {limited && <li>{t('assume.limited', { n: voice.count(mostRequests) })}</li>}
      </ul>
    </>
  );
}
