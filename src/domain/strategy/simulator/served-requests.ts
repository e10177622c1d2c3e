import type { DrawnRequests } from './drawn-requests.ts';
import { WEEK_HOURS } from './week-hours.ts';

/** How the requests of one run went; minutes as in the run, Infinity for what did not happen while it ran. */
export interface ServedRequests {
  readonly begunAt: Float64Array;
  readonly answeredAt: Float64Array;
  /** Minutes of people at work on requests, by hour of the week, over all weeks after the first `from`. */
  readonly busyMinutes: Float64Array;
}

/** Who serves, and in which order. */
export interface Service {
  /** People by hour of the week. */
  readonly people: ArrayLike<number>;
  /** Place of each intent in the order in which requests are taken up, from 0; equal places are served as they come. */
  readonly place: readonly number[];
  readonly weeks: number;
  /** The first week whose busy minutes count. */
  readonly busyFrom: number;
}

/**
 * Discrete-event simulation of one run. At every moment the people at work are on the first requests in the order of the triage, the
 * older first: more urgent work interrupts less urgent, and what is open when a shift ends goes on with the next. Nothing is lost
 * by an interruption. So a larger team answers no single request later (each request waits only for those before it in the
 * order, and these end no later: induction over the order). With one place for all and a constant team it is the plain queue of
 * {@link erlangC}. A request nobody takes up costs no work. O(requests x people + hours).
 */
export function servedRequests({ count, atMinutes, intent, handlingMinutes, takenUp }: DrawnRequests, { people, place, weeks, busyFrom }: Service): ServedRequests {
  const begunAt = new Float64Array(count).fill(Infinity);
  const answeredAt = new Float64Array(count).fill(Infinity);
  const busyMinutes = new Float64Array(WEEK_HOURS);
  const left = handlingMinutes.slice(0, count);
  const finish = new Float64Array(count);
  const next = new Int32Array(count).fill(-1);
  const places = Math.max(0, ...place) + 1;
  const head = new Int32Array(places).fill(-1);
  const tail = new Int32Array(places).fill(-1);
  // those at work, first in the order first
  const working: number[] = [];
  const placeOf = (request: number): number => place[intent[request] ?? 0] ?? 0;

  const append = (request: number): void => {
    const at = placeOf(request);
    const end = tail[at] ?? -1;
    if (end < 0) head[at] = request;
    else next[end] = request;
    tail[at] = request;
  };
  const putBack = (request: number): void => {
    const at = placeOf(request);
    next[request] = head[at] ?? -1;
    head[at] = request;
    if ((tail[at] ?? -1) < 0) tail[at] = request;
  };
  const takeFirst = (): number => {
    for (let at = 0; at < places; at += 1) {
      const request = head[at] ?? -1;
      if (request < 0) continue;
      const following = next[request] ?? -1;
      head[at] = following;
      if (following < 0) tail[at] = -1;
      next[request] = -1;
      return request;
    }
    return -1;
  };
  const begin = (request: number, now: number): void => {
    if (begunAt[request] === Infinity) begunAt[request] = now;
    finish[request] = now + (left[request] ?? 0);
    let at = working.length;
    while (at > 0 && comesBefore(request, working[at - 1] ?? 0)) at -= 1;
    working.splice(at, 0, request);
  };
  const comesBefore = (one: number, other: number): boolean => placeOf(one) < placeOf(other) || (placeOf(one) === placeOf(other) && one < other);
  const pauseLast = (now: number): void => {
    const request = working.pop();
    if (request === undefined) return;
    left[request] = Math.max(0, (finish[request] ?? now) - now);
    putBack(request);
  };

  let arriving = 0;
  for (let hour = 0; hour < weeks * WEEK_HOURS; hour += 1) {
    const cell = hour % WEEK_HOURS;
    const team = people[cell] ?? 0;
    const counts = hour >= busyFrom * WEEK_HOURS;
    const end = (hour + 1) * 60;
    let now = hour * 60;
    while (working.length > team) pauseLast(now);
    while (working.length < team) {
      const request = takeFirst();
      if (request < 0) break;
      begin(request, now);
    }
    for (;;) {
      let soonest = -1;
      let endsAt = Infinity;
      for (let at = 0; at < working.length; at += 1) {
        const finishes = finish[working[at] ?? 0] ?? Infinity;
        if (finishes < endsAt) {
          endsAt = finishes;
          soonest = at;
        }
      }
      const arrives = arriving < count ? (atMinutes[arriving] ?? Infinity) : Infinity;
      const until = Math.min(endsAt, arrives, end);
      if (counts) busyMinutes[cell] = (busyMinutes[cell] ?? 0) + working.length * (until - now);
      now = until;
      if (endsAt <= arrives && endsAt <= end) {
        const request = working[soonest] ?? 0;
        answeredAt[request] = now;
        working.splice(soonest, 1);
        const following = takeFirst();
        if (following >= 0) begin(following, now);
      } else if (arrives >= end) break;
      else {
        const request = arriving;
        arriving += 1;
        if (takenUp[request] !== 1) continue;
        const last = working.at(-1);
        if (working.length < team) begin(request, now);
        else if (last !== undefined && comesBefore(request, last)) {
          pauseLast(now);
          begin(request, now);
        } else append(request);
      }
    }
  }
  return { begunAt, answeredAt, busyMinutes };
}
