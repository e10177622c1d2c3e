import { describe, expect, it } from 'vitest';
import { incidence, type Incidence } from '../../../../src/domain/network/incidence.ts';
import { drawnInPlace, type SeededDrawing } from '../../../../src/domain/network/seeded-draws.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import { interestGroups } from '../../../../src/domain/tribes/interest-groups.ts';

const PEOPLE = 240;
const FEATURES = 300;

/** Everybody has some features at random; the first forty also most of their own ten, the next thirty of theirs. */
function made({ apart }: { readonly apart: boolean }): Incidence {
  const random = seededRandom(11);
  const person: number[] = [];
  const feature: number[] = [];
  const add = (one: number, other: number): void => {
    person.push(one);
    feature.push(other);
  };
  for (let one = 0; one < PEOPLE; one += 1) {
    for (let other = 0; other < FEATURES; other += 1) if (random() < 0.02) add(one, other);
    if (!apart || one >= 70) continue;
    const own = one < 40 ? 0 : 20;
    for (let other = own; other < own + 20; other += 1) if (random() < 0.75) add(one, other);
  }
  return incidence({ peopleCount: PEOPLE, featureCount: FEATURES }, { person, feature });
}
const none = incidence({ peopleCount: PEOPLE, featureCount: 0 }, { person: [], feature: [] });

describe('groups by shared interests', () => {
  it('are those that were laid in, and nobody else', async () => {
    const { groups, sources } = await interestGroups(PEOPLE, { terms: made({ apart: true }), posts: none }, { seed: 2 });
    expect(sources[0]).toMatchObject({ source: 'terms', beyondChance: true, tooCommon: 0 });
    expect(sources[1]).toMatchObject({ source: 'posts', people: 0, ties: 0, chanceTies: null, beyondChance: false });
    expect(groups).toHaveLength(2);
    const [first, second] = groups;
    expect(first?.people.every((person) => person < 40)).toBe(true);
    expect(second?.people.every((person) => person >= 40 && person < 70)).toBe(true);
    expect(first?.people.length).toBeGreaterThan(30);
    expect(second?.people.length).toBeGreaterThan(24);
    expect(first?.certainty.every((certainty) => certainty > 0.9)).toBe(true);
  });

  it('are not found where everything is dealt at random, nor among nobody', async () => {
    expect((await interestGroups(PEOPLE, { terms: made({ apart: false }), posts: made({ apart: false }) }, { seed: 2 })).groups).toEqual([]);
    expect(await interestGroups(0, { terms: incidence({ peopleCount: 0, featureCount: 0 }, { person: [], feature: [] }), posts: incidence({ peopleCount: 0, featureCount: 0 }, { person: [], feature: [] }) }, { seed: 1 })).toEqual({
      groups: [], meanAdjustedRand: null, modularity: null,
      sources: (['terms', 'posts'] as const).map((source) => ({ source, people: 0, features: 0, tooCommon: 0, ties: 0, shuffles: 0, chanceTies: null, beyondChance: false })),
    });
  });

  it('rest on five shuffles where a source ties a hundred times as many pairs as any of them, else on nineteen', async () => {
    const sure = await interestGroups(PEOPLE, { terms: made({ apart: true }), posts: none }, { seed: 2 });
    expect(sure.sources[0]).toMatchObject({ shuffles: 5, beyondChance: true });
    expect(sure.sources[0]?.ties).toBeGreaterThanOrEqual(100 * Math.max(1, sure.sources[0]?.chanceTies ?? 0));
    const asked: number[] = [];
    const inPlace = drawnInPlace();
    const drawing: SeededDrawing = {
      draw: async (request) => {
        const drawn = await inPlace.draw(request);
        if (request.kind !== 'shuffledIncidence') return drawn;
        asked.push(request.seeds.length);
        // a hundredth of what the source ties leaves doubt
        return drawn.map(() => Math.ceil(((sure.sources[0]?.ties ?? 0) + 1) / 100));
      },
    };
    const doubted = await interestGroups(PEOPLE, { terms: made({ apart: true }), posts: none }, { seed: 2, drawing });
    expect(asked).toEqual([5, 14]);
    expect(doubted.sources[0]).toMatchObject({ shuffles: 19, beyondChance: true });
    expect(doubted.groups).toEqual(sure.groups);
  });

  it('are the same for the same seed', async () => {
    const given = { terms: made({ apart: true }), posts: made({ apart: true }) };
    expect(await interestGroups(PEOPLE, given, { seed: 7 })).toEqual(await interestGroups(PEOPLE, given, { seed: 7 }));
  });
});
