import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Card } from '../../ui/Card.tsx';
import { Measure } from '../../ui/Measure.tsx';
import { publishedParts, publishedTitle, type Quality } from './answer-words.ts';

/** The time that is usually published beside the wait of everybody, and why they differ. */
export function PublishedCard({ quality }: { readonly quality: Quality }) {
  const { t } = useTranslation('answers');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMetric, openMessages } = useSidePanel();
  const { published: { n, publishedSeconds, honestSeconds, answers, tooFew }, horizonSeconds } = quality;
  const horizon = voice.duration(horizonSeconds);
  const parts = publishedParts(quality, voice);
  return (
    <Card className="published-card" title={publishedTitle(quality, voice)} subtitle={voice.text('answers.published.subtitle', { count: n })}>
      {!tooFew && (
        <>
          <div className="published-pair">
            <Measure label={t('published.honest', { horizon })} value={honestSeconds === null ? t('unknown') : voice.duration(honestSeconds)} interval={voice.text('answers.published.requests', { count: n })} onDefinition={() => openMetric('published-wait')} onOpen={() => openMessages({ ...scope, requests: { timed: true } }, { title: t('published.honest', { horizon }), count: n })} />
            <Measure label={t('published.published')} value={publishedSeconds === null ? t('unknown') : voice.duration(publishedSeconds)} interval={voice.text('answers.published.answers', { count: answers ?? 0 })} onDefinition={() => openMetric('published-wait')} onOpen={() => openMessages({ ...scope, answers: { set: 'answered' } }, { title: t('published.published') })} />
          </div>
          {parts.length > 0 && (
            <>
              <h3 className="answer-heading">{t('published.why')}</h3>
              <ul className="answer-parts">{parts.map((part) => <li key={part}>{part}</li>)}</ul>
            </>
          )}
        </>
      )}
    </Card>
  );
}
