import type { ReportCell, ReportColumn, WithheldCell } from '../model/report.ts';
import { createFormats, type Formats } from './formats.ts';

const WITHHELD = {
  it: { 'few-people': (floor: number) => `< ${floor} persone`, complement: () => 'omesso', dominance: () => 'omesso', 'no-estimate': () => 'non determinabile' },
  en: { 'few-people': (floor: number) => `< ${floor} people`, complement: () => 'left out', dominance: () => 'left out', 'no-estimate': () => 'cannot be told' },
} as const;

/** True for a cell whose number is not given. */
export function isWithheld(cell: ReportCell): cell is WithheldCell {
  return typeof cell === 'object' && cell !== null;
}

/** How cells of a report are written: its language, its zone, and the fewest people a number is given for. */
export interface CellVoice {
  readonly language: 'it' | 'en';
  readonly timeZone: string;
  readonly floor: number;
}

/** Writes cells as every deliverable shows them, so that a page, a slide and a sheet's text agree to the digit. Null is an empty text. */
export function cellWriter({ language, timeZone, floor }: CellVoice): (cell: ReportCell, column: Pick<ReportColumn, 'kind'>) => string {
  const formats = createFormats(language, timeZone);
  const day = new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return (cell, { kind }) => {
    if (cell === null) return '';
    if (isWithheld(cell)) return WITHHELD[language][cell.withheld](floor);
    if (typeof cell === 'number') return writtenNumber(cell, kind, formats);
    if (kind === 'day') return day.format(Date.parse(`${cell}T00:00:00Z`));
    return kind === 'month' ? month.format(Date.parse(`${cell}-01T00:00:00Z`)) : cell;
  };
}

function writtenNumber(value: number, kind: ReportColumn['kind'], formats: Formats): string {
  if (kind === 'count') return formats.count(value);
  if (kind === 'share') return formats.share(value);
  if (kind === 'seconds') return formats.duration(value);
  return kind === 'points' ? formats.points(value) : formats.estimate(value);
}
