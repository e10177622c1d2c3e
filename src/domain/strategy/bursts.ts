import { countBase, countBursts, type CountBase } from './burst-automaton.ts';
import type { DayCount } from './daily-counts.ts';
import { earlyWarnings, judgedWarnings } from './early-warning.ts';

/** Fewest complete days before anything is said of bursts. */
export const LEAST_DAYS = 56;
/** Fewest messages on those days. */
export const LEAST_MESSAGES = 30;
/** Longer than this it is a new level of the series, not a burst. */
export const LONGEST_BURST_DAYS = 28;

/** A burst, or a level that lasts too long to be one. Positions are days of the series as given. */
export interface DatedBurst {
  readonly kind: 'burst' | 'level';
  readonly first: number;
  readonly last: number;
  readonly peak: number;
  readonly messages: number;
  readonly weight: number;
  /** It begins right after the collection of a place began or ended: perhaps the data changed and nothing else. */
  readonly atEdge: boolean;
}

/** A warning, by the day it was given; `burst` is a number of the list of bursts. */
export interface DatedWarning {
  readonly day: number;
  readonly burst: number | null;
  readonly leadDays: number | null;
}

/** What a series of days says of bursts; null `base` and empty lists where it is too short. */
export interface BurstReading {
  readonly days: number;
  readonly leftOut: number;
  readonly base: CountBase | null;
  readonly bursts: readonly DatedBurst[];
  readonly warnings: readonly DatedWarning[];
}

/**
 * Bursts and warnings of a calendar of counts; days that are not complete stand in neither. Days beside a left-out day count
 * as neighbours. Lead times are in days of the calendar. Nothing is said under 56 complete days or 30 messages.
 */
export function burstReading(calendar: readonly DayCount[]): BurstReading {
  const kept = calendar.flatMap(({ complete }, day) => (complete ? [day] : []));
  const counts = kept.map((day) => calendar[day]?.count ?? 0);
  const known = { days: kept.length, leftOut: calendar.length - kept.length };
  if (kept.length < LEAST_DAYS || counts.reduce((sum, count) => sum + count, 0) < LEAST_MESSAGES) return { ...known, base: null, bursts: [], warnings: [] };
  const base = countBase(counts);
  const runs = countBursts(counts, base);
  const dayAt = (position: number): number => kept[position] ?? 0;
  const bursts = runs.map(({ first, last, peak, total, weight }): DatedBurst => ({
    kind: last - first + 1 > LONGEST_BURST_DAYS ? 'level' : 'burst', first: dayAt(first), last: dayAt(last), peak: dayAt(peak), messages: total, weight, atEdge: calendar[dayAt(first)]?.afterEdge === true,
  }));
  const warnings = judgedWarnings(earlyWarnings(counts), runs).map(({ first, burst }): DatedWarning => ({ day: dayAt(first), burst, leadDays: burst === null ? null : (bursts[burst]?.peak ?? 0) - dayAt(first) }));
  return { ...known, base, bursts, warnings };
}
