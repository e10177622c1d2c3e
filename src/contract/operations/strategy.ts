import { z } from 'zod';
import { FORMATION_LINES } from '../../domain/model/formation-line.ts';
import { ACTIVITIES, CAUSES, DECLARED_MINDSETS, MINDSET_STATEMENTS } from '../../domain/model/strategy-codes.ts';
import { countedShareSchema } from '../counted-shapes.ts';
import { scopeShape } from '../selection.ts';
import { tribeFaceShape } from './tribes.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
/** How many of how many; the share and its limits from 30 cases on. */
const countedShare = z.object({ k: count, n: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber });
const distance = z.object({ estimate: nullableNumber, low: nullableNumber, high: nullableNumber });
const line = z.enum(FORMATION_LINES);
const share = z.number().min(0).max(1);
/** Shares of the lines of the pitch, together 1. */
export const sharesShape = z.strictObject({ presence: share, listening: share, promotion: share, crm: share, 'one-to-one': share, surprise: share });
const range = z.strictObject({ low: z.number().min(0).max(1440), high: z.number().min(0).max(1440) });
const minutes = z.partialRecord(line, range);
const row = z.object({
  line, n: count, formOnly: count, share: nullableNumber, low: nullableNumber, high: nullableNumber,
  /** Share of the handling time, with the bounds that the ranges allow; null without minutes for every line that is played. */
  time: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
});
const seededShape = { ...scopeShape, seed: count.optional() };
const changed = z.object({ changed: z.boolean() });
/** The newest messages behind a number, at most a thousand. */
const messageIds = z.array(count);
const sign = z.object({
  sign: z.string(), share: countedShare.nullable(),
  /** Seconds, for signs that are a time. */
  seconds: nullableNumber,
  /** Why there is no figure. */
  reason: z.enum(['no-answers', 'no-questions', 'too-few', 'nothing-routed', 'no-replies', 'no-posts', 'one-network', 'declared-only', 'no-requests', 'no-ideas']).nullable(),
  messageIds,
});

/** Strategy from the data: how the brand plays, where, in which mind, and why. What people write down themselves are changes that undo takes back. */
export const strategyOperations = {
  /** The brand's messages as a football pitch, beside the line-up that the essay criticises and a target of one's own. */
  'strategy.formation': {
    kind: 'read',
    input: z.strictObject(seededShape),
    output: z.object({
      n: count,
      /** Messages of the brand in other languages or without text: on no line. */
      unread: count, tooFew: z.boolean(),
      rows: z.array(row.extend({ messageIds })),
      networks: z.array(z.object({ network: z.string(), n: count, tooFew: z.boolean(), rows: z.array(row) })),
      criticised: z.object({ shares: sharesShape, distance }),
      target: z.object({ shares: sharesShape, distance }).nullable(),
      minutes,
      /** How long those who enter a contest go on writing after it. Seconds. */
      strikers: z.array(z.object({
        postIds: z.array(count), network: z.string(), startMs: z.number(), endMs: z.number(), entrants: count, tooFew: z.boolean(),
        halfLifeSeconds: nullableNumber, low: nullableNumber, high: nullableNumber, longestSeconds: nullableNumber, neverBack: z.object({ k: count, n: count, share: nullableNumber, low: nullableNumber, high: nullableNumber }), messageIds,
      })),
    }),
  },
  /** Target and minutes of the pitch; null takes the target away. Shares must add up to 1, and a range must not end before it begins. */
  'strategy.setFormation': { kind: 'command', input: z.strictObject({ target: sharesShape.nullable().optional(), minutes: minutes.optional() }), output: changed },
  /** Breadth against depth: over how many networks the brand spreads, and how deep it goes in each. */
  'strategy.breadth': {
    kind: 'read',
    input: z.strictObject({ ...seededShape, abandonedDays: count.min(7).max(365).default(30) }),
    output: z.object({
      n: count, abandonedDays: count,
      effective: z.object({ networks: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber }),
      networks: z.array(z.object({
        network: z.string(), messages: count, posts: count,
        /** Messages of the brand that answer somebody, of all it wrote there. */
        replies: countedShare,
        /** `untimed`: of the requests, those whose times are not exact, which enter no wait. */
        requests: count, untimed: count, tooFew: z.boolean(),
        answeredDay: z.object({ estimate: nullableNumber, low: nullableNumber, high: nullableNumber }),
        turns: nullableNumber,
        lastReplyMs: nullableNumber, lastRequestMs: nullableNumber,
        /** Requests since the last reply, when it lies further back than `abandonedDays`; null where the network is not abandoned or its replies cannot be seen. */
        abandonedRequests: count.nullable(),
        messageIds,
      })),
    }),
  },
  /** Which tribes of a lens ask in which of the brand's places, and how many of their requests are answered within a week. Requests outside the brand's own places stand in one row without a place. */
  'strategy.places': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, lens: z.enum(['value', 'roles', 'interests', 'communities']).default('roles') }),
    output: z.object({
      lens: z.enum(['value', 'roles', 'interests', 'communities']), brand: z.string().nullable(),
      /** Requests watched for a week; `untold`: those watched for less, or of unknown time. */
      requests: count, untold: count, leftTribes: count, leftPlaces: count,
      tribes: z.array(z.object({ id: z.string(), lens: z.enum(['value', 'roles', 'interests', 'communities']), name: z.string(), ...tribeFaceShape, size: count })),
      places: z.array(z.object({
        id: count.nullable(), place: z.string().nullable(), network: z.string().nullable(), requests: count, people: count, answered: countedShareSchema,
        /** `answered` null under five people; `apart`: less or more than all other requests, Holm over the cells that can be told. */
        cells: z.array(z.object({ tribe: z.string(), requests: count, people: count, answered: countedShareSchema.nullable(), apart: z.enum(['less', 'more']).nullable(), messageIds: z.array(count) })),
      })),
    }),
  },
  /** Threads as debates, and whether the brand's posts that ask the audience something become one. Filters choose the first messages; a thread is always whole. */
  'strategy.debates': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      /** Threads of which it can be told; `small`: under five voices; `indexed`: with an index; `debates`: from `least` on. */
      threads: count, small: count, indexed: count, debates: count, least: z.number(),
      /** Threads of places where the data show no answer to a comment, and those of which the source says that comments are missing. */
      unseen: count, cut: count,
      /** The brand's posts that ask, and its others, watched for so many days: how many became a debate. `early`: watched for less, or of unknown time. */
      watchedDays: count, early: count, asked: countedShareSchema, unasked: countedShareSchema, difference: z.object({ estimate: z.number(), low: z.number(), high: z.number() }).nullable(),
      askedIds: z.array(count).nullable(), askedDebateIds: z.array(count).nullable(), debateIds: z.array(count).nullable(),
      /** The threads with the highest index, at most ten. */
      shown: z.array(z.object({
        rootId: count, text: z.string(), network: z.string(), place: z.string().nullable(), author: z.string().nullable(), atMs: nullableNumber, byBrand: z.boolean(), asks: z.boolean(),
        voices: count, messages: count, depth: count, between: z.object({ k: count, n: count }), balance: nullableNumber, index: nullableNumber, isDebate: z.boolean(), messageIds: z.array(count).nullable(),
      })),
    }),
  },
  'strategy.activities': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({ activities: z.array(z.object({ activity: z.enum(ACTIVITIES), share: countedShare.nullable(), reason: sign.shape.reason, messageIds })) }),
  },
  'strategy.causes': { kind: 'read', input: z.strictObject(seededShape), output: z.object({ causes: z.array(z.object({ cause: z.enum(CAUSES), signs: z.array(sign) })) }) },
  /** Eight statements of the old and the new marketing, and dialogue against promotion: observed where the data can, declared where a person did. */
  'strategy.mindset': {
    kind: 'read',
    input: z.strictObject(seededShape),
    output: z.object({
      statements: z.array(z.object({ statement: z.enum(MINDSET_STATEMENTS), side: z.enum(['old', 'new']), figure: sign, declared: z.enum(DECLARED_MINDSETS).nullable(), note: z.string() })),
      /** Share of the brand's messages that are dialogue with somebody; declared by the client between 0 (promotion) and 1 (dialogue). */
      stance: z.object({ observed: countedShare, declared: nullableNumber, note: z.string() }),
    }),
  },
  'strategy.declare': {
    kind: 'command',
    input: z.strictObject({ statement: z.enum([...MINDSET_STATEMENTS, 'stance']), declared: z.enum(DECLARED_MINDSETS).nullable().optional(), stance: share.nullable().optional(), note: z.string().max(1000).default('') }),
    output: changed,
  },
} as const;
