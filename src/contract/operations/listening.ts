import { z } from 'zod';
import { REPLY_COVERAGES, REQUEST_INTENTS } from '../../domain/model/codes.ts';
import { scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const estimate = z.object({ estimate: z.number(), low: z.number(), high: z.number() });
const intent = z.enum(REQUEST_INTENTS);
const seed = z.number().int().optional();
/** A weekly figure; null with the reason: too few requests or people, or not every request was watched that long yet. */
const weekFigure = z.object({ estimate: nullableNumber, low: nullableNumber, high: nullableNumber, gap: z.enum(['too-few', 'not-yet-observable']).nullable() });
const edge = z.object({ place: z.string(), atMs: z.number(), kind: z.enum(['begins', 'ends']) });
const levels = z.object({
  /** Weeks with a figure, and how many a search for changes needs. */
  weeks: count, needed: count, tooFew: z.boolean(),
  changes: z.array(z.object({
    week: z.string(), atMs: z.number(), before: z.number(), after: z.number(), difference: estimate, weeksBefore: count, weeksAfter: count,
    /** Set where the collection of a place begins or ends within a week: no finding. */
    reason: z.enum(['collection-changed']).nullable(), edges: z.array(edge),
  })),
  levels: z.array(z.object({ from: z.string(), to: z.string(), mean: z.number(), low: z.number(), high: z.number() })),
});
const incidence = z.array(z.object({ atSeconds: z.number(), estimate: z.number(), low: z.number(), high: z.number() }));
const side = z.object({ requests: count, withinDay: estimate.nullable() }).nullable();

/** Response over time, by hour of the week, against answers of other people, and by loudness. Filters select requests. */
export const listeningOperations = {
  /** By ISO week of arrival in the project's zone, all requests or those of one intent, with the weeks from which a level is another one. */
  'response.trend': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, intent: intent.optional(), seed }),
    output: z.object({
      timeZone: z.string(),
      requests: count,
      /** Requests without a time, in no week. */
      untimed: count,
      weeks: z.array(z.object({
        week: z.string(), startMs: z.number(), endMs: z.number(), n: count, timed: count, fine: count, authors: count,
        withinDay: weekFigure, withinWeek: weekFigure, restrictedMean: weekFigure,
        /** `seconds` null: more than `longestSeconds`. */
        median: z.object({ seconds: nullableNumber, low: nullableNumber, high: nullableNumber, longestSeconds: z.number() }).nullable(),
      })),
      changes: z.object({ withinDay: levels, restrictedMean: levels }),
      /** What each import covers, by place. */
      imports: z.array(z.object({ importId: count, file: z.string(), place: z.string(), network: z.string(), replies: z.enum(REPLY_COVERAGES).nullable(), fromMs: z.number(), toMs: z.number(), messages: count })),
    }),
  },
  /** Requests by weekday and hour of arrival against answers by weekday and hour of sending. */
  'response.heat': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, intent: intent.optional() }),
    output: z.object({
      timeZone: z.string(), requests: count, answers: count, untimed: count,
      /** Hours of the week, of 168, that hold nine answers in ten; null under a hundred answers. */
      normalHours: count.nullable(), answersNeeded: count,
      inNormalHours: estimate.extend({ requests: count }).nullable(), inside: side, outside: side,
      cells: z.array(z.object({ weekday: count, hour: count, requests: count, answers: count, isNormal: z.boolean(), withinDay: estimate.nullable() })),
    }),
  },
  /** Who answers first: the brand, or another person. Always on the wall clock. */
  'response.competing': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, by: z.enum(['none', 'intent']).default('none'), horizonSeconds: z.number().positive().default(604_800), maxSteps: z.number().int().min(2).max(2000).default(200) }),
    output: z.object({
      horizonSeconds: z.number(),
      groups: z.array(z.object({
        key: z.string(), n: count, authors: count.nullable(), tooFew: z.boolean(), brandFirst: count.nullable(), peerFirst: count.nullable(), nobody: count.nullable(),
        brandAtHorizon: estimate.nullable(), peerAtHorizon: estimate.nullable(), brand: incidence, peer: incidence, longestSeconds: nullableNumber,
      })),
    }),
  },
  /** How loud a request must be before half are answered within seven days, by intent. */
  'response.audiogram': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, measure: z.enum(['repeats', 'followers', 'anger']).default('repeats'), seed }),
    output: z.object({
      measure: z.enum(['repeats', 'followers', 'anger']), horizonSeconds: z.number(), draws: count,
      /** Requests for which each measure is known; `datedReactions`: those with a reaction whose time is known, which is what likes would need. */
      known: z.object({ requests: count, repeats: count, followers: count, anger: count, datedReactions: count }),
      groups: z.array(z.object({
        key: intent, n: count, authors: count.nullable(),
        bins: z.array(z.object({ from: z.number(), middle: z.number(), to: z.number(), n: count, answered: estimate, fitted: z.number() })),
        threshold: nullableNumber, low: nullableNumber, high: nullableNumber,
        reason: z.enum(['too-few', 'one-level', 'follow-up-too-short', 'above-everywhere', 'below-everywhere']).nullable(),
      })),
    }),
  },
} as const;
