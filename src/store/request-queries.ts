import type { Intent, Outcome } from '../domain/model/codes.ts';
import type { ListedApart, Observability, RequestEpisode, WaitPrecision } from '../domain/response/request-episode.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** The two tables of episodes: requests, and the compliments that serve as a reference. */
export type EpisodeTable = 'request' | 'compliment';

/** An episode as stored: of one brand (its merged messages stay in their table), with the local hour and weekday of its arrival and the asker's tribe before it. */
export interface StoredEpisode extends RequestEpisode {
  readonly brandId: number;
  readonly localHour: number | null;
  /** ISO weekday, 1 = Monday. */
  readonly localWeekday: number | null;
  readonly tribeBefore: string | null;
}

/** An episode as its table has it. */
export interface EpisodeColumns {
  readonly messageId: number; readonly brandId: number; readonly askerId: number | null; readonly containerId: number | null; readonly networkId: number; readonly importId: number; readonly rootId: number;
  readonly atMs: number | null; readonly precision: WaitPrecision; readonly intentBits: number; readonly intentOrder: string; readonly observationEndMs: number; readonly answeredAtMs: number | null;
  readonly answerMessageId: number | null; readonly outcome: Outcome; readonly waitedSeconds: number | null; readonly censored: number; readonly inferred: number; readonly reopened: number; readonly clockSkewed: number;
  readonly peerFirst: number; readonly peerAtMs: number | null; readonly observability: Observability; readonly listedApart: ListedApart | null; readonly underPromotion: number;
  readonly localHour: number | null; readonly localWeekday: number | null; readonly tribeBefore: string | null;
}

/** The columns of {@link EpisodeColumns} on alias `q`. */
export const EPISODE_COLUMNS = `q.message_id AS messageId, q.brand_id AS brandId, q.account_id AS askerId, q.container_id AS containerId, q.network_id AS networkId, q.import_id AS importId, q.root_id AS rootId, q.at_ms AS atMs,
  q.precision AS precision, q.intents AS intentBits, q.intent_order AS intentOrder, q.observation_end_ms AS observationEndMs, q.answered_at_ms AS answeredAtMs, q.answer_message_id AS answerMessageId,
  q.outcome AS outcome, q.waited_s AS waitedSeconds, q.censored AS censored, q.inferred AS inferred, q.reopened AS reopened, q.clock_skewed AS clockSkewed, q.peer_first AS peerFirst, q.peer_at_ms AS peerAtMs,
  q.observability AS observability, q.listed_apart AS listedApart, q.under_promotion AS underPromotion, q.local_hour AS localHour, q.local_weekday AS localWeekday, q.tribe_before AS tribeBefore`;

/** The condition on alias `q` that keeps one brand's episodes, or one per message over all brands. */
export function brandCondition(brandId: number | null): SqlCondition {
  return brandId === null ? { sql: 'q.leads = 1', parameters: [] } : { sql: 'q.brand_id = ?', parameters: [brandId] };
}

/** Stored episodes of a brand (null: all brands) whose request message meets a condition on alias `m`, by time. */
export function storedEpisodes(project: ProjectDatabase, { table, brandId, messages }: { table: EpisodeTable; brandId: number | null; messages: SqlCondition }): StoredEpisode[] {
  const brand = brandCondition(brandId);
  const rows = project.connection
    .prepare(`SELECT ${EPISODE_COLUMNS} FROM ${table} q JOIN message m ON m.id = q.message_id WHERE ${brand.sql} AND (${messages.sql}) ORDER BY q.at_ms, q.message_id`)
    .all(...brand.parameters, ...messages.parameters) as EpisodeColumns[];
  return rows.map(({ intentOrder, censored, inferred, reopened, clockSkewed, peerFirst, underPromotion, ...row }) => ({
    ...row, brandIds: [row.brandId], mergedIds: [], intents: intentOrder === '' ? [] : (intentOrder.split(' ') as Intent[]), censored: censored === 1, inferred: inferred === 1, reopened: reopened === 1, clockSkewed: clockSkewed === 1, peerFirst: peerFirst === 1, underPromotion: underPromotion === 1,
  }));
}

/** Messages that count in no request because they carry no label; `abstained` of them for want of one that is likely enough. */
export interface UnreadCounts {
  readonly unread: number;
  readonly abstained: number;
}

/** Number of unread messages addressed to a brand (null: to any) under a condition on alias `m`, with those that the reader abstained on. */
export function unreadAddressed(project: ProjectDatabase, brandId: number | null, messages: SqlCondition): UnreadCounts {
  const brand = brandId === null ? '1' : 'u.brand_id = ?';
  return project.connection
    .prepare(`SELECT count(DISTINCT u.message_id) AS unread, count(DISTINCT CASE WHEN r.abstained = 1 THEN u.message_id END) AS abstained
      FROM request_unread u JOIN message m ON m.id = u.message_id LEFT JOIN reading r ON r.message_id = m.id WHERE ${brand} AND (${messages.sql})`)
    .get(...(brandId === null ? [] : [brandId]), ...messages.parameters) as UnreadCounts;
}

/** Writes the value tribe each asker belonged to just before asking; requests absent from the map belong to none. */
export function storeTribesBefore(project: ProjectDatabase, tribeByRequest: ReadonlyMap<number, string>): void {
  const update = project.connection.prepare('UPDATE request SET tribe_before = ? WHERE message_id = ?');
  project.connection.transaction(() => {
    for (const [messageId, tribe] of tribeByRequest) update.run(tribe, messageId);
  }).immediate();
}
