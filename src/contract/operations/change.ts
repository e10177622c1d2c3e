import { z } from 'zod';
import { CHANGE_CAUSES, CHANGE_GROUPINGS, CHANGE_MEASURES, CHANGE_RESTS } from '../../domain/model/change-code.ts';
import { scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
/** A part of a difference with its 95 % limits; they are null where too many draws could not carry it. */
const part = z.object({ estimate: z.number(), low: nullableNumber, high: nullableNumber });
/** An edition, whose period and state are then meant, or a period on the data of today. */
const side = z.strictObject({ edition: z.string().min(1).max(64).nullable().default(null), fromMs: count.nullable().default(null), toMs: count.nullable().default(null) });
const told = z.object({
  /** Name of the edition; null for a period of today's data. */
  edition: z.string().nullable(), fromMs: nullableNumber, toMs: nullableNumber, closedMs: nullableNumber,
  n: count, people: count, tooFew: z.boolean(), figure: part.nullable(),
  /** The figure as the edition kept it; null without an edition, or in one that kept none. */
  closed: nullableNumber,
});
const groupSide = z.object({ n: count, share: nullableNumber, figure: nullableNumber });

/** Why a figure is another one: by group between two periods, by cause where the same period is counted again. */
export const changeOperations = {
  /**
   * `closed (or then) → after` in parts that add up: `causes` (the first period, as it was counted, to as it is counted now),
   * `mix` and `rate` by group with `curve` (first period to second), and `leftover`. Filters hold on both sides; their period does not.
   */
  'strategy.change': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, measure: z.enum(CHANGE_MEASURES).default('answered-day'), by: z.enum(CHANGE_GROUPINGS).default('network'), before: side.prefault({}), after: side.prefault({}), seed: count.default(1) }),
    output: z.object({
      measure: z.enum(CHANGE_MEASURES), unit: z.enum(['share', 'seconds', 'points']), metric: z.string(),
      /** The grouping used, and those that this measure offers. */
      by: z.enum(CHANGE_GROUPINGS), offered: z.array(z.enum(CHANGE_GROUPINGS)),
      before: told, after: told, samePeriod: z.boolean(), draws: count,
      /** Why nothing is divided. `not-watched`: some waits were not watched long enough. */
      reason: z.enum(['too-few', 'not-watched']).nullable(), least: z.object({ cases: count, people: count }),
      /** The first period as it was counted then; the whole difference from there. */
      then: part.nullable(), difference: part.nullable(),
      between: z.object({
        mix: part, rate: part, curve: part,
        /** `key` is a network, an intent, a tribe id, `none`, or `smaller` for all groups under the floors; figures are null under the floors. */
        groups: z.array(z.object({ key: z.string(), before: groupSide, after: groupSide, mix: part.nullable(), rate: part.nullable(), tooFew: z.boolean(), messageIds: z.array(count) })),
      }).nullable(),
      /** `n`: messages, replies or decisions that the cause consists of. */
      causes: z.array(z.object({ cause: z.enum(CHANGE_CAUSES), n: count, part: part.nullable() })),
      /** What the parts do not explain, and what may be behind it; null estimate where the edition kept no figure. */
      leftover: z.object({ estimate: nullableNumber, rests: z.array(z.enum(CHANGE_RESTS)) }),
    }),
  },
} as const;
