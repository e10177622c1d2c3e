import { z } from 'zod';
import { INTENTS, REPLY_COVERAGES } from '../../domain/model/codes.ts';
import { pageShape, responseRuleShape, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
/** How many of how many; the share and its limits from 30 cases on. */
const countedShare = z.object({ k: count, n: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber });
const estimate = z.object({ estimate: z.number(), low: z.number(), high: z.number() });
const horizonShape = { horizonSeconds: z.number().positive().max(31_536_000).default(604_800), seed: count.optional() };
const qualityShape = {
  n: count, authors: count.nullable(), tooFew: z.boolean(),
  /** First answers that do each thing; one answer may do several. */
  acts: z.object({ care: countedShare, answer: countedShare, deflect: countedShare, template: countedShare }).nullable(),
  /** The same answers once each, by the first that holds in this order; these add up to n. */
  classes: z.object({ care: count, answer: count, deflect: count, template: count, other: count }).nullable(),
  after: z.object({ thanked: countedShare, resolved: countedShare, reopened: countedShare }).nullable(),
  /** Messages between asker and brand after the request: median and quartiles. */
  turns: z.object({ median: z.number(), low: z.number(), high: z.number() }).nullable(),
};
const side = z.object({ n: count, authors: count, tooFew: z.boolean(), answered: countedShare.nullable(), dominantAuthor: z.boolean() });
const tracedSide = z.object({ n: count, read: count, tooFew: z.boolean(), criticism: countedShare.nullable(), intents: z.record(z.string(), count) });
const comparedShare = z.object({ n: count, authors: count, tooFew: z.boolean(), share: estimate.nullable() });
const comparison = z.object({ seconds: z.number(), first: comparedShare, second: comparedShare, difference: estimate.nullable() });

/** Which messages a number of the view of answers stands for. */
export const ANSWER_SETS = ['care', 'answer', 'deflect', 'template', 'thanked', 'resolved', 'reopened', 'answered', 'criticism', 'praise', 'first-page', 'vanished', 'still-there', 'not-re-exported'] as const;

/** Picks those messages: of the quality sets with one intent, of criticism and praise answered or not, of the first page one place, of the traced ones criticism alone. */
export const answerSelectionSchema = z.strictObject({
  set: z.enum(ANSWER_SETS),
  intent: z.enum(INTENTS).optional(),
  /** Local quarter of the answer, `2025-Q3`. */
  quarter: z.string().max(10).optional(),
  answered: z.boolean().optional(),
  /** Leaves out what was written after an answer in the same conversation. */
  openingOnly: z.boolean().optional(),
  container: z.string().max(500).optional(),
  network: z.string().max(100).optional(),
  criticismOnly: z.boolean().optional(),
});
export type AnswerSelection = z.infer<typeof answerSelectionSchema>;

/** Which open requests, and in what order. */
const backlogShape = {
  ...scopeShape, ...responseRuleShape,
  /** Requests of one kind. */
  intent: z.enum(INTENTS).optional(),
  container: z.string().max(500).optional(),
  /** Also those whose answer could not be seen in the data. */
  unseen: z.boolean().default(false),
  /** `importance`: the asker's created points in the last 365 days, then age. */
  orderBy: z.enum(['importance', 'age', 'probability']).default('importance'),
};

/** Answers and open requests: how good answers are, whom criticism meets, what stands open, and against what it may be held. */
export const answerOperations = {
  'response.quality': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...responseRuleShape, ...horizonShape }),
    output: z.object({
      horizonSeconds: z.number(),
      /** Under the key `all`, then by intent: a request with several counts in each. */
      groups: z.array(z.object({ key: z.string(), ...qualityShape })),
      /** First answers by the quarter in which they were given, in the project's zone. */
      quarters: z.array(z.object({ key: z.string(), startMs: z.number(), endMs: z.number(), n: count, tooFew: z.boolean(), deflect: countedShare.nullable(), template: countedShare.nullable() })),
      /** The mean usually published beside the honest one, and the two parts of the difference. Seconds. */
      published: z.object({
        n: count, tooFew: z.boolean(), publishedSeconds: nullableNumber, honestSeconds: nullableNumber, answers: count.nullable(), late: count.nullable(), silent: count.nullable(), young: count.nullable(),
        cappedSeconds: nullableNumber, silenceSeconds: nullableNumber,
      }),
    }),
  },
  'response.criticism': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, seed: count.optional() }),
    output: z.object({
      draws: count,
      /** Over all messages addressed to the brand, and over those that were not written after an answer in the same conversation. `difference`: criticism minus praise. */
      all: z.object({ criticism: side, praise: side, difference: estimate.nullable() }),
      opening: z.object({ criticism: side, praise: side, difference: estimate.nullable() }),
      /** Criticism and praise in places or conversations whose answers are not all in the data. */
      unobservable: count, unread: count,
    }),
  },
  'response.firstPage': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, most: count.min(1).max(200).default(20) }),
    output: z.object({
      most: count,
      containers: z.array(z.object({
        container: z.string(), network: z.string(), replies: z.enum(REPLY_COVERAGES).nullable(),
        /** The moment of the data for this place: a visitor's today. */
        endMs: nullableNumber,
        items: count, itemsInAll: count, itemsWithOpen: count, criticism: count,
        /** Null where the answers of the place are not in the data. */
        open: count.nullable(), oldestSeconds: nullableNumber,
      })),
    }),
  },
  'response.vanished': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, seed: count.optional() }),
    output: z.object({
      /** False where no place was exported twice: then nothing can be seen to vanish. */
      comparable: z.boolean(),
      vanished: tracedSide, stillThere: tracedSide, difference: estimate.nullable(),
      /** Outside what the new export covers: counted apart, never taken for vanished. */
      notReExported: count,
      /** Of which the export itself says that the page hid them. */
      hidden: count,
      containers: z.array(z.object({ container: z.string(), network: z.string(), vanished: count, criticism: count, stillThere: count, notReExported: count })),
    }),
  },
  'response.backlog': {
    kind: 'read',
    input: z.strictObject({ ...backlogShape, ...pageShape }),
    output: z.object({
      /** `open` counts them before a kind and a place were chosen. */
      total: count, open: count,
      /** The same list with silence and nods apart, and those whose answer could not be seen, which are in it only when asked for. */
      silence: count, nods: count, unseen: count,
      /** Open requests by kind and by place, whatever kind and place were chosen. */
      intents: z.array(z.object({ intent: z.enum(INTENTS), n: count })),
      containers: z.array(z.object({ container: z.string(), network: z.string(), n: count })),
      /** Share of a list of one kind that is expected to be of it: precision of the reading on the checked sample; null without a check or without one kind. */
      expectedRight: z.object({ share: z.number(), low: nullableNumber, high: nullableNumber, n: count }).nullable(),
      requests: z.array(z.object({
        messageId: count, nativeId: z.string(), network: z.string(), container: z.string().nullable(), accountId: count.nullable(), authorName: z.string().nullable(), text: z.string().nullable(),
        atMs: nullableNumber, waitedSeconds: nullableNumber, /** The time is counted back from a rough age. */ approximate: z.boolean(), outcome: z.enum(['silence', 'nod']), intents: z.array(z.enum(INTENTS)),
        /** Of the chosen kind, else of the likeliest; null where the reader gave none. */
        probability: nullableNumber,
        /** Created by the asker in the last 365 days; null without a known author. */
        points: nullableNumber,
        /** Other people who replied to it, and whether one of them is seen to have answered it. */
        peers: count, peerFirst: z.boolean(), reopened: z.boolean(), observable: z.boolean(),
      })),
    }),
  },
  'response.backlogTable': {
    kind: 'read',
    input: z.strictObject({ ...backlogShape, separator: z.enum([',', ';']).default(',') }),
    output: z.object({ fileName: z.string(), text: z.string(), rows: count, total: count }),
  },
  'response.benchmarks': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...responseRuleShape, seed: count.optional() }),
    output: z.object({
      draws: count,
      /** The own past. `reason` says why there is no comparison; places that are not in both periods stay out. */
      past: z.object({
        reason: z.enum(['no-requests', 'no-earlier-data']).nullable(), chosen: z.boolean(),
        nowFromMs: nullableNumber, nowToMs: nullableNumber, beforeFromMs: nullableNumber, dataFromMs: nullableNumber,
        comparisons: z.array(comparison),
        leftOut: z.array(z.object({ place: z.string(), period: z.enum(['now', 'before']), n: count })),
      }),
      published: z.array(z.object({ id: z.string(), source: z.string(), year: count, share: z.number(), answered: count.nullable(), n: count.nullable() })),
      /** Other brands of the project, each against the own one on what was imported for all and is equally complete. `first` is the own brand. */
      brands: z.object({
        reason: z.enum(['no-own-brand', 'one-brand', 'nothing-shared']).nullable(),
        cells: z.array(z.object({ network: z.string(), kind: z.string(), fromMonth: z.string(), toMonth: z.string() })),
        leftOut: z.array(z.object({ brand: z.string(), reason: z.enum(['smaller-brand', 'times-not-known', 'network-not-shared', 'replies-missing', 'kind-not-shared', 'months-not-shared']), network: z.string(), kind: z.string().nullable(), messages: count })),
        peopleAtTwo: count,
        rivals: z.array(z.object({ brand: z.string(), comparisons: z.array(comparison) })),
      }),
    }),
  },
} as const;
