import { ERRORS_FOLDER } from './errors.ts';

/** What a run was asked for. */
export interface ReadingOptions {
  readonly json: boolean;
  readonly confusion: boolean;
  /** Folder for the worst errors, or null. */
  readonly errors: string | null;
  /** Sets, or beginnings of their names; empty for all. */
  readonly only: readonly string[];
  readonly write: boolean;
  /** Day of the measurement, YYYY-MM-DD, for the reference sets in the document. */
  readonly date: string | null;
}

/**
 * Reads the words after `npm run evaluate -- reading`: --json, --confusion, --errors [DIR], --only SET, --write, --date YYYY-MM-DD.
 * Throws RangeError `unknown option: --x`, `invalid date: x` or `--only needs a set`.
 */
export function readingOptions(words: readonly string[]): ReadingOptions {
  const valueAfter = (at: number): string | null => {
    const next = words[at + 1];
    return next === undefined || next.startsWith('--') ? null : next;
  };
  let options: ReadingOptions = { json: false, confusion: false, errors: null, only: [], write: false, date: null };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const value = valueAfter(at);
    if (word === '--json') options = { ...options, json: true };
    else if (word === '--confusion') options = { ...options, confusion: true };
    else if (word === '--write') options = { ...options, write: true };
    else if (word === '--errors') {
      options = { ...options, errors: value ?? ERRORS_FOLDER };
      if (value !== null) at += 1;
    } else if (word === '--only') {
      if (value === null) throw new RangeError('--only needs a set');
      options = { ...options, only: [...options.only, value] };
      at += 1;
    } else if (word === '--date') {
      if (value === null || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) throw new RangeError(`invalid date: ${value ?? ''}`);
      options = { ...options, date: value };
      at += 1;
    } else throw new RangeError(`unknown option: ${word}`);
  }
  return options;
}
