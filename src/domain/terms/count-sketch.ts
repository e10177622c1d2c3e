/** Counts by 32-bit hash in a fixed amount of memory: never below the true count, above it where hashes share a place. */
export interface CountSketch {
  readonly add: (hash: number) => void;
  readonly atLeast: (hash: number) => number;
  /** How many places hold at least `count`. */
  readonly placesAtLeast: (count: number) => number;
}

/** Places of a sketch: 4 million of two bytes, 8 MB however many things are counted. */
const PLACES = 1 << 22;
const MOST = 0xffff;

/**
 * An empty sketch of one row: a count is the sum over all hashes of its place, capped at 65,535. What it says to be rarer
 * than a floor is rarer, so that a second pass need only count what is left.
 * Source: Cormode & Muthukrishnan 2005, An improved data stream summary: the count-min sketch, Journal of Algorithms 55(1).
 */
export function createCountSketch(): CountSketch {
  const counts = new Uint16Array(PLACES);
  const place = (hash: number): number => (hash ^ (hash >>> 22)) & (PLACES - 1);
  return {
    add(hash) {
      const at = place(hash);
      const count = counts[at] ?? 0;
      if (count < MOST) counts[at] = count + 1;
    },
    atLeast: (hash) => counts[place(hash)] ?? 0,
    placesAtLeast(count) {
      let places = 0;
      for (const value of counts) if (value >= count) places += 1;
      return places;
    },
  };
}
