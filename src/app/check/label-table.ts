import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { OperationValue } from '../../contract/operations.ts';
import type { Act, Intent, MessageKind, Sentiment } from '../../domain/model/codes.ts';
import { plainCell } from '../../domain/wording/csv-cell.ts';
import { csvRows } from '../reading/csv-rows.ts';
import { COLUMN_NAMES, foldedName, LABEL_NAMES } from './label-names.ts';

/** What is wrong with one row. */
export type RowError = OperationValue<'labels.importFile'>['errors'][number];

/** Labels of one row, with what names its message; what the row leaves empty stays as it is. */
export interface LabelledRow {
  /** From 1, the header included. */
  readonly row: number;
  readonly id: string | null;
  readonly network: string | null;
  readonly kind: MessageKind | null;
  readonly text: string | null;
  readonly intents: readonly Intent[] | undefined;
  readonly acts: readonly Act[] | undefined;
  readonly sentiment: Sentiment | undefined;
}

/** The rows of a table of labels and those in which something is wrong. */
export interface LabelTable {
  readonly rows: readonly LabelledRow[];
  readonly errors: readonly RowError[];
}

const MOST_ROWS = 100_000;
const BOM = '\uFEFF';
const LABELS_APART = /\s*[|+/;,\n]\s*/u;

type Column = 'id' | 'network' | 'kind' | 'text' | 'intents' | 'sentiment' | 'acts';

/**
 * Reads labels from a table: messages by id (with network and kind) or by text, labels by code or by their Italian or English
 * name, several in a cell with one of | + / ; , between them, the main one first. Failure `invalid-input` when the columns
 * cannot be told.
 */
export function labelTable(text: string): Outcome<LabelTable> {
  const [head = [], ...body] = csvRows(text.startsWith(BOM) ? text.slice(1) : text);
  const places = new Map<Column, number>();
  head.forEach((name, at) => {
    const column = COLUMN_NAMES.get(foldedName(name));
    if (column !== undefined && !places.has(column)) places.set(column, at);
  });
  if (!places.has('id') && !places.has('text')) return failed('invalid-input', 'this is no table of labels: no column names the messages, by id or by text');
  if (!places.has('intents') && !places.has('sentiment') && !places.has('acts')) return failed('invalid-input', 'this is no table of labels: no column holds intents, sentiment or acts');
  if (body.length > MOST_ROWS) return failed('invalid-input', `the table has more than ${String(MOST_ROWS)} rows`);
  const rows: LabelledRow[] = [];
  const errors: RowError[] = [];
  for (const [at, cells] of body.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const read = labelledRow(at + 2, (column) => plainCell(cells[places.get(column) ?? -1] ?? '').trim());
    if ('code' in read) errors.push(read);
    else rows.push(read);
  }
  return success({ rows, errors });
}

function labelledRow(row: number, cell: (column: Column) => string): LabelledRow | RowError {
  const [id, text, network, kindName] = [cell('id'), cell('text'), cell('network').toLowerCase(), cell('kind')];
  if (id === '' && text === '') return { row, code: 'no-key', detail: '' };
  const kind = kindName === '' ? null : LABEL_NAMES.kind.get(foldedName(kindName));
  if (kind === undefined) return { row, code: 'unknown-kind', detail: kindName };
  const intents = codesIn(cell('intents'), LABEL_NAMES.intents);
  const acts = codesIn(cell('acts'), LABEL_NAMES.acts);
  const sentiments = codesIn(cell('sentiment'), LABEL_NAMES.sentiment);
  for (const { unknown } of [intents, acts, sentiments]) if (unknown !== null) return { row, code: 'unknown-label', detail: unknown };
  if (sentiments.codes.length > 1) return { row, code: 'unknown-label', detail: cell('sentiment') };
  if (intents.codes.length + acts.codes.length + sentiments.codes.length === 0) return { row, code: 'no-label', detail: '' };
  return {
    row, id: id === '' ? null : id, network: network === '' ? null : network, kind, text: id === '' ? text : null,
    intents: intents.codes.length === 0 ? undefined : intents.codes, acts: acts.codes.length === 0 ? undefined : acts.codes, sentiment: sentiments.codes[0],
  };
}

function codesIn<Code extends string>(cell: string, names: ReadonlyMap<string, Code>): { readonly codes: readonly Code[]; readonly unknown: string | null } {
  // a whole cell may be one name that holds a separator of its own
  const whole = names.get(foldedName(cell));
  if (cell === '' || whole !== undefined) return { codes: whole === undefined ? [] : [whole], unknown: null };
  const codes: Code[] = [];
  for (const part of cell.split(LABELS_APART)) {
    if (part === '') continue;
    const code = names.get(foldedName(part));
    if (code === undefined) return { codes: [], unknown: part.slice(0, 60) };
    if (!codes.includes(code)) codes.push(code);
  }
  return { codes, unknown: null };
}
