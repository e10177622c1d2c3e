/** Sets of positions that are joined two by two. */
export interface JoinedSets {
  /** The set a position is in, named by one of its positions. */
  readonly of: (position: number) => number;
  readonly join: (one: number, other: number) => void;
  /** How many positions the largest set holds; 0 of none. */
  readonly largest: () => number;
}

/**
 * `count` positions, each a set of its own. Joining and asking cost next to nothing whatever the order (paths are halved,
 * the smaller set goes under the larger).
 * Source: Tarjan & van Leeuwen 1984, Worst-case analysis of set union algorithms, Journal of the ACM 31(2):245-281.
 */
export function createJoinedSets(count: number): JoinedSets {
  const parents = Int32Array.from({ length: count }, (_, position) => position);
  const sizes = new Int32Array(count).fill(1);
  let largest = Math.min(1, count);
  const of = (position: number): number => {
    let at = position;
    for (;;) {
      const parent = parents[at] ?? at;
      if (parent === at) return at;
      parents[at] = parents[parent] ?? parent;
      at = parents[at] ?? at;
    }
  };
  return {
    of,
    join(one, other) {
      const [first, second] = [of(one), of(other)];
      if (first === second) return;
      const [large, small] = (sizes[first] ?? 0) >= (sizes[second] ?? 0) ? [first, second] : [second, first];
      parents[small] = large;
      sizes[large] = (sizes[large] ?? 0) + (sizes[small] ?? 0);
      largest = Math.max(largest, sizes[large] ?? 0);
    },
    largest: () => largest,
  };
}
