import { z } from 'zod';
import { ZONES } from '../../domain/model/codes.ts';
import { pageShape, scopeShape } from '../selection.ts';
import { tribeRuleSchema } from '../tribe-rule.ts';
import { tribePrecisionSchema } from './tribe-making.ts';
import { tribeFaceShape } from './tribes.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const period = z.strictObject({ fromMs: count, toMs: count });
/** Where a person stands in a period: a zone, `depends` on the weights, or `absent`. */
const place = z.enum([...ZONES, 'depends', 'absent']);
const word = z.object({ word: z.string(), z: z.number(), authors: count });
const rung = z.enum(['creator', 'critic', 'conversationalist', 'collector', 'joiner', 'spectator', 'inactive']);

/** One tribe in full, its people, how people move between tribes, and the ladder of participation. */
export const tribePageOperations = {
  /** A tribe's page. Under five people nothing but its name, what was written by hand and how many they are. */
  'tribes.one': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, id: z.string() }),
    output: z.object({
      id: z.string(), lens: z.enum(['value', 'roles', 'interests', 'communities']), name: z.string(), ...tribeFaceShape,
      notes: z.string(), task: z.string(), output: z.string(), source: z.string(), rule: tribeRuleSchema.nullable(),
      size: count, people: count, share: nullableNumber, tooFew: z.boolean(), messages: count, requests: count,
      value: z.object({
        created: z.number(), consumed: z.number(), balance: nullableNumber, low: nullableNumber, high: nullableNumber, closeness: nullableNumber, balanceWithoutPairs: nullableNumber, zoneHolds: z.boolean().nullable(), stability: nullableNumber,
        /** Points received by what shows them: traces by name, answers and help, shares of counts (never in the balance). */
        basis: z.object({ observed: z.number(), received: z.number(), estimated: z.number() }),
      }).nullable(),
      answeredWithin7d: z.object({ estimate: nullableNumber, low: nullableNumber, high: nullableNumber }).nullable(),
      words: z.array(word),
      /** People whose answers others took up: thanked for by who asked, or said again later by somebody else. */
      leaders: z.object({ reason: z.enum(['few-people', 'none']).nullable(), candidates: z.array(z.object({ accountId: count, name: z.string(), adopted: count, thanked: count, repeated: count, helped: count, messageIds: z.array(count) })) }),
      /** Pairs of people with a direct reply between them, at least one in the tribe. `expected` = share inside if people replied to anybody alike. */
      bond: z.object({ pairs: count, inside: count, share: nullableNumber, low: nullableNumber, high: nullableNumber, expected: nullableNumber, tied: count }).nullable(),
      networks: z.array(z.object({ network: z.string(), people: count })),
      typical: z.array(z.object({ messageId: count, accountId: count, name: z.string(), atMs: nullableNumber, text: z.string(), likeness: z.number() })),
      churn: z.object({ endMs: count, joined: count, left: count, open: count, months: z.array(z.object({ month: z.string(), joined: count, left: count.nullable() })) }).nullable(),
      /** People shared with other tribes; null under five. */
      overlap: z.array(z.object({ id: z.string(), shared: count.nullable(), share: nullableNumber, jaccard: nullableNumber })),
      /** Words over-represented where the tribe's people name the brand, against others who name it; none from fewer than twenty people on a side. */
      aboutBrand: z.object({ brand: z.string().nullable(), people: count, others: count, tooFew: z.boolean(), words: z.array(word) }),
      precision: tribePrecisionSchema.nullable(),
    }),
  },
  'tribes.members': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...pageShape, id: z.string(), orderBy: z.enum(['messages', 'created', 'first', 'last', 'name']).default('messages') }),
    output: z.object({
      total: count,
      members: z.array(z.object({ accountId: count, nativeId: z.string(), name: z.string(), network: z.string(), messages: count, firstMs: nullableNumber, lastMs: nullableNumber, created: z.number(), consumed: z.number(), bookings: count, zone: z.enum(ZONES).nullable() })),
    }),
  },
  /** How people move between the zones of value from one period to another; with `tribe`, its people alone. `n` counts everybody in either, `stayed` and `moved` whose zone is told in both. */
  'tribes.moves': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, before: period, after: period, tribe: z.string().optional() }),
    output: z.object({ n: count, stayed: count, moved: count, flows: z.array(z.object({ from: place, to: place, people: count })) }),
  },
  /** The highest rung everybody meets in the last 180 days; not offered where no source names who only looks on. */
  'tribes.ladder': {
    kind: 'read',
    input: z.strictObject({ tribe: z.string().optional() }),
    output: z.object({ available: z.boolean(), n: count, endMs: nullableNumber, offLadder: count, rungs: z.array(z.object({ rung, people: count, share: nullableNumber })) }),
  },
} as const;
