import { z } from 'zod';
import { editionVerdictSchema, type EditionVerdict } from '../../contract/operations/editions.ts';
import { reportSchema } from '../../contract/operations/present.ts';
import { CHANGE_MEASURES, type ChangeMeasure } from '../../domain/model/change-code.ts';
import type { Report } from '../../domain/model/report.ts';
import { planRecord, planRecords, type PlanRecord } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Kind of a closed edition. */
export const EDITION_KIND = 'edition';

/** What of an edition's state lets its figures be counted again: how far the data reached, the rules and weights in force, and the figures themselves. */
export interface EditionState {
  readonly reachMs: number | null;
  readonly inferredAnswers: boolean;
  /** The project's own weights; those of the default table are not kept. */
  readonly weights: Readonly<Record<string, number>>;
  readonly figures: readonly { readonly measure: ChangeMeasure; readonly estimate: number | null }[];
}

/** An edition as it was closed: its period and the client's report in both languages. */
export interface Edition {
  readonly name: string;
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly brand: string | null;
  readonly seed: number;
  readonly it: Report;
  readonly en: Report;
  /** Null in an edition that an earlier program closed. */
  readonly kept: EditionState | null;
  /** What was judged when it was closed. */
  readonly verdicts: readonly EditionVerdict[];
}

const editionSchema: z.ZodType<Edition> = z.object({
  name: z.string(), fromMs: z.number().nullable(), toMs: z.number().nullable(), brand: z.string().nullable(), seed: z.number().int(), it: reportSchema, en: reportSchema,
  kept: z.object({ reachMs: z.number().nullable(), inferredAnswers: z.boolean(), weights: z.record(z.string(), z.number()), figures: z.array(z.object({ measure: z.enum(CHANGE_MEASURES), estimate: z.number().nullable() })) }).nullable().default(null),
  verdicts: z.array(editionVerdictSchema).default([]),
});

/** An edition with the record it stands in. */
export interface ClosedEdition extends Edition {
  readonly id: string;
  readonly closedMs: number;
}

/** A stored edition; null for a body that a newer program wrote in a way this one cannot read. */
function editionOf({ id, body, madeMs }: PlanRecord): ClosedEdition | null {
  const parsed = editionSchema.safeParse(JSON.parse(body));
  return parsed.success ? { ...parsed.data, id, closedMs: madeMs } : null;
}

/** Every edition, the latest first. */
export function closedEditions(project: ProjectDatabase): ClosedEdition[] {
  return planRecords(project, EDITION_KIND).flatMap((record) => editionOf(record) ?? []).reverse();
}

/** One edition, or null. */
export function closedEdition(project: ProjectDatabase, id: string): ClosedEdition | null {
  const record = planRecord(project, { kind: EDITION_KIND, id });
  return record === null ? null : editionOf(record);
}
