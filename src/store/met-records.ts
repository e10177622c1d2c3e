import type { ProjectDatabase } from './project-database.ts';
import { statementDifference, statementFrom, wholeStatement, type RecordKind, type Statement } from './statements.ts';

/** An account or place at hand while an import is written. */
export interface MetRecord<Values> {
  readonly id: number;
  readonly nativeId: string;
  /** What it is by all that is said of it. */
  standing: Values;
  /** What its own import says; null for a record that this import brought itself. */
  readonly own: Values | null;
  /** Its own statement is kept beside it, because it became something else. */
  isKeptApart: boolean;
  /** What this import says so far; null before it says anything of a record of another. */
  mine: Values | null;
}

/** Finds, adds and completes the records of one kind for one open import. */
export interface MetRecords<Values> {
  /** The record of a source's id, added with these values where there is none. */
  find(networkId: number, nativeId: string, said: Values): MetRecord<Values>;
  /** Takes in what the import says of it: the record becomes what all say together, and what this import says stays apart for undo. */
  say(known: MetRecord<Values>, said: Values): void;
}

interface StoredRow {
  readonly id: number;
  readonly importId: number | null;
  readonly ownStatement: string | null;
  readonly isSighted: number;
  readonly stated: string | null;
}

/** Opens them. `add` puts in a record of this import and returns its id, or null when there is one of that id. */
export function metRecords<Column extends string, Values extends Readonly<Record<Column, string | number | null>>>({ connection }: ProjectDatabase, importId: number, { kind, columns, add, merged }: {
  readonly kind: Exclude<RecordKind, 'message'>;
  readonly columns: readonly Column[];
  readonly add: (networkId: number, nativeId: string, said: Values) => number | null;
  readonly merged: (one: Values, other: Values, nativeId: string) => Values;
}): MetRecords<Values> {
  const mine = `FROM sighting s WHERE s.import_id = @importId AND s.record = '${kind}' AND s.record_id = r.id`;
  // sub-queries, because the driver makes rows of joined tables ten times as slowly
  const select = connection.prepare(`SELECT id, import_id AS importId, (SELECT o.stated FROM own_statement o WHERE o.record = '${kind}' AND o.record_id = r.id) AS ownStatement, EXISTS (SELECT 1 ${mine}) AS isSighted, (SELECT s.stated ${mine}) AS stated FROM ${kind} r WHERE network_id = @networkId AND native_id = @nativeId`);
  const selectValues = connection.prepare(`SELECT ${columns.join(', ')} FROM ${kind} WHERE id = ?`);
  const update = connection.prepare(`UPDATE ${kind} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`);
  const sight = connection.prepare(`INSERT INTO sighting (import_id, record, record_id, stated) VALUES (?, '${kind}', ?, ?) ON CONFLICT DO UPDATE SET stated = excluded.stated`);
  const keepOwn = connection.prepare(`INSERT INTO own_statement (record, record_id, stated) VALUES ('${kind}', ?, ?) ON CONFLICT DO NOTHING`);
  const isSame = (one: Values, other: Values): boolean => columns.every((column) => one[column] === other[column]);
  const asValues = (statement: Statement): Values => statement as Values;
  return {
    find(networkId, nativeId, said) {
      const addedId = add(networkId, nativeId, said);
      if (addedId !== null) return { id: addedId, nativeId, standing: said, own: null, isKeptApart: false, mine: said };
      const row = select.get({ importId, networkId, nativeId }) as StoredRow;
      const standing = selectValues.get(row.id) as Values;
      if (row.importId === importId) return { id: row.id, nativeId, standing, own: null, isKeptApart: false, mine: standing };
      const own = row.ownStatement === null ? standing : asValues(wholeStatement(kind, row.ownStatement));
      return { id: row.id, nativeId, standing, own, isKeptApart: row.ownStatement !== null, mine: row.isSighted === 1 ? asValues(statementFrom(own, row.stated)) : null };
    },
    say(known, said) {
      // row after row says the same of whoever wrote it
      if (known.mine !== null && isSame(said, known.mine)) return;
      const mine = known.mine === null ? said : merged(known.mine, said, known.nativeId);
      if (known.mine !== null && isSame(mine, known.mine)) return;
      known.mine = mine;
      if (known.own !== null) sight.run(importId, known.id, statementDifference(kind, known.own, mine));
      const standing = merged(known.standing, said, known.nativeId);
      if (isSame(standing, known.standing)) return;
      if (known.own !== null && !known.isKeptApart) {
        keepOwn.run(known.id, JSON.stringify(known.own));
        known.isKeptApart = true;
      }
      update.run(...columns.map((column) => standing[column]), known.id);
      known.standing = standing;
    },
  };
}
