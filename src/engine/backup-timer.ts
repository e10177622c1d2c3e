import type { AppContext } from '../app/context.ts';
import { backUpProject, isBackupDue } from '../app/backups/backup-handlers.ts';
import { failureOf } from '../app/failure-of.ts';
import { bugLine } from './bug-line.ts';

/** How old the latest copy of a project that has changed may become. */
export const BACKUP_EVERY_MS = 15 * 60_000;
/** How often it is looked whether a copy is due. */
const LOOK_EVERY_MS = 60_000;

/** The clock of copies: looks by itself, and when asked. */
export interface BackupTimer {
  /** Makes a copy if one is due; true when it did. */
  readonly look: () => Promise<boolean>;
  readonly stop: () => void;
}

/**
 * Copies the open project every quarter of an hour in which it changed: never while a job works on it, never one that is open for
 * reading only, never two at once. What the disk refuses is let be until the next time; the project itself is not touched by it.
 */
export function createBackupTimer({ context, busy, onBug }: { readonly context: AppContext; readonly busy: () => boolean; readonly onBug: (line: string) => void }): BackupTimer {
  let since = { path: '', atMs: 0 };
  let isCopying = false;
  const look = async (): Promise<boolean> => {
    const { project } = context;
    if (project === null || project.readOnly || isCopying || busy()) return false;
    const nowMs = context.now();
    // the quarter of an hour begins when a project is opened, with its latest copy, or again when the clock was put back
    if (since.path !== project.path || since.atMs > nowMs) since = { path: project.path, atMs: nowMs };
    if (!isBackupDue(project, { nowMs, sinceMs: since.atMs, everyMs: BACKUP_EVERY_MS })) return false;
    isCopying = true;
    try {
      await backUpProject(context, project);
      return true;
    } catch (error) {
      if (failureOf(error) === null) onBug(bugLine('backups.make', error));
      since = { path: project.path, atMs: nowMs };
      return false;
    } finally {
      isCopying = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}
