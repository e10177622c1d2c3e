import { MESSAGE_VALUES, PLACE_BY_GUESS, PRECISIONS, SAID_VALUES, type StoredValues } from './message-merge.ts';
import { restoreEarlierLabel } from './label-queries.ts';
import { noteRemoval } from './ledger-marks.ts';
import type { ProjectDatabase } from './project-database.ts';
import { linkPersons, unlinkPersons } from './person-links.ts';
import { linkReactions } from './reaction-writer.ts';
import { linkThreads } from './thread-links.ts';

type Value = string | number | null;
type Row = Record<string, Value>;

/** A message that a decision says to be one of several copies. */
interface Copy extends Row {
  readonly id: number;
  readonly network_id: number;
  readonly native_id: string;
  readonly kind: string;
  readonly precision: string;
}

/** Everything that hangs on a message and comes back with it. */
interface Content {
  readonly message: Row;
  readonly mentions: readonly Row[];
  /** What stays of a text that was dropped. */
  readonly dropped?: Row | null;
  /** Kept by files of earlier versions only: labels stand by themselves since. */
  readonly label?: Row | null;
}

/** Rows that are made again and must not outlive a message that leaves. */
const DERIVED = ['reading', 'inferred_parent', 'absence', 'request', 'compliment', 'request_part', 'request_unread', 'booking', 'promise', 'topic_message', 'message_term', 'value_piece'];

function insertRow({ connection }: ProjectDatabase, table: string, row: Row): void {
  // names come from the file: nothing but a name of a column may enter a statement
  const columns = Object.keys(row).filter((column) => /^[a-z_]+$/.test(column));
  connection.prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(...columns.map((column) => row[column] ?? null));
}

/** Which of several copies stays: who wrote it known, the finer time, what it answers known, the longer text; else the first by its own id. */
function better(one: Copy, other: Copy): Copy {
  const rank = (copy: Copy): readonly number[] => [copy['account_id'] === null ? 0 : 1, PRECISIONS.indexOf(copy.precision), copy['parent_native_id'] === null ? 0 : 1, String(copy['text'] ?? '').length];
  const [first, second] = [rank(one), rank(other)];
  for (const [place, value] of first.entries()) if (value !== second[place]) return value > (second[place] ?? 0) ? one : other;
  return `${one.native_id} ${one.kind}` <= `${other.native_id} ${other.kind}` ? one : other;
}

/** Pairs of messages that are both there and that a decision says to be one. */
function joinedIds({ connection }: ProjectDatabase): [number, number][] {
  return connection.prepare(`SELECT a.id, b.id FROM duplicate_decision d
    JOIN network na ON na.code = d.network_a JOIN message a ON a.network_id = na.id AND a.native_id = d.message_a AND a.kind = d.kind_a
    JOIN network nb ON nb.code = d.network_b JOIN message b ON b.network_id = nb.id AND b.native_id = d.message_b AND b.kind = d.kind_b
    WHERE d.verdict = 'same' AND a.id <> b.id`).raw().all() as [number, number][];
}

/** Messages that decisions join into one, in groups of two and more, each led by the copy that stays. */
function joinedCopies(project: ProjectDatabase): Copy[][] {
  const pairs = joinedIds(project);
  const groupOf = new Map<number, Set<number>>();
  for (const [one, other] of pairs) {
    const joined = new Set([...(groupOf.get(one) ?? [one]), ...(groupOf.get(other) ?? [other])]);
    for (const id of joined) groupOf.set(id, joined);
  }
  const read = project.connection.prepare('SELECT * FROM message WHERE id = ?');
  const order = (copy: Copy): string => `${copy.native_id} ${copy.kind}`;
  return [...new Set(groupOf.values())].map((ids) => {
    const copies = [...ids].map((id) => read.get(id) as Copy);
    const best = copies.reduce(better);
    return [best, ...copies.filter(({ id }) => id !== best.id).sort((one, other) => (order(one) < order(other) ? -1 : 1))];
  });
}

/** The columns of `kept` that it lacks and the other has; a finer time comes with its precision. */
function completion(kept: Row, other: Row): Row {
  const added: Row = {};
  for (const column of MESSAGE_VALUES) if ((kept[column] ?? null) === null && (other[column] ?? null) !== null && column !== 'created_at_ms') added[column] = other[column] ?? null;
  if ((other['created_at_ms'] ?? null) !== null && ((kept['created_at_ms'] ?? null) === null || PRECISIONS.indexOf(String(other['precision'])) > PRECISIONS.indexOf(String(kept['precision'])))) Object.assign(added, { created_at_ms: other['created_at_ms'], precision: other['precision'] });
  return added;
}

function setValues({ connection }: ProjectDatabase, id: number, values: Partial<StoredValues>): void {
  const columns = MESSAGE_VALUES.filter((column) => Object.hasOwn(values, column));
  const placed = Object.hasOwn(values, 'container_id') ? ', placed_by_root = NULL' : '';
  if (columns.length > 0) connection.prepare(`UPDATE message SET ${columns.map((column) => `${column} = ?`).join(', ')}${placed} WHERE id = ?`).run(...columns.map((column) => values[column] ?? null), id);
  connection.prepare(PLACE_BY_GUESS).run(id);
}

function searchText({ connection }: ProjectDatabase, act: 'add' | 'delete', id: number, text: Value | undefined): void {
  if (typeof text !== 'string') return;
  connection.prepare(act === 'add' ? 'INSERT INTO message_search (rowid, text) VALUES (?, ?)' : `INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', ?, ?)`).run(id, text);
}

/** Takes one copy out of the messages and completes the one that stays. */
function setAside(project: ProjectDatabase, copy: Copy, keptId: number, position: number): void {
  const { connection } = project;
  const content: Content = {
    message: copy, mentions: connection.prepare('SELECT handle, leading, account_id FROM mention WHERE message_id = ? ORDER BY rowid').all(copy.id) as Row[],
    dropped: (connection.prepare('SELECT at_ms, reading FROM dropped_text WHERE message_id = ?').get(copy.id) as Row | undefined) ?? null,
  };
  const before = connection.prepare(`SELECT ${SAID_VALUES.join(', ')} FROM message WHERE id = ?`).get(keptId) as Row;
  connection.prepare('INSERT INTO set_aside (message_id, position, copy_of, import_id, network_id, native_id, address, content, copy_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(copy.id, position, keptId, copy['import_id'], copy.network_id, copy.native_id, copy['address'] ?? null, JSON.stringify(content), JSON.stringify(before));
  const added = completion(before, copy['placed_by_root'] === null ? copy : { ...copy, container_id: null });
  setValues(project, keptId, added);
  if ('text' in added) {
    searchText(project, 'add', keptId, added['text']);
    connection.prepare('DELETE FROM reading WHERE message_id = ?').run(keptId);
  }
  if ('parent_native_id' in added) connection.prepare('UPDATE message SET parent_id = NULL WHERE id = ?').run(keptId);
  // of one person's like on both copies one stays
  connection.prepare(`UPDATE reaction SET message_id = CASE WHEN EXISTS (SELECT 1 FROM reaction o WHERE o.message_id = @keptId AND o.account_id = reaction.account_id AND o.kind = reaction.kind) THEN NULL ELSE @keptId END WHERE message_id = @id`).run({ keptId, id: copy.id });
  connection.prepare('UPDATE message SET parent_id = NULL WHERE parent_id = ?').run(copy.id);
  noteRemoval(project, copy.id);
  for (const table of [...DERIVED, 'mention', 'dropped_text']) connection.prepare(`DELETE FROM ${table} WHERE message_id = ?`).run(copy.id);
  connection.prepare('DELETE FROM inferred_parent WHERE parent_id = ?').run(copy.id);
  connection.prepare('DELETE FROM booking WHERE pair_message_id = ?').run(copy.id);
  connection.prepare('UPDATE promise SET evidence_message_id = NULL, evidence_start = NULL, evidence_end = NULL WHERE evidence_message_id = ?').run(copy.id);
  connection.prepare('UPDATE topic SET best_answer_id = NULL WHERE best_answer_id = ?').run(copy.id);
  connection.prepare('DELETE FROM likely_duplicate WHERE ? IN (message_a, message_b)').run(copy.id);
  searchText(project, 'delete', copy.id, copy['text']);
  connection.prepare('DELETE FROM message WHERE id = ?').run(copy.id);
}

/**
 * Brings every message that was set aside back with the id it had, and the copies that stayed to what they were. Imports
 * and their undoing work on messages as sources say them; {@link keepSetAside} lays the decisions over afterwards. Where
 * something came back, persons are left as the accounts that the sources say: whoever calls it joins them again.
 * To be called inside a transaction. Returns how many came back.
 */
export function bringBackSetAside(project: ProjectDatabase): number {
  const { connection } = project;
  const rows = connection.prepare('SELECT message_id AS id, copy_of AS copyOf, network_id AS networkId, native_id AS nativeId, content, copy_before AS copyBefore FROM set_aside ORDER BY position DESC').all() as { id: number; copyOf: number; networkId: number; nativeId: string; content: string; copyBefore: string }[];
  if (rows.length > 0) unlinkPersons(project);
  for (const { id, copyOf, networkId, nativeId, content, copyBefore } of rows) {
    const { message, mentions, dropped, label } = JSON.parse(content) as Content;
    const before = JSON.parse(copyBefore) as StoredValues;
    const kept = connection.prepare('SELECT text FROM message WHERE id = ?').get(copyOf) as { text: string | null } | undefined;
    if (kept !== undefined && kept.text !== before.text) {
      searchText(project, 'delete', copyOf, kept.text);
      searchText(project, 'add', copyOf, before.text);
      connection.prepare('DELETE FROM reading WHERE message_id = ?').run(copyOf);
    }
    setValues(project, copyOf, before);
    connection.prepare('UPDATE message SET parent_id = NULL WHERE id = ?').run(copyOf);
    connection.prepare('UPDATE message SET parent_id = NULL WHERE parent_id = ? AND network_id = ? AND parent_native_id = ?').run(copyOf, networkId, nativeId);
    insertRow(project, 'message', { ...message, parent_id: null, root_id: id });
    for (const mention of mentions) insertRow(project, 'mention', { ...mention, message_id: id });
    if (dropped !== undefined && dropped !== null) insertRow(project, 'dropped_text', { ...dropped, message_id: id });
    if (label !== undefined && label !== null) restoreEarlierLabel(project, label);
    searchText(project, 'add', id, message['text']);
    connection.prepare('UPDATE reaction SET message_id = NULL WHERE network_id = ? AND target_native_id = ?').run(networkId, nativeId);
  }
  connection.exec('DELETE FROM set_aside');
  return rows.length;
}

/**
 * Lays the decisions on duplicates over the messages: of copies decided to be the same the most telling stays, completed
 * with what only the others know, and what answers them answers it. Undoes nothing that no decision names any more unless
 * {@link bringBackSetAside} went before. To be called inside a transaction. Returns how many were set aside.
 */
export function keepSetAside(project: ProjectDatabase, { relink }: { readonly relink: boolean }): number {
  const { connection } = project;
  let position = connection.prepare('SELECT COALESCE(max(position), 0) FROM set_aside').pluck().get() as number;
  let count = 0;
  const hasPairs = joinedIds(project).length > 0;
  if (hasPairs) unlinkPersons(project);
  const groups = hasPairs ? joinedCopies(project) : [];
  for (const [kept, ...copies] of groups) {
    if (kept === undefined) continue;
    for (const copy of copies) {
      position += 1;
      setAside(project, copy, kept.id, position);
      count += 1;
    }
  }
  if (relink || count > 0) {
    linkThreads(project);
    linkReactions(project);
  }
  if (hasPairs) linkPersons(project);
  return count;
}

/** True when some message is set aside. */
export function hasSetAside({ connection }: ProjectDatabase): boolean {
  return connection.prepare('SELECT 1 FROM set_aside LIMIT 1').get() !== undefined;
}

/** True when a person has said of some records that they are one message. */
export function hasJoiningDecision({ connection }: ProjectDatabase): boolean {
  return connection.prepare(`SELECT 1 FROM duplicate_decision WHERE verdict = 'same' LIMIT 1`).get() !== undefined;
}
