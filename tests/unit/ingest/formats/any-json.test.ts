import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recognisedFormat } from '../../../../src/ingest/format-registry.ts';
import { IngestFailure } from '../../../../src/ingest/ingest-failure.ts';
import { inspectTable } from '../../../../src/ingest/table-inspection.ts';
import { tableFormatOf } from '../../../../src/ingest/table-record-format.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

const json = tableFormatOf('json') ?? undefined;

describe('any JSON', () => {
  test('the list that looks like messages, not the longest, with paths as columns', async () => {
    const { source, mapping, times, missing, dialect } = await inspectTable(await partOf(fixture('formats/json/forum.json')), { format: json });
    expect(source.form).toBe('json');
    expect(source.headers).toEqual(['id', 'autore/id', 'autore/nome', 'data', 'testo', 'metriche/miPiace', 'metriche/visualizzazioni', 'vuoto']);
    expect(mapping.columns).toEqual({ id: 'id', data: 'createdAt', testo: 'text', 'autore/id': 'authorId', 'autore/nome': 'author', 'metriche/miPiace': 'likes', 'metriche/visualizzazioni': 'views' });
    expect(mapping.delimiter).toBeUndefined();
    expect(dialect.rows[0]?.slice(0, 3)).toEqual(['d1', '1', 'Anna']);
    expect(times.order).toBe('day-first');
    expect(missing).toEqual([]);
  });
  test('objects become messages, the lists inside them answers, everything else a refusal', async () => {
    const { messages, rejected, formats } = await readFiles([join('tests/fixtures/formats/json/forum.json')]);
    expect(Object.values(formats)).toEqual(['json']);
    expect(messages).toMatchObject([
      { nativeId: 'd1', kind: 'post', likes: 1234, views: 50, author: { nativeId: '1', name: 'Anna' }, createdAtMs: Date.UTC(2026, 2, 2, 9) },
      { nativeId: 'd2', kind: 'comment', parentNativeId: 'd1', rootNativeId: 'd1', text: 'Il mio è ottimo 👍' },
      { nativeId: 'd3', kind: 'reply', parentNativeId: 'd2', rootNativeId: 'd1' },
      { text: 'Salve' },
    ]);
    // digit for digit, though JavaScript cannot hold the number
    expect(messages[3]?.nativeId).toBe('9007199254740993');
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([[3, 'not-a-message'], [4, 'not-a-message']]);
  });
  test('profiles, settings and counts are not taken for messages', async () => {
    const sure = async (text: string): Promise<number> => {
      const { format, confidence } = recognisedFormat((await partOf(text)).head);
      return format.id === 'json' ? confidence : 1;
    };
    expect(await sure('[{"id":"1","username":"ugo","description":"bio","created_at":"2020-01-01T00:00:00Z"},{"id":"2","username":"tea","description":"","created_at":"2020-01-01T00:00:00Z"}]')).toBeLessThan(0.3);
    expect(await sure('{"settings":{"theme":"dark","language":"it"}}')).toBeLessThan(0.3);
    expect(await sure('[{"testo":"ciao","data":"2026-01-01T10:00:00Z","autore":"Ugo"}]')).toBe(0.7);
  });
  test('a mapping names members by their paths, over what is proposed', async () => {
    const part = '[{"meta":{"who":"Ugo"},"payload":{"what":"ciao","when":1772445600}},{"meta":{"who":"Tea"},"payload":{"what":"sì","when":1772445700}}]';
    const mapping = { columns: { 'meta/who': 'author', 'payload/what': 'text', 'payload/when': 'createdAt' }, network: 'forum', container: { name: 'Macchine', kind: 'channel' } } as const;
    const { messages } = await readFiles([['x.json', part]], { format: 'json', mapping });
    expect(messages).toMatchObject([{ network: 'forum', author: { name: 'Ugo' }, text: 'ciao', createdAtMs: 1_772_445_600_000, container: { name: 'Macchine' } }, { text: 'sì' }]);
    await expect(readFiles([['x.json', part]], { format: 'json', mapping: { columns: { nowhere: 'text' } } })).rejects.toThrow('missing column: nowhere');
  });
  test('members that only later lines have are columns too', async () => {
    const lines = Array.from({ length: 300 }, (_, number) => JSON.stringify({ id: `m${String(number)}`, text: 'ciao', date: '2026-01-02T10:00:00Z', ...(number === 250 ? { likes: 7 } : {}) })).join('\n');
    const { messages } = await readFiles([['x.ndjson', lines]]);
    expect(messages).toHaveLength(300);
    expect(messages[250]?.likes).toBe(7);
  });
  test('a document too large to be parsed at once gives the same as a small one', async () => {
    const item = (number: number): unknown => ({ id: `m${String(number)}`, author: { name: `anna ${String(number % 50)}` }, text: 'perché no? '.repeat(20), created_at: '2026-01-02T10:00:00Z', replies: number % 10 === 0 ? [{ id: `r${String(number)}`, text: 'sì', created_at: '2026-01-02T11:00:00Z' }] : [] });
    const documentOf = (count: number): string => JSON.stringify({ meta: { page: 'Aurora' }, data: { items: Array.from({ length: count }, (_, number) => item(number)), done: true } });
    const large = documentOf(60_000);
    expect(large.length).toBeGreaterThan(17 << 20);
    const { messages, rejected, formats } = await readFiles([['large.json', large]]);
    expect(Object.values(formats)).toEqual(['json']);
    expect([messages.length, messages.filter(({ parentNativeId }) => parentNativeId !== null).length, rejected.length]).toEqual([66_000, 6000, 0]);
    expect(messages.slice(0, 22)).toEqual((await readFiles([['large.json', documentOf(20)]])).messages);
  }, 60_000);
  test('one object with its comments is a thread', async () => {
    const { messages } = await readFiles([['post.json', '{"id":"p1","text":"Nuovo!","created_at":"2026-01-01T10:00:00Z","comments":[{"id":"k1","text":"bello","created_at":"2026-01-01T11:00:00Z"}]}']]);
    expect(messages).toMatchObject([{ nativeId: 'p1', kind: 'post' }, { nativeId: 'k1', kind: 'comment', parentNativeId: 'p1', rootNativeId: 'p1' }]);
  });
  test('a member called __proto__ is a column like any other', async () => {
    const { messages } = await readFiles([['proto.json', '[{"__proto__":{"text":"no"},"text":"sì","date":"2026-01-01T10:00:00Z"}]']]);
    expect(messages).toMatchObject([{ text: 'sì' }]);
  });
  test('valid JSON without messages is read, and its values are refused', async () => {
    for (const [text, refused] of [['[]', 0], ['{}', 1], ['42', 1], ['"ciao"', 1], ['[[],[1]]', 2], ['[{"a":1},{"b":[2]}]', 2]] as const) {
      const { messages, rejected } = await readFiles([['x.json', text]], { format: 'json' });
      expect(messages).toEqual([]);
      expect([text, rejected.map(({ code }) => code).every((code) => code === 'not-a-message' || code === 'empty-row'), rejected.length]).toEqual([text, true, refused]);
    }
  });
});

describe.skipIf(referenceData() === null)('JSON torture', () => {
  test('all that must be accepted is read without messages, all that must be refused is refused in words', async () => {
    const folder = join(referenceData() ?? '', 'csv-json-torture', 'JSONTestSuite', 'test_parsing');
    const outcome = { accepted: 0, refused: 0 };
    for (const name of readdirSync(folder)) {
      if (name.startsWith('i_')) continue;
      const read = readFiles([[name, readFileSync(join(folder, name))]], { format: 'json' });
      if (name.startsWith('y_')) {
        expect((await read).messages, name).toEqual([]);
        outcome.accepted += 1;
      } else {
        const error = await read.then(() => null, (thrown: unknown) => thrown);
        expect(error, name).toBeInstanceOf(IngestFailure);
        expect((error as IngestFailure).message.length, name).toBeGreaterThan(20);
        outcome.refused += 1;
      }
    }
    expect(outcome).toEqual({ accepted: 95, refused: 188 });
  }, 60_000);
});
