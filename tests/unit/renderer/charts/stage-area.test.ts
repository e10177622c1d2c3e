import { describe, expect, it } from 'vitest';
import type { PlotPoint } from '../../../../src/renderer/charts/plot-points.ts';
import { areaBetween, areaGround, placeBeside } from '../../../../src/renderer/charts/use-stage-area.ts';
import { weekFilters } from '../../../../src/renderer/charts/use-week-area.ts';
import { hourStretches, weekdayName } from '../../../../src/renderer/i18n/week-words.ts';

const rows: PlotPoint[][] = [10, 30, 50].map((top) => [100, 120, 140, 160].map((left) => ({ key: `${String(left)} ${String(top)}`, left, top, heading: '', lines: [] })));

describe('an area of a chart', () => {
  it('lies between its corners whichever was put first', () => {
    const area = { rows: [0, 2], columns: [1, 3] };
    expect(areaBetween({ from: { row: 2, column: 1 }, to: { row: 0, column: 3 } })).toEqual(area);
    expect(areaBetween({ from: { row: 0, column: 3 }, to: { row: 2, column: 1 } })).toEqual(area);
  });

  it('covers its points with the room around them', () => {
    expect(areaGround(rows, { rows: [0, 1], columns: [1, 2] })).toEqual({ left: 110, top: 0, width: 40, height: 40 });
    expect(areaGround(rows, { rows: [2, 2], columns: [3, 3] })).toEqual({ left: 150, top: 40, width: 20, height: 20 });
    expect(areaGround(rows, { rows: [0, 5], columns: [0, 0] })).toBeNull();
  });
});

describe('a corner led by keys', () => {
  it('moves by one and stays within the table', () => {
    expect(placeBeside(rows, { row: 1, column: 1 }, { row: -1, column: 0 })).toEqual({ row: 0, column: 1 });
    expect(placeBeside(rows, { row: 0, column: 3 }, { row: 0, column: 1 })).toEqual({ row: 0, column: 3 });
    expect(placeBeside([rows[0] ?? [], []], { row: 0, column: 2 }, { row: 1, column: 0 })).toEqual({ row: 1, column: 0 });
  });
});

describe('weekdays and hours of a map', () => {
  it('are those of its rows and columns, in the order of the calendar', () => {
    expect(weekFilters({ rows: [0, 1], columns: [9, 11] }, [7, 1, 2, 3, 4, 5, 6])).toEqual({ weekdays: [1, 7], hours: [9, 10, 11] });
  });

  it('narrow nothing where they are a whole week or a whole day', () => {
    expect(weekFilters({ rows: [0, 6], columns: [0, 3] }, [1, 2, 3, 4, 5, 6, 7])).toEqual({ hours: [0, 1, 2, 3] });
    expect(weekFilters({ rows: [5, 6], columns: [0, 23] }, [1, 2, 3, 4, 5, 6, 7])).toEqual({ weekdays: [6, 7] });
    expect(weekFilters({ rows: [0, 6], columns: [0, 23] }, [1, 2, 3, 4, 5, 6, 7])).toEqual({});
  });

  it('are written as stretches of the clock and names of days', () => {
    expect(hourStretches([11, 9, 10, 23, 9])).toEqual(['09:00–12:00', '23:00–24:00']);
    expect(hourStretches([])).toEqual([]);
    expect([weekdayName(1, 'it'), weekdayName(7, 'en'), weekdayName(3, 'it', 'short')]).toEqual(['lunedì', 'Sunday', 'mer']);
  });
});
