/** One point of a Lorenz curve: the poorest `peopleShare` hold `amountShare` of the whole. */
export interface LorenzPoint {
  readonly peopleShare: number;
  readonly amountShare: number;
}

/**
 * Lorenz curve of non-negative amounts, from (0, 0) to (1, 1), one point per person in ascending order, thinned to at most
 * `maximumPoints` (default 200) evenly spaced ones because a drawn line needs no more. No amounts, or a sum of 0: no points.
 * Throws RangeError `invalid amount: -1`. O(n log n), input untouched.
 * Source: Lorenz 1905, Publications of the American Statistical Association 9(70):209-219.
 * @example lorenzCurve([1, 3]) // [{ peopleShare: 0, amountShare: 0 }, { peopleShare: 0.5, amountShare: 0.25 }, { peopleShare: 1, amountShare: 1 }]
 */
export function lorenzCurve(amounts: ArrayLike<number>, maximumPoints = 200): LorenzPoint[] {
  const ascending = Float64Array.from(amounts).sort();
  const count = ascending.length;
  let total = 0;
  for (const amount of ascending) {
    if (!(amount >= 0 && amount < Infinity)) throw new RangeError(`invalid amount: ${amount}`);
    total += amount;
  }
  if (total === 0) return [];
  const every = Math.max(1, Math.ceil(count / Math.max(1, maximumPoints - 1)));
  const points: LorenzPoint[] = [{ peopleShare: 0, amountShare: 0 }];
  let held = 0;
  ascending.forEach((amount, i) => {
    held += amount;
    if (i === count - 1) points.push({ peopleShare: 1, amountShare: 1 });
    else if ((i + 1) % every === 0) points.push({ peopleShare: (i + 1) / count, amountShare: held / total });
  });
  return points;
}
