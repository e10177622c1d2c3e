import { z } from 'zod';
import { ACTS, INTENTS, MESSAGE_KINDS, OUTCOMES, SENTIMENTS, TEXT_KINDS, TIME_PRECISIONS } from '../../domain/model/codes.ts';
import { answerSelectionSchema } from './answers.ts';
import { filtersSchema, mapBoxSchema, pageShape, requestSelectionShape, responseRuleShape, scopeShape } from '../selection.ts';

const count = z.number().int();

/** A message with its labels as rooms show it; times UTC ms, waits in seconds. */
export const messageRowSchema = z.object({
  messageId: count, nativeId: z.string(), network: z.string(), container: z.string().nullable(), brand: z.string().nullable(), kind: z.enum(MESSAGE_KINDS),
  accountId: count.nullable(), authorName: z.string().nullable(), voice: z.boolean(), atMs: z.number().nullable(), precision: z.enum(TIME_PRECISIONS),
  text: z.string().nullable(), language: z.string().nullable(), intents: z.array(z.enum(INTENTS)), acts: z.array(z.enum(ACTS)), sentiment: z.enum(SENTIMENTS).nullable(),
  rating: z.number().nullable(), likes: count.nullable(), parentId: count.nullable(), rootId: count.nullable(),
  /** Set when the message opens a request of the scope's brand. */
  outcome: z.enum(OUTCOMES).nullable(), waitedSeconds: z.number().nullable(),
  spans: z.array(z.object({ code: z.string(), start: count, end: count })),
  /** What a person decided; null text kind: not read yet. */
  byHand: z.array(z.enum(['intents', 'acts', 'sentiment'])), textKind: z.enum(TEXT_KINDS).nullable(), abstained: z.boolean(), doubt: z.boolean(),
});

/**
 * One way of naming a set of messages, so that any mark or number can be opened: filters, plus one of accounts, a box
 * of the value map, a term or a topic, or the requests of a group. `total` of the reply equals the n shown where the mark stood.
 */
export const messageSelectionShape = {
  ...scopeShape,
  messageIds: z.array(count).max(5000).optional(),
  accountIds: z.array(count).max(5000).optional(),
  box: mapBoxSchema.optional(),
  requests: z.strictObject({ ...requestSelectionShape, ...responseRuleShape }).optional(),
  /** Messages behind a number of the view of answers. */
  answers: answerSelectionSchema.optional(),
  direction: z.enum(['inbound', 'outbound', 'any']).optional(),
  /** A term by its key in `terms.distinctive`: messages by people that hold it. */
  term: z.string().max(200).optional(),
  /** A topic by its id in `topics.list`. */
  topic: z.string().max(64).optional(),
  /** Leaves out what these filters select. */
  except: filtersSchema.optional(),
};

/** Messages, threads, labels by hand, filter choices and definitions. */
export const messageOperations = {
  'messages.list': { kind: 'read', input: z.strictObject({ ...messageSelectionShape, ...pageShape, orderBy: z.enum(['newest', 'oldest']).default('newest') }), output: z.object({ total: count, messages: z.array(messageRowSchema) }) },
  'messages.thread': { kind: 'read', input: z.strictObject({ messageId: count }), output: z.object({ messages: z.array(messageRowSchema) }) },
  /** What a person says of messages wins over the reader; a field left out keeps the reader's word, null takes a decision back. One change, undoable. */
  'labels.set': {
    kind: 'command',
    input: z.strictObject({
      labels: z.array(z.strictObject({ messageId: count, intents: z.array(z.enum(INTENTS)).nullable().optional(), acts: z.array(z.enum(ACTS)).nullable().optional(), sentiment: z.enum(SENTIMENTS).nullable().optional() })).min(1).max(5000),
    }),
    output: z.object({ changed: count, dataVersion: count }),
  },
  'filters.options': {
    kind: 'read',
    input: z.strictObject({ brand: z.string().optional() }),
    output: z.object({
      networks: z.array(z.object({ value: z.string(), messages: count })), containers: z.array(z.object({ value: z.string(), messages: count })),
      languages: z.array(z.object({ value: z.string(), messages: count })), brands: z.array(z.string()), fromMs: z.number().nullable(), toMs: z.number().nullable(),
      /** Tribes that a person named, and found ones by their words; those that their code names are left out. */
      tribes: z.array(z.object({ value: z.string(), name: z.string() })),
    }),
  },
  /** Definitions of every shown number, in the language asked for: the source of the cards, the docs and the method page. */
  'metrics.list': {
    kind: 'read',
    input: z.strictObject({ language: z.enum(['it', 'en']).default('it') }),
    output: z.object({ metrics: z.array(z.object({ id: z.string(), name: z.string(), definition: z.string(), formula: z.string(), unit: z.string(), source: z.string(), limits: z.string(), version: count })) }),
  },
} as const;
