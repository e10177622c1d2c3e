/** One case or one possible control: an event of a person, with what they were like before it. */
export interface MatchUnit {
  readonly unitId: number;
  readonly personId: number;
  /** What must be the same: the network and the month of the event. */
  readonly stratum: string;
  /** What must be near, in the same order for all. */
  readonly covariates: readonly number[];
}

/** A case with the controls found for it, by their place in the lists given; nearest first. */
export interface MatchedSet {
  readonly caseAt: number;
  readonly controlAts: readonly number[];
}

/** Standardised difference of one covariate, cases less controls: before matching, and in the matched sets; null where it has no meaning. */
export interface CovariateBalance {
  readonly before: number | null;
  readonly after: number | null;
}

/** Matched sets, the cases that found nobody (by place), and how alike the two sides are. */
export interface MatchedComparison {
  readonly sets: readonly MatchedSet[];
  readonly unmatched: readonly number[];
  readonly balance: readonly CovariateBalance[];
}

/** Controls wanted for each case. */
export const CONTROLS_A_CASE = 3;

/** How far apart a case and its control may lie in each covariate, in pooled standard deviations. */
export const CALIPER = 0.2;

// Differences that are equal in the mind come out a rounding apart.
const ROUNDING = 1e-9;

/**
 * Finds up to three controls for each case: same stratum, every covariate within .2 pooled standard deviations, nearest first
 * by the root of the squared standardised differences. Without replacement: a person is a control once and never of a case of
 * their own, so that sets are independent and can be drawn again whole. In each of three rounds every case takes its nearest
 * free control, the case with the fewest possible ones first, then by id: no draw is involved. A covariate that does not vary
 * must be equal. The pooled deviation is the root of the mean of both variances, before matching. O(cases x controls of their
 * stratum). Sources: Rosenbaum & Rubin 1985, The American Statistician 39(1):33-38; Austin 2011, Pharmaceutical Statistics
 * 10(2):150-161, for the caliper; Austin 2014, Statistics in Medicine 33(6):1057-1069, for greedy matching without replacement.
 */
export function matchedComparison(cases: readonly MatchUnit[], controls: readonly MatchUnit[], { most = CONTROLS_A_CASE, caliper = CALIPER }: { readonly most?: number; readonly caliper?: number } = {}): MatchedComparison {
  const covariates = cases[0]?.covariates.length ?? 0;
  const spreads = Array.from({ length: covariates }, (_, at) => pooledDeviation(column(cases, at), column(controls, at)));
  const byStratum = new Map<string, number[]>();
  for (const [at, { stratum }] of controls.entries()) {
    const places = byStratum.get(stratum);
    if (places === undefined) byStratum.set(stratum, [at]);
    else places.push(at);
  }
  const wanting = cases.map((one, caseAt) => ({ caseAt, unitId: one.unitId, near: nearest(one, controls, byStratum.get(one.stratum) ?? [], { spreads, caliper }), chosen: [] as number[] }));
  wanting.sort((one, other) => one.near.length - other.near.length || one.unitId - other.unitId);
  const taken = new Set<number>();
  for (let round = 0; round < most; round += 1) {
    for (const { near, chosen } of wanting) {
      const found = near.find((at) => !taken.has(controls[at]?.personId ?? -1));
      if (found === undefined) continue;
      taken.add(controls[found]?.personId ?? -1);
      chosen.push(found);
    }
  }
  const sets = wanting.filter(({ chosen }) => chosen.length > 0).map(({ caseAt, chosen }): MatchedSet => ({ caseAt, controlAts: chosen })).sort((one, other) => one.caseAt - other.caseAt);
  return {
    sets,
    unmatched: wanting.filter(({ chosen }) => chosen.length === 0).map(({ caseAt }) => caseAt).sort((one, other) => one - other),
    balance: spreads.map((spread, at) => ({
      before: standardised(mean(column(cases, at)), mean(column(controls, at)), spread),
      after: standardised(mean(sets.map(({ caseAt }) => cases[caseAt]?.covariates[at] ?? 0)), mean(sets.map(({ controlAts }) => mean(controlAts.map((control) => controls[control]?.covariates[at] ?? 0)) ?? 0)), spread),
    })),
  };
}

const column = (units: readonly MatchUnit[], at: number): number[] => units.map(({ covariates }) => covariates[at] ?? 0);

const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);

function variance(values: readonly number[]): number {
  const centre = mean(values) ?? 0;
  return values.length < 2 ? 0 : values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

const pooledDeviation = (one: readonly number[], other: readonly number[]): number => Math.sqrt((variance(one) + variance(other)) / 2);

function standardised(one: number | null, other: number | null, spread: number): number | null {
  if (one === null || other === null) return null;
  if (spread > 0) return (one - other) / spread;
  return one === other ? 0 : null;
}

/** The places of the controls that a case may have, nearest first. */
function nearest(one: MatchUnit, controls: readonly MatchUnit[], places: readonly number[], { spreads, caliper }: { readonly spreads: readonly number[]; readonly caliper: number }): number[] {
  const found: { readonly at: number; readonly unitId: number; readonly distance: number }[] = [];
  for (const at of places) {
    const control = controls[at];
    if (control === undefined || control.personId === one.personId) continue;
    let distance = 0;
    for (const [covariate, spread] of spreads.entries()) {
      const apart = Math.abs((one.covariates[covariate] ?? 0) - (control.covariates[covariate] ?? 0));
      const away = spread > 0 ? apart / spread : apart === 0 ? 0 : Infinity;
      distance = away > caliper + ROUNDING ? Infinity : distance + away ** 2;
    }
    if (distance < Infinity) found.push({ at, unitId: control.unitId, distance });
  }
  return found.sort((a, b) => a.distance - b.distance || a.unitId - b.unitId).map(({ at }) => at);
}
