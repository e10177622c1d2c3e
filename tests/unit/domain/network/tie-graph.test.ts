import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedGraph } from '../../../../src/domain/network/merged-graph.ts';
import { modularity } from '../../../../src/domain/network/modularity.ts';
import { renumbered } from '../../../../src/domain/network/partition.ts';
import { tieCount, tieGraph } from '../../../../src/domain/network/tie-graph.ts';
import { anyGraph, graphOf, karate, networkReference, tiesOf } from './graphs.ts';

describe('graph of ties', () => {
  it('sums both directions and repeated pairs, and keeps what a node has with itself apart', () => {
    const graph = graphOf(4, [[0, 1, 1], [1, 0, 0.5], [2, 1, 2], [0, 1, 0.25], [3, 3, 4]]);
    expect(tiesOf(graph)).toEqual(['0-1 1.750000000', '1-2 2.000000000']);
    expect(Array.from(graph.strengths)).toEqual([1.75, 3.75, 2, 8]);
    expect([tieCount(graph), graph.totalWeight, graph.selfWeights[3]]).toEqual([2, 7.75, 4]);
  });

  it('is the same graph whatever the order of the ties', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 8 })), { maxLength: 40 }), (ties) => {
      const turned = ties.toReversed().map(([from, to, weight]) => [to, from, weight] as const);
      expect(graphOf(10, turned)).toEqual(graphOf(10, ties));
    }));
  });

  it('refuses nodes that are not there and weights that are none', () => {
    expect(() => graphOf(2, [[0, 2]])).toThrow(new RangeError('invalid tie: 0 - 2'));
    expect(() => graphOf(2, [[0, 1, 0]])).toThrow(new RangeError('invalid tie weight: 0'));
    expect(() => graphOf(2, [[0, 1, Number.NaN]])).toThrow(new RangeError('invalid tie weight: NaN'));
    expect(() => tieGraph(-1, { from: [], to: [], weight: [] })).toThrow(new RangeError('invalid size: -1'));
  });
});

describe('modularity', () => {
  const known = Int32Array.from(networkReference.karate.known);

  it('is that of networkx, with and without weights and resolution', () => {
    const reference = networkReference.modularity;
    expect(modularity(karate(), known)).toBeCloseTo(reference.plain, 12);
    expect(modularity(karate({ weighted: true }), known)).toBeCloseTo(reference.weighted, 12);
    expect(modularity(karate({ weighted: true }), known, 1.7)).toBeCloseTo(reference['weightedResolution1.7'], 12);
  });

  it('is 0 for all in one community, null without ties', () => {
    expect(modularity(karate(), new Int32Array(34))).toBeCloseTo(0, 12);
    expect(modularity(graphOf(3, []), new Int32Array(3))).toBeNull();
  });

  it('does not change when communities become nodes', () => {
    fc.assert(fc.property(anyGraph, fc.array(fc.nat(4), { minLength: 24, maxLength: 24 }), (graph, labels) => {
      const groups = renumbered(labels.slice(0, graph.size));
      const merged = mergedGraph(graph, groups);
      expect(merged.totalWeight).toBeCloseTo(graph.totalWeight, 8);
      const before = modularity(graph, groups.partition);
      const after = modularity(merged, Int32Array.from({ length: merged.size }, (_, node) => node));
      if (before === null) expect(after).toBeNull();
      else expect(after).toBeCloseTo(before, 9);
    }));
  });
});
