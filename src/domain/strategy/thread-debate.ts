import { LEAST_PEOPLE } from '../value/group-balance.ts';
import { effectiveNumber } from './effective-number.ts';

/** From this index on a thread is called a debate. */
export const DEBATE_INDEX = 0.5;
/** Voices beyond the first that stand half way to 1. */
const HALF_VOICES = 4;

/** A message of a thread. */
export interface DebateMessage {
  readonly messageId: number;
  /** Who wrote it, if it is a person; null for a brand, a partner, a program, or where nobody is known. */
  readonly personId: number | null;
  /** The message it answers, where it stands in the thread. */
  readonly parentId: number | null;
}

/** How much of a debate a thread is. */
export interface ThreadDebate {
  /** Distinct people, and their messages. */
  readonly voices: number;
  readonly messages: number;
  /** How far below the first message people write: 1 for comments on it, 2 for answers to these. */
  readonly depth: number;
  /** Of people's messages below the first, those that answer another person. */
  readonly between: { readonly k: number; readonly n: number };
  /** How evenly people share the word, in [0, 1]; null under two voices. */
  readonly balance: number | null;
  /** In [0, 1]; null under five voices. */
  readonly index: number | null;
}

/**
 * How much of a debate a thread is, from four parts in [0, 1]: voices, 1 − 2^(−(people − 1) / 4), half with five; depth,
 * 1 − 2^(−(levels − 1)), nothing for comments alone, half with answers to comments; the share of people's messages that answer another
 * person; balance, the entropy of messages over people by the logarithm of their number. The index is their geometric mean: whatever
 * is wholly missing cannot be made up by the others, so that many comments which nobody answers are no debate. Under five voices there is no
 * index. The brand's own messages are no voice, and an answer to it or to oneself is no answer between people. Half-way points are
 * ours and stand here alone. O(messages).
 * Source: Pielou 1966, Journal of Theoretical Biology 13:131-144, for the balance; Gómez, Kaltenbrunner & López 2008, WWW '08,
 * 645-654, for width and depth of threads as signs of debate.
 */
export function threadDebate(rootId: number, thread: readonly DebateMessage[]): ThreadDebate {
  const byId = new Map(thread.map((message) => [message.messageId, message]));
  const depthOf = depthReader(rootId, byId);
  const words = new Map<number, number>();
  let [depth, k, n] = [0, 0, 0];
  for (const { messageId, personId, parentId } of thread) {
    if (personId === null) continue;
    words.set(personId, (words.get(personId) ?? 0) + 1);
    if (messageId === rootId) continue;
    depth = Math.max(depth, depthOf(messageId));
    n += 1;
    const answered = parentId === null ? null : (byId.get(parentId)?.personId ?? null);
    if (answered !== null && answered !== personId) k += 1;
  }
  const voices = words.size;
  const messages = [...words.values()].reduce((sum, own) => sum + own, 0);
  const balance = voices < 2 ? null : Math.min(1, Math.log(effectiveNumber([...words.values()])) / Math.log(voices));
  const found = { voices, messages, depth, between: { k, n }, balance };
  if (voices < LEAST_PEOPLE || balance === null || n === 0) return { ...found, index: null };
  return { ...found, index: ((1 - 2 ** (-(voices - 1) / HALF_VOICES)) * (1 - 2 ** -Math.max(0, depth - 1)) * (k / n) * balance) ** 0.25 };
}

/** Levels below the first message; whatever answers nothing in the thread stands right below it. Links in a circle end where they begin again. */
function depthReader(rootId: number, byId: ReadonlyMap<number, DebateMessage>): (messageId: number) => number {
  const known = new Map<number, number>([[rootId, 0]]);
  return (messageId) => {
    const path: number[] = [];
    let at = messageId;
    while (!known.has(at) && !path.includes(at)) {
      path.push(at);
      const parentId = byId.get(at)?.parentId ?? null;
      at = parentId !== null && byId.has(parentId) ? parentId : rootId;
    }
    let depth = known.get(at) ?? 0;
    for (const one of path.toReversed()) {
      depth += 1;
      known.set(one, depth);
    }
    return depth;
  };
}
