import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { SurvivalSeries } from '../../charts/survival-layout.ts';
import { SurvivalChart } from '../../charts/SurvivalChart.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { FORM_INTENTS } from './simulator-draft.ts';
import { bandWords } from './simulator-words.ts';
import { inTenths, signedNumber, type TargetEffect, type TargetForecast, type WordedSentence } from './target-words.ts';

const GROUPS = ['all', ...FORM_INTENTS] as const;
type Group = (typeof GROUPS)[number];
const WEEK_SECONDS = 604_800;
/** Fewer requests of an intent draw no curve. */
const LEAST_DRAWN = 20;

interface TargetForecastFrameProps {
  readonly effect: TargetEffect;
  readonly forecast: TargetForecast;
  readonly title: string;
  readonly form: WordedSentence['form'];
  /** What stands below the chart whether or not anything is foretold. */
  readonly notes: ReactNode;
}

/** The curves that are foretold for a target, today's team beside it, with value and assumptions. */
export function TargetForecastFrame({ effect, forecast, title, form, notes }: TargetForecastFrameProps) {
  const { t } = useTranslation('targets');
  const { t: simulator } = useTranslation('simulator');
  const { t: charts } = useTranslation('charts');
  const { t: codes } = useTranslation('codes');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric, openMessages } = useSidePanel();
  const [wanted, setGroup] = useParameter<Group>('requests', { initial: 'all', allowed: GROUPS });
  const offered = GROUPS.filter((group) => group === 'all' || (forecast.intents.find(({ intent }) => intent === group)?.n ?? 0) >= LEAST_DRAWN);
  const group = offered.includes(wanted) ? wanted : 'all';
  const nameOf = (one: Group): string => (one === 'all' ? t('target.all') : codes(`intent.${one}`));
  const waits = (side: TargetForecast['today']): TargetForecast['today']['all'] => (group === 'all' ? side.all : (side.byIntent.find(({ intent }) => intent === group) ?? side.all));
  const own = forecast.intents.filter(({ intent }) => group === 'all' || intent === group);
  const messageIds = own.flatMap((one) => one.messageIds);
  const open = (): void => openMessages({ messageIds }, { title: nameOf(group), count: messageIds.length });
  const [today, target] = [waits(forecast.today), waits(forecast.target)];
  const series = ([['today', today, 'var(--warm)'], ['target', target, 'var(--accent)']] as const).map(([key, { steps, requestsAWeek }, color]): SurvivalSeries => ({ key, label: t(`target.series.${key}`), color, n: Math.round(requestsAWeek), steps, longestFollowUpSeconds: WEEK_SECONDS, open }));
  const shareAt = (steps: typeof today.steps, seconds: number): string => { const step = steps.find(({ atSeconds }) => atSeconds === seconds); return bandWords(step === undefined ? null : { estimate: step.waiting, low: step.low, high: step.high }, voice); };
  const finding = useMemo(() => ({
    form, metric: 'formation-target',
    ...(forecast.share === null ? {} : { figure: { unit: 'share-difference' as const, ...forecast.share, n: forecast.n, source: { operation: 'strategy.targetEffect', input: { ...scope, ...(effect.target === null ? {} : { target: effect.target }), today: effect.today }, at: ['forecast', 'share'], fields: { estimate: 'estimate', low: 'low', high: 'high' } } } }),
  }), [form, forecast, scope, effect]);
  return (
    <ChartFrame
      className="target-effect"
      title={title}
      finding={finding}
      subtitle={voice.text('targets.target.forecastSubtitle', { count: forecast.runs, weeks: voice.count(forecast.weeks) })}
      onDefinition={() => openMetric('formation-target')}
      table={{
        caption: title,
        columns: [{ key: 'wait', label: t('target.table.wait') }, { key: 'today', label: t('target.table.today'), numeric: true }, { key: 'target', label: t('target.table.target'), numeric: true }],
        rows: today.steps.map(({ atSeconds }) => [voice.duration(atSeconds), shareAt(today.steps, atSeconds), shareAt(target.steps, atSeconds)]),
      }}
      controls={offered.length > 1 ? <Segmented label={t('target.show')} value={group} options={offered.map((one) => ({ value: one, label: nameOf(one) }))} onChange={setGroup} /> : undefined}
      notes={<>{notes}<ForecastNotes effect={effect} forecast={forecast} /></>}
    >
      <SurvivalChart
        label={t('target.chart')}
        hint={charts('frame.hint')}
        series={series}
        side="waiting"
        axis="log"
        longestSeconds={WEEK_SECONDS}
        height={260}
        words={{
          share: voice.percent, duration: voice.shortDuration,
          point: ({ share, low, high, seconds, n }) => [
            simulator('point', { share: voice.inHundred(share), time: voice.duration(seconds) }),
            ...(low === null || high === null ? [] : [simulator('interval', { low: voice.inHundred(low), high: voice.inHundred(high) })]),
            voice.text('simulator.aWeek', { count: n }),
          ],
        }}
      />
    </ChartFrame>
  );
}

function ForecastNotes({ effect: { points, pace }, forecast }: { readonly effect: TargetEffect; readonly forecast: TargetForecast }) {
  const { t } = useTranslation('targets');
  const voice = useChartVoice();
  const signed = (value: number): string => signedNumber(value, (size) => inTenths(size, voice));
  return (
    <>
      <p className="chart-note">{points === null || forecast.points === null ? t('target.noPoints') : t('target.points', { each: voice.number(points.each), points: voice.points(points.points), n: voice.count(points.answers), change: signed(forecast.points.estimate), low: signed(forecast.points.low), high: signed(forecast.points.high) })}</p>
      <h3 className="simulator-head">{t('target.assume.title')}</h3>
      <ul className="simulator-assumptions">
        <li>{t('target.assume.total')}</li>
        {pace !== null && <li>{t('target.assume.pace', { low: voice.number(pace.minutes.low), high: voice.number(pace.minutes.high) })}</li>}
        <li>{voice.text('targets.target.assume.staff', { count: Math.abs(forecast.hours.estimate), today: voice.count(forecast.staffedHours), way: t(forecast.hours.estimate > 0 ? 'target.assume.wayMore' : 'target.assume.wayFewer') })}</li>
        <li>{t('target.assume.silence')}</li>
        <li>{t('target.assume.limits')}</li>
        <li>{t('target.assume.fewerPosts')}</li>
      </ul>
    </>
  );
}
