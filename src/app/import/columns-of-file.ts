import type { CallContext } from '../../contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { columnTypes, COUNTED_VALUES } from '../../ingest/column-types.ts';
import { openSource } from '../../ingest/open-source.ts';
import { inspectTable } from '../../ingest/table-inspection.ts';
import { tableFormatOf } from '../../ingest/table-record-format.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { wantedFormat } from './open-files.ts';

/**
 * Counts what the cells of every column of a table are, from the first row to the last: numbers, dates, ids, texts, and how
 * many different ones. Of an archive or a workbook the likeliest table is read; a source without columns gives none.
 * Failures: `not-found`, `unreadable-file`, `unknown-format`, `invalid-input`, `cancelled`.
 */
export async function columnsOfFile(context: AppContext, input: OperationRequest<'import.columns'>, call: CallContext): Promise<Outcome<OperationValue<'import.columns'>>> {
  const file = context.file(input.file.fileHandle);
  if (file === null) return failed('not-found', 'the file is no longer at hand; choose it again');
  return withFailures(async () => {
    const source = await openSource(file.path, file.name, { formatId: wantedFormat(input.format), encoding: input.mapping?.encoding, signal: call.signal, brief: true });
    try {
      const main = source.parts.reduce((best, part) => (part.confidence > best.confidence ? part : best));
      const format = tableFormatOf(main.format.id);
      if (format === null) return success({ columns: [], distinctLimit: COUNTED_VALUES });
      const inspected = await inspectTable(main, { format, mapping: input.mapping });
      return success({ columns: await columnTypes(inspected, call.signal), distinctLimit: COUNTED_VALUES });
    } finally {
      source.close();
    }
  });
}
