import { closeProject } from '../store/close-project.ts';
import { openProject } from '../store/open-project.ts';
import type { ProjectDatabase } from '../store/project-database.ts';
import { success, type Outcome } from '../contract/outcome.ts';
import { failureOf } from './failure-of.ts';

/**
 * A further connection to a project that this process has open already, for a job on another thread: no lock of its own,
 * no repairs. Failures are those of opening a file.
 */
export function openJobConnection(path: string): Outcome<ProjectDatabase> {
  try {
    return success(openProject(path, { as: 'job' }));
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return failure;
  }
}

/** Closes a job's connection; the owner's goes on. */
export function closeJobConnection(project: ProjectDatabase): void {
  closeProject(project);
}
