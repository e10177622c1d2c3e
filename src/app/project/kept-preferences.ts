import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { windowPreferencesSchema, type WindowPreferences } from '../../contract/operations/project.ts';
import { writeDurably } from '../../store/durable-file.ts';

const MOST_BYTES = 65_536;

function preferencesPath(stateFolder: string): string {
  return join(stateFolder, 'window-preferences.json');
}

/** The choices of an object that this version knows, each by itself: one that is damaged or of another version costs no other. */
function knownChoices(stored: unknown): WindowPreferences {
  if (typeof stored !== 'object' || stored === null) return {};
  const members = Object.entries(windowPreferencesSchema.shape).flatMap(([name, schema]) => {
    const parsed = Object.hasOwn(stored, name) ? schema.safeParse((stored as Record<string, unknown>)[name]) : null;
    return parsed?.success === true && parsed.data !== undefined ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(members);
}

/** What a person chose for every project on this machine; nothing where nothing was kept, and where what was kept cannot be read. */
export function keptPreferences(stateFolder: string): WindowPreferences {
  try {
    const path = preferencesPath(stateFolder);
    return statSync(path).size > MOST_BYTES ? {} : knownChoices(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return {};
  }
}

/** Keeps choices beside those kept before, and tells all. The file is exchanged as a whole; where it cannot be written the choice lasts as long as the window. */
export function keepPreferences(stateFolder: string, chosen: WindowPreferences): WindowPreferences {
  const all = { ...keptPreferences(stateFolder), ...chosen };
  try {
    writeDurably(preferencesPath(stateFolder), JSON.stringify(all, null, 2));
  } catch {
    // a full or write-protected disk must not stop anybody from reading in the dark
  }
  return all;
}
