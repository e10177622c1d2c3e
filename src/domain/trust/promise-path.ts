import { countedShare, type CountedShare } from '../stats/counted-share.ts';
import { estimateDifference } from '../stats/estimate-difference.ts';
import type { Estimate } from '../stats/interval.ts';
import { pathChance, type PathChance } from './path-chance.ts';
import { PATH_SIDES, pathPlaces, pathSigns, type PathMessage, type PathPromise, type PathSide, type WatchedPromise } from './path-places.ts';

const DAY_MS = 86_400_000;

/** The three messages of a person who went the whole way. */
export interface WholePath {
  readonly personId: number;
  readonly promiseMessageId: number;
  readonly praiseMessageId: number;
  readonly adviceMessageId: number;
}

/** What people did after one outcome. */
export interface PathOfSide {
  readonly side: PathSide;
  /** People whose first promise with an outcome ended so, and those of them not watched for the whole window. */
  readonly people: number;
  readonly early: number;
  /** Of those who were watched, how many praise within the window. */
  readonly praise: CountedShare;
  /** Of those whose network is known for as long before the promise was made, how many praised within that time. */
  readonly before: CountedShare;
  /** People who praise and were not watched for the whole window after it. */
  readonly praiseEarly: number;
  /** Of those who praise and were watched, how many recommend afterwards within the window. */
  readonly advice: CountedShare;
  readonly promiseMessageIds: readonly number[];
  readonly praiseMessageIds: readonly number[];
  readonly adviceMessageIds: readonly number[];
  readonly paths: readonly WholePath[];
}

/** Paths after kept and after broken promises, and what chance gives after kept ones. */
export interface PromisePath {
  readonly days: number;
  readonly sides: readonly PathOfSide[];
  /** Share that praises after a kept promise less that after a broken one; null where either has no share. */
  readonly difference: Estimate | null;
  readonly chance: PathChance;
}

/** What a path is looked for in. `days`: after the due time, and again after the compliment. */
export interface PromisePathInput {
  readonly promises: readonly PathPromise[];
  /** Messages by person, in time order. */
  readonly messages: ReadonlyMap<number, readonly PathMessage[]>;
  readonly days: number;
  readonly seed: number;
  readonly draws?: number;
}

/**
 * From a kept promise to a compliment to a recommendation by the same person, each step within a window of its own. A person counts
 * once, with the first promise whose outcome was seen, so that both sides hold different people. The conversation of the promise is
 * left out: often it is the thanks in it by which the promise is known to be kept. Shares from thirty people on, with Wilson limits;
 * their difference by Newcombe's method. A sequence is not a cause: see {@link pathChance} for what the same people's words give in
 * any order. O(messages x draws).
 * Source: Wilson 1927, JASA 22(158):209-212; Newcombe 1998, Statistics in Medicine 17(8):873-890, method 10.
 */
export function promisePath({ promises, messages, days, seed, draws }: PromisePathInput): PromisePath {
  const windowMs = days * DAY_MS;
  const firsts = firstOfEach(promises);
  const watchedOf = (side: PathSide): WatchedPromise[] =>
    firsts.filter((promise) => promise.side === side && promise.endMs - promise.indexMs >= windowMs)
      .map((promise) => ({ promise, others: (messages.get(promise.personId) ?? []).filter(({ rootId }) => rootId !== promise.rootId) }));
  const sides = PATH_SIDES.map((side) => pathOfSide(side, { people: firsts.filter((promise) => promise.side === side).length, watched: watchedOf(side), windowMs }));
  const [kept, broken] = sides.map(({ praise: { estimate, low, high } }) => (estimate === null || low === null || high === null ? null : { estimate, low, high }));
  return {
    days, sides,
    difference: kept == null || broken == null ? null : estimateDifference(kept, broken),
    chance: pathChance(watchedOf('kept'), { windowMs, seed, ...(draws === undefined ? {} : { draws }) }),
  };
}

/** The earliest promise to each person. */
function firstOfEach(promises: readonly PathPromise[]): PathPromise[] {
  const first = new Map<number, PathPromise>();
  for (const promise of promises.toSorted((one, other) => one.indexMs - other.indexMs || one.promiseId - other.promiseId)) if (!first.has(promise.personId)) first.set(promise.personId, promise);
  return [...first.values()];
}

function pathOfSide(side: PathSide, { people, watched, windowMs }: { readonly people: number; readonly watched: readonly WatchedPromise[]; readonly windowMs: number }): PathOfSide {
  const followed = watched.map(({ promise, others }) => {
    const places = pathPlaces(Float64Array.from(others, ({ atMs }) => atMs), pathSigns(others), { indexMs: promise.indexMs, endMs: promise.endMs, windowMs });
    return { promise, places, praise: others[places.praise], advice: others[places.advice] };
  });
  const praised = followed.flatMap(({ promise, places, praise, advice }) => (praise === undefined ? [] : [{ promise, places, praise, advice }]));
  const later = praised.filter(({ places }) => places.watched);
  const whole = later.flatMap(({ promise, praise, advice }) => (advice === undefined ? [] : [{ personId: promise.personId, promiseMessageId: promise.messageId, praiseMessageId: praise.messageId, adviceMessageId: advice.messageId }]));
  const known = watched.filter(({ promise: { madeMs, fromMs } }) => madeMs - fromMs >= windowMs);
  const praisedBefore = known.filter(({ promise: { madeMs }, others }) => others.some(({ atMs, praises }) => praises && atMs >= madeMs - windowMs && atMs < madeMs));
  return {
    side, people, early: people - watched.length, praise: countedShare(praised.length, watched.length), before: countedShare(praisedBefore.length, known.length),
    praiseEarly: praised.length - later.length, advice: countedShare(whole.length, later.length),
    promiseMessageIds: watched.map(({ promise }) => promise.messageId), praiseMessageIds: praised.map(({ praise }) => praise.messageId), adviceMessageIds: whole.map(({ adviceMessageId }) => adviceMessageId),
    paths: whole,
  };
}
