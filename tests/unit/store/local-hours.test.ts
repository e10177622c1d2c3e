import { describe, expect, it } from 'vitest';
import { hoursOfWeek, narrowsHours, tellsHour, weekHourIn } from '../../../src/store/local-hours.ts';

describe('hours of the week', () => {
  it('are those that weekdays and hours leave over, from Monday midnight', () => {
    expect(hoursOfWeek({ weekdays: [1, 7], hours: [9, 10] })).toEqual([9, 10, 153, 154]);
    expect(hoursOfWeek({ weekdays: [2] })).toEqual(Array.from({ length: 24 }, (_, hour) => 24 + hour));
    expect(hoursOfWeek({ hours: [0] })).toEqual([0, 24, 48, 72, 96, 120, 144]);
    expect(hoursOfWeek({ weekdays: [], hours: [5] })).toEqual([]);
    expect(hoursOfWeek({})).toHaveLength(168);
    expect([narrowsHours({}), narrowsHours({ hours: [] })]).toEqual([false, true]);
  });

  it('are read on the clocks of the zone, summer time included', () => {
    // Sunday 29 March 2026: in Rome 01:59 is followed by 03:00
    const rome = weekHourIn('Europe/Rome');
    expect(rome(Date.UTC(2026, 2, 29, 0, 59))).toBe(6 * 24 + 1);
    expect(rome(Date.UTC(2026, 2, 29, 1, 0))).toBe(6 * 24 + 3);
    expect(weekHourIn('America/New_York')(Date.UTC(2026, 2, 30, 3, 30))).toBe(6 * 24 + 23);
    expect(weekHourIn('Asia/Kolkata')(Date.UTC(2026, 2, 29, 18, 30))).toBe(0);
  });

  it('are told by times known to the minute', () => {
    expect(['ms', 's', 'min', 'day', 'relative', 'none'].map(tellsHour)).toEqual([true, true, true, false, false, false]);
  });
});
