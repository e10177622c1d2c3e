import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jensenShannonDistance } from '../../../../src/domain/stats/jensen-shannon.ts';

const reference = JSON.parse(readFileSync(new URL('../../../reference/strategy/jensen-shannon.json', import.meta.url), 'utf8')) as { cases: { one: number[]; other: number[]; distance: number }[] };
const mix = fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }).filter((counts) => counts.some((count) => count > 0));

describe('the distance of two mixes', () => {
  it.each(reference.cases)('is that of SciPy for $one and $other', ({ one, other, distance }) => {
    expect(jensenShannonDistance(one, other)).toBeCloseTo(distance, 12);
  });

  it('is symmetric, within [0, 1], zero only for the same shares, and no way round is shorter', () => {
    fc.assert(fc.property(mix, mix, mix, (one, other, third) => {
      const between = jensenShannonDistance(one, other) ?? NaN;
      expect(between).toBeCloseTo(jensenShannonDistance(other, one) ?? NaN, 12);
      expect(between).toBeGreaterThanOrEqual(0);
      expect(between).toBeLessThanOrEqual(1);
      expect(jensenShannonDistance(one, one.map((count) => count * 3))).toBeCloseTo(0, 6);
      expect(between).toBeLessThanOrEqual((jensenShannonDistance(one, third) ?? NaN) + (jensenShannonDistance(third, other) ?? NaN) + 1e-9);
    }), { numRuns: 200 });
  });

  it('says nothing without messages, and refuses mixes of other kinds', () => {
    expect(jensenShannonDistance([0, 0], [1, 2])).toBeNull();
    expect(() => jensenShannonDistance([1], [1, 2])).toThrow('mixes of different length: 1 and 2');
  });
});
