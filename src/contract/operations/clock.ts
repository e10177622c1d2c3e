import { z } from 'zod';
import { HOLIDAYS, HOURS_PROBLEMS } from '../../domain/model/opening-hours.ts';
import { scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();

/** A stretch of a day in minutes of its wall clock; an end past 1440 lies on the day after. What is wrong with it is said in words of its own. */
const intervalSchema = z.strictObject({ startMinute: z.number().int().min(0).max(2880), endMinute: z.number().int().min(0).max(2880) });
const daySchema = z.array(intervalSchema).max(12).readonly();
/** Monday first. */
const weekSchema = z.array(daySchema).length(7).readonly();
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const holiday = z.enum(HOLIDAYS);

/** Opening hours as a person sets them: a week, closures, days with hours of their own, hours by channel, and the reply time the brand declares. */
export const openingHoursSchema = z.strictObject({
  week: weekSchema,
  holidays: z.enum(['italy', 'none']),
  /** Holidays on which it opens all the same. */
  openOn: z.array(holiday).max(HOLIDAYS.length).readonly(),
  closures: z.array(z.strictObject({ name: z.string().max(100), from: date, to: date, yearly: z.boolean() })).max(300).readonly(),
  openings: z.array(z.strictObject({ name: z.string().max(100), date, intervals: daySchema })).max(300).readonly(),
  /** `container`: the container's own id on its network, as `clock.calendar` lists it; null: the whole network. */
  channels: z.array(z.strictObject({ network: z.string().max(60), container: z.string().max(300).nullable(), week: weekSchema, keepsClosures: z.boolean() })).max(300).readonly(),
  reply: z.strictObject({ seconds: z.number().int().min(60).max(31_536_000), clock: z.enum(['wall', 'opening']) }).nullable(),
});

/** What a person said of opening hours, whose clock `clock: "opening"` is; and what it promises. */
export const clockOperations = {
  /** The calendar in force for a brand; where nobody set one, a usual week to start from, on which no figure rests. `draft` is looked at in its place without being kept. */
  'clock.calendar': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, draft: openingHoursSchema.optional() }),
    output: z.object({
      brand: z.string().nullable(), timeZone: z.string(),
      /** A person set it. */
      set: z.boolean(),
      hours: openingHoursSchema,
      /** What is wrong with the draft, as a path into it and a code; such a draft has no arrivals. */
      problems: z.array(z.object({ path: z.string(), code: z.enum(HOURS_PROBLEMS) })),
      /** What the week opens, holidays aside: a week of the clock of opening hours, the horizon of its figures. */
      weekSeconds: z.number(),
      /** Every holiday of the years that the data cover, kept or not. */
      holidays: z.array(z.object({ code: holiday, date: z.string(), kept: z.boolean() })),
      /** Channels that can have hours of their own, those with most requests first; `container` null: a whole network. */
      channels: z.array(z.object({ network: z.string(), container: z.string().nullable(), name: z.string().nullable(), requests: count })),
      /** Requests whose hour is known, by whether they arrived while their channel was open; null for a draft with problems. */
      arrivals: z.object({ n: count, open: count, closed: count }).nullable(),
    }),
  },
  /** Sets the opening hours of a brand (the project's own when left out), or takes them back with null. One change, undoable; nothing has to be analysed again. */
  'clock.setCalendar': {
    kind: 'command',
    input: z.strictObject({ brand: z.string().optional(), hours: openingHoursSchema.nullable() }),
    output: z.object({ set: z.boolean(), changed: z.boolean(), weekSeconds: z.number(), dataVersion: count }),
  },
  /** Promises that are never written: to answer within the declared time, and to be there in the opening hours. `state` says what is missing. */
  'promises.implicit': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      state: z.enum(['told', 'no-hours']),
      declared: z.object({ seconds: z.number(), clock: z.enum(['wall', 'opening']) }).nullable(),
      /** Requests that arrived open and were watched for the declared time; null where none is declared. */
      replyTime: z.object({
        arrivedOpen: count, n: count, people: count, within: count.nullable(), estimate: nullableNumber, low: nullableNumber, high: nullableNumber, tooFew: z.boolean(),
        /** The requests behind the figure and those missed, the newest five thousand. */
        messageIds: z.array(count), missedIds: z.array(count), missed: count.nullable(),
      }).nullable(),
      /** Days on which requests arrived while open, and those of them without one message of the brand in its opening hours, the newest fifty; null without hours. */
      openDays: z.object({ days: count, requests: count, silent: count, silentDays: z.array(z.object({ date: z.string(), requests: count, messageIds: z.array(count) })) }).nullable(),
    }),
  },
} as const;
