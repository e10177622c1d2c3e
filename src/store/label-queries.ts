import { ACTS, INTENTS, codeSet, type Act, type Intent, type Sentiment } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';

/** How a message came to be labelled: put right while reading, drawn for the check of the reading, proposed as the most useful, or read from a file. Only `sample` measures. */
export const LABEL_ORIGINS = ['correction', 'sample', 'proposal', 'file'] as const;
export type LabelOrigin = (typeof LABEL_ORIGINS)[number];

/** What a person decided of one message, as stored; null where nothing was decided. */
export interface LabelDecision {
  readonly messageId: number;
  readonly intents: number | null;
  readonly primaryIntent: string | null;
  readonly acts: number | null;
  readonly primaryAct: string | null;
  readonly sentiment: string | null;
  readonly origin: LabelOrigin;
  readonly atMs: number;
}

/** A decision as given: left out = unchanged, null = taken back. The first intent or act is the primary. */
export interface LabelChange {
  readonly messageId: number;
  readonly intents?: readonly Intent[] | null | undefined;
  readonly acts?: readonly Act[] | null | undefined;
  readonly sentiment?: Sentiment | null | undefined;
}

const COLUMNS = 'm.id AS messageId, d.intents, d.primary_intent AS primaryIntent, d.acts, d.primary_act AS primaryAct, d.sentiment, d.origin, d.at_ms AS atMs'
/** Decisions are kept by what the source calls a message, so that they outlive an import that is undone or made again. */
const WITH_MESSAGE = 'label_verdict d JOIN network n ON n.code = d.network JOIN message m ON m.network_id = n.id AND m.native_id = d.message AND m.kind = d.kind';

/** The decisions that stand on some messages; messages without one are absent. */
export function labelDecisions(project: ProjectDatabase, messageIds: readonly number[]): LabelDecision[] {
  return project.connection.prepare(`SELECT ${COLUMNS} FROM ${WITH_MESSAGE} WHERE m.id IN (SELECT value FROM json_each(?)) ORDER BY m.id`).all(JSON.stringify(messageIds)) as LabelDecision[];
}

/** All decisions that stand on messages of the project, by number. */
export function allLabelDecisions(project: ProjectDatabase): LabelDecision[] {
  return project.connection.prepare(`SELECT ${COLUMNS} FROM ${WITH_MESSAGE} ORDER BY m.id`).all() as LabelDecision[];
}

/** Ids of the given messages that are not in the project. */
export function unknownMessages(project: ProjectDatabase, messageIds: readonly number[]): number[] {
  return project.connection.prepare('SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM message)').pluck().all(JSON.stringify(messageIds)) as number[];
}

/** A decision with a change laid over it; null when nothing is decided any more. */
export function changedDecision(before: LabelDecision | undefined, change: LabelChange, { atMs, origin }: { readonly atMs: number; readonly origin: LabelOrigin }): LabelDecision | null {
  const decision: LabelDecision = {
    messageId: change.messageId, atMs, origin: before?.origin === 'sample' ? 'sample' : origin,
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
  project.connection.prepare('DELETE FROM label_verdict WHERE (network, kind, message) IN (SELECT n.code, m.kind, m.native_id FROM message m JOIN network n ON n.id = m.network_id WHERE m.id IN (SELECT value FROM json_each(?)))').run(ids);
  const insert = project.connection.prepare(`INSERT INTO label_verdict (network, kind, message, intents, primary_intent, acts, primary_act, sentiment, origin, at_ms)
    SELECT n.code, m.kind, m.native_id, @intents, @primaryIntent, @acts, @primaryAct, @sentiment, @origin, @atMs FROM message m JOIN network n ON n.id = m.network_id WHERE m.id = @messageId`);
  // what an older journal keeps says nothing of where a label came from
  for (const decision of decisions) insert.run({ ...decision, origin: (decision as Partial<LabelDecision>).origin ?? 'correction' });
  project.connection.prepare('DELETE FROM reading WHERE message_id IN (SELECT value FROM json_each(?))').run(ids);
}

/** A decision as a file of the schema before kept it, by the number that a message has in this file. */
export type EarlierLabel = Readonly<Record<string, string | number | null>>;

/** Takes in labels that an archive or a copy set aside by an earlier version still holds; what was decided since stands. */
export function restoreEarlierLabel({ connection }: ProjectDatabase, label: EarlierLabel): void {
  const value = (column: string): string | number | null => label[column] ?? null;
  connection.prepare(`INSERT OR IGNORE INTO label_verdict (network, kind, message, intents, primary_intent, acts, primary_act, sentiment, origin, at_ms)
    SELECT n.code, m.kind, m.native_id, ?, ?, ?, ?, ?, 'correction', ? FROM message m JOIN network n ON n.id = m.network_id WHERE m.id = ?`)
    .run(value('intents'), value('primary_intent'), value('acts'), value('primary_act'), value('sentiment'), value('at_ms'), value('message_id'));
}
