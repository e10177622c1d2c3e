import { sentenceAround } from '../domain/trust/promise-signals.ts';
import type { PromiseReason, PromiseState } from '../domain/model/promise-state.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** Whose promises: a brand's (null: all together), under a condition on alias `m`, the promising message. */
export interface PromiseScope {
  readonly brandId: number | null;
  readonly messages: SqlCondition;
  /** Tribes of the person promised to; left out for everybody. */
  readonly tribes?: readonly string[] | undefined;
}

/** Which promises of a scope; null where it does not matter. */
export interface PromiseChoice {
  readonly state: PromiseState | null;
  readonly named: boolean | null;
  readonly byHand: boolean | null;
}

/** A promise with its state as it stands: by hand where a person decided. */
export interface StandingPromise {
  readonly messageId: number;
  readonly accountId: number | null;
  readonly named: boolean;
  readonly state: PromiseState;
  readonly byHand: boolean;
}

/** A promise as a list shows it. */
export interface PromiseRow extends StandingPromise {
  readonly nativeId: string;
  readonly network: string;
  readonly container: string | null;
  readonly brand: string | null;
  readonly personName: string | null;
  readonly atMs: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly dueText: string | null;
  readonly dueMs: number | null;
  readonly judgedMs: number;
  /** What the program says, whatever a person decided. */
  readonly derivedState: PromiseState;
  readonly reason: PromiseReason;
  readonly shownMs: number | null;
  readonly note: string | null;
  /** `text` is the sentence around the stretch. */
  readonly evidence: { readonly messageId: number; readonly start: number; readonly end: number; readonly atMs: number | null; readonly text: string; readonly byBrand: boolean } | null;
}

/** Promises (alias `p`) with their message (`m`), network (`n`) and the verdict by hand that holds for them (`v`). */
export const STANDING_PROMISES = `promise p JOIN message m ON m.id = p.message_id JOIN network n ON n.id = m.network_id
  LEFT JOIN promise_verdict v ON v.network = n.code AND v.kind = m.kind AND v.message = m.native_id AND v.start < p."end" AND v."end" > p.start`;
/** The state as it stands: by hand where a person decided. */
export const STANDING_STATE = 'COALESCE(v.state, p.state)';

/** The condition that a scope and a choice put on {@link STANDING_PROMISES}. */
export function promiseCondition({ brandId, messages, tribes }: PromiseScope, choice?: PromiseChoice): SqlCondition {
  const parts = [`(${messages.sql})`];
  const parameters: (string | number)[] = [...messages.parameters];
  const add = (sql: string, ...values: (string | number)[]): void => {
    parts.push(sql);
    parameters.push(...values);
  };
  if (brandId !== null) add('p.brand_id = ?', brandId);
  if (tribes !== undefined) add('p.account_id IN (SELECT account_id FROM tribe_member WHERE tribe IN (SELECT value FROM json_each(?)))', JSON.stringify(tribes));
  if (choice !== undefined && choice.state !== null) add(`${STANDING_STATE} = ?`, choice.state);
  if (choice !== undefined && choice.named !== null) add(`p.due_ms IS ${choice.named ? 'NOT ' : ''}NULL`);
  if (choice !== undefined && choice.byHand !== null) add(`v.state IS ${choice.byHand ? 'NOT ' : ''}NULL`);
  return { sql: parts.join(' AND '), parameters };
}

/** Every promise of a scope with its state, in the order of the messages. */
export function standingPromises({ connection }: ProjectDatabase, scope: PromiseScope): StandingPromise[] {
  const { sql, parameters } = promiseCondition(scope);
  const rows = connection.prepare(`SELECT p.message_id, p.account_id, p.due_ms IS NOT NULL, ${STANDING_STATE}, v.state IS NOT NULL FROM ${STANDING_PROMISES} WHERE ${sql} ORDER BY p.message_id, p.start`).raw().all(...parameters) as [number, number | null, number, PromiseState, number][];
  return rows.map(([messageId, accountId, named, state, byHand]) => ({ messageId, accountId, named: named === 1, state, byHand: byHand === 1 }));
}

/** How many promises a choice holds. */
export function promiseCount({ connection }: ProjectDatabase, scope: PromiseScope, choice: PromiseChoice): number {
  const { sql, parameters } = promiseCondition(scope, choice);
  return connection.prepare(`SELECT count(*) FROM ${STANDING_PROMISES} WHERE ${sql}`).pluck().get(...parameters) as number;
}

interface Columns extends Omit<PromiseRow, 'named' | 'byHand' | 'evidence'> {
  readonly byHand: number;
  readonly evidenceId: number | null;
  readonly evidenceStart: number | null;
  readonly evidenceEnd: number | null;
  readonly evidenceAtMs: number | null;
  readonly evidenceText: string | null;
  readonly evidenceByBrand: number;
}

const COLUMNS = `p.message_id AS messageId, m.native_id AS nativeId, n.code AS network, c.name AS container, b.name AS brand, p.account_id AS accountId, COALESCE(a.name, a.handle) AS personName,
  p.at_ms AS atMs, p.start, p."end", COALESCE(m.text, '') AS text, p.due_text AS dueText, p.due_ms AS dueMs, p.judged_ms AS judgedMs, ${STANDING_STATE} AS state, p.state AS derivedState, p.reason, p.shown_ms AS shownMs,
  v.note, v.state IS NOT NULL AS byHand, e.id AS evidenceId, p.evidence_start AS evidenceStart, p.evidence_end AS evidenceEnd, e.created_at_ms AS evidenceAtMs, e.text AS evidenceText,
  COALESCE((SELECT r.direction = 'outbound' FROM reading r WHERE r.message_id = e.id), 0) AS evidenceByBrand`;

/** Newest first, or the one due first; a page of them. */
export function promisePage({ connection }: ProjectDatabase, scope: PromiseScope, { page, size, orderBy, ...choice }: PromiseChoice & { readonly page: number; readonly size: number; readonly orderBy: 'newest' | 'due' }): PromiseRow[] {
  const { sql, parameters } = promiseCondition(scope, choice);
  const order = orderBy === 'due' ? 'p.due_ms IS NULL, p.due_ms, p.message_id, p.start' : 'p.at_ms DESC, p.message_id DESC, p.start';
  const rows = connection
    .prepare(`SELECT ${COLUMNS} FROM ${STANDING_PROMISES} LEFT JOIN container c ON c.id = m.container_id LEFT JOIN brand b ON b.id = p.brand_id LEFT JOIN account a ON a.id = p.account_id LEFT JOIN message e ON e.id = p.evidence_message_id
      WHERE ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`)
    .all(...parameters, size, page * size) as Columns[];
  return rows.map(({ evidenceId, evidenceStart, evidenceEnd, evidenceAtMs, evidenceText, evidenceByBrand, byHand, ...row }) => ({
    // offsets count UTF-16 units, as the reader gives them; SQLite would count characters
    ...row, text: row.text.slice(row.start, row.end), byHand: byHand === 1, named: row.dueMs !== null,
    evidence: evidenceId === null || evidenceText === null ? null : { messageId: evidenceId, start: evidenceStart ?? 0, end: evidenceEnd ?? 0, atMs: evidenceAtMs, text: sentenceAround(evidenceText, { start: evidenceStart ?? 0, end: evidenceEnd ?? 0 }), byBrand: evidenceByBrand === 1 },
  }));
}

/** Some words of a message. */
export interface PromiseWordsAt {
  readonly messageId: number;
  readonly start: number;
  readonly end: number;
}

/** What a person decided of one promise, by the words it holds for. */
export interface PromiseDecision extends PromiseWordsAt {
  readonly state: PromiseState;
  readonly note: string;
  readonly atMs: number;
}

/** The promise that begins at a place of a message, with its derived state; null where none does. */
export function promiseAt({ connection }: ProjectDatabase, messageId: number, start: number): { readonly start: number; readonly end: number; readonly state: PromiseState } | null {
  return (connection.prepare('SELECT start, "end", state FROM promise WHERE message_id = ? AND start = ?').get(messageId, start) as { start: number; end: number; state: PromiseState } | undefined) ?? null;
}

/** The decisions that hold for the words of a promise. */
export function promiseDecisions({ connection }: ProjectDatabase, { messageId, start, end }: PromiseWordsAt): PromiseDecision[] {
  return connection
    .prepare(`SELECT m.id AS messageId, v.start, v."end", v.state, v.note, v.at_ms AS atMs FROM promise_verdict v JOIN network n ON n.code = v.network JOIN message m ON m.network_id = n.id AND m.kind = v.kind AND m.native_id = v.message
      WHERE m.id = ? AND v.start < ? AND v."end" > ? ORDER BY v.start`)
    .all(messageId, end, start) as PromiseDecision[];
}

/** Makes exactly these decisions stand for the words of a promise. To be called inside a transaction. */
export function putPromiseDecisions({ connection }: ProjectDatabase, { messageId, start, end }: PromiseWordsAt, decisions: readonly PromiseDecision[]): void {
  connection
    .prepare(`DELETE FROM promise_verdict WHERE (network, kind, message) IN (SELECT n.code, m.kind, m.native_id FROM message m JOIN network n ON n.id = m.network_id WHERE m.id = ?) AND start < ? AND "end" > ?`)
    .run(messageId, end, start);
  const insert = connection.prepare(`INSERT INTO promise_verdict (network, kind, message, start, "end", state, note, at_ms) SELECT n.code, m.kind, m.native_id, @start, @end, @state, @note, @atMs FROM message m JOIN network n ON n.id = m.network_id WHERE m.id = @messageId`);
  for (const decision of decisions) insert.run(decision);
}
