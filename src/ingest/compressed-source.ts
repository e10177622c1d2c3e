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
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd';
  // a frame to be skipped, with which parallel packers begin
  return ((head[0] ?? 0) & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18 ? 'zstd' : null;
}

function damaged(kind: 'gzip' | 'zstd'): IngestFailure {
  return new IngestFailure('unreadable-file', `the ${kind} archive is damaged or ends in the middle`);
}

async function* gunzipped(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const stream = zlib.createGunzip({ chunkSize: 1 << 18 });
  pipeline(Readable.from(blocks, { objectMode: false }), stream, () => undefined);
  yield* stream as AsyncIterable<Buffer>;
}

/**
 * Unpacks frame after frame: the runtime's own stream ends with the first one and drops the rest of the block unsaid, which
 * would cost most of a file that was packed in parallel or joined from several.
 */
async function* unpackedFrames(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (typeof zlib.createZstdDecompress !== 'function') throw new IngestFailure('unreadable-file', 'the file is a zstd archive, which this runtime cannot unpack: unpack it first');
  const input = blocks[Symbol.asyncIterator]();
  // blocks handed to the decoder that it has not used up, and how many bytes of this frame stand before them
  let fed: Buffer[] = [];
  let hasEnded = false;
  try {
    for (;;) {
      let used = 0;
      const stream = zlib.createZstdDecompress({ chunkSize: 1 << 18, params: { [zlib.constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } });
      const left = fed;
      const feed = async function* (): AsyncGenerator<Buffer> {
        yield* left;
        for (let next = await input.next(); next.done !== true; next = await input.next()) {
          while (fed[0] !== undefined && used + fed[0].length <= stream.bytesWritten) used += fed.shift()?.length ?? 0;
          fed.push(next.value);
          yield next.value;
        }
        hasEnded = true;
      };
      fed = [...left];
      const feeding = feed();
      pipeline(Readable.from(feeding, { objectMode: false }), stream, () => undefined);
      yield* stream as AsyncIterable<Buffer>;
      // waits for a block that is being read, so that none is lost between two frames
      await feeding.return(undefined);
      const rest = Buffer.concat(fed).subarray(stream.bytesWritten - used);
      if (rest.length === 0 && hasEnded) return;
      if (rest.length > 0 && stream.bytesWritten === 0) throw damaged('zstd');
      fed = rest.length === 0 ? [] : [rest];
      if (fed.length > 0) continue;
      const next = await input.next();
      if (next.done === true) return;
      fed = [next.value];
    }
  } finally {
    await input.return?.();
  }
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
      try {
        for await (const block of withinLimits(kind === 'gzip' ? gunzipped(counted()) : unpackedFrames(counted()), () => packed, ARCHIVE_LIMITS.archiveBytes * 10)) {
          signal?.throwIfAborted();
          yield block;
        }
      } catch (error) {
        signal?.throwIfAborted();
        throw error instanceof IngestFailure ? error : damaged(kind);
      }
    },
  };
}
