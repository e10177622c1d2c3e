import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import Papa from 'papaparse';
import { rejectionsCsv } from '../../../../src/app/import/rejections-csv.ts';

describe('rejectionsCsv', () => {
  it.each([',', ';'] as const)('every raw row comes back by %j as it was, but for the apostrophe before what would be computed', (separator) => {
    fc.assert(fc.property(fc.array(fc.array(fc.oneof(fc.constantFrom(',', ';', '\t', '"', '""', '\n', '\r\n', '=', '@', '+', '-', "'", '\u00a0', '\ufeff', '\u200e', '\uff1d', 'ciao', '😡', '|', '\\'), fc.string({ maxLength: 4 }))).map((pieces) => pieces.join('')), { maxLength: 6 }), (raws) => {
      const rows = raws.map((raw, position) => ({ file: raw, part: raw, line: position + 1, code: 'broken-quote' as const, reason: raw, raw }));
      const text = rejectionsCsv(rows, { separator, withHeader: true });
      const read = Papa.parse<string[]>(text, { delimiter: separator, newline: '\r\n' }).data.slice(1, -1);
      expect(read.map((cells) => cells.length)).toEqual(raws.map(() => 6));
      read.forEach((cells, position) => {
        const raw = raws[position] ?? '';
        const isFormula = /^[\s\u00a0\ufeff\u200b-\u200f]*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/.test(raw);
        for (const at of [0, 1, 4, 5]) expect(cells[at]).toBe(isFormula ? `'${raw}` : raw);
        // whatever stands in the file, no cell begins as a formula does
        for (const cell of cells) expect(/^[\s\u00a0\ufeff\u200b-\u200f]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell), JSON.stringify(cell)).toBe(false);
      });
    }), { numRuns: 300 });
  });
  it('is read back whole by another reader', () => {
    const raw = '2;"testo con ""virgolette""\ne a capo, 😡";più';
    const text = rejectionsCsv([{ file: 'a.zip', part: 'b.csv', line: 7, code: 'wrong-column-count', reason: '3 cells instead of 5', raw }, { file: 'a.zip', part: null, line: 9, code: 'empty-row', reason: '', raw: null }], { separator: ';', withHeader: true });
    expect(Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true }).data).toEqual([['file', 'part', 'line', 'code', 'reason', 'raw'], ['a.zip', 'b.csv', '7', 'wrong-column-count', '3 cells instead of 5', raw], ['a.zip', '', '9', 'empty-row', '', '']]);
    expect(rejectionsCsv([], { separator: ',', withHeader: false })).toBe('');
  });
});
