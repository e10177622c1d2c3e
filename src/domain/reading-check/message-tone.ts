import { SENTIMENTS, type Sentiment } from '../model/codes.ts';
import { correctedTone, type ToneDrawing } from './corrected-tone.ts';
import { clusteredShare, effectiveCases, type ShareCluster } from '../stats/clustered-share.ts';
import { SHARE_FLOOR, type CountedShare } from '../stats/counted-share.ts';
import type { Estimate } from '../stats/interval.ts';
import { LEAST_PEOPLE } from '../value/group-balance.ts';

/** A message with a tone, and whose it is; a message without a known author is a person of its own. */
export interface TonedMessage {
  readonly authorId: number | null;
  readonly sentiment: Sentiment;
}

/** The tone of some messages: how many of how many, and the same corrected for what the reader mistakes where the project is checked. */
export interface MessageTone {
  readonly n: number;
  readonly people: number;
  /** Under five people: nothing but n. */
  readonly tooFew: boolean;
  readonly negative: CountedShare;
  readonly positive: CountedShare;
  readonly corrected: { readonly negative: Estimate; readonly positive: Estimate } | null;
}

const NOTHING: CountedShare = { k: 0, n: 0, estimate: null, low: null, high: null };

/**
 * The tone of some messages. Limits take each person's messages together; what is read as neutral is neither. `drawing` null where
 * nothing was checked. Under {@link LEAST_PEOPLE} people no counts, under 30 messages "7 of 22" and no correction. O(n).
 */
export function messageTone(messages: readonly TonedMessage[], drawing: ToneDrawing | null): MessageTone {
  const byPerson = new Map<number, number[]>();
  const read = SENTIMENTS.map(() => 0);
  let unknown = 0;
  for (const { authorId, sentiment } of messages) {
    const person = authorId ?? -(unknown += 1);
    const at = SENTIMENTS.indexOf(sentiment);
    const counts = byPerson.get(person) ?? SENTIMENTS.map(() => 0);
    counts[at] = (counts[at] ?? 0) + 1;
    read[at] = (read[at] ?? 0) + 1;
    byPerson.set(person, counts);
  }
  const n = messages.length;
  if (byPerson.size < LEAST_PEOPLE) return { n, people: byPerson.size, tooFew: true, negative: { ...NOTHING, n }, positive: { ...NOTHING, n }, corrected: null };
  const clusters = (tone: Sentiment): ShareCluster[] => [...byPerson.values()].map((counts) => ({ k: counts[SENTIMENTS.indexOf(tone)] ?? 0, n: counts.reduce((sum, one) => sum + one, 0) }));
  const [negative, positive] = [clusters('negative'), clusters('positive')];
  const corrected = drawing === null || n < SHARE_FLOOR ? null : correctedTone(read, Math.min(effectiveCases(negative), effectiveCases(positive)), drawing);
  return { n, people: byPerson.size, tooFew: false, negative: clusteredShare(negative), positive: clusteredShare(positive), corrected };
}
