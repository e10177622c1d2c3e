import type { RecordedMessage, RecordedReaction, RejectedRow } from '../domain/model/record.ts';
import { fileStem } from './file-name.ts';
import { AmbiguousDates, IngestFailure } from './ingest-failure.ts';
import { isTimeZone } from './local-time.ts';
import type { RecordBatch } from './record-format.ts';
import { createRecordMaker, type RowOutcome } from './record-maker.ts';
import { rejectedRow } from './rejected-row.ts';
import type { TableRow } from './row-reader.ts';
import type { TableInspection } from './table-inspection.ts';
import { createTimeReader, timeColumn } from './time-column.ts';

/** How a file's rows become records; what is left out is worked out from the file. */
export interface RecordOptions {
  /** IANA zone of times written without one. */
  readonly timeZone: string;
  readonly collectedAtMs: number | null;
  readonly signal?: AbortSignal | undefined;
}

/** Empty rows that are listed one by one; those of a sheet saved to its end are passed over. */
const LISTED_EMPTY_ROWS = 100;

/** Refuses every row of a part in which nothing is known to be a text: documents that hold no messages, and logs of errors. */
function refusingMaker({ source }: TableInspection): (row: TableRow) => RowOutcome {
  const errorColumn = source.headers.findIndex((header) => header.toLowerCase() === 'error');
  return ({ cells, line }) => {
    const error = errorColumn < 0 ? '' : (cells[errorColumn] ?? '').trim();
    const refused: RejectedRow = error === '' ? { line, code: 'not-a-message', detail: 'no member is known to hold a text: a mapping can say which does' } : { line, code: 'error-row', detail: `the row reports an error of the tool that made the file: ${error.slice(0, 60)}` };
    return { messages: [], reactions: [], rejected: [refused] };
  };
}

function recordMakerOf(inspected: TableInspection, { timeZone, collectedAtMs }: RecordOptions): (row: TableRow) => RowOutcome {
  const { source, mapping, format, times, timesZone, damage } = inspected;
  const { headers, sample } = source;
  const columns = Object.values(mapping.columns);
  const unreadable = inspected.missing.find((field) => field === 'text' || field === 'id');
  if (unreadable !== undefined) {
    if (!inspected.isMapped && (source.form === 'json' || headers.some((header) => header.toLowerCase() === 'error'))) return refusingMaker(inspected);
    throw new IngestFailure(columns.length === 0 ? 'unknown-format' : 'invalid-input', `missing column: ${unreadable}; no column of the table is known to hold it, so a mapping must say which does`);
  }
  if (times.ambiguous && mapping.dateOrder === undefined) throw new AmbiguousDates();
  const order = mapping.dateOrder ?? times.order;
  if (columns.includes('createdAt') && order === null && inspected.timeSamples.length > 0) throw new IngestFailure('invalid-input', 'unreadable dates: most values of the time column are written in no known way');
  const responseColumn = headers.findIndex((header) => Object.hasOwn(mapping.columns, header) && mapping.columns[header] === 'responseAt');
  const responseTimes = timeColumn(responseColumn < 0 ? [] : sample.map(({ cells }) => cells[responseColumn] ?? ''));
  const said = mapping.container?.name ?? format.containerName;
  const name = said ?? fileStem(inspected.part.head.name);
  const zone = timesZone ?? timeZone;
  const responseZone = timesZone ?? (/(?:^|[^a-z])(?:utc|gmt)(?:$|[^a-z])/i.test(headers[responseColumn] ?? '') ? 'UTC' : timeZone);
  return createRecordMaker({
    headers, mapping, network: mapping.network ?? format.network ?? 'unknown', needsId: format.needsId === true,
    container: { nativeId: name, name, kind: mapping.container?.kind ?? format.containerKind ?? 'unknown', ...(said === undefined ? { isGuess: true } : {}) },
    readTime: createTimeReader({ order: order ?? 'iso', timeZone: zone, collectedAtMs, column: times }),
    readResponseTime: createTimeReader({ order: responseTimes.ambiguous ? (order ?? 'iso') : (responseTimes.order ?? order ?? 'iso'), timeZone: responseZone, collectedAtMs, column: responseTimes }),
    isDoubleEncoded: damage.isDoubleEncoded, roundedColumns: damage.roundedColumns, ...(format.refine === undefined ? {} : { refine: format.refine }),
  });
}

/**
 * Reads an inspected table as records, a mebibyte at a time: memory does not grow with the file. Rows that
 * are no messages come out as rejections beside the others; of empty rows the first hundred. Throws IngestFailure
 * `invalid-input` when day and month cannot be told apart and nobody said which is first, for an unknown zone, or when
 * nothing in the table can be read.
 */
export async function* readRecords(inspected: TableInspection, options: RecordOptions): AsyncGenerator<RecordBatch> {
  // 1. what must be known before the first row
  if (!isTimeZone(options.timeZone)) throw new IngestFailure('invalid-input', `unknown time zone: ${options.timeZone.slice(0, 60)}`);
  const makeRecords = recordMakerOf(inspected, options);
  // 2. rows -> records
  const { source } = inspected;
  let empty = 0;
  for await (const { rows, rejected, bytes } of source.open(options.signal)) {
    const messages: RecordedMessage[] = [];
    const reactions: RecordedReaction[] = [];
    const refused: RejectedRow[] = [...rejected];
    let met = rejected.length;
    for (const row of rows) {
      const outcome = makeRecords(row);
      if (outcome.rejected.length > 0) {
        if (outcome.rejected[0]?.code === 'empty-row' && (empty += 1) > LISTED_EMPTY_ROWS) continue;
        const raw = source.rawOf(row);
        for (const { line, code, detail } of outcome.rejected) refused.push(rejectedRow(line, { code, detail }, raw));
      }
      met += 1;
      for (const message of outcome.messages) messages.push(message);
      for (const reaction of outcome.reactions) reactions.push(reaction);
    }
    // a row with a broken cell stands before the rows after it
    refused.sort((one, other) => one.line - other.line);
    yield { messages, reactions, rejected: refused, rows: met, bytes };
  }
}
