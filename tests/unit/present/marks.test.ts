import { expect, test } from 'vitest';
import type { ReportChart, ReportTable } from '../../../src/domain/model/report.ts';
import { chartMarks, columnPlace, markSentence } from '../../../src/present/marks.ts';
import { cellWriter } from '../../../src/domain/wording/written-cell.ts';
import { madeUpReport } from '../../support/made-up-report.ts';

const voice = { language: 'it' as const, write: cellWriter({ language: 'it', timeZone: 'Europe/Rome', floor: 10 }) };
const chartOf = (key: string): ReportChart => {
  for (const page of madeUpReport.pages) for (const block of page.blocks) if (block.kind === 'chart' && block.chart.key === key) return block.chart;
  throw new Error(key);
};
const tableOf = (key: string): ReportTable => madeUpReport.tables.find((table) => table.key === key) as ReportTable;

test('a row is a mark with its limits, its tone and its words', () => {
  const [series] = chartMarks(chartOf('waits-chart'), tableOf('waits'), voice);
  expect(series?.marks[0]).toEqual({
    row: 0, label: 'Chi segnala un problema', across: null, value: 408_826, written: '4 giorni e 18 ore', low: 390_000, high: 430_000,
    interval: 'tra 4 giorni e 12 ore e 4 giorni e 23 ore', tone: 'intent-trouble', withheld: null,
  });
  expect(series?.marks[1]?.tone).toBe('context');
});

test('a withheld value is a gap with its words, never 0', () => {
  const mark = chartMarks(chartOf('waits-chart'), tableOf('waits'), voice)[0]?.marks[5];
  expect(mark).toMatchObject({ value: null, low: null, high: null, interval: '', written: '< 10 persone', withheld: '< 10 persone' });
  expect(mark && markSentence(mark, '')).toBe('Chi fa un complimento: < 10 persone');
});

test('a map has a second number along x and a tone for each row', () => {
  const marks = chartMarks(chartOf('map-chart'), tableOf('tribes'), voice)[0]?.marks ?? [];
  expect(marks.map(({ across, value, tone }) => [across, value, tone])).toEqual([[9, 89, 'tribe-1'], [381, 420, 'tribe-2'], [2210.5, 610, 'tribe-3'], [3120, 940, 'tribe-4']]);
});

test('several series keep the order of the chart', () => {
  expect(chartMarks(chartOf('curves-chart'), tableOf('curves'), voice).map(({ tone, marks }) => [tone, marks.length])).toEqual([['intent-trouble', 29], ['intent-information', 29], ['intent-purchase', 29]]);
});

test('a column that is not there is a bug with its name', () => {
  expect(() => columnPlace(tableOf('waits'), 'nothing', 'chart "x"')).toThrow('chart "x" names the column "nothing", which the table "waits" does not hold');
});
