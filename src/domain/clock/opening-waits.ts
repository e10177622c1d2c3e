import type { RequestEpisode } from '../response/request-episode.ts';
import { openSecondsBetween, type OpeningCalendar } from './opening-calendar.ts';

/** What a wait is measured from. */
export type WaitEnds = Pick<RequestEpisode, 'atMs' | 'answeredAtMs' | 'observationEndMs' | 'waitedSeconds' | 'censored'>;

/**
 * A wait in open seconds: from the request to its answer, or to the end of observation where none came. 0 when nothing opened
 * in between, and when the answer's clock stands before the request's; null where no wait is known. Which figures a wait enters
 * still depends on how finely its times are known.
 */
export function openingWait({ atMs, answeredAtMs, observationEndMs, waitedSeconds, censored }: WaitEnds, calendar: OpeningCalendar): number | null {
  if (waitedSeconds === null || atMs === null) return null;
  return openSecondsBetween(calendar, atMs, censored ? observationEndMs : (answeredAtMs ?? atMs));
}

/** From the first to the last moment that the waits of some requests reach; null without one whose time is known. */
export function waitsSpan(requests: readonly WaitEnds[]): { readonly fromMs: number; readonly toMs: number } | null {
  let [fromMs, toMs] = [Infinity, -Infinity];
  for (const { atMs, answeredAtMs, observationEndMs } of requests) {
    if (atMs === null) continue;
    fromMs = Math.min(fromMs, atMs, answeredAtMs ?? atMs, observationEndMs);
    toMs = Math.max(toMs, atMs, answeredAtMs ?? atMs, observationEndMs);
  }
  return fromMs <= toMs ? { fromMs, toMs } : null;
}
