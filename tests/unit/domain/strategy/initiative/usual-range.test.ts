import { describe, expect, it } from 'vitest';
import { amountVerdict, usualRange } from '../../../../../src/domain/strategy/initiative/usual-range.ts';

describe('usualRange', () => {
  it('is the prediction interval of one more window: SciPy 1.17.1, tests/reference/initiative', () => {
    const usual = usualRange([12, 15, 9, 22, 17, 14, 11, 19, 16, 13]);
    expect(usual?.windows).toBe(10);
    expect(usual?.mean).toBeCloseTo(14.8, 12);
    expect(usual?.low).toBeCloseTo(5.5906769692920175, 8);
    expect(usual?.high).toBeCloseTo(24.009323030707982, 8);
  });

  it('says nothing under eight windows, and never goes below nothing', () => {
    expect(usualRange([1, 2, 3, 4, 5, 6, 7])).toBeNull();
    expect(usualRange([0, 0, 0, 9, 0, 0, 0, 0])?.low).toBe(0);
  });
});

describe('amountVerdict', () => {
  it('tells what lies outside from what is usual, and is silent without a range or an amount', () => {
    const usual = { mean: 10, low: 4, high: 16, windows: 9 };
    expect([17, 16, 4, 3].map((value) => amountVerdict(value, usual))).toEqual(['above', 'usual', 'usual', 'below']);
    expect([amountVerdict(17, null), amountVerdict(null, usual)]).toEqual(['short', 'short']);
  });
});
