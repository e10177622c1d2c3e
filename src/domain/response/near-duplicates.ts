import { wordShingles } from './word-shingles.ts';

/** Texts with this share of their three-word runs in common are near-duplicates. */
export const NEAR_DUPLICATE_JACCARD = 0.9;

/** Answers how many texts of a collection are near-duplicates of one of them. */
export interface NearDuplicates {
  /** True when at least `minimum` accepted near-duplicates of text `position` exist; the text itself is never offered. */
  readonly reach: (position: number, minimum: number, accept: (other: number) => boolean) => boolean;
}

interface Wording {
  readonly members: number[];
  readonly shingles: Int32Array;
}

/** Places of the frequency table, a power of two; runs that fall on one place only make the order less sharp, never wrong. */
const FREQUENCY_PLACES = 1 << 20;

/** How common runs of words are, by the lower bits of their hash; as many places as a power of two. */
export type RunFrequencies = Uint32Array | Uint8Array;

/**
 * Near-duplicate search over texts, exact for Jaccard >= .9 on three-word runs. Equal texts are grouped first; then only texts
 * that share one of their few rarest runs are compared, since sets this alike cannot differ in all of them (prefix filter).
 * Building is O(total length), a question is O(texts that share such a run).
 * Source: Bayardo, Ma & Srikant 2007, Scaling up all pairs similarity search, WWW.
 */
export function nearDuplicates(texts: readonly string[]): NearDuplicates {
  const wordings: Wording[] = [];
  const wordingOf = new Int32Array(texts.length);
  const frequency = new Uint32Array(FREQUENCY_PLACES);
  const byText = new Map<string, number>();
  texts.forEach((text, position) => {
    let index = byText.get(text);
    if (index === undefined) {
      index = wordings.length;
      byText.set(text, index);
      const shingles = wordShingles(text);
      wordings.push({ members: [], shingles });
      for (const shingle of shingles) frequency[shingle & (FREQUENCY_PLACES - 1)] = (frequency[shingle & (FREQUENCY_PLACES - 1)] ?? 0) + 1;
    }
    wordings[index]?.members.push(position);
    wordingOf[position] = index;
  });
  const byShingle = new Map<number, number[]>();
  wordings.forEach(({ shingles }, index) => {
    for (const shingle of rarestRuns(shingles, frequency)) {
      const sharing = byShingle.get(shingle);
      if (sharing === undefined) byShingle.set(shingle, [index]);
      else sharing.push(index);
    }
  });
  return {
    reach(position, minimum, accept) {
      const own = wordings[wordingOf[position] ?? -1];
      if (own === undefined || own.shingles.length === 0) return minimum <= 0;
      const seen = new Set<number>();
      let found = 0;
      for (const shingle of rarestRuns(own.shingles, frequency)) {
        for (const index of byShingle.get(shingle) ?? []) {
          if (seen.has(index)) continue;
          seen.add(index);
          const other = wordings[index];
          if (other === undefined || (other !== own && !alikeRuns(own.shingles, other.shingles))) continue;
          for (const member of other.members) {
            if (member === position || !accept(member)) continue;
            found += 1;
            if (found >= minimum) return true;
          }
        }
      }
      return found >= minimum;
    },
  };
}

/**
 * The few rarest runs of a set, in one order for all sets that are compared: two sets alike enough share at least one of
 * theirs. Which order it is does not matter to what is found, only to how much is compared. O(runs times those taken).
 */
export function rarestRuns(shingles: Int32Array, frequency: RunFrequencies): number[] {
  const size = shingles.length;
  const wanted = size === 0 ? 0 : size - Math.ceil(NEAR_DUPLICATE_JACCARD * size - 1e-9) + 1;
  const places = frequency.length - 1;
  const rank = (shingle: number): number => (frequency[shingle & places] ?? 0) * 4294967296 + (shingle >>> 0);
  const chosen: number[] = [];
  let floor = -1;
  for (let round = 0; round < wanted; round += 1) {
    let best = Infinity;
    let bestShingle = 0;
    for (const shingle of shingles) {
      const place = rank(shingle);
      if (place <= floor || place >= best) continue;
      best = place;
      bestShingle = shingle;
    }
    chosen.push(bestShingle);
    floor = best;
  }
  return chosen;
}

/** Whether two sets of ascending runs, as {@link wordShingles} gives them, are alike enough for near-duplicates. O(runs). */
export function alikeRuns(one: Int32Array, other: Int32Array): boolean {
  const total = one.length + other.length;
  // Jaccard >= t means at least t / (1 + t) of both sets' sizes in common, hence at most this many runs in one set only.
  const allowed = Math.floor(total - 2 * (NEAR_DUPLICATE_JACCARD / (1 + NEAR_DUPLICATE_JACCARD)) * total + 1e-9);
  let apart = Math.abs(one.length - other.length) > allowed ? allowed + 1 : 0;
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length && apart <= allowed) {
    const left = one[i] ?? 0;
    const right = other[j] ?? 0;
    if (left === right) {
      i += 1;
      j += 1;
    } else {
      apart += 1;
      if (left < right) i += 1;
      else j += 1;
    }
  }
  return apart + (one.length - i) + (other.length - j) <= allowed;
}
