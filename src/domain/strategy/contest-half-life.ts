import { contestsIn, RETURN_DAYS, type Contest, type ContestEntry } from '../response/contest-return.ts';
import { LEAST_REQUESTS } from '../response/response-floors.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { medianWait } from '../stats/median-wait.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';

const RETURN_MS = RETURN_DAYS * 86_400_000;

/** How long the people who entered one contest went on writing after its end. Times UTC ms, lengths seconds. */
export interface ContestHalfLife {
  readonly postIds: readonly number[];
  readonly networkId: number;
  readonly startMs: number;
  readonly endMs: number;
  /** Entrants whose later messages could be seen at all. */
  readonly entrants: number;
  readonly tooFew: boolean;
  /** Time by which half had written their last message; null where the curve does not come down to one half. */
  readonly halfLifeSeconds: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly longestSeconds: number | null;
  /** Of the entrants watched for 90 days, those who wrote nothing in them; share and Wilson limits from 20 on. */
  readonly neverBack: { readonly k: number; readonly n: number; readonly share: number | null; readonly low: number | null; readonly high: number | null };
  readonly entryIds: readonly number[];
}

function halfLifeOf({ entries, startMs, endMs }: Contest, messageTimes: ReadonlyMap<number, readonly number[]>): ContestHalfLife {
  const untilOf = new Map<number, number>();
  for (const { accountId, observedUntilMs, selected } of entries) if (selected && observedUntilMs !== null) untilOf.set(accountId, Math.max(untilOf.get(accountId) ?? -Infinity, observedUntilMs));
  const waits: number[] = [];
  const left: boolean[] = [];
  let watched = 0;
  let gone = 0;
  for (const [accountId, untilMs] of untilOf) {
    const later = (messageTimes.get(accountId) ?? []).filter((atMs) => atMs > endMs && atMs <= untilMs);
    const lastMs = later.reduce((most, atMs) => Math.max(most, atMs), endMs);
    waits.push((lastMs - endMs) / 1000);
    // who wrote in the last 90 days of the data may well write again
    left.push(untilMs - lastMs > RETURN_MS);
    if (untilMs - endMs < RETURN_MS) continue;
    watched += 1;
    if (!later.some((atMs) => atMs <= endMs + RETURN_MS)) gone += 1;
  }
  const tooFew = untilOf.size < LEAST_REQUESTS;
  const curve = kaplanMeier(waits, left);
  const median = tooFew ? null : medianWait(curve);
  const limits = watched < LEAST_REQUESTS ? null : wilsonInterval(gone, watched);
  const counted = entries.filter(({ selected }) => selected);
  return {
    postIds: [...new Set(counted.map(({ postId }) => postId))], networkId: counted[0]?.networkId ?? 0, startMs, endMs, entrants: untilOf.size, tooFew,
    halfLifeSeconds: median?.seconds ?? null, low: median?.low ?? null, high: median?.high ?? null, longestSeconds: curve.longestSeconds,
    neverBack: { k: gone, n: watched, share: limits === null ? null : gone / watched, low: limits?.low ?? null, high: limits?.high ?? null },
    entryIds: counted.map(({ messageId }) => messageId),
  };
}

/**
 * The striker's half-life: for every contest, how long after its end half of its entrants had written their last message (a
 * Kaplan-Meier median; who wrote within 90 days of the end of the data has not left yet and is censored), and the share that never wrote
 * again in 90 days. A person who never wrote after the end left at time 0. Newest contest first. See `contestReturn` for what a contest is.
 */
export function contestHalfLives(entries: readonly ContestEntry[], messageTimes: ReadonlyMap<number, readonly number[]>): ContestHalfLife[] {
  return contestsIn(entries).filter((contest) => contest.entries.some(({ selected }) => selected)).map((contest) => halfLifeOf(contest, messageTimes)).sort((one, other) => other.endMs - one.endMs);
}
