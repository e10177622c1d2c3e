import type { Report } from '../../domain/model/report.ts';

const MOST_NAME = 60;

/** A text in letters and digits that any disk takes, words joined by hyphens; empty where nothing is left. */
function plainName(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').slice(0, MOST_NAME).replaceAll(/^-+|-+$/g, '');
}

/**
 * What the files of a report are called, without their ending: its title in plain letters and its day; an analyst's says that
 * it holds personal data.
 * @example reportName({ title: 'Le tribù: 1', day: '2026-07-01', audience: 'analyst', language: 'it' }) // 'le-tribu-1-2026-07-01-interno-dati-personali'
 */
export function reportName({ title, day, audience, language }: Pick<Report, 'title' | 'day' | 'audience' | 'language'>): string {
  const plain = plainName(title);
  const mark = audience === 'client' ? '' : language === 'it' ? '-interno-dati-personali' : '-internal-personal-data';
  return `${plain === '' ? 'tribuna' : plain}-${day}${mark}`;
}

/**
 * What the picture of a chart is called, without its ending: the report's name and the chart's key.
 * @example pictureName(report, 'asks-chart:value:even') // 'le-tribu-1-2026-07-01-asks-chart-value-even'
 */
export function pictureName(report: Pick<Report, 'title' | 'day' | 'audience' | 'language'>, chart: string): string {
  return `${reportName(report)}-${plainName(chart)}`;
}
