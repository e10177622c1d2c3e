import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { DraggedBox } from './map-plane.ts';
import { placeAfterKey, placeUnderPointer, pointAt, type PlotPoint, type PointPlace, type PointerReach } from './plot-points.ts';
import { useElementWidth } from './use-element-width.ts';

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
}

/** What a drawing may depend on: its width, the point under pointer or keys, the rectangle being dragged. */
export interface StageView {
  readonly width: number;
  readonly active: PlotPoint | null;
  readonly place: PointPlace | null;
  readonly dragged: DraggedBox | null;
}

const DRAG_STARTS_PIXELS = 4;

/**
 * The one way in which every chart is read: a single tab stop, arrow keys from point to point, each point announced and
 * shown as a card, Enter or a click opens its messages. Marks are never tab stops of their own, because a map of two
 * thousand of them would bury the page.
 */
export function PlotStage({ height, label, hint, points, reach, children, overlay, onDragged }: PlotStageProps) {
  const { ref, width } = useElementWidth<HTMLDivElement>();
  const [place, setPlace] = useState<PointPlace | null>(null);
  const [dragged, setDragged] = useState<DraggedBox | null>(null);
  const pressed = useRef<{ left: number; top: number } | null>(null);
  const wasDragged = useRef(false);
  const lastPlace = useRef<PointPlace | null>(null);
  const hintId = useId();
  const rows = width === 0 ? [] : points(width);
  const active = pointAt(rows, place);
  const onKeyDown = (event: KeyboardEvent): void => {
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
  const pixel = (event: PointerEvent): { left: number; top: number } => {
    const box = event.currentTarget.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };
  const onPointerDown = (event: PointerEvent): void => {
    wasDragged.current = false;
    if (onDragged !== undefined && event.button === 0) pressed.current = pixel(event);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const here = pixel(event);
    const from = pressed.current;
    if (from !== null && (dragged !== null || Math.hypot(here.left - from.left, here.top - from.top) >= DRAG_STARTS_PIXELS)) {
      if (dragged === null) event.currentTarget.setPointerCapture(event.pointerId);
      setDragged({ fromLeft: from.left, fromTop: from.top, toLeft: here.left, toTop: here.top });
      setPlace(null);
      return;
    }
    setPlace(placeUnderPointer(rows, here, reach));
  };
  const onPointerUp = (): void => {
    pressed.current = null;
    if (dragged === null) return;
    wasDragged.current = true;
    setDragged(null);
    onDragged?.(dragged, width);
  };
  return (
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
          setDragged(null);
        }}
        onPointerLeave={() => setPlace(null)}
        onClick={() => {
          if (!wasDragged.current) active?.open?.();
        }}
      >
        {width > 0 && children({ width, active, place, dragged })}
      </div>
      {width > 0 && overlay?.({ width })}
      {active !== null && <PointCard point={active} width={width} height={height} />}
      <span id={hintId} className="visually-hidden">{hint}</span>
      <span className="visually-hidden" aria-live="polite">{active === null ? '' : [active.heading, ...active.lines].join('. ')}</span>
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
