import { balancePlace, mapPlane, type MapPlane } from './map-plane.ts';
import type { PlotPoint } from './plot-points.ts';
import { placedLabels } from './label-placement.ts';
import type { TribeShape } from './tribe-shape.ts';

/** A density cell of the plane, in log10(points + prior): lower left corner, size, accounts in it. */
export interface MapCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly count: number;
}

/**
 * Cells joined into squares of about `side` units of the plane, so that density reads as ground instead of as dots. Counts
 * are added; squares are centred on multiples of their side, where whole points fall.
 */
export function joinedCells(cells: readonly MapCell[], side: number): MapCell[] {
  const joined = new Map<string, MapCell>();
  for (const cell of cells) {
    const column = Math.round((cell.x + cell.width / 2) / side);
    const row = Math.round((cell.y + cell.height / 2) / side);
    const key = `${String(column)}:${String(row)}`;
    joined.set(key, { x: (column - 0.5) * side, y: (row - 0.5) * side, width: side, height: side, count: (joined.get(key)?.count ?? 0) + cell.count });
  }
  return [...joined.values()];
}

/** An account on the map; `faded` when the selection leaves it out. */
export interface MapAccount {
  readonly key: string;
  readonly created: number;
  readonly consumed: number;
  readonly employee: boolean;
  readonly color: string;
  readonly faded: boolean;
  readonly name: string;
  readonly lines: readonly string[];
  readonly open: () => void;
}

/** A tribe on the map: mean points of its people, its balance (log2) and the interval of the balance. */
export interface MapTribe {
  readonly key: string;
  readonly created: number;
  readonly consumed: number;
  readonly log2Balance: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly size: number;
  readonly shape: TribeShape;
  readonly color: string;
  readonly label: string;
  readonly lines: readonly string[];
  readonly open: () => void;
}

/** Room around the map's plane for axes and labels, in pixels. */
export const MAP_MARGIN = { left: 62, right: 18, top: 14, bottom: 48 } as const;
/** The edge bar stands left of the plane's origin and needs this much room. */
export const EDGE_ROOM = 26;

/** Plane for a map of this size that holds everything drawn on it. */
export function valueMapPlane({ width, height, cells, accounts, tribes, priorPoints, largestPoints = 0 }: {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly MapCell[];
  readonly accounts: readonly MapAccount[];
  readonly tribes: readonly MapTribe[];
  readonly priorPoints: number;
  /** Points the axes must reach even where nothing is drawn there. */
  readonly largestPoints?: number;
}): MapPlane {
  const largest = Math.max(
    largestPoints,
    ...accounts.map(({ created, consumed }) => Math.max(created, consumed)),
    ...tribes.map(({ created, consumed }) => Math.max(created, consumed)),
    ...cells.map((cell) => 10 ** Math.max(cell.x + cell.width, cell.y + cell.height) - priorPoints),
  );
  return mapPlane({ largestPoints: largest, priorPoints, left: MAP_MARGIN.left + EDGE_ROOM, right: width - MAP_MARGIN.right, top: MAP_MARGIN.top, bottom: height - MAP_MARGIN.bottom });
}

/** Radius of a tribe's mark: area grows with its people, between 9 and 22 px. */
export function tribeRadius(size: number, largest: number): number {
  return largest <= 0 ? 9 : 9 + 13 * Math.sqrt(size / largest);
}

/** Opacity of a density cell: the square root keeps cells of one person visible beside crowded ones. */
export function cellOpacity(count: number, most: number): number {
  return count <= 0 || most <= 0 ? 0 : 0.1 + 0.5 * Math.sqrt(count / most);
}

/** A tribe's label beside its mark: on the right unless the frame is too near, moved apart where labels meet. */
export interface TribeLabel {
  readonly key: string;
  readonly left: number;
  readonly top: number;
  readonly anchor: 'start' | 'end';
}

/** Places of the tribes' labels, none over another on the same side. */
export function tribeLabels(plane: MapPlane, tribes: readonly MapTribe[]): TribeLabel[] {
  const largest = Math.max(0, ...tribes.map(({ size }) => size));
  const wanted = tribes.map((tribe) => {
    const { left, top } = balancePlace(plane, tribe, tribe.log2Balance);
    const radius = tribeRadius(tribe.size, largest);
    const anchor: 'start' | 'end' = left > plane.x.range[1] - 170 ? 'end' : 'start';
    return { key: tribe.key, left: anchor === 'start' ? left + radius + 8 : left - radius - 8, anchor, wanted: top, height: 34 };
  });
  return (['start', 'end'] as const).flatMap((side) => {
    const members = wanted.filter(({ anchor }) => anchor === side);
    const placed = new Map(placedLabels(members, { low: plane.y.range[1], high: plane.y.range[0] }).map(({ key, at }) => [key, at]));
    return members.map(({ key, left, anchor, wanted: top }) => ({ key, left, anchor, top: placed.get(key) ?? top }));
  });
}

/** Points of the map: the tribes first, then accounts from the left. */
export function valueMapPoints(plane: MapPlane, tribes: readonly MapTribe[], accounts: readonly MapAccount[]): PlotPoint[][] {
  const tribeRow = tribes.map((tribe) => ({ key: tribe.key, ...balancePlace(plane, tribe, tribe.log2Balance), heading: tribe.label, lines: tribe.lines, open: tribe.open }));
  const accountRow = accounts
    .filter(({ faded }) => !faded)
    .map((account) => ({ key: account.key, ...plane.place(account), heading: account.name, lines: account.lines, open: account.open }))
    .sort((first, second) => first.left - second.left || first.top - second.top);
  return [tribeRow, accountRow];
}
