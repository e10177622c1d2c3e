import { describe, expect, it } from 'vitest';
import { chartTableCsv } from '../../../../src/renderer/charts/chart-table.ts';

const table = (...cells: string[]) => ({ caption: 'c', columns: [{ key: 'a', label: 'Attesa' }, { key: 'b', label: 'Quota' }], rows: [cells] });

describe('chartTableCsv', () => {
  it('uses the separator asked for and a byte-order mark', () => {
    expect(chartTableCsv(table('2 giorni', '31'), ';')).toBe('\uFEFFAttesa;Quota\r\n2 giorni;31\r\n');
  });
  it('quotes separators, quotes and line breaks', () => {
    expect(chartTableCsv(table('a;b', 'say "no"\nnow'), ',')).toBe('\uFEFFAttesa,Quota\r\n"a;b","say ""no""\nnow"\r\n');
  });
  it('disarms formulas and leaves negative numbers', () => {
    expect(chartTableCsv(table('=1+1', '-3,5'), ';')).toContain("'=1+1;\"-3,5\"");
    expect(chartTableCsv(table('@cmd', '-cmd'), ',')).toContain("'@cmd,'-cmd");
  });
});
