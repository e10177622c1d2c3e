/** Ties as three columns of one length; a pair may stand several times and in both directions. */
export interface TieColumns {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
}

/**
 * An undirected weighted graph in compressed rows: the neighbours of node v stand in `neighbours[offsets[v] .. offsets[v + 1])`,
 * ascending, with their weights beside; every tie stands twice. `selfWeights` is the weight a node has with itself, once;
 * only graphs of merged nodes have any. `strengths` = sum of the weights of a node, its own counted twice; `totalWeight` = half
 * of their sum.
 */
export interface TieGraph {
  readonly size: number;
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  readonly weights: Float64Array;
  readonly selfWeights: Float64Array;
  readonly strengths: Float64Array;
  readonly totalWeight: number;
}

/** Number of pairs with a tie, those of a node with itself left out. */
export const tieCount = ({ neighbours }: TieGraph): number => neighbours.length / 2;

/**
 * Builds the graph of `size` nodes from ties in any order: both directions and repeated pairs are summed, so the same ties in
 * another order give the same graph up to rounding; ties of a node with itself stay apart. Throws RangeError `invalid tie: 3 - 9`
 * for a node that is not there and `invalid tie weight: -1` unless weights are finite and above 0. O(ties + nodes).
 */
export function tieGraph(size: number, { from, to, weight }: TieColumns): TieGraph {
  if (!(Number.isInteger(size) && size >= 0)) throw new RangeError(`invalid size: ${size}`);
  const selfWeights = new Float64Array(size);
  const degrees = new Int32Array(size + 1);
  const isNode = (node: number): boolean => Number.isInteger(node) && node >= 0 && node < size;
  for (let tie = 0; tie < from.length; tie += 1) {
    const a = from[tie] ?? -1;
    const b = to[tie] ?? -1;
    const w = weight[tie] ?? Number.NaN;
    if (!isNode(a) || !isNode(b)) throw new RangeError(`invalid tie: ${a} - ${b}`);
    if (!(w > 0 && w < Infinity)) throw new RangeError(`invalid tie weight: ${w}`);
    if (a === b) selfWeights[a] = (selfWeights[a] ?? 0) + w;
    else {
      degrees[a] = (degrees[a] ?? 0) + 1;
      degrees[b] = (degrees[b] ?? 0) + 1;
    }
  }
  // Two passes of a counting sort, by one end and then by the other, leave every row ascending without comparing anything.
  const starts = rowStarts(degrees);
  const entries = starts[size] ?? 0;
  const byEnd = { row: new Int32Array(entries), column: new Int32Array(entries), weight: new Float64Array(entries) };
  const free = starts.slice();
  const put = (row: number, column: number, w: number): void => {
    const place = free[column] ?? 0;
    free[column] = place + 1;
    byEnd.row[place] = row;
    byEnd.column[place] = column;
    byEnd.weight[place] = w;
  };
  for (let tie = 0; tie < from.length; tie += 1) {
    const a = from[tie] ?? 0;
    const b = to[tie] ?? 0;
    if (a === b) continue;
    put(a, b, weight[tie] ?? 0);
    put(b, a, weight[tie] ?? 0);
  }
  const columns = new Int32Array(entries);
  const weights = new Float64Array(entries);
  free.set(starts);
  const ends = starts.slice();
  for (let entry = 0; entry < entries; entry += 1) {
    const row = byEnd.row[entry] ?? 0;
    const column = byEnd.column[entry] ?? 0;
    const last = (ends[row] ?? 0) - 1;
    if (last >= (starts[row] ?? 0) && columns[last] === column) {
      weights[last] = (weights[last] ?? 0) + (byEnd.weight[entry] ?? 0);
      continue;
    }
    columns[last + 1] = column;
    weights[last + 1] = byEnd.weight[entry] ?? 0;
    ends[row] = last + 2;
  }
  return compacted({ size, starts, ends, columns, weights, selfWeights });
}

/** Where each row begins, from the length of each; the last value is the number of entries. */
export function rowStarts(lengths: Int32Array): Int32Array {
  const starts = new Int32Array(lengths.length);
  for (let row = 0; row + 1 < lengths.length; row += 1) starts[row + 1] = (starts[row] ?? 0) + (lengths[row] ?? 0);
  return starts;
}

interface LooseRows {
  readonly size: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly columns: Int32Array;
  readonly weights: Float64Array;
  readonly selfWeights: Float64Array;
}

/** Rows with free places between them, closed up in place and finished into a graph. */
export function compacted({ size, starts, ends, columns, weights, selfWeights }: LooseRows): TieGraph {
  const offsets = new Int32Array(size + 1);
  const strengths = new Float64Array(size);
  let filled = 0;
  let twice = 0;
  for (let row = 0; row < size; row += 1) {
    const own = 2 * (selfWeights[row] ?? 0);
    let strength = own;
    const end = ends[row] ?? 0;
    for (let entry = starts[row] ?? 0; entry < end; entry += 1) {
      columns[filled] = columns[entry] ?? 0;
      weights[filled] = weights[entry] ?? 0;
      strength += weights[filled] ?? 0;
      filled += 1;
    }
    offsets[row + 1] = filled;
    strengths[row] = strength;
    twice += strength;
  }
  return { size, offsets, neighbours: columns.slice(0, filled), weights: weights.slice(0, filled), selfWeights, strengths, totalWeight: twice / 2 };
}
