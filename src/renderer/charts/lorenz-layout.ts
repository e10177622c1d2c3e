import type { PlotPoint } from './plot-points.ts';
import { linearScale, type Scale } from './scale.ts';

/** One point of a Lorenz curve: the poorest `peopleShare` hold `amountShare` of the whole. */
export interface LorenzMark {
  readonly peopleShare: number;
  readonly amountShare: number;
}

/** A Lorenz curve in pixels. */
export interface LorenzLayout {
  readonly x: Scale;
  readonly y: Scale;
  /** The curve as a line, and the area between it and the line of equality. */
  readonly line: string;
  readonly gap: string;
  /** Where those who hold half of the value begin. */
  readonly half: { readonly left: number; readonly top: number; readonly right: number } | null;
}

const MARGIN = { left: 48, right: 16, top: 12, bottom: 44 } as const;
const READ_EVERY = 0.05;

/** Places a curve in a plot of this size; a curve without points leaves the axes alone. */
export function lorenzLayout(curve: readonly LorenzMark[], { width, height, halfShare }: { readonly width: number; readonly height: number; readonly halfShare: number | null }): LorenzLayout {
  const x = linearScale({ domain: [0, 1], range: [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)] });
  const y = linearScale({ domain: [0, 1], range: [height - MARGIN.bottom, MARGIN.top] });
  const places = curve.map(({ peopleShare, amountShare }) => `${x.at(peopleShare).toFixed(1)},${y.at(amountShare).toFixed(1)}`);
  const line = places.length === 0 ? '' : `M${places.join('L')}`;
  return { x, y, line, gap: line === '' ? '' : `${line}Z`, half: halfShare === null ? null : { left: x.at(1 - halfShare), top: y.at(0.5), right: x.at(1) } };
}

/** The points at which a curve is read with the arrow keys: one every twentieth of the people. */
export function lorenzPoints(curve: readonly LorenzMark[], { x, y }: LorenzLayout, words: { readonly heading: (mark: LorenzMark) => string; readonly line: (mark: LorenzMark) => string }): PlotPoint[][] {
  const read: LorenzMark[] = [];
  for (const mark of curve) if (mark.peopleShare > 0 && mark.peopleShare >= (read.at(-1)?.peopleShare ?? 0) + READ_EVERY - 1e-9) read.push(mark);
  return read.length === 0 ? [] : [read.map((mark) => ({ key: String(mark.peopleShare), left: x.at(mark.peopleShare), top: y.at(mark.amountShare), heading: words.heading(mark), lines: [words.line(mark)] }))];
}
