import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { tieGraph, type TieGraph } from '../../../../src/domain/network/tie-graph.ts';
import { ROOT } from '../../../support/root.ts';

interface NetworkReference {
  readonly karate: { readonly size: number; readonly edges: readonly (readonly [number, number, number])[]; readonly known: readonly number[] };
  readonly modularity: { readonly plain: number; readonly weighted: number; readonly 'weightedResolution1.7': number };
  readonly adjustedRand: number;
  readonly mutualInformation: number;
  readonly betweenness: readonly number[];
}

/** Values made with networkx and NumPy; the script stands beside them. */
export const networkReference = JSON.parse(readFileSync(join(ROOT, 'tests', 'reference', 'network', 'network.json'), 'utf8')) as NetworkReference;

/** A graph from pairs, each with its weight or 1. */
export function graphOf(size: number, ties: readonly (readonly [number, number, number?])[]): TieGraph {
  return tieGraph(size, { from: ties.map(([from]) => from), to: ties.map(([, to]) => to), weight: ties.map(([, , weight]) => weight ?? 1) });
}

/** Zachary's karate club, every tie worth 1, or with the made-up weights of the reference. */
export function karate({ weighted = false }: { readonly weighted?: boolean } = {}): TieGraph {
  const { size, edges } = networkReference.karate;
  return graphOf(size, edges.map(([from, to, weight]) => [from, to, weighted ? weight : 1]));
}

/** Graphs of up to 24 people with any ties, weights from tiny to large. */
export const anyGraph: fc.Arbitrary<TieGraph> = fc.integer({ min: 1, max: 24 }).chain((size) =>
  fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.double({ min: 1e-3, max: 50, noNaN: true })), { maxLength: 70 })
    .map((ties) => graphOf(size, ties.filter(([from, to]) => from !== to))));

/** Ties of a graph as text, each once. */
export function tiesOf({ size, offsets, neighbours, weights }: TieGraph): string[] {
  return Array.from({ length: size }, (_, node) => node).flatMap((node) =>
    Array.from(neighbours.subarray(offsets[node], offsets[node + 1])).flatMap((other, place) => (other > node ? [`${node}-${other} ${(weights[(offsets[node] ?? 0) + place] ?? 0).toFixed(9)}`] : [])));
}
