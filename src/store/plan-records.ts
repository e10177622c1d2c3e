import type { ProjectDatabase } from './project-database.ts';

/** Something a person wrote down to act upon; `body` is its JSON, which whoever reads it parses. */
export interface PlanRecord {
  readonly kind: string;
  readonly id: string;
  readonly body: string;
  readonly madeMs: number;
  readonly changedMs: number;
}

const COLUMNS = 'kind, id, body, made_ms AS madeMs, changed_ms AS changedMs';

/** All records of a kind, the oldest first. */
export function planRecords({ connection }: ProjectDatabase, kind: string): PlanRecord[] {
  return connection.prepare(`SELECT ${COLUMNS} FROM plan_record WHERE kind = ? ORDER BY made_ms, id`).all(kind) as PlanRecord[];
}

/** One record, or null. */
export function planRecord({ connection }: ProjectDatabase, { kind, id }: Pick<PlanRecord, 'kind' | 'id'>): PlanRecord | null {
  return (connection.prepare(`SELECT ${COLUMNS} FROM plan_record WHERE kind = ? AND id = ?`).get(kind, id) as PlanRecord | undefined) ?? null;
}

/** Makes a record stand as given, or not stand at all where it is null. To be called inside a transaction. */
export function putPlanRecord({ connection }: ProjectDatabase, { kind, id }: Pick<PlanRecord, 'kind' | 'id'>, record: PlanRecord | null): void {
  connection.prepare('DELETE FROM plan_record WHERE kind = ? AND id = ?').run(kind, id);
  if (record === null) return;
  connection.prepare('INSERT INTO plan_record (kind, id, body, made_ms, changed_ms) VALUES (?, ?, ?, ?, ?)').run(kind, id, record.body, record.madeMs, record.changedMs);
}
