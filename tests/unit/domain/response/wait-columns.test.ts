import { describe, expect, it } from 'vitest';
import { survivalGroup, standingAt } from '../../../../src/domain/response/survival-group.ts';
import { askerNumbering, waitColumns } from '../../../../src/domain/response/wait-columns.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import { episode } from './episode-sample.ts';

const WEEK = 604_800;

describe('askerNumbering', () => {
  it('numbers askers in the order met, whatever their ids, and each without one for itself', () => {
    const ids = [7, null, 3, 7, 5_000_000, null, 2 ** 40, 0, -4, 3, 2 ** 40, 5_000_000, -4, 1023, 1024];
    const number = askerNumbering();
    expect(ids.map((askerId) => number({ askerId }))).toEqual([0, 1, 2, 0, 3, 4, 5, 6, 7, 2, 5, 3, 7, 8, 9]);
  });

  it('tells how many askers there are', () => {
    expect(waitColumns([4, 4, null, 900_000, null].map((askerId, at) => episode({ messageId: at + 1, askerId }))).clusters).toBe(4);
  });
});

describe('standingAt', () => {
  it('is what the figures of the group say, above the floors and below', () => {
    const random = seededRandom(2);
    for (const size of [5, 19, 20, 60]) {
      const requests = Array.from({ length: size }, (_, at) => episode({ messageId: at + 1, askerId: 1 + Math.floor(random() * 40), censored: random() < 0.4, waitedSeconds: Math.floor(random() * 2 * WEEK) }));
      const { answered, waitingAtHorizon } = survivalGroup(requests, { key: 'all', horizonSeconds: WEEK, seed: 1, draws: 1 });
      const standing = standingAt(requests, WEEK);
      expect([standing.answered, standing.waiting]).toEqual([answered, waitingAtHorizon?.estimate ?? null]);
      expect(standing.authors).toBe(new Set(requests.map(({ askerId }) => askerId)).size);
    }
  });
});
