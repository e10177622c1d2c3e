import { expect, test } from 'vitest';
import type { PlotPoint } from '../../../../src/renderer/charts/plot-points.ts';
import { columnNear, pixelAt, stretchGround, stretchOf, timeColumns } from '../../../../src/renderer/charts/plot-stretch.ts';
import { monthDays } from '../../../../src/renderer/charts/year-strip.ts';

const point = (left: number, fromMs: number | null): PlotPoint => ({ key: String(left), left, top: 0, heading: '', lines: [], ...(fromMs === null ? {} : { span: { fromMs, toMs: fromMs + 10 } }) });

test('columns are the times of all rows, each once, from left to right', () => {
  const columns = timeColumns([[point(30, 20), point(10, 0)], [point(10, 0), point(20, 10), point(40, null)]]);
  expect(columns.map(({ left, span }) => [left, span.fromMs])).toEqual([[10, 0], [20, 10], [30, 20]]);
  expect(timeColumns([[point(10, null)]])).toEqual([]);
});

test('a stretch reaches from the beginning of its first column to the end of its last, either way round', () => {
  const columns = timeColumns([[point(10, 0), point(20, 10), point(30, 20)]]);
  expect(stretchOf(columns, 2, 1)).toEqual({ fromMs: 10, toMs: 30 });
  expect(stretchOf(columns, 1, 1)).toEqual({ fromMs: 10, toMs: 20 });
  expect(stretchOf(columns, -1, 1)).toBeNull();
  expect([columnNear(columns, 4), columnNear(columns, 24), columnNear(columns, 900), columnNear([], 4)]).toEqual([0, 1, 2, -1]);
  expect(stretchGround(columns, 0, 1)).toEqual({ left: 5, width: 20 });
  expect(stretchGround(columns, 0, 9)).toBeNull();
});

test('months have their days', () => {
  expect(['2026-01', '2026-02', '2024-02', '2026-12'].map(monthDays)).toEqual([31, 28, 29, 31]);
});

test('a moment stands within its column, or between those around it', () => {
  const columns = timeColumns([[point(10, 0), point(20, 10), point(40, 30)]]);
  expect([0, 5, 10, 20, 25, 40].map((atMs) => pixelAt(columns, atMs))).toEqual([5, 10, 15, 25, 30, 45]);
  expect([pixelAt(columns, -50), pixelAt(columns, 500), pixelAt([], 3)]).toEqual([5, 45, 0]);
});
