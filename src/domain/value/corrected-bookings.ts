import { labelImputations, type LabelDonor } from '../reading-check/label-imputation.ts';
import { drawnCounts, labelShift } from '../reading-check/label-shift.ts';
import type { ReadAlike } from '../reading-check/read-alike.ts';
import { betaDraw } from '../stats/beta-draw.ts';
import { binomialDraw } from '../stats/binomial-draw.ts';
import { pooledEstimate, type CompletedEstimate, type PooledEstimate } from '../stats/pooled-estimate.ts';
import { seededRandom, type RandomStream } from '../stats/seeded-random.ts';
import type { ValueRuleCode } from '../model/value-codes.ts';

/** What a rule booked, and what it would book if labels were otherwise. */
export interface ReadableRule {
  readonly rule: ValueRuleCode;
  /** Bookings that no other label changes: a person gave the label, or the rule asks for none there. */
  readonly settled: number;
  /** Messages that fulfil everything else the rule asks: each books once when its true labels say so. Booked ones are among them. */
  readonly cells: readonly ReadAlike[];
}

/** What drawing true labels for counts of messages rests on. */
export interface CountDrawing {
  readonly donors: readonly LabelDonor[];
  readonly labels: readonly string[];
  /** All messages that the check's sample stands for, by the label the reader gave first, in the order of `labels`. */
  readonly whole: ArrayLike<number>;
  readonly seed: number;
}

/** True labels with which a rule books. */
export type Books = (labels: readonly string[]) => boolean;

/**
 * Bookings of each rule over 50 data sets in which the labels of every message that the rule could book are drawn again by what
 * the checked sample shows the reader to mistake: booked ones that are none fall out, and those it never saw come in. Pooled by
 * Rubin's rules; a count of these very messages has no variance within a set, only between sets. Nothing below 0.
 *
 * The ledger is not made 50 times. What a rule books for a message depends on that message's labels and on facts no label
 * changes (who wrote to whom, length, whether it was answered), so messages that fulfil the facts and are read alike can stand
 * for each other: their number that turns out true in a set is binomial, and drawing it is drawing each. Advice that the
 * reader did not see has no sign: it is to use as often as the advice that it saw. O(sets x cells x donors).
 * Source: Rubin 1987, Multiple Imputation for Nonresponse in Surveys, chapter 3.
 */
export function correctedBookings(rules: readonly ReadableRule[], booksOf: (rule: ValueRuleCode) => Books, { donors, labels, whole, seed }: CountDrawing): Map<ValueRuleCode, PooledEstimate> {
  const random = seededRandom(seed);
  const found = new Map(rules.map(({ rule }) => [rule, [] as CompletedEstimate[]]));
  const counted = rules.map((one) => ({ ...one, books: booksOf(one.rule), read: readCounts(one.cells, labels) }));
  for (const { chancesOf, shareOf } of labelImputations(donors, labels, { seed })) {
    for (const { rule, settled, cells, books, read } of counted) {
      const evidence = labelShift(drawnCounts(read, random), { codes: labels, whole, chancesOf });
      const toUse = rule === 'recommendation' ? positiveShare(cells, random) : 1;
      let estimate = settled;
      for (const { said, sign, messages } of cells) {
        const share = rule === 'recommendation' && sign === -1 ? 0 : shareOf(said, books, evidence) * (sign === null ? toUse : 1);
        estimate += binomialDraw(messages, share, random);
      }
      found.get(rule)?.push({ estimate, variance: 0 });
    }
  }
  return new Map([...found].flatMap(([rule, sets]) => {
    const pooled = pooledEstimate(sets);
    return pooled === null ? [] : [[rule, { ...pooled, low: Math.max(0, pooled.low) }] as const];
  }));
}

/** Messages by the label that the reader gave first, in the order of the labels. */
export function readCounts(cells: readonly ReadAlike[], labels: readonly string[]): Float64Array {
  const counts = new Float64Array(labels.length);
  for (const { said: [first], messages } of cells) {
    const at = first === undefined ? -1 : labels.indexOf(first);
    if (at >= 0) counts[at] = (counts[at] ?? 0) + messages;
  }
  return counts;
}

/** How much of the advice is to use, drawn from what the reader saw, with half a message to either side. */
export function positiveShare(cells: readonly ReadAlike[], random: RandomStream): number {
  const of = (wanted: 1 | -1): number => cells.reduce((sum, { sign, messages }) => sum + (sign === wanted ? messages : 0), 0);
  return betaDraw(of(1) + 0.5, of(-1) + 0.5, random);
}
