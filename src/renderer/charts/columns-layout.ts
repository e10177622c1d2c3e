import { linearScale, roundTicks, type Scale } from './scale.ts';

/** One column of small multiples: an estimate with limits, what chance gives, and the same figure corrected; null = not known. */
export interface EstimateColumn {
  readonly key: string;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly chanceLow?: number | null;
  readonly chanceHigh?: number | null;
  readonly corrected?: { readonly estimate: number; readonly low: number; readonly high: number } | null;
}

/** Never shown finer than this: a row of shares near 0 must not look like one near 1. */
const LEAST_TOP = 0.1;

/**
 * The common vertical axis of a row of columns, from 0 to the next round value above everything drawn, at most 1.
 * @example columnsScale([{ key: 'a', estimate: 0.31, low: 0.2, high: 0.42 }], [100, 0]).domain // [0, 0.5]
 */
export function columnsScale(columns: readonly EstimateColumn[], range: readonly [number, number]): Scale {
  const values = columns.flatMap(({ estimate, high, chanceHigh, corrected }) => [estimate, high, chanceHigh ?? null, corrected?.high ?? null].filter((value) => value !== null));
  const most = Math.max(LEAST_TOP, ...values);
  const step = most <= 0.2 ? 0.05 : most <= 0.5 ? 0.1 : 0.25;
  return linearScale({ domain: [0, Math.min(1, Math.ceil(most / step - 1e-9) * step)], range });
}

/** Marks of that axis. */
export function columnTicks({ domain }: Scale): number[] {
  return roundTicks({ domain, wanted: 3 });
}

/**
 * A name in at most two lines of about so many characters, broken between words; what does not fit ends in an ellipsis.
 * @example nameLines('Potenziali clienti', 12) // ['Potenziali', 'clienti']
 */
export function nameLines(name: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, 2).map((line) => (line.length > characters ? `${line.slice(0, Math.max(1, characters - 1))}…` : line));
  const last = shown.at(-1);
  if (lines.length > 2 && last !== undefined && !last.endsWith('…')) shown[shown.length - 1] = `${last.slice(0, Math.max(1, characters - 1))}…`;
  return shown;
}
