import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The person's own zone, as the operating system says. */
export function systemTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Where the list of recent projects lives when the host has no folder of its own; TRIBUNA_STATE moves it. */
export function defaultStateFolder(): string {
  return process.env['TRIBUNA_STATE'] ?? join(homedir(), '.tribuna');
}

/** The product's version from the package file of its root folder. */
export function productVersion(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest && typeof manifest.version === 'string' ? manifest.version : '0.0.0';
}

/** A file next to the asking module with the same ending: `.ts` when run from source, `.js` when built. */
export function entryBeside(moduleUrl: string, name: string): string {
  const file = fileURLToPath(moduleUrl);
  return join(dirname(file), `${name}${extname(file)}`);
}
