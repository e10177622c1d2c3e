/** A set of ordered pairs of nodes, each with a number. */
export interface OrderedPairs {
  /** The number of a pair; -1 when it is not there. */
  readonly valueOf: (from: number, to: number) => number;
  readonly put: (from: number, to: number, value: number) => void;
  readonly remove: (from: number, to: number) => void;
}

/** Words of a place: from, to, value; the fourth keeps a place within one line of the processor's memory. */
const WIDTH = 4;
const FREE = -1;

/**
 * Ordered pairs in one flat column: open addressing, at most half full; a removal closes its gap, so that millions of swaps
 * leave no graves behind. Nodes from 0, never more than `most` pairs at once. O(1) an operation.
 * Source: Knuth 1998, The Art of Computer Programming 3, section 6.4, algorithm R.
 */
export function orderedPairs(most: number): OrderedPairs {
  let capacity = 16;
  while (capacity < 2 * (most + 1)) capacity *= 2;
  const mask = capacity - 1;
  const places = new Int32Array(WIDTH * capacity).fill(FREE);
  const homeOf = (from: number, to: number): number => {
    let mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(to, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 13)) & mask;
  };
  /** Where a pair stands in the column, or would. */
  const placeOf = (from: number, to: number): number => {
    let place = homeOf(from, to);
    for (;;) {
      const at = WIDTH * place;
      const held = places[at];
      if (held === FREE || (held === from && places[at + 1] === to)) return at;
      place = (place + 1) & mask;
    }
  };
  return {
    valueOf: (from, to) => {
      const at = placeOf(from, to);
      return places[at] === FREE ? -1 : (places[at + 2] ?? -1);
    },
    put: (from, to, value) => {
      const at = placeOf(from, to);
      places[at] = from;
      places[at + 1] = to;
      places[at + 2] = value;
    },
    remove: (from, to) => {
      const found = placeOf(from, to);
      if (places[found] === FREE) return;
      let gap = found / WIDTH;
      let place = gap;
      for (;;) {
        place = (place + 1) & mask;
        const at = WIDTH * place;
        const held = places[at] ?? FREE;
        if (held === FREE) break;
        const home = homeOf(held, places[at + 1] ?? 0);
        // moves back only what does not lie between its home and the gap
        if (gap <= place ? home > gap && home <= place : home > gap || home <= place) continue;
        places[WIDTH * gap] = held;
        places[WIDTH * gap + 1] = places[at + 1] ?? 0;
        places[WIDTH * gap + 2] = places[at + 2] ?? 0;
        gap = place;
      }
      places[WIDTH * gap] = FREE;
    },
  };
}
