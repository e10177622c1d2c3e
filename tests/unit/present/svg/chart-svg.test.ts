import { expect, test } from 'vitest';
import type { Report, ReportChart, ReportTable } from '../../../../src/domain/model/report.ts';
import { chartSvg } from '../../../../src/present/svg/chart-svg.ts';
import { escaped } from '../../../../src/present/html/escaped.ts';
import { toneColor } from '../../../../src/present/tones.ts';
import { cellWriter } from '../../../../src/domain/wording/written-cell.ts';
import { madeUpReport } from '../../../support/made-up-report.ts';

const charts = madeUpReport.pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])));
const tableOf = (chart: ReportChart, report: Report = madeUpReport): ReportTable => report.tables.find(({ key }) => key === chart.table) as ReportTable;
const drawnAs = (kind: ReportChart['kind'], width = 860): string => {
  const chart = charts.find((one) => one.kind === kind) as ReportChart;
  return chartSvg(chart, tableOf(chart), { report: madeUpReport, width, height: 340 });
};
const titles = (svg: string): string[] => [...svg.matchAll(/<title>(.*?)<\/title>/g)].map(([, words]) => words ?? '');
const write = cellWriter({ language: 'it', timeZone: 'Europe/Rome', floor: 10 });

test.each(charts)('$key: one picture with its words, well formed, the same twice, nothing from elsewhere', (chart) => {
  for (const width of [860, 330]) {
    const svg = chartSvg(chart, tableOf(chart), { report: madeUpReport, width, height: 340 });
    expect(svg).toBe(chartSvg(chart, tableOf(chart), { report: madeUpReport, width, height: 340 }));
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ')).toBe(true);
    expect(svg).toContain(`role="img" aria-label="${escaped(chart.alt)}"`);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|href=|url\(|<script|foreignObject|on[a-z]+=/);
    const open: string[] = [];
    for (const [, close, name, rest] of svg.matchAll(/<(\/?)([a-z]+)([^>]*)>/gi)) {
      if (close === '/') expect(open.pop()).toBe(name);
      else if (rest?.endsWith('/') !== true) open.push(name ?? '');
    }
    expect(open).toEqual([]);
  }
});

test('every value that is given has a tooltip as all deliverables write it', () => {
  const svg = drawnAs('intervals');
  expect(titles(svg)).toContain('Chi segnala un problema, Attesa media: 4 giorni e 18 ore (tra 4 giorni e 12 ore e 4 giorni e 23 ore)');
  const chart = charts.find(({ kind }) => kind === 'bars') as ReportChart;
  for (const row of tableOf(chart).rows.slice(0, 5)) expect(titles(drawnAs('bars'))).toContain(`${write(row[0] ?? null, { kind: 'text' })}, Entro 24 ore: ${write(row[5] ?? null, { kind: 'share' })}`);
});

test.each(['intervals', 'bars'] as const)('%s: a withheld number is a gap with its words, no mark at 0', (kind) => {
  const svg = drawnAs(kind);
  expect(svg).toContain('font-style="italic"');
  expect(svg).toContain('&lt; 10 persone');
  expect([...svg.matchAll(/<g>/g)]).toHaveLength(5);
  expect(titles(svg).some((words) => words.includes('complimento'))).toBe(false);
});

test('a withheld column and a withheld mark of a map say so', () => {
  const columns = charts.find(({ kind }) => kind === 'columns') as ReportChart;
  const months = tableOf(columns);
  const without: ReportTable = { ...months, rows: months.rows.map((row, place) => (place === 3 ? [row[0] ?? null, { withheld: 'few-people' }, row[2] ?? null] : row)) };
  const svg = chartSvg(columns, without, { report: madeUpReport, width: 860, height: 340 });
  expect(svg).toContain('>&lt; 10 persone</text>');
  expect([...svg.matchAll(/<g>/g)]).toHaveLength(23);
  const map = charts.find(({ kind }) => kind === 'map') as ReportChart;
  const tribes = tableOf(map);
  const gap: ReportTable = { ...tribes, rows: tribes.rows.map((row, place) => (place === 0 ? row.map((cell, column) => (column === 2 ? { withheld: 'dominance' as const } : cell)) : row)) };
  expect(chartSvg(map, gap, { report: madeUpReport, width: 860, height: 340 })).toContain('Danno di più: omesso');
});

test('a curve stops at a withheld step and goes on after it', () => {
  const chart = charts.find(({ kind }) => kind === 'curves') as ReportChart;
  const curves = tableOf(chart);
  const lines = (svg: string): number => [...svg.matchAll(/stroke-linejoin="round"/g)].length;
  const gap: ReportTable = { ...curves, rows: curves.rows.map((row, place) => (place === 10 ? row.map((cell, column) => (column === 1 ? { withheld: 'few-people' as const } : cell)) : row)) };
  expect(lines(drawnAs('curves'))).toBe(3);
  expect(lines(chartSvg(chart, gap, { report: madeUpReport, width: 860, height: 340 }))).toBe(4);
});

test('bars are as long as their values', () => {
  const svg = drawnAs('bars');
  const lengths = [...svg.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="20"/g)].map(([, width]) => Number(width));
  expect(lengths).toHaveLength(5);
  const shares = [0.21, 0.33, 0.45, 0.57, 0.69];
  for (const [place, length] of lengths.entries()) expect(length / (lengths[0] ?? 1)).toBeCloseTo((shares[place] ?? 0) / 0.21, 2);
});

test('several series of bars stand on lines of their own in each row, each with its value', () => {
  const chart = charts.find(({ kind }) => kind === 'stacked') as ReportChart;
  const svg = chartSvg({ ...chart, kind: 'bars' }, tableOf(chart), { report: madeUpReport, width: 860, height: 340 });
  const bars = [...svg.matchAll(/<g><title>[^<]*<\/title><rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map(([, x, y, width, height]) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }));
  expect(bars).toHaveLength(8);
  for (let row = 0; row < 8; row += 2) expect((bars[row]?.y ?? 0) + (bars[row]?.height ?? 0)).toBeLessThan(bars[row + 1]?.y ?? 0);
  expect((bars[5]?.width ?? 0) / (bars[4]?.width ?? 1)).toBeCloseTo(2210.5 / 610, 1);
  for (const value of ['940', '3.120', '2.210,5']) expect(svg).toContain(`>${value}</text>`);
});

test('parts of a stacked bar lie end to end in the order of the series', () => {
  const rects = [...drawnAs('stacked').matchAll(/<g><title>[^<]*<\/title><rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g)].map(([, x, y, width]) => ({ x: Number(x), y: Number(y), width: Number(width) }));
  const last = rects.slice(-2);
  expect(last[0]?.y).toBe(last[1]?.y);
  expect((last[0]?.x ?? 0) + (last[0]?.width ?? 0) + 1.5).toBeCloseTo(last[1]?.x ?? 0, 0);
  expect(((last[1]?.width ?? 0) + 1.5) / ((last[0]?.width ?? 0) + 1.5)).toBeCloseTo(3120 / 940, 1);
});

test('marks of a map take the tone, the shape and the place of their rows', () => {
  const svg = drawnAs('map');
  const places = [...svg.matchAll(/<path d="M[^"]+" transform="translate\(([\d.]+) ([\d.]+)\)" fill-rule="evenodd" fill="(#\w+)"/g)].map(([, x, y, fill]) => ({ x: Number(x), y: Number(y), fill }));
  const byTone = new Map(places.map((place) => [place.fill, place]));
  const [first, second] = [byTone.get(toneColor('tribe-1', madeUpReport.look)), byTone.get(toneColor('tribe-2', madeUpReport.look))];
  expect(places).toHaveLength(4);
  expect(first?.x).toBeLessThan(second?.x ?? 0);
  expect(first?.y).toBeGreaterThan(second?.y ?? 1000);
});

test('names that are too long end in an ellipsis and keep their whole in a tooltip', () => {
  const chart = charts.find(({ kind }) => kind === 'intervals') as ReportChart;
  const long = 'Chi segnala un problema che è già stato segnalato da altre persone più di una volta negli ultimi dodici mesi';
  const table = { ...tableOf(chart), rows: tableOf(chart).rows.map((row, place) => (place === 0 ? [long, ...row.slice(1)] : row)) };
  const svg = chartSvg(chart, table, { report: madeUpReport, width: 860, height: 340 });
  expect(svg).toContain('…</tspan>');
  expect(titles(svg)).toContain(escaped(long));
});

test('empty tables and tables of nothing but gaps are drawn without a throw', () => {
  for (const chart of charts) {
    const table = tableOf(chart);
    expect(chartSvg(chart, { ...table, rows: [], people: null }, { report: madeUpReport, width: 860, height: 340 })).not.toMatch(/NaN|Infinity/);
    const gaps = table.rows.map((row) => row.map((cell, place) => (place === 0 ? cell : null)));
    expect(chartSvg(chart, { ...table, rows: gaps }, { report: madeUpReport, width: 860, height: 340 })).not.toMatch(/NaN|Infinity/);
  }
});
