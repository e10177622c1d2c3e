import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode } from 'react';
import type { Pixel } from './map-lasso.ts';
import type { DraggedBox } from './map-plane.ts';
import { CoverageLane } from './CoverageLane.tsx';
import { timeColumns } from './plot-stretch.ts';
import { placeAfterKey, placeUnderPointer, pointAt, type PlotPoint, type PointPlace, type PointerReach } from './plot-points.ts';
import { Button } from '../ui/Button.tsx';
import { useElementWidth } from './use-element-width.ts';
import { useStageArea, type StageArea } from './use-stage-area.ts';
import { useStageStretch } from './use-stage-stretch.ts';
import type { StageStretch } from './use-time-stretch.ts';

export interface PlotStageProps {
  readonly height: number;
  /** Name of the chart for assistive technology. */
  readonly label: string;
  /** How to move about, said once on focus. */
  readonly hint: string;
  /** Points for a plot of this width: one row a series. */
  readonly points: (width: number) => readonly (readonly PlotPoint[])[];
  readonly reach: PointerReach;
  /** The drawing itself, hidden from assistive technology, which hears the points instead. */
  readonly children: (stage: StageView) => ReactNode;
  /** Parts over the drawing that take pointers themselves, such as direct labels that are buttons. */
  readonly overlay?: (stage: { readonly width: number }) => ReactNode;
  /** Makes dragging draw a rectangle; told once, when the pointer is let go after at least 4 px. */
  readonly onDragged?: (box: DraggedBox, width: number) => void;
  /** Makes dragging draw a shape by hand instead, and clicks put its corners one by one, which needs no dragging. */
  readonly tracing?: StageTracing | undefined;
  /** Makes a stretch of columns a period: dragged, by Shift and arrows and Enter, or by two clicks after the button below the chart. */
  readonly stretch?: StageStretch | undefined;
  /** Makes rows and columns of points a choice, in the same three ways. A stage has one of the two. */
  readonly area?: StageArea | undefined;
}

/** A shape drawn by hand: told once, when the pointer is let go or its corners are closed by Enter or on the first of them. */
export interface StageTracing {
  readonly onTraced: (path: readonly Pixel[], width: number) => void;
  /** How many corners stand, for assistive technology. */
  readonly words: (corners: number) => string;
}

/** What a drawing may depend on: its width, the point under pointer or keys, the rectangle being dragged. */
export interface StageView {
  readonly width: number;
  readonly active: PlotPoint | null;
  readonly place: PointPlace | null;
  readonly dragged: DraggedBox | null;
  /** Corners of the shape being drawn by hand; empty when none is. */
  readonly traced: readonly Pixel[];
}

const DRAG_STARTS_PIXELS = 4;
const CLOSES_WITHIN_PIXELS = 10;
const NO_CORNERS: readonly Pixel[] = [];
const apart = (one: Pixel, other: Pixel): number => Math.hypot(one.left - other.left, one.top - other.top);

/**
 * The one way in which every chart is read: a single tab stop, arrow keys from point to point, each point announced and
 * shown as a card, Enter or a click opens its messages. Marks are never tab stops of their own, because a map of two
 * thousand of them would bury the page.
 */
export function PlotStage({ height, label, hint, points, reach, children, overlay, onDragged, tracing, stretch, area }: PlotStageProps) {
  const { ref, width } = useElementWidth<HTMLDivElement>();
  const [place, setPlace] = useState<PointPlace | null>(null);
  const [dragged, setDragged] = useState<DraggedBox | null>(null);
  const [corners, setCorners] = useState(NO_CORNERS);
  const isFreehand = useRef(false);
  const pressed = useRef<{ left: number; top: number } | null>(null);
  const wasDragged = useRef(false);
  const lastPlace = useRef<PointPlace | null>(null);
  const hintId = useId();
  const rows = width === 0 ? [] : points(width);
  const active = pointAt(rows, place);
  const columns = timeColumns(rows);
  const desks = { stretch: useStageStretch(rows, columns, stretch), area: useStageArea(rows, area) };
  const desk = area === undefined ? desks.stretch : desks.area;
  const choosing = area ?? stretch;
  const traced = tracing === undefined ? NO_CORNERS : corners;
  const closeTrace = (path: readonly Pixel[]): void => {
    setCorners(NO_CORNERS);
    tracing?.onTraced(path, width);
  };
  const addCorner = (corner: Pixel): void => {
    const [first] = traced;
    if (first !== undefined && traced.length >= 3 && apart(first, corner) <= CLOSES_WITHIN_PIXELS) closeTrace(traced);
    else setCorners([...traced, corner]);
  };
  /** Keys of a shape being drawn: Space puts a corner at the point one stands on, Backspace takes one back, Enter closes, Escape drops it. */
  const tracedByKey = (key: string): boolean => {
    if (tracing === undefined) return false;
    if (key === ' ' && active !== null) addCorner({ left: active.left, top: active.top });
    else if (key === 'Enter' && traced.length >= 3) closeTrace(traced);
    else if (key === 'Backspace' && traced.length > 0) setCorners(traced.slice(0, -1));
    else if (key === 'Escape' && traced.length > 0) setCorners(NO_CORNERS);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (tracedByKey(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (desk.pressed(event.key, event.shiftKey, place)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'Escape' && place !== null) {
      event.stopPropagation();
      setPlace(null);
      return;
    }
    if ((event.key === 'Enter' || event.key === ' ') && active?.open !== undefined) {
      event.preventDefault();
      active.open();
      return;
    }
    const next = placeAfterKey(rows, place, event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    setPlace(next);
  };
  // whoever opened the messages of a point by key finds that point again on coming back
  const onFocus = (event: FocusEvent): void => {
    if (event.currentTarget.matches(':focus-visible')) setPlace(lastPlace.current);
  };
  const onBlur = (): void => {
    lastPlace.current = place;
    setPlace(null);
  };
  const pixel = (event: MouseEvent | PointerEvent): { left: number; top: number } => {
    const box = event.currentTarget.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };
  const onPointerDown = (event: PointerEvent): void => {
    wasDragged.current = false;
    if ((onDragged !== undefined || tracing !== undefined || desk.isOffered) && event.button === 0) pressed.current = pixel(event);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const here = pixel(event);
    const from = pressed.current;
    if (from !== null && tracing !== undefined) {
      const last = isFreehand.current ? traced.at(-1) : from;
      if (last === undefined || apart(last, here) < DRAG_STARTS_PIXELS) return;
      if (!isFreehand.current) event.currentTarget.setPointerCapture(event.pointerId);
      setCorners(isFreehand.current ? [...traced, here] : [from, here]);
      isFreehand.current = true;
      setPlace(null);
      return;
    }
    if (from !== null && (dragged !== null || Math.hypot(here.left - from.left, here.top - from.top) >= DRAG_STARTS_PIXELS)) {
      if (dragged === null) event.currentTarget.setPointerCapture(event.pointerId);
      if (desk.isOffered) desk.dragTo(from, here);
      setDragged({ fromLeft: from.left, fromTop: from.top, toLeft: here.left, toTop: here.top });
      setPlace(null);
      return;
    }
    setPlace(placeUnderPointer(rows, here, reach));
  };
  const onPointerUp = (): void => {
    pressed.current = null;
    if (isFreehand.current) {
      isFreehand.current = false;
      wasDragged.current = true;
      closeTrace(traced);
      return;
    }
    if (dragged === null) return;
    wasDragged.current = true;
    setDragged(null);
    if (desk.isOffered) desk.dropped();
    onDragged?.(dragged, width);
  };
  const drawing = (
    <div ref={ref} className="plot-stage" style={{ height }}>
      <div
        className="plot-surface"
        role="application"
        aria-label={label}
        aria-describedby={hintId}
        tabIndex={0}
        data-opens={active?.open !== undefined}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={onBlur}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          pressed.current = null;
          isFreehand.current = false;
          setDragged(null);
          desk.setPicking(false);
          setCorners(NO_CORNERS);
        }}
        onPointerLeave={() => setPlace(null)}
        onClick={(event) => {
          if (wasDragged.current || desk.clicked(pixel(event))) return;
          if (tracing === undefined) active?.open?.();
          else addCorner(pixel(event));
        }}
      >
        {width > 0 && children({ width, active, place, dragged: desk.isOffered ? null : dragged, traced })}
        {desk.ground !== null && <span className="plot-stretch" data-area={area !== undefined} style={desk.ground} />}
      </div>
      {width > 0 && overlay?.({ width })}
      {active !== null && traced.length === 0 && <PointCard point={active} width={width} height={height} />}
      <span id={hintId} className="visually-hidden">{desk.isOffered ? `${hint} ${choosing?.hint ?? ''}` : hint}</span>
      <span className="visually-hidden" aria-live="polite">{[desk.told, traced.length === 0 ? '' : (tracing?.words(traced.length) ?? ''), active === null ? '' : [active.heading, ...active.lines].join('. ')].filter((words) => words !== '').join('. ')}</span>
    </div>
  );
  if (choosing === undefined) return drawing;
  const standing = stretch?.cover.summary ?? '';
  return (
    <div className="plot-stretching">
      {drawing}
      {stretch !== undefined && <CoverageLane cover={stretch.cover} columns={columns} />}
      <p className="plot-stretch-line">
        {desk.isOffered && <Button size="small" variant="plain" className="keep-button" aria-pressed={desk.isPicking} onPress={() => desk.setPicking(!desk.isPicking)}>{choosing.button}</Button>}
        <span aria-hidden={desk.line !== ''}>{desk.line === '' ? standing : desk.line}</span>
      </p>
    </div>
  );
}

function PointCard({ point, width, height }: { readonly point: PlotPoint; readonly width: number; readonly height: number }) {
  const toLeft = point.left > width / 2;
  const above = point.top > height / 2;
  return (
    <div
      className="plot-card"
      aria-hidden="true"
      style={{
        ...(toLeft ? { right: width - point.left + 14 } : { left: point.left + 14 }),
        ...(above ? { bottom: height - point.top + 8 } : { top: point.top + 8 }),
      }}
    >
      <strong>{point.heading}</strong>
      {point.lines.map((line) => <span key={line}>{line}</span>)}
    </div>
  );
}
