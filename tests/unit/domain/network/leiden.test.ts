import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectedParts } from '../../../../src/domain/network/connected-parts.ts';
import { consensusCommunities } from '../../../../src/domain/network/consensus-communities.ts';
import { leidenCommunities } from '../../../../src/domain/network/leiden.ts';
import { modularity } from '../../../../src/domain/network/modularity.ts';
import { normalisedMutualInformation } from '../../../../src/domain/network/mutual-information.ts';
import { communitySizes, type Partition } from '../../../../src/domain/network/partition.ts';
import type { TieGraph } from '../../../../src/domain/network/tie-graph.ts';
import { referenceData } from '../../../support/reference-data.ts';
import { anyGraph, graphOf, karate, networkReference } from './graphs.ts';

const parts = (graph: TieGraph, partition: Partition): number => connectedParts(graph, partition).communities;

/** A file of the reference graphs: its simple graph, and the known group of each node. */
function published(name: string): { readonly graph: TieGraph; readonly known: Partition } {
  const folder = join(referenceData() ?? '', 'graphs', 'raw');
  const rows = (file: string): string[][] => readFileSync(join(folder, file), 'utf8').trim().split('\n').map((line) => line.split(/\s+/u));
  const clusters = rows(`${name}.clusters`);
  const places = new Map(clusters.map(([node], place) => [node, place]));
  const groups = [...new Set(clusters.map(([, group]) => group))];
  const pairs = new Map(rows(`${name}.edges`).flatMap(([a, b]) => {
    const [one = -1, two = -1] = [places.get(a), places.get(b)];
    return one === two ? [] : [[`${Math.min(one, two)} ${Math.max(one, two)}`, [one, two] as const]];
  }));
  return { graph: graphOf(clusters.length, [...pairs.values()]), known: Int32Array.from(clusters, ([, group]) => groups.indexOf(group)) };
}

/** The best of twenty runs by modularity. */
function bestRun(graph: TieGraph): { readonly partition: Partition; readonly modularity: number } {
  const runs = Array.from({ length: 20 }, (_, seed) => leidenCommunities(graph, { seed }).partition).map((partition) => ({ partition, modularity: modularity(graph, partition) ?? 0 }));
  return runs.toSorted((a, b) => b.modularity - a.modularity)[0] ?? { partition: new Int32Array(0), modularity: 0 };
}

describe('Leiden communities', () => {
  it('finds the best partition of the karate club that is known', () => {
    const { partition, modularity: found } = bestRun(karate());
    expect(found).toBeGreaterThanOrEqual(0.4197);
    expect(found).toBeLessThan(0.41979);
    expect(Math.abs(normalisedMutualInformation(partition, Int32Array.from(networkReference.karate.known)) - 0.687)).toBeLessThan(0.02);
  });

  it.skipIf(!existsSync(join(referenceData() ?? '', 'graphs', 'raw', 'football.edges'))).each([['football', 0.604, 0.931], ['polblogs', 0.426, 0.631]] as const)('finds in %s what is published', (name, least, information) => {
    const { graph, known } = published(name);
    const { partition, modularity: found } = bestRun(graph);
    expect(found).toBeGreaterThanOrEqual(least);
    expect(Math.abs(normalisedMutualInformation(partition, known) - information)).toBeLessThan(0.02);
  });

  it('gives connected communities, each numbered in order, never worse than everybody alone', () => {
    fc.assert(fc.property(anyGraph, fc.nat(1000), fc.constantFrom(0.2, 1, 3), (graph, seed, resolution) => {
      const { partition, communities } = leidenCommunities(graph, { seed, resolution });
      expect(parts(graph, partition)).toBe(communities);
      expect(communitySizes(partition, communities).every((size) => size > 0)).toBe(true);
      const alone = modularity(graph, Int32Array.from({ length: graph.size }, (_, node) => node), resolution);
      if (alone !== null) expect(modularity(graph, partition, resolution)).toBeGreaterThanOrEqual(alone - 1e-12);
    }), { numRuns: 300 });
  });

  it('leaves no move of one node that would raise modularity', () => {
    fc.assert(fc.property(anyGraph, fc.nat(1000), (graph, seed) => {
      const { partition, communities } = leidenCommunities(graph, { seed, passes: 50 });
      const found = modularity(graph, partition);
      if (found === null) return;
      for (let node = 0; node < graph.size; node += 1) {
        for (let community = 0; community <= communities; community += 1) {
          const moved = partition.slice();
          moved[node] = community;
          expect(modularity(graph, moved)).toBeLessThan(found + 1e-9);
        }
      }
    }), { numRuns: 60 });
  });

  it('repeats with the seed, and does not depend on the unit of the weights', () => {
    const graph = karate({ weighted: true });
    const larger = graphOf(34, networkReference.karate.edges.map(([from, to, weight]) => [from, to, weight * 1024]));
    for (const seed of [0, 1, 2, 3, 4]) {
      expect(leidenCommunities(graph, { seed })).toEqual(leidenCommunities(graph, { seed }));
      expect(leidenCommunities(larger, { seed })).toEqual(leidenCommunities(graph, { seed }));
    }
  });

  it('finds smaller communities at higher resolution, and refuses a resolution of none', () => {
    const counts = [0.3, 1, 4].map((resolution) => leidenCommunities(karate(), { seed: 1, resolution }).communities);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(new Set(counts).size).toBe(3);
    expect(() => leidenCommunities(karate(), { seed: 1, resolution: 0 })).toThrow(new RangeError('invalid resolution: 0'));
  });

  it('leaves everybody alone without ties, and joins two', () => {
    expect(leidenCommunities(graphOf(3, []), { seed: 1 }).communities).toBe(3);
    expect(leidenCommunities(graphOf(0, []), { seed: 1 }).communities).toBe(0);
    expect(Array.from(leidenCommunities(graphOf(3, [[0, 2]]), { seed: 1 }).partition)).toEqual([0, 1, 0]);
  });
});

/** Groups of `each` people all tied to each other, a ring of single ties between groups, and one person between the first two. */
function ringOfGroups(groups: number, each: number): TieGraph {
  const ties: [number, number][] = [];
  for (let group = 0; group < groups; group += 1) {
    for (let a = 0; a < each; a += 1) for (let b = a + 1; b < each; b += 1) ties.push([group * each + a, group * each + b]);
    ties.push([group * each, ((group + 1) % groups) * each + 1]);
  }
  const between = groups * each;
  for (let tie = 0; tie < 2; tie += 1) ties.push([between, 2 + tie], [between, each + 2 + tie]);
  return graphOf(between + 1, ties);
}

describe('consensus', () => {
  it('finds groups that are there with full certainty, and half of it for one who stands between two', async () => {
    const graph = ringOfGroups(5, 6);
    const found = await consensusCommunities(graph, { seed: 3 });
    expect(found.communities).toBe(5);
    expect(found.agreed).toBe(true);
    expect(found.certainty[8]).toBeGreaterThan(0.95);
    const between = found.certainty[30] ?? 0;
    expect(between).toBeGreaterThan(0.4);
    expect(between).toBeLessThan(0.95);
    expect(found.meanAdjustedRand).toBeGreaterThan(0.9);
  });

  it('is connected, within bounds and the same again, whatever the graph', async () => {
    await fc.assert(fc.asyncProperty(anyGraph, fc.nat(50), async (graph, seed) => {
      const found = await consensusCommunities(graph, { seed, runs: 5 });
      expect(parts(graph, found.partition)).toBe(found.communities);
      expect(found.rounds).toBeLessThanOrEqual(10);
      for (const certainty of found.certainty) expect(Number.isNaN(certainty) || (certainty >= 0 && certainty <= 1)).toBe(true);
      expect(await consensusCommunities(graph, { seed, runs: 5 })).toEqual(found);
    }), { numRuns: 60 });
  });

  it('can be stopped between runs, and needs one', async () => {
    await expect(consensusCommunities(karate(), { seed: 1, onStep: ({ done }) => { if (done === 2) throw new Error('enough'); } })).rejects.toThrow('enough');
    await expect(consensusCommunities(karate(), { seed: 1, runs: 0 })).rejects.toThrow(new RangeError('invalid runs: 0'));
    expect((await consensusCommunities(karate(), { seed: 1, runs: 1 })).meanAdjustedRand).toBeNull();
  });
});
