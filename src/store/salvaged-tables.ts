import type { DamagedPages } from './damaged-pages.ts';
import { CURRENT_VERSION, MIGRATIONS, migrate } from './migrations.ts';
import { databaseConstructor } from './native-addon.ts';
import type { RecordValue } from './record-values.ts';
import { salvage, type Losses, type SalvagedRow } from './salvaged-rows.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly isRowId: boolean;
}

interface TableShape {
  /** In the order of the file: in tables without row numbers the key comes first. */
  readonly columns: readonly Column[];
  readonly hasRowIds: boolean;
  /** Where a new project's table begins. */
  readonly usualRoot: number;
}

/** A row by the names of its columns; what a row of an earlier version does not hold is null. */
export type NamedRow = Readonly<Record<string, RecordValue>>;

/** A table as far as it could be read. */
interface SalvagedTable {
  readonly rows: readonly NamedRow[];
  readonly losses: Readonly<Losses>;
}

/** Reads tables of a damaged project one by one, each once. */
export interface SalvagedTables {
  /** Rows as they come. Losses are added to. */
  readonly each: (table: string, losses: Losses, take: (row: NamedRow) => void) => void;
  readonly all: (table: string) => SalvagedTable;
}

const shapes = new Map<number, ReadonlyMap<string, TableShape>>();

/** Tables of a version of the schema as this program made them. */
function tableShapes(version: number): ReadonlyMap<string, TableShape> {
  const known = shapes.get(version);
  if (known !== undefined) return known;
  const connection = new (databaseConstructor())(':memory:');
  migrate(connection, MIGRATIONS.filter((step) => step.version <= version));
  const made = new Map<string, TableShape>();
  for (const { name, sql, root } of connection.prepare(`SELECT name, sql, rootpage AS root FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`).all() as { name: string; sql: string; root: number }[]) {
    const hasRowIds = !/WITHOUT ROWID/i.test(sql);
    const columns = (connection.pragma(`table_info("${name}")`) as { name: string; type: string; notnull: number; pk: number }[]);
    const ordered = hasRowIds ? columns : [...columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk), ...columns.filter(({ pk }) => pk === 0)];
    made.set(name, { hasRowIds, usualRoot: root, columns: ordered.map(({ name: column, type, notnull, pk }) => ({ name: column, type, isRequired: notnull === 1, isRowId: hasRowIds && pk === 1 && type === 'INTEGER' && columns.filter((each) => each.pk > 0).length === 1 })) });
  }
  connection.close();
  shapes.set(version, made);
  return made;
}

function fits({ type, isRequired, isRowId }: Column, value: RecordValue | undefined): boolean {
  if (isRowId) return value === null;
  if (value === undefined) return true;
  if (value === null) return !isRequired;
  if (type === 'INTEGER') return typeof value === 'number' && Number.isInteger(value);
  if (type === 'REAL') return typeof value === 'number';
  return type === 'BLOB' ? typeof value !== 'string' && typeof value !== 'number' : typeof value === 'string';
}

/** A row under its columns' names; null when it is none of this table. */
function named({ columns, hasRowIds }: TableShape, { rowId, values }: SalvagedRow): NamedRow | null {
  if ((rowId === null) === hasRowIds || values.length > columns.length || values.length === 0) return null;
  if (!columns.every((column, position) => fits(column, values[position]))) return null;
  return Object.fromEntries(columns.map(({ name, isRowId }, position) => [name, isRowId ? rowId : (values[position] ?? null)]));
}

/** Fewest columns that tell a table's loose rows from any other's. */
const TELLING_COLUMNS = 7;

/**
 * The tables of a damaged project. Where the list of tables cannot be read, each is looked for where a new project has it, and
 * taken only if its rows have its shape. Tables with many columns whose tree is broken are completed with rows that no tree
 * leads to any more; what was deleted is left out wherever the file still says so.
 */
export function salvagedTables(pages: DamagedPages): SalvagedTables {
  const known = tableShapes(pages.version >= 1 && pages.version <= CURRENT_VERSION ? pages.version : CURRENT_VERSION);
  const found = salvage(pages);
  const roots = new Map<string, number>();
  const listed: Losses = { pages: 0, rows: 0 };
  for (const { values: [type, name, , root] } of found.rows(1, listed)) if (type === 'table' && typeof name === 'string' && typeof root === 'number') roots.set(name, root);
  const each: SalvagedTables['each'] = (table, losses, take) => {
    const shape = known.get(table);
    if (shape === undefined) return;
    const before = losses.pages;
    const root = roots.get(table);
    const seen = new Set<number>();
    const passed = (row: SalvagedRow, isLoose: boolean): void => {
      const its = named(shape, row);
      if (its === null || (row.rowId !== null && seen.has(row.rowId))) {
        if (!isLoose) losses.rows += 1;
        return;
      }
      if (row.rowId !== null) seen.add(row.rowId);
      take(its);
    };
    if (root !== undefined || listed.pages + listed.rows > 0) for (const row of found.rows(root ?? shape.usualRoot, losses)) passed(row, false);
    if (losses.pages > before && shape.hasRowIds && shape.columns.length >= TELLING_COLUMNS) for (const row of found.looseRows()) if (row.values.length >= TELLING_COLUMNS) passed(row, true);
  };
  return {
    each,
    all(table) {
      const rows: NamedRow[] = [];
      const losses: Losses = { pages: 0, rows: 0 };
      each(table, losses, (row) => void rows.push(row));
      return { rows, losses };
    },
  };
}
