import type { ReportCell, ReportCellKind, ReportTable, RowPeople, WithheldReason } from '../../domain/model/report.ts';
import { isWithheld } from '../../domain/wording/written-cell.ts';

/** Fewest cases that a share is given on to a client. */
export const LEAST_SHARE_CASES = 30;
/** Shares of a row's items above which the one and the three loudest people are its number. */
const [MOST_OF_ONE, MOST_OF_THREE] = [0.5, 0.8];
const NEAR = 1e-6;

const isMeasure = (kind: ReportCellKind, column: number): boolean => kind !== 'text' && (column > 0 || (kind !== 'day' && kind !== 'month'));
const isSecret = (cell: ReportCell | undefined): boolean => cell !== undefined && isWithheld(cell) && cell.withheld !== 'no-estimate';

/** Columns of an additive table whose rows add up: counts, points, and shares that make one together. */
export function addingColumns({ columns, rows, additive }: Pick<ReportTable, 'columns' | 'rows' | 'additive'>): number[] {
  if (!additive) return [];
  return columns.flatMap(({ kind }, at) => {
    if (kind === 'count' || kind === 'points') return [at];
    const known = rows.map((row) => row[at]).filter((cell) => typeof cell === 'number');
    const sum = known.reduce((total, value) => total + value, 0);
    return kind === 'share' && known.length === rows.length && Math.abs(sum - 1) < NEAR ? [at] : [];
  });
}

/** Why the measures of a row are not given; null when they are. */
function rowReason(people: RowPeople | null, floor: number): WithheldReason | null {
  if (people === null) return null;
  if (people.people < floor) return 'few-people';
  return (people.loudest ?? 0) > MOST_OF_ONE || (people.loudestThree ?? 0) > MOST_OF_THREE ? 'dominance' : null;
}

/** Cases behind a share: the nearest count to its left, which is how tables are laid out; null where there is none. */
function casesLeftOf(table: ReportTable, row: readonly ReportCell[], column: number): number | null {
  for (let at = column - 1; at >= 0; at -= 1) {
    const cell = row[at];
    if (table.columns[at]?.kind === 'count') return typeof cell === 'number' ? cell : null;
  }
  return null;
}

function primaryCells(table: ReportTable, floor: number): ReportCell[][] {
  return table.rows.map((row, line) => {
    const people = table.people?.[line] ?? null;
    const reason = rowReason(people, floor);
    return row.map((cell, column) => {
      const kind = table.columns[column]?.kind ?? 'text';
      if (cell === null || isWithheld(cell) || !isMeasure(kind, column)) return cell;
      // one person behind most of the items says nothing of how many people there are
      if (reason === 'few-people' || (reason === 'dominance' && !(kind === 'count' && cell === people?.people))) return { withheld: reason };
      const cases = people !== null && kind === 'share' ? casesLeftOf(table, row, column) : null;
      return cases !== null && cases < LEAST_SHARE_CASES ? { withheld: 'few-people' } : cell;
    });
  });
}

/** True for a row that is the sum of all others: it is known anyway, and hiding it hides nothing. */
function isTotal(rows: readonly (readonly ReportCell[])[], line: number, adding: readonly number[]): boolean {
  const number = (cell: ReportCell | undefined): number => (typeof cell === 'number' ? cell : 0);
  return rows.length > 2 && adding.length > 0 && adding.every((column) => {
    const others = rows.reduce((sum, row, at) => (at === line ? sum : sum + number(row[column])), 0);
    const own = number(rows[line]?.[column]);
    return own > 0 && Math.abs(own - others) <= NEAR * Math.max(1, own);
  });
}

/**
 * Rows of an additive table whose adding cells must all be withheld: those with one withheld already, and the smallest of the
 * others until there are two at least, they are `floor` people together, and no column of them adds up to nothing. Then what
 * a total gives back is a number on enough people, and no single cell of it can be worked out: whole rows may be exchanged
 * against each other under any relation that holds between the columns. None when nothing is withheld.
 */
function hiddenRows(table: ReportTable, cells: readonly (readonly ReportCell[])[], { adding, floor }: { readonly adding: readonly number[]; readonly floor: number }): ReadonlySet<number> {
  const hidden = new Set(cells.flatMap((row, line) => (adding.some((column) => isSecret(row[column])) ? [line] : [])));
  if (hidden.size === 0) return hidden;
  const size = (line: number): number => table.people?.[line]?.people ?? (typeof table.rows[line]?.[adding[0] ?? -1] === 'number' ? (table.rows[line]?.[adding[0] ?? -1] as number) : Infinity);
  const candidates = cells.map((_, line) => line).filter((line) => !hidden.has(line) && !isTotal(table.rows, line, adding)).sort((one, other) => size(one) - size(other) || one - other);
  const people = (): number => [...hidden].reduce((sum, line) => sum + (table.people?.[line] === undefined || table.people[line] === null ? floor : table.people[line].people), 0);
  const isNothing = (column: number): boolean => [...hidden].every((line) => table.rows[line]?.[column] === 0 || table.rows[line]?.[column] === null);
  for (const line of candidates) {
    if (hidden.size >= 2 && people() >= floor && !adding.some(isNothing)) break;
    hidden.add(line);
  }
  return hidden;
}

/**
 * A table as a client may have it. Measures of rows on fewer than `floor` people are withheld, those of rows that one or
 * three people dominate, and shares on fewer than thirty cases; in an additive table further rows are withheld so that
 * nothing of it can be worked out from the total. Names and the first column stay. Source: hardening notes on small cells;
 * Willenborg & de Waal 2001, Elements of Statistical Disclosure Control, ch. 5.
 */
export function clientSafeTable(table: ReportTable, floor: number): ReportTable {
  const cells = primaryCells(table, floor);
  const adding = addingColumns(table);
  const hidden = hiddenRows(table, cells, { adding, floor });
  const rows = cells.map((row, line) => (hidden.has(line) ? row.map((cell, column): ReportCell => (adding.includes(column) && typeof cell === 'number' ? { withheld: 'complement' } : cell)) : row));
  return { ...table, rows };
}

/**
 * Tables among which no cell gives back what is withheld in another: a number withheld under one name and definition is
 * withheld wherever the same name and definition stand, until nothing changes any more.
 */
export function clientSafeTables(tables: readonly ReportTable[], floor: number): ReportTable[] {
  let safe = tables.map((table) => clientSafeTable(table, floor));
  for (;;) {
    const secrets = new Set(safe.flatMap((table) => namedCells(table).filter(({ cell }) => isSecret(cell)).map(({ name }) => name)));
    let changed = false;
    safe = safe.map((table) => {
      const named = new Map(namedCells(table).filter(({ cell, name }) => typeof cell === 'number' && secrets.has(name)).map(({ line, column, name }) => [`${String(line)} ${String(column)}`, name]));
      if (named.size === 0) return table;
      changed = true;
      const rows = table.rows.map((row, line) => row.map((cell, column): ReportCell => (named.has(`${String(line)} ${String(column)}`) ? { withheld: 'complement' } : cell)));
      return clientSafeTable({ ...table, rows }, floor);
    });
    if (!changed) return safe;
  }
}

/** Cells that have a definition, by the name of their row and that definition. */
function namedCells({ columns, rows }: ReportTable): { readonly line: number; readonly column: number; readonly cell: ReportCell; readonly name: string }[] {
  return rows.flatMap((row, line) => {
    const label = row[0];
    if (typeof label !== 'string') return [];
    return columns.flatMap(({ metric, key }, column) => (metric === null || column === 0 ? [] : [{ line, column, cell: row[column] ?? null, name: JSON.stringify([label, metric, key]) }]));
  });
}
