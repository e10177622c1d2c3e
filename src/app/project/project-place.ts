import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

const ENDING = '.tribuna';

/** A file name for a project's name: what file systems refuse is replaced. */
export function projectFileName(name: string): string {
  const safe = [...name.normalize('NFC')].map((character) => (character < ' ' || '<>:"/\\|?*'.includes(character) ? '-' : character)).join('').replace(/[. ]+$/, '').slice(0, 100) || 'project';
  return `${safe}${ENDING}`;
}

/** A path in the projects folder for a new project's name; a taken one gets a number. */
export function newProjectPath(folder: string, name: string): string {
  const wanted = join(folder, projectFileName(name));
  let path = wanted;
  for (let copy = 2; existsSync(path); copy += 1) path = `${wanted.slice(0, -ENDING.length)} ${String(copy)}${ENDING}`;
  return path;
}

/** True for a path that ends as projects' files do: others are names of what lies beside a project, or of something else. */
export function isProjectPath(path: string): boolean {
  return path.toLowerCase().endsWith(ENDING) && basename(path).length > ENDING.length;
}

/** The name that a project's file gives it. */
export function nameOfFile(path: string): string {
  return basename(path).slice(0, -ENDING.length);
}
