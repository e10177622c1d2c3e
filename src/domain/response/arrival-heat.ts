import { answeredWithin } from '../stats/answered-within.ts';
import type { Estimate } from '../stats/interval.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import type { RequestEpisode } from './request-episode.ts';
import { askerCounts } from './response-floors.ts';
import { waitColumns } from './wait-columns.ts';

/** Hour and weekday of a moment on the project's clocks: hours 0-23, weekdays 1 = Monday to 7. */
export type WeekClock = (atMs: number) => { readonly hour: number; readonly weekday: number };

/** One hour of one weekday. */
export interface HeatCell {
  readonly weekday: number;
  readonly hour: number;
  /** Requests that arrived in it. */
  readonly requests: number;
  /** Answers to requests that the brand sent in it. */
  readonly answers: number;
  /** Whether the brand normally answers in it; false for all where its answers are too few to tell. */
  readonly isNormal: boolean;
  /** Share of its requests answered within a day; null under the floors. */
  readonly withinDay: Estimate | null;
}

/** Requests that arrived inside or outside the hours in which the brand normally answers. */
export interface HeatSide {
  readonly requests: number;
  readonly withinDay: Estimate | null;
}

/** Requests and answers by weekday and hour. */
export interface ArrivalHeat {
  /** 168 cells, Monday first, each weekday from hour 0. */
  readonly cells: readonly HeatCell[];
  readonly requests: number;
  readonly answers: number;
  /** Requests whose time is known to the day or not at all: in no cell. */
  readonly untimed: number;
  /** Hours in which the brand normally answers, of 168; null under {@link LEAST_ANSWERS} answers. */
  readonly normalHours: number | null;
  /** Share of the requests that arrive in those hours. */
  readonly inNormalHours: (Estimate & { readonly requests: number }) | null;
  readonly inside: HeatSide | null;
  readonly outside: HeatSide | null;
}

/** Fewer answers than this say nothing of the hours in which a brand answers. */
export const LEAST_ANSWERS = 100;
/** The normal hours are the busiest that together hold this share of the answers. */
const NORMAL_SHARE = 0.9;
const DAY_SECONDS = 86_400;
const CELLS = 168;

/**
 * When people ask against when the brand answers, by weekday and hour of the project's zone. An answer counts once, however many
 * requests it answers. The brand normally answers in the fewest hours of the week that hold nine answers in ten; hours that hold
 * as many answers as the last one taken are all in. Requests known to the day only are counted apart. O(n log n).
 */
export function arrivalHeat(requests: readonly RequestEpisode[], clock: WeekClock): ArrivalHeat {
  const cellOf = (atMs: number): number => {
    const { hour, weekday } = clock(atMs);
    return (weekday - 1) * 24 + hour;
  };
  const dealt = Array.from({ length: CELLS }, (): RequestEpisode[] => []);
  const answers = new Uint32Array(CELLS);
  const told = new Set<number>();
  let untimed = 0;
  for (const request of requests) {
    const { atMs, precision, answeredAtMs, answerMessageId } = request;
    if (atMs === null || precision !== 'fine') {
      untimed += 1;
      continue;
    }
    dealt[cellOf(atMs)]?.push(request);
    if (answeredAtMs === null || answerMessageId === null || told.has(answerMessageId)) continue;
    told.add(answerMessageId);
    const cell = cellOf(answeredAtMs);
    answers[cell] = (answers[cell] ?? 0) + 1;
  }
  const timed = requests.length - untimed;
  const normal = told.size < LEAST_ANSWERS ? null : busiestCells(answers, told.size * NORMAL_SHARE);
  const within = dealt.filter((_, cell) => normal?.has(cell) === true).flat();
  const limits = normal === null || timed === 0 || askerCounts(requests).tooFew ? null : wilsonInterval(within.length, timed);
  return {
    cells: dealt.map((arrived, cell) => ({
      weekday: Math.floor(cell / 24) + 1, hour: cell % 24, requests: arrived.length, answers: answers[cell] ?? 0, isNormal: normal?.has(cell) ?? false, withinDay: shareWithinDay(arrived),
    })),
    requests: timed, answers: told.size, untimed,
    normalHours: normal?.size ?? null,
    inNormalHours: limits === null ? null : { requests: within.length, estimate: within.length / timed, ...limits },
    inside: normal === null ? null : { requests: within.length, withinDay: shareWithinDay(within) },
    outside: normal === null ? null : { requests: timed - within.length, withinDay: shareWithinDay(dealt.filter((_, cell) => !normal.has(cell)).flat()) },
  };
}

function busiestCells(answers: Uint32Array, wanted: number): Set<number> {
  const order = Uint32Array.from(answers, (_, cell) => cell).sort((one, other) => (answers[other] ?? 0) - (answers[one] ?? 0) || one - other);
  const taken = new Set<number>();
  let held = 0;
  let least = 0;
  for (const cell of order) {
    const count = answers[cell] ?? 0;
    if (count === 0 || (held >= wanted && count < least)) break;
    taken.add(cell);
    held += count;
    least = count;
  }
  return taken;
}

function shareWithinDay(requests: readonly RequestEpisode[]): Estimate | null {
  const known = requests.filter(({ waitedSeconds }) => waitedSeconds !== null);
  if (askerCounts(known).tooFew) return null;
  const { waitedSeconds, answered } = waitColumns(known);
  return answeredWithin(kaplanMeier(waitedSeconds, answered), DAY_SECONDS);
}
