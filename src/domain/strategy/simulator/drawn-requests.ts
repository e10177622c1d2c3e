import type { RandomStream } from '../../stats/seeded-random.ts';
import { WEEK_HOURS } from './week-hours.ts';

/** The requests of one run, in the order they arrive; minutes since Monday 0:00 of its first week. */
export interface DrawnRequests {
  readonly count: number;
  readonly atMinutes: Float64Array;
  readonly intent: Uint8Array;
  readonly handlingMinutes: Float64Array;
  /** 1 for a request that somebody will take up, 0 for one that nobody will. */
  readonly takenUp: Uint8Array;
}

/** What the requests of a run are drawn from. */
export interface RequestSource {
  /** Requests an hour, by intent and hour of the week. */
  readonly rates: readonly Float64Array[];
  /** Probability that nobody takes a request up, by intent. */
  readonly silence: readonly number[];
  /** Minutes of handling for a number drawn evenly from [0, 1). */
  readonly handling: (drawn: number) => number;
  readonly weeks: number;
}

/**
 * Minutes drawn between two limits so that every ratio is as likely as any other of its size (log-uniform): twice as long is as
 * likely as half as long. Both limits above 0; equal ones give always the same.
 * @example minutesBetween({ low: 4, high: 16 })(0.5) // 8
 */
export function minutesBetween({ low, high }: { readonly low: number; readonly high: number }): (drawn: number) => number {
  const ratio = high / low;
  return (drawn) => low * ratio ** drawn;
}

/**
 * Draws the requests of one run: a Poisson process whose rate holds for an hour, with exponential gaps inside each hour. Intent, handling
 * and whether somebody will take it up are drawn with the request, never while it is served: so two teams can be held against each other on
 * the very same requests. O(requests + hours).
 * Source: Lewis & Shedler 1979, Naval Research Logistics Quarterly 26:403-413 (piecewise constant rate).
 */
export function drawnRequests({ rates, silence, handling, weeks }: RequestSource, random: RandomStream): DrawnRequests {
  const total = new Float64Array(WEEK_HOURS);
  for (const own of rates) for (let cell = 0; cell < WEEK_HOURS; cell += 1) total[cell] = (total[cell] ?? 0) + (own[cell] ?? 0);
  const expected = total.reduce((sum, rate) => sum + rate, 0) * weeks;
  const room = Math.ceil(expected + 12 * Math.sqrt(expected) + 64);
  const atMinutes = new Float64Array(room);
  const intent = new Uint8Array(room);
  const handlingMinutes = new Float64Array(room);
  const takenUp = new Uint8Array(room);
  let count = 0;
  for (let hour = 0; hour < weeks * WEEK_HOURS; hour += 1) {
    const cell = hour % WEEK_HOURS;
    const rate = total[cell] ?? 0;
    if (rate <= 0) continue;
    let within = -Math.log(1 - random()) / rate;
    while (within < 1 && count < room) {
      let left = random() * rate;
      let kind = 0;
      while (kind < rates.length - 1 && left >= (rates[kind]?.[cell] ?? 0)) {
        left -= rates[kind]?.[cell] ?? 0;
        kind += 1;
      }
      atMinutes[count] = (hour + within) * 60;
      intent[count] = kind;
      handlingMinutes[count] = handling(random());
      takenUp[count] = random() < (silence[kind] ?? 0) ? 0 : 1;
      count += 1;
      within -= Math.log(1 - random()) / rate;
    }
  }
  return { count, atMinutes, intent, handlingMinutes, takenUp };
}
