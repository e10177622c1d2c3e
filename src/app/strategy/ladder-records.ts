import { z } from 'zod';
import type { GateRecord } from '../../contract/operations/ladder.ts';
import { CRISIS_LINES, type CrisisLine } from '../../domain/model/ladder-step.ts';
import { planRecord, planRecords } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Kind of what is attached to a gate; the id is the gate. */
export const GATE_KIND = 'ladder-gate';
/** Where the plan B is written down: there is one. */
export const CRISIS_RECORD = { kind: 'crisis-plan', id: 'plan' } as const;
/** Kind of a drill; the id is the week that was replayed, with its brand. */
export const DRILL_KIND = 'drill';
/** A gate to which nothing is attached. */
export const NO_EVIDENCE: GateRecord = { document: '', dateMs: null, owner: '', note: '', declared: null };

const gateSchema = z.object({ document: z.string().default(''), dateMs: z.number().nullable().default(null), owner: z.string().default(''), note: z.string().default(''), declared: z.boolean().nullable().default(null) });
const planSchema = z.object({ lines: z.partialRecord(z.enum(CRISIS_LINES), z.string()).default({}) });

/** The plan B as it stands, with when it was last changed (null: never written). */
export interface CrisisPlan {
  readonly lines: Record<CrisisLine, string>;
  readonly changedMs: number | null;
}

/** What is attached to each gate; a body that a newer program wrote in another way counts as nothing. */
export function gateRecords(project: ProjectDatabase): Map<string, GateRecord> {
  return new Map(planRecords(project, GATE_KIND).flatMap(({ id, body }) => {
    const parsed = gateSchema.safeParse(JSON.parse(body));
    return parsed.success ? [[id, parsed.data] as const] : [];
  }));
}

/** The plan B; every line is there, empty where nobody wrote it. */
export function crisisPlan(project: ProjectDatabase): CrisisPlan {
  const record = planRecord(project, CRISIS_RECORD);
  const parsed = record === null ? null : planSchema.safeParse(JSON.parse(record.body));
  const written = parsed?.success === true ? parsed.data.lines : {};
  return { lines: Object.fromEntries(CRISIS_LINES.map((line) => [line, written[line] ?? ''])) as Record<CrisisLine, string>, changedMs: record?.changedMs ?? null };
}
