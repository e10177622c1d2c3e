import { dayOf, dayStart } from '../../../domain/model/local-days.ts';

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

/**
 * The two periods of a preset over data from `fromMs` to `toMs`, both included; null where the data do not reach into the
 * earlier one. Days and years are those of the project's zone, as in the fields for days.
 */
export function presetPeriods(preset: Exclude<ComparePreset, 'own'>, { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }, timeZone: string): ComparedPeriods | null {
  if (toMs <= fromMs) return null;
  if (preset === 'halves') {
    const noon = Math.floor((fromMs + toMs) / 2);
    const day = dayStart(dayOf(noon, timeZone), timeZone) ?? noon;
    // the second half begins with a day, unless the data are shorter than one
    const middle = day > fromMs ? day : noon;
    return { before: { fromMs, toMs: middle }, after: { fromMs: middle, toMs: toMs + 1 } };
  }
  const year = Number(dayOf(toMs, timeZone).slice(0, 4));
  const [before, start, end] = [year - 1, year, year + 1].map((each) => dayStart(`${String(each)}-01-01`, timeZone));
  if (before == null || start == null || end == null || fromMs >= start) return null;
  return { before: { fromMs: before, toMs: start }, after: { fromMs: start, toMs: end } };
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

/** Two periods as days of a zone: the last day of each is the one its end falls in. */
export function daysOf({ before, after }: ComparedPeriods, timeZone: string): ComparedDays {
  return { beforeFrom: dayOf(before.fromMs, timeZone), beforeTo: dayOf(before.toMs - 1, timeZone), afterFrom: dayOf(after.fromMs, timeZone), afterTo: dayOf(after.toMs - 1, timeZone) };
}

/** The periods that days of a zone describe; null when one is no day or ends before it starts. */
export function periodsOfDays(days: ComparedDays, timeZone: string): ComparedPeriods | null {
  const at = (text: string, moveDays: number): number => dayStart(text, timeZone, moveDays) ?? Number.NaN;
  const [before, after] = [{ fromMs: at(days.beforeFrom, 0), toMs: at(days.beforeTo, 1) }, { fromMs: at(days.afterFrom, 0), toMs: at(days.afterTo, 1) }];
  return before.fromMs < before.toMs && after.fromMs < after.toMs ? { before, after } : null;
}
