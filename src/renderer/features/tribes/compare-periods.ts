/** A stretch of time, end excluded, UTC ms. */
export interface ComparedPeriod {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Two periods laid beside one another. */
export interface ComparedPeriods {
  readonly before: ComparedPeriod;
  readonly after: ComparedPeriod;
}

/**
 * The stretch of the data, both ends included, that lies within the periods of the map's slider and within the filtered time (its
 * end excluded); the data as they are where the map has no period. Null without dates, or where nothing is left.
 */
export function placedSpan(
  data: { readonly fromMs: number | null; readonly toMs: number | null }, periods: readonly { readonly startMs: number; readonly endMs: number }[], filters: { readonly fromMs?: number | undefined; readonly toMs?: number | undefined },
): ComparedPeriod | null {
  if (data.fromMs === null || data.toMs === null) return null;
  const fromMs = Math.max(data.fromMs, periods[0]?.startMs ?? data.fromMs, filters.fromMs ?? data.fromMs);
  const toMs = Math.min(data.toMs, (periods.at(-1)?.endMs ?? data.toMs + 1) - 1, (filters.toMs ?? data.toMs + 1) - 1);
  return toMs < fromMs ? null : { fromMs, toMs };
}

/** Ways to choose two periods: the halves of the data, the last year of the calendar and the one before, by hand. */
export const COMPARE_PRESETS = ['halves', 'years', 'own'] as const;
export type ComparePreset = (typeof COMPARE_PRESETS)[number];

const yearStart = (year: number): number => new Date(year, 0, 1).getTime();

/**
 * The two periods of a preset over data from `fromMs` to `toMs`, both included; null where the data do not reach into the
 * earlier one. Years are those of the machine's calendar, as in the fields for days.
 */
export function presetPeriods(preset: Exclude<ComparePreset, 'own'>, { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): ComparedPeriods | null {
  if (toMs <= fromMs) return null;
  if (preset === 'halves') {
    const noon = Math.floor((fromMs + toMs) / 2);
    const day = new Date(noon).setHours(0, 0, 0, 0);
    // the second half begins with a day, unless the data are shorter than one
    const middle = day > fromMs ? day : noon;
    return { before: { fromMs, toMs: middle }, after: { fromMs: middle, toMs: toMs + 1 } };
  }
  const year = new Date(toMs).getFullYear();
  if (fromMs >= yearStart(year)) return null;
  return { before: { fromMs: yearStart(year - 1), toMs: yearStart(year) }, after: { fromMs: yearStart(year), toMs: yearStart(year + 1) } };
}

/** Days of two periods as date fields hold them, both ends included. */
export interface ComparedDays {
  readonly beforeFrom: string;
  readonly beforeTo: string;
  readonly afterFrom: string;
  readonly afterTo: string;
}

/** The fields of {@link ComparedDays} in the order they stand. */
export const COMPARED_DAYS = ['beforeFrom', 'beforeTo', 'afterFrom', 'afterTo'] as const;

const two = (value: number): string => String(value).padStart(2, '0');

function dayText(ms: number): string {
  const date = new Date(ms);
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Two periods as days: the last day of each is the one its end falls in. */
export function daysOf({ before, after }: ComparedPeriods): ComparedDays {
  return { beforeFrom: dayText(before.fromMs), beforeTo: dayText(before.toMs - 1), afterFrom: dayText(after.fromMs), afterTo: dayText(after.toMs - 1) };
}

/** The periods that days describe; null when one is no day or ends before it starts. */
export function periodsOfDays(days: ComparedDays): ComparedPeriods | null {
  const at = (text: string, moveDays: number): number => {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text) ?? [];
    return year === undefined ? Number.NaN : new Date(Number(year), Number(month) - 1, Number(day) + moveDays).getTime();
  };
  const [before, after] = [{ fromMs: at(days.beforeFrom, 0), toMs: at(days.beforeTo, 1) }, { fromMs: at(days.afterFrom, 0), toMs: at(days.afterTo, 1) }];
  return before.fromMs < before.toMs && after.fromMs < after.toMs ? { before, after } : null;
}
