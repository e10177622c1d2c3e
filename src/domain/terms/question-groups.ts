import { createBandBuckets } from './band-buckets.ts';
import { createMinHash, jaccardLikeness } from './min-hash.ts';
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

interface Wording {
  readonly set: Int32Array;
  readonly asks: string | null;
  readonly apart: string;
  readonly key: string;
  readonly positions: number[];
}

/**
 * Groups questions that ask the same: content words at least half alike (Jaccard on stems), found by min-hashing, and the
 * same class of question word; a question without one goes with any class, never the other way round, so that "delivery
 * time?" does not bring "when" and "why" together. The commonest wordings lead; each other wording joins the leader it is
 * most like, so that every member is like the middle and nothing is chained. Questions without content words stay alone.
 * Members ascend by position; the order of the input changes nothing else. Cost O(total stems x bands); memory about 100 bytes a distinct wording.
 */
export function questionGroups(questions: readonly QuestionTopic[], { seed = 1 }: { readonly seed?: number } = {}): GroupedQuestion[][] {
  const wordings = distinctWordings(questions);
  // the commonest first; equal ones by content, never by place
  const order = wordings.map((_, index) => index).sort((one, other) => {
    const [first, second] = [wordings[one], wordings[other]];
    if (first === undefined || second === undefined) return 0;
    return second.positions.length - first.positions.length || (first.asks === null ? 1 : 0) - (second.asks === null ? 1 : 0) || (first.key < second.key ? -1 : 1);
  });
  const likely = likelyLeaders(wordings, order, seed);
  const leaderOf = new Int32Array(wordings.length).fill(-1);
  const likeness = new Float32Array(wordings.length).fill(1);
  for (const index of order) {
    let best = index;
    let most = 0;
    for (const { leader, like } of likely[index] ?? []) {
      if (leaderOf[leader] === leader && like > most) {
        best = leader;
        most = like;
      }
    }
    leaderOf[index] = best;
    if (best !== index) likeness[index] = most;
  }
  const groups = new Map<number, GroupedQuestion[]>();
  for (const index of order) {
    const leader = leaderOf[index] ?? index;
    let members = groups.get(leader);
    if (members === undefined) groups.set(leader, (members = []));
    for (const position of wordings[index]?.positions ?? []) members.push({ position, likeness: likeness[index] ?? 1 });
  }
  return [...groups.values()].map((members) => members.sort((one, other) => one.position - other.position));
}

function distinctWordings(questions: readonly QuestionTopic[]): Wording[] {
  const byKey = new Map<string, Wording>();
  questions.forEach(({ stems, asks, apart }, position) => {
    if (stems.length === 0) return;
    const sorted = [...stems].sort();
    const key = `${apart}\n${asks ?? ''}\n${sorted.join(' ')}`;
    const known = byKey.get(key);
    if (known !== undefined) {
      known.positions.push(position);
      return;
    }
    const ground = textHash(apart);
    const set = Int32Array.from(new Set(sorted.map((stem) => spreadBits(textHash(stem, ground)) | 0))).sort();
    byKey.set(key, { set, asks, apart, key, positions: [position] });
  });
  return [...byKey.values()];
}

/** For every wording the earlier ones (in `order`) that it may join, by content and class. */
function likelyLeaders(wordings: readonly Wording[], order: readonly number[], seed: number): { leader: number; like: number }[][] {
  const minHash = createMinHash({ threshold: QUESTION_LIKENESS, seed });
  const likely: { leader: number; like: number }[][] = wordings.map(() => []);
  for (let band = 0; band < minHash.banding.bands; band += 1) {
    const buckets = createBandBuckets(wordings.length);
    for (const index of order) {
      const own = wordings[index];
      const known = likely[index];
      if (own === undefined || known === undefined) continue;
      buckets.enter(minHash.bandKey(own.set, band), index, (earlier) => {
        const other = wordings[earlier];
        if (other === undefined || other.apart !== own.apart || (own.asks !== null && own.asks !== other.asks)) return;
        if (known.length >= MOST_LEADERS || known.some(({ leader }) => leader === earlier)) return;
        const like = jaccardLikeness(own.set, other.set);
        if (like >= QUESTION_LIKENESS) known.push({ leader: earlier, like });
      });
    }
  }
  return likely;
}
