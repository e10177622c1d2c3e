import { localClock } from './local-clock.ts';

/** How many moments would fall elsewhere in the calendar under another zone. */
export interface ZoneShift {
  readonly messages: number;
  readonly otherDay: number;
  readonly otherMonth: number;
}

/**
 * What another zone changes for the calendar: of all messages, those whose local day, and those whose local month, is another.
 * `stretches`: how many messages fall in each stretch of 15 minutes, by its first moment (UTC ms). Zones change their clocks
 * on quarters of an hour, so a stretch lies on one day. Throws RangeError for an unknown zone. O(stretches).
 * @example zoneShift([{ atMs: Date.UTC(2026, 0, 1, 23), messages: 3 }], { from: 'UTC', to: 'Europe/Rome' }) // { messages: 3, otherDay: 3, otherMonth: 0 }
 */
export function zoneShift(stretches: readonly { readonly atMs: number; readonly messages: number }[], { from, to }: { readonly from: string; readonly to: string }): ZoneShift {
  const [before, after] = [localClock(from), localClock(to)];
  let [all, otherDay, otherMonth] = [0, 0, 0];
  for (const { atMs, messages } of stretches) {
    const [one, other] = [before(atMs), after(atMs)];
    all += messages;
    if (one.day !== other.day || one.month !== other.month) otherDay += messages;
    if (one.month !== other.month) otherMonth += messages;
  }
  return { messages: all, otherDay, otherMonth };
}
