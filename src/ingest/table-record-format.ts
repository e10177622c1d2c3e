import type { RecordFormat } from './record-format.ts';
import { readRecords } from './read-records.ts';
import { recognition, TABLE_FORMATS, type TableFormat } from './table-format.ts';
import { inspectTable } from './table-inspection.ts';

const UNKNOWN_TABLE = 0.05;

/** A kind of table as a format like any other. */
export function tableRecordFormat(format: TableFormat): RecordFormat {
  return {
    id: format.id, name: format.name, description: format.description,
    recognise({ table }) {
      if (table === null) return 0;
      const confidence = recognition(table.headers, format);
      // a table of which no column is known can still be mapped by hand
      return confidence === 0 && format.requires.length === 0 && table.headers.length > 1 && table.rows.length > 0 ? UNKNOWN_TABLE : confidence;
    },
    async *read(part, { timeZone, collectedAtMs, mapping, signal, facts }) {
      const inspected = await inspectTable(part, { format, mapping });
      yield* readRecords(inspected, { timeZone, collectedAtMs: collectedAtMs ?? facts.collectedAtMs, signal });
    },
  };
}

/** The table behind a format's id; null for a format that is no table. */
export function tableFormatOf(id: string): TableFormat | null {
  return TABLE_FORMATS.find((format) => format.id === id) ?? null;
}
