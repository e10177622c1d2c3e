/** Texts that a spreadsheet would compute, whatever invisible sign stands before theirs. */
const COMPUTED = /^[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/u;

/**
 * A text that no spreadsheet computes: an apostrophe goes in front of one that begins, after white space, control characters
 * and invisible signs, with one of `= + - @`, their full-width forms, a tab, a line break or NUL. For cells of text alone: a
 * number is none, so "-5" stays one. Source: OWASP ASVS, CSV injection; CWE-1236.
 * @example inertText('=1+1') // "'=1+1"
 */
export function inertText(text: string): string {
  return COMPUTED.test(text) ? `'${text}` : text;
}

/**
 * One cell of text in CSV: quoted by RFC 4180, and inert ({@link inertText}).
 * @example csvCell('=1+1') // `"'=1+1"`
 */
export function csvCell(text: string): string {
  return `"${inertText(text).replaceAll('"', '""')}"`;
}

/**
 * A text as it was before {@link inertText}: the apostrophe that keeps a spreadsheet from computing it is none of its own.
 * @example plainCell("'=1+1") // '=1+1'
 */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && COMPUTED.test(cell.slice(1)) ? cell.slice(1) : cell;
}
