import type { StayEnd } from '../model/page-stay.ts';
import { LEAST_REQUESTS } from '../response/response-floors.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { medianWait } from '../stats/median-wait.ts';
import { FIRST_ITEMS } from './first-page.ts';

/** What opens a conversation on a page, with its time. */
export interface DatedItem {
  readonly rootId: number;
  /** UTC ms. */
  readonly atMs: number;
  /** From when a later export no longer holds it, UTC ms; null where nothing says so. */
  readonly goneAtMs: number | null;
}

/** A complaint below an item. Times UTC ms. */
export interface DatedComplaint {
  readonly messageId: number;
  readonly rootId: number;
  readonly atMs: number;
  readonly answeredAtMs: number | null;
  readonly goneAtMs: number | null;
}

/** From when to when a complaint stood open on the first page, its end not included; UTC ms. */
export interface PageStay {
  readonly messageId: number;
  readonly rootId: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly end: StayEnd;
}

/**
 * The first items of a page as they stood at a moment, newest first: those that had been written, less those that a later export
 * already lacked. By date, because the order of the network is not in the data. O(n log n).
 */
export function pageAt<Item extends DatedItem>(items: readonly Item[], atMs: number, most: number = FIRST_ITEMS): Item[] {
  return items.filter((item) => item.atMs <= atMs && (item.goneAtMs === null || item.goneAtMs > atMs)).sort((one, other) => other.atMs - one.atMs || other.rootId - one.rootId).slice(0, most);
}

/** When each item is pushed off the first page by newer ones; Infinity for those that never are. Only what stands counts: whatever vanished makes room again, but by then the page has moved on. */
function pushedAt(items: readonly DatedItem[], most: number): Map<number, number> {
  const sorted = [...items].sort((one, other) => one.atMs - other.atMs || one.rootId - other.rootId);
  return new Map(sorted.map(({ rootId }, at) => [rootId, sorted[at + most]?.atMs ?? Infinity]));
}

/**
 * How long each complaint stood open on the first page: from its own time until it was answered, the item it stands under was
 * pushed off by newer ones, or a later export no longer held it. One that came when its item had left, or whose item is not
 * known, never stood there and is left out. `endMs` is when the page was last seen. O((items + complaints) log items).
 */
export function pageStays(items: readonly DatedItem[], complaints: readonly DatedComplaint[], { endMs, most = FIRST_ITEMS }: { readonly endMs: number; readonly most?: number }): PageStay[] {
  const pushes = pushedAt(items, most);
  return complaints.flatMap(({ messageId, rootId, atMs, answeredAtMs, goneAtMs }): PageStay[] => {
    const pushed = pushes.get(rootId);
    if (pushed === undefined || atMs >= pushed || atMs > endMs) return [];
    const ends: readonly (readonly [StayEnd, number])[] = [['answered', Math.max(atMs, answeredAtMs ?? Infinity)], ['pushed', pushed], ['vanished', Math.max(atMs, goneAtMs ?? Infinity)]];
    const [end, toMs] = ends.reduce((first, next) => (next[1] < first[1] ? next : first));
    return [{ messageId, rootId, fromMs: atMs, ...(toMs > endMs ? { end: 'open' as const, toMs: endMs } : { end, toMs }) }];
  });
}

/** Complaints that stood open at a moment. */
export function staysAt(stays: readonly PageStay[], atMs: number): PageStay[] {
  return stays.filter(({ fromMs, toMs, end }) => fromMs <= atMs && (toMs > atMs || (end === 'open' && toMs === atMs)));
}

/** How long complaints stand there, and what ends it. Lengths in seconds. */
export interface StayLength {
  readonly n: number;
  readonly tooFew: boolean;
  readonly ends: Readonly<Record<StayEnd, number>>;
  /** Time within which half had left the first page; null under the floor, or where the curve does not come down to one half. */
  readonly medianSeconds: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly longestSeconds: number | null;
}

/** The median stay on the first page, by Kaplan and Meier: whoever still stands there at the end is censored. No figure under 20 stays. */
export function stayLength(stays: readonly PageStay[]): StayLength {
  const curve = kaplanMeier(stays.map(({ fromMs, toMs }) => (toMs - fromMs) / 1000), stays.map(({ end }) => end !== 'open'));
  const tooFew = stays.length < LEAST_REQUESTS;
  const median = tooFew ? null : medianWait(curve);
  const ends = { answered: 0, pushed: 0, vanished: 0, open: 0 };
  for (const { end } of stays) ends[end] += 1;
  return { n: stays.length, tooFew, ends, medianSeconds: median?.seconds ?? null, low: median?.low ?? null, high: median?.high ?? null, longestSeconds: curve.longestSeconds };
}
