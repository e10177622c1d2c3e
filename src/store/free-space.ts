import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Free room an import must find, as a multiple of the bytes it reads: records, their indexes, the search index and the log. */
export const ROOM_PER_BYTE = 3;

/** Bytes that this user may still write where a file lies; null where the system does not say. */
export function freeBytesAt(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** True when `bytes` can be taken in with room to spare, or when nobody knows how much is free. */
export function hasRoomFor(bytes: number, free: number | null): boolean {
  return free === null || free >= bytes * ROOM_PER_BYTE;
}

/** Bytes in words, rounded up. */
export function megabytes(bytes: number): string {
  return `${String(Math.ceil(bytes / 1e6))} MB`;
}
