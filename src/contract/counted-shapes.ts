import { z } from 'zod';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const estimate = z.object({ estimate: z.number(), low: z.number(), high: z.number() });

/** How many of how many; the share with its limits where they may be told, from 30 cases on. */
export const countedShareSchema = z.object({ k: count, n: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber });

/** The tone of some messages; under five people nothing but n. `corrected`: for what the reader mistakes, where the project is checked. */
export const messageToneSchema = z.object({ n: count, people: count, tooFew: z.boolean(), negative: countedShareSchema, positive: countedShareSchema, corrected: z.object({ negative: estimate, positive: estimate }).nullable() });

/** Whether tones are corrected, or why not. */
export const toneCorrectionSchema = z.object({ available: z.boolean(), reason: z.enum(['not-drawn', 'few-checked']).nullable(), labelled: count, needed: count });
