import { openMinutesAWeek, type OpenWeek } from '../model/opening-hours.ts';

/** The lengths of time that waits are told in, on one clock. */
export interface WaitScale {
  readonly clock: 'wall' | 'opening';
  /** Where the answered share is given, ascending: an hour, a day, a week of that clock; equal ones once. */
  readonly shareSeconds: readonly number[];
  /** A week of that clock: the horizon unless stated, and the shortest from which times known to the day carry a figure. */
  readonly weekSeconds: number;
}

const HOUR_SECONDS = 3600;

/** An hour, a day and seven days on the wall clock. */
export const WALL_SCALE: WaitScale = { clock: 'wall', shareSeconds: [HOUR_SECONDS, 86_400, 604_800], weekSeconds: 604_800 };

/**
 * The scale of opening hours: an open hour, a usual opening day (the week over the days on which it opens) and a week as the
 * table has it, holidays aside. A place that never shuts has the wall clock's own. Throws RangeError `no opening hours`.
 * @example openingScale([[{ startMinute: 540, endMinute: 1080 }], [], [], [], [], [], []]).weekSeconds // 32400
 */
export function openingScale(week: OpenWeek): WaitScale {
  const weekSeconds = openMinutesAWeek(week) * 60;
  if (weekSeconds <= 0) throw new RangeError('no opening hours');
  const daySeconds = Math.round(weekSeconds / week.filter((day) => day.length > 0).length);
  const shareSeconds = [...new Set([Math.min(HOUR_SECONDS, daySeconds), daySeconds, weekSeconds])].sort((one, other) => one - other);
  return { clock: 'opening', shareSeconds, weekSeconds };
}
