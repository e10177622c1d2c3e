import { seededRandom } from '../stats/seeded-random.ts';

/** Number of random weight tables a zone is tried under. */
export const WEIGHT_TABLES = 200;

/**
 * Random weight tables around a given one: each weight by itself halved to doubled, log-uniform, so that up and down weigh
 * the same. A zone that does not survive them is a product of the table, not of the people. Same seed, same tables.
 */
export function weightTables(base: Float64Array, { count = WEIGHT_TABLES, seed }: { count?: number; seed: number }): Float64Array[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => base.map((weight) => weight * 2 ** (2 * random() - 1)));
}
