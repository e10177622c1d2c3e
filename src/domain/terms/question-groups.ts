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

/** The distinct wordings, those of one ground side by side, the commonest of them first: nothing on one ground is compared with another. */
interface Wordings {
  readonly count: number;
  /** Place of the wording of each question; below 0 for those without content words. */
  readonly placeOf: Int32Array;
  /** Places of each ground: those of ground g from `bounds[g]` to below `bounds[g + 1]`. */
  readonly bounds: Int32Array;
  /** Numbers that stand for what the question word asks for, 0 for none. */
  readonly asks: Int32Array;
  /** Below 0 where one wording comes before another over all grounds: the commoner, equally common ones by content. */
  readonly compared: (one: number, other: number) => number;
  /** The stems of wording w as ascending distinct hashes, in `stems[starts[w] .. starts[w + 1])`. */
  readonly starts: Int32Array;
  readonly stems: Int32Array;
}

/**
 * Groups questions that ask the same: content words at least half alike (Jaccard on stems), found by min-hashing, and the
 * same class of question word; a question without one goes with any class, never the other way round, so that "delivery
 * time?" does not bring "when" and "why" together. The commonest wordings lead; each other wording joins the leader it is
 * most like, so that every member is like the middle and nothing is chained. Questions without content words stay alone.
 * The order of the input changes nothing but the numbers of questions. Cost O(total stems x bands); memory about 150 bytes a
 * distinct wording.
 */
export function questionGrouping(questions: readonly ComparedQuestion[], { seed = 1 }: { readonly seed?: number } = {}): QuestionGrouping {
  const wordings = rankedWordings(questions);
  const { count, placeOf } = wordings;
  const likely = likelyLeaders(wordings, seed);
  const leaderOf = new Int32Array(count).fill(-1);
  const likeness = new Float32Array(count).fill(1);
  const leading: number[] = [];
  for (let place = 0; place < count; place += 1) {
    let best = place;
    let most = 0;
    for (let at = place * MOST_LEADERS; at < place * MOST_LEADERS + (likely.counts[place] ?? 0); at += 1) {
      const leader = likely.leaders[at] ?? 0;
      const like = likely.likes[at] ?? 0;
      if (leaderOf[leader] === leader && like > most) {
        best = leader;
        most = like;
      }
    }
    leaderOf[place] = best;
    if (best === place) leading.push(place);
    else likeness[place] = most;
  }
  const groupOfLeader = new Int32Array(count);
  leading.sort(wordings.compared).forEach((place, group) => (groupOfLeader[place] = group));
  return {
    groups: leading.length,
    groupOf: placeOf.map((place) => (place < 0 ? -1 : (groupOfLeader[leaderOf[place] ?? 0] ?? 0))),
    likeness: Float32Array.from(placeOf, (place) => (place < 0 ? 1 : (likeness[place] ?? 1))),
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

/** Numbers for values in the order in which they are first met. */
function numbering<Value>(): { readonly numberOf: (value: Value) => number; readonly values: Value[] } {
  const numbers = new Map<Value, number>();
  const values: Value[] = [];
  return {
    values,
    numberOf(value) {
      let number = numbers.get(value);
      if (number === undefined) {
        numbers.set(value, (number = values.length));
        values.push(value);
      }
      return number;
    },
  };
}

/** Wordings are those of equal words, question word and ground. Equally common ones stand in an order made of their content, never of their place. */
function rankedWordings(questions: readonly ComparedQuestion[]): Wordings {
  const aparts = numbering<string>();
  const classes = numbering<string | null>();
  classes.numberOf(null);
  // ground and question word, of which there are few, are compared once and not with every wording
  const heads = numbering<string>();
  const headOf = new Map<string, Map<string | null, number>>();
  const wordings: Map<string, number>[] = [];
  const found = { words: [] as string[], apart: createGrowingColumn(), asks: createGrowingColumn(), times: createGrowingColumn() };
  const wordingOf = new Int32Array(questions.length).fill(-1);
  questions.forEach(({ words, asks, apart }, position) => {
    if (words === '') return;
    let ofApart = headOf.get(apart);
    if (ofApart === undefined) headOf.set(apart, (ofApart = new Map<string | null, number>()));
    let head = ofApart.get(asks);
    if (head === undefined) {
      ofApart.set(asks, (head = heads.numberOf(`${apart}\n${asks ?? ''}\n`)));
      wordings[head] ??= new Map();
    }
    const own = wordings[head];
    if (own === undefined) return;
    let wording = own.get(words);
    if (wording === undefined) {
      own.set(words, (wording = found.words.length));
      found.words.push(words);
      found.apart.push(aparts.numberOf(apart));
      found.asks.push(classes.numberOf(asks));
      found.times.push(0);
    }
    found.times.set(wording, found.times.at(wording) + 1);
    wordingOf[position] = wording;
  });
  const count = found.words.length;
  // where each stands by content, and then among all, as one number: plain texts and numbers are sorted without asking back
  const contentPlace = new Int32Array(count);
  const wordingAt = new Int32Array(count);
  let next = 0;
  for (const head of Array.from(heads.values.keys()).sort((one, other) => ((heads.values[one] ?? '') < (heads.values[other] ?? '') ? -1 : 1))) {
    for (const words of [...(wordings[head]?.keys() ?? [])].sort()) {
      const wording = wordings[head]?.get(words) ?? 0;
      contentPlace[wording] = next;
      wordingAt[next] = wording;
      next += 1;
    }
  }
  let most = 0;
  for (let wording = 0; wording < count; wording += 1) most = Math.max(most, found.times.at(wording));
  const standing = Float64Array.from({ length: count }, (_, wording) => ((most - found.times.at(wording)) * 2 + Number(found.asks.at(wording) === 0)) * count + (contentPlace[wording] ?? 0));
  const span = (2 * most + 2) * count;
  const order = Int32Array.from(standing.map((place, wording) => found.apart.at(wording) * span + place).sort(), (place) => wordingAt[place % count] ?? 0);
  const grounds = aparts.values.map((apart) => textHash(apart));
  const bounds = new Int32Array(grounds.length + 1);
  const places = new Int32Array(count);
  const starts = new Int32Array(count + 1);
  const stems = createGrowingColumn();
  order.forEach((wording, place) => {
    places[wording] = place;
    const ground = found.apart.at(wording);
    bounds[ground + 1] = place + 1;
    const hashes = Int32Array.from((found.words[wording] ?? '').split(' '), (stem) => spreadBits(textHash(stem, grounds[ground] ?? 0)) | 0).sort();
    hashes.forEach((hash, at) => {
      if (at === 0 || hash !== hashes[at - 1]) stems.push(hash);
    });
    starts[place + 1] = stems.length;
  });
  return {
    count, bounds, starts, placeOf: wordingOf.map((wording) => (wording < 0 ? -1 : (places[wording] ?? 0))), stems: Int32Array.from({ length: stems.length }, (_, at) => stems.at(at)),
    asks: order.map((wording) => found.asks.at(wording)), compared: (one, other) => (standing[order[one] ?? 0] ?? 0) - (standing[order[other] ?? 0] ?? 0),
  };
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
  // both halves of a mask and both bounds of the stems lie side by side: a comparison looks at one place for each wording
  const facts = new Int32Array(count * 4);
  for (let wording = 0; wording < count; wording += 1) {
    const fact = wording * 4;
    for (let at = starts[wording] ?? 0; at < (starts[wording + 1] ?? 0); at += 1) {
      const bit = (stems[at] ?? 0) & (MASK_BITS - 1);
      const half = fact + (bit >>> 5);
      facts[half] = (facts[half] ?? 0) | (1 << (bit & 31));
    }
    facts[fact + 2] = starts[wording] ?? 0;
    facts[fact + 3] = starts[wording + 1] ?? 0;
  }
  return (one, other) => {
    const [a, b] = [one * 4, other * 4];
    const [first, firstEnd, second, secondEnd] = [facts[a + 2] ?? 0, facts[a + 3] ?? 0, facts[b + 2] ?? 0, facts[b + 3] ?? 0];
    const [mine, theirs] = [firstEnd - first, secondEnd - second];
    // a stem whose bit the other lacks is not shared
    const mineAlone = bitCount((facts[a] ?? 0) & ~(facts[b] ?? 0)) + bitCount((facts[a + 1] ?? 0) & ~(facts[b + 1] ?? 0));
    const theirsAlone = bitCount((facts[b] ?? 0) & ~(facts[a] ?? 0)) + bitCount((facts[b + 1] ?? 0) & ~(facts[a + 1] ?? 0));
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

/** For every wording the earlier ones of its ground that it may join, by content and class. */
function likelyLeaders(wordings: Wordings, seed: number): LikelyLeaders {
  const { count, bounds, starts, stems, asks } = wordings;
  const minHash = createMinHash({ threshold: QUESTION_LIKENESS, seed });
  const likenessOf = likenessReader(wordings);
  const leaders = new Int32Array(count * MOST_LEADERS);
  const likes = new Float64Array(count * MOST_LEADERS);
  const counts = new Uint8Array(count);
  const isKnown = (own: number, earlier: number): boolean => {
    const first = own * MOST_LEADERS;
    for (let at = first; at < first + (counts[own] ?? 0); at += 1) if (leaders[at] === earlier) return true;
    return false;
  };
  for (let ground = 0; ground + 1 < bounds.length; ground += 1) {
    const from = bounds[ground] ?? 0;
    const size = (bounds[ground + 1] ?? 0) - from;
    const keys = new Int32Array(size);
    // ground by ground, buckets are small enough to stay in the processor's own memory
    const buckets = createBandBuckets(size);
    for (let band = 0; band < minHash.banding.bands; band += 1) {
      minHash.keysOfBand(stems, starts.subarray(from, from + size + 1), { band, into: keys });
      buckets.clear();
      for (let place = 0; place < size; place += 1) {
        const own = from + place;
        for (let standing = buckets.enter(keys[place] ?? 0, place); standing !== place && standing >= 0; standing = buckets.after(standing)) {
          const known = counts[own] ?? 0;
          if (known >= MOST_LEADERS) break;
          const earlier = from + standing;
          if ((asks[own] !== 0 && asks[own] !== asks[earlier]) || isKnown(own, earlier)) continue;
          const like = likenessOf(own, earlier);
          if (like < QUESTION_LIKENESS) continue;
          leaders[own * MOST_LEADERS + known] = earlier;
          likes[own * MOST_LEADERS + known] = like;
          counts[own] = known + 1;
        }
      }
    }
  }
  return { leaders, likes, counts };
}
