import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { copyPages, FILE_PARTS, removeParts, type CopyWatch } from './copy-pages.ts';
import { syncFolder } from './durable-file.ts';
import { databaseConstructor } from './native-addon.ts';
import { StoreFailure, type ProjectDatabase } from './project-database.ts';
import { checkHeader, harden, isWriteProtected } from './project-file.ts';
import { takeProjectLock } from './project-lock.ts';
import { finishReplacement, isReplacementDecided, replaceProject } from './rolling-backups.ts';
import { settingOf, storeSetting } from './stage-queries.ts';
import { storeFailureOf } from './store-failure-of.ts';
import { logStanding } from './write-ahead-log.ts';

/** What lies where a copy of a project is to go: nothing, the project itself (by whatever name), another project, or something else. */
export type CopyPlace = 'free' | 'itself' | 'project' | 'something-else';

function isProjectFile(path: string): boolean {
  try {
    checkHeader(path);
    return true;
  } catch (error) {
    return error instanceof StoreFailure && error.code === 'newer-project';
  }
}

/** What lies at a place, which is the real one of its links. Two hard links to one file are the file itself. */
export function copyPlace(project: Pick<ProjectDatabase, 'path'>, path: string): CopyPlace {
  if (path === project.path) return 'itself';
  const there = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (there === undefined) return isReplacementDecided(path) ? 'project' : 'free';
  const own = statSync(project.path, { bigint: true, throwIfNoEntry: false });
  if (own !== undefined && own.ino === there.ino && own.dev === there.dev) return 'itself';
  return isProjectFile(path) ? 'project' : 'something-else';
}

/** Bytes that a copy of an open project takes: its pages, those that are free included. */
export function copyBytes({ connection }: Pick<ProjectDatabase, 'connection'>): number {
  return (connection.pragma('page_count', { simple: true }) as number) * (connection.pragma('page_size', { simple: true }) as number);
}

/** Makes a file of copied pages a project that stands alone, as one that was closed: no log, and the name that is given. */
function settleCopy(path: string, name: string | null): void {
  const connection = new (databaseConstructor())(path, { fileMustExist: true, timeout: 5000 });
  try {
    harden(connection);
    connection.pragma('journal_mode = DELETE');
    connection.pragma('synchronous = FULL');
    const copy: ProjectDatabase = { connection, path, readOnly: false, journalMode: 'delete' };
    if (name !== null && settingOf(copy, 'name') !== name) storeSetting(copy, 'name', name);
  } finally {
    connection.close();
  }
}

/** Waits for the disk without keeping others waiting: a large copy takes seconds. */
async function flushed(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a copy is called and how it is watched. `onDecided` is told right before the copy takes its name, after which nothing stops it. */
export interface CopyOptions extends CopyWatch {
  readonly name: string;
  readonly nowMs: number;
  readonly onDecided?: () => void;
}

/** Takes a place for a copy, lets it be made under another name beside it, and gives it the place; what stood there becomes a copy of it. Returns its bytes. */
async function arrived(path: string, { nowMs, signal, onDecided }: Omit<CopyOptions, 'name'>, make: (making: string) => Promise<void>): Promise<number> {
  if (!existsSync(dirname(path))) throw new StoreFailure('io-error', 'the folder of the copy does not exist; choose another place');
  if (existsSync(path) && isWriteProtected(path)) throw new StoreFailure('io-error', 'the file that stands there is write-protected; choose another place or name');
  const making = `${path}.new`;
  try {
    const lock = takeProjectLock(path);
    try {
      if (isReplacementDecided(path)) finishReplacement(path);
      await make(making);
      await flushed(making);
      signal?.throwIfAborted();
      onDecided?.();
      if (existsSync(path)) replaceProject(making, path, nowMs);
      else {
        renameSync(making, path);
        syncFolder(dirname(path));
      }
      return statSync(path).size;
    } finally {
      removeParts(making);
      lock.release();
    }
  } catch (error) {
    const failure = storeFailureOf(error);
    if (failure?.code === 'disk-full') throw new StoreFailure('disk-full', 'the disk that the copy goes to is full; free some space, or choose another place', { cause: error });
    throw failure ?? error;
  }
}

/**
 * Writes an open project, whole, as another file: with its history, its decisions and what must not come back, without the copies
 * that lie beside it. It is made under another name beside its place, flushed, and takes its name at the end, so that a crash
 * leaves the old file there or the copy; what stood there becomes a copy of the new one, and nothing is written over.
 * `path` is the real place (`realPlace`) and no file that {@link copyPlace} calls the project `itself` or `something-else`. What is
 * changed while it is copied is in it. Returns the bytes of the copy. Rejects with StoreFailure (`locked-project` where another
 * window holds what stands there, `disk-full`, `io-error`) or an `AbortError`; nothing is left behind then and what stood there stands.
 */
export function copyProject(project: ProjectDatabase, path: string, options: CopyOptions): Promise<number> {
  const { name, signal, onProgress } = options;
  return arrived(path, options, async (making) => {
    await copyPages(project, making, { ...(signal === undefined ? {} : { signal }), ...(onProgress === undefined ? {} : { onProgress }) });
    settleCopy(making, name);
  });
}

/** Bytes that a project which is not open takes, its log included. */
export function closedBytes(source: string): number {
  return FILE_PARTS.reduce((sum, part) => sum + (part === '-shm' ? 0 : (statSync(`${source}${part}`, { throwIfNoEntry: false })?.size ?? 0)), 0);
}

/** Copies a closed project's file with what a crash left beside it, and takes the marks away that would keep the copy from being written. */
async function copyParts(source: string, making: string, signal: AbortSignal | undefined): Promise<void> {
  for (const part of FILE_PARTS) {
    signal?.throwIfAborted();
    if (part === '-shm' || !existsSync(`${source}${part}`)) continue;
    await copyFile(`${source}${part}`, `${making}${part}`);
    chmodSync(`${making}${part}`, 0o600);
  }
}

/**
 * Writes a project that nobody has open, and that may not open where it lies, as another file: its bytes, with its log folded in. It
 * is not looked at otherwise: opening the copy does. The source is left alone. Otherwise as {@link copyProject}; a log that is
 * another file's is refused as `corrupt-project`.
 */
export function copyClosedProject(source: string, path: string, options: Omit<CopyOptions, 'name' | 'onProgress'>): Promise<number> {
  return arrived(path, options, async (making) => {
    const { header } = checkHeader(source);
    removeParts(making);
    // where nothing can be written no other program writes either
    const hold = isWriteProtected(source) ? null : takeProjectLock(source);
    try {
      await copyParts(source, making, options.signal);
    } finally {
      hold?.release();
    }
    const log = logStanding(making, header);
    if (log === 'folded') rmSync(`${making}-wal`, { force: true });
    if (log === 'foreign') throw new StoreFailure('corrupt-project', `the log beside the project (${basename(source)}-wal) belongs to another file or another state of it; copy the project without it, or restore a copy`);
    settleCopy(making, null);
  });
}

/** Deletes what a copy that a crash cut short left beside its place. False where another window holds that place, or the disk refuses. */
export function clearUnfinishedCopy(path: string): boolean {
  try {
    const lock = takeProjectLock(path);
    removeParts(`${path}.new`);
    lock.release();
    return true;
  } catch (error) {
    if (storeFailureOf(error) === null) throw error;
    return false;
  }
}
