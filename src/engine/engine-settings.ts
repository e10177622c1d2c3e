import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The person's own zone, as the operating system says; `UTC` where it says none, or one that nobody knows. */
export function systemTimeZone(): string {
  // a TZ that means nothing leaves it undefined, whatever its type promises
  const said = Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined;
  if (said === undefined) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: said }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
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
