import { incompleteBeta } from './incomplete-beta.ts';
import { logBeta } from './log-beta.ts';

/**
 * Quantile of a Beta(a, b), to 1e-12: the limits of a balance or of a share with a prior. Newton steps on the log odds of x, kept
 * inside a bracket that halves whenever a step leaves it, so that shares very near 0 or 1 keep their digits.
 * Probability 0 gives 0 and 1 gives 1. Throws RangeError `invalid probability: 2` or `invalid shape: 0`. Some 10 evaluations of
 * the incomplete beta.
 * Source: Abramowitz & Stegun 1964, 26.5 (definition).
 * @example betaQuantile(0.25, 1, 1) // 0.25
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`invalid probability: ${probability}`);
  const scale = logBeta(a, b);
  if (probability === 0 || probability === 1) return probability;
  if (a === 1 && b === 1) return probability;
  let lowest = -745;
  let highest = 745;
  let odds = Math.log(a / b);
  for (let step = 0; step < 200; step += 1) {
    const x = shareOf(odds);
    const excess = incompleteBeta(x, a, b) - probability;
    if (excess > 0) highest = odds;
    else lowest = odds;
    const slope = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - scale);
    let next = odds - excess / slope;
    if (!(next > lowest && next < highest)) next = (lowest + highest) / 2;
    if (Math.abs(next - odds) <= 1e-15 * Math.max(1, Math.abs(odds))) return shareOf(next);
    odds = next;
  }
  return shareOf(odds);
}

function shareOf(odds: number): number {
  return odds < 0 ? Math.exp(odds) / (1 + Math.exp(odds)) : 1 / (1 + Math.exp(-odds));
}
