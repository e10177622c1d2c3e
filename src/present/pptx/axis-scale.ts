import type { ReportCellKind } from '../../domain/model/report.ts';
import type { DeckWords } from './deck-words.ts';

/** The unit a chart's sheet is written in: cells are divided by `factor`. */
export interface SheetUnit {
  readonly factor: number;
  /** "giorni"; empty where cells stay as they are. */
  readonly name: string;
  /** How a program writes the numbers along the axis. */
  readonly format: string;
}

const DAY = 86_400;

/** The unit a column of this kind is drawn in: waits in days, hours or minutes as large as they are, everything else as it is. */
export function sheetUnit(kind: ReportCellKind, largest: number, words: DeckWords): SheetUnit {
  if (kind === 'share') return { factor: 1, name: '', format: '0%' };
  if (kind !== 'seconds') return { factor: 1, name: '', format: largest >= 1000 ? '#,##0' : 'General' };
  if (largest >= 2 * DAY) return { factor: DAY, name: words.days, format: 'General' };
  return largest >= 2 * 3600 ? { factor: 3600, name: words.hours, format: 'General' } : { factor: 60, name: words.minutes, format: 'General' };
}

/** Where an axis begins and ends, and how far its ticks stand apart. */
export interface AxisScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A round distance for about `parts` ticks over a range: 1, 2, 2.5 or 5 times a power of ten; twenty-fours over whole days of hours. */
export function tickStep(range: number, parts: number, unit: SheetUnit): number {
  if (!(range > 1e-300)) return 1;
  if (unit.name !== '' && unit.factor === DAY && range <= 10) return Math.max(1, Math.round(range / 7));
  const rough = range / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  const round = [1, 2, 2.5, 5, 10].find((times) => times * power >= rough * 0.999) ?? 10;
  return Number((round * power).toPrecision(12));
}

/** A scale that holds all values: from zero where none is negative, to the next tick beyond the largest; limits that are given hold. */
export function axisScale(values: readonly number[], given: { readonly min: number | null; readonly max: number | null }, unit: SheetUnit, parts = 5): AxisScale {
  const least = given.min ?? Math.min(0, ...values);
  const most = given.max ?? Math.max(...values, least);
  const step = tickStep(most - least, parts, unit);
  const min = given.min ?? Math.floor(least / step) * step;
  const max = given.max ?? Math.max(min + step, Math.ceil(most / step - 1e-9) * step);
  return { min: Number(min.toPrecision(12)), max: Number((max > min ? max : min + step).toPrecision(12)), step };
}

/** Powers of ten around positive values. */
export function logScale(values: readonly number[]): { readonly min: number; readonly max: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const min = 10 ** Math.floor(Math.log10(least * 0.85));
  return { min, max: Math.max(min * 10, 10 ** Math.ceil(Math.log10(most * 1.15))) };
}
