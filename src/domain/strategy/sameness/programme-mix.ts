import { ACTS, codesIn, type Act } from '../../model/codes.ts';

/** What a brand does in its messages, as shares of them: the acts that the reader knows, in their fixed order. */
export const MIX_KINDS: readonly Act[] = ACTS;

/** A message of a brand, as far as the mix is concerned: its thread, and the bits of its acts. */
export interface MixedMessage {
  readonly threadId: number;
  readonly acts: number;
}

/** What one thread adds to the mix: one number a kind; their sum is the thread's number of messages. */
export interface ThreadMix {
  readonly threadId: number;
  readonly amounts: Float64Array;
}

/**
 * Messages by thread, each worth one in all: a message of several acts gives each of them the same part, one without an act
 * counts nowhere. Threads stand in the order of their first message. O(messages x kinds).
 */
export function threadMixes(messages: readonly MixedMessage[]): ThreadMix[] {
  const threads = new Map<number, ThreadMix>();
  for (const { threadId, acts } of messages) {
    const found = codesIn(ACTS, acts);
    if (found.length === 0) continue;
    let thread = threads.get(threadId);
    if (thread === undefined) threads.set(threadId, (thread = { threadId, amounts: new Float64Array(ACTS.length) }));
    for (const act of found) {
      const kind = ACTS.indexOf(act);
      thread.amounts[kind] = (thread.amounts[kind] ?? 0) + 1 / found.length;
    }
  }
  return [...threads.values()];
}

/** The amounts of some threads together, one number a kind; a thread counts `weights[place]` times where weights are given. */
export function mixTotal(threads: readonly ThreadMix[], weights?: ArrayLike<number>, from = 0): Float64Array {
  const total = new Float64Array(ACTS.length);
  threads.forEach(({ amounts }, place) => {
    const times = weights === undefined ? 1 : (weights[from + place] ?? 0);
    if (times === 0) return;
    for (let kind = 0; kind < total.length; kind += 1) total[kind] = (total[kind] ?? 0) + times * (amounts[kind] ?? 0);
  });
  return total;
}
