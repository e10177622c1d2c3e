/** Counts by 32-bit hash in a fixed amount of memory: never below the true count, above it where hashes share a place. */
export interface CountSketch {
  readonly add: (hash: number) => void;
  readonly atLeast: (hash: number) => number;
  /** How many places hold at least `count`. */
  readonly placesAtLeast: (count: number) => number;
  /** The place of a hash: hashes of one place are counted together. */
  readonly placeOf: (hash: number) => number;
  readonly atPlace: (place: number) => number;
  /** Every place that holds anything, ascending, with its count. */
  readonly filled: () => SketchContent;
}

/** What a sketch holds, as columns of one length. */
export interface SketchContent {
  readonly places: Int32Array;
  readonly counts: Uint16Array;
}

/** Places of a sketch: 4 million of two bytes, 8 MB however many things are counted. */
const PLACES = 1 << 22;
const MOST = 0xffff;

/**
 * An empty sketch of one row, or one that goes on from what another held: a count is the sum over all hashes of its place, capped at 65,535. What it says to be rarer
 * than a floor is rarer, so that a second pass need only count what is left.
 * Source: Cormode & Muthukrishnan 2005, An improved data stream summary: the count-min sketch, Journal of Algorithms 55(1).
 */
export function createCountSketch(before?: SketchContent): CountSketch {
  const counts = new Uint16Array(PLACES);
  before?.places.forEach((place, at) => {
    counts[place] = before.counts[at] ?? 0;
  });
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
    placeOf: place,
    atPlace: (at) => counts[at] ?? 0,
    filled() {
      let length = 0;
      for (const value of counts) if (value > 0) length += 1;
      const content = { places: new Int32Array(length), counts: new Uint16Array(length) };
      let at = 0;
      for (let where = 0; where < PLACES; where += 1) {
        const count = counts[where] ?? 0;
        if (count === 0) continue;
        content.places[at] = where;
        content.counts[at] = count;
        at += 1;
      }
      return content;
    },
  };
}
