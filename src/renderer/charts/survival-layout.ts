import { placedLabels } from './label-placement.ts';
import type { PlotPoint } from './plot-points.ts';
import { linearScale } from './scale.ts';
import { bandPath, curveVertices, shareAt, stepPath, thinnedVertices, type Axes, type CurveSide, type CurveVertex, type WaitingStep } from './survival-curve.ts';
import { waitScale, waitTicks, type WaitAxisKind } from './wait-axis.ts';

/** A curve with what is written about it; `color` is a CSS colour. */
export interface SurvivalSeries {
  readonly key: string;
  readonly label: string;
  readonly color: string;
  readonly n: number;
  readonly steps: readonly WaitingStep[];
  readonly longestFollowUpSeconds: number | null;
  readonly open: () => void;
}

/** What to draw and where. */
export interface SurvivalLayoutInput {
  readonly series: readonly SurvivalSeries[];
  readonly side: CurveSide;
  readonly axis: WaitAxisKind;
  readonly longestSeconds: number;
  readonly width: number;
  readonly height: number;
}

/** How the chart writes: shares, durations, and the card's line about a point. */
export interface SurvivalWords {
  readonly share: (share: number) => string;
  readonly duration: (seconds: number) => string;
  readonly point: (point: { readonly share: number; readonly low: number | null; readonly high: number | null; readonly seconds: number; readonly n: number }) => readonly string[];
}

/** Waits at which curves are read with the arrow keys. */
const READING_SECONDS = [60, 900, 3_600, 14_400, 43_200, 86_400, 172_800, 345_600, 604_800, 2_592_000] as const;
const LABEL_ROOM = 190;
const MARGIN = { left: 44, top: 12, bottom: 30 } as const;

/** One curve in pixels, with the place of its label. */
export interface SurvivalLine {
  readonly series: SurvivalSeries;
  readonly line: string;
  readonly band: string;
  readonly end: { readonly left: number; readonly top: number };
  readonly labelTop: number;
  readonly endShare: number;
  readonly vertices: readonly CurveVertex[];
}

/** A waiting-curve chart in pixels. */
export interface SurvivalLayout {
  readonly axes: Axes;
  readonly right: number;
  readonly bottom: number;
  readonly ticks: readonly number[];
  readonly lines: readonly SurvivalLine[];
}

/**
 * Lays waiting curves out: axes, step lines, bands, and one label a curve at its end, moved apart where ends meet.
 */
export function survivalLayout({ series, side, axis, longestSeconds, width, height }: SurvivalLayoutInput): SurvivalLayout {
  const right = Math.max(MARGIN.left + 80, width - LABEL_ROOM);
  const bottom = height - MARGIN.bottom;
  const axes: Axes = {
    x: waitScale({ kind: axis, longestSeconds, range: [MARGIN.left, right] }),
    y: linearScale({ domain: [0, 1], range: [bottom, MARGIN.top] }),
  };
  const drawn = series.map((one) => {
    const all = curveVertices(one.steps, { side, longestSeconds, longestFollowUpSeconds: one.longestFollowUpSeconds });
    const vertices = thinnedVertices(all, axes.x);
    const last = vertices.at(-1) ?? { seconds: 0, share: 1 };
    return { series: one, vertices: all, line: stepPath(vertices, axes), band: bandPath(vertices, axes), end: { left: axes.x.at(last.seconds), top: axes.y.at(last.share) }, endShare: last.share };
  });
  const labels = placedLabels(drawn.map((line) => ({ key: line.series.key, wanted: line.end.top, height: 17 })), { low: MARGIN.top - 8, high: bottom + 6 });
  const labelTops = new Map(labels.map(({ key, at }) => [key, at]));
  return {
    axes,
    right,
    bottom,
    ticks: waitTicks({ kind: axis, longestSeconds }),
    lines: drawn.map((line) => ({ ...line, labelTop: labelTops.get(line.series.key) ?? line.end.top })),
  };
}

/** The points of a waiting-curve chart, one row a curve, at the waits people reason in. */
export function survivalPoints({ axes, lines }: SurvivalLayout, words: SurvivalWords): PlotPoint[][] {
  return lines.map(({ series, vertices }) =>
    READING_SECONDS.flatMap((seconds) => {
      const vertex = seconds > axes.x.domain[1] ? null : shareAt(vertices, seconds);
      if (vertex === null) return [];
      return [{
        key: `${series.key}:${seconds}`,
        left: axes.x.at(seconds),
        top: axes.y.at(vertex.share),
        heading: series.label,
        lines: words.point({ share: vertex.share, low: vertex.low, high: vertex.high, seconds, n: series.n }),
        open: series.open,
      }];
    }),
  );
}
