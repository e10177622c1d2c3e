/** A set of ordered pairs of nodes, each with a number. */
export interface OrderedPairs {
  /** The number of a pair; -1 when it is not there. */
  readonly valueOf: (from: number, to: number) => number;
  readonly put: (from: number, to: number, value: number) => void;
  readonly remove: (from: number, to: number) => void;
}

/**
 * Ordered pairs in flat columns: open addressing, at most half full; a removal closes its gap, so that millions of swaps leave
 * no graves behind. `size` nodes, never more than `most` pairs at once. O(1) an operation.
 * Source: Knuth 1998, The Art of Computer Programming 3, section 6.4, algorithm R.
 */
export function orderedPairs(size: number, most: number): OrderedPairs {
  let capacity = 16;
  while (capacity < 2 * (most + 1)) capacity *= 2;
  const mask = capacity - 1;
  const keys = new Float64Array(capacity).fill(-1);
  const values = new Int32Array(capacity);
  const homeOf = (key: number): number => {
    let mixed = (Math.imul(key % 4294967296 | 0, 0x9e3779b1) ^ Math.imul((key / 4294967296) | 0, 0x85ebca6b)) >>> 0;
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 13)) & mask;
  };
  const placeOf = (key: number): number => {
    let place = homeOf(key);
    for (let held = keys[place] ?? -1; held !== -1 && held !== key; held = keys[place] ?? -1) place = (place + 1) & mask;
    return place;
  };
  return {
    valueOf: (from, to) => {
      const key = from * size + to;
      const place = placeOf(key);
      return keys[place] === key ? (values[place] ?? -1) : -1;
    },
    put: (from, to, value) => {
      const key = from * size + to;
      const place = placeOf(key);
      keys[place] = key;
      values[place] = value;
    },
    remove: (from, to) => {
      const key = from * size + to;
      let gap = placeOf(key);
      if (keys[gap] !== key) return;
      let place = gap;
      for (;;) {
        place = (place + 1) & mask;
        const held = keys[place] ?? -1;
        if (held === -1) break;
        const home = homeOf(held);
        // moves back only what does not lie between its home and the gap
        if (gap <= place ? home > gap && home <= place : home > gap || home <= place) continue;
        keys[gap] = held;
        values[gap] = values[place] ?? 0;
        gap = place;
      }
      keys[gap] = -1;
    },
  };
}
