import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { RecordedMessage } from '../../src/domain/model/record.ts';
import { IngestFailure } from '../../src/ingest/ingest-failure.ts';
import { openSource, type OpenedSource } from '../../src/ingest/open-source.ts';
import { emptyFacts, type SourceFacts } from '../../src/ingest/record-format.ts';
import { ROOT } from '../run-program.ts';

/** Folders of the reference data that hold files as people export them. */
const PLACES = ['platform-formats', 'twcs', 'stackexchange', 'ibm-twitter-customer-care'];
const PROSE = /\.(?:md|rst|apib|ts|xz)$|\/(?:LICENSE|cleanup_reddit)[^/]*$/;

interface Line {
  readonly format: string;
  readonly file: string;
  readonly messages: number;
  readonly replies: number;
  readonly linked: number;
  readonly reactions: number;
  readonly rejected: number;
  readonly note: string;
}

/** Reads a source as an import would and counts; answers whose parent the same file holds count as linked. */
async function counted(source: OpenedSource, facts: SourceFacts): Promise<Line[]> {
  const lines: Line[] = [];
  for (const part of source.parts) {
    const messages: Pick<RecordedMessage, 'nativeId' | 'parentNativeId'>[] = [];
    let reactions = 0;
    let rejected = 0;
    let note = '';
    try {
      for await (const batch of part.format.read(part, { timeZone: 'Europe/Rome', collectedAtMs: null, facts })) {
        for (const { nativeId, parentNativeId } of batch.messages) messages.push({ nativeId, parentNativeId });
        reactions += batch.reactions.length;
        rejected += batch.rejected.length;
      }
    } catch (error) {
      if (!(error instanceof IngestFailure)) throw error;
      note = error.message;
    }
    const ids = new Set(messages.map(({ nativeId }) => nativeId));
    const replies = messages.filter(({ parentNativeId }) => parentNativeId !== null);
    lines.push({ format: part.format.id, file: part.head.name, messages: messages.length, replies: replies.length, linked: replies.filter(({ parentNativeId }) => parentNativeId !== null && ids.has(parentNativeId)).length, reactions, rejected, note });
  }
  return lines;
}

async function folderLines(folder: string, files: readonly string[]): Promise<Line[]> {
  const lines: Line[] = [];
  const facts = new Map<string, SourceFacts>();
  const opened: OpenedSource[] = [];
  for (const file of files) {
    const name = relative(folder, file);
    try {
      opened.push(await openSource(file, name));
    } catch (error) {
      if (!(error instanceof IngestFailure)) throw error;
      lines.push({ format: '-', file: name, messages: 0, replies: 0, linked: 0, reactions: 0, rejected: 0, note: error.message });
    }
  }
  const order = ({ parts }: OpenedSource): number => Math.min(...parts.map(({ format, head }) => format.order?.(head) ?? 1));
  for (const source of opened.sort((one, other) => order(one) - order(other))) {
    const key = `${source.isArchive ? source.hash : dirname(source.name)} ${source.parts[0]?.format.id ?? ''}`;
    const shared = facts.get(key) ?? emptyFacts();
    facts.set(key, shared);
    lines.push(...(await counted(source, shared)).map((line) => (source.isArchive ? { ...line, file: `${source.name}: ${line.file}` } : line)));
    source.close();
  }
  return lines;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)).filter((path) => statSync(path).isFile() && !PROSE.test(path)).sort();
}

function printed(title: string, lines: readonly Line[]): void {
  const columns = ['format', 'file', 'messages', 'replies', 'linked', 'reactions', 'rejected'] as const;
  const sorted = [...lines].sort((one, other) => `${one.format} ${one.file}`.localeCompare(`${other.format} ${other.file}`, 'en'));
  const rows = [{ cells: [...columns] as string[], note: '' }, ...sorted.map((line) => ({ cells: columns.map((column) => String(line[column])), note: line.note }))];
  const widths = columns.map((_, at) => Math.min(60, Math.max(...rows.map(({ cells }) => (cells[at] ?? '').length))));
  process.stdout.write(`\n${title}\n`);
  for (const { cells, note } of rows) process.stdout.write(`${cells.map((cell, at) => (at < 2 ? cell.slice(-60).padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}${note === '' ? '' : `  ${note}`}\n`);
}

/** Prints, for our own fixtures and for the reference data where it is there, what every file becomes; returns the exit code. */
export async function evaluateFormats(): Promise<number> {
  const fixtures = join(ROOT, 'tests', 'fixtures', 'formats');
  if (existsSync(fixtures)) printed('Fixtures of the project', await folderLines(fixtures, filesBelow(fixtures)));
  const data = process.env['TRIBUNA_REFERENCE_DATA'];
  if (data === undefined || !existsSync(data)) {
    process.stdout.write('\nno reference data: set TRIBUNA_REFERENCE_DATA to its folder to read real files too\n');
    return 0;
  }
  for (const place of PLACES.filter((name) => existsSync(join(data, name)))) printed(place, await folderLines(join(data, place), filesBelow(join(data, place))));
  return 0;
}
