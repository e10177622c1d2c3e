import { copyFileSync, existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { createMissingIndexes } from './bulk-indexes.ts';
import { rollBackOpenImports } from './import-rollback.ts';
import { CURRENT_VERSION, migrate } from './migrations.ts';
import { databaseConstructor } from './native-addon.ts';
import { StoreFailure, type ProjectDatabase } from './project-database.ts';
import { checkHeader, checkSchema, damageIn, harden, isWriteProtected } from './project-file.ts';
import { takeProjectLock, type ProjectLock } from './project-lock.ts';
import { isSharedFolder } from './shared-folder.ts';
import { storeFailureOf } from './store-failure-of.ts';

/** How to open: `owner` (the default) locks the project against other programs, checks and repairs it; `job` is a further connection of the owner's own process. `knownWhole`: the file is as this program left it, so its pages need no look. */
export interface OpenOptions {
  readonly as?: 'owner' | 'job';
  readonly readOnly?: boolean;
  readonly knownWhole?: boolean;
}

/** Pages of a large project that stay in memory once they were read: those of indexes that every room looks into. */
const CACHE_KIB = 131_072;

const locks = new WeakMap<Database.Database, ProjectLock>();

/** Hands over a lock that lives as long as the connection. */
export function keepLock(connection: Database.Database, lock: ProjectLock): void {
  locks.set(connection, lock);
}

/** The lock that a connection holds, if it is an owner's. */
export function lockOf(connection: Database.Database): ProjectLock | null {
  return locks.get(connection) ?? null;
}

/** Durability: every commit reaches the disk. The write-ahead log only where it cannot be parted from the file. */
export function setJournal(connection: Database.Database, path: string): 'wal' | 'delete' {
  const mode = isSharedFolder(path) ? 'delete' : 'wal';
  const reached = connection.pragma(`journal_mode = ${mode}`, { simple: true });
  connection.pragma('synchronous = FULL');
  return reached === 'wal' ? 'wal' : 'delete';
}

/**
 * Opens a project file that may come from anywhere. Phases:
 * 1. the header is read as bytes: not a project, or a newer one, ends here;
 * 2. the lock: a project open elsewhere is refused; a write-protected one is opened for reading without a lock;
 * 3. the connection is hardened and every page checked before any other statement (a file that is as this program closed it was
 *    checked before; a page that is damaged since is noticed when it is read);
 * 4. an older version is copied to `NAME.vN.bak` and migrated in one transaction; the schema must then be exactly ours
 *    (indexes that an interrupted first import left out are made);
 * 5. imports that a crash left open are rolled back before anything is read.
 * Throws StoreFailure (`not-found`, `corrupt-project`, `newer-project`, `locked-project`, `io-error`, `disk-full`, `unsupported-runtime`).
 */
export function openProject(path: string, { as = 'owner', readOnly: wantedReadOnly = false, knownWhole = false }: OpenOptions = {}): ProjectDatabase {
  let lock: ProjectLock | null = null;
  let connection: Database.Database | null = null;
  try {
    // 1. header
    const Constructor = databaseConstructor();
    const { version } = checkHeader(path);
    // 2. lock
    const readOnly = wantedReadOnly || isWriteProtected(path);
    if (readOnly && existsSync(`${path}-wal`) && as === 'owner') throw new StoreFailure('read-only-project', 'the project was not closed properly and cannot be repaired where it cannot be written; copy it to another folder and open the copy');
    if (as === 'owner' && !readOnly) lock = takeProjectLock(path);
    // 3. checks
    connection = new Constructor(path, { readonly: readOnly, fileMustExist: true, timeout: 5000 });
    harden(connection);
    if (as === 'job') return { connection, path, readOnly, journalMode: connection.pragma('journal_mode', { simple: true }) === 'wal' ? 'wal' : 'delete' };
    connection.pragma(`cache_size = -${String(CACHE_KIB)}`);
    const damage = knownWhole ? [] : damageIn(connection);
    if (damage.length > 0) throw new StoreFailure('corrupt-project', 'the project file is damaged; restore a copy, or import its sources again', { cause: damage });
    // 4. version and schema
    if (version < CURRENT_VERSION) {
      if (readOnly) throw new StoreFailure('read-only-project', 'the project is of an older version and must be updated, but it cannot be written; copy it to another folder and open the copy');
      connection.pragma('wal_checkpoint(TRUNCATE)');
      copyFileSync(path, `${path}.v${String(version)}.bak`);
      migrate(connection);
    }
    if (!readOnly) createMissingIndexes(connection);
    checkSchema(connection);
    const journalMode = readOnly ? 'delete' : setJournal(connection, path);
    if (lock !== null) keepLock(connection, lock);
    const project: ProjectDatabase = { connection, path, readOnly, journalMode };
    // 5. what a crash left
    if (!readOnly) rollBackOpenImports(project);
    return project;
  } catch (error) {
    connection?.close();
    lock?.release();
    // a schema that SQLite itself cannot make sense of is damage, not a bug of ours
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_ERROR')) throw new StoreFailure('corrupt-project', 'the project file is damaged; restore a copy, or import its sources again', { cause: error });
    throw storeFailureOf(error) ?? error;
  }
}
