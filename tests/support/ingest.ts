import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RecordedMessage, RecordedReaction, RejectedRow } from '../../src/domain/model/record.ts';
import type { ByteSource } from '../../src/ingest/byte-source.ts';
import { fileSurvey } from '../../src/ingest/file-survey.ts';
import { openSource, type RecognisedPart } from '../../src/ingest/open-source.ts';
import { partHead } from '../../src/ingest/part-head.ts';
import { emptyFacts, type Part, type ReadSetting, type SourceFacts } from '../../src/ingest/record-format.ts';

/** Bytes in memory as a source. */
export function bytesSource(content: string | Buffer, name = 'file'): ByteSource {
  const bytes = Buffer.from(content);
  return { name, bytes: bytes.length, open: async function* () {
    for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16));
  } };
}

/** Content as a part, looked at as an import would. */
export async function partOf(content: string | Buffer, name = 'file'): Promise<Part> {
  const source = bytesSource(content, name);
  return { source, head: partHead(name, await fileSurvey(source)) };
}

/** Everything that files became, with the formats they were recognised as. */
export interface ReadFiles {
  readonly messages: RecordedMessage[];
  readonly reactions: RecordedReaction[];
  readonly rejected: RejectedRow[];
  readonly rows: number;
  /** Name of the part -> id of its format. */
  readonly formats: Record<string, string>;
  readonly unread: readonly { readonly name: string; readonly reason: string }[];
  readonly facts: SourceFacts;
}

/**
 * Reads files as an import would, without a project: given as paths, or as name and content. Loose files of one call share
 * their facts, as those of one import do.
 */
export async function readFiles(files: readonly (string | readonly [name: string, content: string | Buffer])[], setting: Partial<Omit<ReadSetting, 'facts'>> & { readonly format?: string } = {}): Promise<ReadFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'tribuna-read-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const facts = emptyFacts();
  const all = { messages: [] as RecordedMessage[], reactions: [] as RecordedReaction[], rejected: [] as RejectedRow[], rows: 0, formats: {} as Record<string, string>, unread: [] as { name: string; reason: string }[], facts };
  const parts: RecognisedPart[] = [];
  const closings: (() => void)[] = [];
  for (const [position, file] of files.entries()) {
    const name = typeof file === 'string' ? basename(file) : file[0];
    const path = typeof file === 'string' ? file : join(folder, String(position));
    if (typeof file !== 'string') writeFileSync(path, file[1]);
    const source = await openSource(path, name, { formatId: setting.format });
    closings.push(source.close);
    parts.push(...source.parts);
    all.unread.push(...source.unread);
  }
  const order = ({ format, head }: (typeof parts)[number]): number => format.order?.(head) ?? 1;
  for (const part of parts.sort((one, other) => order(one) - order(other))) {
    all.formats[part.head.name] = part.format.id;
    for await (const batch of part.format.read(part, { timeZone: 'Europe/Rome', collectedAtMs: null, ...setting, facts })) {
      all.messages.push(...batch.messages);
      all.reactions.push(...batch.reactions);
      all.rejected.push(...batch.rejected);
      all.rows += batch.rows;
    }
  }
  for (const close of closings) close();
  return all;
}

/** The text of a fixture below tests/fixtures. */
export function fixture(path: string): string {
  return readFileSync(join('tests/fixtures', path), 'utf8');
}
