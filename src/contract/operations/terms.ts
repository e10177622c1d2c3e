import { z } from 'zod';
import { BEST_ANSWER_REASONS, TOPIC_KINDS } from '../../domain/model/topic.ts';
import { countedShareSchema } from '../counted-shapes.ts';
import { filtersSchema, pageShape, scopeShape } from '../selection.ts';
import { tribeFaceShape } from './tribes.ts';

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

/** A word that one side used before the other. Brand uses are days; people count once, at their first use. */
const borrowedSchema = z.object({
  key: z.string(), term: z.string(), words: z.union([z.literal(1), z.literal(2)]), q: z.number(),
  people: count, /** People who used it before the brand's first day. */ peopleBefore: count, brandDays: count, /** The brand's days before anybody's first. */ brandBefore: count,
  /** The days of first use, noon UTC. */
  firstPeopleMs: z.number(), firstBrandMs: z.number(), /** First uses of the people before the brand. */ messageIds: z.array(count), /** One message a day; of a word that the brand used first, those before people. */ brandMessageIds: z.array(count),
  /** Tribes by role and interests with five and more of those people, at most two. */
  tribes: z.array(z.object({ id: z.string(), lens: z.enum(['value', 'roles', 'interests', 'communities']), name: z.string(), ...tribeFaceShape, people: count })),
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
  /** Words that people used before the brand took them up, and those the brand used first, against chance; filters choose the people, period, network and place the brand's texts too. */
  'terms.borrowed': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, language: z.enum(TERM_LANGUAGES).optional(), limit: z.number().int().min(1).max(100).default(12) }),
    output: z.object({
      brand: z.string().nullable(), language: z.enum(TERM_LANGUAGES).nullable(), languages: z.array(z.object({ language: z.enum(TERM_LANGUAGES), messages: count })),
      /** Set where one side has too little for a list. */
      tooFew: z.enum(['people', 'brand']).nullable(), leastPeople: count, leastBrandDays: count, people: count, brandMessages: count, brandDays: count,
      /** True where the brand wrote more than is read: the earliest texts are. */
      isCut: z.boolean(),
      /** Words that both use and of which an order could be told; the share of them that the brand took up from people. */
      tested: count, index: countedShareSchema, borrowed: z.array(borrowedSchema), lent: z.array(borrowedSchema),
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
