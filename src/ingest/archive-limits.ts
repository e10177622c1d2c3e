import { IngestFailure } from './ingest-failure.ts';

/** What an archive may hold at the most; beyond it, it is taken for a trap. */
export const ARCHIVE_LIMITS = {
  /** Unpacked bytes per packed byte, once more than `ratioFrom` bytes have come out. */
  ratio: 200,
  ratioFrom: 10 << 20,
  entryBytes: 4 * 2 ** 30,
  archiveBytes: 20 * 2 ** 30,
  entries: 100_000,
} as const;

/**
 * Passes unpacked blocks on and stops when they outgrow what the packed bytes can honestly hold. `packed` tells how many
 * packed bytes were read so far. Throws IngestFailure `unreadable-file`.
 */
export async function* withinLimits(blocks: AsyncIterable<Buffer>, packed: () => number, longest: number = ARCHIVE_LIMITS.entryBytes): AsyncGenerator<Buffer> {
  let unpacked = 0;
  for await (const block of blocks) {
    unpacked += block.length;
    if (unpacked > longest) throw new IngestFailure('unreadable-file', `the archive unpacks to more than ${String(Math.round(longest / 2 ** 30))} GiB`);
    if (unpacked > ARCHIVE_LIMITS.ratioFrom && unpacked > Math.max(1, packed()) * ARCHIVE_LIMITS.ratio) throw new IngestFailure('unreadable-file', `the archive unpacks to more than ${String(ARCHIVE_LIMITS.ratio)} times its size, as only a trap does`);
    yield block;
  }
}
