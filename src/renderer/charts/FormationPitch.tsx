import { useState, type PointerEvent } from 'react';
import type { PlotPoint } from './plot-points.ts';
import { PlotStage } from './PlotStage.tsx';

/** A line of players, from the goal forward, with the words of its card. */
export interface PitchLine<Code extends string> {
  readonly code: Code;
  readonly label: string;
  readonly players: number;
  /** Of the players, those that are there in form only. */
  readonly hatched: number;
  readonly lines: readonly string[];
  readonly open?: () => void;
}

export interface FormationPitchProps<Code extends string> {
  readonly lines: readonly PitchLine<Code>[];
  /** The line-up as one sentence. */
  readonly label: string;
  readonly hint: string;
  /** Ghosts behind the players: another line-up to compare with. */
  readonly ghosts?: Readonly<Record<Code, number>>;
  /** Takes a player from one line to another; left out where the line-up cannot be changed. */
  readonly onMove?: (from: Code, to: Code) => void;
}

interface Dragged<Code> {
  readonly from: Code;
  readonly x: number;
  readonly y: number;
}

const HEIGHT = 300;
const MARGIN = 16;
const RADIUS = 11;

/**
 * A football pitch seen from the side line, goal on the left: every line a column of players. Arrows lead from line to line; where the
 * line-up can be changed, players are dragged, and buttons outside do the same from the keyboard.
 */
export function FormationPitch<Code extends string>({ lines, label, hint, ghosts, onMove }: FormationPitchProps<Code>) {
  const [dragged, setDragged] = useState<Dragged<Code> | null>(null);
  const column = (position: number, width: number): number => MARGIN + 60 + ((width - 2 * MARGIN - 84) * (position + 0.5)) / lines.length;
  const row = (place: number, of: number): number => HEIGHT / 2 - 10 + (place - (of - 1) / 2) * Math.min(36, 220 / Math.max(1, of));
  const at = (event: PointerEvent<SVGElement>): { readonly x: number; readonly y: number } => {
    const box = (event.currentTarget.ownerSVGElement ?? event.currentTarget).getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const drop = (event: PointerEvent<SVGElement>, width: number): void => {
    const { x } = at(event);
    const target = lines.map(({ code }, position) => ({ code, distance: Math.abs(column(position, width) - x) })).sort((one, other) => one.distance - other.distance)[0]?.code;
    if (dragged !== null && target !== undefined) onMove?.(dragged.from, target);
    setDragged(null);
  };
  const points = (width: number): PlotPoint[][] => [lines.map(({ code, label: heading, lines: words, open }, position) => ({ key: code, left: column(position, width), top: HEIGHT / 2 - 10, reach: { top: 0, bottom: HEIGHT }, heading, lines: words, ...(open === undefined ? {} : { open }) }))];
  return (
    <PlotStage height={HEIGHT} label={label} hint={hint} reach={{ kind: 'near', pixels: 40 }} points={points}>
      {({ width, active }) => (
        <svg className="pitch" width={width} height={HEIGHT} aria-hidden="true" onPointerMove={(event) => dragged !== null && setDragged({ ...dragged, ...at(event) })} onPointerUp={(event) => drop(event, width)} onPointerLeave={() => setDragged(null)}>
          <defs>
            <pattern id="pitch-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--surface)" /><line x1="0" y1="0" x2="0" y2="5" stroke="var(--accent)" strokeWidth="3" /></pattern>
          </defs>
          <g className="pitch-lines">
            <rect x={MARGIN} y={MARGIN} width={width - 2 * MARGIN} height={HEIGHT - 2 * MARGIN - 24} rx={4} />
            <rect x={MARGIN} y={HEIGHT / 2 - 62} width={40} height={104} />
            <line x1={width / 2} x2={width / 2} y1={MARGIN} y2={HEIGHT - MARGIN - 24} />
            <circle cx={width / 2} cy={HEIGHT / 2 - 12} r={42} />
            <rect x={width - MARGIN - 40} y={HEIGHT / 2 - 62} width={40} height={104} />
          </g>
          <circle className="pitch-keeper" cx={MARGIN + 18} cy={HEIGHT / 2 - 10} r={RADIUS - 2} />
          {lines.map(({ code, label: name, players, hatched }, position) => (
            <g key={code}>
              {active?.key === code && <rect className="pitch-focus" x={column(position, width) - 24} y={MARGIN + 4} width={48} height={HEIGHT - 2 * MARGIN - 32} rx={8} />}
              {ghosts !== undefined && Array.from({ length: ghosts[code] }, (_, place) => <circle key={`ghost ${String(place)}`} className="pitch-ghost" cx={column(position, width) + 16} cy={row(place, ghosts[code])} r={RADIUS - 2} />)}
              {Array.from({ length: players }, (_, place) => (
                <circle
                  key={place}
                  className="pitch-player"
                  data-movable={onMove !== undefined}
                  data-dragged={dragged?.from === code && place === players - 1}
                  cx={column(position, width)}
                  cy={row(place, players)}
                  r={RADIUS}
                  fill={place >= players - hatched ? 'url(#pitch-hatch)' : 'var(--accent)'}
                  onPointerDown={(event) => {
                    if (onMove === undefined) return;
                    event.preventDefault();
                    setDragged({ from: code, ...at(event) });
                  }}
                />
              ))}
              <text className="pitch-name" x={column(position, width)} y={HEIGHT - 10} textAnchor="middle">{name}</text>
            </g>
          ))}
          {dragged !== null && <circle className="pitch-player" cx={dragged.x} cy={dragged.y} r={RADIUS + 1} fill="var(--accent)" pointerEvents="none" />}
        </svg>
      )}
    </PlotStage>
  );
}
