/** A day as a field for dates writes it; empty for none. Days that people plan are kept as their noon in UTC, which is that day in every zone nearby. */
export function dayText(atMs: number | null): string {
  return atMs === null ? '' : new Date(atMs).toISOString().slice(0, 10);
}

/** The noon of a day that a field for dates holds; null when it is empty or no day. */
export function dayMs(text: string): number | null {
  const atMs = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T12:00:00Z`) : Number.NaN;
  return Number.isNaN(atMs) ? null : atMs;
}
