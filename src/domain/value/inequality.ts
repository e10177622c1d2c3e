import { clusterBootstrapInterval } from '../stats/cluster-bootstrap.ts';
import { giniCoefficient } from '../stats/gini-coefficient.ts';
import type { Interval } from '../stats/interval.ts';
import { lorenzCurve, type LorenzPoint } from '../stats/lorenz-curve.ts';
import { LEAST_PEOPLE } from './group-balance.ts';

/** Under so many people there are counts ("2 of 12 people") and no coefficient, curve or share. */
export const LEAST_FOR_SHARES = 30;

/** Most points of a drawn curve. */
export const CURVE_POINTS = 200;

/** The fewest people who together hold half of the value; `share` is of all people, null under 30 of them. */
export interface HalfHolders {
  readonly people: number;
  readonly share: number | null;
}

/** How unequally value is spread over people. */
export interface Inequality {
  /** People: those who wrote at least once. */
  readonly n: number;
  /** Of them, those without any points. */
  readonly without: number;
  readonly points: number;
  /** Null under 30 people, or where nobody has points. */
  readonly gini: number | null;
  readonly interval: Interval | null;
  readonly half: HalfHolders | null;
  readonly curve: readonly LorenzPoint[];
  /** Under five people nothing but `n` is told; under 30 no coefficient. */
  readonly reason: 'few-people' | 'no-points' | 'under-30' | null;
}

/**
 * Inequality of points over the people who wrote at least once, in any order: Gini with the factor n/(n-1) and the
 * percentile limits of 1,000 seeded draws of people (200 above 20,000 people, where the limits no longer move), the Lorenz
 * curve, and the fewest people who make half. People without points count: leaving them out would hide most of the
 * inequality. Never compared with a norm; callers put a brand's own past beside it.
 * Throws RangeError `invalid amount: -1`.
 * Source: Gini 1912; Deltas 2003 for the factor; Efron 1979 for the limits.
 */
export function inequality(points: ArrayLike<number>, { seed }: { readonly seed: number }): Inequality {
  const n = points.length;
  const ascending = Float64Array.from(points).sort();
  const none = { n, without: 0, points: 0, gini: null, interval: null, half: null, curve: [] } as const;
  if (n < LEAST_PEOPLE) return { ...none, reason: 'few-people' };
  const total = ascending.reduce((sum, amount) => sum + amount, 0);
  const without = ascending.findIndex((amount) => amount > 0);
  if (total === 0) return { ...none, without: n, reason: 'no-points' };
  const people = halfHolders(ascending, total);
  const counts = { n, without: without < 0 ? n : without, points: total };
  if (n < LEAST_FOR_SHARES) return { ...none, ...counts, half: { people, share: null }, reason: 'under-30' };
  const interval = clusterBootstrapInterval({ clusters: n, draws: n > 20_000 ? 200 : 1000, seed, statistic: (weights) => drawnGini(ascending, weights) });
  return { ...counts, gini: giniCoefficient(ascending), interval, half: { people, share: people / n }, curve: lorenzCurve(ascending, CURVE_POINTS), reason: null };
}

/** The fewest people, richest first, whose amounts reach half of the total. */
function halfHolders(ascending: Float64Array, total: number): number {
  let held = 0;
  let people = 0;
  for (let place = ascending.length - 1; place >= 0 && held < total / 2 - 1e-9 * total; place -= 1) {
    held += ascending[place] ?? 0;
    people += 1;
  }
  return people;
}

/** Gini of a draw in which person i counts `weights[i]` times; null when nobody drawn has points. */
export function drawnGini(ascending: Float64Array, weights: Uint16Array): number | null {
  const count = ascending.length;
  let before = 0;
  let total = 0;
  let ranked = 0;
  for (let person = 0; person < count; person += 1) {
    const times = weights[person] ?? 0;
    if (times === 0) continue;
    const amount = ascending[person] ?? 0;
    total += times * amount;
    ranked += times * (2 * before + times - count) * amount;
    before += times;
  }
  return total === 0 ? null : ranked / ((count - 1) * total);
}
