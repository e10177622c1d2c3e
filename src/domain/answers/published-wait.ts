import type { RequestEpisode } from '../response/request-episode.ts';
import { askerCounts } from '../response/response-floors.ts';
import { timedFor, waitColumns } from '../response/wait-columns.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { restrictedMean } from '../stats/restricted-mean.ts';

/** The mean usually published beside the one that counts everybody, with what lies between them. Seconds. */
export interface PublishedWait {
  readonly n: number;
  readonly tooFew: boolean;
  /** Mean of the answers given: silence is left out. */
  readonly publishedSeconds: number | null;
  /** Restricted mean over all requests; its limits stand with the curves. */
  readonly honestSeconds: number | null;
  /** The published mean counts these. */
  readonly answers: number | null;
  /** Of those, answers after the horizon: the honest mean counts the horizon for them. */
  readonly late: number | null;
  /** Requests that the published mean does not know: no answer by the end of observation. */
  readonly silent: number | null;
  /** Of the silent, those watched for less than the horizon: the curve says how much longer such waits last. */
  readonly young: number | null;
  /** Honest minus published = what the late ones take off + what the silent ones add. */
  readonly cappedSeconds: number | null;
  readonly silenceSeconds: number | null;
}

/**
 * Why the honest wait is not the wait that is usually published. The mean of the answers given leaves out whoever still waits,
 * and is the better the fewer are answered. The difference is split in two parts that add up: answers later than the horizon
 * count in full there and as the horizon here (never positive), and the silent count here alone. Takes counted requests; times
 * must be exact enough for the horizon. Under 20 requests or 10 askers no figure. O(n log n).
 * Source: Royston & Parmar 2013, BMC Medical Research Methodology 13:152.
 */
export function publishedWait(requests: readonly RequestEpisode[], horizonSeconds: number): PublishedWait {
  const timed = timedFor(requests, horizonSeconds);
  const n = timed.length;
  const none: PublishedWait = { n, tooFew: true, publishedSeconds: null, honestSeconds: null, answers: null, late: null, silent: null, young: null, cappedSeconds: null, silenceSeconds: null };
  if (askerCounts(timed).tooFew) return none;
  const { waitedSeconds, answered } = waitColumns(timed);
  const honestSeconds = restrictedMean(kaplanMeier(waitedSeconds, answered), horizonSeconds);
  const given = timed.flatMap(({ censored, waitedSeconds: wait, precision }) => (censored || wait === null || precision !== 'fine' ? [] : [wait]));
  const mean = (waits: readonly number[]): number | null => (waits.length === 0 ? null : waits.reduce((sum, wait) => sum + wait, 0) / waits.length);
  const publishedSeconds = mean(given);
  const cappedMean = mean(given.map((wait) => Math.min(wait, horizonSeconds)));
  const open = timed.filter(({ censored }) => censored);
  return {
    n, tooFew: false, publishedSeconds, honestSeconds,
    answers: given.length, late: given.filter((wait) => wait > horizonSeconds).length,
    silent: open.length, young: open.filter(({ waitedSeconds: wait }) => (wait ?? 0) < horizonSeconds).length,
    cappedSeconds: publishedSeconds === null || cappedMean === null ? null : cappedMean - publishedSeconds,
    silenceSeconds: honestSeconds === null || cappedMean === null ? null : honestSeconds - cappedMean,
  };
}
