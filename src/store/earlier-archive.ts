import type { ArchivePart, ArchivedValue } from './import-archive.ts';
import { restoreEarlierLabel } from './label-queries.ts';
import type { ProjectDatabase } from './project-database.ts';
import { statementBook, wholeStatement, type Statement } from './statements.ts';

/** Columns that tell what was written and by whom. */
const TELLING = ['text', 'account_id', 'url', 'address', 'mentions'];

function objectOf({ columns }: ArchivePart, row: readonly ArchivedValue[]): Record<string, ArchivedValue> {
  return Object.fromEntries(columns.map((column, position) => [column, row[position] ?? null]));
}

/** Earlier versions kept of each import the values that a record had once it was changed: the best that is known of what that import says. */
function restoreValues(project: ProjectDatabase, importId: number, { table, rows }: ArchivePart): void {
  const { connection } = project;
  const kind = table === '#account' ? 'account' : 'message';
  const book = statementBook(project, kind);
  const isThere = connection.prepare(`SELECT 1 FROM ${kind} WHERE id = ?`);
  const isDropped = connection.prepare('SELECT 1 FROM dropped_text WHERE message_id = ?');
  const sight = connection.prepare(`INSERT OR IGNORE INTO sighting (import_id, record, record_id) VALUES (?, '${kind}', ?)`);
  for (const [id, after] of rows) {
    if (typeof id !== 'number' || typeof after !== 'string' || isThere.get(id) === undefined) continue;
    const { own, others } = book.read(id);
    const kept: Record<string, ArchivedValue> = { ...wholeStatement(kind, after) };
    if (kind === 'message' && isDropped.get(id) !== undefined) for (const column of [...TELLING, 'created_at_ms', 'precision']) kept[column] = own[column] ?? null;
    sight.run(importId, id);
    book.put(id, { own, others: new Map<number, Statement>([...others, [importId, kept]]) }, { isCounted: true });
  }
}

/**
 * Brings back a part of an archive that an earlier version made: messages that another import had taken over, values that
 * the import had replaced, what it had met, labels by row. Whatever it names that is no longer there is left out.
 */
export function restoreEarlierPart(project: ProjectDatabase, importId: number, part: ArchivePart): void {
  const { connection } = project;
  if (part.table === '#message' || part.table === '#account') restoreValues(project, importId, part);
  else if (part.table === 'label_decision') {
    for (const row of part.rows) restoreEarlierLabel(project, objectOf(part, row));
  } else if (part.table === '#handed') {
    const take = connection.prepare('UPDATE message SET import_id = ? WHERE id = ?');
    const sight = connection.prepare(`INSERT OR IGNORE INTO sighting (import_id, record, record_id, said, declared) SELECT ?, 'message', id, ?, ? FROM message WHERE id = ?`);
    for (const [id = null, other = null, , said = null, declared = null] of part.rows) {
      take.run(importId, id);
      sight.run(other, said, declared, id);
    }
  } else {
    const sight = connection.prepare('INSERT INTO sighting (import_id, record, record_id, said, declared) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET said = excluded.said, declared = excluded.declared');
    for (const row of part.rows) {
      const { record = null, record_id: id = null, said = null, declared = null } = objectOf(part, row);
      sight.run(importId, record, id, said, declared);
    }
  }
}
