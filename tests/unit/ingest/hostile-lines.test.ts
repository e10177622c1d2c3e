import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { isLongRun } from '../../support/long-run.ts';
import { csvCell } from '../../../src/domain/wording/csv-cell.ts';
import { brandNames } from '../../../src/domain/roles/brand-names.ts';
import { nameSignals } from '../../../src/domain/roles/name-signals.ts';
import { isSigned } from '../../../src/domain/roles/voice-behaviour.ts';
import { nameKey, nameWords } from '../../../src/domain/roles/written-name.ts';
import { postAddress } from '../../../src/domain/model/post-address.ts';
import { cellType } from '../../../src/ingest/column-types.ts';
import { doubleEncoding, singleEncoded } from '../../../src/ingest/double-encoding.ts';
import { fileSurvey } from '../../../src/ingest/file-survey.ts';
import { RECORD_FORMATS } from '../../../src/ingest/format-registry.ts';
import { fieldOfPath, foldedHeader } from '../../../src/ingest/header-synonyms.ts';
import { textOfHtml } from '../../../src/ingest/html-text.ts';
import { IngestFailure } from '../../../src/ingest/ingest-failure.ts';
import { closedJson, jsonHead } from '../../../src/ingest/json-head.ts';
import { mentionsIn } from '../../../src/ingest/mentions.ts';
import { networkNamed } from '../../../src/ingest/network-name.ts';
import { partHead } from '../../../src/ingest/part-head.ts';
import { withoutEntities } from '../../../src/ingest/plain-text.ts';
import { privateName } from '../../../src/ingest/private-name.ts';
import { emptyFacts } from '../../../src/ingest/record-format.ts';
import { writtenAge } from '../../../src/ingest/relative-time.ts';
import { tableDialect, uniqueHeaders } from '../../../src/ingest/table-dialect.ts';
import { DATE_ORDERS } from '../../../src/ingest/table-mapping.ts';
import { writtenCount, writtenNumber, writtenRating } from '../../../src/ingest/written-number.ts';
import { writtenTime } from '../../../src/ingest/written-time.ts';
import { createRoleReader } from '../../../src/text/role-reader.ts';
import { bytesSource } from '../../support/ingest.ts';
import { growthOf } from '../../support/linear-cost.ts';
import { filesBelow, ROOT } from '../../support/root.ts';

/** What texts are blown up with; each is repeated and ended with a sign that breaks what began well. */
const ALL_UNITS = [
  'a', ' ', '\t', '\n', ' \n', '"', "'", '(', '[', '](', '{', '<', '<a ', '</', '<!--', '&', '&amp', '@', '@a ', 'a@', '1', '1.', '1,', '1 ', '1/1/1, 1:1 - ', '12:00 ', 'http://', '/', '#', '?', '=', '-', '_', ';', ':', '\\', '> ', '* ', 'RT @',
  'è', '😀', '👨‍👩‍👧', '\u0301', '\u200f', '\u202e', '\u00a0', 'Ã¨', 'Ã ', '\ud800',
];
/** The worst of them, for what is too slow to be tried with all. */
const ALL_WORST = ['a', ' ', ' \n', '"', '[', '<', '</', '&', '@a ', '1 ', '1/1/1, 1:1 - ', 'http://', '/', '\u0301', 'Ã ', '-'];

/** The few that any careless pattern falls over, for files of every kind. */
const FEW = ['a', ' ', '"', '<', '@a ', '1 ', '/'];
/** Every unit takes minutes: `npm run test:long` tries them all, every other run the worst. */
const UNITS = isLongRun() ? ALL_UNITS : ALL_WORST;
const WORST = isLongRun() ? ALL_WORST : FEW;

const blown = (unit: string, length: number): string => `${unit.repeat(Math.ceil(length / unit.length))}!`;
const MB = 1 << 20;
/** Quadratic cost shows as 4. */
const LIMIT = 3.2;

const brands = brandNames([{ id: 1, names: ['Caffè Aurora', 'caffeaurora'] }]);
const roles = createRoleReader(brands);

/** Functions that meet what people and tools write, each with what a hostile text may begin with. */
const READERS: Readonly<Record<string, readonly [read: (text: string) => unknown, beginnings: readonly string[]]>> = {
  mentionsIn: [mentionsIn, ['@', 'RT @a']],
  textOfHtml: [textOfHtml, ['<p>', '&']],
  postAddress: [postAddress, ['', 'http://', 'https://www.instagram.com/p/', 'https://youtu.be/', 'https://x.com/a/status/1?', 'https://a.it/b#']],
  withoutEntities: [withoutEntities, ['&', '&#']],
  writtenTime: [(text) => DATE_ORDERS.map((order) => writtenTime(text, order)), ['', '2026-01-02 10:00', '2026-01-02T', '1/2/2026 10:00', '31 ottobre 2026', 'Oct 31, 2026', 'mar ', 'Tue ']],
  writtenAge: [writtenAge, ['', '2 ', 'un ', 'circa ']],
  writtenNumber: [(text) => [writtenNumber(text), writtenCount(text)], ['', '1', '-1', '1.000', '1 000 ']],
  writtenRating: [writtenRating, ['', '4', '4,5', '4/', '★']],
  singleEncoded: [(text) => [singleEncoded(text), doubleEncoding([text])], ['', 'caffÃ¨ ']],
  privateName: [privateName, ['', '+39 ', 'a@']],
  networkNamed: [networkNamed, ['']],
  foldedHeader: [(text) => [foldedHeader(text), fieldOfPath(`a/${text}`)], ['']],
  cellType: [cellType, ['', 'https://', '1', 'un ', '@']],
  csvCell: [csvCell, ['', '=']],
  tableDialect: [(text) => tableDialect(text, { isWhole: true }), ['id,text\n1,', 'sep=;\n', 'id;text\n1;"']],
  jsonHead: [(text) => [jsonHead(text, false), jsonHead(text, true), closedJson(text)], ['[', '{"a":', '{"a":"', 'window.a = [', '{"a":1}\n{"a":"']],
  roleReader: [(text) => [roles.read(text, 'profile'), roles.read(text, 'text'), isSigned(text)], ['', 'Lavoro da ', 'CEO @caffeaurora ', 'ex ', 'Caffè Aurora']],
  names: [(text) => [nameKey(text), nameWords(text), nameSignals({ nativeId: '1', handle: text, name: text }, brands)], ['', 'Caffè Aurora ']],
};

describe.each(Object.entries(READERS))('%s', (_, [read, beginnings]) => {
  test('costs twice as much for twice as long a text, whatever stands in it', async () => {
    const blowing: string[] = [];
    for (const beginning of beginnings) {
      for (const unit of UNITS) {
        // what blows up shows at a tenth of the length, and would never end at the whole
        for (const length of WORST.includes(unit) ? [MB / 16, MB / 2] : [MB / 16]) {
          const texts = { 1: beginning + blown(unit, length), 2: beginning + blown(unit, length * 2) };
          const growth = await growthOf((times) => void read(texts[times]));
          if (growth <= LIMIT) continue;
          blowing.push(`${JSON.stringify(beginning + unit)} at ${String(length)}: ${growth.toFixed(1)}`);
          break;
        }
      }
    }
    expect(blowing).toEqual([]);
  }, 120_000);
});

test('a hundred thousand columns of one name are told apart in no time', async () => {
  expect(await growthOf((times) => void uniqueHeaders(Array.from({ length: 50_000 * times }, () => 'data')))).toBeLessThan(3);
  expect(new Set(uniqueHeaders(['a', 'a (2)', 'a', 'a', '', 'a (2)'])).size).toBe(6);
});

/** Reads a text as the format it is likeliest of, having asked every one; only a failure in words may stop it. Returns the format's id. */
async function readAsRecognised(name: string, text: string, formatId: string | null = null, asked = RECORD_FORMATS): Promise<string | null> {
  const source = bytesSource(text, name);
  let reading = 'survey';
  try {
    const head = partHead(name, await fileSurvey(source));
    let best: { id: string; confidence: number } | null = null;
    for (const format of asked) {
      reading = `recognise ${format.id}`;
      const confidence = format.recognise(head);
      if (confidence > (best?.confidence ?? 0)) best = { id: format.id, confidence };
    }
    const format = RECORD_FORMATS.find(({ id }) => id === (formatId ?? best?.id));
    if (format === undefined) return null;
    reading = `read ${format.id}`;
    for await (const batch of format.read({ head, source }, { timeZone: 'Europe/Rome', collectedAtMs: Date.UTC(2026, 0, 1), facts: emptyFacts(), mapping: format.id === 'whatsapp' ? { columns: {}, dateOrder: 'day-first' } : undefined })) expect(batch.rows).toBeGreaterThanOrEqual(0);
    return format.id;
  } catch (error) {
    if (error instanceof IngestFailure) return formatId;
    throw new Error(`${reading} of ${name}: ${String(error)}`, { cause: error });
  }
}

/** Kinds of file with a place for a hostile line of a mebibyte. */
const SHELLS: Readonly<Record<string, (hostile: string) => string>> = {
  'member.json': (hostile) => JSON.stringify([{ id: '1', text: hostile, created_at: '2026-01-01T10:00:00Z', author: { name: hostile, id: '7' } }]),
  'key.json': (hostile) => JSON.stringify([{ id: '1', text: 'ciao', [hostile]: 'x' }]),
  'lines.ndjson': (hostile) => `${[1, 2].map((id) => JSON.stringify({ id, body: hostile, created_utc: 1_700_000_000, author: 'anna', subreddit: 'caffe', link_id: 't3_p', parent_id: hostile })).join('\n')}\n`,
  'cell.csv': (hostile) => Papa.unparse([['id', 'text', 'date', 'author', 'rating', 'url'], ['1', hostile, '2026-01-01 10:00', hostile, hostile, hostile], ['2', 'ciao', hostile, 'Anna', '4', '']]),
  'bare.csv': (hostile) => `id,text,date\n1,ciao,2026-01-01\n${hostile}\n2,ciao,2026-01-02\n`,
  'chat.txt': (hostile) => `13/07/23, 10:00 - Anna: ${hostile}\n14/07/23, 10:00 - ${hostile}\n${hostile}\n14/07/23, 11:00 - Bar: sì\n`,
  'page.html': (hostile) => `<!DOCTYPE html><html><body><div class="comments"><li class="comment" id="comment-1"><cite class="fn">Anna</cite><p>${hostile}</p></li></div></body></html>`,
  'script.js': (hostile) => `window.YTD.tweets.part0 = ${JSON.stringify([{ tweet: { id_str: '1', full_text: hostile, created_at: 'Sat Feb 02 10:00:00 +0000 2019' } }])}`,
  'Posts.xml': (hostile) => `<?xml version="1.0"?>\n<posts>\n  <row Id="1" PostTypeId="1" CreationDate="2020-01-01T10:00:00.000" Body="${hostile.replace(/["<&\u0000-\u001f]/g, ' ')}" />\n</posts>`,
  'mail.mbox': (hostile) => `From anna@example.org Sat Jan  3 01:05:34 2026\nFrom: ${hostile.replaceAll('\n', '')}\nSubject: ${hostile.replaceAll('\n', '')}\nDate: Sat, 3 Jan 2026 01:05:34 +0100\n\n${hostile}\n`,
  bare: (hostile) => hostile,
};

describe.each(Object.entries(SHELLS))('a mebibyte in %s', (name, shell) => {
  test('costs twice as much as half of it, and is read or refused in words', async () => {
    const blowing: string[] = [];
    for (const unit of WORST) {
      // half a million blank lines are no long line: of those fewer do
      const length = unit.includes('\n') ? MB / 16 : MB / 2;
      const growth = await growthOf(async (times) => void (await readAsRecognised(name, shell(blown(unit, length * times)))));
      if (growth > LIMIT) blowing.push(`${JSON.stringify(unit)}: ${growth.toFixed(1)}`);
    }
    expect(blowing).toEqual([]);
  }, 240_000);
});

function grown(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.slice(0, 2).map((element) => grown(element, change));
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, grown(member, change)])) : value;
}

/** A file of a format with every text in it changed: members, cells or lines; null for what is written in no such way. */
function changed(path: string, content: string, change: (text: string) => string): string | null {
  if (/\.(?:ndjson|jsonl)$/.test(path)) return `${content.trim().split('\n').map((line) => line.replace(/^\ufeff/, '')).filter((line) => /^[{[].*[}\]]$/.test(line)).slice(0, 2).map((line) => JSON.stringify(grown(JSON.parse(line), change))).join('\n')}\n`;
  if (path.endsWith('.json')) return JSON.stringify(grown(JSON.parse(content.replace(/^\ufeff/, '')), change));
  if (path.endsWith('.js')) {
    const [, assignment = '', body = ''] = /^([^=]+=\s*)([\s\S]*)$/.exec(content) ?? [];
    return body.startsWith('[') || body.startsWith('{') ? assignment + JSON.stringify(grown(JSON.parse(body.replace(/;\s*$/, '')), change)) : null;
  }
  if (path.endsWith('.csv')) {
    const rows = Papa.parse<string[]>(content.trim()).data;
    const header = rows.findIndex(({ length }) => length === Math.max(...rows.map((row) => row.length)));
    return `${Papa.unparse([...rows.slice(0, header + 1), ...rows.slice(header + 1, header + 3).map((row) => row.map(change))])}\n`;
  }
  return content.split('\n').slice(0, 60).map((line) => (line.trim() === '' ? line : change(line))).join('\n');
}

const fixtures = filesBelow('tests/fixtures/formats', ['']).filter((path) => statSync(join(ROOT, path)).isFile() && statSync(join(ROOT, path)).size < 30_000).map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const);

describe('files of every kind whose every text is blown up', () => {
  test.each(['prolonged', 'replaced'])('%s: linear cost, and nothing but failures in words', async (how) => {
    expect(fixtures.length).toBeGreaterThan(60);
    const blowing: string[] = [];
    const seen = new Set<string>();
    for (const [path, content] of fixtures) {
      const format = await readAsRecognised(path, content);
      if (format !== null) seen.add(format);
      // what all formats think of a hostile text is asked above; here only its own reads it
      const own = RECORD_FORMATS.filter(({ id }) => id === format);
      for (const unit of (how === 'prolonged' ? FEW : FEW.slice(0, 3)).filter((_, position) => isLongRun() || position < 2)) {
        const contents = [1, 2].map((times) => changed(path, content, (text) => (how === 'prolonged' ? text : '') + blown(unit, 4000 * times)));
        const growth = await growthOf(async (times) => void (await readAsRecognised(path, contents[times - 1] ?? '', format, own)));
        if (growth > LIMIT) blowing.push(`${path} ${JSON.stringify(unit)}: ${growth.toFixed(1)}`);
      }
    }
    expect(blowing).toEqual([]);
    expect(seen.size).toBeGreaterThan(35);
  }, 600_000);
});

test('rows inside rows a hundred thousand levels deep are refused or cut, never a fall', async () => {
  for (const [open, close] of [['{"id":"1","text":"ciao","replies":[', ']}'], ['{"comments":[', ']}'], ['[', ']'], ['{"a":', '}'], ['{"data":{"children":[{"kind":"t1","data":{"id":"a","replies":', '}}]}}']] as const) {
    for (const depth of [70, 5000, 60_000]) await readAsRecognised('deep.json', `${open.repeat(depth)}1${close.repeat(depth)}`);
    await readAsRecognised('cut.json', open.repeat(Math.ceil((3 * MB) / open.length)));
    await readAsRecognised('deep.ndjson', `${open.repeat(3000)}1${close.repeat(3000)}\n`.repeat(3));
  }
}, 60_000);
