import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { WarehouseCell, WarehouseColumn, WarehouseKind } from '../domain/model/warehouse.ts';

const TYPES = {
  whole: { type: 'INT64' },
  real: { type: 'DOUBLE' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  truth: { type: 'BOOLEAN' },
} as const satisfies Record<WarehouseKind, object>;

/** A Parquet file being written, a group of rows at a time. */
export interface ParquetTable {
  /** Adds rows given as columns, in the order of the table's. */
  readonly add: (columns: readonly (readonly WarehouseCell[])[]) => void;
  /** Ends the file; without it no program reads it. */
  readonly finish: () => void;
}

/** Opens a Parquet file for a table, replacing one of that name; whole numbers are 64 bits wide. Throws what the file system throws. */
export function parquetTable(path: string, columns: readonly WarehouseColumn[]): ParquetTable {
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.map(({ name, kind }) => ({ name, repetition_type: 'OPTIONAL' as const, ...TYPES[kind] }))];
  const writer = new ParquetWriter({ writer: fileWriter(path), schema, createdBy: 'Tribuna' });
  return {
    add: (cells) => {
      const columnData = columns.map(({ name, kind }, place) => ({ name, data: (cells[place] ?? []).map((cell) => (kind === 'whole' && typeof cell === 'number' ? BigInt(cell) : cell)) }));
      if ((cells[0]?.length ?? 0) > 0) void writer.write({ columnData });
    },
    finish: () => void writer.finish(),
  };
}
