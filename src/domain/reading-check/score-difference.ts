import { quantile } from '../stats/quantile.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { FEWEST_CHECKED, FEWEST_OF_A_LABEL, type CheckedMessage } from './check-scores.ts';

/** Mean F1 of two ways of reading the same checked messages, and the difference with its limits. */
export interface ScoreDifference {
  /** Labels that enter the mean: those of which a person gave at least ten. */
  readonly labels: readonly string[];
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** A message of the sample, as read in two ways. */
export interface TwiceRead {
  readonly before: CheckedMessage;
  readonly after: CheckedMessage;
}

const DRAWS = 1000;

/**
 * What a second way of reading does to the mean F1, over the same labels on both sides; limits are percentiles of 1,000 seeded
 * draws in which both ways are scored on the same messages, drawn within the strata. Null below fifty messages or without a
 * label of ten. O(draws x n x labels).
 * Source: Efron & Tibshirani 1993, chapter 8; paired as in Dietterich 1998, Neural Computation 10(7):1895-1923.
 */
export function scoreDifference(messages: readonly TwiceRead[], codes: readonly string[], seed: number): ScoreDifference | null {
  const labels = codes.filter((code) => messages.filter(({ before }) => before.truthAll.includes(code)).length >= FEWEST_OF_A_LABEL);
  if (messages.length < FEWEST_CHECKED || labels.length === 0) return null;
  const strata = new Map<string, number[]>();
  messages.forEach(({ before }, position) => strata.set(before.stratum, [...(strata.get(before.stratum) ?? []), position]));
  const own = Float64Array.from(messages, ({ before }) => before.weight);
  const [before, after] = meanF1s(messages, own, labels);
  const random = seededRandom(seed);
  const weights = new Float64Array(messages.length);
  const differences = Float64Array.from({ length: DRAWS }, () => {
    weights.fill(0);
    for (const positions of strata.values()) {
      for (let turn = 0; turn < positions.length; turn += 1) {
        const position = positions[Math.floor(random() * positions.length)] ?? 0;
        weights[position] = (weights[position] ?? 0) + (own[position] ?? 0);
      }
    }
    const [one, other] = meanF1s(messages, weights, labels);
    return other - one;
  }).sort();
  return { labels, before, after, difference: after - before, low: quantile(differences, 0.025) ?? 0, high: quantile(differences, 0.975) ?? 0 };
}

function meanF1s(messages: readonly TwiceRead[], weights: Float64Array, labels: readonly string[]): [number, number] {
  const sums = labels.map(() => ({ truth: 0, said: [0, 0], hit: [0, 0] }));
  messages.forEach((message, position) => {
    const weight = weights[position] ?? 0;
    if (weight === 0) return;
    labels.forEach((label, at) => {
      const sum = sums[at];
      if (sum === undefined) return;
      const isTrue = message.before.truthAll.includes(label);
      if (isTrue) sum.truth += weight;
      [message.before, message.after].forEach(({ saidAll }, way) => {
        if (!saidAll.includes(label)) return;
        sum.said[way] = (sum.said[way] ?? 0) + weight;
        if (isTrue) sum.hit[way] = (sum.hit[way] ?? 0) + weight;
      });
    });
  });
  const mean = (way: 0 | 1): number => {
    // a draw may hold no message of a label, and no reading of it: nothing is to be said of it then
    const f1s = sums.flatMap(({ truth, said, hit }) => (truth + (said[way] ?? 0) === 0 ? [] : [(2 * (hit[way] ?? 0)) / (truth + (said[way] ?? 0))]));
    return f1s.length === 0 ? 0 : f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length;
  };
  return [mean(0), mean(1)];
}
