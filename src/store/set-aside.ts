import { MESSAGE_VALUES, PLACE_BY_GUESS, PRECISIONS, SAID_VALUES, type StoredValues } from './message-merge.ts';
import { restoreEarlierLabel } from './label-queries.ts';
import type { ProjectDatabase } from './project-database.ts';
import { linkPersons, unlinkPersons } from './person-links.ts';
import { hasProbes } from './probe-queries.ts';
import { bringBackProbes, keepProbesAside, probesAside } from './probes-aside.ts';
import { linkReactions } from './reaction-writer.ts';
import { changeSearchText, contentOf, putBackMessage, takeOutMessage, type MessageContent, type StoredRow } from './set-aside-rows.ts';
import { linkThreads } from './thread-links.ts';

/** A message that a decision says to be one of several copies. */
interface Copy extends StoredRow {
  readonly id: number;
  readonly network_id: number;
  readonly native_id: string;
  readonly kind: string;
  readonly precision: string;
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
function completion(kept: StoredRow, other: StoredRow): StoredRow {
  const added: StoredRow = {};
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

/** Takes one copy out of the messages and completes the one that stays. */
function setAside(project: ProjectDatabase, copy: Copy, keptId: number, position: number): void {
  const { connection } = project;
  const content = contentOf(project, copy);
  const before = connection.prepare(`SELECT ${SAID_VALUES.join(', ')} FROM message WHERE id = ?`).get(keptId) as StoredRow;
  connection.prepare('INSERT INTO set_aside (message_id, position, copy_of, import_id, network_id, native_id, address, content, copy_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(copy.id, position, keptId, copy['import_id'], copy.network_id, copy.native_id, copy['address'] ?? null, JSON.stringify(content), JSON.stringify(before));
  const added = completion(before, copy['placed_by_root'] === null ? copy : { ...copy, container_id: null });
  setValues(project, keptId, added);
  if ('text' in added) {
    changeSearchText(project, 'add', keptId, added['text']);
    connection.prepare('DELETE FROM reading WHERE message_id = ?').run(keptId);
  }
  if ('parent_native_id' in added) connection.prepare('UPDATE message SET parent_id = NULL WHERE id = ?').run(keptId);
  // of one person's like on both copies one stays
  connection.prepare(`UPDATE reaction SET message_id = CASE WHEN EXISTS (SELECT 1 FROM reaction o WHERE o.message_id = @keptId AND o.account_id = reaction.account_id AND o.kind = reaction.kind) THEN NULL ELSE @keptId END WHERE message_id = @id`).run({ keptId, id: copy.id });
  takeOutMessage(project, { id: copy.id, text: copy['text'] });
}

/**
 * Brings every message that was set aside, and those of probes, back with the id they had, and the copies that stayed to what they were. Imports
 * and their undoing work on messages as sources say them; {@link keepSetAside} lays the decisions over afterwards. Where
 * something came back, persons are left as the accounts that the sources say: whoever calls it joins them again.
 * To be called inside a transaction. Returns how many came back.
 */
export function bringBackSetAside(project: ProjectDatabase): number {
  const { connection } = project;
  const rows = connection.prepare('SELECT message_id AS id, copy_of AS copyOf, network_id AS networkId, native_id AS nativeId, content, copy_before AS copyBefore FROM set_aside ORDER BY position DESC').all() as { id: number; copyOf: number; networkId: number; nativeId: string; content: string; copyBefore: string }[];
  if (rows.length > 0 || probesAside(project).length > 0) unlinkPersons(project);
  const probes = bringBackProbes(project);
  for (const { id, copyOf, networkId, nativeId, content: written, copyBefore } of rows) {
    const content = JSON.parse(written) as MessageContent;
    const { label } = content;
    const before = JSON.parse(copyBefore) as StoredValues;
    const kept = connection.prepare('SELECT text FROM message WHERE id = ?').get(copyOf) as { text: string | null } | undefined;
    if (kept !== undefined && kept.text !== before.text) {
      changeSearchText(project, 'delete', copyOf, kept.text);
      changeSearchText(project, 'add', copyOf, before.text);
      connection.prepare('DELETE FROM reading WHERE message_id = ?').run(copyOf);
    }
    setValues(project, copyOf, before);
    connection.prepare('UPDATE message SET parent_id = NULL WHERE id = ?').run(copyOf);
    connection.prepare('UPDATE message SET parent_id = NULL WHERE parent_id = ? AND network_id = ? AND parent_native_id = ?').run(copyOf, networkId, nativeId);
    putBackMessage(project, id, content);
    if (label !== undefined && label !== null) restoreEarlierLabel(project, label);
  }
  connection.exec('DELETE FROM set_aside');
  return rows.length + probes;
}

/**
 * Lays the decisions on duplicates over the messages: of copies decided to be the same the most telling stays, completed
 * with what only the others know, and what answers them answers it. Then the messages of probes leave, where they are to. Undoes nothing that no decision names any more unless
 * {@link bringBackSetAside} went before. To be called inside a transaction. Returns how many were set aside.
 */
export function keepSetAside(project: ProjectDatabase, { relink }: { readonly relink: boolean }): number {
  const { connection } = project;
  let position = connection.prepare('SELECT COALESCE(max(position), 0) FROM set_aside').pluck().get() as number;
  let count = 0;
  const hasPairs = joinedIds(project).length > 0;
  const isChanged = hasPairs || hasProbes(project);
  if (isChanged) unlinkPersons(project);
  const groups = hasPairs ? joinedCopies(project) : [];
  for (const [kept, ...copies] of groups) {
    if (kept === undefined) continue;
    for (const copy of copies) {
      position += 1;
      setAside(project, copy, kept.id, position);
      count += 1;
    }
  }
  count += keepProbesAside(project);
  if (relink || count > 0) {
    linkThreads(project);
    linkReactions(project);
  }
  if (isChanged) linkPersons(project);
  return count;
}

/** True when some message is set aside. */
export function hasSetAside(project: ProjectDatabase): boolean {
  return project.connection.prepare('SELECT 1 FROM set_aside LIMIT 1').get() !== undefined || probesAside(project).length > 0;
}

/** True when a person has said of some records that they are one message, or of some that they are probes. */
export function hasJoiningDecision(project: ProjectDatabase): boolean {
  return hasProbes(project) || project.connection.prepare(`SELECT 1 FROM duplicate_decision WHERE verdict = 'same' LIMIT 1`).get() !== undefined;
}
