import { localClock, monthKey } from '../../domain/model/local-clock.ts';

const HOUR_MS = 3_600_000;

/** One month of inbound volume; `startMs` is the month's first moment in the zone, UTC ms. */
export interface MonthVolume {
  readonly key: string;
  readonly startMs: number;
  readonly total: number;
  readonly intents: Record<string, number>;
  readonly sentiments: Record<string, number>;
}

interface HourlyCount {
  readonly hour: number;
  readonly kind: string;
  readonly messages: number;
}

/**
 * Folds counts per UTC hour into calendar months of a zone, gaps filled with empty months so that a quiet month shows as
 * one. Zones whose offset is not a whole hour may place up to 45 minutes of a month's edge in its neighbour.
 */
export function monthSeries({ byIntent, bySentiment, timeZone }: { byIntent: readonly HourlyCount[]; bySentiment: readonly HourlyCount[]; timeZone: string }): MonthVolume[] {
  const clock = localClock(timeZone);
  const months = new Map<string, { key: string; startMs: number; total: number; intents: Record<string, number>; sentiments: Record<string, number> }>();
  const monthOf = (hour: number): { key: string; startMs: number; total: number; intents: Record<string, number>; sentiments: Record<string, number> } => {
    const moment = clock(hour * HOUR_MS);
    const key = monthKey(moment);
    let month = months.get(key);
    if (month === undefined) {
      const local = Date.UTC(moment.year, moment.month - 1, moment.day, moment.hour);
      const startMs = Date.UTC(moment.year, moment.month - 1, 1) - (local - hour * HOUR_MS);
      month = { key, startMs, total: 0, intents: {}, sentiments: {} };
      months.set(key, month);
    }
    return month;
  };
  for (const { hour, kind, messages } of byIntent) {
    const month = monthOf(hour);
    month.total += messages;
    month.intents[kind] = (month.intents[kind] ?? 0) + messages;
  }
  for (const { hour, kind, messages } of bySentiment) {
    const month = monthOf(hour);
    month.sentiments[kind] = (month.sentiments[kind] ?? 0) + messages;
  }
  const keys = [...months.keys()].sort();
  const first = keys[0];
  const last = keys.at(-1);
  if (first === undefined || last === undefined) return [];
  const series: MonthVolume[] = [];
  let [year, month] = first.split('-').map(Number) as [number, number];
  for (let key = first; key <= last; ) {
    series.push(months.get(key) ?? { key, startMs: Date.UTC(year, month - 1, 1), total: 0, intents: {}, sentiments: {} });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    key = monthKey({ year, month, day: 1, hour: 0, weekday: 1 });
  }
  return series;
}
