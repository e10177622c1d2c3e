import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AppContext } from '../context.ts';
import { writeDurably } from '../../store/durable-file.ts';
import { isReplacementDecided } from '../../store/rolling-backups.ts';

const recentSchema = z.array(z.object({ id: z.string(), path: z.string(), name: z.string(), openedAtMs: z.number(), messages: z.number(), whole: z.object({ size: z.number(), changedMs: z.number() }).optional() }));

/** A project opened before. The path stays in the engine. */
export interface RecentProject {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly openedAtMs: number;
  readonly messages: number;
  /** The file as this program closed it: its size and when it last changed. */
  readonly whole?: { readonly size: number; readonly changedMs: number } | undefined;
}

const KEPT = 12;

function listPath(stateFolder: string): string {
  return join(stateFolder, 'recent-projects.json');
}

/** Projects opened before, the latest first; an unreadable list counts as an empty one, because it holds nothing that cannot be found again. */
export function recentProjects(stateFolder: string): RecentProject[] {
  try {
    const parsed = recentSchema.safeParse(JSON.parse(readFileSync(listPath(stateFolder), 'utf8')));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

/** What a project of the list is called by those who do not know its path. */
export function projectIdOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

/** The sample as it is kept to be copied: where a host keeps all in one folder it lies among the projects, and is none of the person's. */
const KEPT_SAMPLE = /^sample-[0-9a-f]{12}-[\w.-]+\.tribuna$/;

/**
 * Projects lying in a folder that are not in a list, the latest changed first: where a host keeps all projects in one
 * folder, one that was copied there can be opened without having been opened before.
 */
export function projectsInFolder(folder: string, known: readonly RecentProject[]): RecentProject[] {
  const listed = new Set(known.map(({ path }) => path));
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.tribuna') && !KEPT_SAMPLE.test(name) && !listed.has(join(folder, name)))
      .map((name) => ({ id: projectIdOf(join(folder, name)), path: join(folder, name), name: name.slice(0, -'.tribuna'.length), openedAtMs: statSync(join(folder, name)).mtimeMs, messages: 0 }))
      .sort((one, other) => other.openedAtMs - one.openedAtMs);
  } catch {
    return [];
  }
}

/** Projects to choose from: those opened before and, in the browser host, those lying in its folder. */
export function listedProjects({ host, stateFolder, projectsFolder }: Pick<AppContext, 'host' | 'stateFolder' | 'projectsFolder'>): RecentProject[] {
  const recent = recentProjects(stateFolder);
  return host === 'browser' ? [...recent, ...projectsInFolder(projectsFolder, recent)] : recent;
}

/** True when the project's file is still where it was, or a copy stands ready to take its place. */
export function isAvailable({ path }: RecentProject): boolean {
  return existsSync(path) || isReplacementDecided(path);
}

/** Puts a project first in the list, in place of its older entry. The list is exchanged as a whole file, never written in place. */
export function rememberProject(stateFolder: string, { path, name, openedAtMs, messages }: Omit<RecentProject, 'id'>): void {
  const id = projectIdOf(path);
  writeList(stateFolder, [{ id, path, name, openedAtMs, messages }, ...recentProjects(stateFolder).filter((recent) => recent.id !== id)].slice(0, KEPT));
}

/** Takes a project out of the list. */
export function forgetProject(stateFolder: string, id: string): void {
  writeList(stateFolder, recentProjects(stateFolder).filter((recent) => recent.id !== id));
}

function shapeOf(path: string): NonNullable<RecentProject['whole']> | null {
  try {
    const { size, mtimeMs } = statSync(path);
    return existsSync(`${path}-wal`) || existsSync(`${path}-journal`) ? null : { size, changedMs: mtimeMs };
  } catch {
    return null;
  }
}

/** Notes how a project's file was left when it was closed, so that opening it again need not look at every page of it. */
export function rememberClosed(stateFolder: string, path: string): void {
  const whole = shapeOf(path);
  const list = recentProjects(stateFolder);
  if (whole !== null && list.some((recent) => recent.path === path)) writeList(stateFolder, list.map((recent) => (recent.path === path ? { ...recent, whole } : recent)));
}

/** True when a project's file is to the byte count and the moment as this program closed it on this machine: nothing else has written to it since. */
export function isAsClosed(stateFolder: string, path: string): boolean {
  const left = recentProjects(stateFolder).find((recent) => recent.path === path)?.whole;
  const now = left === undefined ? null : shapeOf(path);
  return now !== null && now.size === left?.size && now.changedMs === left.changedMs;
}

function writeList(stateFolder: string, list: readonly RecentProject[]): void {
  try {
    writeDurably(listPath(stateFolder), JSON.stringify(list, null, 2));
  } catch {
    // a list that cannot be kept must not stop a project from being opened
  }
}
