import type { Report } from '../../domain/model/report.ts';
import { chartSvg } from '../../present/svg/chart-svg.ts';
import { pictureName } from './report-name.ts';

const MAIN = { width: 640, height: 360 };
const SIDE = { width: 340, height: 300 };

/** The charts of a report's pages, by key, at the size a page shows them, and what a file of each is called, without its ending. A chart whose table is not in the report is left out. */
export function pagePictures(report: Report): { readonly chart: string; readonly name: string; readonly svg: string }[] {
  const tables = new Map(report.tables.map((table) => [table.key, table]));
  return report.pages.flatMap(({ blocks }) => blocks.flatMap((block) => {
    if (block.kind !== 'chart') return [];
    const table = tables.get(block.chart.table);
    return table === undefined ? [] : [{ chart: block.chart.key, name: pictureName(report, block.chart.key), svg: chartSvg(block.chart, table, { report, ...(block.place === 'main' ? MAIN : SIDE) }) }];
  }));
}
