import { z } from 'zod';
import { CRISIS_LINES, GATE_IDS, GATE_STATES, LADDER_STEPS, STEP_STATES } from '../../domain/model/ladder-step.ts';
import { scopeShape } from '../selection.ts';

const count = z.number().int();
const nullableNumber = z.number().nullable();
const gate = z.enum(GATE_IDS);
const changed = z.object({ changed: z.boolean() });
const words = z.string().max(2000);
const lines = z.record(z.enum(CRISIS_LINES), words);

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
} as const;
