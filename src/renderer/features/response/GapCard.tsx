import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { peopleByIntent } from '../../charts/finding-sentence.ts';
import { IntervalChart } from '../../charts/IntervalChart.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { gapRows, gapSentence, gapTable, tellingGap, type Gaps } from './gap-rows.ts';

/** The selective listening gap: the sentence, then a dot with its interval for every kind of request. */
export function GapCard({ gaps }: { readonly gaps: Gaps }) {
  const { t } = useTranslation('response');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const title = gapSentence(tellingGap(gaps), gaps, voice);
  const { reference, horizonSeconds, referenceN } = gaps;
  const n = gaps.gaps.reduce((sum, gap) => sum + gap.n, 0);
  const referenceWords = reference === null ? '' : peopleByIntent(reference, voice);
  return (
    <ChartFrame
      className="gap-card"
      title={title}
      subtitle={reference === null ? t('gap.label') : t('gap.subtitle', { reference: referenceWords, horizon: voice.duration(horizonSeconds), n: voice.count(n), referenceN: voice.count(referenceN) })}
      onDefinition={() => openMetric('listening-gap')}
      table={gapTable(gaps, title, voice)}
      notes={<p className="chart-note">{t('gap.why')}</p>}
    >
      <IntervalChart
        label={t('gap.label')}
        hint={charts('frame.hint')}
        rows={gapRows(gaps, voice, ({ intent, n: cases }) => openMessages({ ...scope, requests: { by: 'intent', key: intent, timed: true } }, { title: voice.text(`codes.intent.${intent}`), count: cases }))}
        tick={(seconds) => `${seconds < 0 ? '−' : '+'}${voice.shortDuration(Math.abs(seconds))}`}
        zero={reference === null ? '' : t('gap.zero', { reference: referenceWords })}
        sides={{ below: `← ${t('gap.less')}`, above: `${t('gap.more')} →` }}
      />
    </ChartFrame>
  );
}
