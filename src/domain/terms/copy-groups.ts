import { createBandBuckets } from './band-buckets.ts';
import { createGrowingColumn, type GrowingColumn } from './growing-column.ts';
import { createJoinedSets } from './joined-sets.ts';
import { createMinHash, jaccardLikeness } from './min-hash.ts';
import { spreadBits } from './text-hash.ts';
import { tokenRuns } from './token-runs.ts';

/** Texts that share this part of their three-word runs are copies of one another, unless a caller says otherwise. */
export const COPY_LIKENESS = 0.8;
/** Fewer words than this are equal by chance ("grazie mille a tutti") and are no copy of anything. */
export const LEAST_COPY_WORDS = 5;

/** Sets that a wording was compared with and is not like; beyond, it is compared no more. */
const MOST_FAILED = 8;
/** Runs of wordings are kept at hand while they are compared, in at most so many blocks of so many numbers: 64 MiB. */
const MOST_BLOCKS = 256;
const BLOCK = 65_536;

/**
 * What is kept of a text to find its copies: two numbers for its wording, then one for each band of its least values. Texts that
 * agree in the first two have the same words; those that agree in any other may be alike. Of a seed and a threshold.
 */
export type TextPrint = Int32Array;

/** Makes prints of texts. */
export interface TextPrinter {
  /** The print of a text by its words, as `tokenHashes` gives them; null for texts too short to be copies. */
  readonly printOf: (tokens: Int32Array) => TextPrint | null;
  /** Numbers in a print. */
  readonly length: number;
}

/** Numbers of a print that stand for the wording; the bands follow. */
const WORDING_NUMBERS = 2;

/** Prints of texts by min-hashing: O(length x bands) a text. Same seed, same prints. */
export function createTextPrinter({ likeness: threshold = COPY_LIKENESS, seed = 1 }: { readonly likeness?: number; readonly seed?: number } = {}): TextPrinter {
  const minHash = createMinHash({ threshold, seed });
  const { bands } = minHash.banding;
  return {
    length: WORDING_NUMBERS + bands,
    printOf(tokens) {
      if (tokens.length < LEAST_COPY_WORDS) return null;
      const print = new Int32Array(WORDING_NUMBERS + bands);
      let first = 1;
      let second = 2;
      for (const token of tokens) {
        first = spreadBits(Math.imul(first, 0x01000193) ^ token);
        second = spreadBits(Math.imul(second, 0x9e3779b1) + token);
      }
      print[0] = first | 0;
      print[1] = second | 0;
      const runs = tokenRuns(tokens);
      minHash.bandKeys(runs, { from: 0, to: runs.length }, print, WORDING_NUMBERS);
      return print;
    },
  };
}

/** Finds groups of texts that say the same in nearly the same words. */
export interface CopyFinder {
  /** Takes the words of one text (as `tokenHashes` gives them) and says which wording it is; -1 for texts too short to be copies. Equal words are one wording. */
  readonly add: (tokens: Int32Array) => number;
  /** The same by a print of this finder's seed and threshold, which stands in `prints` from `at` on. */
  readonly addPrint: (prints: Int32Array, at: number) => number;
  /** Wordings met so far. */
  readonly wordings: () => number;
  /**
   * Group of every wording, each named by its wording met most often (ties: by content): itself where it is alone. Asks for the
   * three-word runs of a wording again, since keeping them all would cost more than all the rest.
   */
  readonly groups: (runsOf: (wording: number) => Int32Array) => { readonly groupOf: Int32Array; readonly likeness: Float32Array };
}

/**
 * Near-duplicates by min-hashing with banding: equal texts are one wording; wordings that agree in a band are compared by
 * the exact Jaccard likeness of their three-word runs; those alike enough are joined. Wordings are walked in an order made
 * from their content, so that the order of messages changes nothing. Cost O(total length + wordings x bands); memory about
 * 100 bytes a distinct wording, none for equal texts. In a bucket of many wordings only the first four stand for the rest
 * and a wording is refused at most eight times: on hostile data likenesses may be missed, time is not lost.
 * Source: Broder 1997; Leskovec, Rajaraman & Ullman 2020, Mining of Massive Datasets, chapter 3.
 */
export function createCopyFinder({ likeness: threshold = COPY_LIKENESS, seed = 1 }: { readonly likeness?: number; readonly seed?: number } = {}): CopyFinder {
  const printer = createTextPrinter({ likeness: threshold, seed });
  const bands = printer.length - WORDING_NUMBERS;
  const high = createGrowingColumn();
  const low = createGrowingColumn();
  const times = createGrowingColumn();
  const keys = createGrowingColumn();
  let slots = new Int32Array(1 << 14);

  const place = (hash: number, second: number): number => {
    let slot = hash & (slots.length - 1);
    for (;;) {
      const found = (slots[slot] ?? 0) - 1;
      if (found < 0 || (high.at(found) === hash && low.at(found) === second)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  };
  const widen = (): void => {
    slots = new Int32Array(slots.length * 2);
    for (let wording = 0; wording < high.length; wording += 1) slots[place(high.at(wording), low.at(wording))] = wording + 1;
  };

  const addPrint = (prints: Int32Array, at: number): number => {
    const first = prints[at] ?? 0;
    const second = prints[at + 1] ?? 0;
    const slot = place(first, second);
    const known = (slots[slot] ?? 0) - 1;
    if (known >= 0) {
      times.set(known, times.at(known) + 1);
      return known;
    }
    const wording = high.length;
    slots[slot] = wording + 1;
    high.push(first);
    low.push(second);
    times.push(1);
    for (let band = 0; band < bands; band += 1) keys.push(prints[at + WORDING_NUMBERS + band] ?? 0);
    if (high.length * 2 > slots.length) widen();
    return wording;
  };

  return {
    wordings: () => high.length,
    addPrint,
    add(tokens) {
      const print = printer.printOf(tokens);
      return print === null ? -1 : addPrint(print, 0);
    },
    groups(runsOf) {
      const count = high.length;
      const order = contentOrder(high, low);
      // wordings are walked by rank, so that what is known of them lies in the order in which it is asked
      const sets = createJoinedSets(count);
      const failed = new Uint8Array(count);
      const known = remembered(count, (rank) => runsOf(order[rank] ?? 0));
      const ranked = new Int32Array(count * bands);
      order.forEach((wording, rank) => {
        for (let band = 0; band < bands; band += 1) ranked[rank * bands + band] = keys.at(wording * bands + band);
      });
      const buckets = createBandBuckets(count);
      for (let band = 0; band < bands; band += 1) {
        buckets.clear();
        for (let rank = 0; rank < count; rank += 1) {
          for (let earlier = buckets.enter(ranked[rank * bands + band] ?? 0, rank); earlier !== rank && earlier >= 0; earlier = buckets.after(earlier)) {
            if ((failed[rank] ?? 0) >= MOST_FAILED || sets.of(earlier) === sets.of(rank)) continue;
            if (jaccardLikeness(known(earlier), known(rank)) >= threshold) sets.join(earlier, rank);
            else failed[rank] = (failed[rank] ?? 0) + 1;
          }
        }
      }
      return centred(order, { times, setOf: sets.of, runsOf: known });
    },
  };
}

/**
 * The runs of the wordings asked for lately: those that stand for a bucket, and those that many bands bring together, are asked
 * for again and again, and a text is read and cut anew for each. They lie in blocks, each behind its length; a full store begins anew.
 */
function remembered(count: number, runsOf: (wording: number) => Int32Array): (wording: number) => Int32Array {
  const places = new Int32Array(count).fill(-1);
  const blocks: Int32Array[] = [];
  let free = BLOCK;
  const kept = (wording: number, runs: Int32Array): Int32Array => {
    if (runs.length >= BLOCK) return runs;
    if (free + 1 + runs.length > BLOCK) {
      if (blocks.length === MOST_BLOCKS) {
        blocks.length = 0;
        places.fill(-1);
      }
      blocks.push(new Int32Array(BLOCK));
      free = 0;
    }
    const block = blocks.at(-1);
    block?.set(runs, free + 1);
    block?.fill(runs.length, free, free + 1);
    places[wording] = (blocks.length - 1) * BLOCK + free;
    free += 1 + runs.length;
    return runs;
  };
  return (wording) => {
    const place = places[wording] ?? -1;
    const block = place < 0 ? undefined : blocks[Math.floor(place / BLOCK)];
    if (block === undefined) return kept(wording, runsOf(wording));
    const at = place % BLOCK;
    return block.subarray(at + 1, at + 1 + (block[at] ?? 0));
  };
}

/** Wordings by their content hashes. */
function contentOrder(high: GrowingColumn, low: GrowingColumn): Int32Array {
  const [first, second] = [Int32Array.from({ length: high.length }, (_, wording) => high.at(wording)), Int32Array.from({ length: low.length }, (_, wording) => low.at(wording))];
  return Int32Array.from({ length: high.length }, (_, wording) => wording).sort((one, other) => (first[one] ?? 0) - (first[other] ?? 0) || (second[one] ?? 0) - (second[other] ?? 0));
}

/** Names every group by its commonest wording and says how like that one each wording is. Sets and runs are asked by rank. */
function centred(order: Int32Array, { times, setOf, runsOf }: { readonly times: GrowingColumn; readonly setOf: (rank: number) => number; readonly runsOf: (rank: number) => Int32Array }): { groupOf: Int32Array; likeness: Float32Array } {
  const centres = new Int32Array(order.length).fill(-1);
  order.forEach((wording, rank) => {
    const set = setOf(rank);
    const centre = centres[set] ?? -1;
    if (centre < 0 || times.at(wording) > times.at(order[centre] ?? 0)) centres[set] = rank;
  });
  const groupOf = new Int32Array(order.length);
  const likeness = new Float32Array(order.length).fill(1);
  order.forEach((wording, rank) => {
    const centre = centres[setOf(rank)] ?? rank;
    groupOf[wording] = order[centre] ?? wording;
    if (centre !== rank) likeness[wording] = jaccardLikeness(runsOf(centre), runsOf(rank));
  });
  return { groupOf, likeness };
}
