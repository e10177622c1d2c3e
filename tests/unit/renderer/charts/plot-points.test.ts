import { describe, expect, it } from 'vitest';
import { placeAfterKey, placeUnderPointer, pointAt } from '../../../../src/renderer/charts/plot-points.ts';

const point = (key: string, left: number, top: number) => ({ key, left, top, heading: key, lines: [] });
const rows = [[point('a1', 0, 10), point('a2', 100, 20)], [], [point('b1', 90, 80), point('b2', 200, 90)]];

describe('placeAfterKey', () => {
  it('enters at the first point', () => {
    expect(placeAfterKey(rows, null, 'ArrowRight')).toEqual({ row: 0, column: 0 });
    expect(placeAfterKey([[], []], null, 'ArrowRight')).toBeNull();
    expect(placeAfterKey(rows, null, 'a')).toBeNull();
  });
  it('moves along a series and stops at its ends', () => {
    expect(placeAfterKey(rows, { row: 0, column: 0 }, 'ArrowRight')).toEqual({ row: 0, column: 1 });
    expect(placeAfterKey(rows, { row: 0, column: 1 }, 'ArrowRight')).toEqual({ row: 0, column: 1 });
    expect(placeAfterKey(rows, { row: 2, column: 1 }, 'Home')).toEqual({ row: 2, column: 0 });
    expect(placeAfterKey(rows, { row: 2, column: 0 }, 'End')).toEqual({ row: 2, column: 1 });
  });
  it('moves to the nearest point of the next series that has points', () => {
    expect(placeAfterKey(rows, { row: 0, column: 1 }, 'ArrowDown')).toEqual({ row: 2, column: 0 });
    expect(placeAfterKey(rows, { row: 2, column: 1 }, 'ArrowUp')).toEqual({ row: 0, column: 1 });
    expect(placeAfterKey(rows, { row: 2, column: 1 }, 'ArrowDown')).toEqual({ row: 2, column: 1 });
  });
  it('moves between series of single points with any arrow', () => {
    const singles = [[point('a', 5, 5)], [point('b', 50, 25)]];
    expect(placeAfterKey(singles, { row: 0, column: 0 }, 'ArrowRight')).toEqual({ row: 1, column: 0 });
    expect(placeAfterKey(singles, { row: 1, column: 0 }, 'ArrowLeft')).toEqual({ row: 0, column: 0 });
  });
});

describe('placeUnderPointer', () => {
  it('takes the nearest point within reach', () => {
    expect(placeUnderPointer(rows, { left: 95, top: 22 }, { kind: 'near', pixels: 20 })).toEqual({ row: 0, column: 1 });
    expect(placeUnderPointer(rows, { left: 50, top: 50 }, { kind: 'near', pixels: 20 })).toBeNull();
  });
  it('takes the nearest column first', () => {
    expect(placeUnderPointer(rows, { left: 99, top: 79 }, { kind: 'column' })).toEqual({ row: 0, column: 1 });
    expect(pointAt(rows, { row: 1, column: 0 })).toBeNull();
  });
});
