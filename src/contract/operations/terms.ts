import { z } from 'zod';
import { BEST_ANSWER_REASONS, TOPIC_KINDS } from '../../domain/model/topic.ts';
import { filtersSchema, pageShape, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const TERM_LANGUAGES = ['it', 'en'] as const;

/** A term that tells two sets of messages apart, as counts of distinct authors; log odds above 0: more used on the side it is listed for, or in the group. */
const termSchema = z.object({
  /** Names the term in a selection of messages. */
  key: z.string(),
  /** Its commonest spelling. */
  term: z.string(),
  words: z.union([z.literal(1), z.literal(2)]),
  authorsIn: count, authorsOut: count, messagesIn: count, messagesOut: count,
  logOdds: z.number(), low: z.number(), high: z.number(), z: z.number(), q: z.number(),
});

const sideSchema = z.object({ messages: count, authors: count });
const answerSchema = z.object({ messageId: count, text: z.string(), authorName: z.string().nullable(), byBrand: z.boolean(), atMs: nullableNumber, reason: z.enum(BEST_ANSWER_REASONS) });

/** What people write about: terms that tell one group from another, texts that recur, questions that recur. */
export const termOperations = {
  /**
   * Terms of the messages under `filters` against all others of the scope, or against those under `against` that are not
   * among them. One language at a time: the one given, else the group's commonest.
   */
  'terms.distinctive': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, against: filtersSchema.optional(), language: z.enum(TERM_LANGUAGES).optional(), limit: z.number().int().min(1).max(200).default(20) }),
    output: z.object({
      language: z.enum(TERM_LANGUAGES).nullable(),
      /** Messages of the group that have terms, by language. */
      languages: z.array(z.object({ language: z.enum(TERM_LANGUAGES), messages: count })),
      group: sideSchema, rest: sideSchema,
      /** Messages by people in the group whose words are not counted: other languages, no text, author not known, bots. */
      leftOut: count,
      /** Set where one side has too few authors for a list. */
      tooFew: z.enum(['group', 'rest']).nullable(),
      leastAuthors: count,
      tested: count,
      ofGroup: z.array(termSchema), ofRest: z.array(termSchema),
    }),
  },
  /** Texts or questions that recur, over the messages under the filters; questions are those to the scope's brand. */
  'topics.list': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, kind: z.enum(TOPIC_KINDS).default('question'), ...pageShape, orderBy: z.enum(['people', 'messages', 'latest', 'unanswered']).default('people') }),
    output: z.object({
      total: count,
      /** Messages in the topics listed on all pages, and of how many they are a part: requests that ask something; null for copies. */
      grouped: count, asked: count.nullable(),
      topics: z.array(z.object({
        /** Stays the same when data are added; names the topic in a selection of messages. */
        id: z.string(), kind: z.enum(TOPIC_KINDS), brand: z.string().nullable(), label: z.string(), terms: z.array(z.string()),
        messages: count, people: count, firstMs: nullableNumber, lastMs: nullableNumber,
        typical: z.object({ messageId: count, text: z.string() }).nullable(),
        /** Of `n` requests whose answers the data can show; null for copies. */
        answers: z.object({ n: count, inPublic: count, sentToPrivate: count, unobservable: count }).nullable(),
        best: answerSchema.nullable(),
      })),
    }),
  },
} as const;
