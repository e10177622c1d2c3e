import type { TribunaEvent } from '../contract/events.ts';
import type { ProjectDatabase } from '../store/project-database.ts';
import type { OpenReadPool } from './analyse/read-pool.ts';
import type { OpenDrawPool } from './network/draw-pool.ts';

/** A file that a host took in charge; the engine alone knows its path. */
export interface RegisteredFile {
  readonly path: string;
  readonly name: string;
}

/**
 * Everything a use case may know of the world outside its arguments. One context serves one host; the project that is
 * open is part of it. Clock, zone and folders are given, so that the same input gives the same result anywhere.
 */
export interface AppContext {
  readonly version: string;
  readonly host: 'electron' | 'browser' | 'terminal';
  readonly capabilities: { readonly dialogs: boolean; readonly pdf: boolean };
  /** The present, UTC ms. */
  readonly now: () => number;
  /** IANA zone of the person at work; new projects take it. */
  readonly timeZone: string;
  /** Where projects are created when no place was chosen. */
  readonly projectsFolder: string;
  /** Where the list of recent projects is kept. */
  readonly stateFolder: string;
  /** The product's own resources (sample project, lexicons, icon). */
  readonly resourcesFolder: string;
  /** Null for an unknown handle. */
  readonly file: (handle: string) => RegisteredFile | null;
  /** Bytes free where a file lies, null where nobody knows; the system is asked when left out. */
  readonly freeBytes?: ((path: string) => number | null) | undefined;
  readonly emit: (event: TribunaEvent) => void;
  /** The latest lines of this host's log, the oldest first; left out where none is kept. */
  readonly logLines?: ((lines: number) => readonly string[]) | undefined;
  /** The secret that names of voices are made with, where the host keeps it in the system's own keychain; else it lies in `stateFolder`. */
  readonly voiceSecret?: string | undefined;
  /** Other threads that can read; left out where everything is read in place. */
  readonly readPool?: OpenReadPool | undefined;
  /** Other threads that can draw; left out where everything is drawn in place. */
  readonly drawPool?: OpenDrawPool | undefined;
  project: ProjectDatabase | null;
}
