import { z } from 'zod';
import { INTENTS, MESSAGE_KINDS, SENTIMENTS, TIME_PRECISIONS } from '../../domain/model/codes.ts';
import { fileHandleSchema } from './project.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const score = z.object({ estimate: nullableNumber, low: nullableNumber, high: nullableNumber });

/** Scores of a way of reading on the random sample, weighted so that they speak of all read messages. */
const scoresSchema = z.object({
  n: count, accuracy: score, kappa: score, macroF1: score,
  labels: z.array(z.object({ code: z.string(), n: count, said: count, tooFew: z.boolean(), precision: score, recall: score, f1: score })),
});

const differenceSchema = z.object({ labels: z.array(z.string()), before: z.number(), after: z.number(), difference: z.number(), low: z.number(), high: z.number() });
const effectSchema = z.object({ intents: differenceSchema.nullable(), sentiments: differenceSchema.nullable() });
const originCounts = z.object({ correction: count, sample: count, proposal: count, file: count });

const layerCardSchema = z.object({
  version: count, atMs: z.number(), readerVersion: z.string(),
  /** Labels by hand it was trained on, by how they came about. */
  labels: originCounts,
  /** Which labels it moves: a group whose score it would lower is left as it is. */
  groups: z.object({ intents: z.boolean(), sentiments: z.boolean() }),
  words: count,
  /** Cross-fitted mean F1 without and with it on the random sample, when it was made; null where too few were checked. */
  effect: effectSchema,
});

/** How far the check of the reading has come: the same everywhere. */
export const checkStatusSchema = z.object({
  /** The reading is checked on these data: enough of the random sample is labelled. */
  checked: z.boolean(),
  drawn: count, labelled: count, skipped: count,
  /** Drawn, but no longer in the project, or without their text. */
  missing: count,
  left: count,
  /** Labels of the sample from which the reading counts as checked, scores are given, and figures are corrected. */
  neededToCheck: count, neededToScore: count, neededToCorrect: count,
  /** Null before the first draw. */
  draw: z.object({ seed: count, population: count, atMs: z.number() }).nullable(),
  /** Messages that a draw would be made from today; null where it is not counted: after each label. */
  population: count.nullable(),
  labels: originCounts,
  /** The layer of the project's own that holds; null where the model reads alone. */
  layerVersion: count.nullable(),
});

const neighbourSchema = z.object({ text: z.string().nullable(), authorName: z.string().nullable(), voice: z.boolean() });

/** A message to be labelled: never with what the reader says of it. */
const toLabelSchema = z.object({
  /** Place in the sample; null for a message that was not drawn. */
  position: count.nullable(),
  messageId: count, text: z.string(), language: z.string().nullable(), network: z.string(), container: z.string().nullable(), kind: z.enum(MESSAGE_KINDS),
  authorName: z.string().nullable(), atMs: nullableNumber, precision: z.enum(TIME_PRECISIONS),
  /** What it replies to, or the post it stands under. */
  parent: neighbourSchema.nullable(),
  /** What the person at work said of it before. */
  label: z.object({ intents: z.array(z.enum(INTENTS)), sentiment: z.enum(SENTIMENTS).nullable() }).nullable(),
  skipped: z.boolean(),
});

/** Share of what rests on a label of the reader that is expected to be wrong, from the random sample. */
export const wrongShareSchema = z.object({
  /** Messages of the sample that the reader gave the label. */
  n: count,
  estimate: nullableNumber, low: nullableNumber, high: nullableNumber,
  /** Null when the share is given. */
  reason: z.enum(['not-drawn', 'few-checked', 'few-of-label']).nullable(),
});

/** Why figures are not corrected for what the reader mistakes, or that they are. */
export const correctionSchema = z.object({
  available: z.boolean(), reason: z.enum(['not-drawn', 'few-checked', 'other-rule', 'other-grouping']).nullable(), labelled: count, needed: count,
});

/** Why a single figure is not corrected for what the reader mistakes; null where it is, and where it rests on no label. `few-cases`: not every data set carries the figure. */
export const uncorrectedSchema = z.enum(['not-drawn', 'few-checked', 'few-of-label', 'label-filter', 'few-cases']).nullable();

const pooledSchema = z.object({
  estimate: z.number(), low: z.number(), high: z.number(),
  /** Share of the variance that comes from not knowing the true labels. */
  addedShare: z.number(),
});
/** A figure over completed data sets. */
export const pooledFigureSchema = pooledSchema.nullable();

/** The user's own truth: a random sample to check the reading with, its scores, what corrections teach, labels in and out. */
export const checkOperations = {
  /** How far the check has come. */
  'reading.status': { kind: 'read', input: z.strictObject({}), output: checkStatusSchema },
  /** Draws the sample, more of rare labels, weights kept. Only `again` draws anew; labels given stay and train, and count again where drawn again. Undoable. */
  'check.draw': {
    kind: 'command',
    input: z.strictObject({ size: count.min(20).max(2000).default(200), seed: count.default(1), again: z.boolean().default(false) }),
    output: z.object({ status: checkStatusSchema, dataVersion: count }),
  },
  /**
   * Messages to label, blind. Of the sample: from a position on, or the next that are neither labelled nor set aside (`skipped`:
   * those set aside); or the given messages, in their order.
   */
  'check.next': {
    kind: 'read',
    input: z.strictObject({ fromPosition: count.optional(), skipped: z.boolean().default(false), messageIds: z.array(count).max(200).optional(), size: count.min(1).max(50).default(10) }),
    output: z.object({ messages: z.array(toLabelSchema), status: checkStatusSchema }),
  },
  /** What a person says of a message of the sample, or of a proposed one. Wins over the reader; undoable. */
  'check.label': {
    kind: 'command',
    input: z.strictObject({ messageId: count, intents: z.array(z.enum(INTENTS)).min(1).max(INTENTS.length), sentiment: z.enum(SENTIMENTS).nullable().default(null), origin: z.enum(['sample', 'proposal']).default('sample') }),
    output: z.object({ status: checkStatusSchema, dataVersion: count }),
  },
  /** Sets a message of the sample aside as undecidable, or takes it back in. Counted; undoable. */
  'check.skip': { kind: 'command', input: z.strictObject({ messageId: count, skipped: z.boolean().default(true) }), output: z.object({ status: checkStatusSchema, dataVersion: count }) },
  /** Scores of the reading from the random sample alone, cross-fitted where corrections take part. */
  'check.scores': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({
      status: checkStatusSchema,
      /** Share of all read messages whose kind holds a checked one. */
      covered: z.number(),
      /** Labelled messages of the sample that are not read today. */
      unread: count,
      /** Whether `scores` are those of the reader with the project's layer, or alone. */
      adapted: z.boolean(),
      scores: z.array(z.object({ language: z.enum(['all', 'it', 'en']), intents: scoresSchema, sentiments: scoresSchema })),
      /** What the reader alone reaches and what a layer from today's labels would; cross-fitted both. */
      effect: effectSchema,
      /** A layer is offered: it does not lower the mean F1 of intents or of tones, or nothing can be measured yet. */
      offered: z.boolean(),
      /** Messages behind each pair of what the reader said first and what the person said first. */
      confusion: z.object({
        intents: z.array(z.object({ said: z.enum(INTENTS), truth: z.enum(INTENTS), n: count, share: z.number(), messageIds: z.array(count) })),
        sentiments: z.array(z.object({ said: z.enum(SENTIMENTS), truth: z.enum(SENTIMENTS), n: count, share: z.number(), messageIds: z.array(count) })),
      }),
    }),
  },
  /** Messages whose label would teach most: the reader hesitates between two, no near-copies, languages and pairs in turn. */
  'check.proposals': {
    kind: 'read',
    input: z.strictObject({ size: count.min(1).max(200).default(50) }),
    output: z.object({
      /** Messages without a label by hand in which the two likeliest intents are close. */
      hesitant: count,
      messages: z.array(z.object({ messageId: count, language: z.string(), first: z.enum(INTENTS), second: z.enum(INTENTS), margin: z.number(), text: z.string() })),
    }),
  },
  /** The layer that holds with its card, and all versions. */
  'reading.layer': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({ card: layerCardSchema.nullable(), versions: z.array(z.object({ version: count, atMs: z.number(), takenBack: z.boolean(), labels: count })), neededLabels: count, usableLabels: count }),
  },
  /** Trains a layer over the model from all labels by hand and reads with it from the next analysis on; undoable. Nothing is kept when the check shows that it would lower the scores. */
  'reading.adapt': {
    kind: 'command',
    input: z.strictObject({}),
    output: z.object({ kept: z.boolean(), reason: z.enum(['lowers', 'few-labels', 'same']).nullable(), card: layerCardSchema.nullable(), dataVersion: count }),
  },
  /** Takes the layer back: the model reads alone again. Undoable. */
  'reading.dropLayer': { kind: 'command', input: z.strictObject({}), output: z.object({ dropped: z.array(count), dataVersion: count }) },
  /**
   * Labels from a table: by what the source calls a message (with network and kind where that is not enough) or by its text.
   * All rows or none; `dryRun` only says what would come. Labels of the random sample stand. One change, undoable.
   */
  'labels.importFile': {
    kind: 'command',
    input: z.strictObject({ file: fileHandleSchema, dryRun: z.boolean().default(false), /** Rows of messages that are not in the project are left out instead of stopping all. */ skipUnknown: z.boolean().default(false) }),
    output: z.object({
      imported: z.boolean(), rows: count,
      /** Messages whose label changes, is the same already, or stands because it belongs to the check. */
      changed: count, same: count, standing: count,
      /** Rows whose message is not in the project. */
      unknown: count,
      /** At most a hundred, in the order of the rows; `row` counts from 1, the header included. */
      errors: z.array(z.object({ row: count, code: z.enum(['unknown-message', 'ambiguous-message', 'no-key', 'no-label', 'unknown-label', 'other-direction', 'unknown-network', 'unknown-kind', 'contradiction']), detail: z.string() })),
      errorCount: count,
      dataVersion: count,
    }),
  },
  /** All labels by hand as CSV, by what the sources call the messages, without any text: another copy of the project takes it in. */
  'labels.export': { kind: 'read', input: z.strictObject({ separator: z.enum([',', ';']).default(';') }), output: z.object({ fileName: z.string(), text: z.string(), labels: count }) },
} as const;

