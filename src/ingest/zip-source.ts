import { crc32 } from 'node:zlib';
import { fromBuffer, open as openFile, type Entry, type ZipFile } from 'yauzl';
import { ARCHIVE_LIMITS, withinLimits } from './archive-limits.ts';
import type { ByteSource } from './byte-source.ts';
import { IngestFailure } from './ingest-failure.ts';

/** What a zip archive holds, read in place. `close` frees the file; sources read after it fail. */
export interface ZipContent {
  /** Entries that are files, in the order of the archive. */
  readonly entries: readonly ByteSource[];
  readonly close: () => void;
}

/** Entries that no export means: what Macs and Windows leave behind. */
const LITTER = /(^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

function opened(path: string | Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip?: ZipFile): void => (zip === undefined ? reject(error ?? new Error('no archive')) : resolve(zip));
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: true };
    if (typeof path === 'string') openFile(path, options, done);
    else fromBuffer(path, options, done);
  });
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    // no more entries are listed than the archive says it has
    if (zip.entryCount > ARCHIVE_LIMITS.entries) reject(new IngestFailure('unreadable-file', `the archive holds more than ${String(ARCHIVE_LIMITS.entries)} files`));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    if (zip.entryCount <= ARCHIVE_LIMITS.entries) zip.readEntry();
  });
}

function entrySource(zip: ZipFile, entry: Entry): ByteSource {
  return {
    // names are shown and kept, never used as paths: signs that no name needs are replaced
    name: entry.fileName.replace(/[\0-\u001f\u007f]/g, '\ufffd'),
    bytes: entry.uncompressedSize,
    async *open(signal) {
      if (entry.isEncrypted()) throw new IngestFailure('unreadable-file', `the archive is locked with a password: ${entry.fileName.slice(-80)}; unpack it and import what it holds`);
      const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
        zip.openReadStream(entry, (error, found) => (found === undefined ? reject(error ?? new Error('no stream')) : resolve(found)));
      }).catch((error: unknown) => {
        throw damaged(error);
      });
      try {
        let sum = 0;
        for await (const block of withinLimits(stream as AsyncIterable<Buffer>, () => entry.compressedSize)) {
          signal?.throwIfAborted();
          sum = crc32(block, sum);
          yield block;
        }
        // yauzl leaves the check sum to its caller
        if (sum !== entry.crc32) throw new Error('check sum');
      } catch (error) {
        signal?.throwIfAborted();
        throw damaged(error);
      }
    },
  };
}

/** What an error of the unpacker means to a person. */
function damaged(error: unknown): IngestFailure {
  if (error instanceof IngestFailure) return error;
  const message = error instanceof Error ? error.message : '';
  if (/^(?:absolute path|invalid relative path|invalid characters in fileName)/.test(message)) return new IngestFailure('unreadable-file', 'the archive holds an unsafe file name, which points outside of it, as only a trap does');
  if (message.startsWith('unsupported compression method')) return new IngestFailure('unreadable-file', 'the archive is packed in a way that is not known: unpack it and import what it holds');
  if (message.startsWith('multi-disk zip')) return new IngestFailure('unreadable-file', 'the archive is one piece of several: join or unpack them and import what they hold');
  return new IngestFailure('unreadable-file', 'the zip archive is damaged or ends in the middle; get it again');
}

/**
 * Opens a zip archive in place: nothing is written to disk, names are never used as paths. Throws IngestFailure
 * `unreadable-file` for a damaged archive, unsafe names (absolute, `..`), too many entries or too many bytes declared.
 */
export async function zipContent(path: string | Buffer): Promise<ZipContent> {
  let zip: ZipFile | null = null;
  try {
    zip = await opened(path);
    const found = zip;
    const entries = (await entriesOf(zip)).filter(({ fileName }) => !fileName.endsWith('/') && !LITTER.test(fileName));
    const declared = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (declared > ARCHIVE_LIMITS.archiveBytes) throw new IngestFailure('unreadable-file', `the archive unpacks to more than ${String(Math.round(ARCHIVE_LIMITS.archiveBytes / 2 ** 30))} GiB`);
    return { entries: entries.map((entry) => entrySource(found, entry)), close: () => found.close() };
  } catch (error) {
    zip?.close();
    throw damaged(error);
  }
}
