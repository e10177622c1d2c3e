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

/** Several records changed as one: what undo takes back together. */
export interface PlanChanges {
  readonly changes: readonly PlanChange[];
}

/** Makes one side of a change stand. To be called inside a transaction. */
export function putPlanChange(project: ProjectDatabase, change: PlanChange | PlanChanges, side: 'before' | 'after'): void {
  for (const { kind, id, ...one } of 'changes' in change ? change.changes : [change]) putPlanRecord(project, { kind, id }, one[side]);
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

/** One record to be written; `body` null removes it. */
export interface PlanWriting {
  readonly kind: string;
  readonly id: string;
  readonly body: object | null;
}

function planned(project: ProjectDatabase, { kind, id, body }: PlanWriting, atMs: number): PlanChange {
  const before = planRecord(project, { kind, id });
  return { kind, id, before, after: body === null ? null : { kind, id, body: JSON.stringify(body), madeMs: before?.madeMs ?? atMs, changedMs: atMs } };
}

/** Writes, changes or removes one record as a single change that undo takes back; `body` null removes it. `label` is what the history says. */
export function changePlan(context: AppContext, project: ProjectDatabase, { command, label, ...writing }: PlanWriting & { readonly command: string; readonly label: string }): void {
  project.connection.transaction(() => {
    const atMs = context.now();
    const change = planned(project, writing, atMs);
    putPlanChange(project, change, 'after');
    recordCommand(project, { command, label: `${command}:${label.slice(0, 80)}`, forward: '{}', inverse: JSON.stringify(change), atMs });
  }).immediate();
}

/** {@link changePlan} for several records that stand or fall together: one change, one undo. */
export function changePlans(context: AppContext, project: ProjectDatabase, { command, label, writings }: { readonly command: string; readonly label: string; readonly writings: readonly PlanWriting[] }): void {
  project.connection.transaction(() => {
    const atMs = context.now();
    const changes = writings.map((writing) => planned(project, writing, atMs));
    putPlanChange(project, { changes }, 'after');
    recordCommand(project, { command, label: `${command}:${label.slice(0, 80)}`, forward: '{}', inverse: JSON.stringify({ changes } satisfies PlanChanges), atMs });
  }).immediate();
}
