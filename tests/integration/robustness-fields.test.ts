import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { RECORD_FORMATS } from '../../src/ingest/format-registry.ts';
import { IngestFailure } from '../../src/ingest/ingest-failure.ts';
import { readFiles } from '../support/ingest.ts';
import { isLongRun } from '../support/long-run.ts';
import { filesBelow, ROOT } from '../support/root.ts';

/** Markup that would be an element wherever it is not treated as text, and the same written as entities twice over. */
const MARKUP = '<xcanary onclick="alert(1)">=1+1</xcanary>';
const TWICE = '&amp;lt;xtwice&amp;gt;';
const HOSTILE = `${MARKUP}${TWICE}`;

/** Reddit's archives escape texts once or twice, and nothing says which: they are decoded twice on purpose. */
const ESCAPED_TWICE: ReadonlySet<string> = new Set(['reddit-dump', 'reddit-api', 'reddit-rexport', 'reddit-gdpr']);

interface Place {
  readonly what: string;
  readonly content: string | Buffer;
}

type Member = string | number;

/** Every place of a document that holds a text or a number, lists by their first two elements. */
function leaves(value: unknown, path: readonly Member[] = []): (readonly Member[])[] {
  if (typeof value === 'string' || typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  const entries: [Member, unknown][] = Array.isArray(value) ? value.slice(0, 2).map((element: unknown, position) => [position, element]) : Object.entries(value);
  return entries.flatMap(([key, member]) => leaves(member, [...path, key]));
}

function withHostile(value: unknown, [key, ...rest]: readonly Member[]): unknown {
  if (key === undefined) return `${String(value)} ${HOSTILE}`;
  if (Array.isArray(value)) return value.map((element: unknown, position) => (position === key ? withHostile(element, rest) : element));
  return Object.fromEntries(Object.entries(value as object).map(([name, member]) => [name, name === key ? withHostile(member, rest) : (member as unknown)]));
}

const nameOf = (path: readonly Member[]): string => path.filter((part) => typeof part === 'string').join('.');

/** One place for each field: the same field of a second element is the same importer's work. */
function oncePerField(paths: readonly (readonly Member[])[]): (readonly Member[])[] {
  return [...new Map(paths.map((path) => [nameOf(path), path])).values()];
}

/** A file with hostile text put into one field after the other. */
function places(path: string, bytes: Buffer): Place[] {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = bytes.toString(wide ? 'utf16le' : 'utf8');
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? '';
  if (ending === 'csv') {
    const rows = Papa.parse<string[]>(text.trimEnd()).data;
    const header = rows.findIndex(({ length }) => length === Math.max(...rows.map((row) => row.length)));
    const written = (changed: readonly (readonly string[])[]): string | Buffer => {
      const csv = `${Papa.unparse(changed as string[][], { delimiter: Papa.parse(text.trimEnd()).meta.delimiter })}\n`;
      return wide ? Buffer.from(csv, 'utf16le') : csv;
    };
    return (rows[header] ?? []).map((name, column) => ({ what: name, content: written(rows.map((row, position) => (position <= header ? row : row.map((cell, at) => (at === column ? `${cell} ${HOSTILE}` : cell))))) }));
  }
  if (ending === 'ndjson' || ending === 'jsonl') {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    // lines that are meant to be broken stay so
    const isWhole = (line: string): boolean => /^\ufeff?\{.*\}$/.test(line);
    return lines.flatMap((line, at) => !isWhole(line) ? [] : oncePerField(leaves(JSON.parse(line.replace(/^\ufeff/, '')))).map((field) => ({ what: `${nameOf(field)}, line ${String(at)}`, content: `${lines.map((each, position) => (position === at ? JSON.stringify(withHostile(JSON.parse(each), field)) : each)).join('\n')}\n` })));
  }
  const assigned = ending === 'js' ? (/^([^=]+=\s*)([\s\S]*?);?\s*$/.exec(text) ?? []) : [];
  if (ending === 'json' || assigned.length > 0) {
    const document: unknown = JSON.parse(assigned[2] ?? text.replace(/^\ufeff/, ''));
    return oncePerField(leaves(document)).map((field) => ({ what: nameOf(field), content: `${assigned[1] ?? ''}${JSON.stringify(withHostile(document, field))}` }));
  }
  const isMarkup = ending === 'xml' || ending === 'html';
  const asEntities = HOSTILE.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const lines = text.split('\n');
  return lines.flatMap((line, at) => [...line.matchAll(isMarkup ? /="[^"]{2,}(?=")|>[^<>]{3,}(?=<)/g : /\S.*$/g)].map((match) => {
    const end = match.index + match[0].length;
    // between tags of a page it is written twice: as an element of its own, which is no text, and as entities, which are
    const inserted = !isMarkup ? HOSTILE : match[0].startsWith('>') ? `${MARKUP}${asEntities}` : asEntities;
    return { what: `line ${String(at)}, ${String(match.index)}`, content: lines.map((each, position) => (position === at ? `${each.slice(0, end)} ${inserted}${each.slice(end)}` : each)).join('\n') };
  }));
}

/** Every text in records, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('hostile text in every field of every importer', () => {
  test('ends as the text it was: no element is half taken out of it, no entity is decoded twice', { timeout: 900_000 }, async () => {
    const tried: Record<string, number> = {};
    const carried = { text: new Set<string>(), name: new Set<string>() };
    const broken: string[] = [];
    for (const path of filesBelow('tests/fixtures/formats', ['.csv', '.json', '.ndjson', '.jsonl', '.js', '.xml', '.html', '.txt', '.eml', '.mbox'])) {
      const short = path.replace('tests/fixtures/formats/', '');
      const all = places(path, readFileSync(join(ROOT, path)));
      // the long run tries every line of a file of lines, each other run the fields of its first and last
      const kept = isLongRun() || all.length <= 24 ? all : [...all.slice(0, 12), ...all.slice(-12)];
      for (const { what, content } of kept) {
        try {
          const read = await readFiles([[short, content]]);
          const format = Object.values(read.formats)[0] ?? 'none';
          tried[format] = (tried[format] ?? 0) + 1;
          for (const text of textsIn([read.messages, read.reactions, read.facts.owner])) {
            // a name may end where names end, and a code has lines for blanks; it is cut, never cleaned in part
            if (text.includes('<xcanary') && !text.replaceAll('-', ' ').includes(MARKUP) && !MARKUP.startsWith(text.slice(text.indexOf('<xcanary')))) broken.push(`${short}, ${what}: ${text.slice(0, 120)}`);
            if (text.includes('<xtwice') && !ESCAPED_TWICE.has(format)) broken.push(`${short}, ${what}: decoded twice`);
          }
          if (read.messages.some(({ text }) => text?.includes(MARKUP) === true)) carried.text.add(format);
          if (read.messages.some(({ author, container }) => `${author?.name ?? ''} ${author?.handle ?? ''} ${container?.name ?? ''}`.includes('<xcanary'))) carried.name.add(format);
        } catch (error) {
          if (!(error instanceof IngestFailure)) throw new Error(`${short}, ${what}: ${String(error)}`, { cause: error });
        }
      }
    }
    expect(broken).toEqual([]);
    if (isLongRun()) process.stdout.write(`hostile fields: ${String(Object.values(tried).reduce((sum, count) => sum + count, 0))} places in ${String(Object.keys(tried).length)} formats; as text through ${String(carried.text.size)}, as a name through ${String(carried.name.size)}\n`);
    expect(RECORD_FORMATS.map(({ id }) => id).filter((id) => tried[id] === undefined)).toEqual([]);
    expect(carried.text.size).toBeGreaterThan(45);
    expect(carried.name.size).toBeGreaterThan(35);
  });
});
