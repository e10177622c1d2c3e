import { z } from 'zod';
import { reportSchema } from './present.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const language = z.enum(['it', 'en']).default('it');
const id = z.string().min(1).max(64);
const period = { fromMs: count.nullable(), toMs: count.nullable() };
const value = z.object({ value: nullableNumber, low: nullableNumber, high: nullableNumber, n: count.nullable(), written: z.string() });

/** Editions: reports of a period that are closed, so that what was shown can be shown again to the digit, whatever is imported later. */
export const editionOperations = {
  'editions.list': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({ editions: z.array(z.object({ id: z.string(), name: z.string(), ...period, closedMs: count, dataVersion: count, pages: count })) }),
  },
  /** Closes an edition on the figures of today: the client's report in both languages, with its tables, definitions, seed and versions. Undoable. */
  'editions.close': {
    kind: 'command',
    input: z.strictObject({ name: z.string().trim().min(1).max(120), fromMs: count.optional(), toMs: count.optional(), brand: z.string().optional(), seed: count.default(1) }),
    output: z.object({ id: z.string() }),
  },
  /** The report as it was closed. */
  'editions.one': { kind: 'read', input: z.strictObject({ id, language }), output: z.object({ id: z.string(), name: z.string(), ...period, closedMs: count, report: reportSchema }) },
  /**
   * The figures under its headlines, beside those of another edition, or of the same period on the data of today. Between
   * editions a difference has its limits; the same period measured again has none, and what changed since is told instead.
   */
  'editions.compare': {
    kind: 'read',
    input: z.strictObject({ id, against: id.nullable().default(null), language }),
    output: z.object({
      figures: z.array(z.object({
        page: z.string(), title: z.string(), key: z.string(), then: value, now: value.nullable(),
        difference: z.object({ estimate: z.number(), low: nullableNumber, high: nullableNumber }).nullable(),
        /** False where the two are written alike. */
        changed: z.boolean(),
      })),
      /** What is another one since it was closed. */
      causes: z.object({
        imports: count, messages: count, reading: z.boolean(),
        /** Ids of definitions that have a later version. */
        definitions: z.array(z.string()), program: z.boolean(), dataVersion: z.boolean(),
      }),
    }),
  },
  'editions.remove': { kind: 'command', input: z.strictObject({ id }), output: z.object({ removed: z.boolean() }) },
} as const;
