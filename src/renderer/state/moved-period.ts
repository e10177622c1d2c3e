/** A period as the filters hold it: from the first moment, to before the last; UTC ms. */
export interface FilterPeriod {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
}

/** First and last moment of the data; null where no message has a time. */
export interface DataSpan {
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** Why a period cannot be moved: there is none, it is open at one end, or the data end there. */
export type PeriodStop = 'no-period' | 'open-period' | 'data-begin' | 'data-end';

/** Where a period goes, or what keeps it. */
export type MovedPeriod = { readonly fromMs: number; readonly toMs: number; readonly stop: null } | { readonly stop: PeriodStop };

const isMidnight = (date: Date): boolean => date.getHours() === 0 && date.getMinutes() === 0 && date.getSeconds() === 0 && date.getMilliseconds() === 0;

/** How many whole calendar months lie between two moments that begin one each; 0 where one does not. */
function wholeMonths(from: Date, to: Date): number {
  if (!isMidnight(from) || !isMidnight(to) || from.getDate() !== 1 || to.getDate() !== 1) return 0;
  return (to.getFullYear() - from.getFullYear()) * 12 + to.getMonth() - from.getMonth();
}

/** The latest calendar month that lies whole within the data, by the days of the machine's zone; null where none does. */
export function latestMonth({ fromMs, toMs }: DataSpan): { readonly fromMs: number; readonly toMs: number } | null {
  if (fromMs === null || toMs === null) return null;
  const end = new Date(toMs);
  const [from, to] = [new Date(end.getFullYear(), end.getMonth() - 1, 1).getTime(), new Date(end.getFullYear(), end.getMonth(), 1).getTime()];
  return from < fromMs ? null : { fromMs: from, toMs: to };
}

/**
 * The period before or after a period, end to end with it: a calendar month, quarter or year (any number of whole months)
 * moves by months, whole days move by days whatever the clocks did meanwhile, anything else by its own length. Days are those
 * of the machine's zone, as the person who picked them sees them. It does not move to where the data hold no message.
 * @example movedPeriod({}, 1, { fromMs: 0, toMs: 1 }) // { stop: 'no-period' }
 */
export function movedPeriod({ fromMs, toMs }: FilterPeriod, direction: 1 | -1, span: DataSpan): MovedPeriod {
  if (fromMs === undefined && toMs === undefined) return { stop: 'no-period' };
  if (fromMs === undefined || toMs === undefined || toMs <= fromMs) return { stop: 'open-period' };
  const [from, to] = [new Date(fromMs), new Date(toMs)];
  const months = wholeMonths(from, to);
  const moved = (date: Date): number => {
    const next = new Date(date);
    if (months > 0) next.setMonth(next.getMonth() + direction * months);
    else if (isMidnight(from) && isMidnight(to)) next.setDate(next.getDate() + direction * Math.round((toMs - fromMs) / 86_400_000));
    else next.setTime(next.getTime() + direction * (toMs - fromMs));
    return next.getTime();
  };
  const period = direction === 1 ? { fromMs: toMs, toMs: moved(to) } : { fromMs: moved(from), toMs: fromMs };
  if (direction === -1 && (span.fromMs === null || period.toMs <= span.fromMs)) return { stop: 'data-begin' };
  return direction === 1 && (span.toMs === null || period.fromMs > span.toMs) ? { stop: 'data-end' } : { ...period, stop: null };
}
