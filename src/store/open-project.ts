import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { createMissingIndexes, MAY_BE_MISSING } from './bulk-indexes.ts';
import { createMissingTriggers, TRIGGERS_MAY_BE_MISSING } from './bulk-triggers.ts';
import { putInPlace } from './durable-file.ts';
import { giveBackFreedPages } from './freed-pages.ts';
import { rollBackOpenImports } from './import-rollback.ts';
import { CURRENT_VERSION, migrate } from './migrations.ts';
import { databaseConstructor } from './native-addon.ts';
import { StoreFailure, type ProjectDatabase } from './project-database.ts';
import { checkHeader, checkSchema, checkVersion, damageIn, harden, isWriteProtected } from './project-file.ts';
import { takeProjectLock, type ProjectLock } from './project-lock.ts';
import { realPlace } from './real-place.ts';
import { clearUnfinished, finishReplacement, isReplacementDecided } from './rolling-backups.ts';
import { isSharedPlace } from './shared-folder.ts';
import { storeFailureOf } from './store-failure-of.ts';
import { STRAY_CODES } from './stray-codes.ts';
import { strayContents } from './stray-documents.ts';
import { logStanding } from './write-ahead-log.ts';

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
  const mode = isSharedPlace(path) ? 'delete' : 'wal';
  const reached = connection.pragma(`journal_mode = ${mode}`, { simple: true });
  connection.pragma('synchronous = FULL');
  return reached === 'wal' ? 'wal' : 'delete';
}

const MAY_LACK = new RegExp(`${MAY_BE_MISSING.source}|${TRIGGERS_MAY_BE_MISSING.source}`);
const DAMAGED = 'the project file is damaged; restore a copy, or import its sources again';

/** A copy of the file as an earlier version left it, whole or not at all. */
function keepEarlier(path: string, version: number): void {
  const kept = `${path}.v${String(version)}.bak`;
  copyFileSync(path, `${kept}.new`);
  putInPlace(`${kept}.new`, kept);
}

/**
 * Opens a project file that may come from anywhere. Phases:
 * 1. a copy that was about to take its place when a crash came takes it now;
 * 2. the header is read as bytes: not a project, or a newer one, ends here;
 * 3. the lock: a project open elsewhere is refused; a write-protected one is opened for reading without a lock. What unfinished
 *    work left beside the file is deleted; a log that was not written for the file is refused;
 * 4. the connection is hardened; the table of the schema is checked and compared with that of the file's version, so that no
 *    stranger's trigger, check or generated column is ever evaluated; then every page is looked at (a file that is as this
 *    program closed it was checked before; a page that is damaged since is noticed when it is read);
 * 5. an older version is copied to `NAME.vN.bak`, migrated in one transaction and packed where that left it with room; the schema must then be exactly ours
 *    (indexes and triggers that an interrupted first import left out are made);
 * 6. words that no version of ours wrote where one of a few may stand, and JSON of another shape, end the opening: no answer could be made of them;
 * 7. imports that a crash left open are rolled back before anything is read.
 * Throws StoreFailure (`not-found`, `corrupt-project`, `newer-project`, `locked-project`, `io-error`, `disk-full`, `unsupported-runtime`).
 */
export function openProject(wanted: string, { as = 'owner', readOnly: wantedReadOnly = false, knownWhole = false }: OpenOptions = {}): ProjectDatabase {
  const path = realPlace(wanted);
  let lock: ProjectLock | null = null;
  let connection: Database.Database | null = null;
  try {
    const Constructor = databaseConstructor();
    // 1. what was decided before a crash
    if (as === 'owner' && !wantedReadOnly && isReplacementDecided(path)) {
      lock = takeProjectLock(path);
      finishReplacement(path);
    }
    // 2. header
    const { header } = checkHeader(path);
    // 3. lock
    const readOnly = wantedReadOnly || isWriteProtected(path);
    if (readOnly && existsSync(`${path}-wal`) && as === 'owner') throw new StoreFailure('read-only-project', 'the project was not closed properly and cannot be repaired where it cannot be written; copy it to another folder and open the copy');
    if (as === 'owner' && !readOnly) {
      lock ??= takeProjectLock(path);
      clearUnfinished(path);
      const log = logStanding(path, header);
      if (log === 'folded') rmSync(`${path}-wal`, { force: true });
      if (log === 'foreign') throw new StoreFailure('corrupt-project', `the log beside the project (${basename(path)}-wal) belongs to another file or another state of it; move it to another folder to open the project as it was last closed, or restore a copy`);
    }
    // 4. checks
    connection = new Constructor(path, { readonly: readOnly, fileMustExist: true, timeout: 5000 });
    harden(connection);
    if (as === 'job') return { connection, path, readOnly, journalMode: connection.pragma('journal_mode', { simple: true }) === 'wal' ? 'wal' : 'delete' };
    connection.pragma(`cache_size = -${String(CACHE_KIB)}`);
    // the header may have been that of a change that a crash cut short, which is taken back by now
    const version = connection.pragma('user_version', { simple: true }) as number;
    checkVersion(version);
    const damagedSchema = damageIn(connection, { table: 'sqlite_schema' });
    if (damagedSchema.length > 0) throw new StoreFailure('corrupt-project', DAMAGED, { cause: damagedSchema });
    checkSchema(connection, { version, mayLack: MAY_LACK });
    const damage = knownWhole ? [] : damageIn(connection);
    if (damage.length > 0) throw new StoreFailure('corrupt-project', DAMAGED, { cause: damage });
    // 5. version and schema
    if (version < CURRENT_VERSION) {
      if (readOnly) throw new StoreFailure('read-only-project', 'the project is of an older version and must be updated, but it cannot be written; copy it to another folder and open the copy');
      connection.pragma('wal_checkpoint(TRUNCATE)');
      keepEarlier(path, version);
      migrate(connection);
      giveBackFreedPages(connection);
    }
    if (!readOnly) {
      createMissingIndexes(connection);
      createMissingTriggers(connection);
    }
    checkSchema(connection, readOnly ? { mayLack: MAY_LACK } : {});
    // 6. codes
    if (!knownWhole && strayContents({ connection }).length > 0) throw new StoreFailure('corrupt-project', STRAY_CODES);
    const journalMode = readOnly ? 'delete' : setJournal(connection, path);
    if (lock !== null) keepLock(connection, lock);
    const project: ProjectDatabase = { connection, path, readOnly, journalMode };
    // 7. what a crash left
    if (!readOnly) rollBackOpenImports(project);
    return project;
  } catch (error) {
    connection?.close();
    lock?.release();
    const failure = storeFailureOf(error);
    // a schema that SQLite itself cannot make sense of, or rows that no version of ours could have written, are damage and no bug of ours
    if (failure === null && error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) throw new StoreFailure('corrupt-project', DAMAGED, { cause: error });
    throw failure ?? error;
  }
}
