import { describe, expect, it } from 'vitest';
import { effectiveNumber, effectiveNumberInterval } from '../../../../src/domain/strategy/effective-number.ts';

describe('effectiveNumber', () => {
  it('is the number of kinds when all are as common, 1 with one kind, 0 with none', () => {
    expect(effectiveNumber([5, 5, 5, 5])).toBeCloseTo(4, 12);
    expect(effectiveNumber([9, 0])).toBe(1);
    expect(effectiveNumber([])).toBe(0);
  });

  it('equals exp of the entropy (SciPy 1.17.1: exp(stats.entropy([80, 15, 5])) = 1.84572001)', () => {
    expect(effectiveNumber([80, 15, 5])).toBeCloseTo(1.8457200132750962, 12);
  });

  it('has an interval from drawing threads', () => {
    const threads = Array.from({ length: 60 }, (_, at) => ({ kind: at % 3 === 0 ? 2 : 1, messages: 1 + (at % 5) }));
    const interval = effectiveNumberInterval(threads, { seed: 1 });
    expect(interval).not.toBeNull();
    expect(interval?.low).toBeLessThan(effectiveNumber([20, 40]));
    expect(interval?.high).toBeLessThanOrEqual(2);
    expect(effectiveNumberInterval([], { seed: 1 })).toBeNull();
  });
});
