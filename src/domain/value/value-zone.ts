import type { Zone } from '../model/codes.ts';
import { log2Balance, type Points } from './balance.ts';

/** Border of the even band where nobody moved it: a balance up to twice or down to half stands within it. */
export const ZONE_BORDER_LOG2 = 1;

/** How near and how far a person may move the border, in doublings: a quarter of one to eight times as much. */
export const ZONE_BORDER_RANGE = { least: 0.25, most: 3 } as const;

/** Under this many bookings an account has no balance to show and no zone. */
export const LEAST_BOOKINGS = 5;

/**
 * Under this many points, created and consumed together, an account with enough bookings is little active: its traces are
 * likes and views rather than exchanges. Five bookings of the default weight still reach it when every weight is halved,
 * so no table of weights moves somebody here who took part in five exchanges.
 */
export const LITTLE_ACTIVE_POINTS = 2.5;

/** Zones that can be named, in the order they are shown; each is a value tribe. */
export const NAMED_ZONES = ['gives-more', 'even', 'receives-more', 'little-active'] as const satisfies readonly Zone[];

/**
 * Zone of a balance alone, borders included in the even band; for groups, which have no activity of their own.
 * `borderLog2` is how many doublings the band reaches to either side.
 * @example balanceZone({ created: 3, consumed: 0 }) // 'gives-more'
 */
export function balanceZone(points: Points, borderLog2: number = ZONE_BORDER_LOG2): 'gives-more' | 'even' | 'receives-more' {
  const doublings = log2Balance(points);
  if (doublings > borderLog2) return 'gives-more';
  return doublings < -borderLog2 ? 'receives-more' : 'even';
}

/**
 * Zone of one account: `few` under five bookings, `little-active` under 2.5 points, else the zone of its balance.
 * @example valueZone({ bookings: 6, created: 1, consumed: 5 }) // 'receives-more'
 */
export function valueZone({ bookings, ...points }: Points & { readonly bookings: number }, borderLog2: number = ZONE_BORDER_LOG2): Zone {
  if (bookings < LEAST_BOOKINGS) return 'few';
  if (points.created + points.consumed < LITTLE_ACTIVE_POINTS) return 'little-active';
  return balanceZone(points, borderLog2);
}
