import { burstReading, type BurstReading } from './bursts.ts';
import type { DayCount } from './daily-counts.ts';
import { falseAlarmRate, type FalseAlarmRate } from './false-alarms.ts';

/** Fewer ordinary days carry no rate of false alarms. */
const LEAST_CALM_DAYS = 56;
/** A warning within so many days of the end is one that stands now. */
export const STANDING_DAYS = 7;

/** What one group of messages says of bursts and warnings. */
export interface GroupWarnings {
  readonly reading: BurstReading;
  /** Null where there are too few days or messages. */
  readonly falseAlarms: FalseAlarmRate | null;
  /** Median days from the first warning to the fullest day, of the bursts that were warned of; null without one. */
  readonly medianLeadDays: number | null;
  /** Bursts that no warning announced before their fullest day. */
  readonly unwarned: number;
  /** Day of the latest warning when it lies in the last week of the calendar; null when none stands. */
  readonly standing: number | null;
}

/**
 * Bursts and warnings of one group on the calendar of all messages, so that days without one of the group count as days. The
 * rules are those of criticism: nothing is said under 56 complete days or 30 messages.
 */
export function groupWarnings(calendar: readonly DayCount[], { seed }: { readonly seed: number }): GroupWarnings {
  const reading = burstReading(calendar);
  const kept = calendar.flatMap(({ complete }, day) => (complete ? [day] : []));
  const inBurst = kept.map((day) => reading.bursts.some(({ first, last }) => day >= first && day <= last));
  const leads = reading.warnings.flatMap(({ leadDays }) => leadDays ?? []).sort((one, other) => one - other);
  const middle = leads.length >> 1;
  const latest = reading.warnings.at(-1)?.day ?? null;
  return {
    reading,
    falseAlarms: reading.base === null ? null : falseAlarmRate(kept.map((day) => calendar[day]?.count ?? 0), { inBurst, seed, least: LEAST_CALM_DAYS }),
    medianLeadDays: leads.length === 0 ? null : leads.length % 2 === 1 ? (leads[middle] ?? 0) : ((leads[middle - 1] ?? 0) + (leads[middle] ?? 0)) / 2,
    unwarned: reading.bursts.filter((_, number) => !reading.warnings.some(({ burst, leadDays }) => burst === number && leadDays !== null && leadDays > 0)).length,
    standing: latest !== null && latest >= calendar.length - STANDING_DAYS ? latest : null,
  };
}

/** A calendar with the counts of some of its messages: times of the group put on the days of all. Days keep whether they are complete. */
export function calendarOf(times: readonly number[], calendar: readonly DayCount[]): DayCount[] {
  const counts = new Array<number>(calendar.length).fill(0);
  for (const atMs of times) {
    let [low, high] = [0, calendar.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((calendar[middle]?.startMs ?? 0) <= atMs) low = middle + 1;
      else high = middle;
    }
    if (low > 0) counts[low - 1] = (counts[low - 1] ?? 0) + 1;
  }
  return calendar.map((day, at) => ({ ...day, count: counts[at] ?? 0 }));
}
