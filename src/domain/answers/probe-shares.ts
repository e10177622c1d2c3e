import { LEAST_REQUESTS } from '../response/response-floors.ts';
import { answeredWithin } from '../stats/answered-within.ts';
import { countedShare, type CountedShare } from '../stats/counted-share.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';

const DAY_SECONDS = 86_400;

/** One wait: how long it lasted or was watched, and whether an answer ended it. */
export interface Wait {
  readonly seconds: number;
  readonly answered: boolean;
}

/** The share answered within a day, as it may be told. */
export interface AnsweredDay {
  readonly n: number;
  /** Of those answered within a day or watched for one. */
  readonly within: CountedShare;
  /** By Kaplan and Meier, open waits counted for as long as they were watched; null under 20. */
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly tooFew: boolean;
}

/** The share of some waits that was answered within a day: counts always, an estimate with its limits from 20 on. O(n log n). */
export function answeredDay(waits: readonly Wait[]): AnsweredDay {
  const inTime = waits.filter(({ seconds, answered }) => answered && seconds <= DAY_SECONDS).length;
  const settled = waits.filter(({ seconds, answered }) => seconds >= DAY_SECONDS || (answered && seconds <= DAY_SECONDS)).length;
  const tooFew = waits.length < LEAST_REQUESTS;
  const share = tooFew ? null : answeredWithin(kaplanMeier(waits.map(({ seconds }) => seconds), waits.map(({ answered }) => answered)), DAY_SECONDS);
  return { n: waits.length, within: countedShare(inTime, settled), estimate: share?.estimate ?? null, low: share?.low ?? null, high: share?.high ?? null, tooFew };
}
