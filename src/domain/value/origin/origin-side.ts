import type { OriginSide } from '../../model/origin-code.ts';

/** Days of data that must lie before an announcement for nobody having asked to mean that the brand was first. */
export const LOOK_BACK_DAYS = 90;
const DAY_MS = 86_400_000;

/** When one independent requester first asked for what an announcement is about, UTC ms. */
export interface FirstRequest {
  readonly requesterId: number;
  readonly atMs: number;
}

/** An announcement with everybody who asked for the same, in any order, and since when people could be seen asking. */
export interface DatedAnnouncement {
  readonly atMs: number;
  readonly requests: readonly FirstRequest[];
  readonly watchedFromMs: number;
}

/** The different people who asked before an announcement, the earliest first; ties by number. */
export function requestersBefore({ atMs, requests }: DatedAnnouncement): FirstRequest[] {
  const first = new Map<number, number>();
  for (const { requesterId, atMs: askedMs } of requests) if (askedMs < (first.get(requesterId) ?? Infinity)) first.set(requesterId, askedMs);
  return [...first].map(([requesterId, askedMs]) => ({ requesterId, atMs: askedMs })).filter(({ atMs: askedMs }) => askedMs < atMs).sort((one, other) => one.atMs - other.atMs || one.requesterId - other.requesterId);
}

/**
 * Who said it first. Without a matching demand it stays `unknown`: that nobody is known to have asked does not say that nobody
 * did. With requests, people were first as soon as one asked before the announcement; else the brand was, where the data reach
 * back {@link LOOK_BACK_DAYS} days before it, and `early` where they do not. A request at the same moment is not before.
 */
export function originSide(announcement: DatedAnnouncement): OriginSide {
  const { atMs, requests, watchedFromMs } = announcement;
  if (requests.length === 0) return 'unknown';
  if (requests.some((request) => request.atMs < atMs)) return 'audience';
  return atMs - watchedFromMs >= LOOK_BACK_DAYS * DAY_MS ? 'brand' : 'early';
}
