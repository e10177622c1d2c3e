import { z } from 'zod';
import { STAY_ENDS } from '../../domain/model/page-stay.ts';
import { scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const placeShape = { container: z.string().max(500).optional(), network: z.string().max(100).optional(), most: count.min(1).max(200).default(20) };

/** The first page of each place as a visitor saw it: newest first, on any day that the data hold. */
export const pastPageOperations = {
  /** The page at a moment (UTC ms; left out: the last the data hold). Of the filters only networks and pages count. */
  'response.pastPage': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...placeShape, atMs: count.optional() }),
    output: z.object({
      most: count, timeZone: z.string(), fromMs: nullableNumber, toMs: nullableNumber, atMs: nullableNumber,
      places: z.array(z.object({
        container: z.string(), network: z.string(),
        /** Its answers are in the data; else nothing is called open. */
        observable: z.boolean(),
        items: count, itemsInAll: count,
        /** Without a time that is known to the day: on no page of the past. */
        undated: count,
        /** Hidden by the page according to an export; nobody knows since when, so that they stand on no page. */
        hidden: count,
        own: count, open: nullableNumber, itemsWithOpen: nullableNumber, oldestSeconds: nullableNumber,
      })),
      /** The page of one place: the one asked for, else the one with most open complaints. */
      page: z.object({
        container: z.string(), network: z.string(),
        items: z.array(z.object({ rootId: count, atMs: z.number(), own: z.boolean(), act: z.string().nullable(), intent: z.string().nullable(), text: z.string().nullable(), below: count, complaints: count, open: count, goneAtMs: nullableNumber })),
        /** What the brand itself put on it, by what each post does; the rest is the public's. */
        mix: z.array(z.object({ act: z.string(), n: count })), own: count,
        openIds: z.array(count),
      }).nullable(),
    }),
  },
  /** Open complaints on the first page at the end of every week, and how long they stand there. */
  'response.pastPageWeeks': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...placeShape }),
    output: z.object({
      most: count, timeZone: z.string(), places: count, unobservable: count, undated: count,
      weeks: z.array(z.object({ week: z.string(), startMs: z.number(), endMs: z.number(), atMs: z.number(), open: count, came: count, messageIds: z.array(count) })),
      stays: z.object({
        n: count, tooFew: z.boolean(), ends: z.record(z.enum(STAY_ENDS), count), medianSeconds: nullableNumber, low: nullableNumber, high: nullableNumber, longestSeconds: nullableNumber, messageIds: z.array(count),
      }),
    }),
  },
} as const;
