import { z } from 'zod';
import { INTENTS, OUTCOMES, REPLY_COVERAGES } from '../../domain/model/codes.ts';
import { correctionSchema, pooledFigureSchema } from './check.ts';
import { GROUPINGS, pageShape, requestSelectionShape, responseRuleShape, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();

/** One sentence the workbench can defend, as parts: the interface writes it in the reader's language. */
export const findingSchema = z.object({
  /** Stable id of the rule and its subject, e.g. `response.gap:trouble`. */
  id: z.string(),
  /** The sentence's rule; the catalogue holds its clear, not-clear and too-few forms. */
  rule: z.string(),
  form: z.enum(['clear', 'not-clear', 'too-few']),
  good: z.boolean(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  n: count,
  people: count,
  metric: z.string(),
  /** The messages behind it, as an input of `messages.list`. */
  evidence: z.record(z.string(), z.unknown()),
});
export type Finding = z.infer<typeof findingSchema>;

/** Everything said about the waits of one group; null where the floors or the follow-up forbid it. Seconds, shares of 1. */
export const survivalGroupSchema = z.object({
  key: z.string(),
  n: count,
  authors: count.nullable(),
  answered: count.nullable(),
  sentToPrivate: count.nullable(),
  nods: count.nullable(),
  censored: count.nullable(),
  peerFirst: count.nullable(),
  inferred: count.nullable(),
  medianSeconds: nullableNumber,
  medianLow: nullableNumber,
  medianHigh: nullableNumber,
  longestFollowUpSeconds: nullableNumber,
  meanOfAnswersSeconds: nullableNumber,
  stillWaiting: z.object({ estimate: nullableNumber, low: nullableNumber, high: nullableNumber }).nullable(),
  /** Of n, how many have times known only to the day, and how many enter counts only. */
  dayTimes: count.nullable(),
  countOnly: count.nullable(),
  /** What the figures would be if every open request were answered next, and if none ever were. */
  cautious: z.object({ answeredNext: z.object({ medianSeconds: nullableNumber, restrictedMeanSeconds: nullableNumber }), neverAnswered: z.object({ medianSeconds: nullableNumber, restrictedMeanSeconds: nullableNumber }) }).nullable(),
  restrictedMeanSeconds: nullableNumber,
  restrictedMeanLow: nullableNumber,
  restrictedMeanHigh: nullableNumber,
  tooFew: z.boolean(),
  answeredWithin: z.array(z.object({ seconds: z.number(), estimate: nullableNumber, low: nullableNumber, high: nullableNumber })),
  /** The same figures corrected for what the reader mistakes; null without a check of the reading, and for groups that are no kinds of request. */
  corrected: z.object({
    /** Requests of this kind to be expected among those read as requests. */
    n: pooledFigureSchema, restrictedMeanSeconds: pooledFigureSchema,
    answeredWithin: z.array(z.object({ seconds: z.number(), estimate: nullableNumber, low: nullableNumber, high: nullableNumber })),
  }).nullable(),
  steps: z.array(z.object({ atSeconds: z.number(), waiting: z.number(), standardError: nullableNumber, low: nullableNumber, high: nullableNumber })),
});

/** The clock that waits and horizons are told on, and where on it the answered share is given: an hour, a day, a week. */
const clockShape = { clock: z.enum(['wall', 'opening']), shareSeconds: z.array(z.number()) };

const coverageRow = z.object({ container: z.string(), network: z.string(), brand: z.string().nullable(), replies: z.enum(REPLY_COVERAGES), reason: z.string(), imported: count, declared: count.nullable() });

/** Analysis and the reads that rest on it: overview and response. */
export const analysisOperations = {
  'analyse.run': {
    kind: 'job',
    input: z.strictObject({ jobId: z.string().optional(), nowMs: count.optional(), seed: count.optional() }),
    output: z.object({ didWork: z.boolean(), stages: z.array(z.object({ name: z.string(), worked: z.boolean(), items: count, seconds: z.number() })) }),
  },
  overview: {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      messages: count, accounts: count, persons: count, reactions: count,
      /** Somebody said that identities are reviewed; until then `persons` counts profiles and is called so. */
      identityReviewed: z.boolean(),
      networks: z.array(z.string()), languages: z.array(z.string()),
      languageCounts: z.array(z.object({ language: z.string(), messages: count })),
      windowStartMs: nullableNumber, windowEndMs: nullableNumber,
      brand: z.string().nullable(),
      brands: z.array(z.object({ name: z.string(), own: z.boolean(), messages: count })),
      inbound: count, outbound: count, withoutAuthor: count, withoutText: count, relativeTimes: count, unread: count,
      /** Of the unread, those whose likeliest label was less likely than the threshold that a person set. */
      abstained: count,
      coverage: z.array(coverageRow),
      /** Volume by calendar month in the project's zone and intent, and by sentiment; `key` is `YYYY-MM`. */
      months: z.array(z.object({ key: z.string(), startMs: z.number(), total: count, intents: z.record(z.string(), count), sentiments: z.record(z.string(), count) })),
      findings: z.array(findingSchema),
      comparisonsLookedAt: count,
      /** What these data do not see, as catalogue codes with counts. */
      unseen: z.array(z.object({ code: z.string(), count: count.nullable(), container: z.string().nullable() })),
    }),
  },
  'response.survival': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...responseRuleShape, by: z.enum(GROUPINGS).default('none'), /** In seconds of the clock; a week of it when left out. */ horizonSeconds: z.number().positive().max(31_536_000).optional(), seed: count.optional(), /** Thins each curve to about so many points for drawing; the figures are not touched. */ maxSteps: count.min(10).optional() }),
    output: z.object({
      windowEndMs: nullableNumber, unread: count, abstained: count, unobservable: count, listedApart: count,
      /** Requests in threads with missing replies: out of the curves, with what is still known of them. */
      leftOut: z.object({ n: count, answered: count }),
      /** Answers taken to be such without a link, among all answers; and whether they count under this rule. */
      inferredAnswers: z.object({ included: z.boolean(), inferred: count, answers: count, share: nullableNumber }),
      ...clockShape, horizonSeconds: z.number(),
      coverage: z.array(coverageRow),
      correction: correctionSchema,
      groups: z.array(survivalGroupSchema),
      tests: z.array(z.object({ a: z.string(), b: z.string(), statistic: nullableNumber, p: nullableNumber, pAdjusted: nullableNumber })),
    }),
  },
  'response.gaps': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...responseRuleShape, horizonSeconds: z.number().positive().max(31_536_000).optional(), seed: count.optional() }),
    output: z.object({
      ...clockShape, horizonSeconds: z.number(),
      correction: correctionSchema,
      reference: z.enum(['purchase', 'promotion-posts', 'praise']).nullable(),
      referenceN: count, referenceTooFew: z.boolean(), referenceRestrictedMeanSeconds: nullableNumber, referenceMeanOfAnswersSeconds: nullableNumber,
      gaps: z.array(z.object({
        intent: z.enum(INTENTS), n: count, authors: count.nullable(), tooFew: z.boolean(),
        gapSeconds: nullableNumber, low: nullableNumber, high: nullableNumber,
        restrictedMeanSeconds: nullableNumber, stillWaitingShare: nullableNumber,
        /** Mean of the answers given alone: what is usually published, silence left out. */
        meanOfAnswersSeconds: nullableNumber, answers: count.nullable(),
        /** One author wrote more than a fifth of this kind or of the reference. */
        dominantAuthor: z.boolean(),
        /** The gap corrected for what the reader mistakes. */
        corrected: pooledFigureSchema,
      })),
      draws: count,
    }),
  },
  'response.requests': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...responseRuleShape, ...requestSelectionShape, ...pageShape, orderBy: z.enum(['time', 'waited']).default('time') }),
    output: z.object({
      total: count,
      clock: clockShape.clock,
      requests: z.array(z.object({
        messageId: count, nativeId: z.string(), authorName: z.string().nullable(), container: z.string().nullable(), network: z.string(), text: z.string().nullable(),
        atMs: nullableNumber, intents: z.array(z.enum(INTENTS)), observationEndMs: nullableNumber, answeredAtMs: nullableNumber, answerNativeId: z.string().nullable(),
        outcome: z.enum(OUTCOMES), waitedSeconds: nullableNumber, censored: z.boolean(), inferred: z.boolean(), reopened: z.boolean(), clockSkewed: z.boolean(), peerFirst: z.boolean(), unobservable: z.boolean(),
      })),
    }),
  },
} as const;
