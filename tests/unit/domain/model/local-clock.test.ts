import { describe, expect, it } from 'vitest';
import { localClock, monthKey } from '../../../../src/domain/model/local-clock.ts';

describe('localClock', () => {
  const rome = localClock('Europe/Rome');

  it('jumps over the missing hour in spring', () => {
    expect(rome(Date.UTC(2026, 2, 29, 0, 59)).hour).toBe(1);
    expect(rome(Date.UTC(2026, 2, 29, 1, 0)).hour).toBe(3);
  });

  it('shows the repeated hour twice in autumn', () => {
    expect(rome(Date.UTC(2026, 9, 25, 0, 30)).hour).toBe(2);
    expect(rome(Date.UTC(2026, 9, 25, 1, 30)).hour).toBe(2);
    expect(rome(Date.UTC(2026, 9, 25, 2, 30)).hour).toBe(3);
  });

  it('counts weekdays from Monday and moves the day with the zone', () => {
    expect(rome(Date.UTC(2026, 10, 22, 23, 30))).toEqual({ year: 2026, month: 11, day: 23, hour: 0, weekday: 1 });
    expect(rome(Date.UTC(2026, 10, 22, 22, 30)).weekday).toBe(7);
  });

  it('reads zones that are half an hour off', () => {
    expect(localClock('Asia/Kolkata')(Date.UTC(2026, 0, 1, 0, 0))).toEqual({ year: 2026, month: 1, day: 1, hour: 5, weekday: 4 });
  });

  it('refuses a zone that does not exist', () => {
    expect(() => localClock('Europe/Atlantis')).toThrow(RangeError);
  });

  it('names months so that they sort', () => {
    expect(monthKey(rome(Date.UTC(2025, 11, 31, 23, 30)))).toBe('2026-01');
  });
});
