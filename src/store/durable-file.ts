import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Waits until what a file holds has reached the disk. Throws the system's own error where it cannot be read or flushed. */
export function syncFile(path: string): void {
  // Windows flushes only what is open for writing
  const handle = openSync(path, process.platform === 'win32' ? 'r+' : 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits until the names in a folder have reached the disk; where a system cannot flush a folder, it keeps names in order by itself. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    // some network and user-space file systems know no flush of a folder
    if (!(error instanceof Error && 'code' in error && ['EINVAL', 'ENOTSUP', 'EBADF'].includes(String(error.code)))) throw error;
  } finally {
    closeSync(handle);
  }
}

/** Gives a finished file its name, in the place of what bore it: whoever looks finds the one or the other, whatever happens meanwhile. */
export function putInPlace(finished: string, path: string): void {
  syncFile(finished);
  renameSync(finished, path);
  syncFolder(dirname(path));
}

/**
 * Writes a small file so that a power cut leaves the old content or the new one, never a part: a neighbour is written and
 * flushed, then takes the name. `mode`: permissions of a new file. Throws the system's own errors and leaves no neighbour then.
 */
export function writeDurably(path: string, content: string, { mode }: { readonly mode?: number } = {}): void {
  mkdirSync(dirname(path), { recursive: true });
  const written = `${path}.${String(process.pid)}.new`;
  try {
    writeFileSync(written, content, mode === undefined ? {} : { mode });
    putInPlace(written, path);
  } catch (error) {
    rmSync(written, { force: true });
    throw error;
  }
}
