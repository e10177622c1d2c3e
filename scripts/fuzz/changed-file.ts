import { deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { forgedZip } from '../../tests/support/forged-zip.ts';
import { changedJson, changedLines } from './changed-document.ts';
import { changedTable, changedText } from './changed-table.ts';
import type { Draws } from './draws.ts';
import { hostileText } from './hostile-values.ts';

/** A file as somebody hands it over. */
export interface HandedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Text of a file, whose mark of UTF-16 is heeded. */
function textOf(bytes: Buffer): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
}

function changedContent({ name, bytes }: HandedFile, draws: Draws): string {
  const text = textOf(bytes);
  const ending = /\.(\w+)$/.exec(name)?.[1] ?? '';
  const change = ((): string | null => {
    if (ending === 'csv') return changedTable(text, draws);
    if (ending === 'ndjson' || ending === 'jsonl') return changedLines(text, draws);
    if (ending === 'json') return changedJson(text, draws);
    const assigned = /^([^=\n]{1,80}=\s*)([[{][\s\S]*)$/.exec(text);
    const body = ending === 'js' && assigned !== null ? changedJson((assigned[2] ?? '').replace(/;\s*$/, ''), draws) : null;
    return body === null ? null : `${assigned?.[1] ?? ''}${body}`;
  })();
  return change ?? changedText(text, draws);
}

/** The bytes of a text in one of the encodings that people's tools write. */
function encoded(text: string, draws: Draws): Buffer {
  switch (draws.below(8)) {
    case 0: return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 1: return Buffer.from(text, 'latin1');
    case 2: return Buffer.from(`\ufeff${text}`);
    case 3: return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    default: return Buffer.from(text);
  }
}

function damaged(bytes: Buffer, draws: Draws): Buffer {
  if (bytes.length === 0) return bytes;
  const at = draws.below(bytes.length);
  switch (draws.below(5)) {
    case 0: return bytes.subarray(0, at);
    case 1: return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + draws.below(30)))]);
    case 2: return Buffer.concat([bytes.subarray(0, at), bytes]);
    case 3: return Buffer.concat([bytes.subarray(0, at), Buffer.from(hostileText(draws)), bytes.subarray(at)]);
    default: {
      const flipped = Buffer.from(bytes);
      for (let flip = draws.below(12); flip >= 0; flip -= 1) flipped[draws.below(flipped.length)] = draws.below(256);
      return flipped;
    }
  }
}

/** Packs files as an archive whose names and claims need not be honest. */
function packed(files: readonly HandedFile[], draws: Draws): HandedFile {
  const [first] = files;
  if (first !== undefined && draws.chance(0.4)) {
    const how = draws.pick([{ ending: 'gz', pack: gzipSync }, { ending: 'zst', pack: zstdCompressSync }, { ending: 'bin', pack: deflateRawSync }]);
    return { name: `${first.name}.${how.ending}`, bytes: how.pack(first.bytes) };
  }
  const nameOf = (name: string): string => (draws.chance(0.85) ? name : draws.pick(['../../evil.csv', '/etc/evil.csv', 'C:\\evil.csv', 'a\\..\\b.csv', '', '\u0000.csv', `${'d/'.repeat(200)}a.csv`, '__MACOSX/._a.csv', name]));
  const entries = files.map(({ name, bytes }) => ({ name: nameOf(name), content: bytes, ...(draws.chance(0.1) ? { declared: draws.below(2 ** 31) } : {}), ...(draws.chance(0.05) ? { isEncrypted: true } : {}), ...(draws.chance(0.05) ? { mode: 0o120777 } : {}) }));
  return { name: 'parts.zip', bytes: forgedZip(draws.chance(0.2) ? [...entries, ...entries] : entries) };
}

/** Some of the files as an attacker would hand them over: changed in structure, encoding and bytes, alone or packed. */
export function changedFile(files: readonly HandedFile[], draws: Draws): HandedFile {
  const made = files.map((file) => {
    const bytes = draws.chance(0.85) ? encoded(changedContent(file, draws), draws) : Buffer.from(file.bytes);
    return { name: draws.chance(0.1) ? hostileText(draws) : file.name, bytes: draws.chance(0.15) ? damaged(bytes, draws) : bytes };
  });
  const [first] = made;
  const file = first !== undefined && made.length === 1 && draws.chance(0.85) ? first : packed(made, draws);
  return draws.chance(0.1) ? { ...file, bytes: damaged(file.bytes, draws) } : file;
}
