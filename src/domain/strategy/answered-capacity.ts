/**
 * How many requests a weekly capacity answers on average, when the number that comes in a week is Poisson: E[min(N, capacity)]. In quiet
 * weeks a part of the capacity is left over, so the gain is concave: it rises as fast as the capacity while most weeks bring more, and
 * never passes `mean`. `mean` and `capacity` are finite and not negative; a capacity between two whole numbers is read on the line between
 * them. Throws RangeError `invalid mean: -1` or `invalid capacity: NaN`. O(capacity).
 * Source: the loss function of the newsvendor, e.g. Hadley & Whitin 1963, Analysis of Inventory Systems, section 1-13.
 * @example answeredCapacity({ mean: 2, capacity: 0 }) // 0
 */
export function answeredCapacity({ mean, capacity }: { readonly mean: number; readonly capacity: number }): number {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`invalid mean: ${mean}`);
  if (!(capacity >= 0 && capacity < Infinity)) throw new RangeError(`invalid capacity: ${capacity}`);
  if (mean === 0) return 0;
  let idle = 0;
  // on the log scale, for e^-mean is 0 from some 750 requests a week on
  let logShare = -mean;
  for (let count = 0; count <= capacity; count += 1) {
    if (count > 0) logShare += Math.log(mean / count);
    idle += (capacity - count) * Math.exp(logShare);
  }
  return Math.min(mean, Math.max(0, capacity - idle));
}
