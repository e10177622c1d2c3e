import { describe, expect, it } from 'vitest';
import { columnHeadings } from '../../../../src/present/sheets/column-headings.ts';
import { plainFileNames, sheetNames } from '../../../../src/present/sheets/sheet-names.ts';
import { madeUpReport } from '../../../support/made-up-report.ts';

describe('names of sheets', () => {
  it('are short, plain and different whatever the case', () => {
    const long = 'Attesa media fino alla prima risposta per motivo';
    expect(sheetNames(['Attese', 'attese', "'a/b[c]:*?\\d'", '', 'History', 'Cronologia', 'Leggimi', long, long], ['Leggimi'])).toEqual(['Attese', 'attese 2', 'a b c d', '-', 'History 2', 'Cronologia 2', 'Leggimi 2', 'Attesa media fino alla prima ri', 'Attesa media fino alla prima 2']);
    for (const name of sheetNames(Array.from({ length: 120 }, () => `😡${long}`), [])) expect(name.length).toBeLessThanOrEqual(31);
    expect(new Set(sheetNames(Array.from({ length: 120 }, () => long), []))).toHaveProperty('size', 120);
    // the half of a pair that the limit would leave is dropped
    expect(sheetNames([`${'a'.repeat(30)}😡`], [])).toEqual(['a'.repeat(30)]);
  });
  it('become files of plain letters', () => {
    expect(plainFileNames(['Tribù per valore', 'tribu per valore', '…'], ['table'])).toEqual(['tribu-per-valore', 'tribu-per-valore-2', 'table-2']);
  });
});

describe('headings', () => {
  it('are all different: limits are named by what they limit, waits say hours', () => {
    const [waits, curves] = madeUpReport.tables;
    expect(columnHeadings(waits ?? { columns: [] }, 'it')).toEqual(['Motivo', 'Richieste', 'Attesa media (ore)', 'Da (ore)', 'A (ore)', 'Entro 24 ore']);
    expect(columnHeadings(curves ?? { columns: [] }, 'it').slice(0, 5)).toEqual(['Ore', 'Chi segnala un problema', 'Chi segnala un problema – Da', 'Chi segnala un problema – A', 'Chi fa una domanda']);
  });
});
