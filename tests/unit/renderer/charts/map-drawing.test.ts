import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lassoPoints, lassoPolygon, MOST_LASSO_CORNERS } from '../../../../src/renderer/charts/map-lasso.ts';
import { mapPlane } from '../../../../src/renderer/charts/map-plane.ts';
import { arrowShape, trailSegments } from '../../../../src/renderer/charts/map-trails.ts';

const plane = mapPlane({ largestPoints: 99, priorPoints: 1, left: 0, right: 600, top: 0, bottom: 600 });
const at = (created: number, consumed: number) => ({ created, consumed, log2Balance: Math.log2((created + 1) / (consumed + 1)) });

describe('ways over time', () => {
  it('join the places that are known, older pieces first, and tell which run over a gap', () => {
    const segments = trailSegments(plane, { key: 'a', color: 'x', places: [at(1, 1), at(3, 1), null, null, at(9, 1)] });
    expect(segments.map(({ key, age, overGap }) => [key, age, overGap])).toEqual([['a:1', 0.25, false], ['a:4', 1, true]]);
    expect(segments[1]?.fromLeft).toBeCloseTo(segments[0]?.toLeft ?? 0, 9);
    expect(segments[1]?.toLeft).toBeGreaterThan(segments[1]?.fromLeft ?? 0);
    expect(segments[1]?.toTop).toBeCloseTo(segments[1]?.fromTop ?? 0, 9);
  });

  it('are nothing with fewer than two places', () => {
    expect(trailSegments(plane, { key: 'a', color: 'x', places: [null, at(1, 1), null] })).toEqual([]);
    expect(trailSegments(plane, { key: 'a', color: 'x', places: [] })).toEqual([]);
  });
});

describe('moves between two periods', () => {
  it('point at the second place and stop before its mark', () => {
    const shape = arrowShape(plane, { key: 'a', color: 'x', from: at(1, 1), to: at(30, 1), clear: true }, 12);
    const tip = Number(shape?.head.split(',')[0]);
    const end = plane.place({ created: 30, consumed: 1 });
    expect(end.left - tip).toBeCloseTo(12, 0);
    expect(shape?.toTop).toBeCloseTo(shape?.fromTop ?? 0, 6);
  });

  it('are not drawn where there is no room for them', () => {
    expect(arrowShape(plane, { key: 'a', color: 'x', from: at(3, 3), to: at(3, 3), clear: false }, 12)).toBeNull();
  });
});

describe('a shape drawn by hand', () => {
  it('becomes points that lie where it was drawn, to three digits', () => {
    const corners = [{ left: 100, top: 500 }, { left: 400, top: 500 }, { left: 400, top: 100 }];
    const polygon = lassoPoints(plane, corners) ?? [];
    expect(polygon).toHaveLength(3);
    lassoPolygon(plane, polygon).split(' ').forEach((corner, place) => {
      const [left = 0, top = 0] = corner.split(',').map(Number);
      expect(Math.abs(left - (corners[place]?.left ?? 0))).toBeLessThan(2);
      expect(Math.abs(top - (corners[place]?.top ?? 0))).toBeLessThan(2);
    });
  });

  it('is nothing for a slip of the hand, and never more than its most corners', () => {
    expect(lassoPoints(plane, [{ left: 1, top: 1 }, { left: 90, top: 1 }])).toBeNull();
    expect(lassoPoints(plane, [{ left: 1, top: 1 }, { left: 90, top: 2 }, { left: 40, top: 3 }])).toBeNull();
    fc.assert(fc.property(fc.integer({ min: 3, max: 2000 }), (count) => {
      const path = Array.from({ length: count }, (_, step) => ({ left: 300 + 200 * Math.cos((step / count) * 6), top: 300 + 200 * Math.sin((step / count) * 6) }));
      const corners = lassoPoints(plane, path) ?? [];
      expect(corners.length).toBeLessThanOrEqual(MOST_LASSO_CORNERS);
      expect(corners.length).toBeGreaterThanOrEqual(3);
    }));
  });
});
