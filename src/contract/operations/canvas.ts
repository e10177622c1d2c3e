import { z } from 'zod';
import { CANVAS_LINES, CANVAS_STATES } from '../../domain/model/canvas-line.ts';
import { FINDING_STANDINGS } from '../../domain/model/finding-state.ts';
import { HYPOTHESIS_MEASURES } from '../../domain/model/hypothesis.ts';

const count = z.number().int();
const money = z.strictObject({ low: z.number().min(0).max(1e12), high: z.number().min(0).max(1e12) });
const people = z.strictObject({ low: z.number().min(1).max(1e9), high: z.number().min(1).max(1e9) });
const tribe = z.string().min(1).max(200);
const line = z.strictObject({ text: z.string().max(1000), findingId: z.string().nullable() });
const lines = z.partialRecord(z.enum(CANVAS_LINES), line);

const bodyShape = {
  lines, owner: z.string().max(200), dueMs: count.nullable(), state: z.enum(CANVAS_STATES),
  /** Typed by a person; blank until then. */
  cost: money.nullable(), mass: z.strictObject({ cost: money, people }).nullable(),
  /** What the indicator is to reach, in its own words. */
  target: z.string().max(300), currency: z.string().max(8),
};

/** The strategy of one tribe on one page; every line may rest on a finding. */
export const canvasOperations = {
  'canvas.list': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({ canvases: z.array(z.object({ tribe: z.string(), task: z.string(), activity: z.string(), owner: z.string(), dueMs: count.nullable(), state: z.enum(CANVAS_STATES), filled: count, changedMs: count })) }),
  },
  'canvas.one': {
    kind: 'read',
    input: z.strictObject({ tribe, brand: z.string().optional() }),
    output: z.object({
      tribe: z.string(), exists: z.boolean(), ...bodyShape,
      /** People of the tribe now; null for a tribe that is not there. */
      size: count.nullable(),
      /** Cost for every person of the tribe, and of the mass campaign it is held against; null until typed. */
      perPerson: money.nullable(), massPerPerson: money.nullable(),
      /** How the findings that lines rest on stand on the data of today. */
      standings: z.array(z.object({ findingId: z.string(), sentence: z.string(), standing: z.enum(FINDING_STANDINGS) })),
    }),
  },
  'canvas.save': {
    kind: 'command',
    input: z.strictObject({ tribe, lines: lines.optional(), owner: bodyShape.owner.optional(), dueMs: bodyShape.dueMs.optional(), state: bodyShape.state.optional(), cost: bodyShape.cost.optional(), mass: bodyShape.mass.optional(), target: bodyShape.target.optional(), currency: bodyShape.currency.optional() }),
    output: z.object({ changed: z.boolean() }),
  },
  'canvas.remove': { kind: 'command', input: z.strictObject({ tribe }), output: z.object({ removed: z.boolean() }) },
  /** Everything with an owner or a date, by date: accepted findings, canvases, pieces of value that a person routed, hypotheses on the day they can be judged. For a calendar, and as a table. */
  'plan.calendar': {
    kind: 'read',
    input: z.strictObject({}),
    output: z.object({
      entries: z.array(z.object({
        kind: z.enum(['finding', 'canvas', 'piece', 'hypothesis']), id: z.string(), text: z.string(), tribe: z.string().nullable(), owner: z.string(), dueMs: count.nullable(), state: z.string(), outcome: z.string(), madeMs: count, changedMs: count,
        /** Its day is over and nothing came of it. */
        late: z.boolean(),
        /** Of a piece: its message. */
        messageId: count.optional(),
        /** Of a hypothesis whose text is empty: what it measures, and of what. */
        measure: z.enum(HYPOTHESIS_MEASURES).optional(), subject: z.string().nullable().optional(),
      })),
    }),
  },
  /** The same tasks as a text to save: a table (with semicolons it opens in Excel in Italian), or a calendar of those that have a date. `tribes`: how the window calls them. */
  'plan.tasks': {
    kind: 'read',
    input: z.strictObject({ format: z.enum(['csv', 'ics']), separator: z.enum([',', ';']).default(','), language: z.enum(['it', 'en']).default('it'), tribes: z.array(z.strictObject({ id: z.string().max(200), name: z.string().max(200) })).max(500).default([]) }),
    output: z.object({ fileName: z.string(), text: z.string(), tasks: count, undated: count }),
  },
} as const;
