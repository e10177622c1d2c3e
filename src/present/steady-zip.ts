import { zipSync } from 'fflate';

/** The earliest day an archive can name; read in the machine's own zone and written back in it, so it is the same everywhere. */
const DAY = '1980-01-01T00:00:00';

/**
 * Parts as a zip archive, in the order they are given, all of one day: the same parts give the same bytes, whatever the
 * clock and the zone say. Names with letters beyond ASCII are marked as UTF-8.
 */
export function steadyZip(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...parts }, { level: 6, mtime: DAY });
}
