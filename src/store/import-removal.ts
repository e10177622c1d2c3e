import { createMissingIndexes, dropBulkIndexes } from './bulk-indexes.ts';
import { archivedParts, createArchive, dropArchive, restoreRows, type ArchivePart } from './import-archive.ts';
import { MESSAGE_VALUES, PLACE_BY_GUESS, SAID_VALUES } from './message-merge.ts';
import { linkPersons, unlinkPersons } from './person-links.ts';
import { restoreEarlierLabel } from './label-queries.ts';
import type { ProjectDatabase } from './project-database.ts';
import { recordCounts } from './record-counts.ts';
import { linkReactions } from './reaction-writer.ts';
import { rebuildSearch } from './search-index.ts';
import { bringBackSetAside } from './set-aside.ts';
import { refreshTraces } from './import-traces.ts';
import { linkMentions, linkThreads } from './thread-links.ts';

type Value = string | number | null;
type Values = Record<string, Value>;

const ACCOUNT_VALUES: readonly string[] = ['handle', 'name', 'followers', 'source_is_brand', 'profile', 'link', 'mail_hash', 'source_is_bot'];

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

function valuesOf({ connection }: ProjectDatabase, record: 'message' | 'account', id: number): Values {
  const columns: readonly string[] = record === 'message' ? SAID_VALUES : ACCOUNT_VALUES;
  const values = connection.prepare(`SELECT ${columns.join(', ')} FROM ${record} WHERE id = ?`).get(id) as Values;
  return record === 'account' ? values : { ...values, mentions: JSON.stringify(connection.prepare('SELECT handle, leading FROM mention WHERE message_id = ? ORDER BY rowid').raw().all(id)) };
}

function putValues({ connection }: ProjectDatabase, record: 'message' | 'account', id: number, json: string, { wasCounted }: { readonly wasCounted: boolean }): void {
  const { mentions, ...values } = JSON.parse(json) as Values & { mentions?: [string, number][] | string | null };
  const columns: readonly string[] = record === 'message' ? MESSAGE_VALUES : ACCOUNT_VALUES;
  connection.prepare(`UPDATE ${record} SET ${columns.map((column) => `${column} = ?`).join(', ')}${record === 'message' ? ', parent_id = NULL, placed_by_root = NULL' : ''} WHERE id = ?`).run(...columns.map((column) => values[column] ?? null), id);
  if (record === 'message') connection.prepare(PLACE_BY_GUESS).run(id);
  if (record !== 'message' || mentions === undefined || mentions === null) return;
  connection.prepare('DELETE FROM mention WHERE message_id = ?').run(id);
  const insert = connection.prepare('INSERT INTO mention (message_id, handle, leading) VALUES (?, ?, ?)');
  for (const [handle, leading] of typeof mentions === 'string' ? (JSON.parse(mentions) as [string, number][]) : mentions) insert.run(id, handle, leading);
  // its reading was of another text, unless the import never counted and nothing was read since
  if (wasCounted) connection.prepare('DELETE FROM reading WHERE message_id = ?').run(id);
}

/** Drops what was computed from the records; the next analysis makes it again. */
function dropDerived({ connection }: ProjectDatabase): void {
  for (const table of ['request_part', 'request', 'compliment', 'request_unread', 'booking', 'account_balance', 'tribe_member', 'tribe', 'answer', 'role_proposal', 'account_flag', 'stage']) connection.exec(`DELETE FROM ${table}${table === 'stage' ? ` WHERE name <> 'read'` : ''}`);
  connection.exec(`DELETE FROM account_role WHERE origin IN ('rule', 'evidence')`);
}

/** Gives messages that a later import also holds to that import, so that they stay. */
function handOver(project: ProjectDatabase, importId: number): Value[][] {
  const { connection } = project;
  const handed = connection.prepare(`SELECT s.record_id, min(s.import_id) FROM sighting s JOIN message m ON m.id = s.record_id WHERE s.record = 'message' AND m.import_id = ? AND s.import_id <> ? GROUP BY s.record_id`).raw().all(importId, importId) as [number, number][];
  const take = connection.prepare('UPDATE message SET import_id = ? WHERE id = ?');
  const forget = connection.prepare(`DELETE FROM sighting WHERE record = 'message' AND record_id = ? AND import_id = ? RETURNING before, said, declared`).raw();
  return handed.map(([id, other]) => {
    take.run(other, id);
    return [id, other, ...((forget.get(id, other) as Value[] | undefined) ?? [null, null, null])];
  });
}

/** Puts back what this import had replaced in older records, unless a later import replaced it again. Returns the values it takes away. */
function putBack(project: ProjectDatabase, importId: number, record: 'message' | 'account', { wasCounted }: { readonly wasCounted: boolean }): Value[][] {
  const { connection } = project;
  const changed = connection.prepare('SELECT record_id AS id, before FROM sighting WHERE import_id = ? AND record = ? AND before IS NOT NULL').all(importId, record) as { id: number; before: string }[];
  const later = connection.prepare('SELECT import_id FROM sighting WHERE record = ? AND record_id = ? AND import_id > ? AND before IS NOT NULL ORDER BY import_id LIMIT 1').pluck();
  const chain = connection.prepare('UPDATE sighting SET before = ? WHERE record = ? AND record_id = ? AND import_id = ?');
  const taken: Value[][] = [];
  for (const { id, before } of changed) {
    const next = later.get(record, id, importId) as number | undefined;
    if (next !== undefined) {
      chain.run(before, record, id, next);
      continue;
    }
    taken.push([id, JSON.stringify(valuesOf(project, record, id))]);
    putValues(project, record, id, before, { wasCounted });
  }
  return taken;
}

const ORPHAN_ACCOUNTS = `NOT EXISTS (SELECT 1 FROM message m WHERE m.account_id = account.id) AND NOT EXISTS (SELECT 1 FROM message m WHERE m.source_account_id = account.id) AND NOT EXISTS (SELECT 1 FROM reaction x WHERE x.account_id = account.id) AND NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = account.id AND r.origin = 'hand')`;
const ORPHAN_CONTAINERS = 'NOT EXISTS (SELECT 1 FROM message m WHERE m.container_id = container.id AND m.placed_by_root IS NOT 1) AND NOT EXISTS (SELECT 1 FROM message m WHERE m.guessed_container_id = container.id AND m.placed_by_root = 1) AND NOT EXISTS (SELECT 1 FROM reaction x WHERE x.container_id = container.id)';
const ORPHAN_NETWORKS = 'NOT EXISTS (SELECT 1 FROM message m WHERE m.network_id = network.id) AND NOT EXISTS (SELECT 1 FROM account a WHERE a.network_id = network.id) AND NOT EXISTS (SELECT 1 FROM container c WHERE c.network_id = network.id) AND NOT EXISTS (SELECT 1 FROM reaction x WHERE x.network_id = network.id)';

/**
 * Takes everything an import brought out of the project and puts back what it had replaced. With `keep` it is archived
 * inside the project, so that {@link restoreImport} needs no file, and the import stays listed as undone; without, it
 * leaves no trace (an import that was cancelled, failed, or was open when the program ended). Messages that a later
 * import also holds stay. One transaction.
 */
export function removeImport(project: ProjectDatabase, importId: number, { keep }: { readonly keep: boolean }): void {
  const { connection } = project;
  inBulk(project, () => {
    bringBackSetAside(project);
    // the archive holds records as the sources say them
    unlinkPersons(project);
    const archive = keep ? createArchive(project, importId) : null;
    const inImport = 'EXISTS (SELECT 1 FROM message i WHERE i.id = message_id AND i.import_id = ?)';
    // 1. what was derived, and what is shared with other imports
    if (keep) dropDerived(project);
    archive?.add({ table: '#handed', columns: [], rows: handOver(project, importId) });
    for (const record of ['account', 'message'] as const) archive?.add({ table: `#${record}`, columns: [], rows: putBack(project, importId, record, { wasCounted: true }) });
    if (!keep) for (const record of ['account', 'message'] as const) putBack(project, importId, record, { wasCounted: false });
    archive?.addRows('sighting', 'import_id = ?', [importId]);
    // 2. the records; with nothing else in the project whole tables are emptied, which costs next to nothing
    const others = connection.prepare('SELECT 1 FROM message WHERE import_id < @importId UNION ALL SELECT 1 FROM message WHERE import_id > @importId UNION ALL SELECT 1 FROM reaction WHERE import_id <> @importId LIMIT 1').get({ importId }) !== undefined;
    archive?.addRows('message', 'import_id = ?', [importId]);
    for (const table of ['mention', 'dropped_text']) archive?.addRows(table, inImport, [importId]);
    for (const table of ['reaction', 'coverage']) archive?.addRows(table, 'import_id = ?', [importId]);
    if (others) {
      for (const table of ['mention', 'reading', 'dropped_text']) connection.prepare(`DELETE FROM ${table} WHERE ${inImport}`).run(importId);
      for (const table of ['reaction', 'coverage', 'message']) connection.prepare(`DELETE FROM ${table} WHERE import_id = ?`).run(importId);
    } else for (const table of ['mention', 'reading', 'dropped_text', 'reaction', 'coverage', 'message']) connection.exec(`DELETE FROM ${table}`);
    connection.prepare('DELETE FROM sighting WHERE import_id = ?').run(importId);
    // 3. whoever and wherever nothing is left of
    archive?.addRows('account_role', `EXISTS (SELECT 1 FROM account WHERE account.id = account_id AND ${ORPHAN_ACCOUNTS})`, []);
    for (const [table, orphan] of [['account', ORPHAN_ACCOUNTS], ['container', ORPHAN_CONTAINERS], ['network', ORPHAN_NETWORKS]] as const) {
      archive?.addRows(table, orphan, []);
      if (table === 'account' && !others && connection.prepare(`SELECT 1 FROM account_role WHERE origin = 'hand' LIMIT 1`).get() === undefined) connection.exec('DELETE FROM account');
      else connection.exec(`DELETE FROM ${table} WHERE ${orphan}`);
    }
    connection.exec('DELETE FROM account_role WHERE account_id NOT IN (SELECT id FROM account)');
    // 4. links into what is gone
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
    // 5. the import itself
    if (keep) connection.prepare(`UPDATE import SET state = 'undone' WHERE id = ?`).run(importId);
    else {
      connection.prepare('DELETE FROM rejection WHERE import_id = ?').run(importId);
      connection.prepare('DELETE FROM import_part WHERE import_id = ?').run(importId);
      connection.prepare('DELETE FROM import WHERE id = ?').run(importId);
    }
    linkPersons(project);
  });
}

function restorePart(project: ProjectDatabase, importId: number, part: ArchivePart): void {
  const { connection } = project;
  if (part.table === '#handed') {
    const take = connection.prepare('UPDATE message SET import_id = ? WHERE id = ?');
    const sight = connection.prepare(`INSERT OR IGNORE INTO sighting (import_id, record, record_id, before, said, declared) VALUES (?, 'message', ?, ?, ?, ?)`);
    for (const [id, other, before, said = null, declared = null] of part.rows) {
      take.run(importId, id);
      sight.run(other, id, before, said, declared);
    }
  } else if (part.table === '#message' || part.table === '#account') {
    for (const [id, after] of part.rows) if (typeof id === 'number' && typeof after === 'string') putValues(project, part.table === '#message' ? 'message' : 'account', id, after, { wasCounted: true });
  } else if (part.table === 'label_decision') {
    for (const row of part.rows) restoreEarlierLabel(project, Object.fromEntries(part.columns.map((column, position) => [column, row[position] ?? null])));
  } else restoreRows(project, part);
}

/** Brings an undone import back as it was, from the archive inside the project. One transaction. */
export function restoreImport(project: ProjectDatabase, importId: number): void {
  inBulk(project, () => {
    bringBackSetAside(project);
    unlinkPersons(project);
    dropDerived(project);
    if (recordCounts(project).messages === 0) dropBulkIndexes(project);
    for (const part of archivedParts(project, importId)) restorePart(project, importId, part);
    linkThreads(project);
    createMissingIndexes(project.connection);
    linkMentions(project);
    linkReactions(project);
    rebuildSearch(project);
    refreshTraces(project);
    dropArchive(project, importId);
    project.connection.prepare(`UPDATE import SET state = 'done' WHERE id = ?`).run(importId);
    linkPersons(project);
  });
}
