import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { copyPages, FILE_PARTS, removeParts } from './copy-pages.ts';
import { putInPlace, syncFile, syncFolder } from './durable-file.ts';
import type { ProjectDatabase } from './project-database.ts';
import { takeProjectLock } from './project-lock.ts';

/** A copy of a project in its folder of copies; `name` is its place beside the project, `replaced` that a restored copy took its place. */
export interface RollingBackup {
  readonly name: string;
  readonly atMs: number;
  readonly bytes: number;
  readonly replaced: boolean;
}

/** A copy and what SQLite may have left beside it. */
const PARTS = ['', '-wal', '-shm'] as const;
const MAKING = 'making.tmp';
const NAME = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z(-replaced)?\.bak$/;

/** The folder, beside the project, that its copies lie in. */
function backupFolder(path: string): string {
  return `${path}.backups`;
}

function fileName(atMs: number, suffix = ''): string {
  return `${new Date(atMs).toISOString().replace(/[-:.]/g, '')}${suffix}.bak`;
}

/** The copies of a project, the latest first; what is not named like one is left out. */
export function rollingBackups(path: string): RollingBackup[] {
  const folder = backupFolder(path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name): RollingBackup[] => {
    const [, year, month, day, hour, minute, second, milli, replaced] = NAME.exec(name) ?? [];
    if (year === undefined) return [];
    const atMs = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second), Number(milli));
    return [{ name: `${basename(folder)}/${name}`, atMs, bytes: statSync(join(folder, name)).size, replaced: replaced !== undefined }];
  }).sort((one, other) => other.atMs - one.atMs);
}

/** When a project's file or its log last changed, UTC ms. */
export function projectChangedMs(path: string): number {
  return Math.max(...[path, `${path}-wal`].map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0)));
}

/**
 * Copies an open project into its folder of copies while it can be worked on. The copy takes its name only when it is whole and on
 * the disk. Rejects with what {@link copyPages} and the disk throw, and leaves nothing behind then.
 */
export async function backUp(project: ProjectDatabase, nowMs: number): Promise<RollingBackup> {
  const folder = backupFolder(project.path);
  mkdirSync(folder, { recursive: true });
  const [target, making] = [join(folder, fileName(nowMs)), join(folder, MAKING)];
  await copyPages(project, making);
  try {
    putInPlace(making, target);
  } catch (error) {
    removeParts(making);
    throw error;
  }
  return { name: `${basename(folder)}/${basename(target)}`, atMs: nowMs, bytes: statSync(target).size, replaced: false };
}

/** Deletes copies by name; the folder too once it is empty. Names that are no copies are left alone. */
export function dropBackups(path: string, names: readonly string[]): void {
  for (const { name } of rollingBackups(path)) if (names.includes(name)) for (const part of PARTS) rmSync(join(dirname(path), `${name}${part}`), { force: true });
  const folder = backupFolder(path);
  if (existsSync(folder) && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}

/** A copy on its way into a project's place: unfinished, and then, under the second name, decided upon. */
const ARRIVING = '.restoring.tmp';
const DECIDED = '.restoring';

/** True when a copy was to take a project's place and a crash or a power cut came in between. */
export function isReplacementDecided(path: string): boolean {
  return existsSync(`${path}${DECIDED}`);
}

/**
 * Ends a replacement that was decided upon: what stands in the project's place, with its log, becomes a copy, and the chosen
 * one takes its name. May be cut short anywhere and done again: the moment of the decision, which names the copy, is that of the
 * file that arrives.
 */
export function finishReplacement(path: string): void {
  const atMs = Math.round(statSync(`${path}${DECIDED}`).mtimeMs);
  const folder = backupFolder(path);
  mkdirSync(folder, { recursive: true });
  const aside = join(folder, fileName(atMs, '-replaced'));
  // the log goes first with the file it belongs to: alone beside the arriving one it would be laid over it
  for (const part of [...PARTS].reverse()) if (existsSync(`${path}${part}`)) renameSync(`${path}${part}`, `${aside}${part}`);
  syncFolder(folder);
  renameSync(`${path}${DECIDED}`, path);
  syncFolder(dirname(path));
}

/**
 * Puts a finished file that lies beside a project in its place; what stood there, with its log, becomes a copy of the moment
 * `nowMs`. The project is closed and its lock is the caller's. A crash at any point leaves the project as it was, or a replacement
 * that {@link finishReplacement} ends at the next opening.
 */
export function replaceProject(finished: string, path: string, nowMs: number): void {
  // what can fail for want of room fails before the decision
  mkdirSync(backupFolder(path), { recursive: true });
  utimesSync(finished, new Date(nowMs), new Date(nowMs));
  syncFile(finished);
  renameSync(finished, `${path}${DECIDED}`);
  syncFolder(dirname(path));
  finishReplacement(path);
}

/**
 * Puts a copy in the place of a project that is closed. What stood there, with its log, becomes a copy itself, so that nothing is
 * lost even where it cannot be opened ({@link replaceProject}). Throws Error `unknown copy: NAME`, StoreFailure `locked-project`
 * while another program has the project open, or the system's own failures, with the project as it was.
 */
export function putBackup(path: string, name: string, nowMs: number): void {
  const chosen = rollingBackups(path).find((backup) => backup.name === name);
  if (chosen === undefined) throw new Error(`unknown copy: ${name}`);
  const arriving = `${path}${ARRIVING}`;
  const lock = takeProjectLock(path);
  try {
    copyFileSync(join(dirname(path), chosen.name), arriving);
    replaceProject(arriving, path, nowMs);
    if (existsSync(join(dirname(path), `${chosen.name}-wal`))) copyFileSync(join(dirname(path), `${chosen.name}-wal`), `${path}-wal`);
  } finally {
    rmSync(arriving, { force: true });
    lock.release();
  }
}

/** Deletes what a copy, an update or a new project that was cut short left beside a project. Nothing of it was ever counted as done. */
export function clearUnfinished(path: string): void {
  const unfinished = [join(backupFolder(path), MAKING), `${path}${ARRIVING}`, `${path}.new`].flatMap((file) => FILE_PARTS.map((part) => `${file}${part}`));
  const updates = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.v`) && /^\.v\d+\.bak\.new$/.test(name.slice(basename(path).length))).map((name) => join(dirname(path), name));
  for (const file of [...unfinished, ...updates]) rmSync(file, { force: true });
}
