import type { InitiativeWindowName, WindowState } from '../../model/initiative.ts';

/** A stretch of time, its end not included; UTC ms. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** One of the three windows with how much of it the data hold. */
export interface InitiativeWindow extends Span {
  readonly window: InitiativeWindowName;
  readonly state: WindowState;
}

/** Earlier windows that are looked at: half a year of weeks. */
export const MOST_EARLIER = 26;

function stateOf({ fromMs, toMs }: Span, data: Span | null): WindowState {
  if (data === null || toMs <= data.fromMs || fromMs >= data.toMs) return 'outside';
  return fromMs >= data.fromMs && toMs <= data.toMs ? 'whole' : 'part';
}

/**
 * The windows of an initiative: itself, as long a time before and as long a time after. `data` is what was collected (null:
 * nothing). A window that the data hold in part has no figure that could be compared. Times UTC ms.
 * @example initiativeWindows({ fromMs: 10, toMs: 20 }, { fromMs: 0, toMs: 25 }).map(({ state }) => state) // ['whole', 'whole', 'part']
 */
export function initiativeWindows({ fromMs, toMs }: Span, data: Span | null): InitiativeWindow[] {
  const length = toMs - fromMs;
  const spans = { before: { fromMs: fromMs - length, toMs: fromMs }, during: { fromMs, toMs }, after: { fromMs: toMs, toMs: toMs + length } } as const;
  return (['before', 'during', 'after'] as const).map((window) => ({ window, ...spans[window], state: stateOf(spans[window], data) }));
}

/** Whole windows of the same length that end where the initiative begins, the latest first; at most 26. Empty without data before it. */
export function earlierWindows({ fromMs, toMs }: Span, data: Span | null): Span[] {
  const length = toMs - fromMs;
  if (data === null || length <= 0) return [];
  const count = Math.max(0, Math.min(MOST_EARLIER, Math.floor((fromMs - data.fromMs) / length)));
  return Array.from({ length: count }, (_, at) => ({ fromMs: fromMs - (at + 1) * length, toMs: fromMs - at * length }));
}

/** Position of the first of ascending times that is not before a moment. O(log n). */
export function firstNotBefore(times: ArrayLike<number>, atMs: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? Infinity) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
