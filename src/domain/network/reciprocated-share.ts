import type { DirectedTies } from './directed-ties.ts';
import { tieBetween, tieRows } from './tie-rows.ts';

/** How far ties go both ways. */
export interface ReciprocatedShare {
  /** Ordered pairs with a tie. */
  readonly ties: number;
  /** Of those, the ones that are answered by a tie the other way. */
  readonly reciprocated: number;
  /** Reciprocated of all; null without ties. */
  readonly share: number | null;
  /** What goes both ways of all that goes: sum of the lesser of both weights of a pair, over all weights; null without ties. */
  readonly weighted: number | null;
}

/**
 * Reciprocity of a directed graph, by ties and by what they weigh. O(ties x mean of the shorter of two rows).
 * Source: Wasserman & Faust 1994, Social Network Analysis, section 13.1; weighted: Squartini, Picciolo, Ruzzenenti & Garlaschelli
 * 2013, Scientific Reports 3:2729.
 * @example reciprocatedShare({ size: 3, from: Int32Array.of(0, 1, 1), to: Int32Array.of(1, 0, 2), weight: Float64Array.of(1, 3, 1) }).weighted // 0.4
 */
export function reciprocatedShare({ size, from, to, weight }: DirectedTies): ReciprocatedShare {
  const ties = from.length;
  if (ties === 0) return { ties, reciprocated: 0, share: null, weighted: null };
  const rows = { out: tieRows(from, size), into: tieRows(to, size), from, to };
  let reciprocated = 0;
  let both = 0;
  let all = 0;
  for (let tie = 0; tie < ties; tie += 1) {
    const own = weight[tie] ?? 0;
    all += own;
    const back = tieBetween(rows, to[tie] ?? 0, from[tie] ?? 0);
    if (back < 0) continue;
    reciprocated += 1;
    both += Math.min(own, weight[back] ?? 0);
  }
  return { ties, reciprocated, share: reciprocated / ties, weighted: all > 0 ? both / all : null };
}
