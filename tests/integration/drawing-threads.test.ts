import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { madeUpTies } from '../../scripts/bench/made-up-ties.ts';
import { drawPool, type DrawPool } from '../../src/app/network/draw-pool.ts';
import { foundCommunities } from '../../src/app/network/found-communities.ts';
import { incidence, type Incidence } from '../../src/domain/network/incidence.ts';
import { drawnInPlace, type SeededDrawing } from '../../src/domain/network/seeded-draws.ts';
import { interestGroups } from '../../src/domain/tribes/interest-groups.ts';
import { seededRandom } from '../../src/domain/stats/seeded-random.ts';
import { drawingThreads } from '../../src/engine/drawing-threads.ts';
import { ROOT } from '../support/root.ts';

const DRAWING_THREAD = join(ROOT, 'src/engine/drawing-thread.ts');
const FALLING_THREAD = fileURLToPath(new URL('../fixtures/threads/falling-reading-thread.ts', import.meta.url));
const graph = madeUpTies(300, 1200, 3);
const PEOPLE = 240;
const WORDS = 300;

function threads(most: number, entry = DRAWING_THREAD): DrawPool {
  const pool = drawingThreads(entry, most)();
  onTestFinished(() => pool.close());
  return pool;
}

/** Two groups of people who write words of their own, among others who write any. */
function talk(): Incidence {
  const random = seededRandom(5);
  const person: number[] = [];
  const feature: number[] = [];
  for (let one = 0; one < PEOPLE; one += 1) {
    for (let word = 0; word < WORDS; word += 1) {
      const own = one < 40 ? word < 20 : one < 70 && word >= 20 && word < 40;
      if (random() < (own ? 0.75 : 0.02)) {
        person.push(one);
        feature.push(word);
      }
    }
  }
  return incidence({ peopleCount: PEOPLE, featureCount: WORDS }, { person, feature });
}

describe('threads that draw', () => {
  test('find what one finds in place, to the last bit, however many they are', async () => {
    const search = (drawing: SeededDrawing): Promise<unknown> => foundCommunities(graph, { seed: 4, resolution: 1, drawing, step: () => undefined });
    const interests = (drawing: SeededDrawing): Promise<unknown> => interestGroups(PEOPLE, { terms: talk(), posts: incidence({ peopleCount: PEOPLE, featureCount: 0 }, { person: [], feature: [] }) }, { seed: 4, drawing });
    const [communities, groups] = [await search(drawnInPlace()), await interests(drawnInPlace())];
    expect(communities).toMatchObject({ beyondChance: true });
    expect(groups).toMatchObject({ groups: [{}, {}] });
    for (const most of [1, 3]) {
      const pool = threads(most);
      expect(await search(pool), `${String(most)} threads`).toEqual(communities);
      expect(await interests(pool), `${String(most)} threads`).toEqual(groups);
    }
  }, 120_000);

  test('stop when nobody wants the draws any more, though none has come', async () => {
    const pool = threads(1);
    let asked = 0;
    const large = madeUpTies(40_000, 200_000, 1);
    const began = performance.now();
    await expect(pool.draw({
      kind: 'shuffledTies', from: large, told: { resolution: 1 }, seeds: Array.from({ length: 40 }, (_, seed) => seed),
      check: () => {
        if ((asked += 1) === 2) throw new Error('stopped');
      },
    })).rejects.toThrow('stopped');
    await pool.close();
    expect(performance.now() - began).toBeLessThan(5000);
    await expect(pool.draw({ kind: 'betweenness', from: graph, told: { pivots: 5 }, seeds: [1] })).rejects.toThrow('closed');
  }, 60_000);

  test('fail a draw by what went wrong in it, and everything after the end of a thread', async () => {
    const pool = threads(1, FALLING_THREAD);
    const one = (): Promise<unknown> => pool.draw({ kind: 'betweenness', from: graph, told: { pivots: 5 }, seeds: [1] });
    await expect(one()).rejects.toThrow('invalid model: made up');
    await expect(one()).rejects.toThrow('canary text');
    await expect(one()).rejects.toThrow('canary text');
  });

  test('begin with the first search that is worth it, and end with the pool', async () => {
    let [opened, closed, told] = [0, 0, 0];
    const given: DrawPool = {
      draw: ({ seeds }) => Promise.resolve(seeds.map(() => new Float64Array(1)) as never),
      close: () => {
        closed += 1;
        return Promise.resolve();
      },
    };
    const pool = drawPool(() => {
      opened += 1;
      return given;
    });
    const few = await pool.draw({ kind: 'betweenness', from: graph, told: { pivots: 5 }, seeds: [1], onDrawn: (done) => void (told = done) });
    expect([opened, told, few[0]?.length]).toEqual([0, 1, 300]);
    for (let time = 0; time < 2; time += 1) await pool.draw({ kind: 'betweenness', from: madeUpTies(10_000, 200_000, 1), told: { pivots: 5 }, seeds: [1] });
    await pool.close();
    expect([opened, closed]).toEqual([1, 1]);
  });
});
