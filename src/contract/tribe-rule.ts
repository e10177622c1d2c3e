import { z } from 'zod';
import { INTENTS, MESSAGE_KINDS, ROLES } from '../domain/model/codes.ts';
import { RULE_NUMBERS, type TribeRule } from '../domain/model/tribe-rule.ts';

const texts = z.array(z.string().max(200)).max(200);
const least = z.number().int().min(1).max(1000).default(1);

/** One thing a rule asks of a person; see the model for what each means. */
export const ruleConditionSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['network', 'container', 'tribe']), is: texts }),
  z.strictObject({ op: z.literal('kind'), is: z.array(z.enum(MESSAGE_KINDS)) }),
  z.strictObject({ op: z.enum(['first', 'last']), fromMs: z.number().int().optional(), toMs: z.number().int().optional() }),
  z.strictObject({ op: z.literal('words'), is: texts, least }),
  z.strictObject({ op: z.literal('role'), is: z.array(z.enum(ROLES)) }),
  z.strictObject({ op: z.literal('intent'), is: z.array(z.enum(INTENTS)), least }),
  z.strictObject({ op: z.literal('number'), of: z.enum(RULE_NUMBERS), from: z.number().optional(), to: z.number().optional() }),
  z.strictObject({ op: z.literal('people'), is: z.array(z.strictObject({ network: z.string(), account: z.string() })).max(5000) }),
]);

/** A rule: conditions joined by and, or, not. How deep and how long is checked by the model, which names what is wrong. */
export const tribeRuleSchema: z.ZodType<TribeRule> = z.lazy(() => z.union([
  ruleConditionSchema,
  z.strictObject({ op: z.enum(['all', 'any']), rules: z.array(tribeRuleSchema).max(40) }),
  z.strictObject({ op: z.literal('not'), rule: tribeRuleSchema }),
]));
