import { describe, expect, it } from 'vitest';
import { intervalScale, intervalSide, waitDifferenceTicks } from '../../../../src/renderer/charts/interval-rows.ts';
import { TRIBE_SHAPES, tribeShapeAt, tribeShapePath } from '../../../../src/renderer/charts/tribe-shape.ts';
import { joinedCells } from '../../../../src/renderer/charts/value-map-layout.ts';
import { drawnMonths, monthLabelDate, occurringCodes } from '../../../../src/renderer/charts/year-strip.ts';

describe('interval rows', () => {
  it('tells the side of zero', () => {
    expect(intervalSide({ key: 'a', estimate: 5, low: 1, high: 9 })).toBe('above');
    expect(intervalSide({ key: 'a', estimate: -5, low: -9, high: -1 })).toBe('below');
    expect(intervalSide({ key: 'a', estimate: 1, low: -1, high: 3 })).toBe('unclear');
    expect(intervalSide({ key: 'a', estimate: null, low: null, high: null })).toBe('none');
  });
  it('holds zero and every mark', () => {
    const { domain } = intervalScale([{ key: 'a', estimate: 50, low: 20, high: 100, beside: -10 }], [0, 300]);
    expect(domain[0]).toBeLessThan(-10);
    expect(domain[1]).toBeGreaterThan(100);
    expect(intervalScale([{ key: 'a', estimate: 50, low: 20, high: 100 }], [0, 300]).domain[0]).toBe(0);
    expect(intervalScale([], [0, 300]).domain).toEqual([-1, 1]);
  });
  it('counts differences of waits in whole units', () => {
    expect(waitDifferenceTicks({ domain: [0, 172_800], wanted: 4 })).toEqual([0, 43_200, 86_400, 129_600, 172_800]);
    expect(waitDifferenceTicks({ domain: [-90_000, 90_000], wanted: 3 })).toEqual([-86_400, 0, 86_400]);
  });
});

describe('tribe shapes', () => {
  it('keeps the order and starts over', () => {
    expect(TRIBE_SHAPES.map((_, position) => tribeShapeAt(position))).toEqual([...TRIBE_SHAPES]);
    expect(tribeShapeAt(8)).toBe('circle');
    expect(tribeShapeAt(-1)).toBe('ring');
  });
  it('covers the same area with every polygon', () => {
    for (const shape of ['diamond', 'square', 'triangle', 'hexagon', 'star'] as const) {
      const corners = tribeShapePath(shape, 10).slice(1, -1).split('L').map((corner) => corner.split(',').map(Number));
      const doubled = corners.reduce((sum, [x = 0, y = 0], position) => {
        const [nextX = 0, nextY = 0] = corners[(position + 1) % corners.length] ?? [];
        return sum + x * nextY - nextX * y;
      }, 0);
      expect(Math.abs(doubled) / 2, shape).toBeCloseTo(Math.PI * 100, 0);
    }
  });
  it('draws eight different paths', () => {
    expect(new Set(TRIBE_SHAPES.map((shape) => tribeShapePath(shape, 8))).size).toBe(8);
  });
});

describe('year strip', () => {
  it('labels a month by a day inside it', () => {
    expect(monthLabelDate('2026-03').toISOString()).toBe('2026-03-15T00:00:00.000Z');
  });
  it('stacks only what occurs, in the given order', () => {
    expect(occurringCodes([{ key: '2025-11', counts: { trouble: 2, idea: 0 } }], ['idea', 'trouble', 'praise'])).toEqual(['trouble']);
  });
});

describe('drawn months', () => {
  it('leaves out a few stray early months of a long strip and counts them', () => {
    const months = Array.from({ length: 60 }, (_, position) => ({ total: position === 0 ? 2 : position > 50 ? 100 : 0 }));
    const { months: drawn, earlier } = drawnMonths(months);
    expect(earlier).toBe(2);
    expect(drawn).toHaveLength(12);
    expect(drawnMonths(months.slice(0, 30))).toEqual({ months: months.slice(0, 30), earlier: 0 });
  });
});

describe('density squares', () => {
  it('adds up what falls into the same square', () => {
    const joined = joinedCells([{ x: 0.6, y: 0.3, width: 0.02, height: 0.02, count: 2 }, { x: 0.58, y: 0.28, width: 0.02, height: 0.02, count: 3 }, { x: 1, y: 1, width: 0.02, height: 0.02, count: 1 }], 0.1);
    expect(joined.map(({ count }) => count)).toEqual([5, 1]);
    expect(joined[0]?.x).toBeCloseTo(0.55, 9);
  });
});
