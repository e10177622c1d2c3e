import type { PartHead } from './part-head.ts';
import type { RecordFormat } from './record-format.ts';
import { readRecords } from './read-records.ts';
import { columnsOf } from './row-source.ts';
import { isTextName, proposedMapping, recognition, type TableFormat } from './table-format.ts';
import { TABLE_FORMATS } from './table-formats.ts';
import { inspectTable } from './table-inspection.ts';

const UNKNOWN_TABLE = 0.05;
/** A document whose objects have a text, a time and somebody or some id; every other one needs a person to look at it first. */
const LIKELY_DOCUMENT = 0.7;
const UNSURE_DOCUMENT = 0.2;
/** A table of no known kind that has a text and a time. */
const SURE_TABLE = 0.8;

/** True when fewer than half the rows have as many cells as the header: a text with bars or commas in it rather than a table. */
function isRagged(head: PartHead): boolean {
  const { headers, rows } = head.table ?? { headers: [], rows: [] };
  return rows.length >= 10 && rows.filter(({ length }) => length === headers.length).length * 2 < rows.length;
}

/** How sure a document of objects is to hold messages: profiles and settings have names, dates and descriptions too. */
function documentConfidence(headers: readonly string[], format: TableFormat): number {
  const { columns } = proposedMapping(headers, format);
  const fields = new Set(Object.values(columns));
  if (fields.size === 0) return UNKNOWN_TABLE;
  const hasText = Object.entries(columns).some(([header, field]) => field === 'text' && isTextName(header.split('/').at(-1) ?? ''));
  return hasText && fields.has('createdAt') && (fields.has('id') || fields.has('author') || fields.has('authorId')) ? LIKELY_DOCUMENT : UNSURE_DOCUMENT;
}

/** A kind of table as a format like any other, whether its rows are written as a table or as JSON objects. */
export function tableRecordFormat(format: TableFormat): RecordFormat {
  return {
    id: format.id, name: format.name, description: format.description,
    recognise(head) {
      if (format.form === 'json' ? head.json === null : format.form === 'table' && head.table === null) return 0;
      const headers = columnsOf(head);
      if (headers === null) return 0;
      if (format.form === 'json') return documentConfidence(headers, format);
      const confidence = recognition(headers, format);
      if (format.requires.length === 0 && isRagged(head)) return confidence >= SURE_TABLE ? UNSURE_DOCUMENT : 0;
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
