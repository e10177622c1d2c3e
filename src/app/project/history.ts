import { inBulk } from '../../store/import-removal.ts';
import { firstUndone, isUndone, lastDone, markUndone } from '../../store/journal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { raiseDataVersion } from './data-version.ts';
import { historyCommand } from './history-commands.ts';

/** Takes back the last change that is not undone, in one transaction. Returns false when there is none. */
export function undoLast(project: ProjectDatabase): boolean {
  const entry = lastDone(project);
  if (entry === null) return false;
  inBulk(project, () => {
    const command = historyCommand(entry);
    command.undo(project, entry);
    markUndone(project, entry.id, true);
    if (command.leavesData !== true) raiseDataVersion(project);
  });
  return true;
}

/** Repeats the first change that is undone, in one transaction. Returns false when there is none. */
export function redoNext(project: ProjectDatabase): boolean {
  const entry = firstUndone(project);
  if (entry === null) return false;
  inBulk(project, () => {
    const command = historyCommand(entry);
    command.redo(project, entry);
    markUndone(project, entry.id, false);
    if (command.leavesData !== true) raiseDataVersion(project);
  });
  return true;
}

/** Undoes or repeats changes in order until the one of this id is done or undone as wished. Returns false where there is no such change. */
export function goInHistory(project: ProjectDatabase, id: number, done: boolean): boolean {
  if (isUndone(project, id) === null) return false;
  while (isUndone(project, id) === done) if (!(done ? redoNext(project) : undoLast(project))) return false;
  return true;
}
