import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * The one path of a file, whatever link or spelling leads to it: two names of one project must meet the same lock. For a file
 * that is not there yet, the path it will have; a folder that is not there either leaves the path as it was given.
 */
export function realPlace(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    try {
      return join(realpathSync.native(dirname(path)), basename(path));
    } catch {
      return path;
    }
  }
}
