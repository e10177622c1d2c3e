/** Ties laid out by one of their ends: those of node n stand from `offsets[n]` up to `offsets[n + 1]`, in the order of the ties. */
export interface TieRows {
  readonly offsets: Int32Array;
  readonly ties: Int32Array;
}

/** Lays ties out by an end, one a tie, nodes from 0 below `size`. O(nodes + ties). */
export function tieRows(ends: Int32Array, size: number): TieRows {
  const offsets = new Int32Array(size + 1);
  for (let tie = 0; tie < ends.length; tie += 1) {
    const after = (ends[tie] ?? 0) + 1;
    offsets[after] = (offsets[after] ?? 0) + 1;
  }
  for (let node = 0; node < size; node += 1) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const next = offsets.slice();
  const ties = new Int32Array(ends.length);
  for (let tie = 0; tie < ends.length; tie += 1) {
    const node = ends[tie] ?? 0;
    const place = next[node] ?? 0;
    ties[place] = tie;
    next[node] = place + 1;
  }
  return { offsets, ties };
}

/** Directed ties by both of their ends, and those ends as they stand now. */
export interface BothRows {
  readonly out: TieRows;
  readonly into: TieRows;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The tie from one node to another, or -1: looked for among those that the one sends or the other receives, whichever are fewer. */
export function tieBetween({ out, into, from, to }: BothRows, one: number, other: number): number {
  const first = out.offsets[one] ?? 0;
  const last = out.offsets[one + 1] ?? 0;
  const second = into.offsets[other] ?? 0;
  const end = into.offsets[other + 1] ?? 0;
  if (last - first <= end - second) {
    for (let entry = first; entry < last; entry += 1) {
      const tie = out.ties[entry] ?? 0;
      if (to[tie] === other) return tie;
    }
    return -1;
  }
  for (let entry = second; entry < end; entry += 1) {
    const tie = into.ties[entry] ?? 0;
    if (from[tie] === one) return tie;
  }
  return -1;
}
