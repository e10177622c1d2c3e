import { isOpenAt, openSecondsBetween, type OpeningCalendar } from '../clock/opening-calendar.ts';
import type { DeclaredReply } from '../model/opening-hours.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import { LEAST_CASE_PEOPLE, LEAST_CASES } from './trust-part.ts';

/** A request whose time is known to the minute, in a place whose answers can be seen, with the hours of its channel. */
export interface HourlyRequest {
  readonly messageId: number;
  readonly askerId: number | null;
  readonly atMs: number;
  /** When it was answered, in public or by being sent to private; null while it was not. */
  readonly answeredAtMs: number | null;
  readonly observationEndMs: number;
  readonly calendar: OpeningCalendar;
}

/** How often a declared reply time was kept. Figures null under the floors; messages in the order of time. */
export interface ReplyTimeKept {
  /** Requests that arrived open. */
  readonly arrivedOpen: number;
  /** Of them, those whose time had run out before observation ended. */
  readonly n: number;
  readonly people: number;
  readonly within: number | null;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly tooFew: boolean;
  readonly messageIds: readonly number[];
  readonly missedIds: readonly number[];
}

/**
 * Of the requests that arrived while open, the share answered within the declared time, with Wilson limits. Only requests that
 * were watched at least that long count, answered or not: leaving out the unanswered ones alone would flatter the brand. An
 * answer stamped before its request came at once. No figure under 20 requests or 10 people. O(n log openings).
 */
export function replyTimeKept(requests: readonly HourlyRequest[], { seconds, clock }: DeclaredReply): ReplyTimeKept {
  const between = ({ calendar }: HourlyRequest, fromMs: number, toMs: number): number => (clock === 'wall' ? Math.max(0, toMs - fromMs) / 1000 : openSecondsBetween(calendar, fromMs, toMs));
  const open = requests.filter(({ calendar, atMs }) => isOpenAt(calendar, atMs));
  const due = open.filter((request) => between(request, request.atMs, request.observationEndMs) >= seconds);
  const missed = due.filter((request) => request.answeredAtMs === null || between(request, request.atMs, request.answeredAtMs) > seconds);
  const known = due.flatMap(({ askerId }) => askerId ?? []);
  const people = new Set(known).size + due.length - known.length;
  const tooFew = due.length < LEAST_CASES || people < LEAST_CASE_PEOPLE;
  const within = due.length - missed.length;
  const limits = tooFew ? null : wilsonInterval(within, due.length);
  return {
    arrivedOpen: open.length, n: due.length, people, tooFew, within: tooFew ? null : within,
    estimate: tooFew ? null : within / due.length, low: limits?.low ?? null, high: limits?.high ?? null,
    messageIds: due.map(({ messageId }) => messageId), missedIds: missed.map(({ messageId }) => messageId),
  };
}

/** A day on which requests arrived while open and no message of the brand went out in its opening hours. */
export interface SilentDay {
  /** Days since 1970-01-01 on the calendar of the zone. */
  readonly dayNumber: number;
  readonly messageIds: readonly number[];
}

/** Days on which a brand that was open was asked something. */
export interface OpenDays {
  readonly days: number;
  readonly requests: number;
  /** In order. */
  readonly silent: readonly SilentDay[];
}

const DAY_MS = 86_400_000;

/**
 * Days on which at least one request arrived while open, and those of them on which the brand wrote nothing at all in its
 * opening hours. `offsetAt` reads the zone; `spokenMs` are the brand's messages that went out while their channel was open.
 * Days that observation does not see to their end are left out. O(n).
 */
export function openDays(requests: readonly HourlyRequest[], { spokenMs, offsetAt }: { readonly spokenMs: readonly number[]; readonly offsetAt: (atMs: number) => number }): OpenDays {
  const dayOf = (atMs: number): number => Math.floor((atMs + offsetAt(atMs)) / DAY_MS);
  const spoken = new Set(spokenMs.map(dayOf));
  const asked = new Map<number, number[]>();
  for (const { calendar, atMs, observationEndMs, messageId } of requests) {
    const day = dayOf(atMs);
    if (dayOf(observationEndMs) <= day || !isOpenAt(calendar, atMs)) continue;
    const ids = asked.get(day);
    if (ids === undefined) asked.set(day, [messageId]);
    else ids.push(messageId);
  }
  const silent = [...asked].filter(([day]) => !spoken.has(day)).map(([dayNumber, messageIds]) => ({ dayNumber, messageIds }));
  return { days: asked.size, requests: [...asked.values()].reduce((sum, ids) => sum + ids.length, 0), silent: silent.sort((one, other) => one.dayNumber - other.dayNumber) };
}
