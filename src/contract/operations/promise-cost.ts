import { z } from 'zod';
import { PROMISE_STATES } from '../../domain/model/promise-state.ts';
import { countedShareSchema } from '../counted-shapes.ts';
import { pageShape, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const state = z.enum(PROMISE_STATES);
const counts = z.object({ open: count, kept: count, late: count, broken: count, unverifiable: count });
/** The promising messages behind a figure, each once; null where there are more than two thousand. */
const messageIds = z.array(count).nullable();
const intervalSchema = z.object({ low: z.number(), high: z.number() }).nullable();

const curve = z.object({
  n: count, events: count, messageIds, longestSeconds: z.number(), medianSeconds: nullableNumber, medianLow: nullableNumber, medianHigh: nullableNumber,
  /** Share not seen kept yet, with 95 % limits; at most about 400 points. */
  steps: z.array(z.object({ atSeconds: z.number(), waiting: z.number(), low: z.number(), high: z.number() })),
}).nullable();

const keeping = z.object({
  n: count, due: count, counts, withoutTime: count, reason: z.enum(['few-due-promises', 'few-verifiable-promises']).nullable(),
  /** Of those whose outcome is seen; and of all, with the unverifiable as not kept. */
  seen: curve, least: curve,
  byDue: z.array(z.object({ afterSeconds: count, n: count, kept: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber, all: count, least: nullableNumber, most: nullableNumber })),
});

const studyShape = { sets: count, cases: nullableNumber, casesInterval: intervalSchema, controls: nullableNumber, controlsInterval: intervalSchema, difference: nullableNumber, interval: intervalSchema, tooFew: z.boolean() };
const countedShare = z.object({ kept: count, n: count });
const estimateSchema = z.object({ estimate: z.number(), low: z.number(), high: z.number() });
const chanceSchema = z.object({ mean: z.number(), low: z.number(), high: z.number() });

/** What the register of promises adds up to: how long promises take, when they were made, how rates change, and what broken ones are associated with. Filters select the promising messages; tribes, the person promised to. */
export const promiseCostOperations = {
  'promises.timeToKeep': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({ named: keeping, unnamed: keeping }),
  },
  /** Promises over time: counts by week of all that were chosen, and a page of them one by one, latest first. */
  'promises.timeline': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, state: state.optional(), named: z.boolean().optional(), ...pageShape, size: pageShape.size.default(40) }),
    output: z.object({
      timeZone: z.string(), total: count,
      weeks: z.array(z.object({ startMs: z.number(), endMs: z.number(), counts, /** By state; null where there are more than two thousand promises. */ messageIds: z.partialRecord(state, z.array(count)).nullable() })),
      promises: z.array(z.object({ messageId: count, start: count, text: z.string(), personName: z.string().nullable(), network: z.string(), atMs: z.number(), dueMs: nullableNumber, judgedMs: z.number(), shownMs: nullableNumber, /** When it was seen to be broken. */ brokenMs: nullableNumber, evidenceMessageId: count.nullable(), state })),
    }),
  },
  /** The kept rate by quarter in which promises were made, by network or by tribe of the person; without a rate under twenty, without any figure for tribes under five people. */
  'promises.rates': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, by: z.enum(['quarter', 'network', 'tribe']).default('quarter') }),
    output: z.object({
      groups: z.array(z.object({ key: z.string(), /** How a tribe is called; null for other groups. */ tribe: z.object({ lens: z.string(), name: z.string(), title: z.string().nullable() }).nullable(), /** People promised to; null where groups are not made of people. */ people: count.nullable(), n: count, kept: count, late: count, broken: count, open: count, unverifiable: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber, tooFew: z.boolean(), reason: z.string().nullable(), /** Of those that n counts. */ messageIds })),
      /** The latest quarter with a rate against all before it; null for other groups and without enough of both. */
      past: z.object({ key: z.string(), latest: countedShare, earlier: countedShare, difference: z.object({ estimate: z.number(), low: z.number(), high: z.number() }) }).nullable(),
    }),
  },
  /** What people did in the ninety days after a promise to them was broken, against like people: associated with, not caused by. */
  'promises.cost': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, seed: count.optional() }),
    output: z.object({
      /** Broken promises to people who are known, the people they were made to, and those observed for ninety days. */
      broken: count, cases: count, followed: count, messageIds, followUpDays: count, draws: count, seed: count,
      /** People who asked and were looked at as controls, when not all were: the number drawn. */
      askersDrawn: count.nullable(),
      comparisons: z.array(z.object({
        against: z.enum(['kept', 'request']), reason: z.enum(['few-cases', 'few-followed', 'few-matched']).nullable(), candidates: count, sets: count, controls: count,
        balance: z.array(z.object({ covariate: z.enum(['activity', 'points', 'first-month']), before: nullableNumber, after: nullableNumber })),
        outcomes: z.array(z.object({ outcome: z.enum(['active', 'monthly', 'positive', 'recommends', 'warns']), ...studyShape })),
        months: z.array(z.object({ month: count, ...studyShape })),
        before: z.object({ months: count, apart: count }),
      })),
    }),
  },
  /** From a kept promise to a compliment to an unpaid recommendation by the same person, each step within a window; beside it the same after broken promises, and what the same people's words give in any order. */
  'promises.path': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, /** Of each step. */ days: count.min(7).max(365).default(90), seed: count.optional() }),
    output: z.object({
      days: count, seed: count,
      sides: z.array(z.object({
        side: z.enum(['kept', 'broken']),
        /** People whose first promise with an outcome ended so; `early`: not watched for the whole window, `praiseEarly`: likewise after their compliment. */
        people: count, early: count, praise: countedShareSchema, /** Of those whose network is known for as long before the promise, who praised within that time. */ before: countedShareSchema, praiseEarly: count, /** Of those who praise. */ advice: countedShareSchema,
        promiseMessageIds: messageIds, praiseMessageIds: messageIds, adviceMessageIds: messageIds,
        /** People who went the whole way, at most fifty, with the three messages in their order. */
        paths: z.array(z.object({ accountId: count, name: z.string(), network: z.string(), messageIds: z.array(count) })),
      })),
      /** Praise after kept less praise after broken. */
      difference: estimateSchema.nullable(),
      /** After kept promises, over seeded shuffles of each person's own words. */
      chance: z.object({ draws: count, movable: count, reason: z.enum(['few-people', 'few-movable']).nullable(), praise: chanceSchema.nullable(), advice: chanceSchema.nullable() }),
    }),
  },
} as const;
