import type { PlotPoint } from './plot-points.ts';

/** One hour of one weekday with what is written about it. */
export interface HeatMark {
  readonly key: string;
  readonly requests: number;
  readonly answers: number;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly open?: () => void;
}

/** One square in pixels. */
export interface HeatSquare {
  readonly mark: HeatMark;
  readonly at: { readonly left: number; readonly top: number };
  /** Opacity of its ground, 0 for no requests. */
  readonly shade: number;
  /** Radius of its ring, 0 for no answers. */
  readonly radius: number;
}

/** A week by the hour in pixels. */
export interface HeatLayout {
  readonly left: number;
  readonly cellWidth: number;
  readonly height: number;
  readonly middle: (row: number) => number;
  readonly cells: readonly HeatSquare[];
}

const LABEL_WIDTH = 92;
const TOP = 2;
const BOTTOM = 24;
const FAINTEST = 0.1;
const DARKEST = 0.85;

/**
 * Lays the squares of a week out. Shade rises with the requests and the area of a ring with the answers, each against the busiest
 * hour of its kind; one request can still be told from none. Rows may differ in length.
 */
export function heatLayout({ rows, width, rowHeight }: { readonly rows: readonly (readonly HeatMark[])[]; readonly width: number; readonly rowHeight: number }): HeatLayout {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const cellWidth = Math.max(0, (width - LABEL_WIDTH) / columns);
  const marks = rows.flat();
  const mostRequests = Math.max(1, ...marks.map(({ requests }) => requests));
  const mostAnswers = Math.max(1, ...marks.map(({ answers }) => answers));
  const largest = Math.max(0, Math.min(cellWidth, rowHeight) / 2 - 3);
  const middle = (row: number): number => TOP + rowHeight * (row + 0.5);
  return {
    left: LABEL_WIDTH, cellWidth, height: TOP + rows.length * rowHeight + BOTTOM, middle,
    cells: rows.flatMap((row, position) => row.map((mark, column) => ({
      mark,
      at: { left: LABEL_WIDTH + cellWidth * (column + 0.5), top: middle(position) },
      shade: mark.requests === 0 ? 0 : FAINTEST + (DARKEST - FAINTEST) * (mark.requests / mostRequests),
      radius: mark.answers === 0 ? 0 : Math.max(1.5, largest * Math.sqrt(mark.answers / mostAnswers)),
    }))),
  };
}

/** The points of a week by the hour: one row a weekday. */
export function heatPoints({ cells }: HeatLayout): PlotPoint[][] {
  const rows: PlotPoint[][] = [];
  let top = Number.NaN;
  for (const { mark, at } of cells) {
    if (at.top !== top) rows.push([]);
    top = at.top;
    const { key, heading, lines, open } = mark;
    rows.at(-1)?.push({ key, ...at, heading, lines, ...(open === undefined ? {} : { open }) });
  }
  return rows;
}
