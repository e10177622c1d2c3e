import { describe, expect, it } from 'vitest';
import type { Report, ReportPage } from '../../../../src/domain/model/report.ts';
import { clientSafeReport } from '../../../../src/present/privacy/client-safe-report.ts';
import { guardedPage } from '../../../../src/present/privacy/guarded-page.ts';
import { madeUpReport } from '../../../support/made-up-report.ts';

const words = (text: string) => ({ text, byRule: text, edited: false, flag: null });
const [cover] = madeUpReport.pages;
const page = (given: Partial<ReportPage>): ReportPage => ({ ...(cover as ReportPage), blocks: [], figures: [], measure: '', unseen: '', notes: words(''), title: words('Titolo'), form: 'clear', ...given });
const guard = { withheld: [{ table: 'waits', row: 'Chi fa un complimento', written: ['7'] }, { table: 'waits', row: 'Chi fa un complimento', written: ['4 giorni e 17 ore'] }], floor: 10, neutralTitle: 'Ascolto', tableTitle: () => 'Attese', mode: 'drop' as const };

describe('a report for a client', () => {
  it('withholds, says how much, and is the same the second time', () => {
    const safe = clientSafeReport(madeUpReport, 'refuse');
    const waits = safe.tables.find(({ key }) => key === 'waits');
    // the count of the small row goes too: it is a number on four people
    expect(waits?.rows[5]?.slice(1)).toEqual(Array.from({ length: 5 }, () => ({ withheld: 'few-people' })));
    expect(waits?.rows[0]).toEqual(madeUpReport.tables[0]?.rows[0]);
    expect(safe.privacy).toEqual({ floor: 10, mergedTribes: 1, withheld: [{ table: 'waits', reason: 'few-people', cells: 5 }], quotes: 0, dropped: ['names', 'links', 'texts', 'exact-times', 'native-ids'] });
    expect(clientSafeReport(safe)).toEqual(safe);
  });
  it('leaves an analyst everything', () => {
    const report: Report = { ...madeUpReport, audience: 'analyst' };
    expect(clientSafeReport(report)).toBe(report);
  });
  it('takes numbers that tables withhold out of texts, in every way they are written', () => {
    const table = { ...(madeUpReport.tables[0] as Report['tables'][number]), people: [{ people: 4, loudest: 0.1, loudestThree: 0.2 }, ...Array.from({ length: 5 }, () => ({ people: 80, loudest: 0.1, loudestThree: 0.2 }))] };
    const report = { ...madeUpReport, tables: [table], pages: [page({ key: 'a', section: 'listening', title: words('Chi segnala aspetta 4 giorni e 18 ore'), blocks: [{ kind: 'bullets', place: 'main', heading: '', items: ['risposte entro un giorno: 21 su 100', 'resta'] }] })] };
    const [safe] = clientSafeReport(report).pages;
    expect(safe).toMatchObject({ form: 'too-few', title: { text: 'Divario d’ascolto', byRule: 'Divario d’ascolto' }, blocks: [{ items: ['resta'] }] });
    expect(() => clientSafeReport(report, 'refuse')).toThrow('withheld number on a page: a, title');
  });
});

describe('a guarded page', () => {
  it('replaces or leaves out each text that says a withheld number', () => {
    const chart = madeUpReport.pages.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'chart' && block.chart.table === 'waits');
    if (chart?.kind !== 'chart') throw new Error('no chart');
    const safe = guardedPage(page({
      title: words('Aspetta 4 giorni e 17 ore'), measure: 'media 4 giorni e 17 ore', notes: words('Dire 4 giorni e 17 ore'), unseen: '4 giorni e 17 ore',
      blocks: [
        { kind: 'bullets', place: 'main', heading: 'h', items: ['4 giorni e 17 ore'] }, { kind: 'paragraph', place: 'main', text: 'Sono 4 giorni e 17 ore.' },
        { kind: 'figures', place: 'main', items: [{ value: '4 giorni e 17 ore', label: 'a', detail: '' }, { value: '12', label: 'b', detail: '' }] }, { ...chart, chart: { ...chart.chart, alt: 'Il maggiore è 4 giorni e 17 ore' } },
      ],
    }), guard);
    expect(JSON.stringify(safe)).not.toContain('4 giorni e 17 ore');
    expect(safe.blocks).toMatchObject([{ kind: 'figures', items: [{ value: '12' }] }, { kind: 'chart', chart: { alt: 'Attese' } }]);
  });
  it('takes a short number for the withheld one only beside its row’s name, on a page that shows the table', () => {
    const shows = { kind: 'table', place: 'main', table: 'waits', columns: [], rows: 3 } as const;
    const of = (text: string, blocks: ReportPage['blocks']): string => guardedPage(page({ title: words(text), blocks }), guard).title.text;
    expect(of('Chi fa un complimento: 7 richieste', [shows])).toBe('Ascolto');
    expect(of('Chi fa un complimento: 17 richieste, 1.237, 7,5', [shows])).toBe('Chi fa un complimento: 17 richieste, 1.237, 7,5');
    expect(of('Nei 7 giorni contati', [shows])).toBe('Nei 7 giorni contati');
    expect(of('Chi fa un complimento: 7 richieste', [])).toBe('Chi fa un complimento: 7 richieste');
  });
  it('takes figures on too few out of the title, and keeps the page when nothing is wrong', () => {
    const figure = { key: 'gap', value: 3, low: 1, high: 5, n: 8, written: '3 su 8' };
    expect(guardedPage(page({ title: words('Promesse mantenute: 3 su 8'), figures: [figure] }), guard)).toMatchObject({ title: { text: 'Ascolto' }, form: 'too-few', figures: [] });
    const fine = page({ title: words('Promesse mantenute: 3 su 8'), figures: [{ ...figure, n: 80 }] });
    expect(guardedPage(fine, guard)).toEqual(fine);
  });
});
