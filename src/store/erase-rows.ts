import { cleanedJson, type JsonObject } from '../domain/privacy/cleaned-json.ts';
import type { ErasedKind } from '../domain/model/erased-kind.ts';
import type { EraseCounts } from './erase-counts.ts';
import type { PersonTraces } from './person-traces.ts';
import type { ProjectDatabase } from './project-database.ts';

/** What parts of the analysis keep to be followed up, words and prints of texts among it: emptied, so that they are made again whole. */
const FOLLOWED_UP = ['text_stamp', 'text_message', 'word_sketch', 'word_form', 'rare_word', 'text_print', 'question_words', 'demand_words', 'piece_stamp', 'piece_message', 'derive_stamp', 'changed_message', 'changed_account', 'template_reply', 'reply_run', 'judged_message', 'hasty_reply', 'term', 'message_term'];
/** Tables that have steps of their own, or that an analysis makes again from what is left. */
const ELSEWHERE = new Set([
  'message', 'account', 'mention', 'reaction', 'reaction_sighting', 'sighting', 'own_statement', 'undone_part', 'journal', 'set_aside', 'container', 'brand', 'network',
  'reading', 'request', 'compliment', 'request_part', 'request_unread', 'booking', 'account_balance', 'tribe_member', 'tribe', 'answer', 'role_proposal', 'account_flag', 'promise', 'message_term', 'term', 'network_person', 'person_tie', 'network_run', 'stage', 'value_piece', 'topic_message',
  ...FOLLOWED_UP,
]);
/** What a table's rows are counted as; others are what people decided. */
const KIND_OF: Readonly<Record<string, ErasedKind>> = { plan_record: 'written', rejection: 'refusedRows', import: 'other', import_part: 'other', setting: 'other', interest_memory: 'other', community_memory: 'other', topic: 'other', interest_run: 'other' };
/** Columns that say whose or which message a row is about; rows go with it. */
const OF_MESSAGE = ['message_id', 'message_a', 'message_b', 'pair_message_id'];
const OF_ACCOUNT = ['account_id', 'person_id', 'a_id', 'b_id', 'source_account_id'];

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

function tablesOf({ connection }: ProjectDatabase): { readonly table: string; readonly columns: Column[]; readonly hasRowId: boolean }[] {
  const names = connection.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'message\\_search%' ESCAPE '\\'`).all() as { name: string; sql: string }[];
  return names.map(({ name, sql }) => ({ table: name, columns: connection.pragma(`table_info("${name}")`) as Column[], hasRowId: !/WITHOUT ROWID\s*$/i.test(sql) }));
}

/** Puts row numbers where statements look for them. To be called inside a transaction; `dropNumbers` ends it. */
function keepNumbers({ connection }: ProjectDatabase, { accounts, messages }: PersonTraces): void {
  connection.exec('CREATE TEMP TABLE erased_account (id INTEGER PRIMARY KEY); CREATE TEMP TABLE erased_message (id INTEGER PRIMARY KEY)');
  connection.prepare('INSERT INTO temp.erased_account SELECT value FROM json_each(?)').run(JSON.stringify(accounts.map(({ id }) => id)));
  connection.prepare('INSERT INTO temp.erased_message SELECT value FROM json_each(?)').run(JSON.stringify(messages.map(({ id }) => id)));
}

/** Counts what was derived from a person, before it is dropped with all the rest that is made again. */
export function countDerived({ connection }: ProjectDatabase, { accounts, messages }: PersonTraces, counts: EraseCounts): void {
  const [who, what] = [JSON.stringify(accounts.map(({ id }) => id)), JSON.stringify(messages.map(({ id }) => id))];
  const count = (sql: string): number => connection.prepare(sql).pluck().get({ who, what }) as number;
  const theirs = '(SELECT value FROM json_each(@who))';
  const wrote = '(SELECT value FROM json_each(@what))';
  counts.add('requests', count(`SELECT count(*) FROM request WHERE message_id IN ${wrote} AND @who IS NOT NULL`));
  counts.add('bookings', count(`SELECT count(*) FROM booking WHERE (giver_kind = 'account' AND giver_id IN ${theirs}) OR (receiver_kind = 'account' AND receiver_id IN ${theirs}) OR message_id IN ${wrote} OR pair_message_id IN ${wrote}`));
  counts.add('ties', count(`SELECT count(*) FROM person_tie WHERE a_id IN ${theirs} OR b_id IN ${theirs} AND @what IS NOT NULL`));
  counts.add('keptAnswers', count('SELECT count(*) FROM answer WHERE @who IS NOT NULL AND @what IS NOT NULL'));
}

/**
 * Removes the rows of a person: what hangs on their messages and accounts in any table, reactions they gave and received,
 * groups of alike messages they are in, then the messages and the accounts. To be called inside a transaction with foreign
 * keys unchecked, after everything that names them by content was cleaned.
 */
export function eraseRows(project: ProjectDatabase, traces: PersonTraces, counts: EraseCounts): void {
  const { connection } = project;
  const [who, what] = ['(SELECT id FROM temp.erased_account)', '(SELECT id FROM temp.erased_message)'];
  keepNumbers(project, traces);
  connection.exec(`DELETE FROM topic WHERE id IN (SELECT topic FROM topic_message WHERE message_id IN ${what}); DELETE FROM topic_message WHERE topic NOT IN (SELECT id FROM topic); UPDATE topic SET best_answer_id = NULL WHERE best_answer_id IN ${what}`);
  connection.exec(`DELETE FROM inferred_parent WHERE parent_id IN ${what}; UPDATE promise SET evidence_message_id = NULL, evidence_start = NULL, evidence_end = NULL WHERE evidence_message_id IN ${what}`);
  const isTheirs = `account_id IN ${who} OR source_account_id IN ${who} OR message_id IN ${what}`;
  connection.exec(`DELETE FROM reaction_sighting WHERE reaction_id IN (SELECT id FROM reaction WHERE ${isTheirs})`);
  connection.exec(`UPDATE import SET reaction_count = max(0, reaction_count - (SELECT count(*) FROM reaction r WHERE r.import_id = import.id AND (${isTheirs}))), message_count = max(0, message_count - (SELECT count(*) FROM message m WHERE m.import_id = import.id AND m.id IN ${what})), account_count = max(0, account_count - (SELECT count(*) FROM account a WHERE a.import_id = import.id AND a.id IN ${who}))`);
  counts.add('reactions', connection.prepare(`DELETE FROM reaction WHERE ${isTheirs}`).run().changes);
  const named = connection.prepare(`DELETE FROM reaction WHERE network_id = ? AND target_native_id = ?`);
  if (connection.prepare('SELECT 1 FROM reaction WHERE target_native_id IS NOT NULL AND message_id IS NULL LIMIT 1').get() !== undefined) for (const { networkId, name } of traces.standIns) counts.add('reactions', named.run(networkId, name).changes);
  connection.exec(`DELETE FROM reaction_sighting WHERE reaction_id NOT IN (SELECT id FROM reaction)`);
  for (const { table, columns } of tablesOf(project)) {
    if (table === 'message' || table === 'reaction') continue;
    const names = new Set(columns.map(({ name }) => name));
    for (const column of OF_MESSAGE) if (names.has(column)) connection.exec(`DELETE FROM "${table}" WHERE "${column}" IN ${what}`);
    if (table === 'mention') connection.exec(`UPDATE mention SET account_id = NULL, source_account_id = NULL WHERE account_id IN ${who} OR source_account_id IN ${who}`);
    else for (const column of OF_ACCOUNT) if (names.has(column)) connection.exec(`DELETE FROM "${table}" WHERE "${column}" IN ${who}`);
  }
  connection.exec(`UPDATE message SET parent_id = NULL WHERE parent_id IN ${what}; UPDATE message SET root_id = NULL WHERE root_id IN ${what}`);
  counts.add('messages', connection.prepare(`DELETE FROM message WHERE id IN ${what}`).run().changes);
  connection.exec(`UPDATE message SET account_id = NULL WHERE account_id IN ${who}`);
  counts.add('accounts', connection.prepare(`DELETE FROM account WHERE id IN ${who}`).run().changes);
  connection.exec('DROP TABLE temp.erased_account; DROP TABLE temp.erased_message');
}

/** Empties what parts of the analysis keep of texts and of who wrote them; the next analysis makes it again. To be called inside a transaction. */
export function forgetFollowedUp(project: ProjectDatabase): void {
  const tables = new Set(tablesOf(project).map(({ table }) => table));
  for (const table of FOLLOWED_UP) if (tables.has(table)) project.connection.exec(`DELETE FROM "${table}"`);
}

/** Gives places that are named after a person another name: their profile, where others wrote. To be called inside a transaction. */
export function eraseFromPlaces({ connection }: ProjectDatabase, traces: PersonTraces, counts: EraseCounts): void {
  const rows = connection.prepare('SELECT c.id, n.code AS network, c.native_id AS nativeId, c.name FROM container c JOIN network n ON n.id = c.network_id').all() as { id: number; network: string; nativeId: string; name: string }[];
  const put = connection.prepare('UPDATE container SET native_id = ?, name = ? WHERE id = ?');
  for (const { id, network, nativeId, name } of rows) {
    const isTheirs = traces.json.isKey(`${network} ${nativeId}`) || traces.cleanedNote(nativeId) !== nativeId || traces.isHandle(network, nativeId);
    const called = traces.cleanedNote(name);
    if (!isTheirs && called === name) continue;
    put.run(isTheirs ? traces.standInOf(network, nativeId) : nativeId, called, id);
    counts.add('other', 1);
  }
}

/** Takes a person out of the history: changes that hold something of them can no longer be undone and go; imports stay, without the roles and decisions about them. To be called inside a transaction. */
export function eraseFromHistory({ connection }: ProjectDatabase, traces: PersonTraces, counts: EraseCounts): void {
  const rows = connection.prepare('SELECT id, command, label, forward, inverse FROM journal').all() as { id: number; command: string; label: string; forward: string; inverse: string }[];
  const drop = connection.prepare('DELETE FROM journal WHERE id = ?');
  const put = connection.prepare('UPDATE journal SET label = ?, forward = ?, inverse = ? WHERE id = ?');
  for (const { id, command, ...told } of rows) {
    const { value, changed, isGone } = cleanedJson(told, traces.json);
    if (!changed && !isGone) continue;
    const left = value as typeof told;
    if (command === 'import' || command === 'import.undo') put.run(left.label, left.forward, left.inverse, id);
    else {
      drop.run(id);
      counts.add('undoSteps', 1);
    }
  }
}

/**
 * Takes a person out of every row of every other table that may say something of them: decisions by content, what people
 * wrote down, settings, imports and refused rows, and whatever a later version adds. A row about them goes; of others the
 * texts are cleaned, JSON member by member; a row whose key would change goes too. To be called inside a transaction.
 */
export function eraseFromRows(project: ProjectDatabase, traces: PersonTraces, { counts, keptSettings }: { readonly counts: EraseCounts; readonly keptSettings: ReadonlySet<string> }): void {
  const { connection } = project;
  // an answer that somebody else wrote stays a question's answer; theirs does not, and the question stays
  for (const row of connection.prepare('SELECT network, kind, message, answer_network AS answerNetwork, answer_kind AS answerKind, answer_message AS answerMessage FROM question_card WHERE answer_message IS NOT NULL').all() as Record<string, string>[]) {
    if (!traces.json.isKey(`${String(row['answerNetwork'])} ${String(row['answerKind'])} ${String(row['answerMessage'])}`)) continue;
    counts.add('decisions', connection.prepare('UPDATE question_card SET answer_network = NULL, answer_kind = NULL, answer_message = NULL WHERE network = ? AND kind = ? AND message = ?').run(row['network'], row['kind'], row['message']).changes);
  }
  for (const { table, columns, hasRowId } of tablesOf(project)) {
    if (ELSEWHERE.has(table) || !columns.some(({ type }) => type === 'TEXT')) continue;
    const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
    const at = hasRowId ? ['rowid'] : keys;
    const where = at.map((name) => `"${name}" = ?`).join(' AND ');
    const kind = KIND_OF[table] ?? 'decisions';
    const rows = connection.prepare(`SELECT ${hasRowId ? 'rowid AS rowid, ' : ''}* FROM "${table}"`).all() as Record<string, string | number | null>[];
    for (const row of rows) {
      if (table === 'setting' && keptSettings.has(String(row['key']))) continue;
      const place = at.map((name) => row[name] ?? null);
      const { rowid: _rowid, ...told } = row;
      const { value, changed, isGone } = cleanedJson(told, traces.json);
      if (!changed && !isGone) continue;
      counts.add(kind, 1);
      const left = value as JsonObject;
      if (table === 'rejection') {
        // what is left of a refused row of theirs would still be theirs
        connection.prepare(`UPDATE rejection SET raw = NULL, detail = ?, part = ? WHERE ${where}`).run(left['detail'] ?? '', left['part'] ?? null, ...place);
        continue;
      }
      // an import is not about the person who is named in it, nor is a setting: they stay, without the name
      if ((isGone && table !== 'import' && table !== 'setting') || keys.some((name) => left[name] !== row[name])) connection.prepare(`DELETE FROM "${table}" WHERE ${where}`).run(...place);
      else {
        const texts = columns.filter(({ name }) => typeof left[name] === 'string' && left[name] !== row[name]).map(({ name }) => name);
        if (texts.length > 0) connection.prepare(`UPDATE "${table}" SET ${texts.map((name) => `"${name}" = ?`).join(', ')} WHERE ${where}`).run(...texts.map((name) => left[name] as string), ...place);
      }
    }
  }
}
