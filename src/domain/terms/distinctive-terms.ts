import { normalCdf } from '../stats/normal-cdf.ts';
import { falseDiscoveryRates } from './false-discovery-rate.ts';
import { termLogOdds, type LogOdds, type TermAuthors } from './log-odds.ts';

/** A term used by fewer people of a side than this never describes it. */
export const LEAST_TERM_AUTHORS = 5;
/** A side with fewer authors than this gives no list. */
export const LEAST_SIDE_AUTHORS = 20;
/** Largest rate of false discoveries among the terms listed. */
export const MOST_FALSE_DISCOVERIES = 0.05;
/** A word most of whose users (this share or more) say it inside a listed term of two words adds nothing to the list. */
const COVERED_SHARE = 0.8;

/** A term with how many distinct authors use it on either side; a term of two words names the keys of both. */
export interface CountedTerm<Key extends string | number> extends TermAuthors {
  readonly key: Key;
  readonly parts?: readonly [Key, Key];
}

/** A term that tells the two sides apart. */
export interface DistinctiveTerm<Key extends string | number> extends LogOdds {
  readonly key: Key;
  readonly authorsIn: number;
  readonly authorsOut: number;
  /** Benjamini-Hochberg q over all terms that were looked at. */
  readonly q: number;
}

/** Terms of a group and of the rest, strongest first, and how many were looked at. */
export interface DistinctiveTerms<Key extends string | number> {
  readonly ofGroup: DistinctiveTerm<Key>[];
  readonly ofRest: DistinctiveTerm<Key>[];
  readonly tested: number;
}

/**
 * The terms that tell a group from the rest, and those that tell the rest from the group: log odds with an informative
 * prior on counts of distinct authors, so that nobody who repeats a word gives it to a group; terms that fewer than
 * {@link LEAST_TERM_AUTHORS} people use in all are not looked at, those that fewer use on the side they speak for are not
 * listed; false discovery rate under .05; strongest z first, at most `limit` a side. A word that is nearly always said
 * inside a listed term of two words gives way to it. Floors on whole sides are the caller's.
 */
export function distinctiveTerms<Key extends string | number>(terms: readonly CountedTerm<Key>[], { limit }: { readonly limit: number }): DistinctiveTerms<Key> {
  // 1. totals are of words alone: a term of two words is already in them twice
  const looked = terms.filter(({ inGroup, inRest }) => inGroup + inRest >= LEAST_TERM_AUTHORS);
  const totals = { inGroup: 0, inRest: 0 };
  for (const { inGroup, inRest, parts } of looked) {
    if (parts !== undefined) continue;
    totals.inGroup += inGroup;
    totals.inRest += inRest;
  }
  if (totals.inGroup === 0 || totals.inRest === 0) return { ofGroup: [], ofRest: [], tested: 0 };
  // 2. every term against the rest
  const scored = looked.map((term) => termLogOdds(term, totals));
  const rates = falseDiscoveryRates(scored.map(({ z }) => Math.min(1, 2 * normalCdf(-Math.abs(z)))));
  const telling = looked.flatMap((term, position) => {
    const [odds, q] = [scored[position], rates[position] ?? 1];
    return odds !== undefined && q < MOST_FALSE_DISCOVERIES ? [{ term, odds, q }] : [];
  });
  // 3. those that survive, side by side
  const side = (sign: 1 | -1): DistinctiveTerm<Key>[] => {
    const users = ({ inGroup, inRest }: TermAuthors): number => (sign === 1 ? inGroup : inRest);
    const found = telling
      .filter(({ term, odds }) => odds.z * sign > 0 && users(term) >= LEAST_TERM_AUTHORS)
      .sort((first, second) => sign * (second.odds.z - first.odds.z) || (first.term.key < second.term.key ? -1 : 1));
    const covered = new Set<Key>();
    const byKey = new Map(found.map(({ term }) => [term.key, users(term)]));
    for (const { term } of found) for (const part of term.parts ?? []) if (users(term) >= COVERED_SHARE * (byKey.get(part) ?? Infinity)) covered.add(part);
    return found.filter(({ term }) => !covered.has(term.key)).slice(0, limit)
      .map(({ term, odds, q }) => ({ key: term.key, authorsIn: term.inGroup, authorsOut: term.inRest, ...odds, q }));
  };
  return { ofGroup: side(1), ofRest: side(-1), tested: looked.length };
}
