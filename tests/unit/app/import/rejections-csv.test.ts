import { describe, expect, it } from 'vitest';
import Papa from 'papaparse';
import { csvCell, rejectionsCsv } from '../../../../src/app/import/rejections-csv.ts';

describe('csvCell', () => {
  it.each(['=1+1', '+39 333', '-5', '@anna', ' \u00a0=1', '\ufeff=1', '\t=1', '\r=1', '\0=1', '\uff1d1', '\uff0b1', '\uff0d1', '\uff20a'])('stops %j from being computed', (text) => expect(csvCell(text)).toBe(`"'${text}"`));
  it('leaves other texts as they are, quoted', () => {
    expect(csvCell('dice "ciao"')).toBe('"dice ""ciao"""');
    expect(csvCell('')).toBe('""');
    expect(csvCell('a=1')).toBe('"a=1"');
  });
});

describe('rejectionsCsv', () => {
  it('is read back whole by another reader', () => {
    const raw = '2;"testo con ""virgolette""\ne a capo, 😡";più';
    const text = rejectionsCsv([{ file: 'a.zip', part: 'b.csv', line: 7, code: 'wrong-column-count', reason: '3 cells instead of 5', raw }, { file: 'a.zip', part: null, line: 9, code: 'empty-row', reason: '', raw: null }], { separator: ';', withHeader: true });
    expect(Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true }).data).toEqual([['file', 'part', 'line', 'code', 'reason', 'raw'], ['a.zip', 'b.csv', '7', 'wrong-column-count', '3 cells instead of 5', raw], ['a.zip', '', '9', 'empty-row', '', '']]);
    expect(rejectionsCsv([], { separator: ',', withHeader: false })).toBe('');
  });
});
