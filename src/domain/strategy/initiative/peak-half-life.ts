import { clusterBootstrapInterval } from '../../stats/cluster-bootstrap.ts';

/** Fewer messages from the peak on, or fewer people, carry no half-life. */
export const LEAST_AFTER_PEAK = 30;
const LEAST_WRITERS = 10;
/** Days that are taken together, so that one quiet Sunday is no end. */
const TOGETHER = 3;

/** A message: on which day since the start it was written, and by whom (numbered from 0). */
export interface DayWriting {
  readonly day: number;
  readonly writer: number;
}

/** What a half-life rests on besides its messages. */
export interface HalfLifePlan {
  /** Whole days that were watched from the start on. */
  readonly days: number;
  /** Messages a day before the start; 0 where only answers to the initiative are counted. */
  readonly base: number;
  readonly writers: number;
  readonly seed: number;
  readonly draws: number;
}

/** How fast an initiative was over. */
export interface PeakHalfLife {
  readonly counts: readonly number[];
  /** The day with most messages, the first of equals; null without any message. */
  readonly peakDay: number | null;
  readonly peak: number;
  readonly n: number;
  readonly tooFew: boolean;
  /** Days from the peak until three days in a row bring, on average, no more than halfway between base and peak; null where that never came while watched. */
  readonly days: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Days watched after the peak. */
  readonly watched: number;
}

function peakOf(counts: ArrayLike<number>): number {
  let best = 0;
  for (let day = 1; day < counts.length; day += 1) if ((counts[day] ?? 0) > (counts[best] ?? 0)) best = day;
  return best;
}

function fallOf(counts: ArrayLike<number>, peakDay: number, base: number): number | null {
  const level = base + ((counts[peakDay] ?? 0) - base) / 2;
  for (let day = peakDay + 1; day + TOGETHER <= counts.length; day += 1) {
    let sum = 0;
    for (let next = day; next < day + TOGETHER; next += 1) sum += counts[next] ?? 0;
    if (sum / TOGETHER <= level) return day - peakDay;
  }
  return null;
}

/**
 * Half-life after the peak, in days: how long until the daily messages had fallen halfway back to what they were before. Its
 * limits come from drawing the writers, because a few people can make a peak; null where more than a twentieth of the draws never
 * fall. Under 30 messages from the peak on, or 10 writers, there is none. O(draws x messages).
 * Source: own definition; Davison & Hinkley 1997, section 3.8 (drawing clusters).
 */
export function peakHalfLife(writings: readonly DayWriting[], { days, base, writers, seed, draws }: HalfLifePlan): PeakHalfLife {
  const inside = writings.filter(({ day }) => day >= 0 && day < days);
  const counts = new Float64Array(days);
  for (const { day } of inside) counts[day] = (counts[day] ?? 0) + 1;
  if (inside.length === 0) return { counts: [...counts], peakDay: null, peak: 0, n: 0, tooFew: true, days: null, low: null, high: null, watched: 0 };
  const peakDay = peakOf(counts);
  const later = inside.filter(({ day }) => day >= peakDay);
  const tooFew = later.length < LEAST_AFTER_PEAK || new Set(later.map(({ writer }) => writer)).size < LEAST_WRITERS;
  const fallen = tooFew ? null : fallOf(counts, peakDay, base);
  const drawn = new Float64Array(days);
  const limits = fallen === null ? null : clusterBootstrapInterval({
    clusters: writers, draws, seed,
    statistic(weights) {
      drawn.fill(0);
      for (const { day, writer } of inside) drawn[day] = (drawn[day] ?? 0) + (weights[writer] ?? 0);
      return fallOf(drawn, peakOf(drawn), base);
    },
  });
  return { counts: [...counts], peakDay, peak: counts[peakDay] ?? 0, n: later.length, tooFew, days: fallen, low: limits?.low ?? null, high: limits?.high ?? null, watched: days - 1 - peakDay };
}
