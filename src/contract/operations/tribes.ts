import { z } from 'zod';
import { TRIBE_SHAPES } from '../../domain/model/tribe-look.ts';
import { mapBoxSchema, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();

/** How a tribe is named and drawn everywhere, and what is to be known before it is used. */
export const tribeFaceShape = {
  /** The name a person gave it; null where the code names it. */
  title: z.string().nullable(),
  /** Place among the eight colours, from 0, and one of the eight shapes. */
  color: count, shape: z.enum(TRIBE_SHAPES),
  hidden: z.boolean(),
  /** `ruled` = by the program's rules, `found` = by shared interests or ties; the others were made by a person; a `public` is only named. */
  origin: z.enum(['ruled', 'found', 'rule', 'merge', 'split', 'public']),
  /** Sensitive topics it rests on, and why a person says it may; a warning stands until somebody does. */
  sensitive: z.object({ topics: z.array(z.enum(['health', 'faith', 'politics', 'sexuality', 'union'])), basis: z.string() }).nullable(),
};

/** Tribes in their four lenses. */
export const tribeOperations = {
  'tribes.list': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, lens: z.enum(['value', 'roles', 'interests', 'communities']).optional(), box: mapBoxSchema.optional() }),
    output: z.object({
      people: count, unassigned: count,
      tribes: z.array(z.object({
        id: z.string(), lens: z.enum(['value', 'roles', 'interests', 'communities']), name: z.string(), size: count, share: nullableNumber,
        ...tribeFaceShape,
        created: z.number(), consumed: z.number(), balance: nullableNumber, low: nullableNumber, high: nullableNumber, closeness: nullableNumber, balanceWithoutPairs: nullableNumber,
        /** Share of random weight tables under which the tribe's zone stays the same. */
        stability: nullableNumber, zoneHolds: z.boolean().nullable(), tooFew: z.boolean(),
        messages: count, requests: count, answered: count.nullable(), answeredWithin7d: z.object({ estimate: nullableNumber, low: nullableNumber, high: nullableNumber }).nullable(),
        words: z.array(z.object({ word: z.string(), z: z.number(), authors: count })),
        networks: z.array(z.object({ network: z.string(), people: count })),
      })),
      lenses: z.array(z.object({ lens: z.string(), available: z.boolean(), reason: z.string() })),
    }),
  },
} as const;
