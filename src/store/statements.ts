import { ACCOUNT_VALUES, CONTAINER_VALUES, mergedAccount, mergedContainer } from './account-merge.ts';
import { MESSAGE_VALUES, PLACE_BY_GUESS, SAID_VALUES, mergedValues, type NativeOrder, type StoredValues } from './message-merge.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Records of which several imports can speak. */
export type RecordKind = 'message' | 'account' | 'container';

/** What one import says of a record: a value per column, null where it says nothing; of a message with a text `mentions` too, as a JSON text of pairs of handle and place. */
export type Statement = Readonly<Record<string, string | number | null>>;

/** Everything that is said of one record. */
export interface Statements {
  /** By the import that the record belongs to. */
  readonly own: Statement;
  /** By each other import that holds it. */
  readonly others: ReadonlyMap<number, Statement>;
}

/** Reads and changes what imports say of the records of one kind. */
export interface StatementBook {
  /** What is said of a record that is there. */
  read(id: number): Statements;
  /**
   * Makes this all that is said, and the record what it makes together; every other import must have its sighting already.
   * The links of a message that changes are left open, and the search index as it is. `isCounted` drops the reading of a
   * message whose text, language or time becomes another one.
   */
  put(id: number, statements: Statements, options: { readonly isCounted: boolean }): void;
}

const COLUMNS: Readonly<Record<RecordKind, readonly string[]>> = { message: MESSAGE_VALUES, account: ACCOUNT_VALUES, container: CONTAINER_VALUES };
/** What a reader reads of a message. */
const READ = ['text', 'language_tag', 'created_at_ms'];
const WRITERS = 'COALESCE(source_account_id, account_id) AS account_id';

function isSame(columns: readonly string[], one: Statement, other: Statement): boolean {
  return columns.every((column) => (one[column] ?? null) === (other[column] ?? null));
}

/** Where a statement is otherwise than the one of the record's own import, as JSON; null where it is the same. A text comes with its mentions. */
export function statementDifference(kind: RecordKind, own: Statement, other: Statement): string | null {
  const differing: Record<string, string | number | null> = {};
  for (const column of COLUMNS[kind]) {
    const value = other[column] ?? null;
    if (value !== (own[column] ?? null)) differing[column] = value;
  }
  if ((differing['text'] ?? null) !== null) differing['mentions'] = other['mentions'] ?? '[]';
  return Object.keys(differing).length === 0 ? null : JSON.stringify(differing);
}

/** A statement of which only the difference to the own one is kept. */
export function statementFrom(own: Statement, difference: string | null): Statement {
  return difference === null ? own : { ...own, ...(JSON.parse(difference) as Statement) };
}

/** A statement kept whole; what files of earlier versions did not know is not said. */
export function wholeStatement(kind: RecordKind, json: string): Statement {
  return { ...Object.fromEntries(COLUMNS[kind].map((column) => [column, null])), ...(JSON.parse(json) as Statement) };
}

/** Orders places and accounts by the source's own id; a row that is not there comes last. */
export function nativeOrder({ connection }: ProjectDatabase): NativeOrder {
  const reader = (table: 'container' | 'account'): ((id: number) => string) => {
    const select = connection.prepare(`SELECT native_id FROM ${table} WHERE id = ?`).pluck();
    return (id) => (select.get(id) as string | undefined) ?? '\u{10ffff}';
  };
  const orders = { container: reader('container'), account: reader('account') };
  return (table, one, other) => {
    const [first, second] = [orders[table](one), orders[table](other)];
    return first < second ? -1 : first > second ? 1 : 0;
  };
}

/** What two imports say of one record, together: associative and without order, so that any of them can be left out. */
export function mergerOf(project: ProjectDatabase, kind: RecordKind): (id: number, one: Statement, other: Statement) => Statement {
  if (kind === 'account') return (_id, one, other) => mergedAccount(one, other);
  if (kind === 'container') {
    const nativeId = project.connection.prepare('SELECT native_id FROM container WHERE id = ?').pluck();
    return (id, one, other) => mergedContainer(one, other, nativeId.get(id) as string);
  }
  const order = nativeOrder(project);
  return (_id, one, other) => {
    const values = mergedValues(one as StoredValues, other as StoredValues, order);
    return { ...values, mentions: (values.text === one['text'] ? one : other)['mentions'] ?? null };
  };
}

/** Opens the book of one kind of records. */
export function statementBook(project: ProjectDatabase, kind: RecordKind): StatementBook {
  const { connection } = project;
  const columns = COLUMNS[kind];
  const merged = mergerOf(project, kind);
  const selected = kind === 'message' ? SAID_VALUES.map((column) => (column === 'account_id' ? WRITERS : column)) : columns;
  const standing = connection.prepare(`SELECT ${selected.join(', ')} FROM ${kind} WHERE id = ?`);
  const mentions = connection.prepare('SELECT handle, leading FROM mention WHERE message_id = ? ORDER BY rowid').raw();
  const readOwn = connection.prepare(`SELECT stated FROM own_statement WHERE record = '${kind}' AND record_id = ?`).pluck();
  const keepOwn = connection.prepare(`INSERT OR REPLACE INTO own_statement (record, record_id, stated) VALUES ('${kind}', ?, ?)`);
  const dropOwn = connection.prepare(`DELETE FROM own_statement WHERE record = '${kind}' AND record_id = ?`);
  const readOthers = connection.prepare(`SELECT import_id, stated FROM sighting WHERE record = '${kind}' AND record_id = ?`).raw();
  const keepOther = connection.prepare(`UPDATE sighting SET stated = @stated WHERE import_id = @importId AND record = '${kind}' AND record_id = @id AND stated IS NOT @stated`);
  const update = connection.prepare(`UPDATE ${kind} SET ${columns.map((column) => `${column} = ?`).join(', ')}${kind === 'message' ? ', source_account_id = NULL, placed_by_root = NULL, parent_id = NULL' : ''} WHERE id = ?`);

  function changeMessage(id: number, from: Statement, to: Statement, isCounted: boolean): void {
    connection.prepare(PLACE_BY_GUESS).run(id);
    if (from['text'] !== to['text']) {
      connection.prepare('DELETE FROM mention WHERE message_id = ?').run(id);
      const insert = connection.prepare('INSERT INTO mention (message_id, handle, leading) VALUES (?, ?, ?)');
      const named = JSON.parse(String(to['mentions'] ?? '[]')) as [string, number][];
      for (const [handle, leading] of to['text'] === null ? [] : named) insert.run(id, handle, leading);
    }
    if (isCounted && !isSame(READ, from, to)) connection.prepare('DELETE FROM reading WHERE message_id = ?').run(id);
  }

  return {
    read(id) {
      const kept = readOwn.get(id) as string | undefined;
      const row = kept === undefined ? (standing.get(id) as Statement) : null;
      const own = kept !== undefined ? wholeStatement(kind, kept) : kind === 'message' && row?.['text'] !== null ? { ...row, mentions: JSON.stringify(mentions.all(id)) } : { ...row };
      return { own, others: new Map((readOthers.all(id) as [number, string | null][]).map(([importId, stated]) => [importId, statementFrom(own, stated)])) };
    },
    put(id, { own, others }, { isCounted }) {
      const row = standing.get(id) as Statement;
      const together = [...others.values()].reduce((one, other) => merged(id, one, other), own);
      if (isSame(columns, together, own)) dropOwn.run(id);
      else keepOwn.run(id, JSON.stringify(own));
      for (const [importId, statement] of others) keepOther.run({ stated: statementDifference(kind, own, statement), importId, id });
      if (isSame(columns, together, row)) return;
      update.run(...columns.map((column) => together[column] ?? null), id);
      if (kind === 'message') changeMessage(id, row, together, isCounted);
    },
  };
}
