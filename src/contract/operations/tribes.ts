import { z } from 'zod';
import { mapBoxSchema, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();

/** Tribes in their four lenses. */
export const tribeOperations = {
  'tribes.list': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, lens: z.enum(['value', 'roles', 'interests', 'communities']).optional(), box: mapBoxSchema.optional() }),
    output: z.object({
      people: count, unassigned: count,
      tribes: z.array(z.object({
        id: z.string(), lens: z.enum(['value', 'roles', 'interests', 'communities']), name: z.string(), size: count, share: nullableNumber,
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
