import { binomialDraw } from '../stats/binomial-draw.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import type { UnitTable } from '../value/unit-table.ts';
import { COLUMN_COUNT, pointsOf } from '../value/value-columns.ts';
import { NAMED_ZONES, valueZone } from '../value/value-zone.ts';
import { weightTables } from '../value/weight-tables.ts';

/** A zone that a sentence says is the largest. */
export type LedZone = (typeof NAMED_ZONES)[number];

/** People by zone under a table of weights, those with too few bookings left out; zones by the points alone, without the test that a zone holds. */
export type ZoneCounts = Readonly<Record<LedZone, number>>;

/** Counts the people of each zone. O(accounts). */
export function zoneCounts(table: UnitTable, weights: Float64Array, borderLog2: number): ZoneCounts {
  const counts = Object.fromEntries(NAMED_ZONES.map((zone) => [zone, 0])) as Record<LedZone, number>;
  for (let row = 0; row < table.accountIds.length; row += 1) {
    const bookings = table.bookings[row] ?? 0;
    const zone = valueZone({ bookings, ...pointsOf(table.units, weights, row * COLUMN_COUNT) }, borderLog2);
    if (zone !== 'few') counts[zone] += 1;
  }
  return counts;
}

/** By what share of the people with a zone one zone leads the largest of the others; null where nobody has a zone. */
export function zoneLead(counts: ZoneCounts, zone: LedZone): number | null {
  const all = NAMED_ZONES.reduce((sum, code) => sum + counts[code], 0);
  return all === 0 ? null : (counts[zone] - Math.max(...NAMED_ZONES.filter((code) => code !== zone).map((code) => counts[code]))) / all;
}

/**
 * A zone's lead in joint draws: every weight halved to doubled by itself, the border of the even band from half of to twice as many doublings, and the
 * people drawn with replacement (multinomial over zones). Same seed, same leads. O(draws x accounts).
 */
export function leadDraws(table: UnitTable, { zone, weights, borderLog2, draws, seed }: { readonly zone: LedZone; readonly weights: Float64Array; readonly borderLog2: number; readonly draws: number; readonly seed: number }): (number | null)[] {
  const random = seededRandom(seed);
  return weightTables(weights, { count: draws, seed }).map((tried) => {
    const counts = zoneCounts(table, tried, borderLog2 * 2 ** (2 * random() - 1));
    let left = NAMED_ZONES.reduce((sum, code) => sum + counts[code], 0);
    let remaining = left;
    const drawn = Object.fromEntries(NAMED_ZONES.map((code) => {
      const got = remaining <= 0 ? 0 : binomialDraw(left, Math.min(1, counts[code] / remaining), random);
      remaining -= counts[code];
      left -= got;
      return [code, got];
    })) as Record<LedZone, number>;
    return zoneLead(drawn, zone);
  });
}
