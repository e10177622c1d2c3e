import type { FileWarning } from '../domain/model/file-warning.ts';
import { doubleEncoding, isRepairable } from './double-encoding.ts';
import type { TableField, TableMapping } from './table-mapping.ts';
import { isDamagedId } from './written-number.ts';

/** What is damaged in the first rows of a table, and what reading does about it. */
export interface TableDamage {
  readonly warnings: readonly FileWarning[];
  /** Texts and names are to be read by `singleEncoded`. */
  readonly isDoubleEncoded: boolean;
  /** Columns whose long ids lost their last digits: such ids count as missing. */
  readonly roundedColumns: ReadonlySet<string>;
}

/** Digits that a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;
const LEAST_ROUNDED = 3;
const EMPTY_ROWS = 100;
/** Lengths at which tools and spreadsheets are known to cut. */
const CUT_LENGTHS = new Set([100, 128, 140, 150, 160, 200, 250, 255, 256, 280, 300, 500, 512, 1000, 1023, 1024, 2000, 2048, 4000, 4096, 5000, 8000, 8192, 10_000, 16_384, 32_000, 32_759, 32_767, 65_535]);
const ID_FIELDS = new Set<TableField>(['id', 'parentId', 'rootId', 'authorId']);
const LIST_OF_IDS = /^\d{1,3}(?:[,.]\d{3}){3,}$/;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i;

/** True for a number of 16 digits or more of which a spreadsheet kept the first fifteen. */
export function isRoundedId(text: string): boolean {
  return text.length > KEPT_DIGITS && /^\d+$/.test(text) && /^0+$/.test(text.slice(KEPT_DIGITS));
}

/** The length at which texts seem to be cut: the longest, when several end exactly there and not at the end of a sentence. */
function cutLength(texts: readonly string[]): { readonly length: number; readonly count: number } | null {
  const length = texts.reduce((longest, text) => Math.max(longest, text.length), 0);
  const there = [...new Set(texts.filter((text) => text.length === length))];
  const needed = CUT_LENGTHS.has(length) ? 3 : 5;
  if (length < 50 || there.length < needed) return null;
  const open = there.filter((text) => /[\p{L}\p{N},;:\s…-]$/u.test(text)).length;
  return open * 2 >= there.length ? { length, count: there.length } : null;
}

function times(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/**
 * Looks for the damage that spreadsheets and tools leave in tables: ids rounded or written with an exponent, lists of ids
 * read as one number, texts cut at one length, UTF-8 read as windows-1252, HTML entities, empty rows, texts held back.
 * `rows` are the first ones, so counts are of those.
 */
export function tableDamage({ headers, mapping, rows, withholdsTexts = false }: { readonly headers: readonly string[]; readonly mapping: TableMapping; readonly rows: readonly (readonly string[])[]; readonly withholdsTexts?: boolean | undefined }): TableDamage {
  const warnings: FileWarning[] = [];
  const warn = (code: FileWarning['code'], count: number, message: string, names: readonly string[] = []): void => void warnings.push({ code, message, count, names });
  const fieldAt = (position: number): TableField | null => {
    const header = headers[position] ?? '';
    return Object.hasOwn(mapping.columns, header) ? (mapping.columns[header] ?? null) : null;
  };
  const columns = headers.map((header, position) => ({ header, field: fieldAt(position), position }));
  const valuesOf = (position: number): string[] => rows.map((cells) => (cells[position] ?? '').trim()).filter((value) => value !== '');
  // 1. ids
  const roundedColumns = new Set<string>();
  let exponents = 0;
  let rounded = 0;
  for (const { header, field, position } of columns) {
    if (field === null || !ID_FIELDS.has(field)) continue;
    const values = valuesOf(position);
    exponents += values.filter(isDamagedId).length;
    const long = values.filter((value) => value.length > KEPT_DIGITS && /^\d+$/.test(value));
    const lost = long.filter(isRoundedId).length;
    if (lost < LEAST_ROUNDED || lost * 2 < long.length) continue;
    rounded += lost;
    roundedColumns.add(header);
  }
  if (exponents > 0) warn('damaged-ids', exponents, `${times(exponents, 'id was', 'ids were')} rounded by a spreadsheet (1.23E+17); export again with ids as text, or reply links stay unknown`);
  const columnNames = [...roundedColumns].slice(0, 3);
  if (rounded > 0) warn('rounded-ids', rounded, `${times(rounded, 'id ends', 'ids end')} in zeros after the fifteenth digit, as a spreadsheet leaves them (${columnNames.join(', ')}); they are not used: export again with ids as text`, columnNames);
  const known = new Set(columns.filter(({ field }) => field === 'id').flatMap(({ position }) => valuesOf(position)));
  // a list of short ids looks the same, but names rows of the table
  const isJoined = (value: string): boolean => LIST_OF_IDS.test(value) && !value.split(/[,.]/).some((id) => known.has(id));
  const joined = columns.filter(({ header, field }) => (field === null ? /(?:^|[_\s])ids?$|Ids?$/.test(header) : ID_FIELDS.has(field))).reduce((sum, { position }) => sum + valuesOf(position).filter(isJoined).length, 0);
  if (joined > 0) warn('joined-ids', joined, `${times(joined, 'cell holds', 'cells hold')} a list of ids that a spreadsheet read as one number with thousands marks; such links are lost`);
  // 2. texts
  const textColumns = columns.filter(({ field }) => field === 'text' || field === 'responseText');
  const texts = textColumns.flatMap(({ position }) => valuesOf(position));
  const cut = cutLength(texts);
  if (cut !== null) warn('cut-texts', cut.count, `${times(cut.count, 'text is', 'texts are')} exactly ${String(cut.length)} characters long and none is longer: texts seem to be cut there`);
  const encoding = doubleEncoding(texts);
  const isDoubleEncoded = isRepairable(encoding);
  const mangled = `${times(encoding.damaged, 'text shows', 'texts show')} UTF-8 read as Windows-1252 (caffÃ¨)`;
  if (isDoubleEncoded) warn('double-encoded', encoding.damaged, `${mangled}: repaired on import`);
  else if (encoding.damaged > 0) warn('double-encoded-kept', encoding.damaged, `${mangled}: not repaired, because ${times(encoding.sound, 'other is', 'others are')} sound`);
  const entities = texts.filter((text) => ENTITY.test(text)).length;
  if (entities > 0) warn('html-entities', entities, `${times(entities, 'text holds', 'texts hold')} HTML entities (&amp;): decoded on import`);
  // 3. rows
  const empty = rows.filter((cells) => cells.every((cell) => cell.trim() === '')).length;
  if (empty >= EMPTY_ROWS) warn('empty-rows', empty, `${String(empty)} of the first ${String(rows.length)} rows are empty, as a spreadsheet saves a sheet to its end: they are passed over`);
  const textless = textColumns.length === 0 ? 0 : rows.length - empty - rows.filter((cells) => textColumns.some(({ position }) => (cells[position] ?? '').trim() !== '')).length;
  if (withholdsTexts && textless > 0) warn('withheld-texts', textless, `${String(textless)} of the first ${String(rows.length - empty)} rows have no text: the source withholds it; they count, and are not read`);
  return { warnings, isDoubleEncoded, roundedColumns };
}
