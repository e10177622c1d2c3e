import { Lightbulb, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { choiceWords } from './label-choice.ts';
import { chanceWord, labelReasons, type Explanation, type ExplainedLabel, type LabelReason } from './label-reasons.ts';
import { labelKey } from './MessageText.tsx';

export interface LabelExplanationProps {
  readonly explanation: Explanation;
  readonly text: string;
  /** The label in question; null for a message without any. */
  readonly label: ExplainedLabel | null;
  readonly onLabel: (code: string) => void;
  readonly onCorrect: (() => void) | null;
}

function nameOf(code: string, voice: ChartVoice): string {
  const key = labelKey(code);
  return key === null ? code : voice.text(key);
}

/** What one label rests on: how likely it is, which words and signs speak for it and against it, who decided, what read it. */
export function LabelExplanation({ explanation, text, label, onLabel, onCorrect }: LabelExplanationProps) {
  const { t } = useTranslation('reading');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const { decided, read, abstained, abstainBelow, surest, doubt, irony, copies, dictionaryVersion, layerVersion, readerVersion } = explanation;
  const share = (probability: number): string => voice.inHundred(probability);
  const isTone = label?.threshold === null;
  const byHand = decided !== null && (label === null || (isTone ? decided.sentiment !== null : decided.intents !== null || decided.acts !== null));
  const alone = isTone ? { labels: [], sentiment: read.sentiment } : { labels: read.labels, sentiment: null };
  return (
    <div className="explanation-body">
      {byHand && (
        <p className="explanation-fact"><PencilLine size={14} aria-hidden="true" />{t(alone.labels.length === 0 && alone.sentiment === null ? 'explain.byHandNothing' : 'explain.byHand', { date: voice.date(decided.atMs), labels: choiceWords(alone, voice) })}</p>
      )}
      {abstained && surest !== null && <p className="explanation-fact">{t('explain.abstained', { share: share(surest), threshold: share(abstainBelow) })}</p>}
      {label?.code === 'template' && copies && <p className="explanation-fact">{t('explain.copies')}</p>}
      {label !== null && (
        <>
          <p className="explanation-chance">
            <strong>{t('explain.chance', { word: t(`explain.sure.${chanceWord(label.probability)}`), share: share(label.probability) })}</strong>
            {'; '}
            {label.threshold === null ? t(label.on ? 'explain.likeliest' : 'explain.isNotLikeliest') : t(label.on ? 'explain.threshold' : 'explain.isOff', { threshold: share(label.threshold) })}
            {'. '}
            <Button size="small" variant="plain" onPress={() => openMetric('label-probability')}>{voice.text('common.details')}</Button>
          </p>
          <ChanceBar probability={label.probability} threshold={label.threshold} />
          <Reasons label={label} text={text} />
        </>
      )}
      {doubt && (label === null || isTone || label.code === 'praise' || label.code === 'trouble') && <p className="explanation-fact"><Lightbulb size={14} aria-hidden="true" />{t('explain.doubt', { share: share(irony) })}</p>}
      <p className="quiet-text">{languageSentence(explanation, voice)}</p>
      {explanation.labels.length > 0 && (
        <details className="explanation-all">
          <summary>{t('explain.all')}</summary>
          <ul>
            {[...explanation.labels].sort((a, b) => b.probability - a.probability).map((one) => (
              <li key={one.code} data-on={one.on}>
                <button type="button" aria-pressed={one.code === label?.code} onClick={() => onLabel(one.code)}>{nameOf(one.code, voice)}</button>
                <ChanceBar probability={one.probability} threshold={one.threshold} />
                <span className="explanation-share">{share(one.probability)}</span>
                <span className="quiet-text">{t(one.on ? 'explain.on' : 'explain.off')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <footer className="explanation-foot">
        <span className="quiet-text">{t('explain.made', { version: readerVersion, rules: dictionaryVersion === 0 ? t('explain.noRules') : t('explain.ruleVersion', { n: dictionaryVersion }) })}{layerVersion !== null && ` ${t('explain.layer', { n: layerVersion })}`}</span>
        {onCorrect !== null && <Button size="small" icon={<PencilLine size={14} aria-hidden="true" />} onPress={onCorrect}>{t('correct.open')}</Button>}
      </footer>
    </div>
  );
}

function languageSentence({ language, textKind, labels }: Explanation, voice: ChartVoice): string {
  if (textKind !== 'text') return voice.text(`reading.explain.kinds.${textKind}`);
  if (language.basis === 'none') return voice.text('reading.explain.unknownLanguage');
  const name = voice.language(language.code);
  if (labels.length === 0) return voice.text('reading.explain.otherLanguage', { language: name });
  return voice.text(`reading.explain.language.${language.basis}`, { language: name, words: voice.list(language.words.map((word) => voice.text('reading.explain.quote', { word }))) });
}

/** A probability on a line from 0 to 1, with its threshold as a tick. The figures stand beside it in words. */
function ChanceBar({ probability, threshold }: { readonly probability: number; readonly threshold: number | null }) {
  return (
    <span className="chance-bar" aria-hidden="true">
      <span className="chance-fill" style={{ inlineSize: `${String(100 * probability)}%` }} />
      {threshold !== null && <span className="chance-threshold" style={{ insetInlineStart: `${String(100 * threshold)}%` }} />}
    </span>
  );
}

function Reasons({ label, text }: { readonly label: ExplainedLabel; readonly text: string }) {
  const { t } = useTranslation('reading');
  const voice = useChartVoice();
  const reasons = labelReasons(label, text, voice);
  if (reasons.for.length + reasons.against.length === 0) return label.code === 'template' ? null : <p className="quiet-text">{t('explain.noReasons')}</p>;
  return (
    <div className="explanation-reasons">
      <ReasonList title={t('explain.for')} reasons={reasons.for} />
      <ReasonList title={t('explain.against')} reasons={reasons.against} />
    </div>
  );
}

function ReasonList({ title, reasons }: { readonly title: string; readonly reasons: readonly LabelReason[] }) {
  const { t } = useTranslation('reading');
  if (reasons.length === 0) return null;
  return (
    <section aria-label={title}>
      <p className="explanation-side">{title}</p>
      <ul>
        {reasons.map(({ key, text, words, strength }) => (
          <li key={key}>
            <span>
              {text}
              {words.length > 0 && text !== '' && ': '}
              {words.map((word, at) => <span key={word}>{at > 0 && ', '}<q>{word}</q></span>)}
            </span>
            {strength !== null && <span className="reason-strength" data-strength={strength}>{t(`explain.strength.${strength}`)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
