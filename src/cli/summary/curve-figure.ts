import type { OperationValue } from '../../contract/operations.ts';
import type { Intent } from '../../domain/model/codes.ts';
import { escaped } from './html.ts';
import { REQUEST_WORDS } from './words.ts';

type Group = OperationValue<'response.survival'>['groups'][number];

const WIDTH = 760;
const HEIGHT = 300;
const LEFT = 44;
const RIGHT = 170;
const TOP = 12;
const BOTTOM = 34;
const COLOURS = ['#0F6E78', '#B5481F', '#9A6F16', '#5B4B9A', '#3E7B3A', '#8A3A63'];

/**
 * Curves of the share still waiting over time as one drawing, with their 95 % bands and a label at each line's end.
 * Time runs to the horizon in seconds; groups without steps are left out.
 */
export function curveFigure(groups: readonly Group[], horizonSeconds: number): string {
  const x = (seconds: number): number => LEFT + (Math.min(seconds, horizonSeconds) / horizonSeconds) * (WIDTH - LEFT - RIGHT);
  const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  const drawn = groups.filter(({ steps, tooFew }) => !tooFew && steps.length > 0);
  const ends = spread(drawn.map(({ steps }) => y(steps.findLast(({ atSeconds }) => atSeconds <= horizonSeconds)?.waiting ?? 1)));
  const marks = drawn.map(({ key, steps }, position) => {
    const colour = COLOURS[position % COLOURS.length] ?? '#63676F';
    const seen = steps.filter(({ atSeconds }) => atSeconds <= horizonSeconds);
    const name = key in REQUEST_WORDS ? REQUEST_WORDS[key as Intent] : key;
    const last = seen.at(-1);
    const line = stairs(seen.map(({ atSeconds, waiting }) => ({ x: x(atSeconds), y: y(waiting) })), { x: x(0), y: y(1) }, x(horizonSeconds));
    const upper = stairs(seen.map(({ atSeconds, waiting, high }) => ({ x: x(atSeconds), y: y(high ?? waiting) })), { x: x(0), y: y(1) }, x(horizonSeconds));
    const lower = stairs(seen.map(({ atSeconds, waiting, low }) => ({ x: x(atSeconds), y: y(low ?? waiting) })), { x: x(0), y: y(1) }, x(horizonSeconds));
    return [
      `<polygon points="${points([...upper, ...lower.toReversed()])}" fill="${colour}" opacity="0.13"/>`,
      `<polyline points="${points(line)}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      `<text x="${WIDTH - RIGHT + 8}" y="${((ends[position] ?? 0) + 4).toFixed(1)}" fill="${colour}">${escaped(name ?? key)} ${last === undefined ? '' : Math.round(last.waiting * 100)}</text>`,
    ].join('');
  });
  const days = Math.round(horizonSeconds / 86_400);
  const ticks = Array.from({ length: days + 1 }, (_, day) => `<text x="${x(day * 86_400).toFixed(1)}" y="${HEIGHT - 10}" text-anchor="middle" class="axis">${day}${day === days ? ' giorni' : ''}</text>`);
  const levels = [0, 0.25, 0.5, 0.75, 1].map((share) => `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(share)}" y2="${y(share)}" class="rule"/><text x="${LEFT - 8}" y="${y(share) + 4}" text-anchor="end" class="axis">${share * 100}</text>`);
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Quante richieste su 100 aspettano ancora una risposta, nel tempo">${levels.join('')}${ticks.join('')}${marks.join('')}</svg>`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function stairs(steps: readonly Point[], start: Point, end: number): Point[] {
  const line: Point[] = [start];
  for (const step of steps) line.push({ x: step.x, y: line.at(-1)?.y ?? start.y }, step);
  line.push({ x: end, y: line.at(-1)?.y ?? start.y });
  return line;
}

function points(line: readonly Point[]): string {
  return line.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

/** Moves label heights apart, 16 units at least, keeping their order. */
function spread(heights: readonly number[]): number[] {
  const order = heights.map((height, position) => ({ height, position })).sort((a, b) => a.height - b.height);
  const placed: number[] = [];
  let floor = TOP;
  for (const { height, position } of order) {
    floor = Math.max(floor, height);
    placed[position] = floor;
    floor += 16;
  }
  return placed;
}
