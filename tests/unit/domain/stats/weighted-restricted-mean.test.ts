import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import { restrictedMeanLayout, weightedRestrictedMean } from '../../../../src/domain/stats/weighted-restricted-mean.ts';

describe('weightedRestrictedMean', () => {
  it('is the same to the digit whether waits are counted by cluster or one by one', () => {
    const random = seededRandom(8);
    for (const [waits, clusters] of [[1, 1], [40, 12], [40, 40], [300, 90], [20, 400]] as const) {
      const columns = {
        waitedSeconds: Float64Array.from({ length: waits }, () => Math.floor(random() * 120)),
        answered: Uint8Array.from({ length: waits }, () => (random() < 0.6 ? 1 : 0)),
        cluster: Uint32Array.from({ length: waits }, () => Math.floor(random() * clusters)),
      };
      const layout = restrictedMeanLayout(columns, 90);
      expect(layout.waitsOf === null).toBe(Math.max(...columns.cluster) + 1 > 2 * waits);
      for (let draw = 0; draw < 30; draw += 1) {
        const weights = Uint16Array.from({ length: clusters }, () => Math.floor(random() * 3));
        expect(weightedRestrictedMean(layout, weights)).toBe(weightedRestrictedMean({ ...layout, waitsOf: null }, weights));
      }
    }
  });
});
