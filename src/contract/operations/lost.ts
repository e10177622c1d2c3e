import { z } from 'zod';
import { BEST_ANSWER_REASONS } from '../../domain/model/topic.ts';
import { DEPARTMENT_RULES, DEPARTMENTS, JOURNEY_STEPS, MERGED_KINDS, PIECE_KINDS, PIECE_STATES, ROUTE_STATES, UNSEEN_REASONS } from '../../domain/model/value-piece.ts';
import { HEARINGS } from '../../domain/model/hearing.ts';
import { INTENTS } from '../../domain/model/codes.ts';
import { countedShareSchema } from '../counted-shapes.ts';
import { pageShape, scopeShape } from '../selection.ts';
import { wrongShareSchema } from './check.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const moment = z.number().int().nullable();
const kind = z.enum(PIECE_KINDS);
const merged = z.enum(MERGED_KINDS);
const department = z.enum(DEPARTMENTS);
const routeState = z.enum(ROUTE_STATES);
const share = z.object({ count, n: count, share: nullableNumber, low: nullableNumber, high: nullableNumber });

/** Which pieces; lists are any-of, empty ones no restriction. */
const pieceChoiceShape = {
  kinds: z.array(kind).max(PIECE_KINDS.length).default([]),
  states: z.array(z.enum(PIECE_STATES)).max(PIECE_STATES.length).default([]),
  departments: z.array(department).max(DEPARTMENTS.length).default([]),
  group: z.string().max(64).optional(),
  routed: z.boolean().optional(),
  /** Of a group that holds a route, one piece stands for all. */
  once: z.boolean().default(false),
};
const PIECE_ORDERS = ['points', 'age', 'newest', 'sure', 'due'] as const;
const GROUP_ORDERS = ['requesters', 'lost', 'latest'] as const;
const QUESTION_SHOWS = ['kept', 'dropped', 'all'] as const;

/** A route by hand: owner, due date, how far it has come; `scope` = held by the piece itself or by its group. */
const routeSchema = z.object({ scope: z.enum(['piece', 'group']), owner: z.string(), dueMs: moment, state: routeState, note: z.string(), atMs: z.number() });
/** Where something goes: by hand, or as proposed by a rule, with the words that decided. */
const departmentShape = { department, byHand: z.boolean() };
const subject = z.strictObject({ messageId: count, piece: kind, scope: z.enum(['piece', 'group']).default('piece') });
const changed = z.object({ changed: count, dataVersion: count });

const answerSchema = z.object({ messageId: count, text: z.string(), authorName: z.string().nullable(), byBrand: z.boolean(), atMs: nullableNumber });

/** Value lost and found: pieces of value with what became of them, ideas that ask the same, questions with their best answers, and where all of it goes. */
export const lostOperations = {
  /** How many pieces of each kind are lost, of those whose fate the data show; departments; what cannot be seen, by place. */
  'lost.summary': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      kinds: z.array(z.object({
        kind,
        /** Lost of those whose fate the data show and that were watched at least seven days. */
        lost: share, authors: count, found: count, answered: count, thanked: count, reused: count, adopted: count, waiting: count, unseen: count,
        /** Share of the kind's pieces that rests on a wrong label; null for kinds that rest on none. */
        reading: wrongShareSchema.nullable(),
      })),
      unseen: z.array(z.object({ container: z.string().nullable(), network: z.string(), reason: z.enum(UNSEEN_REASONS), pieces: count })),
      /** Requests by department, each request once. */
      departments: z.array(z.object({ department, requests: share, byHand: count })),
      routed: count,
      /** Independent requesters after whom the clock of a demand starts. */
      requesters: count,
      /** Days without a sign after which a piece counts as lost. */
      lostAfterDays: count,
    }),
  },
  /** Of the requests for each department, how many it hears: answered, or entered in the register. `untold`: no answers in the data, or watched for too short. */
  'lost.hearing': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      watchedDays: count,
      /** The department that hears least against the one that hears most; `clear` where their intervals do not meet. */
      least: z.object({ state: z.enum(['clear', 'not-clear', 'too-few']), least: department.nullable(), most: department.nullable() }),
      departments: z.array(z.object({
        department, said: count, people: count, /** Null limits under thirty requests or ten people. */ heard: countedShareSchema, kinds: z.array(z.object({ intent: z.enum(INTENTS), said: count })),
        outcomes: z.array(z.object({ hearing: z.enum(HEARINGS), n: count, /** Null where there are more than two thousand. */ messageIds: z.array(count).nullable() })),
      })),
    }),
  },
  'lost.pieces': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...pieceChoiceShape, ...pageShape, orderBy: z.enum(PIECE_ORDERS).default('points') }),
    output: z.object({
      total: count,
      pieces: z.array(z.object({
        messageId: count, nativeId: z.string(), network: z.string(), container: z.string().nullable(), brand: z.string().nullable(), kind, accountId: count.nullable(), authorName: z.string().nullable(),
        /** Points that the author created in the year before the end of the data. */
        authorPoints: z.number(), atMs: nullableNumber, text: z.string(), state: z.enum(PIECE_STATES), unseen: z.enum(UNSEEN_REASONS).nullable(), probability: nullableNumber,
        group: z.object({ id: z.string(), pieces: count }).nullable(),
        ...departmentShape, proposed: department, rule: z.enum(DEPARTMENT_RULES), words: z.array(z.string()),
        route: routeSchema.nullable(),
      })),
    }),
  },
  /** Ideas or faults that ask the same, with how many independent people ask; one piece alone is a group as well. */
  'lost.groups': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, kind: merged.default('idea'), least: z.number().int().min(0).max(1000).default(0), ...pageShape, orderBy: z.enum(GROUP_ORDERS).default('requesters') }),
    output: z.object({
      total: count,
      groups: z.array(z.object({
        id: z.string(), kind, brand: z.string().nullable(), text: z.string(), typicalId: count, pieces: count, requesters: count, people: count,
        /** Pieces whose author is not known: they count for nobody. */
        unnamed: count, lost: count, waiting: count, unseen: count, firstMs: nullableNumber, lastMs: nullableNumber,
        /** Its messages in order of time, at most a thousand. */
        messageIds: z.array(count),
        ...departmentShape, route: routeSchema.nullable(),
      })),
    }),
  },
  /** Groups that may ask the same as one: fewer words in common than joins them by rule. */
  'lost.alike': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, kind: merged, messageId: count }),
    output: z.object({ groups: z.array(z.object({ id: z.string(), messageId: count, text: z.string(), pieces: count, likeness: z.number() })), members: z.array(z.object({ messageId: count, text: z.string(), authorName: z.string().nullable(), atMs: nullableNumber })) }),
  },
  /** Questions that recur with the answer worth giving again, by rule or by hand. */
  'lost.questions': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, show: z.enum(QUESTION_SHOWS).default('kept'), ...pageShape, orderBy: z.enum(['people', 'latest', 'unanswered']).default('people') }),
    output: z.object({
      total: count, dropped: count,
      questions: z.array(z.object({
        id: z.string(), brand: z.string().nullable(), text: z.string(), typicalId: count.nullable(), messages: count, people: count, firstMs: nullableNumber, lastMs: nullableNumber,
        /** Of `n` requests whose answers the data can show. */
        answers: z.object({ n: count, inPublic: count, sentToPrivate: count, unobservable: count }),
        kept: z.boolean(),
        /** An answer that a person wrote for it; empty where none. */
        official: z.string(),
        best: answerSchema.extend({ reason: z.enum([...BEST_ANSWER_REASONS, 'chosen']), again: count, byOthers: count, askersAfter: count.nullable() }).nullable(),
      })),
    }),
  },
  /** The answers given in public to one question, one of each wording, those given most often first. */
  'lost.answers': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, topic: z.string().max(64) }),
    output: z.object({ answers: z.array(answerSchema.extend({ times: count, thanked: z.boolean() })) }),
  },
  /** How long demands of several independent people take to a reply, an entry, a change and the word back. */
  'lost.times': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      requesters: count, demands: count, leastDemands: count,
      /** Demands in places where no reply can be seen: left out. */
      unseen: count,
      steps: z.array(z.object({ step: z.enum(JOURNEY_STEPS), n: count, reached: count, tooFew: z.boolean(), medianSeconds: nullableNumber, low: nullableNumber, high: nullableNumber, longestSeconds: nullableNumber })),
      /** The demands, the latest first, at most a hundred. */
      list: z.array(z.object({ id: z.string(), kind, text: z.string(), typicalId: count, fromMs: z.number(), requesters: count, replyMs: nullableNumber, collectedMs: nullableNumber, doneMs: nullableNumber, toldBackMs: nullableNumber })),
    }),
  },
  /** Faults that a person declared fixed, the latest first, with the people who report each before and after, beside all other faults: associated with the fix, not caused by it. */
  'lost.fixes': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      declared: count, windowDays: count, leastDays: count, leastPeople: count,
      /** At most fifty; `short`: fewer than `leastDays` days of data on a side; the ratio is of ratios, null where nothing is compared. */
      fixes: z.array(z.object({
        id: z.string(), text: z.string(), typicalId: count, fixMs: z.number(), state: z.enum(['fewer', 'more', 'not-clear', 'too-few', 'short']), days: count,
        before: count, after: count, othersBefore: count, othersAfter: count, ratio: nullableNumber, low: nullableNumber, high: nullableNumber, messageIds: z.array(count),
      })),
    }),
  },
  /** What a person did with one piece or group: each state with its time. */
  'lost.history': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, messageId: count, piece: kind }),
    output: z.object({ routes: z.array(routeSchema.extend({ department: department.nullable(), steps: z.array(z.object({ state: routeState, atMs: z.number() })) })) }),
  },
  /** A list as a table for a spreadsheet, or the questions with their answers as text to paste. */
  'lost.table': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...pieceChoiceShape, list: z.enum(['pieces', 'groups', 'questions', 'routed']), kind: merged.default('idea'), format: z.enum(['csv', 'text']).default('csv'), separator: z.enum([',', ';']).default(','), language: z.enum(['it', 'en']).default('en') }),
    output: z.object({ fileName: z.string(), text: z.string(), rows: count, total: count }),
  },
  /** Sends pieces or groups somewhere, or moves them on; what is left out stays. One change, undoable. `clear` gives them back to the proposal. */
  'lost.route': {
    kind: 'command',
    input: z.strictObject({
      subjects: z.array(subject).min(1).max(1000), department: department.nullable().optional(), owner: z.string().max(200).optional(), dueMs: z.number().int().nullable().optional(), state: routeState.optional(),
      /** When the state was reached; now when left out. */
      stateAtMs: z.number().int().optional(), note: z.string().max(2000).optional(), clear: z.boolean().default(false),
    }),
    output: changed,
  },
  /** Joins the groups of two pieces, or takes the first out of the group of the second. One change, undoable. */
  'lost.regroup': { kind: 'command', input: z.strictObject({ piece: merged, messageId: count, otherId: count, together: z.boolean() }), output: changed },
  /** What to keep of a question that recurs: whether at all, an answer in one's own words, another answer as the best; null takes the choice back. One change, undoable. */
  'lost.question': { kind: 'command', input: z.strictObject({ topic: z.string().max(64), kept: z.boolean().optional(), text: z.string().max(5000).optional(), answerId: count.nullable().optional() }), output: changed },
  /** After how many independent requesters the clock of a demand starts. One change, undoable. */
  'lost.setRequesters': { kind: 'command', input: z.strictObject({ requesters: z.number().int().min(2).max(100) }), output: changed },
} as const;
