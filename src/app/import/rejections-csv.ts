import type { RejectionCode } from '../../domain/model/record.ts';

/** A refused row with the file it stands in. */
export interface RefusedRow {
  readonly file: string;
  readonly part: string | null;
  readonly line: number;
  readonly code: RejectionCode;
  readonly reason: string;
  readonly raw: string | null;
}

/** Cells that a spreadsheet would take for a formula, whatever stands before the sign. */
const FORMULA = /^[\s\u00a0\ufeff\u200b-\u200f]*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;

/**
 * One text cell: quoted by RFC 4180, and with an apostrophe in front where a spreadsheet would compute it.
 * @example csvCell('=1+1') // `"'=1+1"`
 */
export function csvCell(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** Refused rows as CSV with CRLF, so that they can be mended and imported again. The raw row stands last, as the file had it. */
export function rejectionsCsv(rows: readonly RefusedRow[], { separator, withHeader }: { readonly separator: string; readonly withHeader: boolean }): string {
  const header = withHeader ? [['file', 'part', 'line', 'code', 'reason', 'raw'].join(separator)] : [];
  const lines = rows.map(({ file, part, line, code, reason, raw }) => [csvCell(file), csvCell(part ?? ''), String(line), csvCell(code), csvCell(reason), csvCell(raw ?? '')].join(separator));
  return [...header, ...lines].map((line) => `${line}\r\n`).join('');
}
