import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayByKey, dayOf, monthAfter, monthGrid, monthOf } from '../../../../../src/renderer/features/strategy/month-grid.ts';

const DAY_MS = 86_400_000;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

it('covers a month with whole weeks from Monday', () => {
  const weeks = monthGrid('2026-03');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]?.[0]).toEqual({ dayMs: day('2026-02-23'), inMonth: false });
  expect(weeks[0]?.[6]).toEqual({ dayMs: day('2026-03-01'), inMonth: true });
  // twenty-eight days that begin on a Monday
  expect(monthGrid('2027-02')).toHaveLength(4);
});

it('holds every day of any month once, in order', () => {
  fc.assert(fc.property(fc.integer({ min: 1970, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, place) => {
    const month = `${String(year)}-${String(place).padStart(2, '0')}`;
    const days = monthGrid(month).flat();
    const inside = days.filter(({ inMonth }) => inMonth).map(({ dayMs }) => dayMs);
    expect(inside).toHaveLength(new Date(Date.UTC(year, place, 0)).getUTCDate());
    expect(inside.every((dayMs) => monthOf(dayMs) === month)).toBe(true);
    expect(days.every(({ dayMs }, at) => at === 0 || dayMs - (days[at - 1]?.dayMs ?? 0) === DAY_MS)).toBe(true);
    expect(new Date(days[0]?.dayMs ?? 0).getUTCDay()).toBe(1);
    expect(monthAfter(monthAfter(month, 7), -7)).toBe(month);
  }));
});

it('goes from day to day and from month to month by keys', () => {
  expect(dayByKey(day('2026-03-01'), 'ArrowLeft')).toBe(day('2026-02-28'));
  expect(dayByKey(day('2026-03-01'), 'ArrowDown')).toBe(day('2026-03-08'));
  expect(dayByKey(day('2026-03-31'), 'PageUp')).toBe(day('2026-02-28'));
  expect(dayByKey(day('2026-01-31'), 'PageDown')).toBe(day('2026-02-28'));
  expect(dayByKey(day('2026-12-15'), 'PageDown')).toBe(day('2027-01-15'));
  expect(dayByKey(day('2026-03-01'), 'Tab')).toBe(null);
  expect(dayOf(Date.parse('2026-03-01T12:00:00Z'))).toBe(day('2026-03-01'));
});
