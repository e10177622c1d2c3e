import type { FactTable } from './fact-table.ts';
import { parentOf } from './fact-table.ts';
import type { ResponseContext } from './message-fact.ts';
import type { Observability } from './request-episode.ts';

/** Until when, and whether at all, an answer to a message could have been seen. */
export interface Observation {
  readonly endMs: (position: number) => number;
  readonly observability: (position: number, brands: ReadonlySet<number>) => Observability;
}

/**
 * End of observation of each place: when the latest import that covers it was collected, else the latest message of the imports
 * that cover it on that network, capped by `nowMs`. A message is unobservable where replies are known to be absent, and where its
 * import holds no message of the brand for that place and no brand message of any import replies into it, unless a person has
 * settled the coverage. O(n) to build.
 */
export function observation(table: FactTable, context: ResponseContext): Observation {
  const { facts, sources } = table;
  const { placeOf, sourceOf } = sources;
  const seenBrands = new Map<number, Set<number>>();
  const latestOfPlace = new Map<number, { readonly importNetwork: string; readonly source: number; atMs: number }>();
  const see = (place: number, brand: number): void => {
    const seen = seenBrands.get(place);
    if (seen === undefined) seenBrands.set(place, new Set([brand]));
    else seen.add(brand);
  };
  facts.forEach((fact, position) => {
    const place = placeOf[position] ?? -1;
    const latest = latestOfPlace.get(place);
    const atMs = fact.atMs ?? -Infinity;
    if (latest === undefined) latestOfPlace.set(place, { importNetwork: `${fact.importId} ${fact.networkId}`, source: sourceOf[position] ?? -1, atMs });
    else if (atMs > latest.atMs) latest.atMs = atMs;
    if (fact.voiceOfBrandId === null) return;
    see(place, fact.voiceOfBrandId);
    if (parentOf(table, position) !== null) see(placeOf[table.parent[position] ?? -1] ?? -1, fact.voiceOfBrandId);
  });
  const latestOfImport = new Map<string, number>();
  for (const { importNetwork, atMs } of latestOfPlace.values()) latestOfImport.set(importNetwork, Math.max(latestOfImport.get(importNetwork) ?? -Infinity, atMs));
  const latestOfSource = new Map<number, number>();
  for (const { importNetwork, source } of latestOfPlace.values()) {
    latestOfSource.set(source, Math.max(latestOfSource.get(source) ?? -Infinity, latestOfImport.get(importNetwork) ?? -Infinity));
  }
  return {
    endMs(position) {
      const known = sources.contextOf(position)?.observationEndMs ?? latestOfSource.get(sourceOf[position] ?? -1) ?? -Infinity;
      const end = context.nowMs === null ? known : Math.min(known, context.nowMs);
      return Number.isFinite(end) ? end : (context.nowMs ?? 0);
    },
    observability(position, brands) {
      const place = sources.contextOf(position);
      if (place?.coverage === 'absent') return 'unobservable';
      const seen = seenBrands.get(placeOf[position] ?? -1);
      const known = place?.seenBrandIds;
      const isSeen = brands.size === 0 ? seen !== undefined || (known?.size ?? 0) > 0 : [...brands].some((brand) => seen?.has(brand) === true || known?.has(brand) === true);
      if (place?.coverageSettled !== true && !isSeen) return 'unobservable';
      return place?.coverage === 'partly' && context.incompleteRoots.has(facts[position]?.rootId ?? -1) ? 'incomplete' : 'observable';
    },
  };
}
