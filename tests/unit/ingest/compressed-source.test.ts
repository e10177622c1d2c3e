import * as zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_LIMITS, withinLimits } from '../../../src/ingest/archive-limits.ts';
import { compressionOf, unpackedSource } from '../../../src/ingest/compressed-source.ts';
import { bytesSource, readFiles } from '../../support/ingest.ts';

const CHAT = Array.from({ length: 20_000 }, (_, position) => `13/07/23, 10:00 - Anna: è il messaggio ${String(position)} ☕`).join('\n');

async function unpacked(packed: Buffer, kind: 'gzip' | 'zstd', signal?: AbortSignal): Promise<string> {
  const blocks: Buffer[] = [];
  for await (const block of unpackedSource(bytesSource(packed, 'a.txt.gz'), kind).open(signal)) blocks.push(block);
  return Buffer.concat(blocks).toString('utf8');
}

/** A frame that asks for the window given, made as a stream so that its length is not declared. */
function longFrame(text: string, windowLog: number): Promise<Buffer> {
  const stream = zlib.createZstdCompress({ params: { [zlib.constants.ZSTD_c_windowLog]: windowLog, [zlib.constants.ZSTD_c_enableLongDistanceMatching]: 1 } });
  const blocks: Buffer[] = [];
  stream.on('data', (block: Buffer) => blocks.push(block));
  for (let at = 0; at < text.length; at += 1 << 16) stream.write(text.slice(at, at + (1 << 16)));
  stream.end();
  return new Promise((resolve, reject) => {
    stream.on('end', () => resolve(Buffer.concat(blocks))).on('error', reject);
  });
}

describe('what first bytes say', () => {
  it.each([[zlib.gzipSync('a'), 'gzip'], [zlib.zstdCompressSync('a'), 'zstd'], [Buffer.from('testo'), null], [Buffer.from([0x1f]), null], [Buffer.alloc(0), null]])('%o', (bytes, kind) => {
    expect(compressionOf(bytes)).toBe(kind);
  });
});

describe('packed sources', () => {
  it.each([['gzip', zlib.gzipSync(CHAT)], ['zstd', zlib.zstdCompressSync(CHAT)]] as const)('%s comes out as it went in, as often as it is opened', async (kind, packed) => {
    expect(await unpacked(packed, kind)).toBe(CHAT);
    const source = unpackedSource(bytesSource(packed, 'RC_2023-11.zst'), kind);
    for (let turn = 0; turn < 2; turn += 1) {
      let bytes = 0;
      for await (const block of source.open()) bytes += block.length;
      expect(bytes).toBe(Buffer.byteLength(CHAT));
    }
    expect([source.name, source.bytes]).toEqual(['RC_2023-11', null]);
  });

  it('unpacks a frame that asks for a window of two gibibytes, as the archives of Reddit do', async () => {
    const packed = await longFrame(CHAT, 31);
    // the window descriptor follows the frame header of a frame without a declared length
    expect((packed[5] ?? 0) >> 3).toBe(31 - 10);
    expect(await unpacked(packed, 'zstd')).toBe(CHAT);
  });

  it.each([['gzip', zlib.gzipSync('a\n'), zlib.gzipSync('b')], ['zstd', zlib.zstdCompressSync('a\n'), zlib.zstdCompressSync('b')]] as const)('%s archives joined end to end are read to the end', async (kind, one, other) => {
    expect(await unpacked(Buffer.concat([one, other]), kind)).toBe('a\nb');
  });

  it('zstd frames are found wherever blocks are cut, those to be skipped included', async () => {
    const skipped = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]);
    expect(compressionOf(skipped)).toBe('zstd');
    const frames = Array.from({ length: 40 }, (_, position) => zlib.zstdCompressSync(CHAT.slice(position * 5000, (position + 1) * 5000)));
    const packed = Buffer.concat([skipped, ...frames.slice(0, 20), skipped, ...frames.slice(20), skipped]);
    for (const size of [7, 1000, 1 << 16]) {
      const source = { name: 'x', bytes: null, open: async function* (): AsyncGenerator<Buffer> {
        await Promise.resolve();
        for (let at = 0; at < packed.length; at += size) yield packed.subarray(at, at + size);
      } };
      const blocks: Buffer[] = [];
      for await (const block of unpackedSource(source, 'zstd').open()) blocks.push(block);
      expect([size, Buffer.concat(blocks).toString('utf8') === CHAT.slice(0, 200_000)]).toEqual([size, true]);
    }
  });

  it.each([['gzip', zlib.gzipSync(CHAT)], ['zstd', zlib.zstdCompressSync(CHAT, { params: { [zlib.constants.ZSTD_c_checksumFlag]: 1 } })]] as const)('a %s archive that is cut or damaged says so', async (kind, packed) => {
    await expect(unpacked(packed.subarray(0, packed.length / 2), kind)).rejects.toThrow(`the ${kind} archive is damaged or ends in the middle`);
    await expect(unpacked(packed.subarray(0, 12), kind)).rejects.toThrow('damaged or ends in the middle');
    const broken = Buffer.from(packed);
    broken.fill(0xa5, packed.length >> 1, (packed.length >> 1) + 64);
    await expect(unpacked(broken, kind)).rejects.toMatchObject({ name: 'IngestFailure', code: 'unreadable-file' });
  });

  it('zstd archives with a cut second frame, or with something else behind the first, are damaged', async () => {
    const first = zlib.zstdCompressSync('a\n');
    await expect(unpacked(Buffer.concat([first, zlib.zstdCompressSync(CHAT).subarray(0, 3)]), 'zstd')).rejects.toThrow('damaged or ends in the middle');
    await expect(unpacked(Buffer.concat([first, Buffer.from('something else')]), 'zstd')).rejects.toThrow('damaged or ends in the middle');
  });

  it('stops at an archive that unpacks to hundreds of times its size', async () => {
    for (const [kind, packed] of [['gzip', zlib.gzipSync(Buffer.alloc(64 << 20))], ['zstd', zlib.zstdCompressSync(Buffer.alloc(64 << 20))]] as const) {
      await expect(unpacked(packed, kind)).rejects.toThrow('unpacks to more than 200 times its size, as only a trap does');
    }
  });

  it('stops when it is told to, with the reason it was given', async () => {
    const controller = new AbortController();
    const source = unpackedSource(bytesSource(zlib.gzipSync(CHAT)), 'gzip');
    const read = async (): Promise<void> => {
      for await (const block of source.open(controller.signal)) if (block.length > 0) controller.abort(new Error('enough'));
    };
    await expect(read()).rejects.toThrow('enough');
  });

  it('leaves no unhandled failure behind when reading ends early or the source fails', async () => {
    const failing = { name: 'x', bytes: null, open: async function* (): AsyncGenerator<Buffer> {
      yield zlib.gzipSync(CHAT).subarray(0, 100);
      await Promise.resolve();
      throw new Error('the disk is gone');
    } };
    await expect((async () => {
      for await (const block of unpackedSource(failing, 'gzip').open()) if (block.length === 0) break;
    })()).rejects.toMatchObject({ code: 'unreadable-file' });
    for await (const block of unpackedSource(bytesSource(zlib.gzipSync(CHAT)), 'gzip').open()) {
      expect(block.length).toBeGreaterThan(0);
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('formats see the text, whatever packs it', async () => {
    for (const packed of [zlib.gzipSync(CHAT), zlib.zstdCompressSync(CHAT)]) {
      const read = await readFiles([['chat', packed]], { mapping: { columns: {}, dateOrder: 'day-first' } });
      expect([Object.values(read.formats), read.messages.length]).toEqual([['whatsapp'], 20_000]);
    }
    await expect(readFiles([['twice.gz', zlib.gzipSync(zlib.gzipSync(CHAT))]])).rejects.toThrow('an archive inside an archive');
  });
});

describe('limits of archives', () => {
  const blocks = async function* (sizes: readonly number[]): AsyncGenerator<Buffer> {
    await Promise.resolve();
    for (const size of sizes) yield Buffer.alloc(size);
  };
  const total = async (sizes: readonly number[], packed: number, longest?: number): Promise<number> => {
    let sum = 0;
    for await (const block of withinLimits(blocks(sizes), () => packed, longest)) sum += block.length;
    return sum;
  };

  it('lets small archives unpack to any ratio, and large ones to the ratio allowed', async () => {
    expect(await total([ARCHIVE_LIMITS.ratioFrom], 1)).toBe(ARCHIVE_LIMITS.ratioFrom);
    expect(await total([ARCHIVE_LIMITS.ratioFrom, 1000], ARCHIVE_LIMITS.ratioFrom)).toBe(ARCHIVE_LIMITS.ratioFrom + 1000);
    await expect(total([ARCHIVE_LIMITS.ratioFrom, 1], 1)).rejects.toThrow('as only a trap does');
    await expect(total([1000, 1000], 1, 1500)).rejects.toThrow('unpacks to more than');
  });
});
