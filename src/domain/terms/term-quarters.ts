import { trendInShares } from '../stats/trend-in-shares.ts';
import { LEAST_SIDE_AUTHORS } from './distinctive-terms.ts';
import { falseDiscoveryRates } from './false-discovery-rate.ts';

/** Quarters with enough people that a trend takes at least. */
export const LEAST_TREND_QUARTERS = 3;
const MOST_FALSE = 0.05;

/** A message about the brand: whose it is and in which quarter it was written. */
export interface DatedMention {
  readonly authorId: number;
  readonly quarter: string;
}

/** Of the people who meant the brand in a quarter, how many used a term; null where they are too few to be told. */
export interface TermQuarter {
  readonly quarter: string;
  readonly n: number;
  readonly k: number | null;
}

/** How a term moves: its quarters, and a trend where there is enough of them. */
export interface TermMovement {
  readonly quarters: readonly TermQuarter[];
  readonly trend: { readonly z: number; readonly q: number; readonly moved: 'up' | 'down' | 'not-clear' } | null;
}

function peopleByQuarter(mentions: readonly DatedMention[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const { authorId, quarter } of mentions) found.set(quarter, (found.get(quarter) ?? new Set<number>()).add(authorId));
  return found;
}

/**
 * How the listed terms of a tribe move by quarter: of its people who meant the brand in each, how many used the term. Quarters under
 * {@link LEAST_SIDE_AUTHORS} people give no count and enter no trend; from {@link LEAST_TREND_QUARTERS} quarters on a trend test,
 * with the rate of false discoveries over the terms tested. A person counts once a quarter, so that those who stay count in several:
 * the test takes them as independent. O(mentions).
 * Source: Armitage 1955, Biometrics 11(3):375-386.
 */
export function termMovements(all: readonly DatedMention[], ofTerms: readonly (readonly DatedMention[])[]): TermMovement[] {
  const everybody = peopleByQuarter(all);
  const order = [...everybody.keys()].sort();
  const counted = ofTerms.map((mentions) => {
    const users = peopleByQuarter(mentions);
    return order.map((quarter): TermQuarter => {
      const n = everybody.get(quarter)?.size ?? 0;
      return { quarter, n, k: n < LEAST_SIDE_AUTHORS ? null : (users.get(quarter)?.size ?? 0) };
    });
  });
  const tests = counted.map((quarters) => {
    const enough = quarters.flatMap(({ n, k }) => (k === null ? [] : [{ n, k }]));
    return enough.length < LEAST_TREND_QUARTERS ? null : trendInShares(enough);
  });
  const places = tests.flatMap((test, place) => (test === null ? [] : [place]));
  const rates = falseDiscoveryRates(places.map((place) => tests[place]?.p ?? 1));
  return counted.map((quarters, place) => {
    const test = tests[place] ?? null;
    if (test === null) return { quarters, trend: null };
    const q = rates[places.indexOf(place)] ?? 1;
    return { quarters, trend: { z: test.z, q, moved: q >= MOST_FALSE ? 'not-clear' : test.z > 0 ? 'up' : 'down' } };
  });
}
