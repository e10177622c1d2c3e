import { ACTS, INTENTS, codeSet, type Act, type Intent, type Sentiment } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';

/** What a person decided of one message, as stored; null where nothing was decided. */
export interface LabelDecision {
  readonly messageId: number;
  readonly intents: number | null;
  readonly primaryIntent: string | null;
  readonly acts: number | null;
  readonly primaryAct: string | null;
  readonly sentiment: string | null;
  readonly atMs: number;
}

/** A decision as given: left out = unchanged, null = taken back. The first intent or act is the primary. */
export interface LabelChange {
  readonly messageId: number;
  readonly intents?: readonly Intent[] | null | undefined;
  readonly acts?: readonly Act[] | null | undefined;
  readonly sentiment?: Sentiment | null | undefined;
}

const COLUMNS = 'message_id AS messageId, intents, primary_intent AS primaryIntent, acts, primary_act AS primaryAct, sentiment, at_ms AS atMs';

/** The decisions that stand on some messages; messages without one are absent. */
export function labelDecisions(project: ProjectDatabase, messageIds: readonly number[]): LabelDecision[] {
  return project.connection.prepare(`SELECT ${COLUMNS} FROM label_decision WHERE message_id IN (SELECT value FROM json_each(?)) ORDER BY message_id`).all(JSON.stringify(messageIds)) as LabelDecision[];
}

/** Ids of the given messages that are not in the project. */
export function unknownMessages(project: ProjectDatabase, messageIds: readonly number[]): number[] {
  return project.connection.prepare('SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM message)').pluck().all(JSON.stringify(messageIds)) as number[];
}

/** A decision with a change laid over it; null when nothing is decided any more. */
export function changedDecision(before: LabelDecision | undefined, change: LabelChange, atMs: number): LabelDecision | null {
  const decision: LabelDecision = {
    messageId: change.messageId, atMs,
    ...(change.intents === undefined
      ? { intents: before?.intents ?? null, primaryIntent: before?.primaryIntent ?? null }
      : { intents: change.intents === null ? null : codeSet(INTENTS, change.intents), primaryIntent: change.intents?.[0] ?? null }),
    ...(change.acts === undefined
      ? { acts: before?.acts ?? null, primaryAct: before?.primaryAct ?? null }
      : { acts: change.acts === null ? null : codeSet(ACTS, change.acts), primaryAct: change.acts?.[0] ?? null }),
    sentiment: change.sentiment === undefined ? (before?.sentiment ?? null) : change.sentiment,
  };
  return decision.intents === null && decision.acts === null && decision.sentiment === null ? null : decision;
}

/**
 * Makes exactly these decisions stand on these messages and drops their readings, so that the next analysis reads them
 * again and lays the decisions over. To be called inside a transaction.
 */
export function putLabelDecisions(project: ProjectDatabase, messageIds: readonly number[], decisions: readonly LabelDecision[]): void {
  const ids = JSON.stringify(messageIds);
  project.connection.prepare('DELETE FROM label_decision WHERE message_id IN (SELECT value FROM json_each(?))').run(ids);
  const insert = project.connection.prepare('INSERT INTO label_decision (message_id, intents, primary_intent, acts, primary_act, sentiment, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const { messageId, intents, primaryIntent, acts, primaryAct, sentiment, atMs } of decisions) insert.run(messageId, intents, primaryIntent, acts, primaryAct, sentiment, atMs);
  project.connection.prepare('DELETE FROM reading WHERE message_id IN (SELECT value FROM json_each(?))').run(ids);
}
