import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { committedLog, logStanding } from './write-ahead-log.ts';

const USUAL_PAGE = 4096;

/** A file's pages as they stand, whatever is wrong with it: with its own log laid over it, and without SQLite. */
export interface DamagedPages {
  readonly pageSize: number;
  /** Bytes of a page that hold content: the size less what is reserved at its end. */
  readonly usable: number;
  readonly count: number;
  /** Version of the schema as the header says it, whether or not it makes sense. */
  readonly version: number;
  /** A page by its number, from 1; null beyond the end. The same buffer is never given twice. */
  readonly page: (number: number) => Buffer | null;
  readonly close: () => void;
}

/**
 * Opens a file for reading page by page. A header that makes no sense is taken for that of a new project. Nothing is written,
 * beside the file either. Throws what the system throws when the file cannot be read.
 */
export function damagedPages(path: string): DamagedPages {
  const handle = openSync(path, 'r');
  let logHandle: number | null = null;
  try {
    const header = Buffer.alloc(100);
    readSync(handle, header, 0, 100, 0);
    const said = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    const pageSize = said >= 512 && (said & (said - 1)) === 0 ? said : USUAL_PAGE;
    const reserved = header[20] ?? 0;
    const log = logStanding(path, header) === 'own' ? committedLog(`${path}-wal`) : null;
    if (log !== null) logHandle = openSync(`${path}-wal`, 'r');
    const inFile = Math.ceil(fstatSync(handle).size / pageSize);
    const count = log === null ? inFile : [...log.pages.keys()].reduce((most, number) => Math.max(most, number), inFile);
    return {
      pageSize, usable: reserved <= 32 && pageSize - reserved >= 480 ? pageSize - reserved : pageSize, count, version: header.readUInt32BE(60),
      page(number) {
        if (number < 1 || number > count) return null;
        const buffer = Buffer.alloc(pageSize);
        const place = log?.pages.get(number);
        if (place !== undefined && logHandle !== null) readSync(logHandle, buffer, 0, pageSize, place);
        else readSync(handle, buffer, 0, pageSize, (number - 1) * pageSize);
        return buffer;
      },
      close() {
        closeSync(handle);
        if (logHandle !== null) closeSync(logHandle);
      },
    };
  } catch (error) {
    closeSync(handle);
    if (logHandle !== null) closeSync(logHandle);
    throw error;
  }
}
