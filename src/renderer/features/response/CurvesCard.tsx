import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import type { Grouping } from '../../../contract/selection.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { peopleByIntent } from '../../../domain/wording/finding-sentence.ts';
import type { CurveSide } from '../../charts/survival-curve.ts';
import { SurvivalChart } from '../../charts/SurvivalChart.tsx';
import type { WaitAxisKind } from '../../charts/wait-axis.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { medianFigure, onOneLine, withinFigure } from './response-figures.ts';
import { drawnSeries, groupLabel } from './survival-series.ts';
import { useWaitVoice } from './use-wait-voice.ts';

type Survival = OperationValue<'response.survival'>;

/** The groupings offered for curves; a tribe is the one before the request, as the card says. */
export const CURVE_GROUPINGS = ['intent', 'network', 'container', 'hour', 'weekday', 'tribe'] as const satisfies readonly Grouping[];
export type CurveGrouping = (typeof CURVE_GROUPINGS)[number];

export interface CurvesCardProps {
  readonly survival: Survival;
  readonly by: CurveGrouping;
  readonly onBy: (by: CurveGrouping) => void;
}

/** The sentence above the curves: who is left waiting most after a day of the clock. */
export function curvesTitle({ groups, shareSeconds }: Pick<Survival, 'groups' | 'shareSeconds'>, by: Grouping, label: (key: string) => string, voice: ChartVoice): string {
  // an hour, a day, a week; fewer where they fall together
  const day = shareSeconds.at(-2) ?? shareSeconds.at(-1) ?? 0;
  const waiting = groups.flatMap((group) => {
    const within = group.tooFew ? undefined : group.answeredWithin.find(({ seconds }) => seconds === day);
    return within?.estimate == null ? [] : [{ key: group.key, share: 1 - within.estimate }];
  });
  const worst = waiting.reduce<{ key: string; share: number } | null>((found, next) => (next.share > (found?.share ?? -1) ? next : found), null);
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  if (worst === null) return voice.text('response.curves.title.few', { n: voice.count(n) });
  const values = { time: voice.duration(day), share: voice.inHundred(worst.share) };
  if (by === 'intent') return voice.text('response.curves.title.waiting', { ...values, who: peopleByIntent(worst.key, voice) });
  return voice.text('response.curves.title.worstGroup', { ...values, group: label(worst.key) });
}

/** Waiting curves by intent, network, container, hour or weekday. */
export function CurvesCard({ survival, by, onBy }: CurvesCardProps) {
  const { t } = useTranslation('response');
  const { t: charts } = useTranslation('charts');
  const voice = useWaitVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const [side, setSide] = useParameter<CurveSide>('side', { initial: 'waiting', allowed: ['waiting', 'answered'] });
  const [axis, setAxis] = useParameter<WaitAxisKind>('axis', { initial: 'log', allowed: ['log', 'linear'] });
  const { groups, horizonSeconds, shareSeconds } = survival;
  const label = (key: string): string => groupLabel(by, key, voice);
  const drawn = drawnSeries(groups, { by, label, open: (group) => openMessages({ ...scope, requests: { by, key: group.key } }, { title: label(group.key), count: group.n }) });
  const title = curvesTitle(survival, by, label, voice);
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  return (
    <ChartFrame
      className="curves-card"
      title={title}
      subtitle={`${voice.text(`response.curves.subtitle.${side}`, { count: n })}${by === 'intent' ? `. ${t('curves.many')}` : ''}`}
      onDefinition={() => openMetric('first-response-time')}
      table={{
        caption: title,
        columns: [
          { key: 'group', label: t('within.group') },
          { key: 'n', label: t('within.n'), numeric: true },
          ...shareSeconds.map((seconds) => ({ key: String(seconds), label: t('within.time', { time: voice.duration(seconds) }), numeric: true })),
          { key: 'median', label: t('within.median'), numeric: true },
        ],
        rows: groups.map((group) => [label(group.key), voice.count(group.n), ...shareSeconds.map((seconds) => onOneLine(withinFigure(group, seconds, voice))), onOneLine(medianFigure(group, voice))]),
      }}
      controls={
        <>
          <Segmented label={t('curves.by')} value={by} options={CURVE_GROUPINGS.map((value) => ({ value, label: t(`curves.grouping.${value}`) }))} onChange={onBy} />
          <Segmented label={t('curves.side')} value={side} options={(['waiting', 'answered'] as const).map((value) => ({ value, label: t(`curves.sides.${value}`) }))} onChange={setSide} />
          <Segmented label={t('curves.axis')} value={axis} options={(['log', 'linear'] as const).map((value) => ({ value, label: t(`curves.axes.${value}`) }))} onChange={setAxis} />
        </>
      }
      notes={
        <>
          {drawn.left.length > 0 && <p className="chart-note">{t('curves.left', { names: voice.list(drawn.left.map(({ label: name, n: cases }) => `${name} (${voice.count(cases)})`)) })}</p>}
          {by === 'tribe' && <p className="chart-note">{voice.text('listening.tribe')}</p>}
        </>
      }
    >
      {drawn.series.length > 0 && (
        <SurvivalChart
          label={t('curves.label')}
          hint={charts('frame.hint')}
          series={drawn.series}
          side={side}
          axis={axis}
          longestSeconds={horizonSeconds}
          height={340}
          words={{
            share: voice.percent,
            duration: voice.shortDuration,
            point: ({ share, low, high, seconds, n: cases }) => [
              t(side === 'waiting' ? 'curves.point' : 'curves.pointAnswered', { share: voice.inHundred(share), time: voice.duration(seconds) }),
              ...(low === null || high === null ? [] : [t('curves.interval', { low: voice.inHundred(low), high: voice.inHundred(high) })]),
              voice.text('response.curves.cases', { count: cases }),
            ],
          }}
        />
      )}
    </ChartFrame>
  );
}
