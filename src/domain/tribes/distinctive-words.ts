import { normalCdf } from '../stats/normal-cdf.ts';
import { discoveries } from './false-discovery.ts';

/** Weight of the prior in authors: each word starts from its share of the corpus times this. */
export const PRIOR_AUTHORS = 500;

/** A word used by fewer people of a tribe than this never describes it. */
export const LEAST_WORD_AUTHORS = 3;

const FALSE_DISCOVERY_RATE = 0.05;

/** A word over-represented in a tribe: how many of its people use it, and how far beyond chance. */
export interface DistinctiveWord {
  readonly word: string;
  readonly z: number;
  readonly authors: number;
}

/** How many distinct authors use a word, in the tribe and among everybody (the tribe included). */
export interface WordAuthors {
  readonly word: string;
  readonly tribe: number;
  readonly everybody: number;
}

/**
 * The words that tell a tribe from the rest: log odds of use in the tribe against the rest, with an informative Dirichlet
 * prior of the corpus, divided by their standard error. Authors are counted, not uses, so that nobody who repeats a word
 * gives it to a tribe. Only over-represented words, false discovery rate under .05 over all words of the corpus, strongest
 * first, at most `limit`. A tribe that is everybody has none.
 * Source: Monroe, Colaresi & Quinn 2008, Political Analysis 16(4):372-403, equations 16, 19, 20 and 22.
 */
export function distinctiveWords(words: readonly WordAuthors[], { limit = 12 }: { limit?: number } = {}): DistinctiveWord[] {
  const total = words.reduce((sum, { everybody }) => sum + everybody, 0);
  const inTribe = words.reduce((sum, { tribe }) => sum + tribe, 0);
  const inRest = total - inTribe;
  if (inTribe === 0 || inRest === 0) return [];
  const scored = words.map(({ word, tribe, everybody }) => {
    const prior = (PRIOR_AUTHORS * everybody) / total;
    const rest = everybody - tribe;
    const odds = Math.log((tribe + prior) / (inTribe + PRIOR_AUTHORS - tribe - prior)) - Math.log((rest + prior) / (inRest + PRIOR_AUTHORS - rest - prior));
    const z = odds / Math.sqrt(1 / (tribe + prior) + 1 / (rest + prior));
    return { word, z, authors: tribe };
  });
  const found = discoveries(scored.map(({ z }) => 2 * normalCdf(-Math.abs(z))), FALSE_DISCOVERY_RATE);
  return found
    .flatMap((position) => scored[position] ?? [])
    .filter(({ z, authors }) => z > 0 && authors >= LEAST_WORD_AUTHORS)
    .sort((first, second) => second.z - first.z || (first.word < second.word ? -1 : 1))
    .slice(0, limit);
}
