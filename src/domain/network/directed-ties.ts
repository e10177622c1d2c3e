/** Directed ties between people as three columns of one length, one entry an ordered pair, nobody tied to oneself. */
export interface DirectedTies {
  /** People, numbered from 0. */
  readonly size: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** How often one addressed the other. */
  readonly weight: Float64Array;
}

/** One act of addressing somebody. */
export interface Addressed {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/**
 * Sums acts into directed ties: people are numbered in ascending order of their id, ties stand in order of both ends, so that
 * the order of the acts leaves no trace. Acts towards oneself are left out. O(acts + ties log ties).
 */
export function directedTies(acts: Iterable<Addressed>): DirectedTies {
  const sums = new Map<number, Map<number, number>>();
  const ids = new Set<number>();
  for (const { from, to, weight } of acts) {
    if (from === to) continue;
    ids.add(from);
    ids.add(to);
    const own = sums.get(from) ?? new Map<number, number>();
    own.set(to, (own.get(to) ?? 0) + weight);
    sums.set(from, own);
  }
  const place = new Map([...ids].sort((one, other) => one - other).map((id, position) => [id, position]));
  const rows = [...sums].flatMap(([from, own]) => [...own].map(([to, weight]) => ({ from: place.get(from) ?? 0, to: place.get(to) ?? 0, weight })));
  rows.sort((one, other) => one.from - other.from || one.to - other.to);
  return { size: ids.size, from: Int32Array.from(rows, ({ from }) => from), to: Int32Array.from(rows, ({ to }) => to), weight: Float64Array.from(rows, ({ weight }) => weight) };
}
