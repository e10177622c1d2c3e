import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../src/domain/model/report.ts';
import { inertText } from '../../../../src/domain/wording/csv-cell.ts';
import { csvArchive } from '../../../../src/present/csv/csv-archive.ts';
import { printableText } from '../../../../src/present/printable-text.ts';
import { cellWriter } from '../../../../src/domain/wording/written-cell.ts';
import { awkwardTexts, wouldCompute } from '../../../support/awkward-texts.ts';
import { madeUpReport } from '../../../support/made-up-report.ts';

const parts = (report: Report): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(csvArchive(report))).map(([name, bytes]) => [name, strFromU8(bytes)]));
const rowsOf = (text: string, delimiter: string): string[][] => Papa.parse<string[]>(text, { delimiter, newline: '\r\n', skipEmptyLines: true }).data;
const FILES = ['attese.csv', 'curve.csv', 'tribu.csv', 'mesi.csv'];

describe('archive of tables', () => {
  it.each([['it', ';', ','], ['en', ',', '.']] as const)('in %s holds every cell as another reader reads it', (language, separator, point) => {
    const report = { ...madeUpReport, language };
    const [files, bytes] = [parts(report), unzipSync(csvArchive(report))];
    expect(Object.keys(files)).toEqual([...(language === 'it' ? ['leggimi.txt', 'dizionario.csv'] : ['read-me.txt', 'dictionary.csv']), ...FILES]);
    const words = cellWriter({ language, timeZone: 'Europe/Rome', floor: 10 });
    for (const [at, table] of report.tables.entries()) {
      const text = files[FILES[at] ?? ''] ?? '';
      expect(bytes[FILES[at] ?? '']?.subarray(0, 3).join() === '239,187,191').toBe(language === 'it');
      const [head, ...rows] = rowsOf(text, separator);
      expect(head).toHaveLength(table.columns.length);
      expect(rows).toHaveLength(table.rows.length);
      for (const [row, cells] of table.rows.entries()) {
        for (const [column, value] of cells.entries()) {
          const read = rows[row]?.[column] ?? '';
          const kind = table.columns[column]?.kind ?? 'text';
          if (typeof value === 'number') {
            expect(read).toMatch(point === ',' ? /^-?[\d,]+$/u : /^-?[\d.]+$/u);
            const number = Number(read.replace(',', '.')) * (kind === 'seconds' ? 3600 : 1);
            expect(Math.abs(number - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-11);
          } else if (value !== null) expect(read).toBe(typeof value === 'string' ? inertText(value) : words(value, { kind }));
        }
      }
    }
  });

  it('keeps texts inert and numbers below zero numbers', () => {
    const table = { key: 't', name: 'T', title: 't', note: '', additive: false, people: null, columns: [{ key: 'a', label: '=a', kind: 'text' as const, meaning: '@m', metric: null }, { key: 'b', label: 'b', kind: 'points' as const, meaning: '', metric: null }], rows: awkwardTexts.map((text) => [text, -1.5] as const) };
    for (const [language, separator, minus] of [['it', ';', '-1,5'], ['en', ',', '-1.5']] as const) {
      const files = parts({ ...madeUpReport, language, tables: [table] });
      const [head, ...rows] = rowsOf(files['t.csv'] ?? '', separator);
      expect(head).toEqual(["'=a", 'b']);
      expect(rows.map(([text]) => text)).toEqual(awkwardTexts.map((text) => inertText(printableText(text))));
      expect(rows.filter(([text]) => wouldCompute(text ?? ''))).toEqual([]);
      expect(new Set(rows.map(([, number]) => number))).toEqual(new Set([minus]));
    }
  });

  it('gives the same bytes the second time, dated on one fixed day', () => {
    const bytes = csvArchive(madeUpReport);
    expect(Buffer.compare(bytes, csvArchive(madeUpReport))).toBe(0);
    // day and time of the first entry as a zip keeps them: 1 January 1980, midnight
    expect([...bytes.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  it('explains every column and how cells are read', () => {
    const files = parts(madeUpReport);
    expect(rowsOf(files['dizionario.csv'] ?? '', ';')).toHaveLength(1 + madeUpReport.tables.reduce((sum, { columns }) => sum + columns.length, 0));
    expect(files['leggimi.txt']).toContain('Le attese sono in ore');
    expect(files['leggimi.txt']).toContain('attese.csv: Attesa media per motivo');
  });
});
