import type { Incidence } from './incidence.ts';

/** How many features two people share by chance alone, where everybody keeps the number of features they have, and every feature its number of people. */
export interface IncidenceNull {
  /** Expected features shared by two people. */
  readonly expectedShared: (one: number, other: number) => number;
  /** Class of each person: people of one class have the same number of features, and the same chances. Below 0 for those without any. */
  readonly classOf: Int32Array;
  /** Expected features shared by a person of one class and one of another. */
  readonly expectedOfClasses: (one: number, other: number) => number;
  /** Largest relative difference between a number of features or people and what the null expects of it; how well it was solved. */
  readonly error: number;
}

const MOST_ROUNDS = 2000;
const CLOSE_ENOUGH = 1e-8;

interface Classes {
  readonly values: Float64Array;
  readonly counts: Float64Array;
  /** Position in `values` of each row. */
  readonly classOf: Int32Array;
}

/**
 * The bipartite configuration model: the least committed random incidence whose expected degrees are those found. The chance
 * that person p has feature f is x_p y_f / (1 + x_p y_f), with x and y solved by fixed-point rounds over the distinct degrees.
 * People and features without any take no part. O(rounds x distinct degrees of people x of features); an expected number is
 * computed once a pair of degrees.
 * Source: Saracco, Di Clemente, Gabrielli & Squartini 2015, Scientific Reports 5:10595.
 */
export function incidenceNull({ starts, featureStarts }: Incidence): IncidenceNull {
  const people = degreeClasses(starts);
  const features = degreeClasses(featureStarts);
  const total = people.values.reduce((sum, value, at) => sum + value * (people.counts[at] ?? 0), 0);
  const x = people.values.map((value) => value / Math.sqrt(total || 1));
  const y = features.values.map((value) => value / Math.sqrt(total || 1));
  let error = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    error = Math.max(solvedSide(x, people.values, { others: y, counts: features.counts }), solvedSide(y, features.values, { others: x, counts: people.counts }));
    if (error < CLOSE_ENOUGH) break;
  }
  const known = new Map<number, number>();
  const expected = (one: number, other: number): number => {
    let sum = 0;
    for (let at = 0; at < y.length; at += 1) {
      const first = (x[one] ?? 0) * (y[at] ?? 0);
      const second = (x[other] ?? 0) * (y[at] ?? 0);
      sum += (features.counts[at] ?? 0) * (first / (1 + first)) * (second / (1 + second));
    }
    return sum;
  };
  // the smaller class first, so that who is asked about first leaves no trace in the last bit
  const expectedOfClasses = (first: number, second: number): number => {
    if (first < 0 || second < 0) return 0;
    const low = Math.min(first, second);
    const high = Math.max(first, second);
    let value = known.get(low * x.length + high);
    if (value === undefined) known.set(low * x.length + high, (value = expected(low, high)));
    return value;
  };
  return { error, classOf: people.classOf, expectedOfClasses, expectedShared: (one, other) => expectedOfClasses(people.classOf[one] ?? -1, people.classOf[other] ?? -1) };
}

/** One round for one side: each value moves to where its expected degree would be right if the others stood. Returns how far the degrees were off. */
function solvedSide(own: Float64Array, degrees: Float64Array, { others, counts }: { readonly others: Float64Array; readonly counts: Float64Array }): number {
  let error = 0;
  for (let at = 0; at < own.length; at += 1) {
    const value = own[at] ?? 0;
    const degree = degrees[at] ?? 0;
    let sum = 0;
    for (let other = 0; other < others.length; other += 1) sum += ((counts[other] ?? 0) * (others[other] ?? 0)) / (1 + value * (others[other] ?? 0));
    error = Math.max(error, Math.abs(value * sum - degree) / degree);
    // somebody who has every feature is at an infinite value: a ceiling keeps the rounds finite
    own[at] = sum === 0 ? 0 : Math.min(1e12, degree / sum);
  }
  return error;
}

function degreeClasses(starts: Int32Array): Classes {
  const degrees = Int32Array.from({ length: starts.length - 1 }, (_, row) => (starts[row + 1] ?? 0) - (starts[row] ?? 0));
  const values = [...new Set(degrees)].filter((degree) => degree > 0).sort((one, other) => one - other);
  const place = new Map(values.map((value, at) => [value, at]));
  const counts = new Float64Array(values.length);
  const classOf = Int32Array.from(degrees, (degree) => {
    const at = place.get(degree) ?? -1;
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
    return at;
  });
  return { values: Float64Array.from(values), counts, classOf };
}
