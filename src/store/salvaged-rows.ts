import type { DamagedPages } from './damaged-pages.ts';
import { recordValues, variableInteger, type RecordValue } from './record-values.ts';

const [INDEX_INSIDE, TABLE_INSIDE, INDEX_LEAF, TABLE_LEAF] = [2, 5, 10, 13];

/** A row as it stands in its page: its number (null in tables that have none) and its values in the order of the file. */
export interface SalvagedRow {
  readonly rowId: number | null;
  readonly values: readonly RecordValue[];
}

/** What was passed over on the way. */
export interface Losses {
  /** Pages that a table's tree names and that are none of its pages. */
  pages: number;
  /** Rows whose bytes cannot be read, of pages that can. */
  rows: number;
}

/** Walks trees of a damaged file. A page is looked at once, however often it is named: no circle holds it up. */
interface Salvage {
  /** Rows of a table whose tree begins at a page. Losses are added to. */
  readonly rows: (root: number, losses: Losses) => Generator<SalvagedRow>;
  /** Rows in pages of tables that no tree led to and that are not listed as free: a table's whose tree is broken may be among them. */
  readonly looseRows: () => Generator<SalvagedRow>;
}

/** The bytes of a cell that stand in its page, of `length` in all. Source: SQLite's file format, 1.6. */
function localBytes(length: number, usable: number, isTable: boolean): number {
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (length <= most) return length;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (usable - 4));
  return wanted <= most ? wanted : least;
}

/** Reads what trees of a damaged file still lead to, and what they no longer lead to. Never throws for what the bytes say. */
export function salvage(pages: DamagedPages): Salvage {
  const seen = new Set<number>();

  const payloadAt = (page: Buffer, at: number, length: number, isTable: boolean): Buffer | null => {
    const local = localBytes(length, pages.usable, isTable);
    if (length > pages.count * pages.pageSize || at + local > page.length) return null;
    if (local === length) return page.subarray(at, at + length);
    if (at + local + 4 > page.length) return null;
    const parts = [page.subarray(at, at + local)];
    const chain = new Set<number>();
    let left = length - local;
    for (let number = page.readUInt32BE(at + local); left > 0;) {
      const next = chain.has(number) ? null : pages.page(number);
      if (next === null) return null;
      chain.add(number);
      parts.push(next.subarray(4, 4 + Math.min(left, pages.usable - 4)));
      left -= pages.usable - 4;
      number = next.readUInt32BE(0);
    }
    for (const number of chain) seen.add(number);
    return Buffer.concat(parts);
  };

  const rowAt = (page: Buffer, at: number, isTable: boolean): SalvagedRow | null => {
    const length = variableInteger(page, at);
    const number = length === null || !isTable ? null : variableInteger(page, length[1]);
    if (length === null || (isTable && number === null)) return null;
    const payload = payloadAt(page, number?.[1] ?? length[1], length[0], isTable);
    const values = payload === null ? null : recordValues(payload);
    return values === null ? null : { rowId: number?.[0] ?? null, values };
  };

  function* cells(page: Buffer, head: number): Generator<number> {
    const isInside = (page[head] ?? 0) < INDEX_LEAF;
    const first = head + (isInside ? 12 : 8);
    const count = Math.min(page.readUInt16BE(head + 3), Math.floor((page.length - first) / 2));
    for (let cell = 0; cell < count; cell += 1) yield page.readUInt16BE(first + 2 * cell);
  }

  function* rows(root: number, losses: Losses): Generator<SalvagedRow> {
    // pages yet to come, the next one last; a row of an inner page stands between its children
    const ahead: (number | SalvagedRow)[] = [root];
    let isTable: boolean | null = null;
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (typeof next !== 'number') {
        yield next;
        continue;
      }
      const page = seen.has(next) ? null : pages.page(next);
      const head = next === 1 ? 100 : 0;
      const type = page?.[head] ?? 0;
      const fits = [INDEX_INSIDE, INDEX_LEAF].includes(type) ? isTable !== true : [TABLE_INSIDE, TABLE_LEAF].includes(type) && isTable !== false;
      if (page === null || !fits) {
        losses.pages += 1;
        continue;
      }
      seen.add(next);
      isTable ??= type === TABLE_INSIDE || type === TABLE_LEAF;
      if (type === TABLE_LEAF || type === INDEX_LEAF) {
        for (const at of cells(page, head)) {
          const row = rowAt(page, at, isTable);
          if (row === null) losses.rows += 1;
          else yield row;
        }
        continue;
      }
      const order: (number | SalvagedRow)[] = [];
      for (const at of cells(page, head)) {
        if (at + 4 > page.length) losses.pages += 1;
        else {
          order.push(page.readUInt32BE(at));
          if (isTable) continue;
          const row = rowAt(page, at + 4, false);
          if (row === null) losses.rows += 1;
          else order.push(row);
        }
      }
      order.push(page.readUInt32BE(head + 8));
      for (let position = order.length - 1; position >= 0; position -= 1) ahead.push(order[position] ?? 0);
    }
  }

  /** Pages that the file lists as free: what stands in them was deleted. */
  const freePages = (): Set<number> => {
    const free = new Set<number>();
    const first = pages.page(1);
    for (let trunk = first?.readUInt32BE(32) ?? 0; trunk !== 0 && !free.has(trunk);) {
      const page = pages.page(trunk);
      if (page === null) break;
      free.add(trunk);
      const count = Math.min(page.readUInt32BE(4), Math.floor(pages.usable / 4) - 2);
      for (let position = 0; position < count; position += 1) free.add(page.readUInt32BE(8 + 4 * position));
      trunk = page.readUInt32BE(0);
    }
    return free;
  };

  return {
    rows,
    *looseRows() {
      const free = freePages();
      for (let number = 2; number <= pages.count; number += 1) {
        if (seen.has(number) || free.has(number)) continue;
        const page = pages.page(number);
        if (page?.[0] !== TABLE_LEAF) continue;
        for (const at of cells(page, 0)) {
          const row = rowAt(page, at, true);
          if (row !== null) yield row;
        }
      }
    },
  };
}
