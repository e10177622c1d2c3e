import fc from 'fast-check';
import { expect, it } from 'vitest';
import { denseStart } from '../../../../src/domain/strategy/dense-start.ts';

const DAY_MS = 86_400_000;
const daily = (from: number, days: number): number[] => Array.from({ length: days }, (_, day) => (from + day) * DAY_MS);

it('leaves a few old messages before a long silence out, not a first year that is as full as the next', () => {
  expect(denseStart([0, 30 * DAY_MS, ...daily(400, 100)])).toBe(2);
  expect(denseStart([...daily(0, 100), ...daily(400, 100)])).toBe(0);
  // a silence of four weeks is none
  expect(denseStart([0, ...daily(28, 100)])).toBe(0);
  expect(denseStart([0, ...daily(29, 100)])).toBe(1);
  expect(denseStart([])).toBe(0);
});

it('never leaves out more than five in a hundred', () => {
  fc.assert(fc.property(fc.array(fc.nat({ max: 4000 }), { maxLength: 300 }), (days) => {
    const times = days.map((day) => day * DAY_MS).sort((one, other) => one - other);
    expect(denseStart(times)).toBeLessThanOrEqual(times.length * 0.05);
  }));
});
