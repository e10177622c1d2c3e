/** A local date and minute, as a date-time field writes them ("2026-03-31T09:30"), in UTC ms; null for what is none. */
export function msFromMinute(written: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(written)) return null;
  const ms = new Date(written).getTime();
  return Number.isNaN(ms) ? null : ms;
}
