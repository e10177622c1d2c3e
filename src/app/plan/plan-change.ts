import { randomUUID } from 'node:crypto';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { recordCommand } from '../../store/journal.ts';
import { planRecord, putPlanRecord, type PlanRecord } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { AppContext } from '../context.ts';

/** What the journal keeps of a change to something written down: the record before and after, null where there was or is none. */
export interface PlanChange {
  readonly kind: string;
  readonly id: string;
  readonly before: PlanRecord | null;
  readonly after: PlanRecord | null;
}

/** Makes one side of a change stand. To be called inside a transaction. */
export function putPlanChange(project: ProjectDatabase, { kind, id, ...change }: PlanChange, side: 'before' | 'after'): void {
  putPlanRecord(project, { kind, id }, change[side]);
}

/** The open project when it can be written to; else `not-found` or `read-only-project` with what to do. */
export function writableProject({ project }: AppContext): Outcome<ProjectDatabase> {
  if (project === null) return failed('not-found', 'no project is open');
  return project.readOnly ? failed('read-only-project', 'this project is open for reading only; save a copy to write plans') : success(project);
}

/** An id for something newly written down; never shown. */
export function newPlanId(): string {
  return randomUUID();
}

/** Writes, changes or removes one record as a single change that undo takes back; `body` null removes it. `label` is what the history says. */
export function changePlan(context: AppContext, project: ProjectDatabase, { command, kind, id, body, label }: { readonly command: string; readonly kind: string; readonly id: string; readonly body: object | null; readonly label: string }): void {
  project.connection.transaction(() => {
    const atMs = context.now();
    const change = changedRecord(project, { kind, id, body }, atMs);
    recordCommand(project, { command, label: `${command}:${label.slice(0, 80)}`, forward: '{}', inverse: JSON.stringify(change), atMs });
  }).immediate();
}

/** The same for many records: one change in the history, whose inverse is the list of what changed. */
export function changePlans(context: AppContext, project: ProjectDatabase, { command, changes, label }: { readonly command: string; readonly changes: readonly { readonly kind: string; readonly id: string; readonly body: object | null }[]; readonly label: string }): void {
  project.connection.transaction(() => {
    const atMs = context.now();
    const changed = changes.map((change) => changedRecord(project, change, atMs));
    recordCommand(project, { command, label: `${command}:${label.slice(0, 80)}`, forward: '{}', inverse: JSON.stringify(changed), atMs });
  }).immediate();
}

function changedRecord(project: ProjectDatabase, { kind, id, body }: { readonly kind: string; readonly id: string; readonly body: object | null }, atMs: number): PlanChange {
  const before = planRecord(project, { kind, id });
  const after: PlanRecord | null = body === null ? null : { kind, id, body: JSON.stringify(body), madeMs: before?.madeMs ?? atMs, changedMs: atMs };
  const change: PlanChange = { kind, id, before, after };
  putPlanChange(project, change, 'after');
  return change;
}
