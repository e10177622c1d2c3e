import type { ProjectDatabase } from '../../store/project-database.ts';
import { watchedContainers } from '../../store/promise-threads.ts';
import { observationEndMs } from '../../store/trust-queries.ts';

/** Until when pages were watched, by container; 0 stands for containers without requests and for what stands in none. */
export function pageEnds(project: ProjectDatabase, nowMs: number | null): Map<number, number> {
  const known = observationEndMs(project) ?? 0;
  return new Map([...watchedContainers(project), [0, nowMs === null ? known : Math.min(known, nowMs)] as const]);
}

/**
 * Until when the place of a promise was watched, by container: as the requests there say, else as long as the project, never
 * past `nowMs` where the analysis was told a present. UTC ms.
 */
export function observationEnds(project: ProjectDatabase, nowMs: number | null): (containerId: number | null) => number {
  return endReader(pageEnds(project, nowMs));
}

/** The end of a container among {@link pageEnds}. */
export function endReader(ends: ReadonlyMap<number, number>): (containerId: number | null) => number {
  const elsewhere = ends.get(0) ?? 0;
  return (containerId) => (containerId === null ? undefined : ends.get(containerId)) ?? elsewhere;
}
