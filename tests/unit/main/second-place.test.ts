import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secondPlace, type ScreenRectangle } from '../../../src/main/second-place.ts';

const laptop = { id: 1, workArea: { x: 0, y: 25, width: 1440, height: 875 } };
const beamer = { id: 2, workArea: { x: 1440, y: 0, width: 1920, height: 1080 } };
const first: ScreenRectangle = { x: 80, y: 60, width: 1280, height: 800 };

test('another screen is filled, whichever of them the first window stands on', () => {
  expect(secondPlace(first, laptop, [laptop, beamer])).toEqual({ bounds: beamer.workArea, isOtherScreen: true });
  expect(secondPlace({ ...first, x: 1600 }, beamer, [laptop, beamer])).toEqual({ bounds: laptop.workArea, isOtherScreen: true });
});

test('on one screen it is smaller than the first window and stands beside its corner', () => {
  expect(secondPlace(first, laptop, [laptop])).toEqual({ bounds: { x: 120, y: 100, width: 1024, height: 640 }, isOtherScreen: false });
});

test('it never stands beyond the edge of its screen', () => {
  const number = fc.integer({ min: -3000, max: 3000 });
  fc.assert(fc.property(number, number, fc.integer({ min: 200, max: 4000 }), fc.integer({ min: 200, max: 3000 }), (x, y, width, height) => {
    const { bounds } = secondPlace({ x, y, width, height }, laptop, [laptop]);
    expect(bounds.x).toBeGreaterThanOrEqual(laptop.workArea.x);
    expect(bounds.y).toBeGreaterThanOrEqual(laptop.workArea.y);
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(laptop.workArea.x + laptop.workArea.width);
    expect(bounds.y + bounds.height).toBeLessThanOrEqual(laptop.workArea.y + laptop.workArea.height);
  }));
});
