const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** By how much a zone's wall clock is ahead of UTC at a moment, ms. */
function zoneOffsetMs(ms: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(ms);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(ms / 1000) * 1000;
}

/**
 * The first moment of a written day in a time zone, UTC ms, moved by whole days; null for what is no day. Days of a
 * project are days of its own zone, as its dates are shown.
 * @example dayStartMs('2026-03-03', 'Europe/Rome') // 1772492400000
 */
export function dayStartMs(day: string, timeZone: string, moveDays = 0): number | null {
  const [, year, month, date] = DAY.exec(day) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(date) + moveDays);
  if (Number.isNaN(wall) || new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).getUTCDate() !== Number(date)) return null;
  return wall - zoneOffsetMs(wall - zoneOffsetMs(wall, timeZone), timeZone);
}
