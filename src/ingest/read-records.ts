import { LONGEST_RAW, type RecordedMessage } from '../domain/model/record.ts';
import { IngestFailure } from './ingest-failure.ts';
import { isTimeZone } from './local-time.ts';
import type { RecordBatch } from './record-format.ts';
import { createRecordMaker } from './record-maker.ts';
import { createRowReader, type RowBatch } from './row-reader.ts';
import { isDelimiterRow } from './table-dialect.ts';
import type { TableInspection } from './table-inspection.ts';
import { createTextDecoding } from './text-decoder.ts';
import { createTimeReader, timeColumn } from './time-column.ts';

/** How a file's rows become records; what is left out is worked out from the file. */
export interface RecordOptions {
  /** IANA zone of times written without one. */
  readonly timeZone: string;
  readonly collectedAtMs: number | null;
  readonly signal?: AbortSignal | undefined;
}

/** A row as one line again, cut at what is kept of a refused row. */
function rawRow(cells: readonly string[], delimiter: string): string {
  let raw = '';
  for (const cell of cells) {
    if (raw.length > LONGEST_RAW) break;
    raw += `${raw === '' ? '' : delimiter}${cell}`;
  }
  return raw.slice(0, LONGEST_RAW);
}

/**
 * Reads an inspected table as records, a mebibyte at a time: memory does not grow with the file. Rows that
 * are no messages come out as rejections beside the others. Throws IngestFailure `invalid-input` when day and month
 * cannot be told apart and nobody said which is first, for an unknown zone, or when nothing in the table can be read.
 */
export async function* readRecords(inspected: TableInspection, { timeZone, collectedAtMs, signal }: RecordOptions): AsyncGenerator<RecordBatch> {
  const { dialect, mapping, format, times } = inspected;
  // 1. what must be known before the first row
  if (!isTimeZone(timeZone)) throw new IngestFailure('invalid-input', `unknown time zone: ${timeZone.slice(0, 60)}`);
  const unreadable = inspected.missing.find((field) => field === 'text' || field === 'id');
  if (unreadable !== undefined) throw new IngestFailure(Object.keys(mapping.columns).length === 0 ? 'unknown-format' : 'invalid-input', `missing column: ${unreadable}; no column of the table is known to hold it, so a mapping must say which does`);
  if (times.ambiguous && mapping.dateOrder === undefined) throw new IngestFailure('invalid-input', 'ambiguous dates: day first and month first fit every value; the mapping\'s dateOrder must say which');
  const hasTimes = Object.values(mapping.columns).includes('createdAt');
  const order = mapping.dateOrder ?? times.order;
  if (hasTimes && order === null && inspected.timeSamples.length > 0) throw new IngestFailure('invalid-input', 'unreadable dates: most values of the time column are written in no known way');
  const responseColumn = dialect.headers.findIndex((header) => Object.hasOwn(mapping.columns, header) && mapping.columns[header] === 'responseAt');
  const responseTimes = timeColumn(responseColumn < 0 ? [] : dialect.rows.map((cells) => cells[responseColumn] ?? ''));
  const stem = (inspected.part.head.name.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '').trim();
  const name = mapping.container?.name ?? format.containerName ?? stem;
  const makeRecords = createRecordMaker({
    headers: dialect.headers, mapping, network: mapping.network ?? format.network ?? 'unknown', needsId: format.needsId === true,
    container: { nativeId: name, name, kind: mapping.container?.kind ?? format.containerKind ?? 'unknown' },
    readTime: createTimeReader({ order: order ?? 'iso', timeZone, collectedAtMs, column: times }),
    readResponseTime: createTimeReader({ order: responseTimes.order ?? order ?? 'iso', timeZone, collectedAtMs, column: responseTimes }),
  });
  // 2. bytes -> text -> rows -> records
  const decoding = createTextDecoding(mapping.encoding ?? inspected.survey.encoding);
  const reader = createRowReader(dialect.delimiter);
  let bytes = 0;
  let toSkip = dialect.headerRow + 1;
  const batch = ({ rows, rejected }: RowBatch): RecordBatch => {
    const messages: RecordedMessage[] = [];
    const refused = [...rejected];
    let met = rejected.length;
    for (const row of rows) {
      if (isDelimiterRow(row.cells, row.line)) continue;
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      met += 1;
      const outcome = makeRecords(row);
      if ('rejected' in outcome) refused.push({ ...outcome.rejected, raw: rawRow(row.cells, dialect.delimiter) });
      else messages.push(...outcome.messages);
    }
    return { messages, reactions: [], rejected: refused, rows: met, bytes };
  };
  for await (const chunk of inspected.part.source.open(signal)) {
    bytes += chunk.length;
    yield batch(reader.push(decoding.write(chunk), false));
  }
  yield batch(reader.push(decoding.end(), true));
}
