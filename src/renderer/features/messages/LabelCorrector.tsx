import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SENTIMENTS } from '../../../domain/model/codes.ts';
import { intentStyle, isIntent, sentimentColor } from '../../charts/intent-style.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { Button } from '../../ui/Button.tsx';
import { choiceKey, choosableLabels, digitOf, standingChoice, toggledLabel, withMain, type LabelChoice } from './label-choice.ts';
import { labelKey, type MessageRow } from './MessageText.tsx';

export interface LabelCorrectorProps {
  readonly message: MessageRow;
  readonly onSave: (choice: LabelChoice) => Promise<boolean>;
  readonly onTakeBack: () => Promise<boolean>;
  readonly onLeave: () => void;
}

const TONE_KEYS = { negative: 'N', neutral: 'U', positive: 'P' } as const;

/** Chooses a message's labels by keys or presses: digits for intents or acts, N U P for the tone, Enter saves, Esc leaves. */
export function LabelCorrector({ message, onSave, onTakeBack, onLeave }: LabelCorrectorProps) {
  const { t } = useTranslation('reading');
  const voice = useChartVoice();
  const [choice, setChoice] = useState<LabelChoice>(() => standingChoice(message));
  const [isBusy, setBusy] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // scrolling is the list's: the words must stay in view beside the choices
    group.current?.focus({ preventScroll: true });
  }, []);
  const canSave = choice.labels.length > 0 && !isBusy;
  const during = async (work: () => Promise<boolean>): Promise<void> => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const found = choiceKey(event.key, message);
    // a button that has the focus keeps Enter for itself
    if (found === null || (found.kind === 'save' && event.target instanceof HTMLElement && event.target.closest('.corrector-actions') !== null)) return;
    event.preventDefault();
    event.stopPropagation();
    if (found.kind === 'label') setChoice((now) => toggledLabel(now, found.code));
    else if (found.kind === 'tone') setChoice((now) => ({ ...now, sentiment: found.sentiment }));
    else if (found.kind === 'leave') onLeave();
    else if (canSave) void during(() => onSave(choice));
  };
  return (
    <div ref={group} className="corrector" role="group" aria-label={t('correct.title')} tabIndex={-1} onKeyDownCapture={press}>
      <fieldset>
        <legend>{t(message.voice ? 'correct.acts' : 'correct.intents')}</legend>
        <div className="corrector-choices">
          {choosableLabels(message).map((code, place) => {
            const style = isIntent(code) ? intentStyle(code) : null;
            const key = labelKey(code);
            const isOn = choice.labels.includes(code);
            return (
              <span key={code} className="corrector-choice">
                <button type="button" className="label-chip" aria-pressed={isOn} aria-keyshortcuts={digitOf(place)} onClick={() => setChoice((now) => toggledLabel(now, code))}>
                  <kbd>{digitOf(place)}</kbd>
                  {style !== null && <style.Icon size={14} color={style.color} aria-hidden="true" />}
                  {key === null ? code : voice.text(key)}
                  {isOn && choice.labels[0] === code && choice.labels.length > 1 && <em>{t('correct.main')}</em>}
                </button>
                {isOn && choice.labels[0] !== code && <button type="button" className="corrector-main" onClick={() => setChoice((now) => withMain(now, code))}>{t('correct.makeMain')}<span className="visually-hidden">: {key === null ? code : voice.text(key)}</span></button>}
              </span>
            );
          })}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('correct.tone')}</legend>
        <div className="corrector-choices">
          {SENTIMENTS.map((sentiment) => (
            <button key={sentiment} type="button" className="label-chip" aria-pressed={choice.sentiment === sentiment} aria-keyshortcuts={TONE_KEYS[sentiment]} onClick={() => setChoice((now) => ({ ...now, sentiment }))}>
              <kbd>{TONE_KEYS[sentiment]}</kbd>
              <span className="chart-swatch" style={{ backgroundColor: sentimentColor(sentiment) }} />
              {voice.text(`codes.sentiment.${sentiment}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <p className="quiet-text">{t(choice.labels.length === 0 ? 'correct.needsOne' : 'correct.keys')}</p>
      <div className="corrector-actions">
        <Button size="small" variant="primary" isDisabled={!canSave} onPress={() => void during(() => onSave(choice))}>{t('correct.save')}</Button>
        <Button size="small" onPress={onLeave}>{t('correct.leave')}</Button>
        {message.byHand.length > 0 && <Button size="small" variant="plain" isDisabled={isBusy} onPress={() => void during(onTakeBack)}>{t('correct.takeBack')}</Button>}
      </div>
    </div>
  );
}
