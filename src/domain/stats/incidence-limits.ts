import type { IncidenceStep } from './cumulative-incidence.ts';
import type { Estimate } from './interval.ts';
import { NORMAL_975 } from './interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** One cause's incidence at one step, with its limits. */
export interface IncidencePoint extends Estimate {
  readonly atSeconds: number;
  readonly standardError: number;
}

/**
 * Pointwise 95 % limits of the cumulative incidence of one cause (1, 2, ...), from the variance by the delta method on the
 * log(-log) scale, which keeps them inside [0, 1]; where nothing has happened yet, or it has happened to all, the Wilson interval
 * on those at risk stands in. With one cause alone the variance is Greenwood's. People who ask more than once are taken as
 * different people, as in the waiting curves. O(steps).
 * Source: Marubini & Valsecchi 1995, Analysing Survival Data from Clinical Trials, section 10.5; Choudhury 2002, Statistics in Medicine 21(8):1129-1144.
 */
export function incidenceLimits(steps: readonly IncidenceStep[], cause: number): IncidencePoint[] {
  // the double sum over earlier steps j of (I - I_j)^2 a_j - 2 (I - I_j) b_j + c_j is kept as running sums of its powers of I_j
  let [a, aI, aII, b, bI, c] = [0, 0, 0, 0, 0, 0];
  let before = 1;
  return steps.map((step) => {
    const incidence = step.incidence[cause - 1] ?? 0;
    const own = step.ended[cause - 1] ?? 0;
    const { atRisk } = step;
    const all = step.ended.reduce((sum, count) => sum + count, 0);
    const hazard = all === atRisk ? 0 : all / (atRisk * (atRisk - all));
    const cross = (before * own) / (atRisk * atRisk);
    a += hazard;
    aI += hazard * incidence;
    aII += hazard * incidence * incidence;
    b += cross;
    bI += cross * incidence;
    c += (before * before * own * (atRisk - own)) / atRisk ** 3;
    before = step.waiting;
    const variance = Math.max(0, incidence * incidence * a - 2 * incidence * aI + aII - 2 * (incidence * b - bI) + c);
    const standardError = Math.sqrt(variance);
    return { atSeconds: step.atSeconds, estimate: incidence, standardError, ...limitsOf(incidence, standardError, atRisk) };
  });
}

function limitsOf(incidence: number, standardError: number, atRisk: number): { readonly low: number; readonly high: number } {
  if (incidence <= 0 || incidence >= 1) return wilsonInterval(incidence <= 0 ? 0 : atRisk, atRisk) ?? { low: 0, high: 1 };
  const log = Math.log(incidence);
  const spread = (NORMAL_975 * standardError) / (incidence * Math.abs(log));
  return { low: Math.exp(log * Math.exp(spread)), high: Math.exp(log * Math.exp(-spread)) };
}
