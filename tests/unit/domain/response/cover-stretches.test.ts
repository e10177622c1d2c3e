import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverStretches, LEAST_GAP_MS, type CoverWindow } from '../../../../src/domain/response/cover-stretches.ts';

const DAY = 86_400_000;
const window = (from: number, to: number, replies: CoverWindow['replies']): CoverWindow => ({ fromMs: from * DAY, toMs: to * DAY, replies });

test('a gap is told apart from silence, a pause between two files is none', () => {
  expect(coverStretches([window(0, 30, 'present'), window(60, 90, 'present')])).toEqual([
    { fromMs: 0, toMs: 30 * DAY, state: 'present', windows: 1 }, { fromMs: 30 * DAY, toMs: 60 * DAY, state: 'none', windows: 0 }, { fromMs: 60 * DAY, toMs: 90 * DAY, state: 'present', windows: 1 },
  ]);
  expect(coverStretches([window(0, 30, 'present'), window(33, 90, 'present')])).toEqual([{ fromMs: 0, toMs: 90 * DAY, state: 'present', windows: 1 }]);
  expect(LEAST_GAP_MS).toBe(14 * DAY);
});

test('replies are partly there where one place has them and another does not', () => {
  expect(coverStretches([window(10, 40, 'absent'), window(0, 20, 'present')]).map(({ fromMs, state, windows }) => [fromMs / DAY, state, windows])).toEqual([[0, 'present', 1], [10, 'partly', 2], [20, 'absent', 1]]);
  expect(coverStretches([window(0, 20, null)]).map(({ state }) => state)).toEqual(['present']);
  expect(coverStretches([])).toEqual([]);
  expect(() => coverStretches([window(2, 1, null)])).toThrow('invalid window');
});

test('stretches follow on each other and cover exactly the time of the windows', () => {
  const windows = fc.array(fc.record({ from: fc.integer({ min: 0, max: 400 }), length: fc.integer({ min: 1, max: 60 }), replies: fc.constantFrom('present', 'partly', 'absent', null) }), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(windows, (made) => {
    const given = made.map(({ from, length, replies }) => window(from, from + length, replies));
    const found = coverStretches(given);
    expect(found[0]?.fromMs).toBe(Math.min(...given.map(({ fromMs }) => fromMs)));
    expect(found.at(-1)?.toMs).toBe(Math.max(...given.map(({ toMs }) => toMs)));
    found.slice(1).forEach((stretch, place) => {
      expect(stretch.fromMs).toBe(found[place]?.toMs);
      expect(stretch.state).not.toBe(found[place]?.state);
    });
    for (const { state, fromMs, toMs } of found) if (state === 'none') expect(given.every((one) => one.toMs <= fromMs || one.fromMs >= toMs)).toBe(true);
  }), { numRuns: 200 });
});
