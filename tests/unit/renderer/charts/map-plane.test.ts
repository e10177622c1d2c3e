import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancePlace, boxPixels, draggedPoints, evenBand, isInBox, mapPlane, mapTicks } from '../../../../src/renderer/charts/map-plane.ts';

const plane = mapPlane({ largestPoints: 99, priorPoints: 1, left: 50, top: 0, right: 450, bottom: 400 });

describe('mapPlane', () => {
  it('puts equal points on the diagonal', () => {
    for (const points of [0, 1, 10, 99]) {
      const { left, top } = plane.place({ created: points, consumed: points });
      expect(left - 50).toBeCloseTo(400 - top, 9);
    }
  });
  it('leaves room at both ends', () => {
    expect(plane.place({ created: 0, consumed: 0 }).left).toBeGreaterThan(50);
    expect(plane.place({ created: 99, consumed: 99 }).left).toBeLessThan(450);
  });
  it('inverts places', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 99, noNaN: true }), fc.double({ min: 0, max: 99, noNaN: true }), (created, consumed) => {
        const back = plane.pointsAt(plane.place({ created, consumed }));
        expect(back.created).toBeCloseTo(created, 6);
        expect(back.consumed).toBeCloseTo(consumed, 6);
      }),
      { seed: 11 },
    );
  });
  it('shows at least nine points on an empty map', () => {
    expect(mapTicks(mapPlane({ largestPoints: 0, priorPoints: 1, left: 0, top: 0, right: 100, bottom: 100 }))).toEqual([0, 1, 3, 10]);
    expect(mapTicks(plane)).toEqual([0, 1, 3, 10, 30, 100]);
  });
});

describe('evenBand', () => {
  it('has its border where the balance is the zone border', () => {
    const [, onBottom] = evenBand(plane, 1).split(' ');
    const [left = 0] = (onBottom ?? '').split(',').map(Number);
    const ratio = 10 ** (plane.x.invert(left) - plane.x.domain[0]);
    expect(ratio).toBeCloseTo(2, 1);
  });
});

describe('brush', () => {
  it('gives the points that a drag in any direction encloses', () => {
    const from = plane.place({ created: 3, consumed: 1 });
    const to = plane.place({ created: 30, consumed: 10 });
    const box = draggedPoints(plane, { fromLeft: to.left, fromTop: from.top, toLeft: from.left, toTop: to.top });
    expect(box).toEqual({ createdFrom: 3, createdTo: 30, consumedFrom: 1, consumedTo: 10 });
  });
  it('is a click below four pixels', () => {
    expect(draggedPoints(plane, { fromLeft: 100, fromTop: 100, toLeft: 103, toTop: 200 })).toBeNull();
  });
  it('holds its borders and is open where a side is left out', () => {
    expect(isInBox({ created: 3, consumed: 10 }, { createdFrom: 3, consumedTo: 10 })).toBe(true);
    expect(isInBox({ created: 2.9, consumed: 10 }, { createdFrom: 3 })).toBe(false);
    expect(boxPixels(plane, {})).toEqual({ left: 50, top: 0, width: 400, height: 400 });
  });
});

describe('balancePlace', () => {
  it('stands exactly as far from the diagonal as the balance says', () => {
    const { left, top } = balancePlace(plane, { created: 7, consumed: 1 }, 2);
    expect(plane.x.invert(left) - plane.y.invert(top)).toBeCloseTo(2 * Math.log10(2), 9);
    expect(balancePlace(plane, { created: 7, consumed: 1 }, 2).left).toBeCloseTo(plane.place({ created: 7, consumed: 1 }).left, 9);
  });
});
