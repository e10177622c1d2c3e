import { gammaDraw } from '../stats/gamma-draw.ts';
import { kendallTau } from '../stats/kendall-tau.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { TRUST_PARTS, type TrustPart, type TrustPartCode } from './trust-part.ts';
import { weightShares, type TrustWeights } from './trust-weights.ts';

/** The index of one group: a weighted mean of its parts, or which parts it lacks. */
export interface Composite {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Parts that count and have no figure; never filled in. */
  readonly missing: readonly TrustPartCode[];
}

const NONE: Composite = { estimate: null, low: null, high: null, missing: [] };

/**
 * The index of a group: the mean of its parts by weight. Every part is a share or a mean on [0, 1] and enters as it stands: no part
 * is stretched to the best group, which would make one group's index depend on who else is looked at. A part that counts and has
 * no figure leaves the index without one, `missing` says which; it is never guessed. Limits: each side the root of the summed
 * squares of what the parts' own limits say, as if parts erred independently. All weights 0: nothing.
 */
export function trustComposite(parts: readonly Pick<TrustPart, 'part' | 'estimate' | 'low' | 'high'>[], weights: TrustWeights): Composite {
  const shares = weightShares(weights);
  if (shares === null) return NONE;
  const byCode = new Map(parts.map((part) => [part.part, part]));
  const counted = TRUST_PARTS.filter((code) => shares[code] > 0);
  const missing = counted.filter((code) => (byCode.get(code)?.estimate ?? null) === null);
  if (missing.length > 0) return { ...NONE, missing };
  let estimate = 0;
  let below = 0;
  let above = 0;
  for (const code of counted) {
    const part = byCode.get(code);
    const value = part?.estimate ?? 0;
    estimate += shares[code] * value;
    below += (shares[code] * (value - (part?.low ?? value))) ** 2;
    above += (shares[code] * ((part?.high ?? value) - value)) ** 2;
  }
  return { estimate, low: Math.max(0, estimate - Math.sqrt(below)), high: Math.min(1, estimate + Math.sqrt(above)), missing: [] };
}

/** How much the order of groups hangs on the weights. */
export interface CompositeSensitivity {
  readonly weightings: number;
  /** Groups compared, those with an index. */
  readonly groups: number;
  /** Share of random weightings under which another group is first. */
  readonly firstChanges: number;
  /** Mean Kendall tau-b between the order at the weights chosen and the order at each random weighting; null where every group ties. */
  readonly meanTau: number | null;
}

const WEIGHTINGS = 1000;

/**
 * The order of groups under 1,000 random weightings of the parts that count, drawn from Dirichlet(1, …, 1), against the order at
 * the weights chosen. Null with fewer than two groups, or fewer than two parts that count: nothing can change. Same seed, same
 * figures. O(weightings × groups²).
 */
export function compositeSensitivity(groups: readonly (readonly Pick<TrustPart, 'part' | 'estimate'>[])[], weights: TrustWeights, { seed }: { readonly seed: number }): CompositeSensitivity | null {
  const shares = weightShares(weights);
  if (shares === null) return null;
  const counted = TRUST_PARTS.filter((code) => shares[code] > 0);
  const rows = groups.flatMap((parts) => {
    const row = counted.flatMap((code) => parts.find(({ part }) => part === code)?.estimate ?? []);
    return row.length === counted.length ? [row] : [];
  });
  if (rows.length < 2 || counted.length < 2) return null;
  const scores = (by: readonly number[]): number[] => rows.map((row) => row.reduce((sum, value, place) => sum + value * (by[place] ?? 0), 0));
  const chosen = scores(counted.map((code) => shares[code]));
  const first = chosen.indexOf(Math.max(...chosen));
  const random = seededRandom(seed);
  let changes = 0;
  let tauSum = 0;
  let taus = 0;
  for (let draw = 0; draw < WEIGHTINGS; draw += 1) {
    const gammas = counted.map(() => gammaDraw(1, random));
    const total = gammas.reduce((sum, value) => sum + value, 0);
    const drawn = scores(gammas.map((value) => value / total));
    if ((drawn[first] ?? 0) < Math.max(...drawn)) changes += 1;
    const tau = kendallTau(chosen, drawn);
    if (tau === null) continue;
    tauSum += tau;
    taus += 1;
  }
  return { weightings: WEIGHTINGS, groups: rows.length, firstChanges: changes / WEIGHTINGS, meanTau: taus === 0 ? null : tauSum / taus };
}
