import { poissonTail } from '../stats/poisson-tail.ts';
import type { Incidence } from './incidence.ts';
import { incidenceNull } from './incidence-null.ts';

/**
 * What chance alone makes people share, from how many features each has and how many people each feature: the same for an
 * incidence and for every shuffle of it that keeps these numbers, so that it is solved once for all of them.
 */
export interface SharingChance {
  /** Pairs of people who have any feature. */
  readonly pairs: number;
  /** A p value above it never counts, whatever the others are. */
  readonly ceiling: number;
  /** Class of each person as {@link IncidenceNull} has it. */
  readonly classOf: Int32Array;
  /** Fewest features that a person of one class and one of another must share to have a p value of at most the ceiling; no fewer for a later class. */
  readonly leastTelling: (one: number, other: number) => number;
  /** Features that people of two classes share by chance. */
  readonly expected: (one: number, other: number) => number;
  /** Probability that people of two classes share at least so many features by chance. */
  readonly tail: (one: number, other: number, shared: number) => number;
}

/**
 * Chance as the bipartite configuration model has it, at a rate of false discoveries. Each p value is computed once for each
 * pair of classes and number shared: a few hundred classes stand for any number of people. Memory: four bytes a pair of
 * classes met.
 * Source: as {@link validatedProjection}.
 */
export function sharingChance(given: Incidence, rate: number): SharingChance {
  const { peopleCount, featureCount, starts, featureStarts } = given;
  let taking = 0;
  for (let person = 0; person < peopleCount; person += 1) if ((starts[person + 1] ?? 0) > (starts[person] ?? 0)) taking += 1;
  const pairs = (taking * (taking - 1)) / 2;
  let most = 0;
  for (let feature = 0; feature < featureCount; feature += 1) {
    const size = (featureStarts[feature + 1] ?? 0) - (featureStarts[feature] ?? 0);
    most += (size * (size - 1)) / 2;
  }
  // no pair above this can pass, whatever the others are: it need not be kept
  const ceiling = pairs === 0 ? 0 : rate * Math.min(1, most / pairs);
  const { classOf, expectedOfClasses } = incidenceNull(given);
  const classes = classOf.reduce((count, one) => Math.max(count, one + 1), 0);
  let longest = 0;
  for (let person = 0; person < peopleCount; person += 1) longest = Math.max(longest, (starts[person + 1] ?? 0) - (starts[person] ?? 0));
  const leastOf: (Int32Array | undefined)[] = [];
  const tails = new Map<number, number>();
  const tail = (one: number, other: number, shared: number): number => {
    // nobody shares more than the longest row holds: keys stay small whole numbers
    const key = (Math.min(one, other) * classes + Math.max(one, other)) * (longest + 1) + shared;
    let p = tails.get(key);
    if (p === undefined) tails.set(key, (p = poissonTail(expectedOfClasses(one, other), shared)));
    return p;
  };
  /** Classes ascend by what their people share, so what is too few beside one class is so beside the next: a row is one walk upwards. */
  const leastRow = (one: number): Int32Array => {
    const row = new Int32Array(classes);
    let shared = 1;
    for (let other = 0; other < classes; other += 1) {
      const expected = expectedOfClasses(one, other);
      // below the mean nothing is unlikely
      shared = Math.max(shared, Math.ceil(expected));
      while (shared <= featureCount && poissonTail(expected, shared) > ceiling) shared += 1;
      row[other] = shared;
    }
    return row;
  };
  return {
    pairs, ceiling, classOf, expected: expectedOfClasses, tail,
    leastTelling: (one, other) => (leastOf[one] ??= leastRow(one))[other] ?? 0,
  };
}
