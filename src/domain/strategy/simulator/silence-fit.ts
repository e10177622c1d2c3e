import { kaplanMeier } from '../../stats/kaplan-meier.ts';
import { waitingBand } from '../../stats/waiting-at.ts';
import type { ArrivedRequest, WeekSpan } from './arrived-request.ts';
import { requestsIn } from './arrived-request.ts';
import { WEEK_HOURS } from './week-hours.ts';

/** Fewer requests than this carry no plateau of their own; the one of all requests stands in. */
export const LEAST_FOR_PLATEAU = 20;
/** And at least so many askers. */
export const LEAST_ASKERS = 10;

/** The share of an intent's requests that is never taken up, with its 95 % limits. */
export interface SilencePlateau {
  readonly n: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Taken from all requests, for there are too few of this intent. */
  readonly pooled: boolean;
}

/** What the simulator knows of a project. */
export interface SilenceFit {
  readonly weeks: number;
  readonly n: number;
  /** Requests an hour, by intent and then by hour of the week: the count of the cell over the weeks it was watched. */
  readonly rates: readonly Float64Array[];
  readonly plateaus: readonly SilencePlateau[];
}

/** True when too few requests or askers stand behind some requests for any figure. */
export function tooFewArrived(requests: readonly ArrivedRequest[]): boolean {
  if (requests.length < LEAST_FOR_PLATEAU) return true;
  let unknown = 0;
  const askers = new Set<number>();
  for (const { askerId } of requests) {
    if (askerId === null) unknown += 1;
    else askers.add(askerId);
  }
  return askers.size + unknown < LEAST_ASKERS;
}

/**
 * Fits arrivals and silence on whole weeks. The rate of an hour of the week is its count over the number of weeks (its exposure), for
 * each intent. The plateau of an intent is its Kaplan-Meier curve at the longest follow-up: who still waits then is taken to be never
 * taken up. `intents` is how many there are. O(n log n).
 * Source: Kaplan & Meier 1958.
 */
export function silenceFit(requests: readonly ArrivedRequest[], span: WeekSpan, intents: number): SilenceFit {
  const fitted = requestsIn(requests, span);
  const weeks = span.last - span.first + 1;
  const rates = Array.from({ length: intents }, () => new Float64Array(WEEK_HOURS));
  for (const { wallMinute, intent } of fitted) {
    const cell = Math.floor(wallMinute / 60) % WEEK_HOURS;
    const own = rates[intent];
    if (own !== undefined) own[cell] = (own[cell] ?? 0) + 1 / weeks;
  }
  const all = plateauOf(fitted);
  const plateaus = rates.map((_, intent): SilencePlateau => {
    const own = fitted.filter((request) => request.intent === intent);
    return tooFewArrived(own) ? { ...all, n: own.length, pooled: true } : { ...plateauOf(own), n: own.length, pooled: false };
  });
  return { weeks, n: fitted.length, rates, plateaus };
}

function plateauOf(requests: readonly ArrivedRequest[]): { readonly estimate: number; readonly low: number; readonly high: number } {
  const curve = kaplanMeier(requests.map(({ waitedMinutes }) => waitedMinutes * 60), requests.map(({ answered }) => answered));
  const last = curve.steps.at(-1);
  return last === undefined ? { estimate: 1, low: 1, high: 1 } : { estimate: last.waiting, ...waitingBand(last) };
}
