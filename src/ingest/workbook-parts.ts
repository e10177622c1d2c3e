import type { ByteSource } from './byte-source.ts';
import { IngestFailure } from './ingest-failure.ts';
import { readXml } from './xml-elements.ts';

/** A sheet as the workbook lists it; `entry` is null for what is no table (a chart). */
export interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: ByteSource | null;
}

/** What the cells of all sheets refer to. */
export interface WorkbookContext {
  readonly sheets: readonly ListedSheet[];
  readonly sharedStrings: readonly string[];
  /** Style number -> true where its cells hold dates or lengths of time. */
  readonly isDateStyle: readonly boolean[];
  /** Days are counted from 1904 instead of 1900, as old Macs did. */
  readonly from1904: boolean;
}

/** Texts that all sheets share are kept in memory, as no cell can be read without them. */
const MOST_SHARED = 256 << 20;
const MOST_SHEETS = 10_000;
/** Formats of dates and times that every workbook knows without saying so. */
const BUILT_IN_DATES = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/**
 * True for the format code of a date or a time: letters of days and hours outside of quoted words, escapes and colours.
 * @example isDateFormat('dd/mm/yyyy') // true
 */
export function isDateFormat(code: string): boolean {
  const plain = code.slice(0, 500).replace(/"[^"]*"?|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi, '');
  return /[ymdhs]/i.test(plain) && !/^general$/i.test(plain.trim());
}

/** Texts of a workbook write signs that XML cannot hold as `_x000D_`. */
export function withoutEscapes(text: string): string {
  return text.includes('_x') ? text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

/** Path of a part that `target` names, seen from the folder `xl/`. */
function pathOf(target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : `xl/${target}`).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

async function sharedStringsOf(source: ByteSource | undefined, signal: AbortSignal | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (source === undefined) return strings;
  if ((source.bytes ?? 0) > MOST_SHARED) throw new IngestFailure('unreadable-file', 'the workbook holds more text than can be kept at once: save its sheets as CSV');
  let pieces: string[] = [];
  let isText = false;
  let phonetic = 0;
  await readXml(source, {
    open(name) {
      if (name === 'si') pieces = [];
      else if (name === 'rPh') phonetic += 1;
      isText = name === 't' && phonetic === 0;
    },
    text(text) {
      if (isText) pieces.push(text);
    },
    close(name) {
      isText = false;
      if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') strings.push(withoutEscapes(pieces.join('')));
    },
  }, signal);
  return strings;
}

async function dateStylesOf(source: ByteSource | undefined, signal: AbortSignal | undefined): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (source === undefined) return styles;
  const codes = new Map<number, string>();
  let isCells = false;
  await readXml(source, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') isCells = true;
      else if (name === 'xf' && isCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        const code = codes.get(id);
        styles.push(code === undefined ? BUILT_IN_DATES(id) : isDateFormat(code));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCells = false;
    },
  }, signal);
  return styles;
}

/**
 * Reads what a workbook says of its sheets, its shared texts and its formats. Parts that it refers to outside of itself are
 * never looked at. Throws IngestFailure `unreadable-file` for a damaged workbook and for one with too much text.
 */
export async function workbookContext(entries: readonly ByteSource[], signal?: AbortSignal): Promise<WorkbookContext> {
  const parts = new Map(entries.map((entry) => [entry.name, entry]));
  const targets = new Map<string, string>();
  const relations = parts.get('xl/_rels/workbook.xml.rels');
  if (relations !== undefined) await readXml(relations, { open(name, attributes) {
    if (name !== 'Relationship' || attributes['TargetMode'] === 'External' || attributes['Type']?.endsWith('/worksheet') !== true) return;
    targets.set(attributes['Id'] ?? '', pathOf(attributes['Target'] ?? ''));
  } }, signal);
  const sheets: ListedSheet[] = [];
  let from1904 = false;
  const book = parts.get('xl/workbook.xml');
  if (book !== undefined) await readXml(book, { open(name, attributes) {
    if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    if (name !== 'sheet' || sheets.length >= MOST_SHEETS) return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    sheets.push({ name: withoutEscapes(attributes['name'] ?? ''), isHidden: (attributes['state'] ?? 'visible') !== 'visible', entry: parts.get(targets.get(id) ?? '') ?? null });
  } }, signal);
  if (sheets.length === 0) throw new IngestFailure('unreadable-file', 'the workbook is damaged: it lists no sheet; save it again, or as CSV');
  return { sheets, from1904, sharedStrings: await sharedStringsOf(parts.get('xl/sharedStrings.xml'), signal), isDateStyle: await dateStylesOf(parts.get('xl/styles.xml'), signal) };
}
