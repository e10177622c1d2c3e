import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { clearUnfinishedCopy } from '../../store/copy-project.ts';
import { writeDurably } from '../../store/durable-file.ts';
import { isProjectPath } from './project-place.ts';

const listSchema = z.array(z.string());

function listPath(stateFolder: string): string {
  return join(stateFolder, 'unfinished-copies.json');
}

function listed(stateFolder: string): string[] {
  try {
    return listSchema.parse(JSON.parse(readFileSync(listPath(stateFolder), 'utf8'))).filter(isProjectPath);
  } catch {
    return [];
  }
}

function keep(stateFolder: string, paths: readonly string[]): void {
  try {
    writeDurably(listPath(stateFolder), JSON.stringify(paths));
  } catch {
    // a list that cannot be kept only leaves litter after a crash
  }
}

/** Notes that a copy is being written to a place where nothing may stand yet: a crash would leave a large file there that nobody opens. */
export function noteUnfinishedCopy(stateFolder: string, path: string): void {
  keep(stateFolder, [...listed(stateFolder).filter((each) => each !== path), path]);
}

/** Notes that a copy was ended, however it was. */
export function forgetUnfinishedCopy(stateFolder: string, path: string): void {
  keep(stateFolder, listed(stateFolder).filter((each) => each !== path));
}

/** Deletes what copies that a crash cut short left behind. Those that another window is writing, or whose disk is not there, are let be. */
export function clearUnfinishedCopies(stateFolder: string): void {
  const paths = listed(stateFolder);
  if (paths.length === 0) return;
  const left = paths.filter((path) => !existsSync(dirname(path)) || !clearUnfinishedCopy(path));
  if (left.length < paths.length) keep(stateFolder, left);
}
