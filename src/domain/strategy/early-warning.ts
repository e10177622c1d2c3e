/** How the warning is drawn up: weight of the newest day, width of the limit, days looked back on, fewest of them, fewest messages on the day. */
export const WARNING_RULE = { weight: 0.3, width: 3, back: 56, least: 28, messages: 3 } as const;

/** Days on which the smoothed count lay over its limit, in runs: position of the first and the last. */
export interface Warning {
  readonly first: number;
  readonly last: number;
}

/** A warning beside the burst it announced. */
export interface JudgedWarning extends Warning {
  /** Number of the burst; null where none followed. */
  readonly burst: number | null;
  /** Days from the warning to the fullest day of the burst; null without one. */
  readonly leadDays: number | null;
}

/** Days in which a burst must begin after a warning, for the warning to have been right. */
export const WARNING_REACH_DAYS = 7;
/** Calm days after which the next day over the limit is a new warning. */
const APART_DAYS = 3;

/**
 * Warnings that a simple rule would have given with what was known on each day and nothing later: an exponentially weighted
 * mean of the daily counts above mean + 3 · σ · √(λ / (2 − λ)) of the 56 days before (σ² at least the mean), on a day with at
 * least three messages. Needs 28 days before. O(n · 56).
 * Source: Roberts 1959, Technometrics 1:239-250; Lucas & Saccucci 1990, Technometrics 32:1-12.
 */
export function earlyWarnings(counts: readonly number[]): Warning[] {
  const { weight, width, back, least, messages } = WARNING_RULE;
  const spread = width * Math.sqrt(weight / (2 - weight));
  const warnings: { first: number; last: number }[] = [];
  let smooth = counts[0] ?? 0;
  counts.forEach((count, day) => {
    smooth = weight * count + (1 - weight) * smooth;
    if (day < least || count < messages) return;
    const known = counts.slice(Math.max(0, day - back), day);
    const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
    const variance = known.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (known.length - 1);
    if (smooth <= mean + spread * Math.sqrt(Math.max(mean, variance))) return;
    const open = warnings.at(-1);
    if (open !== undefined && day - open.last <= APART_DAYS) open.last = day;
    else warnings.push({ first: day, last: day });
  });
  return warnings;
}

/**
 * Each warning with the burst it announced: one that is going on at its first day (lead 0 or less from the peak on), or begins in the
 * seven days after. Only the first warning of a burst announces it; a later one within the same burst is left out.
 */
export function judgedWarnings(warnings: readonly Warning[], bursts: readonly { readonly first: number; readonly last: number; readonly peak: number }[]): JudgedWarning[] {
  const announced = new Set<number>();
  return warnings.flatMap(({ first, last }): JudgedWarning[] => {
    const number = bursts.findIndex((burst) => first <= burst.last && first >= burst.first - WARNING_REACH_DAYS);
    const burst = bursts[number];
    if (burst === undefined) return [{ first, last, burst: null, leadDays: null }];
    if (announced.has(number)) return [];
    announced.add(number);
    return [{ first, last, burst: number, leadDays: burst.peak - first }];
  });
}
