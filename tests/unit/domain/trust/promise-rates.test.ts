import { describe, expect, it } from 'vitest';
import { againstOwnPast, shareDifference } from '../../../../src/domain/trust/promise-rates.ts';
import { promisesKept } from '../../../../src/domain/trust/promises-kept.ts';

const part = (kept: number, broken: number) => promisesKept([...Array.from({ length: kept }, () => ({ state: 'kept' as const, named: true })), ...Array.from({ length: broken }, () => ({ state: 'broken' as const, named: true }))]);

describe('the difference of two shares', () => {
  // Newcombe 1998, table II, method 10
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i - %i/%i', (kept, n, otherKept, otherN, low, high) => {
    const found = shareDifference({ kept, n }, { kept: otherKept, n: otherN });
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('has no value without cases', () => {
    expect(shareDifference({ kept: 0, n: 0 }, { kept: 1, n: 2 })).toBeNull();
  });
});

describe('a brand against its own past', () => {
  it('holds the latest quarter with a rate against all before it', () => {
    const found = againstOwnPast([{ key: '2025-Q3', part: part(10, 4) }, { key: '2025-Q4', part: part(5, 5) }, { key: '2026-Q1', part: part(18, 6) }, { key: '2026-Q2', part: part(3, 0) }]);
    expect(found).toMatchObject({ key: '2026-Q1', latest: { kept: 18, n: 24 }, earlier: { kept: 15, n: 24 } });
    expect(found?.difference.estimate).toBeCloseTo(0.125, 12);
  });

  it('says nothing where one side has too few', () => {
    expect(againstOwnPast([{ key: '2025-Q4', part: part(19, 0) }, { key: '2026-Q1', part: part(20, 4) }])).toBeNull();
    expect(againstOwnPast([{ key: '2025-Q4', part: part(30, 4) }])).toBeNull();
    expect(againstOwnPast([])).toBeNull();
  });
});
