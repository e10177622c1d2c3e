import { linearScale, type Scale } from '../../charts/scale.ts';
import type { PromiseStateCode } from './promise-words.ts';

/** A promise as a lane: from when it was made to when it fell due, and where its outcome was seen. UTC ms. */
export interface LanePromise {
  readonly key: string;
  readonly state: PromiseStateCode;
  readonly madeMs: number;
  /** Null where no time was named. */
  readonly dueMs: number | null;
  /** When it was seen to be kept or broken; null where nothing was seen. */
  readonly seenMs: number | null;
}

/** A lane in pixels; `mark` is where the shape of its state stands. */
export interface Lane {
  readonly key: string;
  readonly state: PromiseStateCode;
  readonly top: number;
  readonly made: number;
  readonly due: number | null;
  readonly mark: number;
}

/** All lanes with their axis. */
export interface LanesLayout {
  readonly x: Scale;
  readonly height: number;
  readonly bottom: number;
  readonly ticks: readonly number[];
  readonly lanes: readonly Lane[];
}

const DAY_MS = 86_400_000;
const ROW = 14;
const MARGIN = { left: 12, right: 16, top: 10, bottom: 28 } as const;
const TICK_ROOM = 110;
const STEPS_DAYS = [1, 2, 7, 14, 30, 60, 91, 182, 365] as const;
/** A mark that would lie on the dot of the making is moved off it. */
const LEAST_LENGTH = 10;

/** The height that so many lanes take. */
export function lanesHeight(lanes: number): number {
  return MARGIN.top + lanes * ROW + MARGIN.bottom;
}

/**
 * Lays promises out one under the other, in the order given, over the time that they span together; ticks are days at midnight
 * UTC, no nearer than their labels need. Without promises an axis of one day and no lane.
 */
export function lanesLayout(promises: readonly LanePromise[], width: number): LanesLayout {
  const times = promises.flatMap(({ madeMs, dueMs, seenMs }) => [madeMs, dueMs, seenMs].filter((time) => time !== null));
  const first = times.length === 0 ? 0 : Math.min(...times);
  const last = times.length === 0 ? DAY_MS : Math.max(...times, first + DAY_MS);
  const x = linearScale({ domain: [first, last], range: [MARGIN.left, Math.max(MARGIN.left + 60, width - MARGIN.right)] });
  const height = lanesHeight(promises.length);
  const wanted = Math.max(2, Math.floor((x.range[1] - x.range[0]) / TICK_ROOM));
  const step = (STEPS_DAYS.find((days) => (last - first) / (days * DAY_MS) <= wanted) ?? Math.ceil((last - first) / wanted / DAY_MS)) * DAY_MS;
  const ticks: number[] = [];
  for (let at = Math.ceil(first / step) * step; at <= last; at += step) ticks.push(at);
  return {
    x, height, bottom: height - MARGIN.bottom, ticks,
    lanes: promises.map(({ key, state, madeMs, dueMs, seenMs }, place) => {
      const made = x.at(madeMs);
      const mark = x.at(seenMs ?? dueMs ?? madeMs);
      return { key, state, top: MARGIN.top + place * ROW + ROW / 2, made, due: dueMs === null ? null : x.at(dueMs), mark: Math.max(mark, made + LEAST_LENGTH) };
    }),
  };
}

/** The outline of the shape that stands for a state, around a point: told apart without colour. */
export function statePath(state: PromiseStateCode, left: number, top: number): string {
  switch (state) {
    case 'late':
      return `M${left},${top - 5}L${left + 5},${top}L${left},${top + 5}L${left - 5},${top}Z`;
    case 'broken':
      return `M${left - 4},${top - 4}L${left + 4},${top + 4}M${left - 4},${top + 4}L${left + 4},${top - 4}`;
    case 'unverifiable':
      return `M${left - 4},${top}H${left + 4}`;
    default:
      return `M${left - 4},${top}A4,4 0 1 1 ${left + 4},${top}A4,4 0 1 1 ${left - 4},${top}Z`;
  }
}
