import type { OperationInput } from '../../../contract/operations.ts';
import { ACTS, INTENTS, SENTIMENTS, type Act, type Intent, type Sentiment } from '../../../domain/model/codes.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { labelKey, type MessageRow } from './MessageText.tsx';

type LabelledMessage = Pick<MessageRow, 'voice' | 'intents' | 'acts' | 'sentiment'>;
/** What is asked of `labels.set` for one message. */
export type LabelRequest = OperationInput<'labels.set'>['labels'][number];

/** The labels a person is choosing for a message: intents or acts, the main one first, and the tone. */
export interface LabelChoice {
  readonly labels: readonly (Intent | Act)[];
  readonly sentiment: Sentiment | null;
}

/** The labels that a message can carry, in the order of their digits: 1 to 9, then 0. */
export function choosableLabels({ voice }: Pick<MessageRow, 'voice'>): readonly (Intent | Act)[] {
  return voice ? ACTS : INTENTS;
}

/** The digit of a place in {@link choosableLabels}. */
export function digitOf(place: number): string {
  return String((place + 1) % 10);
}

/** The choice as the message stands. */
export function standingChoice({ voice, intents, acts, sentiment }: LabelledMessage): LabelChoice {
  return { labels: voice ? acts : intents, sentiment };
}

/** The choice with a label switched over; a new one comes last, so that the main one stays. `other` says that nothing else holds: it stands alone. */
export function toggledLabel(choice: LabelChoice, code: Intent | Act): LabelChoice {
  if (choice.labels.includes(code)) return { ...choice, labels: choice.labels.filter((one) => one !== code) };
  return { ...choice, labels: code === 'other' ? ['other'] : [...choice.labels.filter((one) => one !== 'other'), code] };
}

/** The choice with another label as the main one. */
export function withMain(choice: LabelChoice, code: Intent | Act): LabelChoice {
  return { ...choice, labels: [code, ...choice.labels.filter((one) => one !== code)] };
}

/** What a key does while labels are chosen; null for keys that do nothing there. */
export type ChoiceKey = { readonly kind: 'label'; readonly code: Intent | Act } | { readonly kind: 'tone'; readonly sentiment: Sentiment } | { readonly kind: 'save' | 'leave' };

/** Keys: digits for labels, N U P for negative, neutral, positive, Enter saves, Escape leaves. */
export function choiceKey(key: string, message: Pick<MessageRow, 'voice'>): ChoiceKey | null {
  if (key === 'Enter') return { kind: 'save' };
  if (key === 'Escape') return { kind: 'leave' };
  if (/^\d$/u.test(key)) {
    const code = choosableLabels(message)[(Number(key) + 9) % 10];
    return code === undefined ? null : { kind: 'label', code };
  }
  const sentiment = SENTIMENTS[['n', 'u', 'p'].indexOf(key.toLowerCase())];
  return sentiment === undefined ? null : { kind: 'tone', sentiment };
}

/** What has to be asked so that the choice holds; null when it holds already. */
export function askedLabels(message: LabelledMessage & Pick<MessageRow, 'messageId'>, { labels, sentiment }: LabelChoice): LabelRequest | null {
  const before = standingChoice(message);
  const same = labels.length === before.labels.length && labels.every((code, at) => code === before.labels[at]);
  const asked = {
    ...(same ? {} : message.voice ? { acts: ACTS.filter((code) => labels.includes(code)).sort((a, b) => labels.indexOf(a) - labels.indexOf(b)) } : { intents: INTENTS.filter((code) => labels.includes(code)).sort((a, b) => labels.indexOf(a) - labels.indexOf(b)) }),
    ...(sentiment === before.sentiment ? {} : { sentiment }),
  };
  return Object.keys(asked).length === 0 ? null : { messageId: message.messageId, ...asked };
}

/** The labels in words, the main one first. */
export function choiceWords({ labels, sentiment }: LabelChoice, voice: ChartVoice): string {
  const words = [...labels, ...(sentiment === null ? [] : [sentiment])].flatMap((code) => {
    const key = labelKey(code);
    return key === null ? [] : [voice.text(key)];
  });
  return words.length === 0 ? voice.text('reading.correct.nothing') : words.join(', ');
}
