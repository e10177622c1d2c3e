import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { tribeColorAt } from '../../charts/intent-style.ts';
import { SurvivalChart } from '../../charts/SurvivalChart.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { tribeName } from '../../charts/tribe-name.ts';
import type { TribePageValue } from './tribe-page-value.ts';

const WEEK_SECONDS = 604_800;
const DRAWN_STEPS = 200;
const TIMES = [3_600, 86_400, WEEK_SECONDS] as const;

/** How long a tribe's people wait for an answer. A value tribe is made of those who stood in it before asking, since an answer books points. */
export function TribeCurve({ tribe }: { readonly tribe: TribePageValue }) {
  const { t } = useTranslation('tribe');
  const { t: response } = useTranslation('response');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const byValue = tribe.lens === 'value';
  const filters = byValue ? scope.filters : { ...scope.filters, tribes: [tribe.id] };
  const requests = byValue ? { by: 'tribe' as const, key: tribe.id } : { by: 'none' as const };
  const asked = { ...scope, ...(filters === undefined ? {} : { filters }) };
  const state = useOperation('response.survival', { ...asked, by: requests.by, horizonSeconds: WEEK_SECONDS, maxSteps: DRAWN_STEPS });
  return (
    <Answer state={state} shape="chart">
      {({ groups }) => {
        const group = groups.find(({ key }) => !byValue || key === tribe.id);
        const n = group?.n ?? 0;
        const drawn = group !== undefined && !group.tooFew && group.steps.length > 0 ? group : null;
        const title = drawn === null ? t('curve.title') : drawn.medianSeconds === null ? t('curve.over') : t('curve.found', { time: voice.duration(drawn.medianSeconds) });
        const open = (): void => openMessages({ ...asked, requests }, { title: tribeName(tribe, voice), count: n });
        return (
          <ChartFrame
            className="tribe-wide"
            title={title}
            subtitle={drawn === null ? t('curve.few', { n: voice.count(n) }) : voice.text('response.curves.subtitle.waiting', { count: n })}
            onDefinition={() => openMetric('first-response-time')}
            table={{
              caption: title,
              columns: [{ key: 'time', label: t('curve.label') }, { key: 'share', label: t('value.answered'), numeric: true }],
              rows: drawn === null ? [] : TIMES.map((seconds) => {
                const within = drawn.answeredWithin.find((one) => one.seconds === seconds);
                return [voice.duration(seconds), within?.estimate == null ? '' : voice.inHundred(within.estimate)];
              }),
            }}
            notes={byValue && <p className="chart-note">{t('curve.circular')}</p>}
          >
            {drawn !== null && (
              <SurvivalChart
                label={response('curves.label')}
                hint={charts('frame.hint')}
                series={[{ key: tribe.id, label: tribeName(tribe, voice), color: tribeColorAt(tribe.color), n, steps: drawn.steps, longestFollowUpSeconds: drawn.longestFollowUpSeconds, open }]}
                side="waiting"
                axis="log"
                longestSeconds={WEEK_SECONDS}
                height={260}
                words={{
                  share: voice.percent,
                  duration: voice.shortDuration,
                  point: ({ share, low, high, seconds, n: cases }) => [
                    response('curves.point', { share: voice.inHundred(share), time: voice.duration(seconds) }),
                    ...(low === null || high === null ? [] : [response('curves.interval', { low: voice.inHundred(low), high: voice.inHundred(high) })]),
                    voice.text('response.curves.cases', { count: cases }),
                  ],
                }}
              />
            )}
          </ChartFrame>
        );
      }}
    </Answer>
  );
}
