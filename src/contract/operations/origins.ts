import { z } from 'zod';
import { ORIGIN_DEMANDS, ORIGIN_SIDES, ORIGIN_VERDICTS } from '../../domain/model/origin-code.ts';
import { PIECE_KINDS } from '../../domain/model/value-piece.ts';
import { pageShape, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const moment = count.nullable();
const countedShare = z.object({ k: count, n: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber });
/** A share with what dealt dates give: mean, and where 95 % of the deals lie. */
const originShare = countedShare.extend({ chance: z.object({ mean: z.number(), low: z.number(), high: z.number() }).nullable() });
const side = z.enum(ORIGIN_SIDES);
const verdict = z.enum(ORIGIN_VERDICTS).nullable();
const seed = count.optional();
const changed = z.object({ changed: count });

const personSchema = z.object({ accountId: count, name: z.string().nullable(), atMs: count, messageId: count });
const demandSchema = z.object({
  /** Its first message; the demand is named by it. */
  messageId: count, text: z.string(), likeness: nullableNumber,
  /** Expected share of chance among pairs at least this alike; null where a person said so. */
  q: nullableNumber,
  verdict, people: count, firstMs: count,
  /** Its messages in order of time, at most 200. */
  messageIds: z.array(count),
});

/** Who said it first: what a brand announced, held against what people had asked for, and what a person says of the pairs. */
export const originOperations = {
  'value.origins': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...pageShape, size: z.number().int().min(1).max(100).default(10), of: z.enum(ORIGIN_DEMANDS).default('needs'), side: side.optional(), seed }),
    output: z.object({
      /** Announcements, those nearly word for word the same as one; `copies` more say the same again. */
      announcements: count, copies: count, demands: count, pieces: count, people: count,
      /** Whether older announcements, or pieces, lie beyond the `most` that are compared. */
      leftOut: z.object({ announcements: z.boolean(), pieces: z.boolean() }), most: z.object({ announcements: count, pieces: count }),
      /** Too few of either for chance to be told: only what a person said counts. */
      tooFew: z.boolean(), least: count, lookBackDays: count,
      sides: z.record(side, count),
      /** Asked for before by anybody, and by at least `requesters` independent people. */
      share: originShare, consistent: originShare.extend({ requesters: count }),
      /** Pairs taken by rule, how many of them chance would give, and what people said. */
      matched: z.object({ pairs: count, expected: z.number(), same: count, different: count }),
      /** People who asked before an announcement, those of most announcements first, at most twenty; `first` = they were the first. */
      credits: z.array(z.object({ accountId: count, name: z.string().nullable(), announcements: count, first: count, messageIds: z.array(count) })),
      total: count,
      list: z.array(z.object({
        messageId: count, text: z.string(), atMs: count, network: z.string(), container: z.string().nullable(), copies: z.array(count), side,
        before: count, after: count, firstMs: moment,
        /** The first who asked before, at most five. */
        people: z.array(personSchema),
        demands: z.array(demandSchema),
        /** The demands most like it that were not taken, at most three. */
        candidates: z.array(demandSchema),
      })),
    }),
  },
  /** Says that an announcement and a demand are about the same, or are not; null takes the word back. It rules over the match, is kept by content and is one change, undoable. */
  'value.judgeOrigin': { kind: 'command', input: z.strictObject({ announcementId: count, demandId: count, verdict }), output: changed },
  /** The demands that enough independent people made, each with when every step was taken and who was told. */
  'value.changes': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...pageShape, size: z.number().int().min(1).max(100).default(10), only: z.enum(['all', 'changed']).default('all') }),
    output: z.object({
      requesters: count, demands: count, declared: count,
      /** Demands where no reply can be seen: left out. */
      unseen: count,
      /** Of the people who asked for what was changed, those who were told. */
      told: countedShare,
      total: count,
      list: z.array(z.object({
        id: z.string(), kind: z.enum(PIECE_KINDS), text: z.string(), typicalId: count, messageIds: z.array(count),
        firstMs: count, fromMs: count, requesters: count, watchedMs: count,
        replyMs: moment, collectedMs: moment, assessedMs: moment, doneMs: moment, toldBackMs: moment,
        /** Null until a change is declared. Of those who asked before it: `seen` = the brand answered them after the change, `byHand` = a person says so. `after` asked for the first time when it was made already. */
        told: z.object({ n: count, k: count, after: count, seen: count, byHand: count, seenIds: z.array(count), untold: z.array(z.object({ messageId: count, name: z.string().nullable() })) }).nullable(),
        youSaid: z.string(), weDid: z.string(),
      })),
    }),
  },
  /** Says of requesters, each named by their message, that they were told of the change, or takes that back. One change, undoable. */
  'value.tellBack': { kind: 'command', input: z.strictObject({ messageIds: z.array(count).min(1).max(1000), told: z.boolean() }), output: changed },
  /** What people asked for and what was done, in words that a person wrote; only declared changes, and only wordings that lead to nobody are `shown`. */
  'value.saidDid': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      declared: count,
      changes: z.array(z.object({ id: z.string(), typicalId: count, youSaid: z.string(), weDid: z.string(), doneMs: count, requesters: count, told: z.object({ k: count, n: count }), state: z.enum(['shown', 'leads']) })),
    }),
  },
  /** Writes what people asked for and what was done about a declared change; both empty take it away. A wording that still leads to somebody is refused. One change, undoable. */
  'value.writeSaidDid': { kind: 'command', input: z.strictObject({ messageId: count, youSaid: z.string().max(300), weDid: z.string().max(300) }), output: changed },
} as const;
