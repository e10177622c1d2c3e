import { localPeriods, type LocalPeriod } from './local-periods.ts';

/** A calendar quarter of one zone: from its first moment to the next one's, UTC ms; its key reads `2026-Q1`. */
export type LocalQuarter = LocalPeriod;

/**
 * The calendar quarters of a zone that hold the moments from `fromMs` to `toMs`, both included, in order and without gaps;
 * none when `toMs` lies before. Throws RangeError for an unknown zone.
 * @example localQuarters({ fromMs: 0, toMs: 0, timeZone: 'UTC' }) // [{ key: '1970-Q1', startMs: 0, endMs: 7776000000 }]
 */
export function localQuarters(span: { readonly fromMs: number; readonly toMs: number; readonly timeZone: string }): LocalQuarter[] {
  return localPeriods({ ...span, months: 3 });
}
