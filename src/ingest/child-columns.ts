import type { TableRow } from './row-reader.ts';

/** Members under which an item holds what answers it, and members under which a holder (a place, a page) holds its items. */
const ANSWER_KEYS = new Set(['replies', 'comments', 'answers', 'responses', 'children', 'subcomments', 'nestedcomments', 'latestcomments', 'risposte', 'commenti']);
const ITEM_KEYS = new Set(['reviews', 'recensioni']);

/** What the elements of a nested list are to the item that holds them; null for a list that holds no messages. */
export function childRole(key: string): 'comment' | 'reply' | 'item' | null {
  const folded = key.toLowerCase().replace(/[^a-z]/g, '');
  if (ITEM_KEYS.has(folded)) return 'item';
  if (!ANSWER_KEYS.has(folded)) return null;
  return /^(?:latest)?comment/.test(folded) ? 'comment' : 'reply';
}

/** A header taken apart: the columns of a row itself, and the same columns of the rows that stand inside it. */
export interface ColumnArrangement {
  /** Names of all columns that a row or a nested row can fill. */
  readonly headers: readonly string[];
  /** False where no column names a nested row: rows stay as they are. */
  readonly isNested: boolean;
  arranged(cells: readonly string[], line: number): TableRow;
}

interface Level {
  readonly own: Map<string, number>;
  readonly children: Map<string, { readonly key: string; readonly level: Level }>;
}

/** Cells that one row may come to with the rows inside it. */
const MOST_NESTED_CELLS = 1_000_000;
const DEEPEST = 64;
const STEP = /^([A-Za-z_]{2,40})\/(\d{1,4})\/(.+)$/;

function put(level: Level, name: string, position: number, depth = 0): void {
  const match = depth < DEEPEST ? STEP.exec(name) : null;
  const [, key = '', number = '', rest = ''] = match ?? [];
  if (match === null || childRole(key) === null) {
    if (!level.own.has(name)) level.own.set(name, position);
    return;
  }
  let child = level.children.get(`${key}/${number}`);
  if (child === undefined) level.children.set(`${key}/${number}`, (child = { key, level: { own: new Map(), children: new Map() } }));
  put(child.level, rest, position, depth + 1);
}

function namesOf(level: Level, names: Set<string>): Set<string> {
  for (const name of level.own.keys()) names.add(name);
  for (const { level: inner } of level.children.values()) namesOf(inner, names);
  return names;
}

function levelsOf({ children }: Level): number {
  let count = 1;
  for (const { level } of children.values()) count += levelsOf(level);
  return count;
}

/**
 * Takes a header apart whose names are paths, as exporters write nested lists into a table: `replies/0/text` is the
 * column `text` of the first reply of the row.
 */
export function arrangedColumns(headers: readonly string[]): ColumnArrangement {
  const top: Level = { own: new Map(), children: new Map() };
  headers.forEach((header, position) => put(top, header, position));
  if (top.children.size === 0) return { headers, isNested: false, arranged: (cells, line) => ({ cells, line }) };
  const names = [...namesOf(top, new Set())];
  // a row inside a row has a cell for every name: a header made for it could ask for billions
  if (names.length * levelsOf(top) > MOST_NESTED_CELLS) return { headers, isNested: false, arranged: (cells, line) => ({ cells, line }) };
  const positionsOf = new Map<Level, readonly number[]>();
  const positions = (level: Level): readonly number[] => {
    let found = positionsOf.get(level);
    if (found === undefined) positionsOf.set(level, (found = names.map((name) => level.own.get(name) ?? -1)));
    return found;
  };
  function rowOf(level: Level, cells: readonly string[], line: number): TableRow {
    const own = positions(level).map((position) => (position < 0 ? '' : (cells[position] ?? '')));
    const children = [...level.children.values()].flatMap(({ key, level: inner }) => {
      const row = rowOf(inner, cells, line);
      return row.children === undefined && row.cells.every((cell) => cell.trim() === '') ? [] : [{ ...row, key }];
    });
    return children.length === 0 ? { cells: own, line } : { cells: own, line, children };
  }
  return { headers: names, isNested: true, arranged: (cells, line) => rowOf(top, cells, line) };
}
