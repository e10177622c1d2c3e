import { z } from 'zod';
import { INTENTS } from '../../domain/model/codes.ts';
import { FIGURE_UNITS } from '../../domain/model/finding-state.ts';
import { HYPOTHESIS_MEASURES, HYPOTHESIS_STATES, HYPOTHESIS_SUBJECTS, HYPOTHESIS_VERDICTS, TARGET_DIRECTIONS } from '../../domain/model/hypothesis.ts';
import { filtersSchema, scopeShape } from '../selection.ts';
import { figureSourceSchema } from './findings.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const moment = count.nullable();
const figure = z.object({ estimate: nullableNumber, low: nullableNumber, high: nullableNumber, n: count.nullable() });
const change = z.object({ estimate: z.number(), low: z.number(), high: z.number() }).nullable();
const unit = z.enum([...FIGURE_UNITS, 'index']);
const target = { direction: z.enum(TARGET_DIRECTIONS), value: z.number() };
/** What the project held at a moment: its data version, messages, and until when they were watched. */
const dataThen = z.object({ version: count, messages: count, reachMs: moment });

/** Which figure: a measure of the list with an intent or a tribe where it takes one, or the figure that a finding was kept on. */
const measuredShape = {
  measure: z.enum(HYPOTHESIS_MEASURES),
  intent: z.enum(INTENTS).optional(),
  tribe: z.string().min(1).max(200).optional(),
  findingId: z.string().max(100).optional(),
};

/** One judgement, kept as it was made. */
const verdictSchema = z.object({ verdict: z.enum(HYPOTHESIS_VERDICTS), change, figure, atMs: count, data: dataThen });

/** A hypothesis as it is written down; nothing in it but verdicts and a withdrawal is ever added. */
export const hypothesisBodySchema = z.object({
  measure: z.enum(HYPOTHESIS_MEASURES), subject: z.string().nullable(), findingId: z.string().nullable(), sentence: z.string(), source: figureSourceSchema.nullable(),
  unit, metric: z.string().nullable(), brand: z.string().nullable(), filters: filtersSchema,
  target: z.object(target),
  /** Judged on what was written from `fromMs` to before `toMs`, once the data reach `readyMs`. */
  fromMs: count, toMs: count, readyMs: count,
  registeredMs: count, data: dataThen, baseline: figure,
  /** False where its window began before it was registered, or where the data held messages of it already: it describes and tests nothing. */
  isTest: z.boolean(),
  note: z.string(), verdicts: z.array(verdictSchema), withdrawnMs: moment,
});

/** Hypotheses: targets registered before, judged after, kept whatever the verdict. */
export const hypothesisOperations = {
  /** The figure as it is on the data of today, before a target is set on it. */
  'hypotheses.measure': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, ...measuredShape }),
    output: z.object({ unit, metric: z.string().nullable(), figure }),
  },
  'hypotheses.list': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({
      /** Until when the messages of the project were watched. */
      reachMs: moment,
      measures: z.array(z.object({ measure: z.enum(HYPOTHESIS_MEASURES), subject: z.enum(HYPOTHESIS_SUBJECTS), unit, metric: z.string() })),
      counts: z.record(z.enum(HYPOTHESIS_STATES), count),
      /** The latest first. `met`: the baseline met the target already. `verdicts[0]` is the verdict; later ones stand beside it. */
      hypotheses: z.array(hypothesisBodySchema.omit({ source: true }).extend({ id: z.string(), state: z.enum(HYPOTHESIS_STATES), met: z.boolean() })),
    }),
  },
  /** Writes a target down with the figure of now as its baseline. `fromMs` is now, or the end of the data where that lies later, when left out. One change, undoable. */
  'hypotheses.register': {
    kind: 'command',
    input: z.strictObject({ ...scopeShape, ...measuredShape, ...target, fromMs: count.optional(), toMs: count, note: z.string().max(1000).default('') }),
    output: z.object({ id: z.string(), isTest: z.boolean(), baseline: figure }),
  },
  /** Judges what the data reach, and again what was judged on other data; a first verdict is never replaced. Each judgement is one change, undoable. `unmeasured`: their figure could not be computed. */
  'hypotheses.judge': { kind: 'command', input: z.strictObject({ id: z.string().optional() }), output: z.object({ judged: count, again: count, waiting: count, unmeasured: count }) },
  /** Takes a hypothesis out of the waiting ones, or back in; it stays in the list. Refused once the data reach its window. One change, undoable. */
  'hypotheses.withdraw': { kind: 'command', input: z.strictObject({ id: z.string(), withdrawn: z.boolean().default(true) }), output: z.object({ changed: z.boolean() }) },
} as const;
