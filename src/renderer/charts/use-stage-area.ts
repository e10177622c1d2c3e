import { useState } from 'react';
import type { Pixel } from './map-lasso.ts';
import { placeUnderPointer, pointAt, type PlotPoint, type PointPlace } from './plot-points.ts';
import type { StageDesk } from './use-stage-stretch.ts';

/** Rows and columns of a table of points, from one to the other, both in it. */
export interface PointArea {
  readonly rows: readonly [from: number, to: number];
  readonly columns: readonly [from: number, to: number];
}

/** An area of points chosen on a chart: what becomes of it, and how it is spoken of. */
export interface StageArea {
  readonly onChosen: (area: PointArea) => void;
  /** The area in words, while it is being chosen. */
  readonly words: (area: PointArea) => string;
  readonly hint: string;
  readonly button: string;
  /** What to do next: nothing begun, one corner chosen. */
  readonly first: string;
  readonly second: string;
}

interface Corners {
  readonly from: PointPlace;
  readonly to: PointPlace;
}

type Rows = readonly (readonly PlotPoint[])[];

const ordered = (one: number, other: number): readonly [number, number] => [Math.min(one, other), Math.max(one, other)];

/** The area between two corners, either way round. */
export function areaBetween({ from, to }: Corners): PointArea {
  return { rows: ordered(from.row, to.row), columns: ordered(from.column, to.column) };
}

/** Half of the way from one point to the next, in pixels; half of 24 where there is one alone. */
function half(places: readonly number[]): number {
  const gaps = places.slice(1).map((place, before) => place - (places[before] ?? place));
  return gaps.length === 0 ? 12 : Math.min(...gaps) / 2;
}

/** Where the ground of an area lies, in pixels: half a point's room beyond its outermost points; null where a corner is no point. */
export function areaGround(rows: Rows, { rows: [top, bottom], columns: [left, right] }: PointArea): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } | null {
  const [first, last] = [pointAt(rows, { row: top, column: left }), pointAt(rows, { row: bottom, column: right })];
  if (first === null || last === null) return null;
  const across = half((rows[top] ?? []).map((point) => point.left));
  const along = half(rows.flatMap((row) => row[0]?.top ?? []));
  return { left: first.left - across, top: first.top - along, width: last.left - first.left + 2 * across, height: last.top - first.top + 2 * along };
}

const STEPS: Readonly<Record<string, PointPlace>> = { ArrowLeft: { row: 0, column: -1 }, ArrowRight: { row: 0, column: 1 }, ArrowUp: { row: -1, column: 0 }, ArrowDown: { row: 1, column: 0 } };

/** The place one step further, which stays within the table. */
export function placeBeside(rows: Rows, place: PointPlace, step: PointPlace): PointPlace {
  const row = Math.max(0, Math.min(rows.length - 1, place.row + step.row));
  return { row, column: Math.max(0, Math.min((rows[row]?.length ?? 1) - 1, place.column + step.column)) };
}

/** Keeps the corners of an area until it is chosen or dropped. `wanted` undefined: the chart offers none. */
export function useStageArea(rows: Rows, wanted: StageArea | undefined): StageDesk {
  const [corners, setCorners] = useState<Corners | null>(null);
  const [isPicking, setPicking] = useState(false);
  const isOffered = wanted !== undefined && rows.length > 0;
  const clear = (): void => setCorners(null);
  const near = (pixel: Pixel): PointPlace | null => placeUnderPointer(rows, pixel, { kind: 'near', pixels: Infinity });
  const choose = (chosen: Corners): void => {
    clear();
    setPicking(false);
    wanted?.onChosen(areaBetween(chosen));
  };
  const told = corners === null || wanted === undefined ? '' : wanted.words(areaBetween(corners));
  return {
    isOffered, isPicking, told,
    setPicking: (next) => {
      clear();
      setPicking(next);
    },
    ground: corners === null ? null : areaGround(rows, areaBetween(corners)),
    line: !isPicking || wanted === undefined ? told : corners === null ? wanted.first : `${told}. ${wanted.second}`,
    dragTo: (fromPixel, toPixel) => {
      const [from, to] = [near(fromPixel), near(toPixel)];
      if (from !== null && to !== null) setCorners({ from, to });
    },
    dropped: () => {
      if (corners !== null) choose(corners);
    },
    clicked: (pixel) => {
      if (!isOffered || !isPicking) return false;
      const place = near(pixel);
      if (place === null) return true;
      if (corners === null) setCorners({ from: place, to: place });
      else choose({ from: corners.from, to: place });
      return true;
    },
    pressed: (key, shift, place) => {
      if (!isOffered) return false;
      if (key === 'Escape' && (corners !== null || isPicking)) {
        clear();
        setPicking(false);
        return true;
      }
      if (key === 'Enter' && corners !== null) {
        choose(corners);
        return true;
      }
      const step = STEPS[key];
      if (!shift || step === undefined) return false;
      const from = corners?.from ?? place ?? { row: 0, column: 0 };
      // from nowhere the first press puts the corner, and only the next one leads away from it
      setCorners({ from, to: corners === null && place === null ? from : placeBeside(rows, corners?.to ?? from, step) });
      return true;
    },
  };
}
