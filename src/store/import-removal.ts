import { createArchive, type ArchiveWriter } from './import-archive.ts';
import { openImportId } from './import-queries.ts';
import { takeBackStatements } from './import-statements.ts';
import { refreshTraces } from './import-traces.ts';
import { forgetLedger } from './ledger-marks.ts';
import { linkPersons, unlinkPersons } from './person-links.ts';
import type { ProjectDatabase } from './project-database.ts';
import { takeBackReactions } from './reaction-sightings.ts';
import { linkReactions } from './reaction-writer.ts';
import { endSearchNote, rebuildSearch, unindexFrom } from './search-index.ts';
import { bringBackSetAside, hasJoiningDecision } from './set-aside.ts';
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

/** The ids of an import's own messages lie between these two; others may lie there as well. Null where it brought none. */
interface Span {
  readonly first: number;
  readonly last: number;
}

function spanOf({ connection }: ProjectDatabase, importId: number): Span | null {
  const { first, last } = connection.prepare('SELECT min(id) AS first, max(id) AS last FROM message WHERE import_id = ?').get(importId) as { first: number | null; last: number | null };
  return first === null || last === null ? null : { first, last };
}

/**
 * Whether the other messages are as they were before an import that never counted: it met none of them, nothing was brought
 * back for it, and none of them was linked to what it brought. Then no link, no trace and no text of theirs need be made again.
 */
function leftOthersAlone({ connection }: ProjectDatabase, importId: number, span: Span | null): boolean {
  if (connection.prepare(`SELECT 1 FROM sighting WHERE import_id = ? AND record = 'message' LIMIT 1`).get(importId) !== undefined) return false;
  if (span === null) return true;
  return connection.prepare('SELECT 1 FROM message WHERE parent_id BETWEEN @first AND @last AND id < @first UNION ALL SELECT 1 FROM message WHERE root_id BETWEEN @first AND @last AND id < @first LIMIT 1').get(span) === undefined;
}

/** Removes the records that only this import holds; with nothing else in the project whole tables are emptied, which costs next to nothing. Returns whether there is anything else. */
function removeRecords({ connection }: ProjectDatabase, importId: number, { archive, span }: { readonly archive: ArchiveWriter | null; readonly span: Span | null }): boolean {
  const inImport = 'EXISTS (SELECT 1 FROM message i WHERE i.id = message_id AND i.import_id = ?)';
  const others = connection.prepare('SELECT 1 FROM message WHERE import_id < @importId UNION ALL SELECT 1 FROM message WHERE import_id > @importId UNION ALL SELECT 1 FROM reaction WHERE import_id <> @importId LIMIT 1').get({ importId }) !== undefined;
  archive?.addRows('message', 'import_id = ?', [importId]);
  for (const table of ['mention', 'dropped_text']) archive?.addRows(table, inImport, [importId]);
  for (const table of ['reaction', 'coverage']) archive?.addRows(table, 'import_id = ?', [importId]);
  if (others) {
    // the span lets an index find what hangs on an import's messages, where each row of a large project would be looked at
    if (span !== null) for (const table of BESIDE_MESSAGES) connection.prepare(`DELETE FROM ${table} WHERE message_id BETWEEN ? AND ? AND ${inImport}`).run(span.first, span.last, importId);
    for (const table of ['reaction', 'coverage', 'message']) connection.prepare(`DELETE FROM ${table} WHERE import_id = ?`).run(importId);
  } else for (const table of [...BESIDE_MESSAGES, 'reaction', 'coverage', 'message']) connection.exec(`DELETE FROM ${table}`);
  connection.exec('UPDATE topic SET best_answer_id = NULL WHERE best_answer_id IS NOT NULL AND best_answer_id NOT IN (SELECT id FROM message)');
  return others;
}

/** Takes links into what is gone out, and makes them again where something else can take their place; all of them, or those alone that pointed to what is gone. */
function relink(project: ProjectDatabase, { all }: { readonly all: boolean }): void {
  const { connection } = project;
  const cleared = (sql: string): boolean => connection.prepare(sql).run().changes > 0;
  const mentions = cleared('UPDATE mention SET account_id = NULL WHERE account_id IS NOT NULL AND account_id NOT IN (SELECT id FROM account)');
  if (all) {
    connection.exec('UPDATE message SET parent_id = NULL WHERE parent_id IS NOT NULL AND parent_id NOT IN (SELECT id FROM message)');
    linkThreads(project);
  }
  if (all || mentions) linkMentions(project);
  if (cleared('UPDATE reaction SET message_id = NULL WHERE message_id IS NOT NULL AND message_id NOT IN (SELECT id FROM message)') || all) linkReactions(project);
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
 * cancelled, failed, or was open when the program ended): one that met nothing of the others costs what it brought, and not
 * what the project holds. One transaction.
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
    const span = spanOf(project, importId);
    const isAlone = !keep && !hasJoiningDecision(project) && leftOthersAlone(project, importId, span);
    const namesAccounts = connection.prepare(`SELECT 1 FROM sighting s JOIN own_statement o ON o.record = 'account' AND o.record_id = s.record_id WHERE s.import_id = ? AND s.record = 'account' LIMIT 1`).get(importId) !== undefined;
    // 1. what was derived, and what is shared with other imports; without an import that counted nothing was read since
    if (keep) dropDerived(project);
    for (const kind of ['container', 'account', 'message'] as const) takeBackStatements(project, importId, kind, { archive, isCounted: keep });
    takeBackReactions(project, importId, archive);
    // 2. the records, and whoever and wherever nothing is left of
    const isUnindexed = isAlone && (span === null || unindexFrom(project, span.first));
    const others = removeRecords(project, importId, { archive, span });
    removeUnsaid(project, importId, { archive, others });
    // 3. links into what is gone
    if (others) relink(project, { all: !isAlone || namesAccounts });
    if (!others || !isUnindexed) rebuildSearch(project);
    if (!isAlone) refreshTraces(project);
    // 4. the import itself
    if (keep) connection.prepare(`UPDATE import SET state = 'undone' WHERE id = ?`).run(importId);
    else {
      connection.prepare('DELETE FROM rejection WHERE import_id = ?').run(importId);
      connection.prepare('DELETE FROM import_part WHERE import_id = ?').run(importId);
      connection.prepare('DELETE FROM import WHERE id = ?').run(importId);
    }
    linkPersons(project);
    if (openImportId(project) === null) endSearchNote(project);
  });
}
