const UNITS: readonly (readonly [pattern: RegExp, unit: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'])[] = [
  [/^(?:s|sec|secs|seconds?|second[oi])$/, 'second'],
  [/^(?:m|min|mins|minutes?|minut[oi])$/, 'minute'],
  [/^(?:h|hr|hrs|hours?|or[ae])$/, 'hour'],
  [/^(?:d|g|gg|days?|giorn[oi])$/, 'day'],
  [/^(?:w|wk|wks|weeks?|sett|settiman[ae])$/, 'week'],
  [/^(?:mo|mos|months?|mes[ei])$/, 'month'],
  [/^(?:y|yr|yrs|years?|ann[oi])$/, 'year'],
];
const LENGTH_MS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

/** An age as written: how many of which unit. */
export interface WrittenAge {
  readonly count: number;
  readonly unit: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
}

/**
 * An age such as "2 years ago", "2 anni fa", "un mese fa", "18h", "ieri", with or without "(edited)"; null for anything
 * else, months and years included when no unit is named.
 * @example writtenAge('2 anni fa') // { count: 2, unit: 'year' }
 */
export function writtenAge(text: string): WrittenAge | null {
  const words = text.trim().toLowerCase().replace(/\((?:edited|modificato)\)/g, '').replace(/^(?:circa|about|edited|modificato)\s+/, '').replace(/[\u00a0\u202f]/g, ' ').trim();
  if (/^(?:just now|now|ora|adesso|proprio ora|poco fa|oggi|today)$/.test(words)) return { count: 0, unit: 'second' };
  if (/^(?:yesterday|ieri)$/.test(words)) return { count: 1, unit: 'day' };
  const match = /^(\d{1,4}|an?|one|un|un'|uno|una)\s*([a-z]+)(\s+(?:ago|fa))?$/.exec(words.replace(/^un'/, 'un '));
  if (match === null) return null;
  const [, amount = '', unitWord = '', ago] = match;
  const unit = UNITS.find(([pattern]) => pattern.test(unitWord))?.[1];
  if (unit === undefined || (ago === undefined && !/^\d/.test(amount))) return null;
  return { count: /^\d/.test(amount) ? Number(amount) : 1, unit };
}

/** The time an age points at, counted back from the time of collection; months and years by the calendar. UTC ms. */
export function timeOfAge({ count, unit }: WrittenAge, collectedAtMs: number): number {
  if (unit !== 'month' && unit !== 'year') return collectedAtMs - count * LENGTH_MS[unit];
  const at = new Date(collectedAtMs);
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - count * (unit === 'year' ? 12 : 1));
  at.setUTCDate(Math.min(day, new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()));
  return at.getTime();
}
