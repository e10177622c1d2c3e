import { losslessJson } from './lossless-json.ts';

/** The beginning of a JSON text, however long the whole is. */
export interface JsonHead {
  /** One document; one value a line; or a script that assigns one document (`window.YTD.tweets.part0 = [...]`). */
  readonly form: 'document' | 'lines' | 'script';
  /** What the script assigns to; null for the other forms. */
  readonly assigned: string | null;
  /** The document as far as it is in the head, unfinished members closed; null for lines. */
  readonly document: unknown;
  /** The first values of lines, at most a hundred; for a document that is an array, its first elements. */
  readonly values: readonly unknown[];
}

const FIRST_VALUES = 100;
/** No document of messages is nested deeper; closing one that is would take time that grows with the square of its length. */
const DEEPEST = 200;
const SCRIPT = /^\s*(?:window\.)?([\w$.[\]"']{1,120})\s*=\s*(?=[[{])/;

/** What a script assigns its one document to, and where in the text that document begins; null for a text that begins with no assignment. */
export function scriptStart(text: string): { readonly assigned: string; readonly from: number } | null {
  const match = SCRIPT.exec(text.slice(0, 400));
  return match === null ? null : { assigned: match[1] ?? '', from: match[0].length };
}

/**
 * Closes what a cut-off JSON text leaves open, dropping the unfinished last member; null when it is not even the
 * beginning of one.
 * @example closedJson('{"a": [1, 2, {"b": "x') // '{"a": [1, 2]}'
 */
export function closedJson(text: string): string | null {
  const open: string[] = [];
  // the last point at which all begun members are whole, and what was open there
  let safeEnd = -1;
  let safeOpen: readonly string[] = [];
  let position = 0;
  const mark = (end: number): void => {
    safeEnd = end;
    safeOpen = [...open];
  };
  while (position < text.length) {
    const sign = text[position];
    if (sign === '"') {
      let end = position + 1;
      while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
      if (end >= text.length) break;
      position = end + 1;
      continue;
    }
    if (sign === '{' || sign === '[') {
      if (open.length === DEEPEST) break;
      open.push(sign === '{' ? '}' : ']');
      mark(position + 1);
    } else if (sign === '}' || sign === ']') {
      if (open.pop() !== sign) return null;
      mark(position + 1);
      if (open.length === 0) break;
    } else if (sign === ',') mark(position);
    position += 1;
  }
  return safeEnd < 0 ? null : text.slice(0, safeEnd) + [...safeOpen].reverse().join('');
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: losslessJson(text) };
  } catch {
    return null;
  }
}

function documentHead(text: string, isWhole: boolean): { readonly value: unknown } | null {
  const whole = isWhole ? parsed(text) : null;
  if (whole !== null || isWhole) return whole;
  const closed = closedJson(text);
  return closed === null ? null : parsed(closed);
}

/** Lines that each hold an object; the last may be cut. Null when the first two that are not blank do not. */
function lineValues(text: string, isWhole: boolean): unknown[] | null {
  const lines = text.split('\n');
  if (!isWhole) lines.pop();
  const filled = lines.filter((line) => line.trim() !== '').slice(0, FIRST_VALUES);
  const values = filled.map((line) => parsed(line)?.value).filter((value) => typeof value === 'object' && value !== null);
  const needed = Math.min(2, filled.length);
  if (filled.length === 0 || values.length < needed || values.length * 2 < filled.length) return null;
  if (!(filled[0] ?? '').trimStart().startsWith('{')) return null;
  return values;
}

/**
 * Reads the beginning of a text as JSON; null when it is none. A single object on a single line is a document. `text`
 * begins without a byte order mark; `isWhole` says that nothing follows it.
 */
export function jsonHead(text: string, isWhole: boolean): JsonHead | null {
  const script = scriptStart(text);
  const body = script === null ? text : text.slice(script.from).replace(/;\s*$/, '');
  if (!/^\s*[[{]/.test(body) && !(isWhole && parsed(body) !== null)) return null;
  const lines = script === null && body.trimStart().startsWith('{') && body.trimEnd().includes('\n') && !(isWhole && parsed(body) !== null) ? lineValues(body, isWhole) : null;
  if (lines !== null) return { form: 'lines', assigned: null, document: null, values: lines };
  const document = documentHead(body, isWhole);
  if (document === null) return null;
  const { value } = document;
  return { form: script === null ? 'document' : 'script', assigned: script?.assigned ?? null, document: value, values: Array.isArray(value) ? value.slice(0, FIRST_VALUES) : [] };
}
