import type { RequestEpisode } from '../domain/response/request-episode.ts';
import { noteMovedWatches } from './piece-stamp.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { EpisodeTable } from './request-queries.ts';

/** An episode to store, with the local hour and ISO weekday of its arrival. */
export interface EpisodeToStore {
  readonly episode: RequestEpisode;
  readonly brandId: number;
  readonly localHour: number | null;
  readonly localWeekday: number | null;
}

const TABLES: readonly EpisodeTable[] = ['request', 'compliment'];
/** A row's number follows from its message and brand, not from when it was written: brands above this many would share one. */
const BRANDS = 65_536;

/** Removes every stored episode, or those of the messages laid out in `fact_message`, with what is kept beside them, and notes for the ledger which they were. */
export function deleteEpisodes({ connection }: ProjectDatabase, { laidOut }: { readonly laidOut: boolean }): void {
  connection.transaction(() => {
    if (!laidOut) {
      for (const table of ['request_part', ...TABLES, 'request_unread', 'hasty_reply']) connection.exec(`DELETE FROM ${table}`);
      connection.exec('INSERT OR IGNORE INTO judged_message VALUES (0)');
      return;
    }
    connection.exec('INSERT OR IGNORE INTO judged_message SELECT id FROM temp.fact_message');
    connection.exec('DELETE FROM request_part WHERE request_id IN (SELECT q.id FROM temp.fact_message f CROSS JOIN request q ON q.message_id = f.id)');
    for (const table of TABLES) connection.exec(`DELETE FROM ${table} WHERE message_id IN (SELECT id FROM temp.fact_message)`);
    connection.exec('DELETE FROM request_unread WHERE (brand_id, message_id) IN (SELECT b.id, f.id FROM brand b CROSS JOIN temp.fact_message f)');
  })();
}

/** Stores a batch of episodes of one table in one transaction, with the messages merged into each. */
export function storeEpisodes({ connection }: ProjectDatabase, table: EpisodeTable, batch: readonly EpisodeToStore[]): void {
  const insert = connection.prepare(`INSERT INTO ${table}
    (id, message_id, brand_id, account_id, container_id, network_id, import_id, root_id, at_ms, precision, intents, primary_intent, intent_order, observation_end_ms, answered_at_ms, answer_message_id,
     outcome, waited_s, censored, inferred, reopened, clock_skewed, peer_first, peer_at_ms, observability, listed_apart, under_promotion, local_hour, local_weekday)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const part = connection.prepare('INSERT OR IGNORE INTO request_part (message_id, request_id) VALUES (?, ?)');
  connection.transaction(() => {
    for (const { episode: e, brandId, localHour, localWeekday } of batch) {
      const id = e.messageId * BRANDS + brandId;
      insert.run(
        id, e.messageId, brandId, e.askerId, e.containerId, e.networkId, e.importId, e.rootId, e.atMs, e.precision, e.intentBits, e.intents[0] ?? 'other', e.intents.join(' '), e.observationEndMs,
        e.answeredAtMs, e.answerMessageId, e.outcome, e.waitedSeconds, e.censored ? 1 : 0, e.inferred ? 1 : 0, e.reopened ? 1 : 0, e.clockSkewed ? 1 : 0, e.peerFirst ? 1 : 0, e.peerAtMs,
        e.observability, e.listedApart, e.underPromotion ? 1 : 0, localHour, localWeekday,
      );
      if (table === 'request') for (const merged of e.mergedIds) part.run(merged, id);
    }
  })();
}

/**
 * Notes who asks in the conversations laid out, or everybody who asks: rows written anew have lost the tribe that the asker
 * belonged to before. Nothing is noted before there is a ledger.
 */
export function noteAskers({ connection }: ProjectDatabase, { laidOut }: { readonly laidOut: boolean }): void {
  connection.exec(`INSERT OR IGNORE INTO ledger_account SELECT q.account_id FROM ${laidOut ? 'temp.fact_message f CROSS JOIN request q ON q.message_id = f.id' : 'request q NOT INDEXED'} WHERE q.account_id IS NOT NULL AND EXISTS (SELECT 1 FROM ledger_stamp)`);
}

/** Marks, for every message or those laid out, the row that speaks when all brands are looked at together: the one answered first. */
export function markLeadingEpisodes({ connection }: ProjectDatabase, { laidOut }: { readonly laidOut: boolean }): void {
  for (const table of TABLES) {
    const several = laidOut ? `SELECT q.message_id FROM temp.fact_message f CROSS JOIN ${table} q ON q.message_id = f.id GROUP BY q.message_id HAVING count(*) > 1` : `SELECT message_id FROM ${table} GROUP BY message_id HAVING count(*) > 1`;
    connection.exec(`UPDATE ${table} SET leads = (id = (SELECT o.id FROM ${table} o WHERE o.message_id = ${table}.message_id ORDER BY o.censored, o.waited_s, o.brand_id LIMIT 1)) WHERE message_id IN (${several})`);
  }
}

/** Stores which messages addressed to a brand nobody could read. */
export function storeUnread({ connection }: ProjectDatabase, brandId: number, messageIds: readonly number[]): void {
  connection.prepare('INSERT OR IGNORE INTO request_unread (brand_id, message_id) SELECT ?, value FROM json_each(?)').run(brandId, JSON.stringify(messageIds));
}

/** Until when a place was watched became another moment: of a container, or of an import on a network outside of those that are covered. */
export interface MovedEnd {
  readonly containerId: number | null;
  readonly importId: number | null;
  readonly networkId: number | null;
  readonly endMs: number;
}

/** Gives stored episodes the moment until which their place is watched now: waits without an answer last until then, and peers count until then. */
export function moveEnds(project: ProjectDatabase, ends: readonly MovedEnd[]): void {
  if (ends.length === 0) return;
  const { connection } = project;
  noteMovedWatches(project);
  connection.exec('DROP TABLE IF EXISTS temp.moved_end; CREATE TEMP TABLE moved_end (container_id INTEGER, import_id INTEGER, network_id INTEGER, end_ms INTEGER NOT NULL); CREATE INDEX temp.moved_end_container ON moved_end (container_id); CREATE INDEX temp.moved_end_import ON moved_end (import_id, network_id)');
  const add = connection.prepare('INSERT INTO temp.moved_end VALUES (?, ?, ?, ?)');
  for (const { containerId, importId, networkId, endMs } of ends) add.run(containerId, importId, networkId, endMs);
  for (const table of TABLES) {
    for (const where of ['n.container_id = t.container_id', 'n.import_id = t.import_id AND n.network_id = t.network_id AND (t.container_id IS NULL OR t.container_id NOT IN (SELECT container_id FROM watched_place))']) {
      connection.exec(`UPDATE ${table} AS t SET observation_end_ms = n.end_ms, waited_s = CASE WHEN t.censored AND t.at_ms IS NOT NULL THEN max(0, n.end_ms - t.at_ms) / 1000.0 ELSE t.waited_s END,
        peer_first = t.peer_at_ms IS NOT NULL AND t.peer_at_ms <= n.end_ms AND (t.answer_message_id IS NULL OR (t.answered_at_ms IS NOT NULL AND t.peer_at_ms < t.answered_at_ms)) FROM temp.moved_end n WHERE ${where}`);
    }
  }
  connection.exec('DROP TABLE temp.moved_end');
}
