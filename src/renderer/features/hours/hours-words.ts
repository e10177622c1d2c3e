import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** The calendar of opening hours as the engine gives it. */
export type Calendar = OperationValue<'clock.calendar'>;
/** Opening hours as a person sets them. */
export type Hours = Calendar['hours'];
/** A week, Monday first. */
export type Week = Hours['week'];
/** A stretch of a day, minutes of its wall clock. */
export type Interval = Week[number][number];
/** What is wrong with a draft. */
export type Problem = Calendar['problems'][number];
/** A channel that can have hours of its own. */
export type ChannelChoice = Calendar['channels'][number];

/** Minutes of a day. */
export const DAY_MINUTES = 1440;
const MONDAY_UTC_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Words a calendar is told with. */
export type HoursVoice = Pick<ChartVoice, 'text' | 'count' | 'number' | 'inHundred' | 'shareFloor'>;

/**
 * A time of day as a person types it: `9`, `9:30`, `09.30`, `0930`; `24:00` where an end is meant. Null when it is none.
 * @example minuteOf('9.30') // 570
 */
export function minuteOf(text: string): number | null {
  const match = /^\s*(\d{1,2})(?:\s*[:.,h]\s*(\d{2})|(\d{2}))?\s*$/.exec(text);
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)];
  return minute > 59 || hour > 24 || (hour === 24 && minute > 0) ? null : hour * 60 + minute;
}

/**
 * A minute of a day as `HH:MM`; those past midnight as the clock of the next day shows them, midnight itself as 24:00 where
 * a day ends.
 * @example timeText(1440) // '24:00'
 */
export function timeText(minute: number): string {
  const shown = minute > DAY_MINUTES ? minute - DAY_MINUTES : minute;
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

/** The end that a typed time means on a day: one that had been said to lie on the next day stays there. */
export function endMinuteOf(typed: number, { endMinute }: Interval): number {
  if (endMinute > DAY_MINUTES && typed < DAY_MINUTES) return typed + DAY_MINUTES;
  return typed === 0 ? DAY_MINUTES : typed;
}

/** The name of a weekday, 0 = Monday. */
export function weekdayName(day: number, voice: Pick<ChartVoice, 'weekday'>): string {
  return voice.weekday(MONDAY_UTC_MS + day * DAY_MS);
}

/** Hours that a list of stretches opens, as text: at most three digits. */
export function hoursText(intervals: readonly Interval[], voice: Pick<ChartVoice, 'number'>): string {
  return voice.number(intervals.reduce((sum, { startMinute, endMinute }) => sum + Math.max(0, endMinute - startMinute), 0) / 60);
}

/** The sentence over the page: how long it is open, and how many requests meet a closed door. */
export function hoursLead({ weekSeconds, problems, arrivals }: Calendar, voice: HoursVoice): string {
  const hours = voice.number(weekSeconds / 3600);
  if (problems.length > 0 || arrivals === null) return voice.text('hours.lead.problems', { hours, count: problems.length });
  const { n, closed } = arrivals;
  if (n === 0) return voice.text('hours.lead.none', { hours });
  if (n < voice.shareFloor) return voice.text('hours.lead.few', { hours, count: n, closed: voice.count(closed) });
  return voice.text('hours.lead.hundred', { hours, n: voice.count(n), closed: voice.inHundred(closed / n) });
}

/** The codes of what is wrong at a place or anywhere below it, each once. */
export function problemsAt(problems: readonly Problem[], path: string): Problem['code'][] {
  return [...new Set(problems.filter((one) => one.path === path || one.path.startsWith(`${path}.`)).map(({ code }) => code))];
}

/** The name of a channel. */
export function channelName({ network, name, container }: { readonly network: string; readonly name: string | null; readonly container: string | null }, voice: Pick<ChartVoice, 'text' | 'network'>): string {
  return container === null ? voice.text('hours.channels.wholeNetwork', { network: voice.network(network) }) : `${name ?? container} · ${voice.network(network)}`;
}

/** A declared reply time as a number of the largest unit that holds it whole. */
export function amountOf(seconds: number): { readonly amount: number; readonly unit: 'minutes' | 'hours' | 'days' } {
  if (seconds % 86_400 === 0 && seconds >= 172_800) return { amount: seconds / 86_400, unit: 'days' };
  return seconds % 3600 === 0 ? { amount: seconds / 3600, unit: 'hours' } : { amount: Math.round(seconds / 60), unit: 'minutes' };
}

/** Seconds of a unit of the declared reply time. */
export const UNIT_SECONDS = { minutes: 60, hours: 3600, days: 86_400 } as const;

type Writable<Part> = Part extends readonly (infer Member)[] ? Writable<Member>[] : Part extends object ? { -readonly [Key in keyof Part]: Writable<Part[Key]> } : Part;

/** Hours as an operation takes them: a copy that may be changed. */
export function hoursInput(hours: Hours): Writable<Hours> {
  const copy: unknown = structuredClone(hours);
  return copy as Writable<Hours>;
}

/** The same list with one member changed. */
export function withMember<Member>(list: readonly Member[], place: number, member: Member): Member[] {
  return list.map((other, at) => (at === place ? member : other));
}

/** The same list without one member. */
export function withoutMember<Member>(list: readonly Member[], place: number): Member[] {
  return list.filter((_, at) => at !== place);
}
