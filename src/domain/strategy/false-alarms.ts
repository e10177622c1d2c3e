import { quantile } from '../stats/quantile.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { earlyWarnings } from './early-warning.ts';

/** Days of a block that stays together: a week, so that weekdays keep their pace. */
export const BLOCK_DAYS = 7;
/** Shuffles behind a rate. */
export const SHUFFLES = 200;
const YEAR_DAYS = 365;

/** Warnings a year that a rule gives where nothing goes on; limits are the 2.5 and 97.5 % of the shuffles. */
export interface FalseAlarmRate {
  readonly aYear: number;
  readonly low: number;
  readonly high: number;
  /** Ordinary days that were shuffled. */
  readonly days: number;
}

/**
 * How often the warning rule would cry wolf on a series: its ordinary days (those of no burst), cut into weeks, in 200 seeded
 * random orders, with the warnings counted in each. Within a week days keep their order, so that weekdays and short memory
 * stay; beyond it nothing lasts, so that every warning is a false one. Null under `least` ordinary days. `inBurst[i]` leaves
 * day i out. O(shuffles · days · 56).
 * Source: Künsch 1989, Annals of Statistics 17:1217-1241 (blocks); Good 2005, Permutation, Parametric and Bootstrap Tests, ch. 3.
 */
export function falseAlarmRate(counts: readonly number[], { inBurst, seed, least }: { readonly inBurst: readonly boolean[]; readonly seed: number; readonly least: number }): FalseAlarmRate | null {
  const calm = counts.filter((_, day) => inBurst[day] !== true);
  if (calm.length < Math.max(least, 2 * BLOCK_DAYS)) return null;
  const blocks: number[][] = [];
  for (let start = 0; start < calm.length; start += BLOCK_DAYS) blocks.push(calm.slice(start, start + BLOCK_DAYS));
  const random = seededRandom(seed);
  const rates = new Float64Array(SHUFFLES);
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle += 1) {
    for (let last = blocks.length - 1; last > 0; last -= 1) {
      const chosen = Math.floor(random() * (last + 1));
      [blocks[last], blocks[chosen]] = [blocks[chosen] ?? [], blocks[last] ?? []];
    }
    rates[shuffle] = (earlyWarnings(blocks.flat()).length * YEAR_DAYS) / calm.length;
  }
  const aYear = rates.reduce((sum, rate) => sum + rate, 0) / SHUFFLES;
  rates.sort();
  return { aYear, low: quantile(rates, 0.025) ?? 0, high: quantile(rates, 0.975) ?? 0, days: calm.length };
}
