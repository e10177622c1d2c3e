import { z } from 'zod';
import { PROMISE_REASONS, PROMISE_STATES } from '../../domain/model/promise-state.ts';
import { pageShape, scopeShape } from '../selection.ts';
import { pooledFigureSchema, uncorrectedSchema } from './check.ts';
import { amongSchema, trustGroupShape } from './trust-room.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const state = z.enum(PROMISE_STATES);
const counts = z.object({ open: count, kept: count, late: count, broken: count, unverifiable: count });

/** Which promises: of a state, with or without a named time, decided by hand or not. */
const promiseChoiceShape = { state: state.optional(), named: z.boolean().optional(), byHand: z.boolean().optional() };

/** The parts of trust, and the register of promises: found in the brand's messages, followed to an outcome, overruled by hand. Filters select the promising messages; tribes, the person promised to. */
export const trustOperations = {
  'promises.list': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...promiseChoiceShape, ...pageShape, orderBy: z.enum(['newest', 'due']).default('newest') }),
    output: z.object({
      total: count,
      promises: z.array(z.object({
        messageId: count, nativeId: z.string(), network: z.string(), container: z.string().nullable(), brand: z.string().nullable(), accountId: count.nullable(), personName: z.string().nullable(),
        /** The words of the commitment, and where they stand in the message, in UTF-16 units. */
        text: z.string(), start: count, end: count, atMs: z.number(),
        /** The words that name the time, and when it falls due; null where none is named, judged then after seven days. */
        dueText: z.string().nullable(), dueMs: nullableNumber, judgedMs: z.number(),
        /** As it stands: by hand where a person decided, else as derived. */
        state, derivedState: state, reason: z.enum(PROMISE_REASONS), shownMs: nullableNumber, byHand: z.boolean(), note: z.string().nullable(),
        /** The message, and the stretch of it, that the verdict rests on; `text` is the sentence around it. */
        evidence: z.object({ messageId: count, start: count, end: count, atMs: nullableNumber, text: z.string(), byBrand: z.boolean() }).nullable(),
      })),
    }),
  },
  'promises.summary': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      total: count, named: counts, unnamed: counts, byHand: count,
      /** Kept of kept, late and broken, among those that named a time; null from fewer than twenty. Those that cannot be verified stand beside. */
      rate: z.object({ n: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber, tooFew: z.boolean(), reason: z.string().nullable(), unverifiable: count }),
    }),
  },
  /** A verdict by hand on one promise; null takes it back. One change, undoable; nothing has to be analysed again. */
  'promises.decide': {
    kind: 'command',
    input: z.strictObject({ messageId: count, start: count.min(0), state: state.nullable(), note: z.string().max(500).default('') }),
    output: z.object({ state, byHand: z.boolean(), dataVersion: count }),
  },
  'trust.parts': {
    kind: 'read',
    /** `chance` false: reciprocity among people is counted and not held against chance, which takes longest. */
    input: z.strictObject({ ...scopeShape, chance: z.boolean().default(true) }),
    output: z.object({
      tribes: z.array(z.object({
        ...trustGroupShape,
        /** Reciprocity among the people of the group. */
        among: amongSchema,
        parts: z.array(z.object({
          part: z.enum(['promises', 'reciprocity', 'tie-strength', 'care', 'advocacy']), n: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber, tooFew: z.boolean(), reason: z.string().nullable(), beside: z.record(z.string(), z.number().nullable()),
          /** The same corrected for what the reader mistakes; null for parts that rest on no label, and with a reason. */
          corrected: pooledFigureSchema, uncorrected: uncorrectedSchema,
        })),
      })),
    }),
  },
} as const;
