import { normalQuantile } from './normal-quantile.ts';
import type { RandomStream } from './seeded-random.ts';

/**
 * A draw from the gamma distribution with this shape (> 0) and scale 1. Squeeze-free rejection; below shape 1 by the power of
 * a uniform. Throws RangeError `invalid shape: 0`. About three numbers of the stream a draw.
 * Source: Marsaglia & Tsang 2000, ACM Transactions on Mathematical Software 26(3):363-372.
 */
export function gammaDraw(shape: number, random: RandomStream): number {
  if (!(shape > 0)) throw new RangeError(`invalid shape: ${shape}`);
  if (shape < 1) return gammaDraw(shape + 1, random) * Math.max(random(), Number.MIN_VALUE) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = normalQuantile(Math.min(1 - 1e-16, Math.max(1e-16, random())));
    const v = (1 + c * normal) ** 3;
    if (v <= 0) continue;
    const level = Math.max(random(), Number.MIN_VALUE);
    if (Math.log(level) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}
