import { z } from 'zod';
import { FIGURE_UNITS, FINDING_STANDINGS, FINDING_STATES } from '../../domain/model/finding-state.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const json = z.record(z.string(), z.unknown());
const words = z.string().max(2000);

/**
 * Where a figure can be computed again: a read operation, its input, the way to one object of its value (a key, a position, or
 * the first object whose fields are these), and which of that object's fields are the figure.
 */
export const figureSourceSchema = z.strictObject({
  operation: z.string().max(80),
  input: json,
  at: z.array(z.union([z.string(), count, z.record(z.string(), z.union([z.string(), z.number()]))])).max(8),
  fields: z.strictObject({ estimate: z.string(), low: z.string().optional(), high: z.string().optional(), n: z.string().optional() }),
});
export type FigureSource = z.infer<typeof figureSourceSchema>;

const figureSchema = z.strictObject({
  unit: z.enum(FIGURE_UNITS), estimate: nullableNumber, low: nullableNumber, high: nullableNumber, n: count.nullable(),
  source: figureSourceSchema.nullable(),
});

/** A sentence of a room as it was when it was kept, with all that it rests on. */
const keptShape = {
  sentence: z.string().min(1).max(1000),
  /** The measure, n and window under the sentence. */
  detail: z.string().max(1000).default(''),
  language: z.enum(['it', 'en']),
  /** How far it could be trusted then. */
  form: z.enum(['clear', 'not-clear', 'too-few']).nullable().default(null),
  /** Id of the definition. */
  metric: z.string().max(80).nullable().default(null),
  figure: figureSchema.nullable().default(null),
  /** The messages behind it, as an input of `messages.list`; null where none can be named. */
  evidence: json.nullable().default(null),
  /** The numbers of the chart it stood over. */
  table: z.strictObject({ columns: z.array(z.string().max(200)).max(20), rows: z.array(z.array(z.string().max(300)).max(20)).max(60) }).nullable().default(null),
  /** The address it stood at, after `#/`. */
  address: z.string().max(4000).default(''),
  tribe: z.string().max(200).nullable().default(null),
};

/** What people decide of it. */
const decidedShape = {
  state: z.enum(FINDING_STATES),
  owner: z.string().max(200),
  dueMs: count.nullable(),
  outcome: words,
  note: words,
  /** What was advised, and what the client decided. */
  recommendation: words,
  decision: words,
};

/** A finding as it stands: the kept sentence, what was decided of it, and how it got there. */
export const findingRecordSchema = z.object({ id: z.string(), ...keptShape, ...decidedShape, madeMs: count, changedMs: count, steps: z.array(z.object({ state: z.enum(FINDING_STATES), atMs: count })) });
export type FindingRecord = z.infer<typeof findingRecordSchema>;

/** Findings: sentences of the rooms that were kept to be acted upon. Plan and advice log are views of this list. */
export const findingOperations = {
  'findings.list': {
    kind: 'read',
    input: z.strictObject({ state: z.enum(FINDING_STATES).optional(), tribe: z.string().optional() }),
    output: z.object({
      findings: z.array(findingRecordSchema),
      /** Of all findings, whatever the choice; `late`: accepted, due in the past, without an outcome. */
      counts: z.object({ total: count, withOwnerAndDate: count, late: count, byState: z.record(z.enum(FINDING_STATES), count) }),
    }),
  },
  /** Keeps a sentence; one that stands there already with the same words and address is given back instead of a second one. */
  'findings.keep': { kind: 'command', input: z.strictObject(keptShape), output: z.object({ id: z.string(), already: z.boolean() }) },
  'findings.change': {
    kind: 'command',
    input: z.strictObject({ id: z.string(), sentence: keptShape.sentence.optional(), tribe: z.string().max(200).nullable().optional(), state: decidedShape.state.optional(), owner: decidedShape.owner.optional(), dueMs: decidedShape.dueMs.optional(), outcome: words.optional(), note: words.optional(), recommendation: words.optional(), decision: words.optional() }),
    output: findingRecordSchema,
  },
  'findings.remove': { kind: 'command', input: z.strictObject({ id: z.string() }), output: z.object({ removed: z.boolean() }) },
  /** Computes the figures of findings again on the data as they are; costs what their rooms cost. */
  'findings.check': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({ standings: z.array(z.object({ id: z.string(), standing: z.enum(FINDING_STANDINGS), estimate: nullableNumber, low: nullableNumber, high: nullableNumber, n: count.nullable() })) }),
  },
} as const;
