import { createArchive, type ArchiveWriter } from './import-archive.ts';
import { takeBackStatements } from './import-statements.ts';
import { refreshTraces } from './import-traces.ts';
import { forgetLedger } from './ledger-marks.ts';
import { linkPersons, unlinkPersons } from './person-links.ts';
import type { ProjectDatabase } from './project-database.ts';
import { takeBackReactions } from './reaction-sightings.ts';
import { linkReactions } from './reaction-writer.ts';
import { rebuildSearch } from './search-index.ts';
import { bringBackSetAside } from './set-aside.ts';
import { linkMentions, linkThreads } from './thread-links.ts';

/**
 * Runs work in one transaction with foreign keys unchecked: rows are removed in bulk by statements that keep them whole,
 * where a check row by row would scan tables again and again. Inside itself it joins the transaction around it.
 */
export function inBulk({ connection }: ProjectDatabase, work: () => void): void {
  if (connection.inTransaction) return work();
  connection.pragma('foreign_keys = OFF');
  connection.pragma('cache_size = -131072');
  try {
    connection.transaction(work).immediate();
  } finally {
    connection.pragma('foreign_keys = ON');
    connection.pragma('cache_size = -16384');
  }
}

/** Drops what was computed from the records; the next analysis makes it again. Topics stay, because they keep their ids. */
export function dropDerived(project: ProjectDatabase): void {
  const { connection } = project;
  forgetLedger(project);
  for (const table of ['request_part', 'request', 'compliment', 'request_unread', 'booking', 'account_balance', 'tribe_member', 'tribe', 'answer', 'role_proposal', 'account_flag', 'promise', 'message_term', 'term', 'network_person', 'person_tie', 'network_run', 'template_reply', 'reply_run', 'busy_place', 'place_total', 'stated_role', 'hasty_reply', 'derive_role', 'judged_message', 'stage']) connection.exec(`DELETE FROM ${table}${table === 'stage' ? ` WHERE name <> 'read'` : ''}`);
  connection.exec(`DELETE FROM account_role WHERE origin IN ('rule', 'evidence')`);
}

/** Of nobody and nowhere is anything left: no import says it, no record names it, no decision keeps it. */
const UNSAID = (kind: 'account' | 'container'): string => `(${kind}.import_id IS NULL OR ${kind}.import_id = @importId) AND NOT EXISTS (SELECT 1 FROM sighting s WHERE s.record = '${kind}' AND s.record_id = ${kind}.id)`;
const ORPHAN_ACCOUNTS = `${UNSAID('account')} AND NOT EXISTS (SELECT 1 FROM message m WHERE m.account_id = account.id) AND NOT EXISTS (SELECT 1 FROM message m WHERE m.source_account_id = account.id) AND NOT EXISTS (SELECT 1 FROM reaction x WHERE x.account_id = account.id) AND NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = account.id AND r.origin = 'hand')`;
const ORPHAN_CONTAINERS = `${UNSAID('container')} AND NOT EXISTS (SELECT 1 FROM message m WHERE m.container_id = container.id AND m.placed_by_root IS NOT 1) AND NOT EXISTS (SELECT 1 FROM message m WHERE m.guessed_container_id = container.id AND m.placed_by_root = 1) AND NOT EXISTS (SELECT 1 FROM reaction x WHERE x.container_id = container.id)`;
const ORPHAN_NETWORKS = 'NOT EXISTS (SELECT 1 FROM message m WHERE m.network_id = network.id) AND NOT EXISTS (SELECT 1 FROM account a WHERE a.network_id = network.id) AND NOT EXISTS (SELECT 1 FROM container c WHERE c.network_id = network.id) AND NOT EXISTS (SELECT 1 FROM reaction x WHERE x.network_id = network.id)';

/** Tables whose rows hang on a message. */
const BESIDE_MESSAGES = ['mention', 'reading', 'dropped_text', 'topic_message', 'value_piece', 'question_words', 'demand_words'];

/** Removes the records that only this import holds; with nothing else in the project whole tables are emptied, which costs next to nothing. Returns whether there is anything else. */
function removeRecords({ connection }: ProjectDatabase, importId: number, archive: ArchiveWriter | null): boolean {
  const inImport = 'EXISTS (SELECT 1 FROM message i WHERE i.id = message_id AND i.import_id = ?)';
  const others = connection.prepare('SELECT 1 FROM message WHERE import_id < @importId UNION ALL SELECT 1 FROM message WHERE import_id > @importId UNION ALL SELECT 1 FROM reaction WHERE import_id <> @importId LIMIT 1').get({ importId }) !== undefined;
  archive?.addRows('message', 'import_id = ?', [importId]);
  for (const table of ['mention', 'dropped_text']) archive?.addRows(table, inImport, [importId]);
  for (const table of ['reaction', 'coverage']) archive?.addRows(table, 'import_id = ?', [importId]);
  if (others) {
    for (const table of BESIDE_MESSAGES) connection.prepare(`DELETE FROM ${table} WHERE ${inImport}`).run(importId);
    for (const table of ['reaction', 'coverage', 'message']) connection.prepare(`DELETE FROM ${table} WHERE import_id = ?`).run(importId);
  } else for (const table of [...BESIDE_MESSAGES, 'reaction', 'coverage', 'message']) connection.exec(`DELETE FROM ${table}`);
  connection.exec('UPDATE topic SET best_answer_id = NULL WHERE best_answer_id IS NOT NULL AND best_answer_id NOT IN (SELECT id FROM message)');
  return others;
}

/** Removes whoever and wherever nothing is left of; who a decision by hand keeps belongs to no import any more. */
function removeUnsaid({ connection }: ProjectDatabase, importId: number, { archive, others }: { readonly archive: ArchiveWriter | null; readonly others: boolean }): void {
  archive?.addRows('account_role', `EXISTS (SELECT 1 FROM account WHERE account.id = account_id AND ${ORPHAN_ACCOUNTS.replaceAll('@importId', String(importId))})`, []);
  for (const [table, orphan] of [['account', ORPHAN_ACCOUNTS], ['container', ORPHAN_CONTAINERS], ['network', ORPHAN_NETWORKS]] as const) {
    const where = orphan.replaceAll('@importId', String(importId));
    archive?.addRows(table, table === 'network' ? where : `(import_id = ${String(importId)}) OR (${where})`, []);
    const isAll = table === 'account' && !others && connection.prepare(`SELECT 1 FROM account_role WHERE origin = 'hand' LIMIT 1`).get() === undefined;
    connection.exec(isAll ? 'DELETE FROM account' : `DELETE FROM ${table} WHERE ${where}`);
    if (table !== 'network') connection.prepare(`UPDATE ${table} SET import_id = NULL WHERE import_id = ?`).run(importId);
  }
  connection.exec('DELETE FROM account_role WHERE account_id NOT IN (SELECT id FROM account)');
}

/**
 * Takes everything an import brought out of the project; what it said of records that others hold too no longer counts, and
 * they become what the others make of them together. With `keep` it is archived inside the project, so that it can be
 * brought back without the file, and the import stays listed as undone; without, it leaves no trace (an import that was
 * cancelled, failed, or was open when the program ended). One transaction.
 */
export function removeImport(project: ProjectDatabase, importId: number, { keep }: { readonly keep: boolean }): void {
  const { connection } = project;
  inBulk(project, () => {
    bringBackSetAside(project);
    // the archive holds records as the sources say them
    unlinkPersons(project);
    const archive = keep ? createArchive(project, importId) : null;
    // what goes in bulk is not noted row by row: the ledger is made again
    forgetLedger(project);
    // 1. what was derived, and what is shared with other imports; without an import that counted nothing was read since
    if (keep) dropDerived(project);
    for (const kind of ['container', 'account', 'message'] as const) takeBackStatements(project, importId, kind, { archive, isCounted: keep });
    takeBackReactions(project, importId, archive);
    // 2. the records, and whoever and wherever nothing is left of
    const others = removeRecords(project, importId, archive);
    removeUnsaid(project, importId, { archive, others });
    // 3. links into what is gone
    if (others) {
      connection.exec('UPDATE mention SET account_id = NULL WHERE account_id IS NOT NULL AND account_id NOT IN (SELECT id FROM account)');
      connection.exec('UPDATE message SET parent_id = NULL WHERE parent_id IS NOT NULL AND parent_id NOT IN (SELECT id FROM message)');
      connection.exec('UPDATE reaction SET message_id = NULL WHERE message_id IS NOT NULL AND message_id NOT IN (SELECT id FROM message)');
      linkThreads(project);
      linkMentions(project);
      linkReactions(project);
    }
    rebuildSearch(project);
    refreshTraces(project);
    // 4. the import itself
    if (keep) connection.prepare(`UPDATE import SET state = 'undone' WHERE id = ?`).run(importId);
    else {
      connection.prepare('DELETE FROM rejection WHERE import_id = ?').run(importId);
      connection.prepare('DELETE FROM import_part WHERE import_id = ?').run(importId);
      connection.prepare('DELETE FROM import WHERE id = ?').run(importId);
    }
    linkPersons(project);
  });
}
