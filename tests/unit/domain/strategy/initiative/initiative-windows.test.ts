import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earlierWindows, firstNotBefore, initiativeWindows, MOST_EARLIER } from '../../../../../src/domain/strategy/initiative/initiative-windows.ts';

describe('initiativeWindows', () => {
  it('gives itself, as long before and as long after, each with how much of it the data hold', () => {
    expect(initiativeWindows({ fromMs: 100, toMs: 120 }, { fromMs: 90, toMs: 125 })).toEqual([
      { window: 'before', fromMs: 80, toMs: 100, state: 'part' }, { window: 'during', fromMs: 100, toMs: 120, state: 'whole' }, { window: 'after', fromMs: 120, toMs: 140, state: 'part' },
    ]);
    expect(initiativeWindows({ fromMs: 100, toMs: 120 }, { fromMs: 0, toMs: 120 })[2]?.state).toBe('outside');
    expect(initiativeWindows({ fromMs: 100, toMs: 120 }, null).map(({ state }) => state)).toEqual(['outside', 'outside', 'outside']);
  });

  it('looks back over whole windows only, without a gap and without an overlap', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 3000 }), (length, past) => {
      const earlier = earlierWindows({ fromMs: 5000, toMs: 5000 + length }, { fromMs: 5000 - past, toMs: 9000 });
      expect(earlier).toHaveLength(Math.min(MOST_EARLIER, Math.floor(past / length)));
      earlier.forEach(({ fromMs, toMs }, at) => {
        expect(toMs - fromMs).toBe(length);
        expect(toMs).toBe(earlier[at - 1]?.fromMs ?? 5000);
        expect(fromMs).toBeGreaterThanOrEqual(5000 - past);
      });
    }));
    expect(earlierWindows({ fromMs: 10, toMs: 20 }, null)).toEqual([]);
  });
});

describe('firstNotBefore', () => {
  it('finds where a moment stands among ascending times', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 40 })), fc.integer({ min: 0, max: 40 }), (times, atMs) => {
      const sorted = times.toSorted((one, other) => one - other);
      expect(firstNotBefore(sorted, atMs)).toBe(sorted.filter((time) => time < atMs).length);
    }));
  });
});
