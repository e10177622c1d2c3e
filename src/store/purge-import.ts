import type { EraseCounts } from './erase-counts.ts';
import { forgetFollowedUp } from './erase-rows.ts';
import { removeImport } from './import-removal.ts';
import { archivedParts, dropArchive, type ArchivedValue } from './import-archive.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Decisions about messages, by the columns that name one. */
const OF_MESSAGES: readonly (readonly [table: string, network: string, kind: string, message: string])[] = [
  ['label_verdict', 'network', 'kind', 'message'], ['check_sample', 'network', 'kind', 'message'], ['promise_verdict', 'network', 'kind', 'message'], ['piece_route', 'network', 'kind', 'message'], ['piece_route_step', 'network', 'kind', 'message'], ['question_card', 'network', 'kind', 'message'],
  ['piece_pair', 'network', 'kind', 'message'], ['piece_pair', 'other_network', 'other_kind', 'other_message'], ['duplicate_decision', 'network_a', 'kind_a', 'message_a'], ['duplicate_decision', 'network_b', 'kind_b', 'message_b'],
];
/** Decisions about accounts, and groups remembered by them. */
const OF_ACCOUNTS: readonly (readonly [table: string, network: string, account: string])[] = [
  ['role_decision', 'network', 'account'], ['identity_decision', 'network_a', 'account_a'], ['identity_decision', 'network_b', 'account_b'], ['tribe_judgement', 'network', 'account'], ['interest_memory', 'network', 'account'], ['community_memory', 'network', 'account'],
];

interface JournalRow {
  readonly id: number;
  readonly command: string;
  readonly forward: string;
  readonly inverse: string;
}

interface ImportChange {
  readonly importIds: readonly number[];
  readonly brandsBefore: BrandSide;
  readonly brandsAfter: BrandSide;
}

interface BrandSide {
  readonly roles: readonly { readonly account_id: number }[];
  readonly containers: readonly { readonly id: number }[];
  readonly decisions?: readonly { readonly network: string; readonly account: string }[];
}

/** The history without an import: changes by hand before it are forgotten, other imports stay without what they say of accounts that are gone. */
function purgeHistory({ connection }: ProjectDatabase, importId: number, counts: EraseCounts): void {
  const accounts = new Set(connection.prepare('SELECT id FROM account').pluck().all() as number[]);
  const names = new Set(connection.prepare(`SELECT n.code || ' ' || a.native_id FROM account a JOIN network n ON n.id = a.network_id`).pluck().all() as string[]);
  const places = new Set(connection.prepare('SELECT id FROM container').pluck().all() as number[]);
  const side = (state: BrandSide): BrandSide => ({
    ...state, roles: state.roles.filter((role) => accounts.has(role.account_id)), containers: state.containers.filter(({ id }) => places.has(id)),
    ...(state.decisions === undefined ? {} : { decisions: state.decisions.filter(({ network, account }) => names.has(`${network} ${account}`)) }),
  });
  const drop = connection.prepare('DELETE FROM journal WHERE id = ?');
  const put = connection.prepare('UPDATE journal SET forward = ?, inverse = ? WHERE id = ?');
  for (const { id, command, inverse } of connection.prepare('SELECT id, command, forward, inverse FROM journal').all() as JournalRow[]) {
    const change = command === 'import' || command === 'import.undo' ? (JSON.parse(inverse) as ImportChange) : null;
    const importIds = change === null ? [] : change.importIds.filter((each) => each !== importId);
    if (change === null || importIds.length === 0) {
      drop.run(id);
      counts.add('undoSteps', 1);
    } else put.run(JSON.stringify({ importIds }), JSON.stringify({ ...change, importIds, brandsBefore: side(change.brandsBefore), brandsAfter: side(change.brandsAfter) }), id);
  }
}

/** Adds what the archive of an import that was removed before holds to what is to go. */
function keepArchived(project: ProjectDatabase, importId: number): void {
  const { connection } = project;
  const code = connection.prepare('SELECT code FROM network WHERE id = ?').pluck();
  const networks = new Map<unknown, unknown>();
  const message = connection.prepare('INSERT OR IGNORE INTO temp.gone_message VALUES (?, ?, ?, ?)');
  const account = connection.prepare('INSERT OR IGNORE INTO temp.gone_account VALUES (?, ?, ?, ?)');
  for (const { part: { table, columns, rows } } of archivedParts(project, importId)) {
    for (const row of rows) {
      const of = (name: string): ArchivedValue => row[columns.indexOf(name)] ?? null;
      if (table === 'network') networks.set(of('id'), of('code'));
      const network = networks.get(of('network_id')) ?? code.get(of('network_id'));
      if (table === 'message') message.run(network, of('kind'), of('native_id'), of('text'));
      else if (table === 'account') account.run(network, of('native_id'), of('handle'), of('name'));
    }
  }
}

/**
 * Removes an import so that nothing only it held is left: records, the archive that would bring them back, decisions by
 * content about them, groups of alike messages, the history before it. What other imports hold too stays. What people wrote
 * down in their own words stays. To be called inside a transaction with foreign keys unchecked. Returns texts by which what
 * went would be known in a file.
 */
export function purgeImport(project: ProjectDatabase, importId: number, counts: EraseCounts): string[] {
  const { connection } = project;
  connection.exec('CREATE TEMP TABLE gone_message (network TEXT, kind TEXT, message TEXT, text TEXT, PRIMARY KEY (network, kind, message)) WITHOUT ROWID; CREATE TEMP TABLE gone_account (network TEXT, account TEXT, handle TEXT, name TEXT, PRIMARY KEY (network, account)) WITHOUT ROWID');
  connection.prepare('INSERT INTO temp.gone_message SELECT n.code, m.kind, m.native_id, m.text FROM message m JOIN network n ON n.id = m.network_id WHERE m.import_id = ?').run(importId);
  connection.exec('INSERT INTO temp.gone_account SELECT n.code, a.native_id, a.handle, a.name FROM account a JOIN network n ON n.id = a.network_id');
  const reactions = connection.prepare('SELECT count(*) FROM reaction WHERE import_id = ?').pluck().get(importId) as number;
  counts.add('refusedRows', connection.prepare('SELECT count(*) FROM rejection WHERE import_id = ?').pluck().get(importId) as number);
  counts.add('keptAnswers', connection.prepare('SELECT count(*) FROM answer').pluck().get() as number);
  const isDone = connection.prepare(`SELECT 1 FROM import WHERE id = ? AND state = 'done'`).get(importId) !== undefined;
  if (isDone) removeImport(project, importId, { keep: true });
  else keepArchived(project, importId);
  dropArchive(project, importId);
  for (const table of ['rejection', 'import_part', 'coverage', 'import']) connection.prepare(`DELETE FROM ${table} WHERE ${table === 'import' ? 'id' : 'import_id'} = ?`).run(importId);
  // what others hold too has stayed
  connection.exec(`DELETE FROM temp.gone_message WHERE EXISTS (SELECT 1 FROM message m JOIN network n ON n.id = m.network_id WHERE n.code = network AND m.native_id = message AND m.kind = gone_message.kind);
    DELETE FROM temp.gone_account WHERE EXISTS (SELECT 1 FROM account a JOIN network n ON n.id = a.network_id WHERE n.code = network AND a.native_id = account)`);
  counts.add('messages', connection.prepare('SELECT count(*) FROM temp.gone_message').pluck().get() as number);
  counts.add('accounts', connection.prepare('SELECT count(*) FROM temp.gone_account').pluck().get() as number);
  counts.add('reactions', reactions);
  for (const [table, network, kind, message] of OF_MESSAGES) counts.add('decisions', connection.prepare(`DELETE FROM ${table} WHERE EXISTS (SELECT 1 FROM temp.gone_message g WHERE g.network = ${table}.${network} AND g.kind = ${table}.${kind} AND g.message = ${table}.${message})`).run().changes);
  for (const [table, network, account] of OF_ACCOUNTS) counts.add(table.endsWith('memory') ? 'other' : 'decisions', connection.prepare(`DELETE FROM ${table} WHERE EXISTS (SELECT 1 FROM temp.gone_account g WHERE g.network = ${table}.${network} AND g.account = ${table}.${account})`).run().changes);
  connection.exec('UPDATE question_card SET answer_network = NULL, answer_kind = NULL, answer_message = NULL WHERE EXISTS (SELECT 1 FROM temp.gone_message g WHERE g.network = answer_network AND g.kind = answer_kind AND g.message = answer_message)');
  // a topic is named after what was written in it; it is found again in what is left
  connection.exec('DELETE FROM topic_message; DELETE FROM topic; DELETE FROM value_piece; DELETE FROM interest_person; DELETE FROM interest_run');
  forgetFollowedUp(project);
  purgeHistory(project, importId, counts);
  const texts = connection.prepare('SELECT text FROM temp.gone_message WHERE length(text) >= 20 UNION SELECT handle FROM temp.gone_account UNION SELECT name FROM temp.gone_account').pluck().all() as (string | null)[];
  connection.exec('DROP TABLE temp.gone_message; DROP TABLE temp.gone_account');
  return texts.filter((text) => text !== null);
}
