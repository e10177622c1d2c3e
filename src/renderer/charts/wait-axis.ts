import { linearScale, logScale, type Scale } from './scale.ts';

/** The waits that people reason in: one minute, one hour, one day, one week. */
export const WAIT_TICKS_SECONDS = [60, 3_600, 86_400, 604_800] as const;

const LONGER_TICKS_SECONDS = [2_592_000, 7_776_000, 31_536_000] as const;
const MINOR_LINEAR_DAYS_SECONDS = 86_400;

/** How waits are laid out: by magnitude or by length. */
export type WaitAxisKind = 'log' | 'linear';

/** Both ends of a waiting-time axis: pixels, and the longest wait shown, seconds. */
export interface WaitAxisExtent {
  readonly kind: WaitAxisKind;
  readonly longestSeconds: number;
  readonly range: readonly [number, number];
}

/**
 * Scale of a waiting-time axis. The logarithmic one starts at 30 seconds, so that the tick of one minute does not sit on
 * the axis and faster answers share the left edge.
 */
export function waitScale({ kind, longestSeconds, range }: WaitAxisExtent): Scale {
  if (kind === 'linear') return linearScale({ domain: [0, longestSeconds], range });
  return logScale({ domain: [30, Math.max(longestSeconds, 61)], range });
}

/**
 * Ticks of a waiting-time axis up to `longestSeconds`: the named waits on a logarithmic axis, whole days (at most eight)
 * on a linear one.
 * @example waitTicks({ kind: 'log', longestSeconds: 604800 }) // [60, 3600, 86400, 604800]
 */
export function waitTicks({ kind, longestSeconds }: { readonly kind: WaitAxisKind; readonly longestSeconds: number }): number[] {
  if (kind === 'log') return [...WAIT_TICKS_SECONDS, ...LONGER_TICKS_SECONDS].filter((seconds) => seconds <= longestSeconds);
  const days = longestSeconds / MINOR_LINEAR_DAYS_SECONDS;
  if (days < 1) return [0, 0.25, 0.5, 0.75, 1].map((part) => part * longestSeconds);
  const stepDays = Math.max(1, Math.ceil(days / 8));
  const ticks: number[] = [];
  for (let day = 0; day <= days + 1e-9; day += stepDays) ticks.push(day * MINOR_LINEAR_DAYS_SECONDS);
  return ticks;
}
