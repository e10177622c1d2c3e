import { gammaDraw } from '../stats/gamma-draw.ts';
import type { RandomStream } from '../stats/seeded-random.ts';
import type { LabelSet } from './label-imputation.ts';

/** How many messages the reader gave each label, in the order of the codes. */
export type ReadCounts = ArrayLike<number>;

/** What a shift of labels rests on besides the messages whose labels shift. */
export interface ShiftFrame {
  readonly codes: readonly string[];
  /** All messages that the check's sample stands for. */
  readonly whole: ReadCounts;
  readonly chancesOf: LabelSet['chancesOf'];
}

/** Messages of the whole that stand beside a group's own: a handful of messages must not look like a kind of people. */
const PRIOR_MESSAGES = 10;
const MOST_ROUNDS = 200;
const CLOSE_ENOUGH = 1e-5;

/**
 * How much likelier each true label is in a group of messages than in the whole, from how often the reader gives each label in
 * both and from the chances that it is wrong: evidence for drawing the group's labels. Without it a group in which nobody
 * recommends would be lent the recommendations of the others, and all groups would look alike. Expectation and maximisation
 * over the shares of true labels; assumes that the reader mistakes a true label as often in the group as elsewhere. Ten messages
 * of the whole stand beside the group's own. 1 for every label where the group is read like the whole, and where the whole is
 * empty. O(rounds x codes^2).
 * Source: Saerens, Latinne & Decaestecker 2002, Neural Computation 14(1):21-41.
 */
export function labelShift(group: ReadCounts, { codes, whole, chancesOf }: ShiftFrame): Float64Array {
  const size = codes.length;
  const rows = codes.map((code) => chancesOf(code) ?? new Float64Array(size));
  const total = sum(whole);
  const counts = Float64Array.from({ length: size }, (_, said) => group[said] ?? 0);
  const shares = new Float64Array(size);
  for (let said = 0; said < size; said += 1) for (let truth = 0; truth < size; truth += 1) shares[truth] = (shares[truth] ?? 0) + ((whole[said] ?? 0) / Math.max(1, total)) * (rows[said]?.[truth] ?? 0);
  const all = sum(counts) + PRIOR_MESSAGES;
  let ratio = new Float64Array(size).fill(1);
  if (total === 0) return ratio;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const expected = Float64Array.from(shares, (share) => PRIOR_MESSAGES * share);
    for (let said = 0; said < size; said += 1) {
      const [row, count] = [rows[said] ?? ratio, counts[said] ?? 0];
      let held = 0;
      for (let truth = 0; truth < size; truth += 1) held += (row[truth] ?? 0) * (ratio[truth] ?? 0);
      if (count === 0 || held === 0) continue;
      for (let truth = 0; truth < size; truth += 1) expected[truth] = (expected[truth] ?? 0) + (count * (row[truth] ?? 0) * (ratio[truth] ?? 0)) / held;
    }
    const next = Float64Array.from(expected, (count, truth) => ((shares[truth] ?? 0) > 0 ? count / all / (shares[truth] ?? 1) : 1));
    const moved = next.reduce((most, value, truth) => Math.max(most, Math.abs(value - (ratio[truth] ?? 0)) * (shares[truth] ?? 0)), 0);
    ratio = next;
    if (moved < CLOSE_ENOUGH) break;
  }
  return ratio;
}

/**
 * A group's counts drawn anew, each as a gamma with its own mean, so that the doubt about what kind of people few messages come
 * from enters {@link labelShift} (the Bayesian bootstrap of messages).
 * Source: Rubin 1981, Annals of Statistics 9(1):130-134.
 */
export function drawnCounts(counts: ReadCounts, random: RandomStream): Float64Array {
  return Float64Array.from({ length: counts.length }, (_, at) => ((counts[at] ?? 0) > 0 ? gammaDraw(counts[at] ?? 0, random) : 0));
}

function sum(counts: ArrayLike<number>): number {
  let all = 0;
  for (let at = 0; at < counts.length; at += 1) all += counts[at] ?? 0;
  return all;
}
