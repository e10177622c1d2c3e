import { describe, expect, test } from 'vitest';
import type { Report, ReportPage } from '../../../../src/domain/model/report.ts';
import { htmlReport } from '../../../../src/present/html/html-report.ts';
import { escaped } from '../../../../src/present/html/escaped.ts';
import { DENSITIES, pagePlan, roomForBlocks } from '../../../../src/present/html/page-plan.ts';
import { cellWriter } from '../../../../src/domain/wording/written-cell.ts';
import { madeUpReport } from '../../../support/made-up-report.ts';

const tables = new Map(madeUpReport.tables.map((table) => [table.key, table]));
const write = cellWriter({ language: 'it', timeZone: 'Europe/Rome', floor: 10 });
const hostile = '</style></title><script>alert(1)</script>" onload="x';

describe.each([false, true])('print: %s', (print) => {
  const html = htmlReport(madeUpReport, { print });

  test('it is one document that can load nothing and run nothing', () => {
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`);
    expect(html).not.toMatch(/<script|<link|<iframe|<object|<form|javascript:|@import|url\(|src="(?!data:)|\son[a-z]+=/i);
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].every(([, target]) => target?.startsWith('#') === true)).toBe(true);
    expect([...html.matchAll(/https?:\/\/[^"' ]+/g)].map(([address]) => address).filter((address) => address !== 'http://www.w3.org/2000/svg')).toEqual([]);
  });

  test('the same report gives the same text, and no text is lost', () => {
    expect(htmlReport(madeUpReport, { print })).toBe(html);
    for (const page of madeUpReport.pages) {
      expect(html).toContain(escaped(page.title.text));
      for (const block of page.blocks) {
        if (block.kind === 'bullets') for (const item of block.items) expect(html).toContain(escaped(item));
        if (block.kind === 'figures') for (const { value, label, detail } of block.items) for (const words of [value, label, detail]) expect(html).toContain(escaped(words));
      }
    }
  });

  test('anchors lead somewhere and no id stands twice', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const [, target] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(target);
  });

  test('cells are written by the one writer, withheld ones in its words', () => {
    const waits = tables.get('waits');
    for (const row of waits?.rows ?? []) expect(html).toContain(`<th scope="row">${escaped(write(row[0] ?? null, { kind: 'text' }))}</th><td class="number">${escaped(write(row[1] ?? null, { kind: 'count' }))}</td>`);
    expect(html).toContain('<td class="number gap">&lt; 10 persone</td>');
  });

  test('a text that tries to be markup stays a text wherever it stands', () => {
    const attacked: Report = {
      ...madeUpReport, title: hostile, client: hostile, agency: hostile, question: hostile,
      look: { ...madeUpReport.look, accent: hostile, ink: 'red;}', paper: '#12', headingFont: `x'; } ${hostile}`, agencyLogo: `data:image/png;base64,AAAA" onerror="${hostile}`, clientLogo: 'data:image/svg+xml;base64,AAAA' },
      pages: madeUpReport.pages.map((page): ReportPage => ({ ...page, title: { ...page.title, text: hostile }, measure: hostile, source: hostile, unseen: hostile })),
      definitions: madeUpReport.definitions.map((one) => ({ ...one, id: 'restricted-mean-wait', name: hostile, definition: hostile, formula: hostile })),
    };
    const made = htmlReport(attacked, { print });
    expect(made).not.toMatch(/<script|<img|<\/style>(?!<\/head>)/);
    expect([...made.matchAll(/<\/style>/g)]).toHaveLength(1);
    expect(made).not.toContain('red;}');
  });
});

test('notes are for the screen of an analyst; sheets carry the title and their number', () => {
  expect(htmlReport({ ...madeUpReport, audience: 'analyst' })).toContain('Dire prima il dato, poi che cosa ne segue.');
  expect(htmlReport(madeUpReport)).not.toContain('Dire prima il dato');
  const print = htmlReport(madeUpReport, { print: true });
  expect(print).not.toContain('Dire prima il dato');
  expect([...print.matchAll(/<section [^>]*class="sheet (?!annex)/g)]).toHaveLength(madeUpReport.pages.length);
  expect(print).toContain(`${escaped(madeUpReport.title)}<br>9 di 9`);
  expect([...print.matchAll(/<h[1-6]/g)]).toHaveLength(madeUpReport.pages.length + 1);
});

test('a page that names what is not there is a bug with its name', () => {
  const page = madeUpReport.pages[0] as ReportPage;
  expect(() => htmlReport({ ...madeUpReport, pages: [page, { ...page, key: 'x', section: 'board', blocks: [{ kind: 'table', place: 'main', table: 'nothing', columns: [], rows: 3 }] }] })).toThrow('a page names the table "nothing", which the report does not hold');
});

describe('the plan of a sheet', () => {
  const base = madeUpReport.pages.find(({ key }) => key === 'waits') as ReportPage;

  test('words alone are set large, charts take what is left', () => {
    const limits = madeUpReport.pages.find(({ key }) => key === 'limits') as ReportPage;
    expect(pagePlan(limits, tables, write).density).toBe('large');
    const { chartHeights, tableRows } = pagePlan(base, tables, write);
    expect(chartHeights.get(0)).toBeGreaterThanOrEqual(190);
    expect(tableRows.get(1)).toBe(6);
  });

  test('a page with more than fits is set closer, then loses rows of its table and says so', () => {
    const many = { ...(tables.get('waits') as NonNullable<ReturnType<typeof tables.get>>) };
    const table = { ...many, rows: Array.from({ length: 60 }, (_, place) => [`Motivo ${String(place)}`, 5, 6, 7, 8, 0.5]), people: null };
    const page: ReportPage = { ...base, blocks: base.blocks.map((block) => (block.kind === 'table' ? { ...block, rows: 60 } : block)) };
    const plan = pagePlan(page, new Map([['waits', table]]), write);
    expect(plan.density).toBe('closest');
    const rows = plan.tableRows.get(1) ?? 0;
    expect(rows).toBeGreaterThan(3);
    expect(rows).toBeLessThan(20);
    expect(htmlReport({ ...madeUpReport, pages: [page], tables: [table] }, { print: true })).toContain(`E altre ${String(60 - rows)} righe, nella cartella di lavoro.`);
  });

  test('densities only get closer, and there is always room beside a headline of three lines', () => {
    expect(DENSITIES).toEqual(['large', 'normal', 'close', 'closest']);
    expect(roomForBlocks({ ...base, title: { ...base.title, text: base.title.text.repeat(7) } })).toBeGreaterThan(380);
  });
});
