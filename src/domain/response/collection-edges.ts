/** From when to when one import holds messages of one place, UTC ms, and how the place was collected by it. */
export interface CollectionWindow {
  /** A container, or a network where messages stand in none. */
  readonly place: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** What must be the same for two windows to be one collection: format and class of replies. */
  readonly manner: string;
}

/** A moment at which the collection of a place begins or ends. */
export interface CollectionEdge {
  readonly place: string;
  readonly atMs: number;
  readonly kind: 'begins' | 'ends';
}

/** A pause this long between two imports of a place is no end of its collection: quiet pages are silent for days. */
const JOINED_MS = 14 * 86_400_000;

/**
 * Where what is collected changes. Windows of one place, collected in the same manner, that overlap or follow within two weeks are
 * one stretch, so that a page exported once a month has no edges inside; each stretch has a beginning and an end. In time order.
 * O(n log n).
 */
export function collectionEdges(windows: readonly CollectionWindow[]): CollectionEdge[] {
  const stretches = new Map<string, { place: string; fromMs: number; toMs: number }[]>();
  for (const { place, manner, fromMs, toMs } of [...windows].sort((one, other) => one.fromMs - other.fromMs)) {
    const known = stretches.get(`${place} ${manner}`) ?? [];
    const last = known.at(-1);
    if (last !== undefined && fromMs - last.toMs <= JOINED_MS) last.toMs = Math.max(last.toMs, toMs);
    else known.push({ place, fromMs, toMs });
    stretches.set(`${place} ${manner}`, known);
  }
  return [...stretches.values()].flat()
    .flatMap(({ place, fromMs, toMs }): CollectionEdge[] => [{ place, atMs: fromMs, kind: 'begins' }, { place, atMs: toMs, kind: 'ends' }])
    .sort((one, other) => one.atMs - other.atMs || (one.place < other.place ? -1 : 1));
}

const WEEK_MS = 604_800_000;

/**
 * Edges of the collection by which a change of a weekly level may be explained: from a week before the last week of the old level
 * ends to a week after the first of the new one begins, gaps between the two included. O(n).
 */
export function edgesNear(edges: readonly CollectionEdge[], { lastEndMs, firstStartMs }: { readonly lastEndMs: number; readonly firstStartMs: number }): CollectionEdge[] {
  return edges.filter(({ atMs }) => atMs >= lastEndMs - WEEK_MS && atMs <= firstStartMs + WEEK_MS);
}
