import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const [MAGIC_LITTLE, MAGIC_BIG] = [0x377f0682, 0x377f0683];

/** Where the last committed image of each page stands in a log. */
interface CommittedLog {
  readonly pageSize: number;
  /** Page number to the byte in the log at which its latest committed image begins. */
  readonly pages: ReadonlyMap<number, number>;
  /** Frames up to the last commit, and how many pages the file has after it. */
  readonly frames: number;
  readonly pageCount: number;
  /** Change counters of the committed images of the first page: the least and the greatest; null when that page was not written. */
  readonly counters: { readonly least: number; readonly greatest: number } | null;
}

/** Running checksum of the log over whole eight-byte groups, from a state. Source: SQLite's file format, 4.2. */
function checksum(bytes: Buffer, [first, second]: readonly [number, number], isBig: boolean): [number, number] {
  let [s0, s1] = [first, second];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    s0 = (s0 + (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + s1) >>> 0;
    s1 = (s1 + (isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + s0) >>> 0;
  }
  return [s0, s1];
}

/** The least and the greatest of some numbers; null of none. */
function spread(numbers: readonly number[]): CommittedLog['counters'] {
  const [first] = numbers;
  if (first === undefined) return null;
  return numbers.reduce((found, number) => ({ least: Math.min(found.least, number), greatest: Math.max(found.greatest, number) }), { least: first, greatest: first });
}

/**
 * What a write-ahead log holds that SQLite would play back: frames whose salt and running checksum hold, up to the last commit.
 * Null for a log that is missing, empty or has no header SQLite would believe. Reads the log once; changes nothing.
 * Source: SQLite's file format, section 4.
 */
export function committedLog(path: string): CommittedLog | null {
  if (!existsSync(path)) return null;
  const handle = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    if (readSync(handle, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return null;
    const magic = header.readUInt32BE(0);
    const pageSize = header.readUInt32BE(8);
    if ((magic !== MAGIC_LITTLE && magic !== MAGIC_BIG) || pageSize < 512 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) return null;
    const isBig = magic === MAGIC_BIG;
    let sum = checksum(header.subarray(0, 24), [0, 0], isBig);
    if (sum[0] !== header.readUInt32BE(24) || sum[1] !== header.readUInt32BE(28)) return null;
    const { size } = fstatSync(handle);
    const frame = Buffer.alloc(FRAME_HEADER_BYTES + pageSize);
    const pages = new Map<number, number>();
    const counters: number[] = [];
    let [open, openCounters]: [[number, number][], number[]] = [[], []];
    let [frames, pageCount] = [0, 0];
    for (let at = HEADER_BYTES; at + frame.length <= size; at += frame.length) {
      readSync(handle, frame, 0, frame.length, at);
      if (frame.compare(header, 16, 24, 8, 16) !== 0) break;
      sum = checksum(frame.subarray(FRAME_HEADER_BYTES), checksum(frame.subarray(0, 8), sum, isBig), isBig);
      if (sum[0] !== frame.readUInt32BE(16) || sum[1] !== frame.readUInt32BE(20)) break;
      const page = frame.readUInt32BE(0);
      open.push([page, at + FRAME_HEADER_BYTES]);
      if (page === 1) openCounters.push(frame.readUInt32BE(FRAME_HEADER_BYTES + 24));
      if (frame.readUInt32BE(4) === 0) continue;
      pageCount = frame.readUInt32BE(4);
      frames = (at - HEADER_BYTES) / frame.length + 1;
      for (const [number, place] of open) pages.set(number, place);
      counters.push(...openCounters);
      [open, openCounters] = [[], []];
    }
    return pages.size === 0 ? null : { pageSize, pages, frames, pageCount, counters: spread(counters) };
  } finally {
    closeSync(handle);
  }
}

/** True when every page that a log would play back stands in the file already; the first page's header, which closing rewrites, is left out. */
function isFolded(path: string, { pageSize, pages }: CommittedLog): boolean {
  const [file, log] = [openSync(path, 'r'), openSync(`${path}-wal`, 'r')];
  try {
    const [one, other] = [Buffer.alloc(pageSize), Buffer.alloc(pageSize)];
    for (const [page, place] of pages) {
      readSync(log, one, 0, pageSize, place);
      if (readSync(file, other, 0, pageSize, (page - 1) * pageSize) < pageSize) return false;
      if (one.compare(other, page === 1 ? 100 : 0, pageSize, page === 1 ? 100 : 0, pageSize) !== 0) return false;
    }
    return true;
  } finally {
    closeSync(file);
    closeSync(log);
  }
}

/** True when a file and its log together cannot hold the pages the file shall have: SQLite would refuse to fold such a log in. Source: `walCheckpoint` in its wal.c. */
function isOfLargerFile(path: string, { pageSize, frames, pageCount }: CommittedLog): boolean {
  return statSync(path).size + 65_536 + frames * pageSize < pageCount * pageSize;
}

/** What a log beside a project is to it: `none` to speak of, its `own`, `folded` into the file already, or `foreign`. */
type LogStanding = 'none' | 'own' | 'folded' | 'foreign';

/**
 * Whether the log beside a project was written for the file as it stands: SQLite, which binds the two by name alone, would
 * lay pages of another file over it and say nothing. `foreign` is a log beside a file that was closed properly (closing removes
 * it), unless the file holds all of it (`folded`: a power cut may leave such a one), one of a file that is larger than the two
 * together, and one whose first page does not follow the file's own count of changes. A stranger's log that by chance counts
 * as this file does is not told apart; the look at every page comes after. `header`: the file's first hundred bytes. Changes
 * nothing. O(bytes of the log).
 */
export function logStanding(path: string, header: Buffer): LogStanding {
  const log = committedLog(`${path}-wal`);
  if (log === null) return 'none';
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  if (log.pageSize !== pageSize) return 'foreign';
  if (header[18] === 1) return isFolded(path, log) ? 'folded' : 'foreign';
  if (isOfLargerFile(path, log)) return 'foreign';
  const counter = header.readUInt32BE(24);
  return log.counters !== null && (counter < log.counters.least - 1 || counter > log.counters.greatest) ? 'foreign' : 'own';
}
