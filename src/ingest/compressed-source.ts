import { pipeline, Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { ARCHIVE_LIMITS, withinLimits } from './archive-limits.ts';
import type { ByteSource } from './byte-source.ts';
import { IngestFailure } from './ingest-failure.ts';

/** Largest window a zstd frame may ask for: the dumps of Reddit use 2 GiB. */
const ZSTD_WINDOW_LOG = 31;

/** What the first bytes say a source is packed with; null for none. */
export function compressionOf(head: Buffer): 'gzip' | 'zstd' | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? 'zstd' : null;
}

function unpacker(kind: 'gzip' | 'zstd'): NodeJS.ReadWriteStream {
  if (kind === 'gzip') return zlib.createGunzip({ chunkSize: 1 << 18 });
  if (typeof zlib.createZstdDecompress !== 'function') throw new IngestFailure('unreadable-file', 'the file is a zstd archive, which this runtime cannot unpack: unpack it first');
  return zlib.createZstdDecompress({ chunkSize: 1 << 18, params: { [zlib.constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } });
}

/**
 * A source as it reads once unpacked, block by block, never on disk. Throws IngestFailure `unreadable-file` while reading:
 * a broken or cut archive, or one that outgrows {@link ARCHIVE_LIMITS}.
 */
export function unpackedSource(source: ByteSource, kind: 'gzip' | 'zstd'): ByteSource {
  return {
    name: source.name.replace(/\.(?:gz|zst|zstd)$/i, ''),
    bytes: null,
    async *open(signal) {
      let packed = 0;
      const counted = async function* (): AsyncGenerator<Buffer> {
        for await (const block of source.open(signal)) {
          packed += block.length;
          yield block;
        }
      };
      const stream = unpacker(kind);
      pipeline(Readable.from(counted(), { objectMode: false }), stream, () => undefined);
      try {
        yield* withinLimits(stream as unknown as AsyncIterable<Buffer>, () => packed, ARCHIVE_LIMITS.archiveBytes * 10);
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof IngestFailure) throw error;
        throw new IngestFailure('unreadable-file', `the ${kind} archive is damaged or ends in the middle`);
      }
    },
  };
}
