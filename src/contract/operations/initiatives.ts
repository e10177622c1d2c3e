import { z } from 'zod';
import { HYPOTHESIS_MEASURES, HYPOTHESIS_VERDICTS } from '../../domain/model/hypothesis.ts';
import { AMOUNT_VERDICTS, INITIATIVE_AMOUNTS, INITIATIVE_KINDS, INITIATIVE_SHARES, INITIATIVE_WINDOWS, SHARE_VERDICTS, WINDOW_STATES } from '../../domain/model/initiative.ts';
import { pageShape, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const countedShare = z.object({ k: count, n: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber });
const estimate = z.object({ estimate: z.number(), low: z.number(), high: z.number() }).nullable();
/** A post by what identifies it in every copy of its source. */
const postKey = z.strictObject({ network: z.string().max(100), kind: z.string().max(40), nativeId: z.string().max(300) });

/** Which of the brand's posts carry an initiative: those of its days in some places or with some words, and those picked by hand, whatever their day. */
const carriedShape = {
  containers: z.array(z.string().max(500)).max(200).default([]),
  words: z.string().max(200).default(''),
  posts: z.array(postKey).max(500).default([]),
};

/** An initiative as it is written down. `endMs` is not included. */
export const initiativeBodySchema = z.object({
  name: z.string(), kind: z.enum(INITIATIVE_KINDS), startMs: count, endMs: count, aim: z.string().default(''), hypothesisId: z.string().nullable().default(null),
  containers: z.array(z.string()).default([]), words: z.string().default(''), posts: z.array(postKey).default([]),
});

const initiative = initiativeBodySchema.extend({ id: z.string() });
const byWindow = <Value extends z.ZodType>(value: Value) => z.object({ before: value, during: value, after: value });

/** Initiatives: what a brand did between two dates, written down, and what happened before, during and after. */
export const initiativeOperations = {
  /** The latest first, with what the data reach. */
  'initiatives.list': { kind: 'read', input: z.strictObject({}), output: z.object({ reachMs: nullableNumber, initiatives: z.array(initiative) }) },
  /** Adds an initiative, or changes the one of `id`. One change, undoable. */
  'initiatives.save': {
    kind: 'command',
    input: z.strictObject({ id: z.string().max(100).optional(), name: z.string().trim().min(1).max(120), kind: z.enum(INITIATIVE_KINDS), startMs: count, endMs: count, aim: z.string().max(1000).default(''), hypothesisId: z.string().max(100).nullable().default(null), ...carriedShape }),
    output: z.object({ id: z.string() }),
  },
  /** Removes an initiative; its posts and messages stay. One change, undoable. */
  'initiatives.remove': { kind: 'command', input: z.strictObject({ id: z.string().max(100) }), output: z.object({ removed: z.boolean() }) },
  /** The brand's posts around some days, each with whether these places, words and hands choose it; by time. Two weeks before are offered too: what announces an initiative comes before it. */
  'initiatives.posts': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, startMs: count, endMs: count, ...carriedShape, ...pageShape }),
    output: z.object({ total: count, chosen: count, posts: z.array(postKey.extend({ messageId: count, container: z.string().nullable(), atMs: nullableNumber, text: z.string().nullable(), byRule: z.boolean(), byHand: z.boolean() })) }),
  },
  /** The account of an initiative: what happened, never why. Of the filters the period is left aside. */
  'initiatives.account': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, id: z.string().max(100), seed: count.optional() }),
    output: z.object({
      initiative,
      /** What was collected of the brand's public; null without any dated message. */
      dataFromMs: nullableNumber, reachMs: nullableNumber, timeZone: z.string(),
      /** Posts that carry it; picked ones that are not in the data are counted as missing. */
      posts: z.object({ n: count, missing: count, messageIds: z.array(count) }),
      windows: z.array(z.object({ window: z.enum(INITIATIVE_WINDOWS), fromMs: count, toMs: count, state: z.enum(WINDOW_STATES) })),
      /** Null where the data do not hold the window whole. `usual`: where one more window like the earlier ones would lie. */
      amounts: z.array(z.object({
        measure: z.enum(INITIATIVE_AMOUNTS), values: byWindow(nullableNumber),
        usual: z.object({ mean: z.number(), low: z.number(), high: z.number(), windows: count }).nullable(), during: z.enum(AMOUNT_VERDICTS), after: z.enum(AMOUNT_VERDICTS),
      })),
      /** Earlier windows of this length that the data hold, and how many a verdict needs. */
      earlier: count, leastEarlier: count,
      /** `duringLess` and `afterLess`: that window less the one before, authors drawn. */
      shares: z.array(z.object({ measure: z.enum(INITIATIVE_SHARES), values: byWindow(countedShare), duringLess: estimate, afterLess: estimate, during: z.enum(SHARE_VERDICTS), after: z.enum(SHARE_VERDICTS) })),
      /** Daily messages from the start on: under its posts, or where it has none, all. Days of 24 hours from the start. */
      pace: z.object({ underPosts: z.boolean(), base: z.number(), counts: z.array(count), peakMs: nullableNumber, peak: count, n: count, tooFew: z.boolean(), days: nullableNumber, low: nullableNumber, high: nullableNumber, watched: count, messageIds: z.array(count) }),
      /** Null where no posts carry it: then nobody can be said to have come with it. */
      stayed: z.array(z.object({ days: count, withIt: countedShare, otherwise: countedShare, tooFew: z.boolean(), difference: estimate })).nullable(),
      newcomers: z.object({ withIt: count, otherwise: count }),
      /** What was foretold; it counts only when it was registered before the start, on messages that were not there yet. */
      prediction: z.object({
        hypothesisId: z.string(), sentence: z.string(), measure: z.enum(HYPOTHESIS_MEASURES), subject: z.string().nullable(), registeredMs: count, counts: z.boolean(), reason: z.enum(['after-start', 'no-test', 'withdrawn']).nullable(),
        verdict: z.enum(HYPOTHESIS_VERDICTS).nullable(),
      }).nullable(),
    }),
  },
} as const;
