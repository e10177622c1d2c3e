import { describe, expect, it } from 'vitest';
import { windowLayout, type WindowValue } from '../../../../../src/renderer/features/trust/event-window.ts';
import { lanesHeight, lanesLayout, statePath, type LanePromise } from '../../../../../src/renderer/features/trust/promise-lanes.ts';
import { PROMISE_STATE_ORDER } from '../../../../../src/renderer/features/trust/promise-words.ts';
import { weekBars } from '../../../../../src/renderer/features/trust/week-bars.ts';

const DAY = 86_400_000;
const lane = (state: LanePromise['state'], madeMs: number, dueMs: number | null, seenMs: number | null): LanePromise => ({ key: `${state} ${String(madeMs)}`, state, madeMs, dueMs, seenMs });

describe('the line of promises', () => {
  it('runs from the promise past its due time to where the outcome was seen', () => {
    const { x, lanes, height } = lanesLayout([lane('late', 0, 2 * DAY, 5 * DAY), lane('kept', 9 * DAY, 10 * DAY, 9.5 * DAY)], 800);
    expect(height).toBe(lanesHeight(2));
    expect(lanes[0]).toMatchObject({ made: x.at(0), due: x.at(2 * DAY), mark: x.at(5 * DAY) });
    expect(lanes[1]?.mark).toBeLessThan(lanes[1]?.due ?? 0);
    expect(lanes[1]?.top).toBeGreaterThan(lanes[0]?.top ?? 0);
  });

  it('keeps the mark off the dot of the making, and stands where nothing is known', () => {
    const [loose, quick] = lanesLayout([lane('unverifiable', 0, null, null), lane('kept', 0, DAY, 60_000), lane('open', 0, 90 * DAY, null)], 400).lanes;
    expect(loose).toMatchObject({ due: null });
    expect((loose?.mark ?? 0) - (loose?.made ?? 0)).toBe(10);
    expect((quick?.mark ?? 0) - (quick?.made ?? 0)).toBe(10);
    expect(lanesLayout([], 400)).toMatchObject({ lanes: [] });
  });

  it('labels no more days than there is room for', () => {
    for (const days of [1, 6, 40, 400, 4000]) {
      const { ticks } = lanesLayout([lane('kept', 0, days * DAY, null)], 800);
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(9);
      for (const tick of ticks) expect(tick % DAY).toBe(0);
    }
  });

  it('has a shape of its own for each state but the two rings, which differ in filling', () => {
    const shapes = PROMISE_STATE_ORDER.map((state) => statePath(state, 0, 0));
    expect(new Set(shapes).size).toBe(4);
    expect(statePath('kept', 0, 0)).toBe(statePath('open', 0, 0));
  });
});

describe('promises by week', () => {
  const counts = { kept: 3, late: 0, broken: 1, open: 0, unverifiable: 4 };

  it('stacks the states without gaps, in proportion', () => {
    const { parts, y, bottom } = weekBars([{ startMs: 0, counts }, { startMs: 7 * DAY, counts: { ...counts, kept: 0, unverifiable: 0 } }], { width: 600, height: 240 });
    expect(parts.map(({ week, state }) => `${String(week)} ${state}`)).toEqual(['0 kept', '0 broken', '0 unverifiable', '1 broken']);
    expect(parts[0]?.top).toBe(y.at(3));
    expect((parts[0]?.top ?? 0) + (parts[0]?.height ?? 0)).toBe(bottom);
    expect((parts[1]?.top ?? 0) + (parts[1]?.height ?? 0)).toBeCloseTo(parts[0]?.top ?? 0, 9);
    expect(parts[2]?.top).toBe(y.at(8));
  });

  it('stays inside the chart and labels weeks apart', () => {
    const { parts, labelled, x } = weekBars(Array.from({ length: 200 }, (_, week) => ({ startMs: week * 7 * DAY, counts })), { width: 500, height: 200 });
    for (const { left, width } of parts) {
      expect(left).toBeGreaterThanOrEqual(x.range[0] - 1);
      expect(left + width).toBeLessThanOrEqual(x.range[1] + 1);
    }
    for (const [place, week] of labelled.entries()) if (place > 0) expect(x.at(week) - x.at(labelled[place - 1] ?? 0)).toBeGreaterThanOrEqual(100);
    expect(weekBars([], { width: 500, height: 200 }).parts).toEqual([]);
  });
});

describe('the window around an event', () => {
  const value = (estimate: number | null): WindowValue => ({ estimate, low: estimate === null ? null : estimate / 2, high: estimate === null ? null : estimate * 2 });

  it('draws what is known, both sides apart, lines broken where a month is missing and at the event', () => {
    const months = [-3, -2, -1, 1, 2].map((month) => ({ month, cases: value(month === -2 ? null : 1), controls: value(2) }));
    const { marks, lines, x, y } = windowLayout(months, { width: 600, height: 250 });
    expect(marks.filter(({ side }) => side === 'cases').map(({ month }) => month)).toEqual([-3, -1, 1, 2]);
    expect(marks[0]?.left).toBe(x.at(-3) - 5);
    expect(marks[0]).toMatchObject({ top: y.at(1), from: y.at(0.5), to: y.at(2) });
    const [controls, cases] = lines.map(({ path }) => path.replaceAll(/[^ML]/g, ''));
    expect(controls).toBe('MLLML');
    expect(cases).toBe('MMML');
  });

  it('holds the highest limit, and stands without any value', () => {
    expect(windowLayout([{ month: 1, cases: value(3), controls: value(1) }], { width: 600, height: 250 }).y.domain[1]).toBeGreaterThanOrEqual(6);
    expect(windowLayout([{ month: 1, cases: value(null), controls: value(null) }], { width: 600, height: 250 })).toMatchObject({ marks: [] });
  });
});
