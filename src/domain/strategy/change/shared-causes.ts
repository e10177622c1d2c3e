/** More causes than these cannot be counted in every combination. */
export const MOST_CAUSES = 8;

/**
 * What each of several causes gives to a difference that they make together, whatever order they are taken in: the mean, over
 * all orders, of what the figure moves when the cause joins those before it. `figureUnder` gives the figure when the causes of
 * a set of bits hold (0: none, as it was; all bits: as it is); each set is asked once. The parts add up to
 * `figureUnder(all) − figureUnder(none)` exactly. Null as soon as one set has no figure. 2^causes figures.
 * Throws RangeError `invalid causes: 9` above {@link MOST_CAUSES}.
 * Source: Shapley 1953, Contributions to the Theory of Games II, 307-317; Shorrocks 2013, J. Econ. Inequality 11:99-126.
 * @example sharedCauses(2, (set) => (set === 3 ? 10 : 0)) // [5, 5]
 */
export function sharedCauses(causes: number, figureUnder: (set: number) => number | null): number[] | null {
  if (!(Number.isInteger(causes) && causes >= 0 && causes <= MOST_CAUSES)) throw new RangeError(`invalid causes: ${String(causes)}`);
  const figures: number[] = [];
  for (let set = 0; set < 2 ** causes; set += 1) {
    const figure = figureUnder(set);
    if (figure === null) return null;
    figures.push(figure);
  }
  const factorial = Array.from({ length: causes + 1 }, () => 1);
  for (let at = 1; at <= causes; at += 1) factorial[at] = (factorial[at - 1] ?? 1) * at;
  const orders = factorial[causes] ?? 1;
  return Array.from({ length: causes }, (_, cause) => {
    const bit = 2 ** cause;
    let part = 0;
    figures.forEach((figure, set) => {
      if ((set & bit) !== 0) return;
      const before = bitsOf(set);
      part += (((factorial[before] ?? 1) * (factorial[causes - before - 1] ?? 1)) / orders) * ((figures[set | bit] ?? 0) - figure);
    });
    return part;
  });
}

function bitsOf(set: number): number {
  let bits = 0;
  for (let rest = set; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
}
