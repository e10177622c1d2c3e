import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { ProjectSummary } from '../../contract/operations/project.ts';
import { localClock, type LocalMoment } from '../../domain/model/local-clock.ts';
import { backUp, dropBackups, projectChangedMs, putBackup, rollingBackups, type RollingBackup } from '../../store/rolling-backups.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { listedProjects } from '../project/recent-projects.ts';
import { salvageProject, type SalvageAccount } from '../project/salvage-project.ts';
import { keptBackups } from './kept-backups.ts';

const dayKey = ({ year, month, day }: LocalMoment): string => `${String(year)}-${String(month)}-${String(day)}`;

const NO_PROJECT = 'no project is open';

/** Copies the open project and lets go of the copies that are no longer kept. Rejects with the store's failures. */
export async function backUpProject({ timeZone, now }: Pick<AppContext, 'timeZone' | 'now'>, project: ProjectDatabase): Promise<RollingBackup> {
  const made = await backUp(project, now());
  const clock = localClock(timeZone);
  const all = rollingBackups(project.path);
  const kept = new Set(keptBackups(all, { nowMs: made.atMs, day: (ms) => dayKey(clock(ms)) }).map(({ name }) => name));
  dropBackups(project.path, all.filter(({ name }) => !kept.has(name)).map(({ name }) => name));
  return made;
}

/** True when a project changed after its latest copy, and that copy, or `sinceMs`, is `everyMs` ago or more. Copies that a clock put back makes come from the future say nothing. */
export function isBackupDue({ path }: Pick<ProjectDatabase, 'path'>, { nowMs, sinceMs, everyMs }: { readonly nowMs: number; readonly sinceMs: number; readonly everyMs: number }): boolean {
  const latestMs = rollingBackups(path).find(({ replaced, atMs }) => !replaced && atMs <= nowMs)?.atMs ?? 0;
  return nowMs - Math.max(sinceMs, latestMs) >= everyMs && projectChangedMs(path) > latestMs;
}

/** `backups.*` and `project.salvage`. `open` opens a project file, `close` the one that is open; both as the rooms' own operations do. */
export function backupHandlers(context: AppContext, { open, close }: { readonly open: (path: string) => ProjectSummary; readonly close: () => void }): Pick<HandlerMap, 'backups.list' | 'backups.make' | 'backups.restore' | 'project.salvage'> {
  const pathOf = (recentId: string | undefined): string | null => (recentId === undefined ? (context.project?.path ?? null) : (listedProjects(context).find(({ id }) => id === recentId)?.path ?? null));
  return {
    'backups.list': ({ recentId }) => withFailures(() => {
      const path = pathOf(recentId);
      if (path === null) return failed('not-found', recentId === undefined ? NO_PROJECT : 'the project is no longer in the list; choose its file');
      return success({ project: basename(path), backups: rollingBackups(path).map((backup) => ({ ...backup })) });
    }),
    'backups.make': () => withFailures<{ name: string; atMs: number; bytes: number }>(async () => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; its folder cannot hold copies');
      const { name, atMs, bytes } = await backUpProject(context, project);
      return success({ name, atMs, bytes });
    }),
    'backups.restore': ({ recentId, name }) => withFailures((): Outcome<ProjectSummary> => {
      const path = pathOf(recentId);
      if (path === null) return failed('not-found', recentId === undefined ? NO_PROJECT : 'the project is no longer in the list; choose its file');
      if (!rollingBackups(path).some((backup) => backup.name === name)) return failed('not-found', 'this copy is no longer there: open the list again');
      if (context.project?.readOnly === true && context.project.path === path) return failed('read-only-project', 'this project is open for reading only; open it where it can be written to go back to a copy');
      if (context.project?.path === path) close();
      putBackup(path, name, context.now());
      return success(open(path));
    }),
    'project.salvage': ({ recentId, file }) => withFailures((): Outcome<SalvageAccount> => {
      const path = file !== undefined ? (context.file(file.fileHandle)?.path ?? null) : pathOf(recentId);
      if (path === null) return failed('not-found', 'the project is no longer at hand; choose its file');
      if (!existsSync(path)) return failed('not-found', 'the project file is no longer there');
      return success(salvageProject(path, context));
    }),
  };
}
