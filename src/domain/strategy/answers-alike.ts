import { wordShingles } from '../response/word-shingles.ts';

/** Share of word runs in common under which two answers count as different. */
export const DIFFERENT_BELOW = 0.1;

function jaccard(one: Int32Array, other: Int32Array): number {
  const seen = new Set(one);
  let common = 0;
  for (const run of other) if (seen.has(run)) common += 1;
  const union = seen.size + other.length - common;
  return union === 0 ? 1 : common / union;
}

/**
 * True when the answers that one question got have next to nothing in common: on average over all pairs, less than a tenth of
 * their three-word runs. Other words are not yet other facts: it says that nobody wrote the answer down. Null under two answers
 * with three words or more. O(pairs).
 */
export function answeredDifferently(answers: readonly string[]): boolean | null {
  const runs = answers.map((answer) => wordShingles(answer)).filter(({ length }) => length > 0);
  if (runs.length < 2) return null;
  let sum = 0;
  let pairs = 0;
  runs.forEach((one, place) => runs.slice(place + 1).forEach((other) => {
    sum += jaccard(one, other);
    pairs += 1;
  }));
  return sum / pairs < DIFFERENT_BELOW;
}
