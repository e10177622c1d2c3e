import { existsSync, rmSync } from 'node:fs';
import { migrate } from './migrations.ts';
import { databaseConstructor } from './native-addon.ts';
import { keepLock, setJournal } from './open-project.ts';
import { StoreFailure, type ProjectDatabase } from './project-database.ts';
import { harden } from './project-file.ts';
import { takeProjectLock, type ProjectLock } from './project-lock.ts';
import { storeFailureOf } from './store-failure-of.ts';
import { storeSetting } from './stage-queries.ts';

/** What a new project starts from. */
export interface NewProject {
  readonly name: string;
  /** IANA zone in which its days and hours are counted. */
  readonly timeZone: string;
  readonly createdAtMs: number;
}

/**
 * Makes a project file and leaves it open and locked. A path that exists is refused, never overwritten; a failure
 * halfway leaves no file. Throws StoreFailure (`io-error`, `disk-full`, `locked-project`, `unsupported-runtime`).
 */
export function createProject(path: string, { name, timeZone, createdAtMs }: NewProject): ProjectDatabase {
  if (existsSync(path)) throw new StoreFailure('io-error', 'a file of this name is already there; choose another name');
  let lock: ProjectLock | null = null;
  try {
    const Constructor = databaseConstructor();
    lock = takeProjectLock(path);
    const connection = new Constructor(path, { timeout: 5000 });
    try {
      harden(connection);
      // the header must be in the file itself, not in a log beside it, so that it can be read as bytes
      migrate(connection);
      const project: ProjectDatabase = { connection, path, readOnly: false, journalMode: setJournal(connection, path) };
      for (const [key, value] of [['name', name], ['time_zone', timeZone], ['created_at_ms', String(createdAtMs)], ['data_version', '0']] as const) storeSetting(project, key, value);
      keepLock(connection, lock);
      return project;
    } catch (error) {
      connection.close();
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
      throw error;
    }
  } catch (error) {
    lock?.release();
    if (error instanceof TypeError) throw new StoreFailure('io-error', 'the folder of the project does not exist', { cause: error });
    throw storeFailureOf(error) ?? error;
  }
}
