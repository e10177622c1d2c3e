const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A local day as a date field writes it, moved by whole days; empty without a time. Days are those of the machine's
 * zone, as the person who picks them sees them.
 */
export function dayFromMs(ms: number | undefined, moveDays = 0): string {
  if (ms === undefined) return '';
  const date = new Date(ms);
  date.setDate(date.getDate() + moveDays);
  return [String(date.getFullYear()).padStart(4, '0'), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-');
}

/** The start of a written local day, moved by whole days, in UTC ms; null for what is no day. */
export function msFromDay(day: string, moveDays = 0): number | null {
  const [, year, month, date] = DAY.exec(day) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const ms = new Date(Number(year), Number(month) - 1, Number(date) + moveDays).getTime();
  return Number.isNaN(ms) ? null : ms;
}
