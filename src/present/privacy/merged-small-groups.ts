import type { ReportCell, ReportTable } from '../../domain/model/report.ts';
import { addingColumns } from './client-safe-table.ts';

/**
 * A table of groups that share no person, in which those under `floor` people stand together as one last row called `label`:
 * its adding columns are sums, the others cannot be told. A single small group takes the next smallest with it, and so on
 * until the row rests on `floor` people, because a row of one group under another name is still that group. Rows that rest on
 * no people stay. `merged` counts the groups that stand together; 0 leaves the table as it is. Rows whose people are not
 * known at all (`people` null) are never merged.
 */
export function mergedSmallGroups(table: ReportTable, { floor, label }: { readonly floor: number; readonly label: string }): { readonly table: ReportTable; readonly merged: number } {
  const size = (line: number): number | null => table.people?.[line]?.people ?? null;
  const groups = table.rows.map((_, line) => line).filter((line) => size(line) !== null).sort((one, other) => (size(one) ?? 0) - (size(other) ?? 0) || one - other);
  let [people, count] = [0, 0];
  for (const line of groups) {
    const own = size(line) ?? 0;
    if (own >= floor && (count === 0 || (count >= 2 && people >= floor))) break;
    people += own;
    count += 1;
  }
  if (count === 0) return { table, merged: 0 };
  const small = new Set(groups.slice(0, count));
  const adding = new Set(addingColumns(table));
  const sum = (column: number): ReportCell => {
    const cells = [...small].map((line) => table.rows[line]?.[column] ?? null);
    return cells.every((cell) => typeof cell === 'number' || cell === null) ? cells.reduce((total: number, cell) => total + (typeof cell === 'number' ? cell : 0), 0) : { withheld: 'few-people' };
  };
  const others = table.columns.map(({ kind }, column): ReportCell => (column === 0 ? label : adding.has(column) ? sum(column) : kind === 'text' ? '' : { withheld: 'no-estimate' }));
  const stays = (_: unknown, line: number): boolean => !small.has(line);
  return {
    table: { ...table, rows: [...table.rows.filter(stays), others], people: table.people === null ? null : [...table.people.filter(stays), { people, loudest: null, loudestThree: null }] },
    merged: count,
  };
}
