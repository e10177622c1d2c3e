import { z } from 'zod';
import { ROLES } from '../../domain/model/codes.ts';
import { ROLE_BASES } from '../../domain/model/role-basis.ts';
import { pageShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const nullableText = z.string().nullable();
const figures = z.record(z.string(), z.number());

const reasonSchema = z.object({ rule: z.string(), basis: z.enum(ROLE_BASES), confidence: z.number(), times: count, messageIds: z.array(count), figures });
const roleSchema = z.object({ role: z.enum(ROLES), brand: nullableText, origin: z.enum(['source', 'rule', 'evidence', 'argument', 'hand']), fromMs: nullableNumber, toMs: nullableNumber });
const accountShape = { accountId: count, nativeId: z.string(), handle: nullableText, name: nullableText, network: z.string(), messages: count };
const FLAGS = ['bot', 'duplicate'] as const;
const flagShape = { flag: z.enum(FLAGS), reason: z.string(), confidence: z.number() };

/** Who people are to the brands: what is proposed, what a person decides, the rules, and people one by one. */
export const roleOperations = {
  /**
   * Roles that a person is asked to confirm: who speaks for a brand, works for it, is a program, and whatever rules are
   * not sure of. `suggestedBrand` names a brand that confirming would make.
   */
  'roles.proposals': {
    kind: 'read',
    input: z.strictObject({ ...pageShape, role: z.enum(ROLES).optional(), brand: z.string().optional() }),
    output: z.object({
      total: count,
      byRole: z.array(z.object({ role: z.enum(ROLES), proposals: count })),
      proposals: z.array(z.object({ ...accountShape, role: z.enum(ROLES), brand: nullableText, suggestedBrand: nullableText, confidence: z.number(), fromMs: nullableNumber, toMs: nullableNumber, reasons: z.array(reasonSchema) })),
    }),
  },
  /**
   * What a person says of accounts' roles; it wins over sources, rules and evidence and holds for later imports. `is-not`
   * without a brand speaks of every brand; null takes a decision back. A voice, employee or partner without a brand is
   * the own brand's. Dates: from inclusive, to exclusive. One change, undoable.
   */
  'roles.decide': {
    kind: 'command',
    input: z.strictObject({
      decisions: z.array(z.strictObject({
        accountId: count, role: z.enum(ROLES).exclude(['unknown']), brand: z.string().trim().max(200).optional(), verdict: z.enum(['is', 'is-not']).nullable(),
        fromMs: count.nullable().default(null), toMs: count.nullable().default(null),
      }).refine(({ fromMs, toMs }) => fromMs === null || toMs === null || fromMs < toMs, { message: 'a role ends after it starts' })).min(1).max(5000),
    }),
    output: z.object({ changed: count, dataVersion: count }),
  },
  /** The rules that read roles: from words with sentences they find and leave alone (`{brand}` stands for a brand's name), and from names, traces and behaviour. */
  'roles.rules': {
    kind: 'read',
    input: z.strictObject({ role: z.enum(ROLES).optional() }),
    output: z.object({
      /** From this confidence on a role holds by itself, and under the floor it is not proposed; roles listed here a person always confirms. */
      threshold: z.number(), floor: z.number(), confirmed: z.array(z.enum(ROLES)),
      rules: z.array(z.object({
        rule: z.string(), role: z.enum(ROLES), language: z.enum(['it', 'en']).nullable(), basis: z.array(z.enum(ROLE_BASES)), confidence: z.number(), ends: z.boolean(), brand: z.enum(['named', 'place', 'any']),
        matches: z.array(z.string()), rejects: z.array(z.string()),
      })),
    }),
  },
  /** People (profiles, until identities are reviewed). `unknown` are those without any role; `text` is looked for in names, ids and profiles. */
  'people.list': {
    kind: 'read',
    input: z.strictObject({ ...pageShape, brand: z.string().optional(), role: z.enum(ROLES).optional(), flag: z.enum(FLAGS).optional(), network: z.string().optional(), text: z.string().max(200).optional(), orderBy: z.enum(['messages', 'name', 'first', 'last']).default('messages') }),
    output: z.object({
      total: count,
      people: z.array(z.object({ ...accountShape, /** Accounts of the person that this one leads, itself included. */ accounts: count, firstMs: nullableNumber, lastMs: nullableNumber, roles: z.array(roleSchema), flags: z.array(z.object(flagShape)) })),
    }),
  },
  /** One account: what it says of itself, its roles with the messages they rest on, decisions, flags with their figures, what it left where. */
  'people.one': {
    kind: 'read',
    input: z.strictObject({ accountId: count }),
    output: z.object({
      ...accountShape, profile: nullableText, link: nullableText, followers: count.nullable(), sourceSaysBrand: z.boolean(), sourceSaysBot: z.boolean(), firstMs: nullableNumber, lastMs: nullableNumber,
      /** The accounts of the person it is one of, the leading one first; empty where it stands alone. */
      accounts: z.array(z.object({ accountId: count, network: z.string(), name: z.string(), leads: z.boolean() })),
      kinds: z.array(z.object({ kind: z.string(), network: z.string(), messages: count })),
      places: z.array(z.object({ container: z.string(), messages: count })),
      reactions: z.array(z.object({ kind: z.string(), count })),
      roles: z.array(roleSchema),
      suggestions: z.array(z.object({ role: z.enum(ROLES), brand: nullableText, suggestedBrand: nullableText, applied: z.boolean(), confidence: z.number(), fromMs: nullableNumber, toMs: nullableNumber, reasons: z.array(reasonSchema) })),
      decisions: z.array(z.object({ role: z.enum(ROLES), brand: z.string(), verdict: z.enum(['is', 'is-not']), fromMs: nullableNumber, toMs: nullableNumber, atMs: z.number() })),
      flags: z.array(z.object({ ...flagShape, figures, messageIds: z.array(count) })),
    }),
  },
} as const;
