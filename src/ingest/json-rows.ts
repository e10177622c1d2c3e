import { LONGEST_RAW, type RejectedRow } from '../domain/model/record.ts';
import { childRole } from './child-columns.ts';
import type { JsonObject } from './json-item.ts';
import { jsonItems } from './json-items.ts';
import { pathSteps } from './json-paths.ts';
import { objectOf } from './json-values.ts';
import type { PartHead } from './part-head.ts';
import type { Part } from './record-format.ts';
import type { RowSource } from './row-source.ts';
import type { TableRow } from './row-reader.ts';
import { recognition } from './table-format.ts';
import type { RowStretch } from './table-rows.ts';

/** Most columns that objects are laid out in; what comes later is left out. */
const MOST_COLUMNS = 400;
const DEEPEST_PATH = 6;
/** Rows inside rows, as deep as they are followed. */
const DEEPEST_CHILD = 64;
/** Bytes of a file that are looked through for members which its beginning does not show. */
const HEADER_BYTES = 16 << 20;
const JUDGED_OBJECTS = 50;

/** An object laid out flat: cells by path (`author/name`), and the objects of lists that hold answers to it. */
interface FlatObject {
  readonly cells: ReadonlyMap<string, string>;
  readonly children: readonly { readonly key: string; readonly flat: FlatObject }[];
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** A value as a cell; a whole number that its file writes with an exponent counts as a damaged id. */
function cellOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '';
}

/** A list of scalars, or of the runs of a formatted text, as one cell; null for a list of other objects. */
function listCell(list: readonly unknown[]): string | null {
  if (list.every(isScalar)) return list.map(cellOf).join(', ');
  if (!list.some((element) => typeof element === 'string')) return null;
  return list.map((element) => (isScalar(element) ? cellOf(element) : cellOf(objectOf(element)?.['text']))).join('');
}

function flatObject(value: JsonObject, level = 0): FlatObject {
  const cells = new Map<string, string>();
  const children: { key: string; flat: FlatObject }[] = [];
  const lay = (object: JsonObject, prefix: string, depth: number): void => {
    for (const [name, member] of Object.entries(object)) {
      const path = prefix + name;
      if (isScalar(member)) {
        cells.set(path, cellOf(member));
      } else if (Array.isArray(member)) {
        const list = member as unknown[];
        const joined = listCell(list);
        if (joined !== null) cells.set(path, joined);
        else if (childRole(name) !== null && level < DEEPEST_CHILD) for (const element of list) {
          const child = objectOf(element);
          if (child !== null) children.push({ key: name, flat: flatObject(child, level + 1) });
        }
      } else if (depth < DEEPEST_PATH) lay(member as JsonObject, `${path}/`, depth + 1);
    }
  };
  lay(value, '', 1);
  return { cells, children };
}

function namesIn({ cells, children }: FlatObject, names: Set<string>): void {
  for (const name of cells.keys()) if (names.size < MOST_COLUMNS) names.add(name);
  for (const { flat } of children) namesIn(flat, names);
}

function rowOf({ cells, children }: FlatObject, headers: readonly string[], line: number): TableRow {
  const own = headers.map((header) => cells.get(header) ?? '');
  return children.length === 0 ? { cells: own, line } : { cells: own, line, children: children.map(({ key, flat }) => ({ ...rowOf(flat, headers, line), key })) };
}

function headersOf(values: readonly unknown[]): string[] {
  const names = new Set<string>();
  for (const value of values) {
    const object = objectOf(value);
    if (object !== null) namesIn(flatObject(object), names);
  }
  return [...names];
}

/** How much objects look like messages, by their members: the confidence of the format that takes anything. */
function messageLikeness(values: readonly unknown[]): number {
  return recognition(headersOf(values.slice(0, JUDGED_OBJECTS)), { id: '', name: '', description: '', requires: [], columns: {} });
}

/** A member as a step of a path; names that a path cannot spell stand as any member. */
function stepOf(name: string): string {
  return name === '' || /[.*[\]]/.test(name) ? '*' : name;
}

/** Where a document's objects lie: the list whose objects look most like messages, the longest of them at a tie. */
function likeliestPath(document: unknown): string {
  const lists = new Map<string, unknown[]>();
  const look = (value: unknown, path: string, depth: number, inList: boolean): void => {
    if (depth > DEEPEST_PATH || isScalar(value)) return;
    if (Array.isArray(value)) {
      const objects = (value as unknown[]).filter((element) => objectOf(element) !== null);
      if (objects.length === 0 && path !== '') return;
      const here = `${path}[]`;
      const found = lists.get(here);
      if (found === undefined) lists.set(here, objects);
      else for (const object of objects) found.push(object);
      for (const object of objects) look(object, here, depth + 1, true);
      return;
    }
    for (const [name, member] of Object.entries(value as JsonObject)) {
      // lists of answers come along with the item that holds them
      if (!(inList && childRole(name) !== null)) look(member, path === '' ? stepOf(name) : `${path}.${stepOf(name)}`, depth + 1, inList);
    }
  };
  look(document, '', 0, false);
  const whole = objectOf(document);
  if (whole !== null && messageLikeness([whole]) >= 0.8) return '';
  const ranked = [...lists].map(([path, objects]) => ({ path, length: objects.length, likeness: messageLikeness(objects) }));
  return ranked.sort((one, other) => other.likeness - one.likeness || other.length - one.length)[0]?.path ?? '';
}

function* valuesAt(value: unknown, steps: readonly string[]): Generator {
  const [step, ...rest] = steps;
  if (step === undefined) yield value;
  else if (step === '[]') {
    if (Array.isArray(value)) for (const element of value as unknown[]) yield* valuesAt(element, rest);
  } else {
    const object = objectOf(value);
    if (object !== null) for (const [name, member] of Object.entries(object)) if (name === step || (step === '*' && stepOf(name) === '*')) yield* valuesAt(member, rest);
  }
}

/** The beginning of a JSON part laid out as a table. */
interface JsonTable {
  readonly path: string;
  readonly values: readonly unknown[];
  readonly headers: readonly string[];
}

const tables = new WeakMap<PartHead, JsonTable>();

function jsonTable(head: PartHead): JsonTable | null {
  const { json } = head;
  if (json === null) return null;
  let table = tables.get(head);
  if (table === undefined) {
    const path = json.form === 'lines' ? '' : likeliestPath(json.document);
    const values = json.form === 'lines' ? json.values : [...valuesAt(json.document, pathSteps(path))];
    tables.set(head, (table = { path, values, headers: headersOf(values) }));
  }
  return table;
}

/** The columns that the beginning of a JSON part shows; null for a part that is no JSON. */
export function jsonColumns(head: PartHead): readonly string[] | null {
  return jsonTable(head)?.headers ?? null;
}

async function* rowStretches(part: Part, path: string, headers: readonly string[], signal: AbortSignal | undefined): AsyncGenerator<RowStretch> {
  for await (const { items, rejected, bytes } of jsonItems(part, [path], signal)) {
    const rows: TableRow[] = [];
    const refused: RejectedRow[] = [...rejected];
    for (const { value, line } of items) {
      const object = objectOf(value);
      if (object === null) refused.push({ line, code: 'not-a-message', detail: 'the value is no object with named members', raw: (JSON.stringify(value) ?? '').slice(0, LONGEST_RAW) });
      else rows.push({ ...rowOf(flatObject(object), headers, line), value });
    }
    yield { rows, rejected: refused, bytes };
  }
}

/** Every column of a JSON part: of its beginning, and of as much of the rest as a short look takes. */
async function allColumns(part: Part, table: JsonTable): Promise<string[]> {
  const names = new Set(table.headers);
  if (part.head.json !== null && part.head.isWhole && (part.head.json.form !== 'lines' || table.values.length < 100)) return [...names];
  for await (const { items, bytes } of jsonItems(part, [table.path])) {
    for (const { value } of items) {
      const object = objectOf(value);
      if (object !== null) namesIn(flatObject(object), names);
    }
    if (bytes > HEADER_BYTES || names.size >= MOST_COLUMNS) break;
  }
  return [...names];
}

/**
 * The objects of a JSON part as rows of one table: lines, or the list of objects that looks most like messages. Members of
 * nested objects become columns named by their path; lists that hold answers become rows inside the row. Throws
 * IngestFailure `unreadable-file` for a document that is no JSON.
 */
export async function jsonRowSource(part: Part): Promise<RowSource> {
  const table = jsonTable(part.head) ?? { path: '', values: [], headers: [] };
  const headers = await allColumns(part, table);
  const sample = table.values.flatMap((value, position) => {
    const object = objectOf(value);
    return object === null ? [] : [rowOf(flatObject(object), headers, position + 1)];
  });
  return {
    form: 'json', headers, sample, isWhole: part.head.isWhole && headers.length === table.headers.length && (part.head.json?.form !== 'lines' || table.values.length < 100),
    dialect: { delimiter: '', headerRow: 0, headers, writtenHeaders: headers, rows: sample.map(({ cells }) => cells) },
    rawOf: ({ value, cells }) => (value === undefined ? JSON.stringify(cells) : (JSON.stringify(value) ?? '')).slice(0, LONGEST_RAW),
    open: (signal) => rowStretches(part, table.path, headers, signal),
  };
}
