import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { peopleByIntent } from '../../../domain/wording/finding-sentence.ts';
import { IntervalChart } from '../../charts/IntervalChart.tsx';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { fewText, gapForm, gapRows, gapSentence, gapTable, tellingGap, type Gap, type Gaps } from './gap-rows.ts';
import { useWaitVoice } from './use-wait-voice.ts';

/** The selective listening gap: the sentence, then a dot with its interval for every kind of request. */
export function GapCard({ gaps }: { readonly gaps: Gaps }) {
  const { t } = useTranslation('response');
  const { t: charts } = useTranslation('charts');
  const voice = useWaitVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const title = gapSentence(tellingGap(gaps), gaps, voice);
  const { reference, horizonSeconds, referenceN } = gaps;
  const n = gaps.gaps.reduce((sum, gap) => sum + gap.n, 0);
  const isTold = gaps.gaps.some((gap) => gapForm(gap) !== 'too-few');
  const open = ({ intent, n: cases }: Gap): void => openMessages({ ...scope, requests: { by: 'intent', key: intent, timed: true } }, { title: voice.text(`codes.intent.${intent}`), count: cases });
  const referenceWords = reference === null ? '' : peopleByIntent(reference, voice);
  return (
    <ChartFrame
      className="gap-card"
      title={title}
      subtitle={reference === null ? t('gap.label') : voice.text('response.gap.subtitle', { reference: referenceWords, horizon: voice.duration(horizonSeconds), count: n, referenceN: voice.count(referenceN) })}
      onDefinition={() => openMetric('listening-gap')}
      table={gapTable(gaps, title, voice)}
      {...(isTold ? { notes: <p className="chart-note">{t('gap.why')}</p> } : {})}
    >
      {isTold ? <IntervalChart
        label={t('gap.label')}
        hint={charts('frame.hint')}
        rows={gapRows(gaps, voice, open)}
        tick={(seconds) => `${seconds < 0 ? '−' : '+'}${voice.shortDuration(Math.abs(seconds))}`}
        zero={reference === null ? '' : t('gap.zero', { reference: referenceWords })}
        sides={{ below: `← ${t('gap.less')}`, above: `${t('gap.more')} →` }}
      /> : <FewGaps gaps={gaps} onOpen={open} />}
    </ChartFrame>
  );
}

/** Where no gap has a number: each kind of request with its cases and the reason, instead of an axis with nothing on it. */
function FewGaps({ gaps, onOpen }: { readonly gaps: Gaps; readonly onOpen: (gap: Gap) => void }) {
  const voice = useWaitVoice();
  return (
    <ul className="few-gaps">
      {gaps.gaps.filter(({ n }) => n > 0).map((gap) => {
        const label = voice.text(`codes.intent.${gap.intent}`);
        return (
          <li key={gap.intent}>
            <span>{label}</span>
            <span className="too-few">{fewText(gap, gaps, voice)}</span>
            <Button variant="plain" size="small" aria-label={`${label}: ${voice.count(gap.n)}`} onPress={() => onOpen(gap)}>{voice.count(gap.n)}</Button>
          </li>
        );
      })}
    </ul>
  );
}
