import { forgetDerived } from './derive-marks.ts';
import type { ProjectDatabase } from './project-database.ts';

/** The two things that are kept up to date: bookings, and the balances that rest on them. */
export type LedgerPart = 'bookings' | 'balances';

const ROLES = `SELECT account_id, role, brand_id, from_ms, to_ms FROM account_role WHERE role IN ('voice', 'employee', 'partner', 'bot')`;
/** A request as far as bookings rest on it, one row a brand. */
const REQUESTS = `SELECT q.message_id AS message_id, q.brand_id AS brand_id,
    json_array(q.intents, q.account_id, q.outcome, q.answer_message_id IS NOT NULL, q.answered_at_ms, q.peer_at_ms IS NOT NULL) AS facts,
    (SELECT json_group_array(p.message_id) FROM request_part p WHERE p.request_id = q.id) AS parts FROM request q`;
const CHANGED_ACCOUNTS = `SELECT account_id FROM (SELECT * FROM (${ROLES}) EXCEPT SELECT * FROM ledger_role) UNION SELECT account_id FROM (SELECT * FROM ledger_role EXCEPT ${ROLES})`;

/** True when a part is whole and was made from this basis: only what has been noted since can have changed it. */
export function isLedgerWhole({ connection }: ProjectDatabase, part: LedgerPart, basis: string): boolean {
  return connection.prepare('SELECT 1 FROM ledger_stamp WHERE part = ? AND basis = ? AND whole = 1').get(part, basis) !== undefined;
}

/**
 * Says that a part is made anew from here on: what was noted before is forgotten, what changes meanwhile is noted. Bookings
 * made anew leave no balance as it was. Takes down the requests and roles that the bookings will rest on. One transaction.
 */
export function beginLedgerPart({ connection }: ProjectDatabase, part: LedgerPart, basis: string): void {
  const begin = connection.transaction(() => {
    if (part === 'bookings') {
      connection.exec(`DELETE FROM ledger_stamp WHERE part = 'balances'; DELETE FROM ledger_message; DELETE FROM ledger_request; DELETE FROM ledger_role; DELETE FROM judged_message;
        INSERT OR IGNORE INTO ledger_request ${REQUESTS}; INSERT INTO ledger_role ${ROLES};`);
    } else connection.exec('DELETE FROM ledger_account');
    connection.prepare('INSERT INTO ledger_stamp (part, basis, whole) VALUES (?, ?, 0) ON CONFLICT (part) DO UPDATE SET basis = excluded.basis, whole = 0').run(part, basis);
  });
  begin.immediate();
}

/** Says that a part is whole. A stamp that was taken away meanwhile stays away: the next analysis makes the part again. */
export function endLedgerPart({ connection }: ProjectDatabase, part: LedgerPart): void {
  connection.prepare('UPDATE ledger_stamp SET whole = 1 WHERE part = ?').run(part);
}

/** Forgets what the ledger, and all that is followed up beside it, was made from: it is made again whole. For changes that reach everywhere. */
export function forgetLedger(project: ProjectDatabase): void {
  project.connection.exec('DELETE FROM ledger_stamp; DELETE FROM piece_stamp; DELETE FROM text_stamp');
  forgetDerived(project);
}

/**
 * Notes a message that is about to be taken out one by one, with what hung on it: nothing of it can be found afterwards.
 * To be called before its bookings go, inside a transaction. One scan of the ledger for exchanges it is half of.
 */
export function noteRemoval(project: ProjectDatabase, messageId: number): void {
  const { connection } = project;
  forgetDerived(project);
  connection.prepare(`INSERT OR IGNORE INTO ledger_message SELECT id FROM (SELECT @messageId AS id UNION SELECT parent_id FROM message WHERE id = @messageId UNION SELECT root_id FROM message WHERE id = @messageId) WHERE id IS NOT NULL`).run({ messageId });
  connection.prepare(`INSERT OR IGNORE INTO ledger_account SELECT id FROM (SELECT account_id AS id FROM message WHERE id = @messageId
    UNION SELECT giver_id FROM booking WHERE @messageId IN (message_id, pair_message_id) AND giver_kind = 'account' UNION SELECT receiver_id FROM booking WHERE @messageId IN (message_id, pair_message_id) AND receiver_kind = 'account') WHERE id IS NOT NULL`).run({ messageId });
}

/** Compares the requests that were judged since, and roles, with those that were booked, notes what they touch, and takes down those of today. */
function noteDifferences({ connection }: ProjectDatabase): void {
  const among = connection.prepare('SELECT 1 FROM judged_message WHERE message_id = 0').get() === undefined ? 'WHERE message_id IN (SELECT message_id FROM judged_message)' : '';
  connection.exec(`DROP TABLE IF EXISTS temp.request_now; CREATE TEMP TABLE request_now AS ${REQUESTS} ${among}; DROP TABLE IF EXISTS temp.request_then; CREATE TEMP TABLE request_then AS SELECT * FROM ledger_request ${among};
    DROP TABLE IF EXISTS temp.request_changed; CREATE TEMP TABLE request_changed AS SELECT * FROM (SELECT * FROM temp.request_now EXCEPT SELECT * FROM temp.request_then) UNION SELECT * FROM (SELECT * FROM temp.request_then EXCEPT SELECT * FROM temp.request_now);
    INSERT OR IGNORE INTO ledger_message SELECT message_id FROM temp.request_changed UNION SELECT p.value FROM temp.request_changed q, json_each(q.parts) p;
    DELETE FROM ledger_request WHERE (message_id, brand_id, facts, parts) IN (SELECT message_id, brand_id, facts, parts FROM temp.request_changed);
    INSERT OR IGNORE INTO ledger_request SELECT * FROM (SELECT * FROM temp.request_changed INTERSECT SELECT * FROM temp.request_now);
    DROP TABLE temp.request_changed; DROP TABLE temp.request_then; DROP TABLE temp.request_now; DELETE FROM judged_message;`);
  if (connection.prepare(`SELECT 1 FROM (${CHANGED_ACCOUNTS}) LIMIT 1`).get() === undefined) return;
  connection.exec(`DROP TABLE IF EXISTS temp.role_changed; CREATE TEMP TABLE role_changed AS ${CHANGED_ACCOUNTS};
    INSERT OR IGNORE INTO ledger_account SELECT account_id FROM temp.role_changed;
    INSERT OR IGNORE INTO ledger_message SELECT m.id FROM temp.role_changed CROSS JOIN message m ON m.account_id = role_changed.account_id;
    INSERT OR IGNORE INTO ledger_message SELECT x.message_id FROM mention x WHERE x.account_id IN (SELECT account_id FROM temp.role_changed);
    INSERT OR IGNORE INTO ledger_message SELECT x.message_id FROM temp.role_changed CROSS JOIN reaction x ON x.account_id = role_changed.account_id WHERE x.message_id IS NOT NULL;
    DELETE FROM ledger_role; INSERT INTO ledger_role ${ROLES};
    DROP TABLE temp.role_changed;`);
}

/** What a message shares its bookings with: what it answers, what answers it, its thread, and the requests it is part of. */
const BESIDE = ['SELECT m.parent_id FROM temp.edge CROSS JOIN message m ON m.id = edge.id', 'SELECT m.root_id FROM temp.edge CROSS JOIN message m ON m.id = edge.id', 'SELECT c.id FROM temp.edge CROSS JOIN message c ON c.parent_id = edge.id',
  'SELECT c.id FROM temp.edge CROSS JOIN message c ON c.root_id = edge.id', 'SELECT q.message_id FROM temp.edge CROSS JOIN request_part p ON p.message_id = edge.id CROSS JOIN request q ON q.id = p.request_id',
  'SELECT p.message_id FROM temp.edge CROSS JOIN request q ON q.message_id = edge.id CROSS JOIN request_part p ON p.request_id = q.id'].join(' UNION ');

/**
 * Lays out, in the temporary table `touched`, every message whose bookings can differ from those that are stored: what has
 * been noted, and whatever hangs together with it by replies, threads and requests. No rule of the ledger looks beyond
 * that, so the rest stands. Costs as much as the conversations that are touched.
 * Returns how many there are; null, without the table, when they are more than `most`. Inside a transaction.
 */
export function layOutTouched(project: ProjectDatabase, most: number): number | null {
  const { connection } = project;
  noteDifferences(project);
  connection.exec(`DROP TABLE IF EXISTS temp.touched; DROP TABLE IF EXISTS temp.edge; CREATE TEMP TABLE touched (id INTEGER PRIMARY KEY); CREATE TEMP TABLE edge (id INTEGER PRIMARY KEY);
    INSERT INTO temp.edge SELECT message_id FROM ledger_message;`);
  const found = connection.prepare(`SELECT id FROM (${BESIDE.replaceAll(/SELECT (\w+\.\w+) FROM/gu, 'SELECT $1 AS id FROM')}) WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM temp.touched)`).pluck();
  const add = connection.prepare('INSERT INTO temp.edge SELECT value FROM json_each(?)');
  let touched = 0;
  for (;;) {
    const added = connection.prepare('INSERT OR IGNORE INTO temp.touched SELECT id FROM temp.edge').run().changes;
    touched += added;
    if (added === 0 || touched > most) break;
    const next = found.all();
    connection.exec('DELETE FROM temp.edge');
    add.run(JSON.stringify(next));
  }
  connection.exec('DROP TABLE temp.edge');
  if (touched <= most) return touched;
  connection.exec('DROP TABLE temp.touched');
  return null;
}

/** Notes the parties of the bookings of the messages laid out: their balances are to be computed again. */
export function noteTouchedParties({ connection }: ProjectDatabase): void {
  for (const side of ['giver', 'receiver']) {
    connection.exec(`INSERT OR IGNORE INTO ledger_account SELECT b.${side}_id FROM temp.touched t CROSS JOIN booking b ON b.message_id = t.id WHERE b.${side}_kind = 'account'`);
  }
}

/** Forgets what had been noted of messages, and the table that lay them out. */
export function settleTouched({ connection }: ProjectDatabase): void {
  connection.exec('DELETE FROM ledger_message; DROP TABLE temp.touched');
}
