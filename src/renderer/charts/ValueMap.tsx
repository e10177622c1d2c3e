import { memo } from 'react';
import { balancePlace, boxPixels, draggedPoints, evenBand, mapTicks, type DraggedBox, type MapPlane, type PointsBox } from './map-plane.ts';
import { lassoPoints, lassoPolygon } from './map-lasso.ts';
import { arrowShape, trailSegments, type MapArrow, type MapTrail } from './map-trails.ts';
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
  /** Corners of a shape being drawn by hand, for assistive technology. */
  readonly corners: (count: number) => string;
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
  /** What dragging draws; a map that is looked at only draws nothing. */
  readonly selecting?: MapSelecting;
  readonly polygon?: readonly (readonly [number, number])[] | null;
  readonly words: ValueMapWords;
  /** Ways of groups over time, and moves between two periods. */
  readonly trails?: readonly MapTrail[];
  readonly arrows?: readonly MapArrow[];
  /** Points that the axes must reach whatever is drawn, so that they stand still while periods pass. */
  readonly largestPoints?: number;
  /** One size for all groups, pixels, where arrows must be seen beside them; by their people where left out. */
  readonly markRadius?: number;
}

/** How a part of the map is chosen: a rectangle or a shape by hand. */
export type MapSelecting =
  | { readonly kind: 'box'; readonly onBox: (box: PointsBox | null) => void }
  | { readonly kind: 'lasso'; readonly onPolygon: (polygon: [number, number][]) => void };

/** Side of a density square in log10 units: a factor of 1.26 in points. */
const CELL_SIDE = 0.1;

/**
 * Value created against value consumed: density of people below, accounts and tribes above, the band of one to one in
 * gold, people with too few traces as a bar at the edge. Dragging selects a rectangle of points; the room offers the same
 * by number fields.
 */
export function ValueMap({ label, hint, height, cells, accounts, tribes, priorPoints, borderLog2, few, total, box, selecting, polygon = null, words, trails = [], arrows = [], largestPoints = 0, markRadius }: ValueMapProps) {
  const planeFor = (width: number): MapPlane => valueMapPlane({ width, height, cells, accounts, tribes, priorPoints, largestPoints });
  return (
    <PlotStage
      height={height}
      label={label}
      hint={hint}
      reach={{ kind: 'near', pixels: 26 }}
      points={(width) => valueMapPoints(planeFor(width), tribes, accounts)}
      {...(selecting?.kind === 'box' ? { onDragged: (dragged, width) => selecting.onBox(draggedPoints(planeFor(width), dragged)) } : {})}
      tracing={selecting?.kind !== 'lasso' ? undefined : {
        words: words.corners,
        onTraced: (path, width) => {
          const drawn = lassoPoints(planeFor(width), path);
          if (drawn !== null) selecting.onPolygon(drawn);
        },
      }}
    >
      {({ width, active, dragged, traced }) => {
        const plane = planeFor(width);
        return (
          <svg width={width} height={height} aria-hidden="true" className="value-map">
            <MapGround plane={plane} cells={cells} borderLog2={borderLog2} words={words} few={few} total={total} />
            <AccountMarks plane={plane} accounts={accounts} />
            <Trails plane={plane} trails={trails} />
            <Arrows plane={plane} arrows={arrows} clearance={(markRadius ?? 10) + 3} />
            <TribeMarks plane={plane} tribes={tribes} words={words} radius={markRadius} />
            {box !== null && dragged === null && <rect className="map-box" {...rectangle(plane, box)} />}
            {dragged !== null && <rect className="map-box" {...corners(dragged)} />}
            {polygon !== null && traced.length === 0 && <polygon className="map-lasso" points={lassoPolygon(plane, polygon)} />}
            {traced.length > 0 && <polygon className="map-lasso" points={traced.map(({ left, top }) => `${String(left)},${String(top)}`).join(' ')} />}
            {traced.length > 0 && traced.length < 12 && traced.map(({ left, top }) => <circle key={`${String(left)}:${String(top)}`} className="map-lasso-corner" cx={left} cy={top} r={4} />)}
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
      {total > 0 && <>
      <rect className="map-edge-ground" x={MAP_MARGIN.left - 32} y={top} width={8} height={bottom - top} rx={4} />
      <rect className="map-edge" x={MAP_MARGIN.left - 32} y={bottom - barHeight} width={8} height={barHeight} rx={4} />
      <text className="plot-tick" x={MAP_MARGIN.left - 32} y={bottom + 38} textAnchor="start">{words.few}</text>
      </>}
    </>
  );
});

const AccountMarks = memo(function AccountMarks({ plane, accounts }: { readonly plane: MapPlane; readonly accounts: readonly MapAccount[] }) {
  return accounts.map((account) => {
    const { left, top } = plane.place(account);
    return <circle key={account.key} className="map-account" data-employee={account.employee} data-faded={account.faded} cx={left} cy={top} r={3.2} style={{ color: account.color }} />;
  });
});

const OLDEST_OPACITY = 0.16;

/** Ways of groups: thin lines that fade into the past, dotted over periods in which too few were there to say. */
function Trails({ plane, trails }: { readonly plane: MapPlane; readonly trails: readonly MapTrail[] }) {
  return trails.map((trail) => (
    <g key={trail.key} style={{ color: trail.color }}>
      {trailSegments(plane, trail).map(({ key, fromLeft, fromTop, toLeft, toTop, age, overGap }) => (
        <g key={key} opacity={OLDEST_OPACITY + (0.85 - OLDEST_OPACITY) * age ** 1.5}>
          <line className="map-trail" data-gap={overGap} x1={fromLeft} y1={fromTop} x2={toLeft} y2={toTop} />
          <circle className="map-trail-stop" cx={fromLeft} cy={fromTop} r={2.2} />
        </g>
      ))}
    </g>
  ));
}

/** Moves between two periods: a hollow start, a shaft, a head before the mark of the second; dashed where the direction is not clear. */
function Arrows({ plane, arrows, clearance }: { readonly plane: MapPlane; readonly arrows: readonly MapArrow[]; readonly clearance: number }) {
  return arrows.map((arrow) => {
    const shape = arrowShape(plane, arrow, clearance);
    if (shape === null) return null;
    return (
      <g key={arrow.key} style={{ color: arrow.color }}>
        <line className="map-arrow" data-clear={arrow.clear} x1={shape.fromLeft} y1={shape.fromTop} x2={shape.toLeft} y2={shape.toTop} />
        <polygon className="map-arrow-head" points={shape.head} />
        <circle className="map-arrow-start" cx={shape.fromLeft} cy={shape.fromTop} r={4} />
      </g>
    );
  });
}

function TribeMarks({ plane, tribes, words, radius }: { readonly plane: MapPlane; readonly tribes: readonly MapTribe[]; readonly words: ValueMapWords; readonly radius: number | undefined }) {
  const largest = Math.max(0, ...tribes.map(({ size }) => size));
  const labels = new Map(tribeLabels(plane, tribes).map((label) => [label.key, label]));
  return tribes.map((tribe) => {
    const { left, top } = balancePlace(plane, tribe, tribe.log2Balance);
    const label = labels.get(tribe.key);
    const whisker = tribe.low === null || tribe.high === null ? null : { low: balancePlace(plane, tribe, tribe.low), high: balancePlace(plane, tribe, tribe.high) };
    return (
      <g key={tribe.key} className="map-tribe">
        {whisker !== null && <line x1={whisker.low.left} y1={whisker.low.top} x2={whisker.high.left} y2={whisker.high.top} stroke={tribe.color} strokeWidth={5} strokeLinecap="round" opacity={0.4} />}
        <path className="map-tribe-mark" d={tribeShapePath(tribe.shape, radius ?? tribeRadius(tribe.size, largest))} fill={tribe.color} fillRule="evenodd" style={{ transform: `translate(${left}px, ${top}px)` }} />
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
