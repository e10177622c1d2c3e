import { z } from 'zod';
import { countedShareSchema, messageToneSchema, toneCorrectionSchema } from '../counted-shapes.ts';
import { pageShape, scopeShape } from '../selection.ts';
import { tribeFaceShape } from './tribes.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const LENSES = ['value', 'roles', 'interests', 'communities'] as const;
const lens = z.enum(LENSES);

const quarterSchema = z.object({ quarter: z.string(), n: count, /** Null under twenty people in the quarter. */ k: count.nullable() });

const associationSchema = z.object({
  /** Names the term in a selection of messages, and its commonest spelling. */
  key: z.string(), term: z.string(), words: z.union([z.literal(1), z.literal(2)]),
  /** The tribe's people who use it about the brand, and elsewhere. */
  authorsIn: count, authorsOut: count, logOdds: z.number(), low: z.number(), high: z.number(), z: z.number(), q: z.number(),
  messages: count, messageIds: z.array(count), tone: messageToneSchema, quarters: z.array(quarterSchema),
  /** Over quarters with twenty people and more, at least three; q over the terms listed. */
  trend: z.object({ z: z.number(), q: z.number(), moved: z.enum(['up', 'down', 'not-clear']) }).nullable(),
});

/** A brand in the minds of tribes, and what tribes need at once. */
export const brandInMindsOperations = {
  /**
   * Terms over-represented where a tribe's people name or address a brand against the rest of what the same people say. One tribe
   * with every brand side by side, or every tribe of a lens with one brand.
   */
  'tribes.associations': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, tribe: z.string().optional(), lens: lens.optional(), limit: z.number().int().min(1).max(30).default(8), seed: z.number().int().default(1) }),
    output: z.object({
      leastAuthors: count, correction: toneCorrectionSchema, brands: z.array(z.string()), /** Smaller tribes of the lens that are not told. */ left: count,
      entries: z.array(z.object({
        brand: z.string(), tribe: z.object({ id: z.string(), lens, name: z.string(), ...tribeFaceShape, size: count }),
        /** `named`: only messages that name the brand count as about it, because what is addressed to it is nearly all these people say; `others`: they never name it either, and are held against what everybody else says about it; null under five people. */
        basis: z.enum(['meant', 'named', 'others']).nullable(), language: z.enum(['it', 'en']).nullable(),
        about: z.object({ people: count, messages: count }), rest: z.object({ people: count, messages: count }),
        /** `tribe`: under five people; `never`: nobody names or addresses the brand; else the side with too few people for a list. */
        state: z.enum(['told', 'tribe', 'never', 'about', 'rest']),
        tested: count, tone: messageToneSchema.nullable(), messageIds: z.array(count), terms: z.array(associationSchema),
      })),
    }),
  },
  /** What people ask for, by tribe: who asks, what became of it, and which needs several tribes have at once beyond chance. */
  'tribes.needs': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...pageShape, size: z.number().int().min(1).max(200).default(20), lens: lens.default('interests'), seed: z.number().int().default(1) }),
    output: z.object({
      lens, brand: z.string().nullable(),
      /** The eight largest of the lens; `left`: how many others have five people. */
      left: count, tribes: z.array(z.object({ id: z.string(), lens, name: z.string(), ...tribeFaceShape, size: count, /** Of its people, how many ask for anything. */ asking: count.nullable() })),
      /** Everybody who asks for anything, those of them in no tribe of the lens, and needs with five people and more. */
      people: count, unassigned: count, total: count, tested: count, draws: count, beyondChance: count,
      needs: z.array(z.object({
        group: z.string(), kind: z.enum(['idea', 'fault', 'question']), text: z.string(), /** At most four of its words, each used by five people and more. */ words: z.array(z.string()), typicalId: count, people: count, messages: count, messageIds: z.array(count),
        /** Tribes with five askers and more; what chance gives, how likely, and whether it is beyond chance. */
        tribes: count, expected: nullableNumber, p: nullableNumber, q: nullableNumber, beyondChance: z.boolean(),
        /** Of the people whose asking the data can show; of all people for what is declared on the desk. */
        answered: countedShareSchema, entered: countedShareSchema, changed: countedShareSchema,
        /** Under five people both are null. */
        cells: z.array(z.object({ tribe: z.string(), people: count.nullable(), answered: countedShareSchema.nullable(), messageIds: z.array(count) })),
      })),
    }),
  },
} as const;
