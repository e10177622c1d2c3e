import { wilsonInterval } from '../stats/wilson-interval.ts';
import { LEAST_REQUESTS } from './response-floors.ts';

/** Fewest different people who must have entered under a post before it is taken for a contest. */
export const LEAST_ENTRANTS = 20;

/** For how many days after the end of a contest its entrants are watched. */
export const RETURN_DAYS = 90;

const RETURN_MS = RETURN_DAYS * 86_400_000;

/** One message that enters a contest, under a brand's post. Times UTC ms. An account belongs to one network. */
export interface ContestEntry {
  readonly messageId: number;
  readonly accountId: number;
  readonly postId: number;
  /** Null where the post's own time is not known: then its first entry opens it. */
  readonly postAtMs: number | null;
  readonly brandId: number;
  readonly networkId: number;
  readonly atMs: number;
  /** Until when the place of the post was watched; null where nothing says so. */
  readonly observedUntilMs: number | null;
  /** False for entries that the reader has filtered away: they shape the contest but are not counted. */
  readonly selected: boolean;
}

/** How many entrants were seen again. */
export interface ContestReturn {
  /** Contests whose entrants were watched for long enough. */
  readonly contests: number;
  readonly entrants: number;
  readonly vanished: number;
  /** Share that vanished with Wilson limits; null when `tooFew`. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly tooFew: boolean;
  /** The entries of these entrants in those contests, newest first. */
  readonly entryIds: readonly number[];
}

/** A contest: the entries below its posts, from its first post to its last entry. */
export interface Contest {
  readonly entries: ContestEntry[];
  readonly startMs: number;
  endMs: number;
}

interface ContestPost {
  readonly startMs: number;
  readonly endMs: number;
  readonly entries: readonly ContestEntry[];
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string | number): Item[][] {
  const groups = new Map<string | number, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Posts with enough different entrants, with the span from the post to its last entry. */
function contestPosts(entries: readonly ContestEntry[]): ContestPost[] {
  return grouped(entries, ({ postId }) => postId)
    .filter((own) => new Set(own.map(({ accountId }) => accountId)).size >= LEAST_ENTRANTS)
    .map((own) => ({
      startMs: own.reduce((least, { atMs, postAtMs }) => Math.min(least, atMs, postAtMs ?? atMs), Infinity),
      endMs: own.reduce((most, { atMs }) => Math.max(most, atMs), -Infinity),
      entries: own,
    }));
}

/** Posts of one brand on one network whose spans overlap announce the same contest: it ends with the last entry of them all. */
function contestsOf(posts: readonly ContestPost[]): Contest[] {
  return grouped(posts, ({ entries: [first] }) => `${first?.brandId ?? 0} ${first?.networkId ?? 0}`).flatMap((own) => {
    const contests: Contest[] = [];
    for (const { startMs, endMs, entries } of own.toSorted((one, other) => one.startMs - other.startMs)) {
      const last = contests.at(-1);
      if (last === undefined || startMs > last.endMs) contests.push({ entries: [...entries], startMs, endMs });
      else {
        last.entries.push(...entries);
        last.endMs = Math.max(last.endMs, endMs);
      }
    }
    return contests;
  });
}

/** The contests that entries make: posts with at least 20 different entrants, those of one brand on one network that overlap taken together. See {@link contestReturn}. */
export function contestsIn(entries: readonly ContestEntry[]): Contest[] {
  return contestsOf(contestPosts(entries));
}

function isWatched({ entries, endMs }: Contest): boolean {
  return entries.every(({ observedUntilMs }) => observedUntilMs !== null && observedUntilMs >= endMs + RETURN_MS);
}

/**
 * Of the people who entered a contest, how many wrote nothing in the 90 days after it ended. A contest is a brand's post
 * under which at least 20 different people entered, or several such posts of one brand on one network that overlap; it ends
 * with its last entry, because exports do not carry the closing date. Contests watched for less than 90 days after their
 * end are left out: nobody can be missed yet. A person who entered several counts once, after the last of them, so that
 * the cases are independent and the interval holds. A message exactly at the end is part of the contest, one at the
 * ninetieth day to the millisecond still is a return.
 * `messageTimes` gives each account's message times in any order; accounts that are absent wrote nothing else. Under 20 entrants no
 * share is given. Null without a contest that was watched for long enough, or without selected entries in one.
 * O(n log n) in entries plus the messages of the entrants.
 * Source of the interval: Wilson 1927, Journal of the American Statistical Association 22(158):209-212.
 * @example contestReturn([], new Map()) // null
 */
export function contestReturn(entries: readonly ContestEntry[], messageTimes: ReadonlyMap<number, readonly number[]>): ContestReturn | null {
  // 1. contests
  const contests = contestsIn(entries).filter(isWatched).filter((contest) => contest.entries.some(({ selected }) => selected));
  if (contests.length === 0) return null;
  // 2. each entrant with the end of the last contest entered
  const endOf = new Map<number, number>();
  for (const { entries: own, endMs } of contests) {
    for (const { accountId, selected } of own) if (selected) endOf.set(accountId, Math.max(endOf.get(accountId) ?? -Infinity, endMs));
  }
  // 3. who was never seen again
  let vanished = 0;
  for (const [accountId, endMs] of endOf) {
    if (!(messageTimes.get(accountId) ?? []).some((atMs) => atMs > endMs && atMs <= endMs + RETURN_MS)) vanished += 1;
  }
  const entrants = endOf.size;
  const tooFew = entrants < LEAST_REQUESTS;
  const limits = tooFew ? null : wilsonInterval(vanished, entrants);
  const counted = contests.flatMap((contest) => contest.entries.filter(({ selected }) => selected));
  return {
    contests: contests.length, entrants, vanished,
    share: tooFew ? null : vanished / entrants, low: limits?.low ?? null, high: limits?.high ?? null, tooFew,
    entryIds: counted.sort((one, other) => other.atMs - one.atMs || other.messageId - one.messageId).map(({ messageId }) => messageId),
  };
}
