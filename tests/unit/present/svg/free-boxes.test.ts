import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeBoxes, overlap } from '../../../../src/present/svg/free-boxes.ts';

const frame = { left: 0, right: 900, top: 0, bottom: 400 };

test('names stand right of their marks where nothing is in the way, and left at the edge', () => {
  expect(freeBoxes([{ x: 100, y: 100, radius: 10, width: 80, height: 30 }, { x: 880, y: 300, radius: 10, width: 80, height: 30 }], { frame, taken: [] })).toEqual([
    { left: 116, right: 196, top: 85, bottom: 115 }, { left: 784, right: 864, top: 285, bottom: 315 },
  ]);
});

test('with room for all no name covers another or leaves the frame', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 40 }), (rows, jitter) => {
    const wanted = rows.map((row) => ({ x: 300 + ((row * 37 + jitter) % 300), y: 30 + row * 48, radius: 9, width: 110, height: 31 }));
    const boxes = freeBoxes(wanted, { frame, taken: wanted.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })) });
    for (const [place, box] of boxes.entries()) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(900);
      for (const other of boxes.slice(place + 1)) expect(overlap(box, other)).toBe(0);
    }
  }));
});
