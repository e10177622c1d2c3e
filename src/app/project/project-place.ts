import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

const ENDING = '.tribuna';

/** File systems take 255 bytes for a name, and what lies beside a project is called by it with more at its end. */
const MOST_BYTES = 180;
const MOST_CHARACTERS = 100;
/** Names that Windows keeps for devices, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\.|$)/i;
/** What file systems refuse, and signs that make a name look like another: those that turn its direction, and halves of characters. */
const REFUSED = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]/gu;

/**
 * A file name for a project's name, which every system takes: what file systems refuse is replaced, it is hidden nowhere, no
 * device, and short enough for what is to lie beside it.
 * @example projectFileName('Caffè: 2026?') // 'Caffè- 2026-.tribuna'
 */
export function projectFileName(name: string): string {
  let safe = '';
  for (const character of [...name.normalize('NFC').replaceAll(REFUSED, '-').replace(/^[. ]+/, '')].slice(0, MOST_CHARACTERS)) {
    if (Buffer.byteLength(safe + character) > MOST_BYTES) break;
    safe += character;
  }
  safe = safe.replace(/[. ]+$/, '');
  return `${safe === '' ? 'project' : DEVICE.test(safe) ? `-${safe}` : safe}${ENDING}`;
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
