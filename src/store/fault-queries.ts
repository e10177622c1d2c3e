import type { PieceCondition } from './piece-pages.ts';
import type { ProjectDatabase } from './project-database.ts';

/** A report of a fault with the group it stands in; a piece alone is in none. */
export interface FaultRow {
  readonly messageId: number;
  readonly group: string | null;
  readonly personId: number;
  readonly atMs: number;
}

/** Reports of faults of known times under a condition, in time order; an author who is not known is a person of their own. */
export function faultRows({ connection }: ProjectDatabase, { join, sql, parameters }: PieceCondition): FaultRow[] {
  return connection.prepare(`SELECT p.message_id AS messageId, p.group_id AS "group", COALESCE(p.account_id, -p.id) AS personId, p.at_ms AS atMs FROM value_piece p ${join} WHERE ${sql} AND p.kind = 'fault' AND p.at_ms IS NOT NULL ORDER BY p.at_ms, p.id`).all(...parameters) as FaultRow[];
}

/** Until when faults are watched, UTC ms; null without one. */
export function faultsWatchedMs({ connection }: ProjectDatabase): number | null {
  return connection.prepare(`SELECT max(watched_ms) FROM value_piece WHERE kind = 'fault'`).pluck().get() as number | null;
}
