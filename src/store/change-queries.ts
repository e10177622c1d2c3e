import type { PromiseState } from '../domain/model/promise-state.ts';
import type { ProjectDatabase } from './project-database.ts';
import { promiseCondition, STANDING_PROMISES, type PromiseScope } from './promise-queries.ts';

/** Messages that no import finished by a moment holds: what came in later. Ids ascending. */
export function messagesSince({ connection }: ProjectDatabase, sinceMs: number): number[] {
  return connection
    .prepare(`WITH held AS (SELECT id FROM import WHERE state = 'done' AND COALESCE(finished_at_ms, started_at_ms) <= ?)
      SELECT m.id FROM message m WHERE m.import_id NOT IN (SELECT id FROM held) AND NOT EXISTS (SELECT 1 FROM sighting s WHERE s.record = 'message' AND s.record_id = m.id AND s.import_id IN (SELECT id FROM held)) ORDER BY m.id`)
    .pluck().all(sinceMs) as number[];
}

/** Until when the imports finished by a moment watched anything; null without one that has a time. */
export function reachBy({ connection }: ProjectDatabase, byMs: number): number | null {
  return connection
    .prepare(`SELECT max(COALESCE(i.collected_at_ms, (SELECT max(m.created_at_ms) FROM message m WHERE m.import_id = i.id AND m.precision NOT IN ('relative', 'none')))) FROM import i WHERE i.state = 'done' AND COALESCE(i.finished_at_ms, i.started_at_ms) <= ?`)
    .pluck().get(byMs) as number | null;
}

/** A message that a hand labelled, as the reader would be given it. */
export interface LabelledText {
  readonly id: number;
  readonly text: string;
  readonly direction: 'inbound' | 'outbound';
  readonly atMs: number | null;
  readonly languageTag: string | null;
}

/** Messages whose label was set by hand after a moment, with what the reader needs to read them anew; those without text are left out. */
export function labelledSince({ connection }: ProjectDatabase, sinceMs: number): LabelledText[] {
  return connection
    .prepare(`SELECT m.id, m.text, r.direction, m.created_at_ms AS atMs, m.language_tag AS languageTag FROM label_verdict d JOIN network n ON n.code = d.network JOIN message m ON m.network_id = n.id AND m.native_id = d.message AND m.kind = d.kind
      JOIN reading r ON r.message_id = m.id WHERE d.at_ms > ? AND m.text IS NOT NULL ORDER BY m.id`)
    .all(sinceMs) as LabelledText[];
}

/** One booking of what an account gave. */
export interface GivenPoints {
  readonly accountId: number;
  readonly atMs: number;
  readonly points: number;
}

/** What some accounts gave, booking by booking, by account and time. */
export function givenPoints({ connection }: ProjectDatabase, accountIds: readonly number[]): GivenPoints[] {
  return connection
    .prepare(`SELECT giver_id AS accountId, at_ms AS atMs, points FROM booking WHERE giver_kind = 'account' AND at_ms IS NOT NULL AND giver_id IN (SELECT value FROM json_each(?)) ORDER BY giver_id, at_ms`)
    .all(JSON.stringify(accountIds)) as GivenPoints[];
}

/** A promise with what the program and what a person says of it. */
export interface ChangedPromise {
  readonly messageId: number;
  readonly accountId: number | null;
  readonly network: string;
  readonly named: boolean;
  readonly derived: PromiseState;
  readonly byHand: PromiseState | null;
  readonly byHandMs: number | null;
  readonly evidenceId: number | null;
}

/** Every promise of a scope with both verdicts. */
export function changedPromises({ connection }: ProjectDatabase, scope: PromiseScope): ChangedPromise[] {
  const { sql, parameters } = promiseCondition(scope);
  const rows = connection
    .prepare(`SELECT p.message_id, p.account_id, n.code, p.due_ms IS NOT NULL, p.state, v.state, v.at_ms, p.evidence_message_id FROM ${STANDING_PROMISES} WHERE ${sql} ORDER BY p.message_id, p.start`)
    .raw().all(...parameters) as [number, number | null, string, number, PromiseState, PromiseState | null, number | null, number | null][];
  return rows.map(([messageId, accountId, network, named, derived, byHand, byHandMs, evidenceId]) => ({ messageId, accountId, network, named: named === 1, derived, byHand, byHandMs, evidenceId }));
}

/** The network of each account. */
export function networksOfAccounts({ connection }: ProjectDatabase, accountIds: readonly number[]): Map<number, string> {
  return new Map(connection.prepare('SELECT a.id, n.code FROM account a JOIN network n ON n.id = a.network_id WHERE a.id IN (SELECT value FROM json_each(?))').raw().all(JSON.stringify(accountIds)) as [number, string][]);
}
