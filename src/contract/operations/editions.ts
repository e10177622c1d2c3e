import { z } from 'zod';
import { HYPOTHESIS_MEASURES, HYPOTHESIS_VERDICTS, TARGET_DIRECTIONS } from '../../domain/model/hypothesis.ts';
import { hypothesisBodySchema } from './hypotheses.ts';
import { reportSchema } from './present.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const language = z.enum(['it', 'en']).default('it');
const id = z.string().min(1).max(64);
const period = { fromMs: count.nullable(), toMs: count.nullable() };
const value = z.object({ value: nullableNumber, low: nullableNumber, high: nullableNumber, n: count.nullable(), written: z.string() });

/** A target with the verdict it got when an edition was closed, as it was then. */
export const editionVerdictSchema = z.object({
  hypothesis: z.string(), measure: z.enum(HYPOTHESIS_MEASURES), subject: z.string().nullable(), sentence: z.string(), unit: hypothesisBodySchema.shape.unit, metric: z.string().nullable(),
  target: z.object({ direction: z.enum(TARGET_DIRECTIONS), value: z.number() }), fromMs: count, toMs: count, registeredMs: count, isTest: z.boolean(), note: z.string(),
  baseline: hypothesisBodySchema.shape.baseline, verdict: z.enum(HYPOTHESIS_VERDICTS), figure: hypothesisBodySchema.shape.baseline,
  change: z.object({ estimate: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** It had been judged before, on other data; the first verdict stays with the hypothesis. */
  again: z.boolean(),
});
export type EditionVerdict = z.infer<typeof editionVerdictSchema>;

/** Editions: reports of a period that are closed, so that what was shown can be shown again to the digit, whatever is imported later. */
export const editionOperations = {
  'editions.list': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({ editions: z.array(z.object({ id: z.string(), name: z.string(), ...period, closedMs: count, dataVersion: count, pages: count, /** Targets judged when it was closed. */ judged: count })) }),
  },
  /** Closes an edition on the figures of today: the client's report in both languages, with its tables, definitions, seed and versions. Every hypothesis that the data reach is judged with it, by the rule it was registered with. One change, undoable: editions and verdicts go together. `waiting`: hypotheses whose data are not there yet. `unjudged`: the analysis is behind the data, so that nothing was judged. */
  'editions.close': {
    kind: 'command',
    input: z.strictObject({ name: z.string().trim().min(1).max(120), fromMs: count.optional(), toMs: count.optional(), brand: z.string().optional(), seed: count.default(1) }),
    output: z.object({ id: z.string(), judged: count, waiting: count, unmeasured: count, unjudged: z.boolean() }),
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
  /** The targets that an edition judged, the latest registered first; of the latest edition when none is named, and nothing without one. */
  'editions.verdicts': {
    kind: 'read',
    input: z.strictObject({ id: id.nullable().default(null) }),
    output: z.object({ edition: z.object({ id: z.string(), name: z.string(), ...period, closedMs: count }).nullable(), verdicts: z.array(editionVerdictSchema) }),
  },
  'editions.remove': { kind: 'command', input: z.strictObject({ id }), output: z.object({ removed: z.boolean() }) },
} as const;
