import { createReadStream } from 'node:fs';

/** A stretch of bytes that can be read from its start as often as needed: a file, or what an archive holds under one name. */
export interface ByteSource {
  /** The file's name, or the entry's path inside its archive. */
  readonly name: string;
  /** Size when read, where it is known beforehand. */
  readonly bytes: number | null;
  /** Blocks of at most a quarter of a mebibyte or so, in order: what is made of one dies young. Throws IngestFailure for an archive that turns out broken or too large. */
  open(signal?: AbortSignal): AsyncIterable<Buffer>;
}

/** The bytes of a file on disk. */
export function fileBytes(path: string, name: string, bytes: number): ByteSource {
  return { name, bytes, open: (signal) => createReadStream(path, { highWaterMark: 1 << 18, ...(signal === undefined ? {} : { signal }) }) as AsyncIterable<Buffer> };
}
