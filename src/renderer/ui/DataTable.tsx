import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import './content.css';

/** A column of a table: header, cell and side. */
export interface DataColumn<Row> {
  readonly key: string;
  readonly label: ReactNode;
  /** Numbers align to the right, in tabular figures. */
  readonly align?: 'start' | 'end';
  readonly cell: (row: Row) => ReactNode;
}

export interface DataTableProps<Row> {
  /** What the table holds, for assistive technology. */
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  readonly rowClassName?: (row: Row) => string | undefined;
  readonly dense?: boolean;
}

/** A table of at most a few hundred rows; longer lists are virtual lists of their feature. */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowClassName, dense = false }: DataTableProps<Row>) {
  return (
    <div className="table-scroll" role="group" aria-label={caption} tabIndex={0}>
      <table className={joinClasses('table', dense && 'table-dense')}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.align === 'end' ? 'cell-end' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={rowClassName?.(row)}>
              {columns.map((column) => (
                <td key={column.key} className={column.align === 'end' ? 'cell-end' : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
