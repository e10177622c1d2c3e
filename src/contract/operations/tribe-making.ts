import { z } from 'zod';
import { TRIBE_COLORS, TRIBE_SHAPES } from '../../domain/model/tribe-look.ts';
import { ruleConditionSchema, tribeRuleSchema } from '../tribe-rule.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const verdict = z.enum(['right', 'wrong']);
const name = z.string().trim().min(1).max(80);
const note = z.string().max(4000);
/** What every change to tribes answers: the tribe it made or changed, and how many people it holds now. */
const changed = z.object({ id: z.string(), size: count, dataVersion: count });

/** How right a tribe's rule was found, on people drawn by the rule as it is; `earlier` counts verdicts given under another rule. */
export const tribePrecisionSchema = z.object({ judged: count, right: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber, earlier: count });

/** Tribes made by the user: rules with their preview and check, merges and splits, and what is said of tribes by hand. */
export const tribeMakingOperations = {
  /**
   * Whom a rule finds, and a random sample of them with why each is in; nothing is stored. With `tribe` instead of a rule,
   * the people of that tribe, with the verdicts given so far. The same seed draws the same people.
   */
  'tribes.preview': {
    kind: 'read',
    input: z.strictObject({ rule: tribeRuleSchema.optional(), tribe: z.string().optional(), seed: count.default(1), size: count.min(1).max(200).default(20) }),
    output: z.object({
      /** Why the rule cannot be used; nothing is counted then. */
      problem: z.enum(['too-deep', 'too-many', 'nothing-asked', 'wrong-order']).nullable(),
      size: count, people: count, share: nullableNumber,
      /** How each word is found: by its stem in these languages, or only as it is written. */
      words: z.array(z.object({ word: z.string(), languages: z.array(z.string()) })),
      sample: z.array(z.object({
        accountId: count, name: z.string(), network: z.string(), messages: count, verdict: verdict.nullable(),
        reasons: z.array(z.object({ condition: ruleConditionSchema, excluded: z.boolean(), messageId: count.nullable(), text: z.string().nullable() })),
      })),
      precision: tribePrecisionSchema.nullable(),
    }),
  },
  /** Verdicts on people drawn from a tribe; null takes one back. One change, undoable, kept with the tribe. */
  'tribes.precision': {
    kind: 'command',
    input: z.strictObject({ tribe: z.string(), verdicts: z.array(z.strictObject({ accountId: count, verdict: verdict.nullable() })).min(1).max(200) }),
    output: z.object({ precision: tribePrecisionSchema, dataVersion: count }),
  },
  /**
   * A tribe of the user's own: made, or changed where `id` names one. Without a rule it is a public known from elsewhere,
   * named and never counted. One change, undoable.
   */
  'tribes.save': {
    kind: 'command',
    input: z.strictObject({ id: z.string().optional(), name, rule: tribeRuleSchema.nullable(), source: z.string().max(500).default('') }),
    output: changed,
  },
  /** Takes a tribe of the user's own away; refused while another rests on it. One change, undoable. */
  'tribes.remove': { kind: 'command', input: z.strictObject({ id: z.string() }), output: z.object({ id: z.string(), dataVersion: count }) },
  /** What is said of a tribe of any lens; what is left out stays as it is, null or empty goes back to the program's. One change, undoable. */
  'tribes.edit': {
    kind: 'command',
    input: z.strictObject({
      id: z.string(), name: name.nullable().optional(), color: count.min(0).max(TRIBE_COLORS - 1).nullable().optional(), shape: z.enum(TRIBE_SHAPES).nullable().optional(),
      notes: note.optional(), task: note.optional(), output: note.optional(), basis: note.optional(), hidden: z.boolean().optional(),
    }),
    output: changed,
  },
  /** One tribe of the people of several; those it is made of are hidden unless `keep`. One change, undoable. */
  'tribes.merge': { kind: 'command', input: z.strictObject({ ids: z.array(z.string()).min(2).max(8), name, keep: z.boolean().default(false) }), output: changed },
  /** Two tribes of one: those of whom a rule holds, or who were picked, and the others. The whole is hidden unless `keep`. One change, undoable. */
  'tribes.split': {
    kind: 'command',
    input: z.strictObject({ id: z.string(), by: z.union([z.strictObject({ rule: tribeRuleSchema }), z.strictObject({ accountIds: z.array(count).min(1).max(5000) })]), names: z.tuple([name, name]), keep: z.boolean().default(false) }),
    output: z.object({ ids: z.tuple([z.string(), z.string()]), sizes: z.tuple([count, count]), dataVersion: count }),
  },
  /** Publics that these data show only from outside: people named or reacting who never wrote, people who wrote to others only. */
  'tribes.latent': {
    kind: 'read',
    input: z.strictObject({ brand: z.string().optional() }),
    output: z.object({
      /** Handles that people named and under which nobody wrote; `byPeople` = how many people named them. */
      named: z.object({ count, byPeople: count, messages: count }),
      /** Accounts that reacted by name and never wrote; null where no source names who reacts. */
      reacted: count.nullable(),
      /** People who wrote in these data, and never in a place of the brand. */
      elsewhere: count,
      publics: z.array(z.object({ id: z.string(), name: z.string(), source: z.string() })),
    }),
  },
} as const;
