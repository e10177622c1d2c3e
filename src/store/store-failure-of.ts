import { StoreFailure, type StoreFailureCode } from './project-database.ts';

const CODES: readonly (readonly [prefix: string, code: StoreFailureCode, message: string])[] = [
  ['SQLITE_CORRUPT', 'corrupt-project', 'the project file is damaged; restore a copy, or import its sources again'],
  ['SQLITE_NOTADB', 'corrupt-project', 'the file is not a Tribuna project'],
  ['SQLITE_FULL', 'disk-full', 'the disk that holds the project is full; free some space and try again'],
  ['SQLITE_IOERR', 'io-error', 'the disk could not be read or written; check that the drive is still connected'],
  ['SQLITE_READONLY', 'read-only-project', 'the project file cannot be written; save a copy elsewhere to change it'],
  ['SQLITE_BUSY', 'locked-project', 'the project is being changed by another window or program; try again when it has finished'],
  ['SQLITE_LOCKED', 'locked-project', 'the project is being changed by another window or program; try again when it has finished'],
  ['SQLITE_CANTOPEN', 'io-error', 'the project file cannot be opened; check that its folder exists and can be written'],
  ['ENOSPC', 'disk-full', 'the disk is full; free some space and try again'],
  ['EROFS', 'read-only-project', 'the disk is read-only; choose another place'],
  ['EACCES', 'io-error', 'the folder or file may not be read or written by this user'],
  ['EPERM', 'io-error', 'the folder or file may not be read or written by this user'],
  ...['EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'ETIMEDOUT', 'ENOTCONN', 'EBUSY', 'EMFILE', 'ENFILE'].map((code) => [code, 'io-error', 'the disk could not be read or written; check that the drive is still connected'] as const),
  ...['EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EEXIST'].map((code) => [code, 'io-error', 'this is not the path of a file that can be used; choose another place or name'] as const),
  ['ENOENT', 'not-found', 'the file is no longer there'],
];

/** The failure behind an error of SQLite or of the file system; null when the error is a bug instead. */
export function storeFailureOf(error: unknown): StoreFailure | null {
  if (error instanceof StoreFailure) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  if (code === null) return null;
  const known = CODES.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`));
  return known === undefined ? null : new StoreFailure(known[1], known[2], { cause: error });
}
