/**
 * Probability that a Poisson count of mean `mean` is at least `least`: summed from the tail itself, so that small ones keep
 * their digits. `least` an integer; 1 at 0 and below. Throws RangeError `invalid mean: -1`, `invalid count: 1.5`. O(least + terms).
 * Source: Johnson, Kemp & Kotz 2005, Univariate Discrete Distributions, chapter 4.
 * @example poissonTail(0, 1) // 0
 */
export function poissonTail(mean: number, least: number): number {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`invalid mean: ${mean}`);
  if (!Number.isInteger(least)) throw new RangeError(`invalid count: ${least}`);
  if (least <= 0) return 1;
  if (mean === 0) return 0;
  let logTerm = -mean;
  for (let count = 1; count <= least; count += 1) logTerm += Math.log(mean / count);
  // far below the mean the terms first grow: the lower tail is the shorter sum
  if (least < mean) return 1 - lowerTail(mean, least - 1);
  let term = 1;
  let sum = 1;
  for (let count = least + 1; term > sum * 1e-17; count += 1) sum += term *= mean / count;
  return Math.min(1, Math.exp(logTerm) * sum);
}

function lowerTail(mean: number, most: number): number {
  let logTerm = -mean;
  for (let count = 1; count <= most; count += 1) logTerm += Math.log(mean / count);
  let term = 1;
  let sum = 1;
  for (let count = most; count > 0 && term > sum * 1e-17; count -= 1) sum += term *= count / mean;
  return Math.min(1, Math.exp(logTerm) * sum);
}
