import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const recentSchema = z.array(z.object({ id: z.string(), path: z.string(), name: z.string(), openedAtMs: z.number(), messages: z.number() }));

/** A project opened before. The path stays in the engine. */
export interface RecentProject {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly openedAtMs: number;
  readonly messages: number;
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

/** True when the project's file is still where it was. */
export function isAvailable({ path }: RecentProject): boolean {
  return existsSync(path);
}

/** Puts a project first in the list, in place of its older entry. The list is exchanged as a whole file, never written in place. */
export function rememberProject(stateFolder: string, { path, name, openedAtMs, messages }: Omit<RecentProject, 'id'>): void {
  const id = createHash('sha256').update(path).digest('hex').slice(0, 16);
  const list = [{ id, path, name, openedAtMs, messages }, ...recentProjects(stateFolder).filter((recent) => recent.id !== id)].slice(0, KEPT);
  try {
    mkdirSync(stateFolder, { recursive: true });
    const written = `${listPath(stateFolder)}.${String(process.pid)}.new`;
    writeFileSync(written, JSON.stringify(list, null, 2));
    renameSync(written, listPath(stateFolder));
  } catch {
    // a list that cannot be kept must not stop a project from being opened
  }
}
