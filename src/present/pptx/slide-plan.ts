import type { ChartDrawing } from './chart-drawing.ts';

/** Where something stands on a slide, in inches from the upper left corner. */
export interface SlideBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** One paragraph of a text. Sizes and the space after it are in points; colours are names of the deck's theme or `#RRGGBB`. */
export interface SlideParagraph {
  readonly text: string;
  readonly points: number;
  readonly color: string;
  readonly bold?: boolean;
  readonly heading?: boolean;
  readonly bullet?: boolean;
  readonly after?: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** One cell of a table on a slide. */
export interface SlideCell {
  readonly text: string;
  readonly align: 'left' | 'right';
  readonly color: string;
  readonly bold: boolean;
}

/** Something that stands on a slide. `place` names the field of the slide's layout that a text fills; `alt` is what a person who does not see it is told. */
export type SlidePiece =
  | { readonly kind: 'text'; readonly name: string; readonly box: SlideBox; readonly paragraphs: readonly SlideParagraph[]; readonly anchor: 'top' | 'middle' | 'bottom'; readonly place: string | null }
  | { readonly kind: 'table'; readonly name: string; readonly alt: string; readonly box: SlideBox; readonly widths: readonly number[]; readonly heights: readonly number[]; readonly rows: readonly (readonly SlideCell[])[]; readonly points: number }
  | { readonly kind: 'chart'; readonly name: string; readonly alt: string; readonly box: SlideBox; readonly drawing: ChartDrawing }
  | { readonly kind: 'shape'; readonly name: string; readonly box: SlideBox; readonly shape: 'rect' | 'line'; readonly fill: string | null; readonly line: string | null }
  | { readonly kind: 'image'; readonly name: string; readonly alt: string; readonly box: SlideBox; readonly address: string };

/** One slide before any library draws it: everything has its place, its size of letters and its words. */
export interface SlidePlan {
  readonly key: string;
  readonly layout: 'cover' | 'page';
  readonly pieces: readonly SlidePiece[];
  readonly notes: string;
}
