import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInPolygon, type MapCorner } from '../../../../src/domain/model/map-polygon.ts';

const square: MapCorner[] = [[0, 0], [9, 0], [9, 9], [0, 9]];

describe('a shape drawn on the map', () => {
  it('holds what lies inside, whichever way round and from whichever corner it was drawn', () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 30, noNaN: true }), fc.double({ min: 0.1, max: 30, noNaN: true }), fc.integer({ min: 0, max: 3 }), (created, consumed, turn) => {
      fc.pre(Math.abs(created - 9) > 1e-6 && Math.abs(consumed - 9) > 1e-6);
      const expected = created < 9 && consumed < 9;
      const turned = [...square.slice(turn), ...square.slice(0, turn)];
      expect(isInPolygon({ created, consumed }, turned, 1)).toBe(expected);
      expect(isInPolygon({ created, consumed }, turned.reverse(), 1)).toBe(expected);
    }));
  });

  it('draws its sides on the logarithmic map, not in points', () => {
    // from (0, 99) to (99, 0) the map's straight side passes (9, 9), where points would pass (49.5, 49.5)
    const triangle: MapCorner[] = [[0, 0], [99, 0], [0, 99]];
    expect(isInPolygon({ created: 8, consumed: 8 }, triangle, 1)).toBe(true);
    expect(isInPolygon({ created: 20, consumed: 20 }, triangle, 1)).toBe(false);
  });

  it('leaves a hole where a loop runs inside a loop, and is empty under three corners', () => {
    const looped: MapCorner[] = [...square, [0, 0], [2, 2], [6, 2], [6, 6], [2, 6], [2, 2], [0, 0]];
    expect(isInPolygon({ created: 4, consumed: 4 }, looped, 1)).toBe(false);
    expect(isInPolygon({ created: 8, consumed: 4 }, looped, 1)).toBe(true);
    expect(isInPolygon({ created: 1, consumed: 1 }, square.slice(0, 2), 1)).toBe(false);
  });
});
