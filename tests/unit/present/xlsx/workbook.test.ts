import { read, type WorkBook } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../src/domain/model/report.ts';
import { inertText } from '../../../../src/domain/wording/csv-cell.ts';
import { printableText } from '../../../../src/present/printable-text.ts';
import { columnHeadings } from '../../../../src/present/sheets/column-headings.ts';
import { cellWriter } from '../../../../src/domain/wording/written-cell.ts';
import { workbook } from '../../../../src/present/xlsx/workbook.ts';
import { awkwardTexts, wouldCompute } from '../../../support/awkward-texts.ts';
import { madeUpReport } from '../../../support/made-up-report.ts';

const opened = (bytes: Uint8Array): WorkBook => read(bytes, { type: 'array', cellNF: true, cellDates: false, cellFormula: true });
const cellOf = (book: WorkBook, sheet: string, row: number, column: number): { t: string; v?: unknown; f?: string; z?: unknown } | undefined => {
  const rows = book.Sheets[sheet]?.['!data'] as ({ t: string; v?: unknown } | undefined)[][] | undefined;
  return rows === undefined ? (book.Sheets[sheet]?.[`${String.fromCharCode(65 + column)}${String(row + 1)}`] as { t: string; v?: unknown } | undefined) : rows[row]?.[column];
};
/** Days since the epoch of spreadsheets. */
const serial = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;

describe('workbook', () => {
  it('holds every cell of every table as another program reads it, to the digit', async () => {
    const book = opened(await workbook(madeUpReport));
    expect(book.SheetNames).toEqual(['Leggimi', 'Attese', 'Curve', 'Tribù', 'Mesi', 'Dizionario']);
    const words = cellWriter({ language: 'it', timeZone: 'Europe/Rome', floor: 10 });
    let [numbers, texts, dates] = [0, 0, 0];
    for (const [at, table] of madeUpReport.tables.entries()) {
      const sheet = book.SheetNames[at + 1] ?? '';
      expect(table.columns.map((_, column) => cellOf(book, sheet, 0, column)?.v)).toEqual(columnHeadings(table, 'it'));
      for (const [row, cells] of table.rows.entries()) {
        for (const [column, value] of cells.entries()) {
          const read = cellOf(book, sheet, row + 1, column);
          const kind = table.columns[column]?.kind ?? 'text';
          if (typeof value === 'number') {
            expect(read?.t).toBe('n');
            expect(read?.v).toBe(kind === 'seconds' ? value / 3600 : value);
            if (kind === 'share') expect(read?.z).toBe('0.0 %');
            numbers += 1;
          } else if (typeof value === 'string' && kind === 'month') {
            expect(read).toMatchObject({ t: 'n', v: serial(`${value}-01`) });
            dates += 1;
          } else if (typeof value === 'string') {
            expect(read).toMatchObject({ t: 's', v: inertText(value) });
            texts += 1;
          } else if (value !== null) expect(read).toMatchObject({ t: 's', v: words(value, { kind }) });
        }
      }
    }
    // waits: 6 rows of 5 numbers less the 4 withheld; curves 29 of 10; tribes 4 of 4; months 12 of 2
    expect([numbers, texts, dates]).toEqual([26 + 290 + 16 + 24, 6 + 4, 12]);
  });

  it('says first what it is, what the data do not see and what was left out, and defines every column', async () => {
    const book = opened(await workbook(madeUpReport));
    const first = Object.values(book.Sheets['Leggimi'] ?? {}).map((cell: { v?: unknown }) => cell.v).filter((value) => typeof value === 'string').join('\n');
    for (const said of ['Le tribù di Caffè Aurora', '1 luglio 2026', '318 messaggi con data solo approssimata', 'Nessun numero su meno di 10 persone.', 'Attesa media per motivo: 4 celle omesse (troppo poche persone).', 'Attese: Attesa media per motivo']) expect(first).toContain(said);
    const dictionary = book.Sheets['Dizionario'] ?? {};
    const columns = madeUpReport.tables.reduce((sum, table) => sum + table.columns.length, 0);
    expect(Object.keys(dictionary).filter((place) => /^C\d+$/u.test(place))).toHaveLength(columns + 1);
    const row = Object.entries(dictionary).find(([, cell]) => (cell as { v?: unknown }).v === 'Attesa media (ore)')?.[0].slice(1) ?? '';
    expect(['A', 'E', 'F', 'G', 'H'].map((letter) => (dictionary[`${letter}${row}`] as { v?: unknown } | undefined)?.v)).toEqual(['Attese', 'ore', 'restricted-mean-wait', 1, madeUpReport.definitions[0]?.definition]);
  });

  it('holds texts that would compute as inert strings, and no formula, link or outside part at all', async () => {
    const table = { key: 't', name: '=1+1', title: '@t', note: '', additive: false, people: null, columns: [{ key: 'a', label: '=SUM(A1)', kind: 'text' as const, meaning: '+x', metric: null }, { key: 'b', label: 'n', kind: 'number' as const, meaning: '', metric: null }], rows: awkwardTexts.map((text) => [text, -5] as const) };
    const report: Report = { ...madeUpReport, title: '=cmd', agency: '@a\u0000', tables: [table] };
    const bytes = await workbook(report);
    const book = opened(bytes);
    const sheet = book.SheetNames[1] ?? '';
    for (const [at, text] of awkwardTexts.entries()) {
      const read = cellOf(book, sheet, at + 1, 0);
      expect(read?.t).toBe('s');
      expect(read?.v).toBe(inertText(printableText(text)));
      expect(cellOf(book, sheet, at + 1, 1)).toMatchObject({ t: 'n', v: -5 });
    }
    const cells = book.SheetNames.flatMap((name) => Object.entries(book.Sheets[name] ?? {}).filter(([place]) => !place.startsWith('!')).map(([, cell]) => cell as { t: string; v?: unknown; f?: string; l?: unknown }));
    expect(cells.filter(({ f, l }) => f !== undefined || l !== undefined)).toEqual([]);
    expect(cells.filter(({ v }) => typeof v === 'string' && wouldCompute(v))).toEqual([]);
    for (const [name, part] of Object.entries(unzipSync(bytes))) {
      const xml = strFromU8(part);
      expect(xml, name).not.toMatch(/<f[ >]|<hyperlink|TargetMode="External"/u);
      expect(xml, name).not.toContain('\u0000');
    }
  });

  it('names the agency and the day of the report, and is the same the second time', async () => {
    const [one, other] = [await workbook(madeUpReport), await workbook(madeUpReport)];
    expect(Buffer.compare(one, other)).toBe(0);
    const core = strFromU8(unzipSync(one)['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('Studio Tribuna');
    expect(core.match(/2026-07-01T00:00:00/gu)).toHaveLength(2);
  });

  it('cuts what no cell holds, and writes an empty report', async () => {
    const long = { ...madeUpReport, tables: [{ key: 't', name: 'T', title: '', note: '', additive: false, people: null, columns: [{ key: 'a', label: 'a', kind: 'text' as const, meaning: '', metric: null }], rows: [['x'.repeat(40_000)]] }] };
    expect((cellOf(opened(await workbook(long)), 'T', 1, 0)?.v as string).length).toBe(32_767);
    expect(opened(await workbook({ ...madeUpReport, language: 'en', tables: [], pages: [] })).SheetNames).toEqual(['Read me', 'Dictionary']);
  });
});
