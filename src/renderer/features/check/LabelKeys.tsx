import { useTranslation } from 'react-i18next';
import { INTENTS, SENTIMENTS } from '../../../domain/model/codes.ts';
import { intentStyle, sentimentColor } from '../../charts/intent-style.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { Button } from '../../ui/Button.tsx';
import { digitOf } from './review-choice.ts';
import type { ReviewDesk } from './use-review-desk.ts';

const TONE_KEYS = { negative: 'N', neutral: 'U', positive: 'P' } as const;

/** The labels on their keys, pressed or clicked; what is still missing; next, back, cannot tell. */
export function LabelKeys({ desk }: { readonly desk: ReviewDesk }) {
  const { t } = useTranslation('check');
  const voice = useChartVoice();
  const { choice, missing, toggle, tone, next, back, doubt, canGoBack } = desk;
  return (
    <div className="label-keys">
      <fieldset>
        <legend>{t('review.intents')}</legend>
        <div className="label-key-grid">
          {INTENTS.map((intent, place) => {
            const { Icon, color } = intentStyle(intent);
            const isOn = choice.intents.includes(intent);
            return (
              <button key={intent} type="button" className="label-key" aria-pressed={isOn} aria-keyshortcuts={digitOf(place)} title={t(`review.meaning.${intent}`)} onClick={() => toggle(intent)}>
                <kbd>{digitOf(place)}</kbd>
                <Icon size={16} color={color} aria-hidden="true" />
                <span>
                  {voice.text(`codes.intent.${intent}`)}
                  {isOn && choice.intents[0] === intent && choice.intents.length > 1 && <em>{t('review.main')}</em>}
                </span>
              </button>
            );
          })}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('review.tone')}</legend>
        <div className="label-key-row">
          {SENTIMENTS.map((sentiment) => (
            <button key={sentiment} type="button" className="label-key" aria-pressed={choice.sentiment === sentiment} aria-keyshortcuts={TONE_KEYS[sentiment]} onClick={() => tone(sentiment)}>
              <kbd>{TONE_KEYS[sentiment]}</kbd>
              <span className="chart-swatch" style={{ backgroundColor: sentimentColor(sentiment) }} />
              <span>{voice.text(`codes.sentiment.${sentiment}`)}</span>
            </button>
          ))}
        </div>
      </fieldset>
      <div className="check-row">
        <Button variant="primary" isDisabled={missing !== null} onPress={() => next(performance.now())}>{t('review.next')}</Button>
        <Button isDisabled={!canGoBack} onPress={back}>{t('review.back')}</Button>
        <Button variant="plain" onPress={doubt}>{t('review.doubt')}</Button>
        <span className="quiet-text" role="status">{missing === 'intent' ? t('review.needsIntent') : missing === 'tone' ? t('review.needsTone') : t('review.ready')}</span>
      </div>
      <p className="quiet-text">{t('review.keys')}</p>
      <details className="label-meanings">
        <summary>{t('review.meanings')}</summary>
        <dl>
          {INTENTS.map((intent) => (
            <div key={intent}>
              <dt>{voice.text(`codes.intent.${intent}`)}</dt>
              <dd>{t(`review.meaning.${intent}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="quiet-text">{t('review.rules')}</p>
      </details>
    </div>
  );
}
