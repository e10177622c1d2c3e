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

/** The amounts of some threads together, one number a kind. */
export function mixTotal(threads: readonly ThreadMix[]): Float64Array {
  const total = new Float64Array(ACTS.length);
  for (const { amounts } of threads) for (let kind = 0; kind < total.length; kind += 1) total[kind] = (total[kind] ?? 0) + (amounts[kind] ?? 0);
  return total;
}

/** Mixes of threads, without what is zero: a thread does two or three things of all there are, and is drawn a thousand times. */
export interface MixTable {
  readonly threads: number;
  /** Where the amounts of each thread begin; one more than there are threads. */
  readonly starts: Uint32Array;
  readonly kinds: Uint8Array;
  readonly amounts: Float64Array;
}

/** Lays mixes out side by side. */
export function mixTable(threads: readonly ThreadMix[]): MixTable {
  const starts = new Uint32Array(threads.length + 1);
  const kinds: number[] = [];
  const amounts: number[] = [];
  threads.forEach((thread, place) => {
    thread.amounts.forEach((amount, kind) => {
      if (amount === 0) return;
      kinds.push(kind);
      amounts.push(amount);
    });
    starts[place + 1] = kinds.length;
  });
  return { threads: threads.length, starts, kinds: Uint8Array.from(kinds), amounts: Float64Array.from(amounts) };
}

/** {@link mixTotal} of the threads from one place up to another, each counted `weights[place]` times; added in the same order, to the same sum. */
export function weightedTotal({ starts, kinds, amounts }: MixTable, weights: ArrayLike<number>, from: number, to: number): Float64Array {
  const total = new Float64Array(ACTS.length);
  for (let place = from; place < to; place += 1) {
    const times = weights[place] ?? 0;
    if (times === 0) continue;
    for (let at = starts[place] ?? 0, end = starts[place + 1] ?? 0; at < end; at += 1) total[kinds[at] ?? 0] = (total[kinds[at] ?? 0] ?? 0) + times * (amounts[at] ?? 0);
  }
  return total;
}

/** {@link mixTotal} of the threads at some places, in their order. */
export function orderedTotal({ starts, kinds, amounts }: MixTable, places: Uint32Array): Float64Array {
  const total = new Float64Array(ACTS.length);
  for (const place of places) for (let at = starts[place] ?? 0, end = starts[place + 1] ?? 0; at < end; at += 1) total[kinds[at] ?? 0] = (total[kinds[at] ?? 0] ?? 0) + (amounts[at] ?? 0);
  return total;
}
