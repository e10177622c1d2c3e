import { seededRandom } from '../../src/domain/stats/seeded-random.ts';

/** Draws of the kinds the sample needs, all from one seeded stream: the same seed gives the same year to the byte. */
export interface Chance {
  /** A number in [0, 1). */
  readonly unit: () => number;
  /** True with probability p. */
  readonly happens: (p: number) => boolean;
  /** A whole number from low to high, both included. */
  readonly whole: (low: number, high: number) => number;
  /** One of the items; throws RangeError `nothing to choose from: 0 items`. */
  readonly one: <Item>(items: readonly Item[]) => Item;
  /** One of the items, with probability in proportion to its weight. */
  readonly weighted: <Item>(items: readonly Item[], weightOf: (item: Item) => number) => Item;
  /** A log-normal draw, which is how waiting times of people are spread: `median` in any unit, `spread` = sigma of the logarithm. */
  readonly logNormal: (median: number, spread: number) => number;
}

/** The draws of one seed. */
export function chanceFrom(seed: number): Chance {
  const unit = seededRandom(seed);
  const one = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(unit() * items.length)];
    if (item === undefined) throw new RangeError(`nothing to choose from: ${items.length} items`);
    return item;
  };
  return {
    unit,
    happens: (p) => unit() < p,
    whole: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    one,
    weighted: (items, weightOf) => {
      const total = items.reduce((sum, item) => sum + weightOf(item), 0);
      let left = unit() * total;
      for (const item of items) {
        left -= weightOf(item);
        if (left < 0) return item;
      }
      return one(items);
    },
    logNormal: (median, spread) => {
      const normal = Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
      return median * Math.exp(spread * normal);
    },
  };
}
