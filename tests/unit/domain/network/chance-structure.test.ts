import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceStructure, exceedsChance, shufflesFor, type ChanceStructure } from '../../../../src/domain/network/chance-structure.ts';
import { consensusCommunities } from '../../../../src/domain/network/consensus-communities.ts';
import { sampledBetweenness } from '../../../../src/domain/network/sampled-betweenness.ts';
import type { SeededDrawing } from '../../../../src/domain/network/seeded-draws.ts';
import { shuffledTies } from '../../../../src/domain/network/shuffled-ties.ts';
import { tieCount, type TieGraph } from '../../../../src/domain/network/tie-graph.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import { anyGraph, graphOf, karate, networkReference, tiesOf } from './graphs.ts';

const degrees = ({ size, offsets }: TieGraph): number[] => Array.from({ length: size }, (_, node) => (offsets[node + 1] ?? 0) - (offsets[node] ?? 0));
const sortedWeights = ({ weights }: TieGraph): number[] => Array.from(weights).sort((a, b) => a - b);

/** Ties dealt at random: nothing to be found. */
function randomTies(size: number, ties: number, seed: number): TieGraph {
  const random = seededRandom(seed);
  return graphOf(size, Array.from({ length: ties }, () => {
    const from = Math.floor(random() * size);
    return [from, (from + 1 + Math.floor(random() * (size - 1))) % size] as const;
  }));
}

describe('shuffled ties', () => {
  it('keep everybody\'s number of ties and every weight, and tie nobody twice or to oneself', () => {
    fc.assert(fc.property(anyGraph, fc.nat(100), (graph, seed) => {
      const { graph: dealt, made, tried } = shuffledTies(graph, { seed });
      expect(degrees(dealt)).toEqual(degrees(graph));
      expect(sortedWeights(dealt)).toEqual(sortedWeights(graph));
      expect(dealt.selfWeights.every((weight) => weight === 0)).toBe(true);
      expect(made).toBeLessThanOrEqual(tried);
    }), { numRuns: 300 });
  });

  it('forget who was tied to whom, repeat with the seed, and leave alone what cannot be swapped', () => {
    const graph = karate();
    const dealt = shuffledTies(graph, { seed: 5 });
    expect(tiesOf(shuffledTies(graph, { seed: 5 }).graph)).toEqual(tiesOf(dealt.graph));
    const before = new Set(tiesOf(graph));
    expect(tiesOf(dealt.graph).filter((tie) => before.has(tie)).length).toBeLessThan(tieCount(graph) / 2);
    const triangle = graphOf(3, [[0, 1], [1, 2], [0, 2]]);
    expect(shuffledTies(triangle, { seed: 1 })).toMatchObject({ graph: triangle, made: 0 });
  });
});

describe('structure beyond chance', () => {
  it('is there in the karate club, and not in ties dealt at random, though runs find communities in both', async () => {
    const club = karate();
    const chance = await chanceStructure(club, { seed: 1 });
    expect(chance.shuffles).toBe(100);
    expect(exceedsChance((await consensusCommunities(club, { seed: 1 })).modularity, chance)).toBe(true);
    const random = await Promise.all([1, 2, 3, 4].map(async (seed) => {
      const graph = randomTies(80, 160, seed);
      const found = (await consensusCommunities(graph, { seed })).modularity ?? 0;
      expect(found).toBeGreaterThan(0.3);
      return exceedsChance(found, await chanceStructure(graph, { seed }));
    }));
    expect(random.filter((exceeds) => exceeds).length).toBeLessThanOrEqual(1);
  });

  it('is never there where no swap can be made or no tie exists', async () => {
    const triangle = graphOf(3, [[0, 1], [1, 2], [0, 2]]);
    expect(exceedsChance((await consensusCommunities(triangle, { seed: 1 })).modularity, await chanceStructure(triangle, { seed: 1 }))).toBe(false);
    const none = await chanceStructure(graphOf(4, []), { seed: 1 });
    expect(none).toMatchObject({ shuffles: 0, limit: null, swapsMade: 0 });
    expect(exceedsChance(0.9, none)).toBe(false);
    expect(exceedsChance(null, { limit: 0.1 })).toBe(false);
  });

  it('rests on 100 shuffles, of which many ties take 19 first, and very many 19 in all', () => {
    expect([10, 10_000, 10_001, 100_000, 100_001].map(shufflesFor)).toEqual([{ first: 100, most: 100 }, { first: 100, most: 100 }, { first: 19, most: 100 }, { first: 19, most: 100 }, { first: 19, most: 19 }]);
  });

  it('draws no more than 19 shuffles where they leave no doubt, all 100 where they do, and says the same either way', async () => {
    const many = randomTies(4000, 10_300, 3);
    expect(tieCount(many)).toBeGreaterThan(10_000);
    // seeds alone decide what a draw gives: known ones stand in for the costly ones
    const structures = Array.from({ length: 100 }, (_, shuffle) => ({ modularity: 0.5 + ((shuffle * 37) % 100) / 10_000, made: 9, tried: 10 }));
    const asked: number[] = [];
    const drawing: SeededDrawing = {
      draw: ({ seeds }) => {
        asked.push(seeds.length);
        return Promise.resolve(seeds.map((seed) => structures[seed - 1500])) as never;
      },
    };
    const chance = (found: number | null): Promise<ChanceStructure> => chanceStructure(many, { seed: 1, drawing, found: Promise.resolve(found) });
    const all = await chanceStructure(many, { seed: 1, drawing });
    expect(all).toMatchObject({ shuffles: 100, limit: 0.509405 });
    for (const found of [0.3, 0.4899, 0.4999, 0.505, 0.5094, 0.5099, 0.52, 0.6, null]) {
      asked.length = 0;
      const told = await chance(found);
      const isClose = found !== null && found > 0.49 && found < 0.52;
      expect({ found, asked }).toEqual({ found, asked: isClose ? [19, 81] : [19] });
      expect(exceedsChance(found, told)).toBe(exceedsChance(found, all));
      if (isClose) expect(told).toEqual(all);
    }
    await expect(chanceStructure(many, { seed: 1, drawing, found: Promise.reject(new Error('stopped')) })).rejects.toThrow('stopped');
  });
});

describe('betweenness', () => {
  it('is that of networkx when all paths are followed', () => {
    const between = sampledBetweenness(karate({ weighted: true }), { pivots: 34, seed: 1 });
    networkReference.betweenness.forEach((expected, node) => expect(between[node]).toBeCloseTo(expected, 12));
  });

  it('names the same first two from half of the paths, and is 0 for everybody among two', () => {
    const between = Array.from(sampledBetweenness(karate(), { pivots: 17, seed: 2 }));
    const order = between.map((_, node) => node).toSorted((a, b) => (between[b] ?? 0) - (between[a] ?? 0));
    expect(order.slice(0, 2).toSorted((a, b) => a - b)).toEqual([0, 33]);
    expect(Array.from(sampledBetweenness(graphOf(2, [[0, 1]]), { pivots: 2, seed: 1 }))).toEqual([0, 0]);
  });
});
