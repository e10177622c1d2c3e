import type { RecordFormat } from './record-format.ts';
import { readRecords } from './read-records.ts';
import { columnsOf } from './row-source.ts';
import { recognition, type TableFormat } from './table-format.ts';
import { TABLE_FORMATS } from './table-formats.ts';
import { inspectTable } from './table-inspection.ts';

const UNKNOWN_TABLE = 0.05;
/** What a document of any kind is at most: a format that names its members knows more. */
const LESS_SURE = 0.1;

/** A kind of table as a format like any other, whether its rows are written as a table or as JSON objects. */
export function tableRecordFormat(format: TableFormat): RecordFormat {
  return {
    id: format.id, name: format.name, description: format.description,
    recognise(head) {
      if (format.form === 'json' ? head.json === null : format.form === 'table' && head.table === null) return 0;
      const headers = columnsOf(head);
      if (headers === null) return 0;
      const confidence = recognition(headers, format);
      if (format.form === 'json') return confidence === 0 ? UNKNOWN_TABLE : confidence - LESS_SURE;
      // a table of which no column is known can still be mapped by hand
      return confidence === 0 && format.requires.length === 0 && headers.length > 1 && (head.table?.rows.length ?? 0) > 0 ? UNKNOWN_TABLE : confidence;
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
