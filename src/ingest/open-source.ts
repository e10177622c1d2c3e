import { existsSync, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { fileBytes, type ByteSource } from './byte-source.ts';
import { compressionOf, unpackedSource } from './compressed-source.ts';
import { fileSurvey } from './file-survey.ts';
import { recognisedFormat, recordFormat } from './format-registry.ts';
import { IngestFailure } from './ingest-failure.ts';
import { partHead } from './part-head.ts';
import type { Part, RecordFormat } from './record-format.ts';
import { isWorkbook, workbookSheets } from './workbook-source.ts';
import { zipContent } from './zip-source.ts';

/** A readable part with the format it is read as, and how sure that is. */
export interface RecognisedPart extends Part {
  readonly format: RecordFormat;
  readonly confidence: number;
}

/** A part of an archive that is not read, with the reason in words. */
export interface UnreadPart {
  readonly name: string;
  readonly bytes: number | null;
  readonly reason: string;
}

/** A dropped file, opened: the parts that hold records, and those that do not. */
export interface OpenedSource {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the file as it lies on disk, hex. */
  readonly hash: string;
  /** True for an archive with several parts, of which one that cannot be read does not stop the others. */
  readonly isArchive: boolean;
  /** In reading order: parts that tell of others first, then by name. */
  readonly parts: readonly RecognisedPart[];
  readonly unread: readonly UnreadPart[];
  readonly close: () => void;
  /** False when the file is no longer the one that was opened: what was read of it since may be of two states. Reads it once more only where its size or time changed. */
  readonly isSame: (signal?: AbortSignal) => Promise<boolean>;
}

/** A part of an archive, or a file of a folder, is read when its format is at least this sure; below it a person's mapping is needed. */
export const LEAST_CONFIDENCE = 0.45;
/** Entries of archives that never hold records. */
const MEDIA = /\.(?:jpe?g|png|gif|webp|heic|svg|ico|mp4|mov|avi|webm|mkv|mp3|m4a|aac|ogg|opus|wav|pdf|docx?|pptx?|ttf|woff2?|css|map|exe|dll|vcf|srt)$/i;

async function firstBytes(source: ByteSource, signal: AbortSignal | undefined): Promise<Buffer> {
  for await (const block of source.open(signal)) return block.subarray(0, 512);
  return Buffer.alloc(0);
}

async function hashOf(source: ByteSource, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of source.open(signal)) hash.update(block);
  return hash.digest('hex');
}

/** How a source is opened. */
export interface OpenOptions {
  /** Overrules what the content says. */
  readonly formatId?: string | undefined;
  readonly encoding?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** For a preview: large files are judged by their first mebibytes, and their hash is not the file's. */
  readonly brief?: boolean;
}

/** Recognises one part; `formatId` overrules what its content says. Throws IngestFailure `unknown-format` when nothing fits. */
export async function recognisedPart(source: ByteSource, { formatId, encoding, signal, brief = false }: OpenOptions = {}): Promise<RecognisedPart> {
  const survey = await fileSurvey(source, signal, { brief });
  const head = partHead(source.name, encoding === undefined ? survey : { ...survey, encoding });
  if (formatId !== undefined) {
    const format = recordFormat(formatId);
    if (format === null) throw new IngestFailure('unknown-format', `unknown format: ${formatId.slice(0, 60)}`);
    return { source, head, format, confidence: 1 };
  }
  return { source, head, ...recognisedFormat(head) };
}

async function archiveParts(entries: readonly ByteSource[], options: OpenOptions): Promise<{ parts: RecognisedPart[]; unsure: RecognisedPart[]; unread: UnreadPart[] }> {
  const parts: RecognisedPart[] = [];
  const unsure: RecognisedPart[] = [];
  const unread: UnreadPart[] = [];
  for (const entry of entries) {
    const { name, bytes } = entry;
    if (MEDIA.test(name)) {
      unread.push({ name, bytes, reason: 'media' });
      continue;
    }
    try {
      const inner = compressionOf(await firstBytes(entry, options.signal));
      const part = await recognisedPart(inner === null ? entry : unpackedSource(entry, inner), options);
      if (part.confidence >= LEAST_CONFIDENCE || options.formatId !== undefined) parts.push(part);
      else {
        unsure.push(part);
        unread.push({ name, bytes, reason: 'no-messages' });
      }
    } catch (error) {
      if (!(error instanceof IngestFailure)) throw error;
      unread.push({ name, bytes, reason: error.message });
    }
  }
  return { parts, unsure, unread };
}

/** An archive of which nothing is read, with the reason that most of its files share. */
function nothingReadable(unread: readonly UnreadPart[]): IngestFailure {
  const reasons = new Map<string, number>();
  for (const { reason } of unread) if (reason !== 'media' && reason !== 'no-messages') reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const [reason] = [...reasons].sort((one, other) => other[1] - one[1])[0] ?? [null];
  const files = unread.length === 0 ? 'it is empty' : `${String(unread.length)} files, such as ${unread.slice(0, 3).map(({ name }) => name.slice(-60)).join(', ')}`;
  return new IngestFailure('unknown-format', `the archive holds nothing that can be read as messages: ${files}${reason === null ? '' : `; of most of them: ${reason}`}`);
}

function inReadingOrder(parts: readonly RecognisedPart[]): RecognisedPart[] {
  const order = ({ format, head }: RecognisedPart): number => format.order?.(head) ?? 1;
  return [...parts].sort((one, other) => order(one) - order(other) || (one.head.name < other.head.name ? -1 : one.head.name > other.head.name ? 1 : 0));
}

/**
 * Opens a file whatever it is: text, a gzip or zstd archive, a workbook, or a zip archive whose entries are each recognised
 * by content. Nothing is unpacked to disk. Throws IngestFailure `unreadable-file` or `unknown-format` when no part of it can
 * be read; inside an archive such parts are listed as unread.
 */
export async function openSource(path: string, name: string, { formatId, encoding, signal, brief = false }: OpenOptions = {}): Promise<OpenedSource> {
  const found = await fileFacts(path);
  const { size } = found;
  const source = fileBytes(path, name, size);
  const head = await magicOf(path);
  const done = (parts: readonly RecognisedPart[], rest: { hash: string; isArchive?: boolean; unread?: readonly UnreadPart[]; close?: () => void }): OpenedSource => ({
    name, bytes: size, hash: rest.hash, isArchive: rest.isArchive ?? false, parts: inReadingOrder(parts), unread: rest.unread ?? [], close: rest.close ?? (() => undefined),
    isSame: async (again) => isSameFile(found, await stat(path).catch(() => null)) || (existsSync(path) && await hashOf(source, again) === rest.hash),
  });
  const isZip = head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04])) || head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (isZip) {
    const zip = await zipContent(path);
    try {
      const hash = brief ? '' : await hashOf(source, signal);
      const workbook = isWorkbook(zip.entries) ? await workbookSheets(name, zip.entries, { signal, brief }) : null;
      const { parts, unsure, unread } = await archiveParts(workbook?.sheets ?? zip.entries, { formatId, signal, brief });
      for (const sheet of workbook?.hidden ?? []) unread.push({ name: `${name} / ${sheet}`, bytes: null, reason: 'the sheet is hidden: show it in the workbook to import it' });
      // a sheet of which no column is known can be mapped by hand, as a table in a file of its own can
      const [largest] = workbook === null ? [] : unsure.sort((one, other) => other.head.survey.bytes - one.head.survey.bytes);
      if (parts.length === 0 && largest !== undefined) return done([largest], { hash, isArchive: true, unread: unread.filter(({ name: sheet }) => sheet !== largest.source.name), close: zip.close });
      if (parts.length === 0) throw nothingReadable(unread);
      return done(parts, { hash, isArchive: true, unread, close: zip.close });
    } catch (error) {
      zip.close();
      throw error;
    }
  }
  const compression = compressionOf(head);
  const part = await recognisedPart(compression === null ? source : unpackedSource(source, compression), { formatId, encoding, signal, brief });
  return done([part], { hash: compression === null || brief ? part.head.survey.hash : await hashOf(source, signal) });
}

/** What tells one state of a file from another without reading it. */
type FileFacts = Pick<Stats, 'size' | 'mtimeMs' | 'ino'>;

function isSameFile(before: FileFacts, after: FileFacts | null): boolean {
  return after !== null && before.size === after.size && before.mtimeMs === after.mtimeMs && before.ino === after.ino;
}

async function fileFacts(path: string): Promise<FileFacts> {
  const found = await stat(path);
  if (!found.isFile()) throw new IngestFailure('unreadable-file', 'this is a folder or a device, not a file: choose a file');
  return found;
}

async function magicOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(8);
    const { bytesRead } = await file.read(head, 0, 8, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
