import type { z } from 'zod';
import { probeBodySchema } from '../../contract/operations/probes.ts';
import { applyDuplicateDecisions } from '../../store/import-traces.ts';
import { inBulk } from '../../store/import-removal.ts';
import { planRecords } from '../../store/plan-records.ts';
import { matchedProbes, PROBE_KIND, probesLeftOut } from '../../store/probe-queries.ts';
import { probesAside } from '../../store/probes-aside.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { AppContext } from '../context.ts';
import { coverAllImports } from '../import/reply-coverage.ts';
import { changePlans, putPlanChange, type PlanChanges, type PlanWriting } from '../plan/plan-change.ts';
import { raiseDataVersion } from '../project/data-version.ts';

/** A probe with its id. */
export type Probe = z.infer<typeof probeBodySchema> & { readonly id: string };

/** All probes, the latest first; a body that a newer program wrote in a way this one cannot read is left out. */
export function standingProbes(project: ProjectDatabase): Probe[] {
  return planRecords(project, PROBE_KIND).flatMap(({ id, body }) => {
    const parsed = probeBodySchema.safeParse(JSON.parse(body));
    return parsed.success ? [{ ...parsed.data, id }] : [];
  }).sort((one, other) => other.atMs - one.atMs || (one.id < other.id ? -1 : 1));
}

/**
 * Makes the messages agree with what is written down of probes: those that are to be left out leave, the others come back. Says
 * whether any did; then the data have a new version and the analysis is behind. To be called inside a transaction.
 */
export function layProbes(project: ProjectDatabase): boolean {
  const aside = probesAside(project).map(({ message }) => message.id);
  const isOut = probesLeftOut(project);
  // nothing aside and nothing to go: most changes end here
  if (aside.length === 0 && (!isOut || matchedProbes(project).length === 0)) return false;
  applyDuplicateDecisions(project);
  const now = new Set(probesAside(project).map(({ message }) => message.id));
  if (now.size === aside.length && aside.every((id) => now.has(id))) return false;
  coverAllImports(project);
  raiseDataVersion(project);
  return true;
}

/** Writes probes, or the rule of leaving them out, as one change, and lays them over the messages. Returns whether the messages changed. */
export function changeProbes(context: AppContext, project: ProjectDatabase, change: { readonly command: string; readonly label: string; readonly writings: readonly PlanWriting[] }): boolean {
  let isChanged = false;
  inBulk(project, () => {
    changePlans(context, project, change);
    isChanged = layProbes(project);
  });
  return isChanged;
}

/** Makes one side of a change of probes stand again. To be called inside a transaction. */
export function putProbes(project: ProjectDatabase, changes: PlanChanges, side: 'before' | 'after'): void {
  putPlanChange(project, changes, side);
  layProbes(project);
}
