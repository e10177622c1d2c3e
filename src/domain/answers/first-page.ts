/** How many items of a page are taken to stand before a visitor's eyes. */
export const FIRST_ITEMS = 20;

/** What opens a conversation on a page: a post, a video, a review. */
export interface PageItem {
  readonly rootId: number;
  /** Its own time, or that of the first message known of it; UTC ms, null when none is known. */
  readonly atMs: number | null;
}

/** A criticism that stands on the page. */
export interface StandingCriticism {
  readonly messageId: number;
  readonly rootId: number;
  readonly atMs: number | null;
  readonly answered: boolean;
}

/** What a visitor finds on the first page of one place. */
export interface FirstPage {
  /** Items looked at, and how many the place has. */
  readonly items: number;
  readonly itemsInAll: number;
  /** Of the items looked at, those with at least one open criticism. */
  readonly itemsWithOpen: number;
  readonly criticism: number;
  readonly open: readonly number[];
  /** Age of the oldest open one at the moment of the data; null without one whose time is known. */
  readonly oldestSeconds: number | null;
}

/**
 * Unanswered criticism among the first twenty items of a place, newest first, with everything written below them. The platform
 * decides the true order; by date is what can be known. Items whose time nobody knows come last. O(items log items + criticism).
 */
export function firstPage(items: readonly PageItem[], criticism: readonly StandingCriticism[], { endMs, most = FIRST_ITEMS }: { readonly endMs: number; readonly most?: number }): FirstPage {
  const shown = [...items].sort((one, other) => (other.atMs ?? -Infinity) - (one.atMs ?? -Infinity) || other.rootId - one.rootId).slice(0, most);
  const roots = new Set(shown.map(({ rootId }) => rootId));
  const there = criticism.filter(({ rootId }) => roots.has(rootId));
  const open = there.filter(({ answered }) => !answered);
  const times = open.flatMap(({ atMs }) => atMs ?? []);
  return {
    items: shown.length, itemsInAll: items.length,
    itemsWithOpen: new Set(open.map(({ rootId }) => rootId)).size,
    criticism: there.length, open: open.map(({ messageId }) => messageId),
    oldestSeconds: times.length === 0 ? null : Math.max(0, endMs - times.reduce((oldest, atMs) => Math.min(oldest, atMs), Infinity)) / 1000,
  };
}
