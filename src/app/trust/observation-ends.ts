import type { ProjectDatabase } from '../../store/project-database.ts';
import { watchedContainers } from '../../store/promise-threads.ts';
import { observationEndMs } from '../../store/trust-queries.ts';

/**
 * Until when the place of a promise was watched, by container: as the requests there say, else as long as the project, never
 * past `nowMs` where the analysis was told a present. UTC ms.
 */
export function observationEnds(project: ProjectDatabase, nowMs: number | null): (containerId: number | null) => number {
  const known = observationEndMs(project) ?? 0;
  const latestMs = nowMs === null ? known : Math.min(known, nowMs);
  const watched = watchedContainers(project);
  return (containerId) => (containerId === null ? undefined : watched.get(containerId)) ?? latestMs;
}
