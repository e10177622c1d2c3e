import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { limitWords } from '../../charts/counted-words.ts';
import { SurvivalChart } from '../../charts/SurvivalChart.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { arrivalSentence, TOLD_SECONDS, type Decisions } from './decision-words.ts';

const WEEK_SECONDS = 604_800;

/** How soon the brand comes into moments of choice, as a curve; those into which it did not come are watched to the end of observation. */
export function ArrivalCard({ decisions }: { readonly decisions: Decisions }) {
  const { t } = useTranslation('minds');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const { arrival, messageIds, brand } = decisions;
  const title = arrivalSentence(decisions, voice);
  const column = (key: string): string => voice.text(`minds.choices.arrival.column.${key}`);
  return (
    <ChartFrame
      title={title}
      subtitle={voice.text('minds.choices.arrival.measure', { count: arrival.n })}
      onDefinition={() => openMetric('decision-arrival')}
      table={{
        caption: title,
        columns: [{ key: 'time', label: column('time') }, { key: 'share', label: column('share'), numeric: true }, { key: 'interval', label: column('interval'), numeric: true }],
        rows: TOLD_SECONDS.map((seconds) => {
          const found = arrival.answeredWithin.find((share) => share.seconds === seconds);
          return [voice.duration(seconds), found?.estimate == null ? t('choices.arrival.unknown') : voice.text('minds.share.percent', { share: voice.inHundred(found.estimate) }), found === undefined ? '' : (limitWords(found, voice) ?? '')];
        }),
      }}
    >
      {!arrival.tooFew && arrival.steps.length > 0 && (
        <SurvivalChart
          label={t('choices.arrival.label')}
          hint={charts('frame.hint')}
          side="answered"
          axis="log"
          longestSeconds={WEEK_SECONDS}
          height={220}
          series={[{ key: 'brand', label: brand ?? t('choices.arrival.series'), color: 'var(--accent)', n: arrival.n, steps: arrival.steps, longestFollowUpSeconds: arrival.longestFollowUpSeconds, open: () => openMessages({ messageIds: [...messageIds.present] }, { title: t('choices.who.present'), count: messageIds.present.length }) }]}
          words={{
            share: voice.percent,
            duration: voice.shortDuration,
            point: ({ share, low, high, seconds, n }) => [
              voice.text('minds.choices.arrival.point', { share: voice.inHundred(share), time: voice.duration(seconds) }),
              ...(low === null || high === null ? [] : [voice.text('response.curves.interval', { low: voice.inHundred(low), high: voice.inHundred(high) })]),
              voice.text('minds.choices.unit', { count: n }),
            ],
          }}
        />
      )}
    </ChartFrame>
  );
}
