import { zoneOffset } from '../model/local-clock.ts';
import type { CollectionEdge } from '../response/collection-edges.ts';

/** A day of a zone's calendar. */
export interface DayCount {
  /** Its first moment, UTC ms. */
  readonly startMs: number;
  readonly count: number;
  /** False where the collection of a place begins or ends on it, or no place was collected: it stands in no series. */
  readonly complete: boolean;
  /** A place's collection begins or ends on the day before. */
  readonly afterEdge: boolean;
}

const DAY_MS = 86_400_000;

/**
 * Messages by day of a zone, from the first to the last one, without gaps; days on which the collection changes are marked.
 * Edges as `collectionEdges` gives them; without any, every day counts as collected. O(messages + days + edges).
 */
export function dailyCounts(times: readonly number[], { edges, timeZone }: { readonly edges: readonly CollectionEdge[]; readonly timeZone: string }): DayCount[] {
  if (times.length === 0) return [];
  const offsetAt = zoneOffset(timeZone);
  const dayOf = (atMs: number): number => Math.floor((atMs + offsetAt(atMs)) / DAY_MS);
  const counts = new Map<number, number>();
  for (const atMs of times) counts.set(dayOf(atMs), (counts.get(dayOf(atMs)) ?? 0) + 1);
  const numbers = [...counts.keys()];
  const [from, to] = numbers.reduce<[number, number]>(([least, most], day) => [Math.min(least, day), Math.max(most, day)], [Infinity, -Infinity]);
  const edgeDays = new Set(edges.map(({ atMs }) => dayOf(atMs)));
  const openings = new Map<number, number>();
  for (const { atMs, kind } of edges) openings.set(dayOf(atMs), (openings.get(dayOf(atMs)) ?? 0) + (kind === 'begins' ? 1 : -1));
  let open = edges.filter(({ atMs }) => dayOf(atMs) < from).reduce((sum, { kind }) => sum + (kind === 'begins' ? 1 : -1), 0);
  return Array.from({ length: to - from + 1 }, (_, at): DayCount => {
    const day = from + at;
    open += openings.get(day) ?? 0;
    return { startMs: day * DAY_MS - offsetAt(day * DAY_MS), count: counts.get(day) ?? 0, complete: !edgeDays.has(day) && (edges.length === 0 || open > 0), afterEdge: edgeDays.has(day - 1) };
  });
}
