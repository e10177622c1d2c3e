import { describe, expect, it } from 'vitest';
import { heatLayout, heatPoints, type HeatMark } from '../../../../src/renderer/charts/heat-layout.ts';
import { trendHeight, trendLayout, type TrendInput, type TrendMark } from '../../../../src/renderer/charts/trend-layout.ts';

const WEEK_MS = 604_800_000;
const START_MS = Date.UTC(2026, 0, 5);

describe('the week by the hour', () => {
  const mark = (key: string, requests: number, answers: number): HeatMark => ({ key, requests, answers, heading: key, lines: [] });
  const rows = [[mark('a', 0, 0), mark('b', 10, 4)], [mark('c', 1, 1), mark('d', 5, 0)]];
  const layout = heatLayout({ rows, width: 892, rowHeight: 30 });

  it('shades by requests, and the area of a ring rises with answers', () => {
    const [none, most, one] = layout.cells;
    expect(none).toMatchObject({ shade: 0, radius: 0 });
    expect(most?.shade).toBeCloseTo(0.85, 10);
    expect(one?.shade).toBeGreaterThan(0.1);
    expect((one?.radius ?? 0) / (most?.radius ?? 1)).toBeCloseTo(0.5, 10);
  });

  it('has one row of points a weekday, in the middle of its squares', () => {
    const points = heatPoints(layout);
    expect(points.map((row) => row.map(({ key }) => key))).toEqual([['a', 'b'], ['c', 'd']]);
    expect(points[1]?.[1]?.top).toBe(layout.middle(1));
  });
});

describe('a trend', () => {
  const mark = (week: number, estimate: number | null): TrendMark => ({
    key: `w${String(week)}`, startMs: START_MS + week * WEEK_MS, endMs: START_MS + (week + 1) * WEEK_MS, heading: '', lines: [],
    figure: estimate === null ? null : { estimate, low: estimate - 0.1, high: estimate + 0.1 },
  });
  const input: TrendInput = {
    marks: [mark(0, 0.5), mark(1, 0.6), mark(2, null), mark(3, 0.4), mark(4, null)], turns: [{ key: 't', atMs: START_MS + 3 * WEEK_MS, label: 'x', muted: false }],
    levels: [{ from: 'w0', to: 'w1', mean: 0.55 }, { from: 'gone', to: 'w3', mean: 0.4 }],
    covers: [{ key: '1', place: 'p', fromMs: START_MS - WEEK_MS, toMs: START_MS + WEEK_MS, words: '' }, { key: '2', place: 'q', fromMs: START_MS + 2 * WEEK_MS, toMs: START_MS + 90 * WEEK_MS, words: '' }, { key: '3', place: 'q', fromMs: 0, toMs: 1, words: '' }],
    highest: 1, width: 572, plotHeight: 200,
  };
  const layout = trendLayout(input);

  it('draws no line over a gap, a band for a run, limits for a week alone', () => {
    expect(layout.runs.map(({ key }) => key)).toEqual(['w0', 'w3']);
    expect(layout.runs.map(({ band }) => band === '')).toEqual([false, true]);
    expect(layout.dots.map(({ key, limits }) => [key, limits === null])).toEqual([['w0', true], ['w1', true], ['w3', false]]);
    expect(layout.points).toHaveLength(5);
  });

  it('puts changes, levels and coverage on the axis of time, cut to the weeks shown', () => {
    const [left, right] = layout.x.range;
    expect(layout.turns[0]?.left).toBeCloseTo(left + ((right - left) * 3) / 5, 8);
    expect(layout.levels.map(({ key }) => key)).toEqual(['w0']);
    expect(layout.places.map(({ name, bars }) => [name, bars.length])).toEqual([['p', 1], ['q', 1]]);
    expect(layout.places[0]?.bars[0]?.left).toBe(left);
    expect(layout.height).toBe(trendHeight(input));
    expect(trendHeight({ marks: [], covers: [], plotHeight: 200 })).toBeLessThan(layout.height);
  });

  it('draws events over their days, cut to the weeks shown, with names that do not run into each other', () => {
    const [first, last] = [input.marks[0]?.startMs ?? 0, input.marks.at(-1)?.endMs ?? 0];
    const span = last - first;
    const event = (key: string, from: number, to: number, label = 'Una campagna con un nome lungo') => ({ key, fromMs: first + from * span, toMs: first + to * span, label });
    const drawn = trendLayout({ ...input, events: [event('early', -0.5, 0.1), event('next', 0.05, 0.2), event('third', 0.06, 0.07), event('fourth', 0.07, 0.08), event('late', 0.95, 2), event('gone', 1.2, 1.3)] });
    const [left, right] = drawn.x.range;
    expect(drawn.events.map(({ key }) => key)).toEqual(['early', 'next', 'third', 'fourth', 'late']);
    expect(drawn.events[0]?.left).toBe(left);
    expect(drawn.events[0]?.width).toBeCloseTo((right - left) * 0.1, 6);
    expect((drawn.events[4]?.left ?? 0) + (drawn.events[4]?.width ?? 0)).toBeCloseTo(right, 6);
    expect(drawn.events[4]?.anchor).toBe('end');
    const lines = drawn.events.slice(0, 3).map(({ labelTop }) => labelTop);
    expect(new Set(lines).size).toBe(3);
    // a fourth name at the same place stands nowhere rather than over another
    expect(drawn.events.map(({ label }) => label === '')).toEqual([false, false, false, true, false]);
    expect(drawn.axisTop - drawn.bottom).toBe(45);
    expect(drawn.height).toBe(layout.height + 45);
    expect(layout.axisTop).toBe(layout.bottom);
  });

  it('leaves room above for the labels of changes only where there are any, and lays out nothing', () => {
    expect(trendLayout({ ...input, turns: [] }).y.range[1]).toBeLessThan(layout.y.range[1]);
    expect(trendLayout({ ...input, marks: [] })).toMatchObject({ runs: [], dots: [], points: [], levels: [] });
  });
});
