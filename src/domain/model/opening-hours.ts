/** A stretch of a day in minutes of its wall clock. `endMinute` past 1440 ends on the day after; the stretch belongs to the day it begins on. */
export interface OpenInterval {
  /** 0-1439. */
  readonly startMinute: number;
  /** After the start, by at most a day. */
  readonly endMinute: number;
}

/** A week of opening hours: seven lists, Monday first. An empty list is a closed day. */
export type OpenWeek = readonly (readonly OpenInterval[])[];

/** Days on which nothing opens. Dates are `YYYY-MM-DD`, both included; yearly ones repeat month and day in every year, before and after. */
export interface Closure {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly yearly: boolean;
}

/** A day with hours of its own, whatever its weekday, holiday or closure would say. */
export interface SpecialOpening {
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly intervals: readonly OpenInterval[];
}

/** Hours of one channel. Kept by what sources call it, so that it survives another import. */
export interface ChannelHours {
  readonly network: string;
  /** The container's own id on its network; null: the whole network. */
  readonly container: string | null;
  readonly week: OpenWeek;
  /** Whether the brand's holidays, closures and special openings hold here too. */
  readonly keepsClosures: boolean;
}

/** Within which time a brand says that it replies, and on which clock it counts. */
export interface DeclaredReply {
  readonly seconds: number;
  readonly clock: 'wall' | 'opening';
}

/** The opening hours of a brand, as a person sets them. */
export interface OpeningHours {
  readonly week: OpenWeek;
  /** Whether the national holidays of Italy are kept. */
  readonly holidays: 'italy' | 'none';
  /** Holidays on which it opens all the same. */
  readonly openOn: readonly HolidayCode[];
  readonly closures: readonly Closure[];
  readonly openings: readonly SpecialOpening[];
  readonly channels: readonly ChannelHours[];
  readonly reply: DeclaredReply | null;
}

/** The national holidays of Italy, in the order of the year. The patron saint of a town is a closure of whoever keeps it. */
export const HOLIDAYS = [
  'new-year', 'epiphany', 'easter', 'easter-monday', 'liberation', 'labour', 'republic', 'assumption', 'saint-francis', 'all-saints', 'immaculate', 'christmas', 'saint-stephen',
] as const;
export type HolidayCode = (typeof HOLIDAYS)[number];

/** Minutes of a day, whatever clocks do on it. */
export const DAY_MINUTES = 1440;

/** What is wrong with opening hours, as a code the catalogue has words for. */
export const HOURS_PROBLEMS = ['end-before-start', 'longer-than-a-day', 'outside-the-day', 'overlap', 'overlap-next-day', 'no-hours', 'no-such-date', 'closure-backwards', 'closure-too-long', 'same-date-twice', 'same-channel-twice'] as const;
export type HoursProblemCode = (typeof HOURS_PROBLEMS)[number];

/** One thing wrong: where, as a path into {@link OpeningHours} (`week.0.1` = Monday, second stretch), and what. */
export interface HoursProblem {
  readonly path: string;
  readonly code: HoursProblemCode;
}

/** Opening hours that nobody has set yet: Monday to Friday, nine to six, Italian holidays. What a person starts from, never what a figure rests on. */
export const STARTING_HOURS: OpeningHours = {
  week: Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ startMinute: 540, endMinute: 1080 }] : [])),
  holidays: 'italy', openOn: [], closures: [], openings: [], channels: [], reply: null,
};

/** Minutes that a week opens, holidays aside. */
export function openMinutesAWeek(week: OpenWeek): number {
  return week.reduce((sum, day) => sum + day.reduce((minutes, { startMinute, endMinute }) => minutes + endMinute - startMinute, 0), 0);
}
