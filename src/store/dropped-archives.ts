import { archivedImports, archivedParts, replacePart, type ArchivePart, type ArchivedValue } from './import-archive.ts';
import type { ProjectDatabase } from './project-database.ts';
import { roundedPrecision, type DroppableText } from './vanished-texts.ts';

type Row = readonly ArchivedValue[];

/** Messages that are no longer to be known, by id and by what sources call them; in the archive at hand their ids and who wrote them. */
interface Dropped {
  readonly byId: ReadonlyMap<number, DroppableText>;
  readonly byName: ReadonlyMap<string, DroppableText>;
  readonly ids: Set<ArchivedValue>;
  readonly authors: Set<number>;
}

function blankedValues(values: Record<string, ArchivedValue>, { dayMs, precision }: DroppableText): Record<string, ArchivedValue> {
  const { mentions: _mentions, ...rest } = values;
  const told = Object.fromEntries(['text', 'account_id', 'source_account_id', 'url', 'address'].flatMap((name) => (Object.hasOwn(rest, name) ? [[name, null]] : [])));
  return { ...rest, ...told, ...((rest['created_at_ms'] ?? null) === null ? {} : { created_at_ms: dayMs, precision: roundedPrecision(precision) }) };
}

/** What a dropped message no longer tells in a row of an archive; null for a row that is to go, the row itself where nothing changes. */
function blankedRow({ table, columns }: ArchivePart, row: Row, { byId, byName, ids, authors }: Dropped): Row | null {
  const at = (name: string): number => columns.indexOf(name);
  const blanked = (values: Record<string, ArchivedValue>, message: DroppableText): Record<string, ArchivedValue> => {
    if (typeof values['account_id'] === 'number') authors.add(values['account_id']);
    return blankedValues(values, message);
  };
  const json = (position: number, message: DroppableText): Row => row.map((value, place) => (place === position && typeof value === 'string' ? JSON.stringify(blanked(JSON.parse(value) as Record<string, ArchivedValue>, message)) : value));
  if (table === 'message') {
    const message = byName.get(`${String(row[at('network_id')])} ${String(row[at('kind')])} ${String(row[at('native_id')])}`);
    if (message === undefined) return row;
    ids.add(row[at('id')] ?? null);
    const values = blanked(Object.fromEntries(columns.map((column, place) => [column, row[place] ?? null])), message);
    return columns.map((column) => values[column] ?? null);
  }
  if (table === 'mention') return ids.has(row[at('message_id')] ?? null) ? null : row;
  const id = table === 'sighting' ? (row[at('record')] === 'message' ? row[at('record_id')] : null) : row[0];
  const message = typeof id === 'number' ? byId.get(id) : undefined;
  if (message === undefined) return row;
  if (table === '#handed:message' || table === '#met:message') return json(4, message);
  // of earlier versions: the values before and after
  if (table === '#message') return json(1, message);
  if (table === '#handed') return row.map((value, place) => (place === 2 ? null : value));
  if (table === 'sighting') return row.map((value, place) => (place === at('before') ? null : value));
  return row;
}

/** Accounts that a part of an archive names as author or as who reacted. */
function* namedIn({ table, columns, rows }: ArchivePart): Generator<number> {
  const position = table === 'message' || table === 'reaction' ? columns.indexOf('account_id') : -1;
  const statement = table === '#handed:message' || table === '#met:message' ? 4 : table === '#message' ? 1 : -1;
  for (const row of rows) {
    const json = statement < 0 ? null : row[statement];
    const account = position >= 0 ? row[position] : typeof json === 'string' ? (JSON.parse(json) as Record<string, ArchivedValue>)['account_id'] : null;
    if (typeof account === 'number') yield account;
  }
}

function accountOf({ table, columns }: ArchivePart, row: Row): ArchivedValue {
  if (table === 'account') return row[columns.indexOf('id')] ?? null;
  if (table === 'account_role') return row[columns.indexOf('account_id')] ?? null;
  return table === '#handed:account' || table === '#met:account' || table === '#account' ? (row[0] ?? null) : null;
}

/**
 * Takes dropped texts and forgotten accounts out of the archives of undone imports as well: bringing one back must not
 * bring back what people deleted. An account that another message or reaction of an archive names stays in it, and is
 * there again with it. Reads every archive twice. To be called inside a transaction, after the records were changed.
 */
export function dropFromArchives(project: ProjectDatabase, messages: readonly DroppableText[], forgotten: readonly number[]): void {
  const imports = archivedImports(project);
  if (imports.length === 0) return;
  const nameOf = project.connection.prepare(`SELECT network_id || ' ' || kind || ' ' || native_id FROM message WHERE id = ?`).pluck();
  const isThere = project.connection.prepare('SELECT 1 FROM account WHERE id = ?');
  const byId = new Map(messages.map((message) => [message.id, message]));
  const byName = new Map(messages.map((message) => [nameOf.get(message.id) as string, message]));
  for (const importId of imports) {
    // 1. messages, and who is named without them
    const dropped: Dropped = { byId, byName, ids: new Set(), authors: new Set(forgotten) };
    const named = new Set<number>();
    for (const { number, part } of archivedParts(project, importId)) {
      const rows = part.rows.map((row) => blankedRow(part, row, dropped));
      const left = { ...part, rows: rows.filter((row) => row !== null) };
      if (rows.some((row, position) => row !== part.rows[position])) replacePart(project, importId, { number, part: left });
      for (const account of namedIn(left)) named.add(account);
    }
    // 2. accounts
    const unnamed = new Set([...dropped.authors].filter((account) => !named.has(account) && isThere.get(account) === undefined));
    for (const { number, part } of archivedParts(project, importId)) {
      const rows = part.rows.filter((row) => !unnamed.has(Number(accountOf(part, row) ?? 0)));
      if (rows.length < part.rows.length) replacePart(project, importId, { number, part: { ...part, rows } });
    }
  }
}
