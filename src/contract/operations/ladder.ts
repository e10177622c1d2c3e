import { z } from 'zod';
import { CRISIS_LINES, DRILL_CHOICES, GATE_IDS, GATE_STATES, LADDER_STEPS, STEP_STATES } from '../../domain/model/ladder-step.ts';
import { pageShape, scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const gate = z.enum(GATE_IDS);
const changed = z.object({ changed: z.boolean() });
const words = z.string().max(2000);
const lines = z.record(z.enum(CRISIS_LINES), words);

/** How many of how many; the share and its limits from 30 cases on. */
const countedShare = z.object({ k: count, n: count, estimate: nullableNumber, low: nullableNumber, high: nullableNumber });
const week = z.string().regex(/^\d{4}-W\d{2}$/);
const choice = z.enum(DRILL_CHOICES);

/** What a person attached to a gate. */
const evidence = z.object({ document: z.string(), dateMs: count.nullable(), owner: z.string(), note: z.string(), declared: z.boolean().nullable() });
export type GateRecord = z.infer<typeof evidence>;

/** The ladder of five steps with what its gates rest on, and the plan for the day on which things go wrong. */
export const ladderOperations = {
  'strategy.ladder': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, seed: count.optional() }),
    output: z.object({
      steps: z.array(z.object({
        step: z.enum(LADDER_STEPS), state: z.enum(STEP_STATES),
        /** Gates that hold it back: its own, then gates of data below it. */
        heldBy: z.array(gate),
        gates: z.array(z.object({
          gate, kind: z.enum(['data', 'document', 'declared']), measure: z.enum(['sample', 'whole', 'count', 'seconds']).nullable(), rule: z.enum(['at-least', 'at-most']).nullable(), threshold: nullableNumber, state: z.enum(GATE_STATES),
          /** `estimate`: the share, the count or the seconds; limits only for a share of a sample of at least 30. Null where these data show nothing. */
          figure: z.object({ k: count.nullable(), n: count.nullable(), estimate: nullableNumber, low: nullableNumber, high: nullableNumber }).nullable(),
          evidence: evidence.nullable(),
          /** The newest messages behind the figure, at most a thousand. */
          messageIds: z.array(count),
        })),
      })),
      plan: z.object({ lines, changedMs: nullableNumber }),
    }),
  },
  /** Attaches a document or a word to a gate; what is left out stays. Everything empty takes it away. */
  'strategy.setGate': {
    kind: 'command',
    input: z.strictObject({ gate, document: z.string().max(500).optional(), dateMs: count.nullable().optional(), owner: z.string().max(200).optional(), note: words.optional(), declared: z.boolean().nullable().optional() }),
    output: changed,
  },
  /** The plan B; lines left out stay. */
  'strategy.setCrisisPlan': { kind: 'command', input: z.strictObject({ lines: z.partialRecord(z.enum(CRISIS_LINES), words) }), output: changed },
  /** Bursts of criticism, day by day, with what the brand did in each and the warnings that a simple rule would have given. */
  'strategy.bursts': {
    kind: 'read',
    input: z.strictObject(scopeShape),
    output: z.object({
      timeZone: z.string(),
      /** Criticism with a day; without one; complete days; days left out because collection begins or ends on them, or nothing was collected. */
      /** `stray`: the few before a long silence at the beginning, which stand in no series. */
      n: count, untimed: count, stray: count, days: count, leftOut: count,
      tooFew: z.boolean(),
      /** Mean of ordinary days and size of the negative binomial around it; null size: they spread no more than a Poisson. */
      base: z.object({ mean: z.number(), size: nullableNumber }).nullable(),
      daily: z.array(z.object({ startMs: count, count, complete: z.boolean() })),
      bursts: z.array(z.object({
        /** `level`: lasts longer than four weeks. */
        kind: z.enum(['burst', 'level']), startMs: count, endMs: count, peakMs: count, peak: count, messages: count,
        /** Begins right after the collection of a place began or ended. */
        atEdge: z.boolean(), terms: z.array(z.string()),
        /** Of those whose answer the data can show; null where there are none. */
        answered: countedShare.nullable(),
        /** The first message of the brand in one of its conversations, and how long after the first criticism; null where there is none. */
        statement: z.object({ messageId: count, seconds: z.number() }).nullable(),
        messageIds: z.array(count),
      })),
      /** `burst`: its number in the list, null for a false alarm; `leadDays`: before the fullest day, negative after it. */
      warnings: z.array(z.object({ atMs: count, burst: count.nullable(), leadDays: count.nullable() })),
      /** Warnings that a burst followed, of all. */
      precision: countedShare,
    }),
  },
  /**
   * Bursts and early warnings for each kind of request, or each question that recurs, with how often the same rule warns where
   * nothing goes on (weeks of ordinary days in random order), and how many days before the fullest day it warned.
   */
  'strategy.warnings': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, by: z.enum(['intent', 'topic']).default('intent'), seed: count.default(1) }),
    output: z.object({
      by: z.enum(['intent', 'topic']), timeZone: z.string(),
      /** Requests whose day is known; days left out because their collection is not complete. */
      n: count, leftOut: count, least: z.object({ days: count, messages: count }), shuffles: count, seed: count,
      /** Series above the floors, and how many warnings a year all of them together give by chance. */
      looked: count, falseAlarmsAYear: nullableNumber,
      /** Those with a warning in the last week of the data first. */
      series: z.array(z.object({
        /** An intent, or the id of a question; `label` is the question's words, empty for an intent. */
        key: z.string(), label: z.string(), n: count, people: count, tooFew: z.boolean(), days: count, mean: nullableNumber,
        bursts: z.array(z.object({ kind: z.enum(['burst', 'level']), startMs: count, endMs: count, peakMs: count, peak: count, messages: count, atEdge: z.boolean(), messageIds: z.array(count) })),
        warnings: z.array(z.object({ atMs: count, burst: count.nullable(), leadDays: count.nullable() })),
        /** Warnings that a burst followed, of all; bursts without a warning before their fullest day; median days of warning. */
        precision: countedShare, unwarned: count, medianLeadDays: nullableNumber,
        falseAlarms: z.object({ aYear: z.number(), low: z.number(), high: z.number(), days: count }).nullable(),
        /** The latest warning, when it lies in the last week of the data. */
        standing: z.object({ atMs: count, messageIds: z.array(count) }).nullable(),
        messageIds: z.array(count),
      })),
    }),
  },
  /** The worst past week, criticism by criticism, in order of time. What the brand did is told only when asked for, and the score with it. */
  'strategy.drill': {
    kind: 'read',
    input: z.strictObject({ ...scopeShape, week: week.optional(), limitHours: count.min(1).max(168).default(24), reveal: z.boolean().default(false), ...pageShape }),
    output: z.object({
      timeZone: z.string(), limitHours: count,
      week: z.object({ key: z.string(), startMs: count, endMs: count, messages: count, unanswered: count, byUnanswered: z.boolean() }).nullable(),
      /** Moments decided so far, and where to go on: the first without a choice. */
      decided: count, next: count, finished: z.boolean(),
      moments: z.array(z.object({
        position: count, messageId: count, network: z.string(), container: z.string().nullable(), authorName: z.string().nullable(), text: z.string().nullable(), atMs: count, choice: choice.nullable(), note: z.string(),
        happened: z.object({ observable: z.boolean(), answeredAfter: nullableNumber, answerId: count.nullable(), answer: z.string().nullable(), recurrent: z.boolean() }).nullable(),
      })),
      score: z.object({ n: count, team: countedShare, brand: countedShare, recurrent: count, escalated: count, escalations: count, undecided: count, minutes: count }).nullable(),
    }),
  },
  /** Keeps choices of a drill beside those made before; null takes one back. Held by the content of the messages. */
  'strategy.saveDrill': {
    kind: 'command',
    input: z.strictObject({ brand: z.string().optional(), week, decisions: z.array(z.strictObject({ messageId: count, choice: choice.nullable(), note: words.default('') })).max(2000), finished: z.boolean().optional() }),
    output: z.object({ changed: count }),
  },
} as const;
