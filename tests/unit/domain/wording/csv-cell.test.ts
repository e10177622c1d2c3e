import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvCell, inertText, plainCell } from '../../../../src/domain/wording/csv-cell.ts';

describe('csvCell', () => {
  it.each(['=1+1', '+39 333', '-5', '@anna', ' \u00a0=1', '\ufeff=1', '\t=1', '\r=1', '\n=1', '\0=1', '\uff1d1', '\uff0b1', '\uff0d1', '\uff20a', '\u200b=1', '\u2060=1', '\u00ad=1', '\u0001=1'])('stops %j from being computed', (text) => expect(csvCell(text)).toBe(`"'${text}"`));
  it('leaves other texts as they are, quoted', () => {
    expect(csvCell('dice "ciao"')).toBe('"dice ""ciao"""');
    expect(csvCell('')).toBe('""');
    expect(csvCell('a=1')).toBe('"a=1"');
  });
  it('is read back by another reader as what it was, whatever it is', () => {
    const piece = fc.oneof(fc.constantFrom(',', ';', '"', '\n', '\r\n', '=', '@', '+', '-', "'", '\u00a0', '\ufeff', '\uff1d', '\0'), fc.string({ unit: 'binary', maxLength: 2 }));
    fc.assert(fc.property(fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')), (text) => {
      const read = Papa.parse<string[]>(`a;${csvCell(text)};b\r\n`, { delimiter: ';', newline: '\r\n' }).data[0]?.[1] ?? '';
      expect(read).toBe(inertText(text));
      expect(/^[\s\u00a0\ufeff\u200b-\u200f]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(read)).toBe(false);
    }));
  });
});

describe('plainCell', () => {
  it('takes back the apostrophe and no other', () => {
    for (const text of ['=1+1', '\t=1', '\uff20a', "'tis", 'ciao', '', "'"]) expect(plainCell(inertText(text))).toBe(text);
  });
});
