import { minutesBetween } from './drawn-requests.ts';
import type { SilenceFit } from './silence-fit.ts';
import { silenceForecast, type ServicePlan } from './silence-forecast.ts';

/** The handling times that are tried, in minutes. */
export const EFFECTIVE_LIMITS = { low: 0.5, high: 480 } as const;
/** A share answered within a day that no handling time brings as near as this is not explained by the team. */
export const EFFECTIVE_TOLERANCE = 0.03;
/** Runs behind each handling time that is tried. */
export const EFFECTIVE_RUNS = 6;
/** Simulated weeks that a fit costs for each of its runs, those before and after included. */
export const EFFECTIVE_WEEKS = 60;
const SPREAD = 2;
const STEPS = 10;
const WEEKS = 3;

/** Minutes between half and twice a middle, as handling is drawn when it is fitted. */
export function effectiveRange(middle: number): { readonly low: number; readonly high: number } {
  return { low: middle / SPREAD, high: middle * SPREAD };
}

/**
 * The handling minutes with which a team would have answered the share that it did within a day: whatever keeps the team from
 * requests is in them, so they stand for capacity and not for how long a reply takes to write. Never read from first response
 * times. Found by halving on the same drawn requests, on which longer handling never answers sooner; drawn log-uniform between half
 * and twice the middle. Null where no time between half a minute and eight hours explains the share: the team's hours or the
 * plateau do not fit the data.
 */
export function effectiveMinutes(fit: SilenceFit, plan: ServicePlan, { share, seed, runs = EFFECTIVE_RUNS }: { readonly share: number; readonly seed: number; readonly runs?: number }): number | null {
  const predicted = (middle: number): number => {
    const [forecast] = silenceForecast(fit, [plan], { runs, seed, weeks: WEEKS, handling: minutesBetween(effectiveRange(middle)), uncertain: false });
    const known = (forecast?.dayByRun ?? new Float64Array(0)).filter((value) => !Number.isNaN(value));
    return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const [most, least] = [predicted(EFFECTIVE_LIMITS.low), predicted(EFFECTIVE_LIMITS.high)];
  if (!(share <= most + EFFECTIVE_TOLERANCE && share >= least - EFFECTIVE_TOLERANCE)) return null;
  let [low, high] = [Math.log(EFFECTIVE_LIMITS.low), Math.log(EFFECTIVE_LIMITS.high)];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (predicted(Math.exp(middle)) >= share) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
