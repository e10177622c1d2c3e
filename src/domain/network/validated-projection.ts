import { poissonTail } from '../stats/poisson-tail.ts';
import type { Incidence } from './incidence.ts';
import { incidenceNull } from './incidence-null.ts';
import type { TieColumns } from './tie-graph.ts';

/** Ties between people who share more features than chance gives, each once, ascending. */
export interface ValidatedProjection extends TieColumns {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Features shared beyond those expected. */
  readonly weight: readonly number[];
  /** Pairs of people that share anything, and all pairs that could. */
  readonly sharing: number;
  readonly pairs: number;
  /** Largest p value that counts; 0 where none does. */
  readonly threshold: number;
}

/** `rate`: share of false ties among those kept that is allowed for; `check` is called now and then and may throw to stop. */
export interface ProjectionOptions {
  readonly rate?: number | undefined;
  readonly check?: (() => void) | undefined;
}

/** Share of false discoveries allowed for. */
export const DEFAULT_RATE = 0.05;

/**
 * People tied by what they share: two people are tied when the number of features they share is too large for the bipartite
 * configuration model, at a false discovery rate over all pairs, those that share nothing included. The number shared by chance
 * is a sum of unlikely independent events and is taken to be Poisson, whose tail is the wider one. Ties are as heavy as what is
 * shared beyond chance. People without features take no part. O(sum of squared numbers of people a feature).
 * Source: Saracco, Straka, Di Clemente, Gabrielli, Caldarelli & Squartini 2017, New Journal of Physics 19:053022; Benjamini &
 * Hochberg 1995; Le Cam 1960, Pacific Journal of Mathematics 10:1181-1197, on the Poisson.
 */
export function validatedProjection(given: Incidence, { rate = DEFAULT_RATE, check = () => undefined }: ProjectionOptions = {}): ValidatedProjection {
  const { peopleCount, featureCount, starts, features, featureStarts, people } = given;
  const taking = Array.from({ length: peopleCount }, (_, person) => (starts[person + 1] ?? 0) - (starts[person] ?? 0)).filter((count) => count > 0).length;
  const pairs = (taking * (taking - 1)) / 2;
  let most = 0;
  for (let feature = 0; feature < featureCount; feature += 1) {
    const size = (featureStarts[feature + 1] ?? 0) - (featureStarts[feature] ?? 0);
    most += (size * (size - 1)) / 2;
  }
  // no pair above this can pass, whatever the others are: it need not be kept
  const ceiling = pairs === 0 ? 0 : rate * Math.min(1, most / pairs);
  const { expectedShared } = incidenceNull(given);
  const found: { readonly from: number; readonly to: number; readonly weight: number; readonly p: number }[] = [];
  const counts = new Int32Array(peopleCount);
  const touched = new Int32Array(peopleCount);
  let sharing = 0;
  for (let person = 0; person < peopleCount; person += 1) {
    if (person % 256 === 0) check();
    let met = 0;
    for (let at = starts[person] ?? 0; at < (starts[person + 1] ?? 0); at += 1) {
      const feature = features[at] ?? 0;
      // people of a feature stand ascending: only those after this one
      for (let other = (featureStarts[feature + 1] ?? 0) - 1; other >= 0; other -= 1) {
        const neighbour = people[other] ?? 0;
        if (neighbour <= person) break;
        if (counts[neighbour] === 0) touched[met++] = neighbour;
        counts[neighbour] = (counts[neighbour] ?? 0) + 1;
      }
    }
    sharing += met;
    for (const neighbour of touched.subarray(0, met).sort()) {
      const shared = counts[neighbour] ?? 0;
      counts[neighbour] = 0;
      const expected = expectedShared(person, neighbour);
      const p = poissonTail(expected, shared);
      if (p <= ceiling) found.push({ from: person, to: neighbour, weight: shared - expected, p });
    }
  }
  const threshold = discoveryThreshold(found.map(({ p }) => p), { rate, tests: pairs });
  const kept = found.filter(({ p, weight }) => p <= threshold && weight > 0);
  return { from: kept.map(({ from }) => from), to: kept.map(({ to }) => to), weight: kept.map(({ weight }) => weight), sharing, pairs, threshold };
}

/** The largest p value that Benjamini and Hochberg's rule keeps among `tests`, of which only the small ones are at hand; 0 where none is kept. */
function discoveryThreshold(small: number[], { rate, tests }: { readonly rate: number; readonly tests: number }): number {
  const ascending = Float64Array.from(small).sort();
  for (let rank = ascending.length; rank > 0; rank -= 1) {
    const p = ascending[rank - 1] ?? 1;
    if (p <= (rank * rate) / tests) return p;
  }
  return 0;
}
