import { INTENTS, SENTIMENTS, type Intent, type Sentiment } from '../../../domain/model/codes.ts';

/** What a person is saying of a message: its intents, the main one first, and its tone. */
export interface ReviewChoice {
  readonly intents: readonly Intent[];
  readonly sentiment: Sentiment | null;
}

/** Nothing said yet. */
export const NO_CHOICE: ReviewChoice = { intents: [], sentiment: null };

/** What a key does while messages are labelled; null for keys that do nothing there. */
export type ReviewKey = { readonly kind: 'intent'; readonly intent: Intent } | { readonly kind: 'tone'; readonly sentiment: Sentiment } | { readonly kind: 'next' | 'back' | 'doubt' | 'leave' };

/**
 * The digit of an intent: its place in the list, the tenth is 0.
 * @example digitOf(9) // '0'
 */
export function digitOf(place: number): string {
  return String((place + 1) % 10);
}

/** Keys: digits for intents, N U P for the tone, Enter next, Backspace back, ? for those that cannot be decided, Escape leaves. */
export function reviewKey(key: string): ReviewKey | null {
  if (key === 'Enter') return { kind: 'next' };
  if (key === 'Backspace') return { kind: 'back' };
  if (key === '?') return { kind: 'doubt' };
  if (key === 'Escape') return { kind: 'leave' };
  if (/^\d$/u.test(key)) {
    const intent = INTENTS[(Number(key) + 9) % 10];
    return intent === undefined ? null : { kind: 'intent', intent };
  }
  const sentiment = SENTIMENTS[['n', 'u', 'p'].indexOf(key.toLowerCase())];
  return sentiment === undefined ? null : { kind: 'tone', sentiment };
}

/** The choice with an intent switched over; a new one comes last, so that the first stays the main one. `other` stands alone. */
export function toggledIntent(choice: ReviewChoice, intent: Intent): ReviewChoice {
  if (choice.intents.includes(intent)) return { ...choice, intents: choice.intents.filter((one) => one !== intent) };
  return { ...choice, intents: intent === 'other' ? ['other'] : [...choice.intents.filter((one) => one !== 'other'), intent] };
}

/** What is still to be said before the next message; null when all is. */
export function missingPart({ intents, sentiment }: ReviewChoice): 'intent' | 'tone' | null {
  return intents.length === 0 ? 'intent' : sentiment === null ? 'tone' : null;
}

const FEWEST_TIMED = 5;
const LONGEST_PAUSE_MS = 120_000;

/**
 * Seconds that the rest will take at the pace of the last messages, by the median so that a pause does not count; null before
 * five of them. `labelledAtMs` ascending.
 * @example remainingSeconds([0, 4000, 8000, 12_000, 16_000, 20_000], 10) // 40
 */
export function remainingSeconds(labelledAtMs: readonly number[], left: number): number | null {
  const gaps = labelledAtMs.slice(1).map((at, place) => at - (labelledAtMs[place] ?? at)).filter((gap) => gap < LONGEST_PAUSE_MS).slice(-30).sort((a, b) => a - b);
  if (gaps.length < FEWEST_TIMED) return null;
  return ((gaps[Math.floor(gaps.length / 2)] ?? 0) / 1000) * left;
}
