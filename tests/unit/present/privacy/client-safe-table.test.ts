import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportCell, ReportCellKind, ReportTable, RowPeople } from '../../../../src/domain/model/report.ts';
import { clientSafeTable, clientSafeTables } from '../../../../src/present/privacy/client-safe-table.ts';
import { isWithheld } from '../../../../src/domain/wording/written-cell.ts';

const FEW = { withheld: 'few-people' } as const;
const COMPLEMENT = { withheld: 'complement' } as const;
const group = (people: number, loudest = 0.1, loudestThree = 0.2): RowPeople => ({ people, loudest, loudestThree });
const table = (kinds: readonly ReportCellKind[], rows: readonly (readonly ReportCell[])[], people: readonly (RowPeople | null)[], additive = true): ReportTable => ({
  key: 't', name: 'T', title: 'T', note: '', additive, people, rows,
  columns: kinds.map((kind, at) => ({ key: `c${String(at)}`, label: `c${String(at)}`, kind, meaning: '', metric: at === 0 ? null : `m${String(at)}` })),
});

/** True when the unknown at a place is fixed by linear equations: its unit vector lies in their row space. Gaussian elimination. */
function isDetermined(equations: readonly (readonly number[])[], unknown: number): boolean {
  const width = equations[0]?.length ?? 0;
  const rank = (given: readonly (readonly number[])[]): number => {
    const rows = given.map((row) => [...row]);
    let found = 0;
    for (let column = 0; column < width; column += 1) {
      const pivot = rows.findIndex((row, at) => at >= found && Math.abs(row[column] ?? 0) > 1e-9);
      if (pivot === -1) continue;
      [rows[found], rows[pivot]] = [rows[pivot] ?? [], rows[found] ?? []];
      const head = rows[found] ?? [];
      for (const [at, row] of rows.entries()) {
        if (at === found) continue;
        const factor = (row[column] ?? 0) / (head[column] ?? 1);
        for (let place = column; place < width; place += 1) row[place] = (row[place] ?? 0) - factor * (head[place] ?? 0);
      }
      found += 1;
    }
    return found;
  };
  return rank(equations) === rank([...equations, Array.from({ length: width }, (_, at) => (at === unknown ? 1 : 0))]);
}

describe('a table for a client', () => {
  it('withholds measures of rows on too few people, keeps names, and takes the next smallest row along', () => {
    const given = table(['text', 'count', 'points', 'seconds'], [['A', 4, 12.5, 60], ['B', 30, 80, 90], ['C', 14, 40, 70], ['D', 200, 900, 50]], [group(4), group(30), group(14), group(200)]);
    expect(clientSafeTable(given, 10).rows).toEqual([['A', FEW, FEW, FEW], ['B', 30, 80, 90], ['C', COMPLEMENT, COMPLEMENT, 70], ['D', 200, 900, 50]]);
    expect(clientSafeTable({ ...given, additive: false }, 10).rows).toEqual([['A', FEW, FEW, FEW], ...given.rows.slice(1)]);
  });
  it('goes on until those left out are enough people together', () => {
    const given = table(['text', 'count'], [['A', 3], ['B', 4], ['C', 25], ['D', 90]], [group(3), group(4), group(25), group(90)]);
    // 3 + 4 = 7 people: their sum alone would be a number on seven
    expect(clientSafeTable(given, 10).rows).toEqual([['A', FEW], ['B', FEW], ['C', COMPLEMENT], ['D', 90]]);
    const many = table(['text', 'count'], [['A', 6], ['B', 7], ['C', 25]], [group(6), group(7), group(25)]);
    expect(clientSafeTable(many, 10).rows).toEqual([['A', FEW], ['B', FEW], ['C', 25]]);
  });
  it('withholds what one or three people make, but not how many people there are', () => {
    const given = table(['text', 'count', 'count'], [['A', 40, 500], ['B', 40, 500], ['C', 40, 500], ['D', 40, 300]], [group(40, 0.51), group(40, 0.4, 0.81), group(40, 0.5, 0.8), group(40, 0.1, 0.2)], false);
    const DOMINANCE = { withheld: 'dominance' };
    expect(clientSafeTable(given, 10).rows).toEqual([['A', 40, DOMINANCE], ['B', 40, DOMINANCE], ['C', 40, 500], ['D', 40, 300]]);
  });
  it('gives shares from thirty cases on, and leaves the count', () => {
    const given = table(['text', 'count', 'share'], [['A', 29, 0.5], ['B', 30, 0.5]], [group(20), group(20)], false);
    expect(clientSafeTable(given, 10).rows).toEqual([['A', 29, FEW], ['B', 30, 0.5]]);
  });
  it('leaves rows of the brand and tables of no groups as they are', () => {
    const brand = table(['text', 'count', 'share'], [['ascolto', 3, 0.1], ['presenza', 12, 0.9]], [null, null]);
    expect(clientSafeTable(brand, 10).rows).toEqual(brand.rows);
  });
  it('does not take the total for a row to hide', () => {
    const given = table(['text', 'count'], [['A', 4], ['B', 30], ['Tutti', 34]], [group(4), group(30), group(34)]);
    expect(clientSafeTable(given, 10).rows).toEqual([['A', FEW], ['B', COMPLEMENT], ['Tutti', 34]]);
  });
  it('withholds a number wherever it stands, so that no table gives back what another hides', () => {
    const first = table(['text', 'count'], [['A', 4], ['B', 14], ['C', 90]], [group(4), group(14), group(90)]);
    const second = { ...table(['text', 'count'], [['B', 14], ['C', 90]], [group(14), group(90)], false), key: 'u' };
    expect(clientSafeTables([first, second], 10)[1]?.rows).toEqual([['B', COMPLEMENT], ['C', 90]]);
  });

  it('never lets a withheld cell be worked out from the others and the totals', () => {
    const row = fc.record({ people: fc.integer({ min: 1, max: 40 }), one: fc.integer({ min: 0, max: 60 }), other: fc.integer({ min: 0, max: 60 }), loudest: fc.constantFrom(0.1, 0.6) });
    fc.assert(fc.property(fc.array(row, { minLength: 2, maxLength: 7 }), fc.boolean(), (rows, withTotalColumn) => {
      const cells = rows.map(({ one, other, people }, at) => [`R${String(at)}`, people, one, other, ...(withTotalColumn ? [one + other] : [])]);
      const given = table(['text', 'count', 'count', 'points', ...(withTotalColumn ? ['count' as const] : [])], cells, rows.map(({ people, loudest }) => group(people, loudest)));
      const safe = clientSafeTable(given, 10).rows;
      const width = cells[0]?.length ?? 0;
      const unknowns = safe.flatMap((line, at) => line.flatMap((cell, column) => (cell !== null && isWithheld(cell) ? [[at, column] as const] : [])));
      if (unknowns.length === 0) return;
      const place = (at: number, column: number): number => unknowns.findIndex(([line, head]) => line === at && head === column);
      const empty = (): number[] => unknowns.map(() => 0);
      const equations: number[][] = [];
      // whoever reads knows the total of every column
      for (let column = 1; column < width; column += 1) {
        const equation = empty();
        for (const at of safe.keys()) if (place(at, column) !== -1) equation[place(at, column)] = 1;
        equations.push(equation);
        // and that nothing is negative: a rest of nought would say all
        const hidden = unknowns.filter(([, head]) => head === column);
        const rest = hidden.reduce((sum, [at]) => sum + (cells[at]?.[column] as number), 0);
        const others = cells.filter((line, at) => !hidden.some(([hiddenLine]) => hiddenLine === at) && (line[column] as number) > 0);
        if (hidden.length > 0 && others.length > 0 && !withTotalColumn) expect(rest).toBeGreaterThan(0);
        // what the rest gives is a number on enough people, or nobody else is left
        const people = hidden.reduce((sum, [at]) => sum + (rows[at]?.people ?? 0), 0);
        if (hidden.length > 0 && hidden.length < rows.length - 1) expect(people).toBeGreaterThanOrEqual(10);
      }
      // and that the last column is the sum of the two before it
      if (withTotalColumn) for (const at of safe.keys()) {
        const equation = empty();
        for (const [column, weight] of [[2, 1], [3, 1], [4, -1]] as const) if (place(at, column) !== -1) equation[place(at, column)] = weight;
        equations.push(equation);
      }
      for (const unknown of unknowns.keys()) expect(isDetermined(equations, unknown)).toBe(false);
    }), { numRuns: 200, seed: 7 });
  });
});
