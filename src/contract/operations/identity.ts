import { z } from 'zod';
import { ROLES, ZONES } from '../../domain/model/codes.ts';
import { pageShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();

/** An account as a person judges whether it is somebody: names, what it left, its latest messages. */
export const accountCardSchema = z.object({
  accountId: count, network: z.string(), nativeId: z.string(), handle: z.string().nullable(), name: z.string().nullable(), followers: count.nullable(),
  messages: count, reactions: count, firstMs: nullableNumber, lastMs: nullableNumber, sampleMessageIds: z.array(count),
  /** Leading account of the person it belongs to; null while it stands alone. */
  personId: count.nullable(),
});

const valueOfPerson = z.object({ zone: z.enum(ZONES).nullable(), bookings: count, created: z.number(), consumed: z.number() }).nullable();

/** Which accounts are one person: suggestions, what a merge would change, decisions, and whether somebody has looked at all. */
export const identityOperations = {
  /**
   * Pairs of accounts that may be one person and nobody decided on, surest first. `same-name` only ever supports another
   * reason. `evidence` is what shows it: the handles, the address written and by whose profile, the name.
   */
  'identity.suggestions': {
    kind: 'read',
    input: z.strictObject(pageShape),
    output: z.object({
      total: count,
      /** Somebody said that identities are reviewed; until then profiles are counted as profiles, not as people. */
      reviewed: z.boolean(),
      suggestions: z.array(z.object({
        a: accountCardSchema, b: accountCardSchema, confidence: z.number(),
        reasons: z.array(z.object({ code: z.enum(['same-account', 'same-mail', 'linked', 'same-handle', 'same-name']), strength: z.number(), evidence: z.string().nullable(), by: z.enum(['a', 'b']).nullable() })),
      })),
    }),
  },
  /** What deciding that two accounts are one person would change, computed by making the change in a copy; nothing is stored. */
  'identity.effect': {
    kind: 'read',
    input: z.strictObject({ a: count, b: count }),
    output: z.object({
      a: accountCardSchema, b: accountCardSchema,
      /** Why the two cannot be joined; no figure is given then. */
      refusal: z.enum(['itself', 'voice', 'decided-different', 'still-joined', 'already-joined']).nullable(),
      /** False before an analysis of the present data: only persons are counted then. */
      analysed: z.boolean(),
      /** `tribe` names the tribe of a size. `null` where there is nothing to compute it from. */
      figures: z.array(z.object({
        figure: z.enum(['persons', 'active-persons', 'people-with-balance', 'request-authors', 'requests', 'answered-requests', 'gini-created', 'tribe-size']),
        tribe: z.string().nullable(), before: nullableNumber, after: nullableNumber,
      })),
      value: z.object({ a: valueOfPerson, b: valueOfPerson, together: valueOfPerson }),
      roles: z.object({ a: z.array(z.enum(ROLES)), b: z.array(z.enum(ROLES)), together: z.array(z.enum(ROLES)) }),
    }),
  },
  /**
   * Says of pairs of accounts that they are one person, or are not; `open` takes that back. One change, undoable; refused
   * as a whole, with a sentence, when an account that speaks for a brand would be joined with one that does not, or when
   * it contradicts an earlier decision.
   */
  'identity.decide': {
    kind: 'command',
    input: z.strictObject({ verdict: z.enum(['same', 'different', 'open']), pairs: z.array(z.strictObject({ a: count, b: count })).min(1).max(1000) }),
    output: z.object({ changed: count, persons: count, dataVersion: count }),
  },
  /** Persons of several accounts that are in the project, the leading account first. */
  'identity.persons': {
    kind: 'read',
    input: z.strictObject(pageShape),
    output: z.object({ total: count, persons: z.array(z.object({ personId: count, messages: count, accounts: z.array(accountCardSchema) })) }),
  },
  /** Takes one account out of its person; the others stay together. It is not proposed with them again. */
  'identity.split': { kind: 'command', input: z.strictObject({ accountId: count }), output: z.object({ changed: count, persons: count, dataVersion: count }) },
  /** Says that somebody looked at identities, or takes that back: from then on the rooms speak of people. */
  'identity.review': { kind: 'command', input: z.strictObject({ reviewed: z.boolean() }), output: z.object({ reviewed: z.boolean() }) },
} as const;
