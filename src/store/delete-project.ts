import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FILE_PARTS } from './copy-pages.ts';
import { syncFolder } from './durable-file.ts';
import { projectBackups } from './erase-bytes.ts';
import { StoreFailure } from './project-database.ts';
import { isWriteProtected } from './project-file.ts';
import { takeProjectLock } from './project-lock.ts';
import { clearUnfinished, dropBackups, finishReplacement, isReplacementDecided } from './rolling-backups.ts';

/** Files that a project is made of, and the bytes that they take. */
interface ProjectFiles {
  readonly files: number;
  /** Of the files, those that hold an earlier state of the project. */
  readonly copies: number;
  readonly bytes: number;
}

/** A project's files in the order in which they may go: copies first, the project itself last, so that what a crash cuts short is still listed and can be done again. */
function paths(path: string): { readonly copies: readonly string[]; readonly own: readonly string[] } {
  if (!existsSync(dirname(path))) return { copies: [], own: [] };
  const there = (file: string): boolean => existsSync(file);
  return {
    copies: projectBackups({ path }).flatMap(({ name }) => FILE_PARTS.map((part) => join(dirname(path), `${name}${part}`))).filter(there),
    own: [...FILE_PARTS].reverse().map((part) => `${path}${part}`).filter(there),
  };
}

/** The files of a project that is not open, wherever it stands; none where its folder cannot be reached. */
export function projectFiles(path: string): ProjectFiles {
  const { copies, own } = paths(path);
  const all = [...copies, ...own];
  return { files: all.length, copies: copies.length, bytes: all.reduce((sum, file) => sum + statSync(file).size, 0) };
}

/**
 * Deletes a project that nobody has open: its copies, what SQLite and unfinished work left beside it, and its file. What else lies
 * in its folder of copies stays, with the folder. Deleted is what a system deletes: bytes on the disk are not overwritten. Returns
 * what went. Throws StoreFailure `locked-project` where a program has it open, `read-only-project` where it may not be written, or
 * the system's own failures; what did not go is still there then, and the same call goes on with it.
 */
export function deleteProject(path: string): ProjectFiles {
  if (!existsSync(dirname(path))) return { files: 0, copies: 0, bytes: 0 };
  if (existsSync(path) && isWriteProtected(path)) throw new StoreFailure('read-only-project', 'the project, or its folder, is write-protected; take the protection away first');
  const lock = takeProjectLock(path);
  try {
    if (isReplacementDecided(path)) finishReplacement(path);
    clearUnfinished(path);
    const gone = projectFiles(path);
    const { copies, own } = paths(path);
    for (const file of copies) rmSync(file, { force: true });
    // the folder of copies goes once nothing is left in it
    dropBackups(path, []);
    for (const file of own) rmSync(file, { force: true });
    syncFolder(dirname(path));
    return gone;
  } finally {
    lock.release();
  }
}
