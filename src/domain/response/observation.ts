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
  const latestOfImport = new Map<string, number>();
  const seenBrands = new Set<string>();
  const placeOf = (position: number): string => `${facts[position]?.importId} ${sources.sourceOf[position]}`;
  facts.forEach((fact, position) => {
    const key = `${fact.importId} ${fact.networkId}`;
    if (fact.atMs !== null) latestOfImport.set(key, Math.max(latestOfImport.get(key) ?? -Infinity, fact.atMs));
    if (fact.voiceOfBrandId === null) return;
    const places = parentOf(table, position) === null ? [placeOf(position)] : [placeOf(position), placeOf(table.parent[position] ?? -1)];
    for (const place of places) seenBrands.add(`${place} any`).add(`${place} ${fact.voiceOfBrandId}`);
  });
  const latestOfSource = new Map<number, number>();
  facts.forEach((fact, position) => {
    const source = sources.sourceOf[position] ?? -1;
    const latest = latestOfImport.get(`${fact.importId} ${fact.networkId}`) ?? -Infinity;
    latestOfSource.set(source, Math.max(latestOfSource.get(source) ?? -Infinity, latest));
  });
  return {
    endMs(position) {
      const known = sources.contextOf(position)?.observationEndMs ?? latestOfSource.get(sources.sourceOf[position] ?? -1) ?? -Infinity;
      const end = context.nowMs === null ? known : Math.min(known, context.nowMs);
      return Number.isFinite(end) ? end : (context.nowMs ?? 0);
    },
    observability(position, brands) {
      const place = sources.contextOf(position);
      if (place?.coverage === 'absent') return 'unobservable';
      const wanted = brands.size === 0 ? ['any'] : [...brands];
      if (place?.coverageSettled !== true && !wanted.some((brand) => seenBrands.has(`${placeOf(position)} ${brand}`))) return 'unobservable';
      return place?.coverage === 'partly' && context.incompleteRoots.has(facts[position]?.rootId ?? -1) ? 'incomplete' : 'observable';
    },
  };
}
