import type { ProjectDatabase } from '../../store/project-database.ts';
import { dataVersionOf, storeSetting } from '../../store/stage-queries.ts';

/** Marks the data as changed; derived results made from an earlier version are stale. */
export function raiseDataVersion(project: ProjectDatabase): void {
  storeSetting(project, 'data_version', String(dataVersionOf(project) + 1));
}
