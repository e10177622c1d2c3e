import { memo } from 'react';
import { balancePlace, boxPixels, draggedPoints, evenBand, mapTicks, type DraggedBox, type MapPlane, type PointsBox } from './map-plane.ts';
import { PlotStage } from './PlotStage.tsx';
import { tribeShapePath } from './tribe-shape.ts';
import { cellOpacity, joinedCells, MAP_MARGIN, tribeLabels, tribeRadius, valueMapPlane, valueMapPoints, type MapAccount, type MapCell, type MapTribe } from './value-map-layout.ts';

/** What is written on the map, already in the reader's language. */
export interface ValueMapWords {
  readonly created: string;
  readonly consumed: string;
  readonly even: string;
  readonly givesMore: string;
  readonly receivesMore: string;
  readonly few: string;
  readonly points: (points: number) => string;
  readonly people: (size: number) => string;
}

export interface ValueMapProps {
  readonly label: string;
  readonly hint: string;
  readonly height: number;
  readonly cells: readonly MapCell[];
  readonly accounts: readonly MapAccount[];
  readonly tribes: readonly MapTribe[];
  readonly priorPoints: number;
  readonly borderLog2: number;
  /** Accounts too thin for a place on the plane, and how many there are in all: the bar at the edge. */
  readonly few: number;
  readonly total: number;
  readonly box: PointsBox | null;
  readonly onBox: (box: PointsBox | null) => void;
  readonly words: ValueMapWords;
}

/** Side of a density square in log10 units: a factor of 1.26 in points. */
const CELL_SIDE = 0.1;

/**
 * Value created against value consumed: density of people below, accounts and tribes above, the band of one to one in
 * gold, people with too few traces as a bar at the edge. Dragging selects a rectangle of points; the room offers the same
 * by number fields.
 */
export function ValueMap({ label, hint, height, cells, accounts, tribes, priorPoints, borderLog2, few, total, box, onBox, words }: ValueMapProps) {
  const planeFor = (width: number): MapPlane => valueMapPlane({ width, height, cells, accounts, tribes, priorPoints });
  return (
    <PlotStage
      height={height}
      label={label}
      hint={hint}
      reach={{ kind: 'near', pixels: 26 }}
      points={(width) => valueMapPoints(planeFor(width), tribes, accounts)}
      onDragged={(dragged, width) => onBox(draggedPoints(planeFor(width), dragged))}
    >
      {({ width, active, dragged }) => {
        const plane = planeFor(width);
        return (
          <svg width={width} height={height} aria-hidden="true" className="value-map">
            <MapGround plane={plane} cells={cells} borderLog2={borderLog2} words={words} few={few} total={total} />
            <AccountMarks plane={plane} accounts={accounts} />
            <TribeMarks plane={plane} tribes={tribes} words={words} />
            {box !== null && dragged === null && <rect className="map-box" {...rectangle(plane, box)} />}
            {dragged !== null && <rect className="map-box" {...corners(dragged)} />}
            {active !== null && <circle className="plot-focus" cx={active.left} cy={active.top} r={8} />}
          </svg>
        );
      }}
    </PlotStage>
  );
}

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function rectangle(plane: MapPlane, box: PointsBox): Rectangle {
  const { left, top, width, height } = boxPixels(plane, box);
  return { x: left, y: top, width, height };
}

function corners({ fromLeft, fromTop, toLeft, toTop }: DraggedBox): Rectangle {
  return { x: Math.min(fromLeft, toLeft), y: Math.min(fromTop, toTop), width: Math.abs(toLeft - fromLeft), height: Math.abs(toTop - fromTop) };
}

interface GroundProps {
  readonly plane: MapPlane;
  readonly cells: readonly MapCell[];
  readonly borderLog2: number;
  readonly words: ValueMapWords;
  readonly few: number;
  readonly total: number;
}

const MapGround = memo(function MapGround({ plane, cells, borderLog2, words, few, total }: GroundProps) {
  const [left, right] = plane.x.range;
  const [bottom, top] = plane.y.range;
  const density = joinedCells(cells, CELL_SIDE);
  const most = Math.max(0, ...density.map(({ count }) => count));
  const barHeight = total === 0 ? 0 : ((bottom - top) * few) / total;
  const ticks = mapTicks(plane);
  const evenEnd = plane.x.domain[1];
  return (
    <>
      <rect className="map-frame" x={left} y={top} width={right - left} height={bottom - top} />
      <polygon className="map-even" points={evenBand(plane, borderLog2)} />
      <line className="map-even-line" x1={left} y1={bottom} x2={right} y2={top} />
      {density.map((cell) => (
        <rect
          key={`${cell.x}:${cell.y}`}
          className="map-cell"
          x={plane.x.at(cell.x)}
          y={plane.y.at(cell.y + cell.height)}
          width={Math.max(1, plane.x.at(cell.x + cell.width) - plane.x.at(cell.x) - 1)}
          height={Math.max(1, plane.y.at(cell.y) - plane.y.at(cell.y + cell.height) - 1)}
          rx={2}
          opacity={cellOpacity(cell.count, most)}
        />
      ))}
      {ticks.map((points) => {
        const at = plane.place({ created: points, consumed: points });
        return (
          <g key={points}>
            <line className="plot-tick-mark" x1={at.left} x2={at.left} y1={bottom} y2={bottom + 4} />
            <text className="plot-tick" x={at.left} y={bottom + 18} textAnchor="middle">{words.points(points)}</text>
            <line className="plot-tick-mark" x1={left - 4} x2={left} y1={at.top} y2={at.top} />
            <text className="plot-tick" x={left - 8} y={at.top} dy="0.34em" textAnchor="end">{words.points(points)}</text>
          </g>
        );
      })}
      <text className="map-axis-name" data-side="created" x={right} y={bottom + 38} textAnchor="end">{words.created} →</text>
      <text className="map-axis-name" data-side="consumed" transform={`translate(14 ${top}) rotate(-90)`} textAnchor="end">{words.consumed} →</text>
      <text className="map-zone" x={right - 12} y={bottom - 12} textAnchor="end" data-side="created">{words.givesMore}</text>
      <text className="map-zone" x={left + 12} y={top + 20} data-side="consumed">{words.receivesMore}</text>
      <text className="map-zone" data-side="even" textAnchor="end" x={plane.x.at(evenEnd) - 14} y={plane.y.at(evenEnd) + 14} dy={-7} transform={`rotate(${(-Math.atan2(bottom - top, right - left) * 180) / Math.PI} ${plane.x.at(evenEnd) - 14} ${plane.y.at(evenEnd) + 14})`}>{words.even}</text>
      <rect className="map-edge-ground" x={MAP_MARGIN.left - 32} y={top} width={8} height={bottom - top} rx={4} />
      <rect className="map-edge" x={MAP_MARGIN.left - 32} y={bottom - barHeight} width={8} height={barHeight} rx={4} />
      <text className="plot-tick" x={MAP_MARGIN.left - 32} y={bottom + 38} textAnchor="start">{words.few}</text>
    </>
  );
});

const AccountMarks = memo(function AccountMarks({ plane, accounts }: { readonly plane: MapPlane; readonly accounts: readonly MapAccount[] }) {
  return accounts.map((account) => {
    const { left, top } = plane.place(account);
    return <circle key={account.key} className="map-account" data-employee={account.employee} data-faded={account.faded} cx={left} cy={top} r={3.2} style={{ color: account.color }} />;
  });
});

function TribeMarks({ plane, tribes, words }: { readonly plane: MapPlane; readonly tribes: readonly MapTribe[]; readonly words: ValueMapWords }) {
  const largest = Math.max(0, ...tribes.map(({ size }) => size));
  const labels = new Map(tribeLabels(plane, tribes).map((label) => [label.key, label]));
  return tribes.map((tribe) => {
    const { left, top } = balancePlace(plane, tribe, tribe.log2Balance);
    const label = labels.get(tribe.key);
    const whisker = tribe.low === null || tribe.high === null ? null : { low: balancePlace(plane, tribe, tribe.low), high: balancePlace(plane, tribe, tribe.high) };
    return (
      <g key={tribe.key} className="map-tribe">
        {whisker !== null && <line x1={whisker.low.left} y1={whisker.low.top} x2={whisker.high.left} y2={whisker.high.top} stroke={tribe.color} strokeWidth={5} strokeLinecap="round" opacity={0.4} />}
        <path className="map-tribe-mark" d={tribeShapePath(tribe.shape, tribeRadius(tribe.size, largest))} fill={tribe.color} fillRule="evenodd" style={{ transform: `translate(${left}px, ${top}px)` }} />
        {label !== undefined && (
          <text className="map-tribe-label" x={label.left} y={label.top} textAnchor={label.anchor}>
            <tspan className="map-tribe-name">{tribe.label}</tspan>
            <tspan x={label.left} dy="1.2em" className="map-tribe-size">{words.people(tribe.size)}</tspan>
          </text>
        )}
      </g>
    );
  });
}
