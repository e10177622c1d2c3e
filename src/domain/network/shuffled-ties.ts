import { randomNumbers } from '../stats/seeded-random.ts';
import { tieCount, tieGraph, type TieGraph } from './tie-graph.ts';

/** Swaps tried for each tie: the sequence forgets where it came from. */
const TRIES_PER_TIE = 10;
/** Tries whose numbers are drawn at once. */
const BLOCK = 1024;

/** A shuffled graph, and how many of the swaps tried could be made. */
export interface ShuffledTies {
  readonly graph: TieGraph;
  readonly made: number;
  readonly tried: number;
}

/**
 * The graph with its ties dealt anew: two ties a-b and c-d become a-d and c-b, each with its weight, ten tries a tie. Everybody
 * keeps the number of ties; nobody is tied to oneself or twice to another, hence a swap that would do so is not made. Fewer
 * than two ties: the graph itself. Same seed, same shuffle. O(ties x mean of the shorter of two rows).
 * Source: Maslov & Sneppen 2002, Science 296, 910-913; number of swaps: Milo et al. 2003, arXiv cond-mat/0312028.
 */
export function shuffledTies(graph: TieGraph, { seed }: { readonly seed: number }): ShuffledTies {
  const { size, offsets, neighbours, weights } = graph;
  const ties = tieCount(graph);
  if (ties < 2) return { graph, made: 0, tried: 0 };
  const from = new Int32Array(ties);
  const to = new Int32Array(ties);
  const weight = new Float64Array(ties);
  // Rows keep their lengths: a swap writes four entries over, and whether two are tied is told by the shorter row of both.
  const rows = neighbours.slice();
  const fromEntry = new Int32Array(ties);
  const toEntry = new Int32Array(ties);
  const next = offsets.slice();
  let tie = 0;
  for (let node = 0; node < size; node += 1) {
    const end = offsets[node + 1] ?? 0;
    for (let entry = offsets[node] ?? 0; entry < end; entry += 1) {
      const other = neighbours[entry] ?? 0;
      if (other <= node) continue;
      from[tie] = node;
      to[tie] = other;
      weight[tie] = weights[entry] ?? 0;
      fromEntry[tie] = entry;
      // in a row the smaller neighbours come first, and in the order in which they are met here
      toEntry[tie] = next[other] ?? 0;
      next[other] = (next[other] ?? 0) + 1;
      tie += 1;
    }
  }
  const areTied = (one: number, other: number): boolean => {
    const [first, last, second, end] = [offsets[one] ?? 0, offsets[one + 1] ?? 0, offsets[other] ?? 0, offsets[other + 1] ?? 0];
    if (last - first <= end - second) {
      for (let entry = first; entry < last; entry += 1) if (rows[entry] === other) return true;
      return false;
    }
    for (let entry = second; entry < end; entry += 1) if (rows[entry] === one) return true;
    return false;
  };
  const draw = randomNumbers(seed);
  const numbers = new Float64Array(2 * BLOCK);
  const tried = TRIES_PER_TIE * ties;
  let made = 0;
  for (let attempt = 0; attempt < tried; attempt += 1) {
    const at = 2 * (attempt % BLOCK);
    if (at === 0) draw(numbers);
    const one = Math.floor((numbers[at] ?? 0) * ties);
    const second = Math.floor((numbers[at + 1] ?? 0) * 2 * ties);
    const two = second >> 1;
    const a = from[one] ?? 0;
    const b = to[one] ?? 0;
    const turned = (second & 1) === 1;
    const c = (turned ? to[two] : from[two]) ?? 0;
    const d = (turned ? from[two] : to[two]) ?? 0;
    if (a === c || a === d || b === c || b === d || areTied(a, d) || areTied(c, b)) continue;
    const aEntry = fromEntry[one] ?? 0;
    const bEntry = toEntry[one] ?? 0;
    const cEntry = (turned ? toEntry[two] : fromEntry[two]) ?? 0;
    const dEntry = (turned ? fromEntry[two] : toEntry[two]) ?? 0;
    rows[aEntry] = d;
    rows[dEntry] = a;
    rows[cEntry] = b;
    rows[bEntry] = c;
    to[one] = d;
    toEntry[one] = dEntry;
    from[two] = c;
    fromEntry[two] = cEntry;
    to[two] = b;
    toEntry[two] = bEntry;
    made += 1;
  }
  return { graph: tieGraph(size, { from, to, weight }), made, tried };
}
