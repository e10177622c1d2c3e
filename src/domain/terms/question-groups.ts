import { createBandBuckets } from './band-buckets.ts';
import { createGrowingColumn } from './growing-column.ts';
import { createMinHash } from './min-hash.ts';
import { spreadBits, textHash } from './text-hash.ts';

/** Questions whose content words share this part are one question. */
export const QUESTION_LIKENESS = 0.5;

/** Earlier questions that one is remembered to be like: it joins the likeliest of them that leads a group. */
const MOST_LEADERS = 6;

/** What a question is about: distinct stems of its content words, what it asks for, and what must be equal besides (brand, language). */
export interface QuestionTopic {
  readonly stems: readonly string[];
  /** Class of its question word; null where it has none. */
  readonly asks: string | null;
  readonly apart: string;
}

/** A question of a group: its position, and how like the group's middle it is, from half to 1 for the words of the middle itself. */
export interface GroupedQuestion {
  readonly position: number;
  readonly likeness: number;
}

/** A question as it is compared: its stems in order, parted by blanks, empty where it has none; the rest as in {@link QuestionTopic}. */
export interface ComparedQuestion {
  readonly words: string;
  readonly asks: string | null;
  readonly apart: string;
}

/** Which group each question is in, by the position of the question. */
export interface QuestionGrouping {
  /** Groups in the order of their leaders, the commonest wording first. */
  readonly groups: number;
  /** Below 0 for questions without content words. */
  readonly groupOf: Int32Array;
  /** Of each question how like the middle of its group it is; 1 where it is alone. */
  readonly likeness: Float32Array;
}

interface Wordings {
  readonly count: number;
  /** Wording of each question; below 0 for those without content words. */
  readonly wordingOf: Int32Array;
  /** Questions that have each wording. */
  readonly times: Int32Array;
  readonly keys: readonly string[];
  readonly asks: readonly (string | null)[];
  readonly aparts: readonly string[];
  /** The stems of wording w as ascending distinct hashes, in `stems[starts[w] .. starts[w + 1])`. */
  readonly starts: Int32Array;
  readonly stems: Int32Array;
}

/**
 * Groups questions that ask the same: content words at least half alike (Jaccard on stems), found by min-hashing, and the
 * same class of question word; a question without one goes with any class, never the other way round, so that "delivery
 * time?" does not bring "when" and "why" together. The commonest wordings lead; each other wording joins the leader it is
 * most like, so that every member is like the middle and nothing is chained. Questions without content words stay alone.
 * The order of the input changes nothing but the numbers of questions. Cost O(total stems x bands); memory about 200 bytes a
 * distinct wording.
 */
export function questionGrouping(questions: readonly ComparedQuestion[], { seed = 1 }: { readonly seed?: number } = {}): QuestionGrouping {
  const wordings = distinctWordings(questions);
  const { times, keys, asks, wordingOf } = wordings;
  // the commonest first; equal ones by content, never by place
  const order = Int32Array.from({ length: wordings.count }, (_, index) => index).sort((one, other) =>
    (times[other] ?? 0) - (times[one] ?? 0) || (asks[one] === null ? 1 : 0) - (asks[other] === null ? 1 : 0) || ((keys[one] ?? '') < (keys[other] ?? '') ? -1 : 1));
  const likely = likelyLeaders(wordings, order, seed);
  const leaderOf = new Int32Array(wordings.count).fill(-1);
  const likeness = new Float32Array(wordings.count).fill(1);
  const groupOfLeader = new Int32Array(wordings.count);
  let groups = 0;
  for (const index of order) {
    let best = index;
    let most = 0;
    for (let at = index * MOST_LEADERS; at < index * MOST_LEADERS + (likely.counts[index] ?? 0); at += 1) {
      const leader = likely.leaders[at] ?? 0;
      const like = likely.likes[at] ?? 0;
      if (leaderOf[leader] === leader && like > most) {
        best = leader;
        most = like;
      }
    }
    leaderOf[index] = best;
    if (best === index) groupOfLeader[index] = groups++;
    else likeness[index] = most;
  }
  return {
    groups,
    groupOf: wordingOf.map((wording) => (wording < 0 ? -1 : (groupOfLeader[leaderOf[wording] ?? 0] ?? 0))),
    likeness: Float32Array.from(wordingOf, (wording) => (wording < 0 ? 1 : (likeness[wording] ?? 1))),
  };
}

/** The groups that {@link questionGrouping} finds, each with its questions, which ascend by position. */
export function questionGroups(questions: readonly QuestionTopic[], options: { readonly seed?: number } = {}): GroupedQuestion[][] {
  const { groups, groupOf, likeness } = questionGrouping(questions.map(({ stems, asks, apart }) => ({ words: stems.toSorted().join(' '), asks, apart })), options);
  const found = Array.from({ length: groups }, (): GroupedQuestion[] => []);
  groupOf.forEach((group, position) => {
    if (group >= 0) found[group]?.push({ position, likeness: likeness[position] ?? 1 });
  });
  return found;
}

function distinctWordings(questions: readonly ComparedQuestion[]): Wordings {
  const byKey = new Map<string, number>();
  const wordingOf = new Int32Array(questions.length).fill(-1);
  const counts: number[] = [];
  const found = { keys: [] as string[], asks: [] as (string | null)[], aparts: [] as string[] };
  const starts: number[] = [0];
  const stems = createGrowingColumn();
  questions.forEach(({ words, asks, apart }, position) => {
    if (words === '') return;
    const key = `${apart}\n${asks ?? ''}\n${words}`;
    let wording = byKey.get(key);
    if (wording === undefined) {
      byKey.set(key, (wording = counts.length));
      counts.push(0);
      found.keys.push(key);
      found.asks.push(asks);
      found.aparts.push(apart);
      const ground = textHash(apart);
      for (const stem of Int32Array.from(new Set(words.split(' ').map((one) => spreadBits(textHash(one, ground)) | 0))).sort()) stems.push(stem);
      starts.push(stems.length);
    }
    counts[wording] = (counts[wording] ?? 0) + 1;
    wordingOf[position] = wording;
  });
  return { count: counts.length, wordingOf, times: Int32Array.from(counts), starts: Int32Array.from(starts), stems: Int32Array.from({ length: stems.length }, (_, place) => stems.at(place)), ...found };
}

interface LikelyLeaders {
  /** {@link MOST_LEADERS} places a wording, of which `counts` are filled. */
  readonly leaders: Int32Array;
  readonly likes: Float64Array;
  readonly counts: Uint8Array;
}

/** Bits of a mask in which each stem of a wording sets one. */
const MASK_BITS = 64;

function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Reads how like two wordings are by Jaccard on their stems; 0 for those that are surely less alike than questions have to be, which a mask of their stems tells of most. */
function likenessReader({ count, starts, stems }: Wordings): (one: number, other: number) => number {
  const [low, high] = [new Int32Array(count), new Int32Array(count)];
  for (let wording = 0; wording < count; wording += 1) {
    for (let at = starts[wording] ?? 0; at < (starts[wording + 1] ?? 0); at += 1) {
      const bit = (stems[at] ?? 0) & (MASK_BITS - 1);
      if (bit < 32) low[wording] = (low[wording] ?? 0) | (1 << bit);
      else high[wording] = (high[wording] ?? 0) | (1 << (bit - 32));
    }
  }
  return (one, other) => {
    const [first, firstEnd, second, secondEnd] = [starts[one] ?? 0, starts[one + 1] ?? 0, starts[other] ?? 0, starts[other + 1] ?? 0];
    const [mine, theirs] = [firstEnd - first, secondEnd - second];
    // a stem whose bit the other lacks is not shared
    const mineAlone = bitCount((low[one] ?? 0) & ~(low[other] ?? 0)) + bitCount((high[one] ?? 0) & ~(high[other] ?? 0));
    const theirsAlone = bitCount((low[other] ?? 0) & ~(low[one] ?? 0)) + bitCount((high[other] ?? 0) & ~(high[one] ?? 0));
    const most = Math.min(mine - mineAlone, theirs - theirsAlone);
    if (most < QUESTION_LIKENESS * (mine + theirs - most)) return 0;
    let shared = 0;
    for (let i = first, j = second; i < firstEnd && j < secondEnd; ) {
      const left = stems[i] ?? 0;
      const right = stems[j] ?? 0;
      if (left === right) shared += 1;
      if (left <= right) i += 1;
      if (right <= left) j += 1;
    }
    return shared / (mine + theirs - shared);
  };
}

/** For every wording the earlier ones (in `order`) that it may join, by content and class. */
function likelyLeaders(wordings: Wordings, order: Int32Array, seed: number): LikelyLeaders {
  const { count, starts, stems, asks, aparts } = wordings;
  const minHash = createMinHash({ threshold: QUESTION_LIKENESS, seed });
  const { bands } = minHash.banding;
  const keys = new Int32Array(count * bands);
  for (let wording = 0; wording < count; wording += 1) minHash.bandKeys(stems, { from: starts[wording] ?? 0, to: starts[wording + 1] ?? 0 }, keys, wording * bands);
  const likenessOf = likenessReader(wordings);
  const leaders = new Int32Array(count * MOST_LEADERS);
  const likes = new Float64Array(count * MOST_LEADERS);
  const counts = new Uint8Array(count);
  let own = 0;
  const meet = (earlier: number): void => {
    const known = counts[own] ?? 0;
    if (known >= MOST_LEADERS || aparts[earlier] !== aparts[own] || (asks[own] !== null && asks[own] !== asks[earlier])) return;
    const first = own * MOST_LEADERS;
    for (let at = first; at < first + known; at += 1) if (leaders[at] === earlier) return;
    const like = likenessOf(own, earlier);
    if (like < QUESTION_LIKENESS) return;
    leaders[first + known] = earlier;
    likes[first + known] = like;
    counts[own] = known + 1;
  };
  for (let band = 0; band < bands; band += 1) {
    const buckets = createBandBuckets(count);
    for (const index of order) {
      own = index;
      buckets.enter(keys[index * bands + band] ?? 0, index, meet);
    }
  }
  return { leaders, likes, counts };
}
