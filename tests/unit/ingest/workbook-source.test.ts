import { utils, write, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { dayText } from '../../../src/ingest/sheet-rows.ts';
import { isDateFormat } from '../../../src/ingest/workbook-parts.ts';
import { forgedZip } from '../../support/forged-zip.ts';
import { readFiles } from '../../support/ingest.ts';

const HEADER = ['ID', 'Testo', 'Autore', 'Data', 'Mi piace'];

function bookOf(sheets: Readonly<Record<string, WorkSheet>>): WorkBook {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return book;
}

function bytesOf(book: WorkBook): Buffer {
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

function sheetOf(rows: readonly (readonly unknown[])[]): WorkSheet {
  return utils.aoa_to_sheet(rows.map((row) => [...row]), { UTC: true });
}

describe('workbooks', () => {
  test('cells of every type become what they say', async () => {
    const sheet = sheetOf([HEADER, ['a1', 'Perché, "così"?\nEh', 'Anna', new Date('2026-03-02T09:30:00Z'), 1234], ['a2', true, 'Ugo', new Date('2026-03-03T00:00:00Z'), '12.4K']]);
    const { messages, rejected } = await readFiles([['x.xlsx', bytesOf(bookOf({ Dati: sheet }))]], { timeZone: 'Europe/Rome' });
    expect(rejected).toEqual([]);
    expect(messages).toMatchObject([
      { nativeId: 'a1', text: 'Perché, "così"?\nEh', likes: 1234, createdAtMs: Date.UTC(2026, 2, 2, 8, 30), precision: 's' },
      { nativeId: 'a2', text: 'true', likes: 12_400, createdAtMs: Date.UTC(2026, 2, 2, 23), precision: 'day' },
    ]);
  });
  test('formulas count by their stored result and are never computed, errors are empty', async () => {
    const sheet = sheetOf([HEADER, ['a1', 'x', 'Anna', '2026-03-02', null], ['a2', 'y', 'Ugo', '2026-03-03', null]]);
    sheet['E2'] = { t: 'n', f: 'SUM(2,2)', v: 9 };
    sheet['E3'] = { t: 'e', v: 0x07 };
    sheet['!ref'] = 'A1:E3';
    const { messages } = await readFiles([['x.xlsx', bytesOf(bookOf({ Dati: sheet }))]]);
    expect(messages.map(({ likes }) => likes)).toEqual([9, null]);
  });
  test('ids kept as numbers have lost digits: they are not used', async () => {
    const ids = [570306133677760000, 570306133677761000, 570306133677762000];
    const { messages } = await readFiles([['x.xlsx', bytesOf(bookOf({ Dati: sheetOf([HEADER, ...ids.map((id) => [id, 'ciao', 'Anna', '2026-03-02', 1])]) }))]]);
    expect(messages.map(({ nativeId }) => nativeId.startsWith('row:'))).toEqual([true, true, true]);
    const short = await readFiles([['x.xlsx', bytesOf(bookOf({ Dati: sheetOf([HEADER, [123456789012345, 'ciao', 'Anna', '2026-03-02', 1]]) }))]]);
    expect(short.messages[0]?.nativeId).toBe('123456789012345');
  });
  test('every visible sheet is a table of its own, hidden ones are left out', async () => {
    const book = bookOf({ Uno: sheetOf([HEADER, ['a1', 'x', 'Anna', '2026-03-02', 1]]), Nascosto: sheetOf([HEADER, ['h1', 'no', 'Anna', '2026-03-02', 1]]), Due: sheetOf([HEADER, ['b1', 'y', 'Ugo', '2026-03-02', 1]]), Vuoto: sheetOf([]) });
    book.Workbook = { Sheets: [{ name: 'Uno' }, { name: 'Nascosto', Hidden: 1 }, { name: 'Due' }, { name: 'Vuoto' }] };
    const { messages, formats, unread } = await readFiles([['x.xlsx', bytesOf(book)]]);
    expect(unread).toMatchObject([{ name: 'x.xlsx / Nascosto', reason: 'the sheet is hidden: show it in the workbook to import it' }]);
    expect(Object.keys(formats).sort()).toEqual(['x.xlsx / Due', 'x.xlsx / Uno']);
    expect(messages.map(({ nativeId }) => nativeId).sort()).toEqual(['a1', 'b1']);
  });
  test('a sheet of which no column is known can be mapped', async () => {
    const bytes = bytesOf(bookOf({ Note: sheetOf([['a', 'b'], [1, 2]]), Dati: sheetOf([['Chi', 'Cosa'], ['Anna', 'perché no?'], ['Ugo', 'sì'], ['Tea', 'boh']]) }));
    const { messages, formats } = await readFiles([['x.xlsx', bytes]], { mapping: { columns: { Chi: 'author', Cosa: 'text' } } });
    expect(formats).toEqual({ 'x.xlsx / Dati': 'csv' });
    expect(messages.map(({ text }) => text)).toEqual(['perché no?', 'sì', 'boh']);
  });
  test('lines are rows of the sheet, titles above the header and empty rows among them', async () => {
    const { messages, rejected } = await readFiles([['x.xlsx', bytesOf(bookOf({ Dati: sheetOf([['Report di marzo'], [], HEADER, ['a1', 'x', 'Anna', '2026-03-02', 1], [], [], ['a2', 'y', 'Ugo', '', 1]]) }))]]);
    expect(messages.map(({ line }) => line)).toEqual([4]);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([[7, 'missing-time']]);
  });
  test('a sheet that claims many thousands of rows holds those that are filled', async () => {
    const sheet = sheetOf([HEADER, ['a1', 'x', 'Anna', '2026-03-02', 1]]);
    sheet['!ref'] = 'A1:E60000';
    const { messages, rejected } = await readFiles([['x.xlsx', bytesOf(bookOf({ Dati: sheet }))]]);
    expect([messages.length, rejected.length]).toEqual([1, 0]);
  });
  test('parts that other programs write differently say the same', async () => {
    const parts = {
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<x:workbook xmlns:x="m" xmlns:rel="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="Dati" rel:id="R7"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="R7" Type="a/worksheet" Target="/xl/worksheets/./x/../foglio.xml"/></Relationships>',
      'xl/styles.xml': '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-410]dd\\/mm\\/yyyy hh:mm"/><numFmt numFmtId="171" formatCode="0.0&quot; mesi&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
      'xl/sharedStrings.xml': '<sst><si><r><t>perché </t></r><r><t xml:space="preserve">no? </t></r><rPh sb="0" eb="1"><t>kana</t></rPh></si><si><t>a_x000D_b</t></si></sst>',
      'xl/worksheets/foglio.xml': `<x:worksheet xmlns:x="m"><x:sheetData><x:row>${['id', 'text', 'author', 'date', 'likes'].map((name) => `<x:c t="inlineStr"><x:is><x:t>${name}</x:t></x:is></x:c>`).join('')}</x:row><x:row r="3"><x:c r="A3" t="str"><x:v>a1</x:v></x:c><x:c r="B3" t="s"><x:v>0</x:v></x:c><x:c r="D3" s="1"><x:v>44621.5</x:v></x:c><x:c r="E3" s="2"><x:v>12</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    };
    const { messages } = await readFiles([['x.xlsx', forgedZip(Object.entries(parts).map(([name, content]) => ({ name, content })))]], { timeZone: 'UTC' });
    expect(messages).toMatchObject([{ nativeId: 'a1', text: 'perché no? ', author: null, createdAtMs: Date.UTC(2026, 2, 2, 12), likes: 12, line: 3 }]);
  });
  test.each([['dd/mm/yyyy', true], ['[h]:mm:ss', true], ['mmm-yy', true], ['General', false], ['0.00', false], ['#,##0 "giorni"', false], ['[Red]0', false], ['[$-410]0', false], ['0\\d', false], ['_-* #,##0_-', false], ['@', false], ['', false]])('the format %s of a cell: a date %s', (code, isDate) => expect(isDateFormat(code)).toBe(isDate));
  test('days and lengths of time', () => {
    expect([dayText(46_083.395_833_333, false), dayText(46_083, false), dayText(44_621, true), dayText(0.5, false), dayText(1.25, false), dayText(-1, false), dayText(Number.NaN, false), dayText(1e9, false)]).toEqual(['2026-03-02 09:30:00', '2026-03-02', '2026-03-02', '12:00:00', '30:00:00', null, null, null]);
  });
  test('a damaged workbook is refused in words', async () => {
    const bytes = bytesOf(bookOf({ Dati: sheetOf([HEADER]) }));
    await expect(readFiles([['x.xlsx', bytes.subarray(0, bytes.length - 200)]])).rejects.toMatchObject({ code: 'unreadable-file' });
  });
});
