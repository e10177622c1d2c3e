import { normalCdf } from './normal-cdf.ts';

/**
 * Inverse of the standard normal distribution function. 0 gives -Infinity and 1 gives Infinity. A rational start (error under
 * 4.5e-4) is polished by three Halley steps on the accurate distribution function, which leaves rounding only.
 * Throws RangeError `invalid probability: -1`.
 * Source: Abramowitz & Stegun 1964, 26.2.23.
 * @example normalQuantile(0.5) // 0
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`invalid probability: ${probability}`);
  if (probability === 0) return -Infinity;
  if (probability === 1) return Infinity;
  if (probability === 0.5) return 0;
  if (probability > 0.5) return -normalQuantile(1 - probability);
  const t = Math.sqrt(-2 * Math.log(probability));
  let z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 3; step += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    if (density === 0) return z;
    const newton = (normalCdf(z) - probability) / density;
    z -= newton / (1 + (z * newton) / 2);
  }
  return z;
}
