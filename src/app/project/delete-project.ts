import { basename } from 'node:path';
import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { deleteProject, projectFiles } from '../../store/delete-project.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { forgetProject, listedProjects, type RecentProject } from './recent-projects.ts';

const NOT_LISTED = 'the project is no longer in the list';

/** `project.removal` and `project.delete`: of the list of recent projects alone, so that no path comes from outside. */
export function deleteHandlers(context: AppContext): Pick<HandlerMap, 'project.removal' | 'project.delete'> {
  const listed = (recentId: string): RecentProject | undefined => listedProjects(context).find(({ id }) => id === recentId);
  return {
    'project.removal': ({ recentId }) => withFailures(() => {
      const found = listed(recentId);
      if (found === undefined) return failed('not-found', NOT_LISTED);
      const files = projectFiles(found.path);
      return success({ name: found.name, fileName: basename(found.path), isThere: files.files > 0, ...files });
    }),
    'project.delete': ({ recentId }) => withFailures(() => {
      const found = listed(recentId);
      if (found === undefined) return failed('not-found', NOT_LISTED);
      if (context.project?.path === found.path) return failed('invalid-input', 'this project is open: close it first', [{ path: 'recentId', message: 'is the project that is open' }]);
      const { files, bytes } = deleteProject(found.path);
      forgetProject(context.stateFolder, found.id);
      return success({ files, bytes });
    }),
  };
}
