import type { PromiseState } from '../model/promise-state.ts';
import { kaplanMeier, type SurvivalCurve } from '../stats/kaplan-meier.ts';
import { medianWait } from '../stats/median-wait.ts';
import { waitingBand } from '../stats/waiting-at.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import { LEAST_CASE_PEOPLE, LEAST_CASES } from './trust-part.ts';

/** A promise as the time it took is read from it. Times UTC ms. */
export interface TimedPromise {
  readonly messageId: number;
  /** Whom it was made to; null where that is not known: a person of their own. */
  readonly personId: number | null;
  readonly state: PromiseState;
  readonly named: boolean;
  readonly atMs: number;
  /** The due time, a day later where only days are known; seven days after where none was named. */
  readonly judgedMs: number;
  /** When it was seen to be kept; null where a person decided so by hand. */
  readonly shownMs: number | null;
  /** Until when the place was watched. */
  readonly endMs: number;
}

/** One point of a curve of promises not kept yet. */
export interface KeepingStep {
  readonly atSeconds: number;
  readonly waiting: number;
  readonly low: number;
  readonly high: number;
}

/** A curve with what its readers need. */
export interface KeepingCurve {
  readonly n: number;
  readonly events: number;
  /** The messages that promise, each once. */
  readonly messageIds: readonly number[];
  readonly longestSeconds: number;
  readonly medianSeconds: number | null;
  readonly medianLow: number | null;
  readonly medianHigh: number | null;
  readonly steps: readonly KeepingStep[];
}

/** Share kept by so many seconds after the due time, of those whose outcome is seen and that were watched until then. */
export interface KeptByDue {
  readonly afterSeconds: number;
  readonly n: number;
  readonly kept: number;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What the share would be if none of the unverifiable had been kept, and if all had, over `all` promises. */
  readonly all: number;
  readonly least: number | null;
  readonly most: number | null;
}

/** How long promises take to be kept, for those with a named time or those without. */
export interface TimeToKeep {
  readonly n: number;
  readonly due: number;
  readonly counts: Readonly<Record<PromiseState, number>>;
  /** Kept or late by a person's word, at a time that is not known: in no curve. */
  readonly withoutTime: number;
  readonly reason: 'few-due-promises' | 'few-verifiable-promises' | null;
  /** Of those whose outcome is seen; null for promises without a named time, which are never seen broken. */
  readonly seen: KeepingCurve | null;
  /** Of all, the unverifiable as not kept for as long as they were watched: at least so many. */
  readonly least: KeepingCurve | null;
  readonly byDue: readonly KeptByDue[];
}

/** How long after the due time the share is told: at it, a day and a week later. */
export const AFTER_DUE_SECONDS = [0, 86_400, 604_800] as const;

/**
 * How long promises take to be seen kept. Kept and late are events, at the time they were shown (a promise said to have come in
 * its time, at the due time at the latest). A broken or an open promise is one not kept yet until the end of observation. Of an
 * unverifiable one nothing is seen, neither that it was kept nor that it was not: in `seen` it is censored at the promise itself,
 * so that silence neither breaks nor keeps anything. The assumption: those that nobody sees were kept as often, and as soon, as
 * those that are seen. How much rests on it stands beside: `least` follows them as not kept, and the shares by the due time carry
 * both extremes. Without a named time nothing can be seen broken, so that `seen` would say that all are kept: it is null.
 * Under 20 due promises neither curve nor share; `seen` also needs 20 seen outcomes, each curve ten people. O(n log n).
 * Sources: {@link kaplanMeier}; for the extremes Manski 1989, Journal of Human Resources 24(3):343-360, and Peterson 1976, PNAS 73(1):11-13.
 */
export function timeToKeep(promises: readonly TimedPromise[], { named }: { readonly named: boolean }): TimeToKeep {
  const own = promises.filter((promise) => promise.named === named);
  const counts = { open: 0, kept: 0, late: 0, broken: 0, unverifiable: 0 };
  for (const { state } of own) counts[state] += 1;
  const due = own.filter(({ judgedMs, endMs }) => judgedMs <= endMs).length;
  const timed = own.filter((promise) => !isKept(promise) || promise.shownMs !== null);
  const common = { n: own.length, due, counts, withoutTime: own.length - timed.length };
  if (due < LEAST_CASES) return { ...common, reason: 'few-due-promises', seen: null, least: null, byDue: [] };
  const least = keepingCurve(timed);
  const verifiable = counts.kept + counts.late + counts.broken;
  if (!named || verifiable < LEAST_CASES) return { ...common, reason: named ? 'few-verifiable-promises' : null, seen: null, least, byDue: [] };
  return { ...common, reason: null, seen: keepingCurve(timed.filter(({ state }) => state !== 'unverifiable')), least, byDue: AFTER_DUE_SECONDS.map((afterSeconds) => keptByDue(own, afterSeconds)) };
}

const isKept = ({ state }: TimedPromise): boolean => state === 'kept' || state === 'late';

/** When a kept or late promise was seen to be kept; a promise kept in time was kept by its due time, whenever that was said. */
const keptMs = ({ state, shownMs, judgedMs }: TimedPromise): number | null => (shownMs === null ? null : state === 'kept' ? Math.min(shownMs, judgedMs) : shownMs);

const peopleIn = (promises: readonly TimedPromise[]): number => new Set(promises.map(({ personId }, at) => personId ?? `nobody ${String(at)}`)).size;

function keepingCurve(promises: readonly TimedPromise[]): KeepingCurve | null {
  if (peopleIn(promises) < LEAST_CASE_PEOPLE) return null;
  const seconds = promises.map((promise) => Math.max(0, ((isKept(promise) ? keptMs(promise) : null) ?? promise.endMs) - promise.atMs) / 1000);
  const curve: SurvivalCurve = kaplanMeier(seconds, promises.map(isKept));
  const median = medianWait(curve);
  return {
    n: curve.n, events: curve.answered, messageIds: [...new Set(promises.map(({ messageId }) => messageId))], longestSeconds: curve.longestSeconds ?? 0, medianSeconds: median.seconds, medianLow: median.low, medianHigh: median.high,
    steps: curve.steps.map((step) => ({ atSeconds: step.atSeconds, waiting: step.waiting, ...waitingBand(step) })),
  };
}

function keptByDue(promises: readonly TimedPromise[], afterSeconds: number): KeptByDue {
  const watched = promises.filter(({ judgedMs, endMs }) => endMs >= judgedMs + afterSeconds * 1000);
  // a person's word says late, not how late
  const known = watched.filter(({ state, shownMs }) => state !== 'late' || shownMs !== null || afterSeconds === 0);
  const kept = known.filter((promise) => promise.state === 'kept' || (promise.state === 'late' && afterSeconds > 0 && (promise.shownMs ?? Infinity) <= promise.judgedMs + afterSeconds * 1000)).length;
  const unseen = known.filter(({ state }) => state === 'unverifiable').length;
  const n = known.filter(({ state }) => state !== 'unverifiable' && state !== 'open').length;
  const limits = n < LEAST_CASES ? null : wilsonInterval(kept, n);
  const all = n + unseen;
  return {
    afterSeconds, n, kept, estimate: limits === null ? null : kept / n, low: limits?.low ?? null, high: limits?.high ?? null,
    all, least: limits === null ? null : kept / all, most: limits === null ? null : (kept + unseen) / all,
  };
}
