import { quantile } from '../stats/quantile.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { log2Balance } from './balance.ts';
import type { PersonBooks } from './period-books.ts';
import { groupTrailPoint, type TrailPoint } from './period-trail.ts';

/** What can be said of a shift: towards giving, towards receiving, not clear when the limits hold 0, or nothing. */
export type ShiftVerdict = 'towards-giving' | 'towards-receiving' | 'unclear' | 'too-few';

/** A group in two periods, and how far its balance moved, in doublings; `shift` and limits are null when either period is thin. */
export interface PeriodShift {
  readonly before: TrailPoint;
  readonly after: TrailPoint;
  readonly shift: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: ShiftVerdict;
}

/** Draws of members for one shift. */
export const SHIFT_DRAWS = 1000;

/**
 * How a group's balance moved from one period to another. Members with bookings in either are drawn with replacement, each
 * with both of their books, so that people active in both times do not count as two; percentile limits over 1,000 seeded
 * draws (200 above 5,000 people). Members are drawn as sorted by their books, whatever order they come in.
 * Source: Efron 1979, The Annals of Statistics 7(1):1-26.
 */
export function periodShift([before, after]: readonly [ReadonlyMap<number, PersonBooks>, ReadonlyMap<number, PersonBooks>], members: readonly number[], { seed }: { readonly seed: number }): PeriodShift {
  const places = { before: groupTrailPoint(before, members, { seed }), after: groupTrailPoint(after, members, { seed }) };
  if (places.before.log2Balance === null || places.after.log2Balance === null) return { ...places, shift: null, low: null, high: null, verdict: 'too-few' };
  const rows = members
    .flatMap((accountId) => (before.has(accountId) || after.has(accountId) ? [[before.get(accountId)?.created ?? 0, before.get(accountId)?.consumed ?? 0, after.get(accountId)?.created ?? 0, after.get(accountId)?.consumed ?? 0] as const] : []))
    .sort((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || one[3] - other[3]);
  const random = seededRandom(seed);
  const draws = new Float64Array(rows.length > 5000 ? 200 : SHIFT_DRAWS);
  for (let draw = 0; draw < draws.length; draw += 1) {
    const [first, second] = [{ created: 0, consumed: 0 }, { created: 0, consumed: 0 }];
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[Math.floor(random() * rows.length)];
      if (row === undefined) continue;
      first.created += row[0];
      first.consumed += row[1];
      second.created += row[2];
      second.consumed += row[3];
    }
    draws[draw] = log2Balance(second) - log2Balance(first);
  }
  draws.sort();
  const shift = places.after.log2Balance - places.before.log2Balance;
  const [low, high] = [quantile(draws, 0.025) ?? shift, quantile(draws, 0.975) ?? shift];
  return { ...places, shift, low, high, verdict: low > 0 ? 'towards-giving' : high < 0 ? 'towards-receiving' : 'unclear' };
}
