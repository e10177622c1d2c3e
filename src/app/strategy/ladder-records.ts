import { z } from 'zod';
import type { GateRecord } from '../../contract/operations/ladder.ts';
import { CRISIS_LINES, DRILL_CHOICES, type CrisisLine, type DrillChoice } from '../../domain/model/ladder-step.ts';
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

/** Body of the record of a gate. */
export const gateSchema = z.object({ document: z.string().default(''), dateMs: z.number().nullable().default(null), owner: z.string().default(''), note: z.string().default(''), declared: z.boolean().nullable().default(null) });
/** Body of the record of the plan B. */
export const planSchema = z.object({ lines: z.partialRecord(z.enum(CRISIS_LINES), z.string()).default({}) });

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

/** Body of the record of a drill. */
export const drillSchema = z.object({ decisions: z.array(z.object({ network: z.string(), kind: z.string(), nativeId: z.string(), choice: z.enum(DRILL_CHOICES), note: z.string().default('') })).default([]), finished: z.boolean().default(false) });

/** A choice of a drill, held by the content of its message. */
export interface DrillDecision {
  readonly network: string;
  readonly kind: string;
  readonly nativeId: string;
  readonly choice: DrillChoice;
  readonly note: string;
}

/** A drill as it was kept. */
export interface KeptDrill {
  readonly decisions: readonly DrillDecision[];
  readonly finished: boolean;
}

/** The id of a drill: the week and, where one is meant, the brand. */
export function drillId(week: string, brand: string | null): string {
  return brand === null ? week : `${week} ${brand}`;
}

/** One text for the message of a decision. */
export function decisionKey({ network, kind, nativeId }: Pick<DrillDecision, 'network' | 'kind' | 'nativeId'>): string {
  return JSON.stringify([network, kind, nativeId]);
}

/** The drill of a week as it stands; without decisions where there is none. */
export function keptDrill(project: ProjectDatabase, id: string): KeptDrill {
  const record = planRecord(project, { kind: DRILL_KIND, id });
  const parsed = record === null ? null : drillSchema.safeParse(JSON.parse(record.body));
  return parsed?.success === true ? parsed.data : { decisions: [], finished: false };
}

/** How many drills were played to their end. */
export function finishedDrills(project: ProjectDatabase): number {
  return planRecords(project, DRILL_KIND).filter(({ id }) => keptDrill(project, id).finished).length;
}
