/**
 * Codes of terms: one character a stem, so that the terms of a message are a short text in which a term, or two in a row,
 * is found by searching for one or two characters. The characters have no meaning of their own and lie below the
 * surrogates, so that every one is a single UTF-16 unit.
 */
const FIRST_CODE = 0x100;
const LAST_CODE = 0xd7ff;

/** Stands in the terms of a message between two that are not in a row. */
export const TERM_BREAK = ' ';

/** Stems that can have a code in one language. */
export const MOST_CODES = LAST_CODE - FIRST_CODE + 1;

/**
 * The code at a position of the vocabulary. Throws RangeError `invalid code position: 60000` outside it.
 * @example termCode(1) // 'ā'
 */
export function termCode(position: number): string {
  if (!Number.isInteger(position) || position < 0 || position >= MOST_CODES) throw new RangeError(`invalid code position: ${position}`);
  return String.fromCharCode(FIRST_CODE + position);
}

/** The position of the code at a place of a text of terms; negative for a break. */
export function codePosition(terms: string, place: number): number {
  return terms.charCodeAt(place) - FIRST_CODE;
}
