import { linearScale, roundTicks, type Scale } from '../../domain/drawing/scale.ts';
import { waitDifferenceTicks } from '../../domain/drawing/wait-ticks.ts';
import type { ReportCellKind } from '../../domain/model/report.ts';
import type { Formats } from '../../domain/wording/formats.ts';

/** A value that an axis names, and its words. */
export interface AxisTick {
  readonly value: number;
  readonly at: number;
  readonly words: string;
}

/** A straight axis of values with its ticks. */
export interface ValueAxis {
  readonly scale: Scale;
  readonly ticks: readonly AxisTick[];
}

/** What an axis is made of: the ends asked for (null: as far as the values reach), the values, where it is drawn, about how many ticks. */
export interface AxisRequest {
  readonly kind: ReportCellKind;
  readonly min: number | null;
  readonly max: number | null;
  readonly values: readonly number[];
  readonly range: readonly [number, number];
  readonly wanted: number;
  readonly formats: Formats;
}

const UNITS = { it: { share: 'su 100', points: 'punti' }, en: { share: 'in 100', points: 'points' } } as const;

/** How an axis writes a value: waits short with their units, shares in a hundred without, counts whole. */
export function tickWords(value: number, kind: ReportCellKind, formats: Formats): string {
  if (kind === 'seconds') return value === 0 ? '0' : formats.shortDuration(value);
  if (kind === 'share') return formats.estimate(Math.round(value * 1000) / 10);
  return kind === 'count' || kind === 'points' ? formats.points(value) : formats.estimate(value);
}

/** The name of an axis with the unit its ticks are in, where the ticks do not carry it and the name does not say it. */
export function axisName(label: string, kind: ReportCellKind, language: 'it' | 'en'): string {
  const unit = kind === 'share' || kind === 'points' ? UNITS[language][kind] : '';
  if (unit === '' || label.toLowerCase().includes(unit)) return label;
  return label === '' ? unit : `${label} (${unit})`;
}

function axisValues({ kind, wanted }: AxisRequest, domain: readonly [number, number]): number[] {
  if (kind === 'seconds') return waitDifferenceTicks({ domain, wanted });
  const ticks = roundTicks({ domain, wanted });
  return kind === 'count' ? ticks.filter((tick) => Number.isInteger(tick)) : ticks;
}

/** Lays an axis out: from 0 (or the least value below it) to the greatest value with a little room, unless its ends are given. */
export function valueAxis(request: AxisRequest): ValueAxis {
  const { min, max, values, range, kind, formats } = request;
  const low = min ?? Math.min(0, ...values);
  const reached = Math.max(low, ...values);
  const high = max ?? (reached === low ? low + 1 : reached + (reached - low) * 0.03);
  const scale = linearScale({ domain: [low, high], range });
  return { scale, ticks: axisValues(request, [low, high]).map((value) => ({ value, at: scale.at(value), words: tickWords(value, kind, formats) })) };
}

/** The place of a value on an axis, held inside its ends: a limit beyond the axis is drawn up to its edge. */
export function heldAt(scale: Scale, value: number): number {
  const [low, high] = scale.domain;
  return scale.at(Math.min(Math.max(value, low), high));
}
