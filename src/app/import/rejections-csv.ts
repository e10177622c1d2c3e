import type { RejectionCode } from '../../domain/model/record.ts';
import { csvCell } from '../../domain/wording/csv-cell.ts';
import { csvMark, type CsvSeparator } from '../../domain/wording/csv-text.ts';

/** A refused row with the file it stands in. */
export interface RefusedRow {
  readonly file: string;
  readonly part: string | null;
  readonly line: number;
  readonly code: RejectionCode;
  readonly reason: string;
  readonly raw: string | null;
}

/** Refused rows as CSV with CRLF, so that they can be mended and imported again. The raw row stands last, as the file had it. */
export function rejectionsCsv(rows: readonly RefusedRow[], { separator, withHeader }: { readonly separator: CsvSeparator; readonly withHeader: boolean }): string {
  const header = withHeader ? [['file', 'part', 'line', 'code', 'reason', 'raw'].join(separator)] : [];
  const lines = rows.map(({ file, part, line, code, reason, raw }) => [csvCell(file), csvCell(part ?? ''), String(line), csvCell(code), csvCell(reason), csvCell(raw ?? '')].join(separator));
  return `${withHeader ? csvMark(separator) : ''}${[...header, ...lines].map((line) => `${line}\r\n`).join('')}`;
}
