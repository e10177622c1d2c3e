import { z } from 'zod';
import { REQUEST_INTENTS } from '../../domain/model/codes.ts';
import { ONE_BY_ONE_KINDS, ONE_BY_ONE_STATES } from '../../domain/model/one-by-one.ts';
import { PIECE_KINDS } from '../../domain/model/value-piece.ts';
import { scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const kind = z.enum(ONE_BY_ONE_KINDS);
const state = z.enum(ONE_BY_ONE_STATES);
/** A local day of the project, `2026-03-02`. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const estimate = z.object({ estimate: z.number(), low: z.number(), high: z.number() }).nullable();

/** Longest draft that is kept. */
const draftText = z.string().max(5000);

/** What somebody is written to for, and the figures that put them on the list. */
const reasonShape = {
  kind,
  /** What they asked or gave; null where they are thanked for all of it. */
  about: z.enum([...REQUEST_INTENTS, ...PIECE_KINDS]).nullable(),
  /** Created in the 365 days before the end of the data, when the list was made; null without a known author. */
  points: nullableNumber,
  waitedSeconds: nullableNumber,
};

/** One name of a list as it is kept: by content, so that it survives import again. */
export const oneByOneEntrySchema = z.object({ ...reasonShape, person: z.string().nullable(), message: z.string().nullable(), state, atMs: count.nullable(), /** The draft as a person typed it; left out while the prepared one holds. */ typed: draftText.optional() });
/** The list of a day as it is kept; `draw` is what parted the two halves, null where nobody was held back. */
export const oneByOneListSchema = z.object({ brand: z.string().nullable(), dealtMs: count, draw: z.string().nullable(), queue: z.array(oneByOneEntrySchema), held: z.array(oneByOneEntrySchema) });

const side = z.object({ people: count, back: z.object({ k: count, n: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber }), points: z.object({ n: count, sum: z.number(), mean: nullableNumber }) });
const comparison = z.object({ first: side, second: side, back: estimate, points: estimate });

const shownShape = {
  ...reasonShape,
  /** Names the entry for a mark. */
  key: z.string(),
  accountId: count.nullable(), name: z.string().nullable(), network: z.string().nullable(),
  /** The messages behind it; empty where they are no longer in the data. */
  messageIds: z.array(count), text: z.string().nullable(), atMs: nullableNumber, language: z.string().nullable(),
};

/** One by one: whom to answer, thank or surprise today, with a draft to finish by hand; nothing is ever sent. What came of it is measured afterwards. */
export const oneByOneOperations = {
  'oneByOne.list': {
    kind: 'read',
    /** The list of today when no day is given. */
    input: z.strictObject({ ...scopeShape, day: day.optional() }),
    output: z.object({
      today: day, day, dealtMs: nullableNumber, most: count,
      holdBack: z.object({ on: z.boolean(), /** End of the period in which the two halves stay as they are. */ untilMs: nullableNumber }),
      entries: z.array(z.object({ ...shownShape, state, /** What a person typed in place of the drafts; null while they hold. */ typed: z.string().nullable(), drafts: z.object({ informal: z.string().nullable(), formal: z.string().nullable() }) })),
      held: z.array(z.object(shownShape)),
      /** Days with a list, the latest first, at most sixty. */
      days: z.array(z.object({ day, names: count, done: count, skipped: count, held: count })),
    }),
  },
  /** Makes the list of today from the data as they are, once a day and brand. One change, undoable. */
  'oneByOne.deal': { kind: 'command', input: z.strictObject(scopeShape), output: z.object({ day, names: count, held: count, already: z.boolean() }) },
  /** One change, undoable. */
  'oneByOne.mark': { kind: 'command', input: z.strictObject({ brand: z.string().optional(), day, key: z.string().min(1).max(1000), state }), output: z.object({ changed: z.boolean() }) },
  /** Keeps what was typed in place of a prepared draft; null gives it back. One change, undoable. */
  'oneByOne.draft': { kind: 'command', input: z.strictObject({ brand: z.string().optional(), day, key: z.string().min(1).max(1000), text: draftText.nullable() }), output: z.object({ changed: z.boolean() }) },
  /** Whether a random half of the people is held back from now on; `seed` draws it, one of its own when left out. One change, undoable. */
  'oneByOne.holdBack': { kind: 'command', input: z.strictObject({ on: z.boolean(), seed: z.string().min(1).max(100).optional() }), output: z.object({ changed: z.boolean() }) },
  'oneByOne.effect': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, seed: count.optional() }),
    output: z.object({
      backDays: count, pointsDays: count, least: count, draws: count, reachMs: nullableNumber,
      /** Whoever was dealt to the list against whoever the draw held back, each by their first list: an effect. `done`: of the first, those written to. */
      randomised: comparison.extend({ done: count }),
      /** People written to while nobody was held back, against others who were like them before: a difference. `unmatched`: those like whom nobody was found. */
      matched: comparison.extend({ done: count, sets: count, unmatched: count }),
    }),
  },
} as const;
