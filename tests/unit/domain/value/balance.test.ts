import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balance, closeness, log2Balance, log2BalanceInterval } from '../../../../src/domain/value/balance.ts';
import { groupBalance } from '../../../../src/domain/value/group-balance.ts';
import reference from '../../../reference/value/beta-balance.json' with { type: 'json' };

const points = fc.record({ created: fc.double({ min: 0, max: 1e5, noNaN: true }), consumed: fc.double({ min: 0, max: 1e5, noNaN: true }) });

describe('balance', () => {
  it('agrees with SciPy on the limits of the log2 balance', () => {
    expect(reference.balances).toHaveLength(10);
    for (const { created, consumed, low, high } of reference.balances) {
      const limits = log2BalanceInterval({ created, consumed });
      expect(limits.low).toBeCloseTo(low, 9);
      expect(limits.high).toBeCloseTo(high, 9);
    }
  });

  it('becomes its reciprocal, with mirrored limits and the same closeness, when the sides are swapped', () => {
    fc.assert(fc.property(points, ({ created, consumed }) => {
      const swapped = { created: consumed, consumed: created };
      expect(balance({ created, consumed }) * balance(swapped)).toBeCloseTo(1, 10);
      expect(closeness(balance({ created, consumed }))).toBeCloseTo(closeness(balance(swapped)), 12);
      expect(log2BalanceInterval({ created, consumed }).low).toBe(-log2BalanceInterval(swapped).high);
    }), { numRuns: 60 });
  });

  it('stays within its limits and its closeness within (0, 1]', () => {
    fc.assert(fc.property(points, (both) => {
      const { low, high } = log2BalanceInterval(both);
      expect(low).toBeLessThan(high);
      const near = closeness(balance(both));
      expect(near).toBeGreaterThan(0);
      expect(near).toBeLessThanOrEqual(1);
      if (both.created + both.consumed > 4) {
        expect(low).toBeLessThan(log2Balance(both) + 1e-9);
        expect(high).toBeGreaterThan(log2Balance(both) - 1e-9);
      }
    }), { numRuns: 60 });
  });

  it('names impossible points', () => {
    expect(() => log2BalanceInterval({ created: -1, consumed: 0 })).toThrow('invalid points: -1');
  });
});

describe('balance of a group', () => {
  it('has no figure under five people', () => {
    expect(groupBalance([1, 2, 3, 4], [1, 1, 1, 1], { seed: 1 })).toBeNull();
  });

  it('rests on summed points and gives the same limits for the same seed', () => {
    const created = [4, 0, 2, 8, 1, 3];
    const consumed = [1, 1, 0, 2, 1, 0];
    const group = groupBalance(created, consumed, { seed: 9 });
    expect(group?.log2Balance).toBeCloseTo(Math.log2(19 / 6), 12);
    expect(group).toEqual(groupBalance(created, consumed, { seed: 9 }));
    expect(group?.low).toBeLessThan(group?.log2Balance ?? 0);
    expect(group?.high).toBeGreaterThan(group?.log2Balance ?? 0);
  });

  it('has no width when all members are alike', () => {
    const group = groupBalance(new Array<number>(8).fill(2), new Array<number>(8).fill(1), { seed: 3 });
    expect(group?.low).toBe(group?.high);
  });
});
