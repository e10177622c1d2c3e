import { describe, expect, it } from 'vitest';
import { chartTableCsv } from '../../../../src/renderer/charts/chart-table.ts';

const table = (...cells: string[]) => ({ caption: 'c', columns: [{ key: 'a', label: 'Attesa' }, { key: 'b', label: 'Quota' }], rows: [cells] });

describe('chartTableCsv', () => {
  it('uses the separator asked for, with a byte-order mark before semicolons', () => {
    expect(chartTableCsv(table('2 giorni', '31'), { separator: ';', language: 'it' })).toBe('\uFEFFAttesa;Quota\r\n2 giorni;31\r\n');
  });
  it('quotes separators, quotes and line breaks', () => {
    expect(chartTableCsv(table('a;b', 'say "no"\nnow'), { separator: ',', language: 'en' })).toBe('Attesa,Quota\r\n"a;b","say ""no""\nnow"\r\n');
  });
  it('disarms formulas and leaves negative numbers', () => {
    expect(chartTableCsv(table('=1+1', '-3,5'), { separator: ';', language: 'it' })).toContain("'=1+1;\"-3,5\"");
    expect(chartTableCsv(table('@cmd', '-cmd'), { separator: ',', language: 'en' })).toContain("'@cmd,'-cmd");
  });
  it('writes the numbers of one language as the file of another expects them', () => {
    expect(chartTableCsv(table('2,5 h', '1.234,5'), { separator: ',', language: 'it' })).toBe('Attesa,Quota\r\n"2,5 h","1,234.5"\r\n');
  });
});
