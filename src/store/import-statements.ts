import { ARCHIVE_PAGE, type ArchivePart, type ArchiveWriter, type ArchivedValue } from './import-archive.ts';
import type { ProjectDatabase } from './project-database.ts';
import { statementBook, statementDifference, wholeStatement, type RecordKind, type Statement } from './statements.ts';

interface HandedRow {
  readonly id: number;
  /** The first of the other imports that hold it. */
  readonly other: number;
  /** Some import says otherwise than another. */
  readonly differs: number;
}

interface SightingRow {
  readonly id: number;
  readonly stated: string | null;
  readonly said: string | null;
  readonly declared: number | null;
}

/** Archives the rows of one step piece by piece; statements of a million records are too much to hold. */
function partsOf(archive: ArchiveWriter | null, table: string): { add(row: ArchivedValue[]): void; end(): void } {
  let rows: ArchivedValue[][] = [];
  const end = (): void => {
    archive?.add({ table, columns: [], rows });
    rows = [];
  };
  return {
    end,
    add(row) {
      if (archive === null) return;
      rows.push(row);
      if (rows.length === ARCHIVE_PAGE) end();
    },
  };
}

/** An archived statement as JSON. Of accounts always whole and with what names them: the account may be forgotten meanwhile. */
function archived(kind: RecordKind, key: Statement | undefined, statement: Statement, isSame: boolean): string | null {
  if (kind === 'account') return JSON.stringify({ ...key, ...statement });
  return isSame ? null : JSON.stringify(statement);
}

/**
 * Takes back what an import says of records of one kind that others hold too. Those it brought go to the first import that
 * also holds them; each becomes what the imports that are left make of it together. Records that only this import holds are
 * left to the caller. Into the archive goes what brings it back: `[id, other import, said, declared, statement]` for those
 * handed over, `[id, null, said, declared, statement]` for those met, the statement null where it is that of the record's
 * own import.
 */
export function takeBackStatements(project: ProjectDatabase, importId: number, kind: RecordKind, { archive, isCounted }: { readonly archive: ArchiveWriter | null; readonly isCounted: boolean }): void {
  const { connection } = project;
  const book = statementBook(project, kind);
  const keyOf = connection.prepare(`SELECT network_id, native_id FROM ${kind} WHERE id = ?`);
  const key = (id: number): Statement | undefined => (kind === 'account' && archive !== null ? (keyOf.get(id) as Statement) : undefined);
  // 1. those it brought
  const handed = connection.prepare(`SELECT r.id AS id, min(s.import_id) AS other, max(s.stated IS NOT NULL) AS differs FROM ${kind} r JOIN sighting s ON s.record = '${kind}' AND s.record_id = r.id WHERE r.import_id = ? GROUP BY r.id`).all(importId) as HandedRow[];
  const take = connection.prepare(`UPDATE ${kind} SET import_id = ? WHERE id = ?`);
  const forget = connection.prepare(`DELETE FROM sighting WHERE import_id = ? AND record = '${kind}' AND record_id = ? RETURNING said, declared`).raw();
  const step = partsOf(archive, `#handed:${kind}`);
  for (const { id, other, differs } of handed) {
    const before = differs === 1 || (kind === 'account' && archive !== null) ? book.read(id) : null;
    take.run(other, id);
    const [said = null, declared = null] = (forget.get(other, id) as ArchivedValue[] | undefined) ?? [];
    if (before === null) {
      step.add([id, other, said, declared, null]);
      continue;
    }
    const next = before.others.get(other) ?? before.own;
    const left = new Map(before.others);
    left.delete(other);
    step.add([id, other, said, declared, archived(kind, key(id), before.own, statementDifference(kind, next, before.own) === null)]);
    if (differs === 1) book.put(id, { own: next, others: left }, { isCounted });
  }
  step.end();
  // 2. those it met
  const met = connection.prepare(`SELECT record_id AS id, stated, said, declared FROM sighting WHERE import_id = ? AND record = '${kind}' ORDER BY record_id`).all(importId) as SightingRow[];
  const sightings = partsOf(archive, `#met:${kind}`);
  if (archive !== null) for (const { id, stated, said, declared } of met) sightings.add([id, null, said, declared, stated === null && kind !== 'account' ? null : archived(kind, key(id), book.read(id).others.get(importId) ?? {}, stated === null)]);
  sightings.end();
  const replaced = connection.prepare(`SELECT 1 FROM own_statement WHERE record = '${kind}' AND record_id = ?`);
  connection.prepare(`DELETE FROM sighting WHERE import_id = ? AND record = '${kind}'`).run(importId);
  // where nothing was replaced the record is what its own import says, whatever the others say
  for (const { id, stated } of met) if (stated !== null && replaced.get(id) !== undefined) book.put(id, book.read(id), { isCounted });
}

/** Brings back what an undone import says of records that others hold, from a part of its archive; an account that nobody named meanwhile is there again. */
export function restoreStatements(project: ProjectDatabase, importId: number, { table, rows }: ArchivePart): void {
  const { connection } = project;
  const [step, kind] = table.slice(1).split(':') as ['handed' | 'met', RecordKind];
  const book = statementBook(project, kind);
  const owner = connection.prepare(`SELECT import_id FROM ${kind} WHERE id = ?`).pluck();
  const take = connection.prepare(`UPDATE ${kind} SET import_id = ? WHERE id = ?`);
  const sight = connection.prepare(`INSERT OR IGNORE INTO sighting (import_id, record, record_id, said, declared) VALUES (?, '${kind}', ?, ?, ?)`);
  const revive = connection.prepare('INSERT OR IGNORE INTO account (id, import_id, network_id, native_id) VALUES (?, ?, ?, ?)');
  for (const [id, other, said = null, declared = null, json] of rows as readonly [number, number | null, string | null, number | null, string | null][]) {
    const { network_id: networkId = null, native_id: nativeId = null, ...whole } = json === null ? {} : wholeStatement(kind, json);
    const ownerId = owner.get(id) as number | null | undefined;
    if (ownerId === undefined) {
      if (kind !== 'account' || nativeId === null) continue;
      revive.run(id, importId, networkId, nativeId);
      if (owner.get(id) !== undefined) book.put(id, { own: whole, others: new Map() }, { isCounted: true });
      continue;
    }
    const { own, others } = book.read(id);
    const statement = json === null ? own : whole;
    if (step === 'handed' && other !== null && ownerId === other) {
      take.run(importId, id);
      sight.run(other, id, said, declared);
      if (json !== null) book.put(id, { own: statement, others: new Map([...others, [other, own]]) }, { isCounted: true });
    } else {
      sight.run(importId, id, said, declared);
      if (json !== null) book.put(id, { own, others: new Map([...others, [importId, statement]]) }, { isCounted: true });
    }
  }
}
