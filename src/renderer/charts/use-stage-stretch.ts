import { useState } from 'react';
import type { Pixel } from './map-lasso.ts';
import { pointAt, type PlotPoint, type PointPlace } from './plot-points.ts';
import { columnNear, stretchGround, stretchOf, type TimeColumns } from './plot-stretch.ts';
import type { StageStretch } from './use-time-stretch.ts';

interface Ends {
  readonly from: number;
  readonly to: number;
}

/** The choosing of a part of one stage: by dragging, by Shift and arrows, or by two clicks once the button is pressed. */
export interface StageDesk {
  readonly isOffered: boolean;
  /** Two clicks choose: the button is pressed. */
  readonly isPicking: boolean;
  readonly setPicking: (isPicking: boolean) => void;
  /** Where the part lies, in pixels; as high as the stage where no height is given. */
  readonly ground: { readonly left: number; readonly width: number; readonly top?: number; readonly height?: number } | null;
  /** The part under choice in words; empty while there is none. */
  readonly told: string;
  /** What the line below the chart says. */
  readonly line: string;
  readonly dragTo: (from: Pixel, to: Pixel) => void;
  readonly dropped: () => void;
  /** Takes a click as an end of the part; false where clicks are not for it. */
  readonly clicked: (pixel: Pixel) => boolean;
  /** Takes a key with the place that stands under the keys; false where it is not for it. */
  readonly pressed: (key: string, shift: boolean, place: PointPlace | null) => boolean;
}

/** Keeps the ends of a stretch until it is chosen or dropped. `wanted` undefined: the chart offers none. */
export function useStageStretch(rows: readonly (readonly PlotPoint[])[], columns: TimeColumns, wanted: StageStretch | undefined): StageDesk {
  const [ends, setEnds] = useState<Ends | null>(null);
  const [isPicking, setPicking] = useState(false);
  const isOffered = wanted !== undefined && columns.length > 1;
  const span = ends === null ? null : stretchOf(columns, ends.from, ends.to);
  const clear = (): void => setEnds(null);
  const choose = ({ from, to }: Ends): void => {
    const chosen = stretchOf(columns, from, to);
    clear();
    setPicking(false);
    if (chosen !== null) wanted?.onChosen(chosen);
  };
  const told = span === null || wanted === undefined ? '' : wanted.words(span);
  return {
    isOffered, isPicking, told,
    setPicking: (next) => {
      clear();
      setPicking(next);
    },
    ground: ends === null ? null : stretchGround(columns, ends.from, ends.to),
    line: !isPicking || wanted === undefined ? told : ends === null ? wanted.first : `${told}. ${wanted.second}`,
    dragTo: (from, to) => setEnds({ from: columnNear(columns, from.left), to: columnNear(columns, to.left) }),
    dropped: () => {
      if (ends !== null) choose(ends);
    },
    clicked: ({ left }) => {
      if (!isOffered || !isPicking) return false;
      const place = columnNear(columns, left);
      if (ends === null) setEnds({ from: place, to: place });
      else choose({ from: ends.from, to: place });
      return true;
    },
    pressed: (key, shift, place) => {
      const activeLeft = pointAt(rows, place)?.left ?? null;
      if (!isOffered) return false;
      if (key === 'Escape' && (ends !== null || isPicking)) {
        clear();
        setPicking(false);
        return true;
      }
      if (key === 'Enter' && ends !== null) {
        choose(ends);
        return true;
      }
      if (!shift || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return false;
      const step = key === 'ArrowRight' ? 1 : -1;
      const from = ends?.from ?? (activeLeft === null ? 0 : columnNear(columns, activeLeft));
      const to = ends === null ? from + (activeLeft === null ? 0 : step) : ends.to + step;
      setEnds({ from, to: Math.max(0, Math.min(columns.length - 1, to)) });
      return true;
    },
  };
}
