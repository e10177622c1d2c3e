import { z } from 'zod';
import { ACTS } from '../../domain/model/codes.ts';
import { scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const countedShare = z.object({ k: count, n: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber });
/** The newest messages behind a number, at most a thousand. */
const messageIds = z.array(count);
const drilled = z.object({ share: countedShare, messageIds });

/** How alike the programmes of the imported brands are. */
export const samenessOperations = {
  'strategy.sameness': {
    kind: 'read',
    input: z.strictObject({
      ...scopeShape,
      /** First posts alone, or everything the brands write; first posts where two brands have enough of them, when left out. */
      of: z.enum(['posts', 'all']).optional(), seed: count.optional(),
    }),
    output: z.object({
      of: z.enum(['posts', 'all']), least: count, draws: count,
      /** Brands with enough messages, the own one first, then by messages; at most eight. */
      brands: z.array(z.object({
        brand: z.string(), own: z.boolean(), messages: count,
        /** Messages in other languages or without text: in no mix. */
        unread: count, threads: count,
        mix: z.array(z.object({ act: z.enum(ACTS), share: z.number(), n: count, messageIds })),
        /** Of what was broadcast and read for it: moves alone, informs alone, both; the first two as shares. */
        tones: z.object({ n: count, emotional: drilled, informative: drilled, both: count }),
        /** Nearly word for word: by the same brand on another network, on the same one, by another brand. */
        elsewhere: drilled, again: drilled, others: drilled, networks: count,
      })),
      few: z.array(z.object({ brand: z.string(), messages: count })),
      /** Brands beyond the eight with most messages. */
      leftOut: count,
      pairs: z.array(z.object({
        one: z.string(), other: z.string(),
        /** Jensen-Shannon distance in [0, 1] on the networks and months of both; null under the floors. */
        distance: z.object({ estimate: nullableNumber, low: nullableNumber, high: nullableNumber, chance: nullableNumber, chanceHigh: nullableNumber, differs: z.boolean() }),
        /** Messages of each that are compared, and those on networks or in months that the other does not have. */
        n: z.tuple([count, count]), apart: z.tuple([count, count]),
        /** The acts whose shares differ most, the first brand's minus the second's. */
        gaps: z.array(z.object({ act: z.enum(ACTS), difference: z.number() })),
      })),
    }),
  },
} as const;
