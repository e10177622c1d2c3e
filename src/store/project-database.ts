import type Database from 'better-sqlite3';

/** An open project file: what every repository of `store/` takes as its first argument. */
export interface ProjectDatabase {
  readonly connection: Database.Database;
  readonly path: string;
  readonly readOnly: boolean;
  /** `wal` on a local disk, `delete` on a network or synchronised folder. */
  readonly journalMode: 'wal' | 'delete';
}

/** Failures that only the store can see; the code is one of the contract's closed set. */
export type StoreFailureCode = 'newer-project' | 'corrupt-project' | 'locked-project' | 'read-only-project' | 'disk-full' | 'io-error' | 'not-found' | 'unsupported-runtime';

/** A failure of the project file that a person can act on. `message` says what happened and what to do. */
export class StoreFailure extends Error {
  readonly code: StoreFailureCode;
  constructor(code: StoreFailureCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'StoreFailure';
    this.code = code;
  }
}
