import { wallClock } from '../../domain/model/local-days.ts';

/** A period as the filters hold it: from the first moment, to before the last; UTC ms. */
export interface FilterPeriod {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
}

/** First and last moment of the data, null where no message has a time, and the zone whose days are meant. */
export interface DataSpan {
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly timeZone: string;
}

/** Why a period cannot be moved: there is none, it is open at one end, or the data end there. */
export type PeriodStop = 'no-period' | 'open-period' | 'data-begin' | 'data-end';

/** Where a period goes, or what keeps it. */
export type MovedPeriod = { readonly fromMs: number; readonly toMs: number; readonly stop: null } | { readonly stop: PeriodStop };

const DAY_MS = 86_400_000;

/** Whether a wall time is a midnight. */
const isMidnight = (wallMs: number): boolean => wallMs % DAY_MS === 0;

/** The first of a month, as a wall time. */
const monthStart = (wallMs: number, moveMonths = 0): number => Date.UTC(new Date(wallMs).getUTCFullYear(), new Date(wallMs).getUTCMonth() + moveMonths, 1);

/** How many whole calendar months lie between two wall times that begin one each; 0 where one does not. */
function wholeMonths(fromWall: number, toWall: number): number {
  if (fromWall !== monthStart(fromWall) || toWall !== monthStart(toWall)) return 0;
  const [from, to] = [new Date(fromWall), new Date(toWall)];
  return (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
}

/** The latest calendar month that lies whole within the data, by the days of the project's zone; null where none does. */
export function latestMonth({ fromMs, toMs, timeZone }: DataSpan): { readonly fromMs: number; readonly toMs: number } | null {
  if (fromMs === null || toMs === null) return null;
  const { wallOf, momentOf } = wallClock(timeZone);
  const end = wallOf(toMs);
  const [from, to] = [momentOf(monthStart(end, -1)), momentOf(monthStart(end))];
  return from < fromMs ? null : { fromMs: from, toMs: to };
}

/**
 * The period before or after a period, end to end with it: a calendar month, quarter or year (any number of whole months)
 * moves by months, whole days move by days whatever the clocks did meanwhile, anything else by its own length. Days are those
 * of the project's zone, as chips and figures have them. It does not move to where the data hold no message.
 * @example movedPeriod({}, 1, { fromMs: 0, toMs: 1, timeZone: 'UTC' }) // { stop: 'no-period' }
 */
export function movedPeriod({ fromMs, toMs }: FilterPeriod, direction: 1 | -1, span: DataSpan): MovedPeriod {
  if (fromMs === undefined && toMs === undefined) return { stop: 'no-period' };
  if (fromMs === undefined || toMs === undefined || toMs <= fromMs) return { stop: 'open-period' };
  const { wallOf, momentOf } = wallClock(span.timeZone);
  const [from, to] = [wallOf(fromMs), wallOf(toMs)];
  const months = wholeMonths(from, to);
  const moved = (atMs: number, wall: number): number => {
    if (months > 0) return momentOf(monthStart(wall, direction * months));
    return isMidnight(from) && isMidnight(to) ? momentOf(wall + direction * (to - from)) : atMs + direction * (toMs - fromMs);
  };
  const period = direction === 1 ? { fromMs: toMs, toMs: moved(toMs, to) } : { fromMs: moved(fromMs, from), toMs: fromMs };
  if (direction === -1 && (span.fromMs === null || period.toMs <= span.fromMs)) return { stop: 'data-begin' };
  return direction === 1 && (span.toMs === null || period.fromMs > span.toMs) ? { stop: 'data-end' } : { ...period, stop: null };
}
