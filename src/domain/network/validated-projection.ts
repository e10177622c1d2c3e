import type { Incidence } from './incidence.ts';
import { sharingChance, type SharingChance } from './sharing-chance.ts';
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
  /** What chance gives at this rate, where it was solved for an incidence of the same numbers. */
  readonly chance?: SharingChance | undefined;
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
export function validatedProjection(given: Incidence, { rate = DEFAULT_RATE, chance = sharingChance(given, rate), check = () => undefined }: ProjectionOptions = {}): ValidatedProjection {
  const { peopleCount, starts, features, featureStarts, people } = given;
  const { pairs, classOf, leastTelling, expected, tail } = chance;
  const found: { readonly from: number[]; readonly to: number[]; readonly weight: number[]; readonly p: number[] } = { from: [], to: [], weight: [], p: [] };
  const counts = new Int32Array(peopleCount);
  const touched = new Int32Array(peopleCount);
  let sharing = 0;
  for (let person = 0; person < peopleCount; person += 1) {
    if (person % 256 === 0) check();
    let met = 0;
    for (let at = starts[person] ?? 0; at < (starts[person + 1] ?? 0); at += 1) {
      const feature = features[at] ?? 0;
      const first = featureStarts[feature] ?? 0;
      // people of a feature stand ascending: only those after this one
      for (let other = (featureStarts[feature + 1] ?? 0) - 1; other >= first; other -= 1) {
        const neighbour = people[other] ?? 0;
        if (neighbour <= person) break;
        const shared = counts[neighbour] ?? 0;
        if (shared === 0) touched[met++] = neighbour;
        counts[neighbour] = shared + 1;
      }
    }
    if (met === 0) continue;
    sharing += met;
    const own = classOf[person] ?? -1;
    // who has more shares more by chance: what is too few beside the first class, most of what is met, is too few beside all
    const least = leastTelling(own, 0);
    let telling = 0;
    for (let at = 0; at < met; at += 1) {
      const neighbour = touched[at] ?? 0;
      const shared = counts[neighbour] ?? 0;
      if (shared >= least && shared >= leastTelling(own, classOf[neighbour] ?? -1)) touched[telling++] = neighbour;
      else counts[neighbour] = 0;
    }
    if (telling === 0) continue;
    for (const neighbour of touched.subarray(0, telling).sort()) {
      const shared = counts[neighbour] ?? 0;
      counts[neighbour] = 0;
      const other = classOf[neighbour] ?? -1;
      found.from.push(person);
      found.to.push(neighbour);
      found.weight.push(shared - expected(own, other));
      found.p.push(tail(own, other, shared));
    }
  }
  const threshold = discoveryThreshold(found.p, { rate, tests: pairs });
  const kept = { from: [] as number[], to: [] as number[], weight: [] as number[] };
  for (let at = 0; at < found.p.length; at += 1) {
    const weight = found.weight[at] ?? 0;
    if ((found.p[at] ?? 1) > threshold || weight <= 0) continue;
    kept.from.push(found.from[at] ?? 0);
    kept.to.push(found.to[at] ?? 0);
    kept.weight.push(weight);
  }
  return { ...kept, sharing, pairs, threshold };
}

/** The largest p value that Benjamini and Hochberg's rule keeps among `tests`, of which only the small ones are at hand; 0 where none is kept. */
function discoveryThreshold(small: readonly number[], { rate, tests }: { readonly rate: number; readonly tests: number }): number {
  const ascending = Float64Array.from(small).sort();
  for (let rank = ascending.length; rank > 0; rank -= 1) {
    const p = ascending[rank - 1] ?? 1;
    if (p <= (rank * rate) / tests) return p;
  }
  return 0;
}
