import { createHash } from 'node:crypto';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import type { ByteSource } from './byte-source.ts';
import { IngestFailure } from './ingest-failure.ts';
import { createUtf8Evidence } from './utf8-evidence.ts';

/** What one pass over a file's bytes shows, before anything is decoded. */
export interface FileSurvey {
  readonly bytes: number;
  /** SHA-256 of the whole file, hex; of what was read after a brief look. */
  readonly hash: string;
  /** An encoding name that iconv-lite knows. */
  readonly encoding: string;
  /** True when the encoding is a guess: neither a mark at the start nor valid UTF-8 throughout. */
  readonly guessed: boolean;
  /** Broken characters of a file that is UTF-8 all the same, a last one that is cut off included; 0 for any other encoding. */
  readonly damagedCharacters: number;
  /** The first bytes, at most 1 MiB. */
  readonly sample: Buffer;
}

const SAMPLE_BYTES = 1 << 20;
/** How far a brief look reads: files up to this size are still read whole. */
const BRIEF_BYTES = 8 << 20;
/** First bytes of files that people pick by mistake, with the words that name them. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an archive inside an archive: unpack it and import what it holds'],
  [[0x1f, 0x8b], 'an archive inside an archive: unpack it and import what it holds'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'an archive inside an archive: unpack it and import what it holds'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz archive: unpack it first'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive: unpack it first'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive: unpack it first'],
  [[0x52, 0x61, 0x72, 0x21], 'a rar archive: unpack it first'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook: save it as .xlsx or CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF: export a table as CSV instead'],
  [[0x89, 0x50, 0x4e, 0x47], 'an image'],
  [[0xff, 0xd8, 0xff], 'an image'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'a database or a project: open it instead of importing it'],
];

function startsWith(bytes: Buffer, prefix: readonly number[]): boolean {
  return prefix.every((byte, position) => bytes[position] === byte);
}

function encodingByMark(sample: Buffer): string | null {
  if (startsWith(sample, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(sample, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(sample, [0xfe, 0xff])) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark shows as zero bytes on one side only. */
function encodingByZeros(sample: Buffer): string | null {
  let even = 0;
  let odd = 0;
  for (let position = 0; position < sample.length; position += 1) {
    if (sample[position] !== 0) continue;
    if (position % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (odd > half * 0.3 && even < half * 0.02) return 'utf-16le';
  if (even > half * 0.3 && odd < half * 0.02) return 'utf-16be';
  return null;
}

/** True when the bytes are not text in any 8-bit encoding: more than one in a hundred is a control character that no text uses. */
function isBinary(sample: Buffer): boolean {
  let control = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control += 1;
  return control > sample.length / 100;
}

/**
 * Reads a source once, in flat memory: size, hash, and the encoding of its text. A byte order mark decides; else UTF-8
 * that is valid over the whole file (a prefix proves nothing); else, marked as guessed, UTF-8 with some damage where its
 * sound characters outweigh it, or a statistical guess, windows-1252 when that is undecided. A brief look, for previews,
 * stops after some mebibytes: an import always reads all. Throws IngestFailure `unreadable-file` for empty and binary files
 * and for archives that nothing here unpacks.
 */
export async function fileSurvey(source: ByteSource, signal?: AbortSignal, { brief = false }: { readonly brief?: boolean } = {}): Promise<FileSurvey> {
  const hash = createHash('sha256');
  const parts: Buffer[] = [];
  let bytes = 0;
  let sampled = 0;
  const utf8 = createUtf8Evidence();
  for await (const chunk of source.open(signal)) {
    hash.update(chunk);
    bytes += chunk.length;
    if (sampled < SAMPLE_BYTES) {
      parts.push(chunk.subarray(0, SAMPLE_BYTES - sampled));
      sampled += Math.min(chunk.length, SAMPLE_BYTES - sampled);
    }
    if (brief && bytes >= BRIEF_BYTES) break;
    utf8.add(chunk);
  }
  const isWhole = !brief || bytes < BRIEF_BYTES;
  const { damaged, isLikely, firstDamaged } = utf8.end(isWhole);
  const sample = Buffer.concat(parts);
  if (bytes === 0) throw new IngestFailure('unreadable-file', 'the file is empty: 0 bytes');
  const signature = SIGNATURES.find(([prefix]) => startsWith(sample, prefix));
  if (signature !== undefined) throw new IngestFailure('unreadable-file', `the file is not text: it is ${signature[1]}`);
  const found = (encoding: string, guessed: boolean, damagedCharacters = 0): FileSurvey => ({ bytes: isWhole ? bytes : Math.max(bytes, source.bytes ?? 0, sampled + 1), hash: hash.digest('hex'), encoding, guessed, damagedCharacters, sample });
  const marked = encodingByMark(sample) ?? encodingByZeros(sample);
  if (marked !== null && (marked !== 'utf-8' || damaged === 0)) return found(marked, false);
  if (isBinary(sample)) throw new IngestFailure('unreadable-file', 'the file is not text: its bytes are binary data');
  if (damaged === 0) return found('utf-8', false);
  if (isLikely) return found('utf-8', true, damaged);
  const guess = chardet.detect(Buffer.concat([firstDamaged ?? sample, sample]).subarray(0, SAMPLE_BYTES));
  const usable = guess !== null && iconv.encodingExists(guess) && !/^(utf-?8|ascii|iso-8859-(1|2|9|15)|windows-125[02])$/i.test(guess);
  return found(usable ? guess.toLowerCase() : 'windows-1252', true);
}
