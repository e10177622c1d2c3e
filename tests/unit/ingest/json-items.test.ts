import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedJson, jsonHead } from '../../../src/ingest/json-head.ts';
import type { JsonItem } from '../../../src/ingest/json-item.ts';
import { jsonItems } from '../../../src/ingest/json-items.ts';
import type { Part } from '../../../src/ingest/record-format.ts';
import type { RejectedRow } from '../../../src/domain/model/record.ts';
import { partOf } from '../../support/ingest.ts';

async function items(part: Part, patterns: readonly string[]): Promise<{ items: JsonItem[]; rejected: RejectedRow[] }> {
  const all = { items: [] as JsonItem[], rejected: [] as RejectedRow[] };
  for await (const batch of jsonItems(part, patterns)) {
    all.items.push(...batch.items);
    all.rejected.push(...batch.rejected);
  }
  return all;
}

/** The same part, said to be so large that it is read as a stream of tokens. */
function asLarge({ source, head }: Part): Part {
  const { name, survey, text, isWhole, json, table } = head;
  return { source, head: { name, survey: { ...survey, bytes: 1 << 30 }, text, isWhole, json, table } };
}

describe('items of JSON', () => {
  const chats = JSON.stringify({ about: 'x', chats: { list: [{ name: 'Uno', id: 1, messages: [{ id: 1, text: 'ciao "a"' }, { id: 2, text: ['è', { b: [] }] }] }, { name: 'Due', id: 2, messages: [{ id: 1 }] }] } });
  it.each([['whole', (part: Part) => part], ['streamed', asLarge]])('are found under a path, with what holds them: %s', async (_, shape) => {
    const { items: found } = await items(shape(await partOf(chats)), ['chats.list[].messages[]']);
    expect(found.map(({ value, line }) => [value, line])).toEqual([[{ id: 1, text: 'ciao "a"' }, 1], [{ id: 2, text: ['è', { b: [] }] }, 2], [{ id: 1 }, 3]]);
    expect(found.map(({ ancestors }) => ancestors.at(-1))).toMatchObject([{ name: 'Uno', id: 1 }, { name: 'Uno', id: 1 }, { name: 'Due', id: 2 }]);
  });
  it.each([['whole', (part: Part) => part], ['streamed', asLarge]])('stand in a script, behind a byte order mark: %s', async (_, shape) => {
    const part = await partOf('\uFEFFwindow.YTD.tweets.part0 = [ {"a": 1}, {"a": 2} ];\n');
    expect(part.head.json).toMatchObject({ form: 'script', assigned: 'YTD.tweets.part0' });
    expect((await items(shape(part), ['[]'])).items.map(({ value }) => value)).toEqual([{ a: 1 }, { a: 2 }]);
  });
  it('stand in a script cut anywhere, one that has a semicolon in its texts too', async () => {
    const script = 'window.YTD.tweets.part0 = [ {"a": "uno; "}, {"a": ";"} ] ; \n';
    const part = asLarge(await partOf(script));
    for (let at = 1; at < script.length; at += 1) {
      const cut = { ...part, source: { ...part.source, open: async function* () {
        yield Buffer.from(script.slice(0, at));
        yield Buffer.from(script.slice(at));
      } } };
      expect((await items(cut, ['[]'])).items.map(({ value }) => value)).toEqual([{ a: 'uno; ' }, { a: ';' }]);
    }
    const long = `window.YTD.tweets.part0 = [ {"a": "${'x'.repeat(500)};"}, {"a": 2} ]`;
    const cut = { ...part, source: { ...part.source, open: async function* () {
      yield Buffer.from(long.slice(0, long.indexOf(';') + 1));
      yield Buffer.from(long.slice(long.indexOf(';') + 1));
    } } };
    expect((await items(cut, ['[]'])).items).toMatchObject([{ value: { a: `${'x'.repeat(500)};` } }, { value: { a: 2 } }]);
  });
  const PAGES = [{ meta: { n: 1 }, data: [{ id: 1 }, { id: 2 }], included: [{ id: 8 }] }, { id: 3, text: 'sola' }, { data: [] }, { data: 'nessuna lista' }];
  const inPages = [['data[]', { id: 1 }], ['data[]', { id: 2 }], ['included[]', { id: 8 }], ['', { id: 3, text: 'sola' }], ['', { data: 'nessuna lista' }]];
  it.each([['[].'], ['']])('of pages on lines are those inside, with the line of their page, of paths that begin with "%s"', async (before) => {
    const { items: found } = await items(await partOf(PAGES.map((page) => JSON.stringify(page)).join('\n')), [`${before}data[]`, `${before}included[]`, '[]']);
    expect(found.map(({ path, value }) => [path, value])).toEqual(inPages);
    expect(found.map(({ line }) => line)).toEqual([1, 1, 1, 2, 4]);
    expect(found[0]?.ancestors).toEqual([{ meta: { n: 1 } }]);
  });
  it.each([['whole', (part: Part) => part], ['streamed', asLarge]])('of pages in an array are those inside: %s', async (_, shape) => {
    const { items: found } = await items(shape(await partOf(JSON.stringify(PAGES))), ['[]', '[].data[]', '[].included[]']);
    expect(found.map(({ path, value }) => [path.replace(/^\[\]\.?/, ''), value])).toEqual(inPages);
    expect(found.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
    expect(found[0]?.ancestors).toEqual([{ meta: { n: 1 } }]);
  });
  it.each([['whole', (part: Part) => part], ['streamed', asLarge]])('keep every digit of their numbers: %s', async (_, shape) => {
    const text = '[{"id": 1895000000000000001, "n": [9007199254740991, -9007199254740993, 1.5, 1e3]}]';
    expect((await items(shape(await partOf(text)), ['[]'])).items[0]?.value).toEqual({ id: '1895000000000000001', n: [9_007_199_254_740_991, '-9007199254740993', 1.5, 1000] });
    expect((await items(await partOf(`${text.slice(1, -1)}\n{"id": 12345678901234567}\n`), [''])).items.map(({ value }) => value)).toMatchObject([{ id: '1895000000000000001' }, { id: '12345678901234567' }]);
    expect(jsonHead(text, true)?.values).toMatchObject([{ id: '1895000000000000001' }]);
  });
  it('are seen twice by the stream where a key stands twice', async () => {
    const part = await partOf('{"orderedItems": [], "x": 1, "orderedItems": [{"id": 7}]}');
    expect((await items(part, ['orderedItems[]'])).items).toHaveLength(1);
    expect((await items(asLarge(part), ['orderedItems[]'])).items).toHaveLength(1);
  });
  it('have of what holds them the plain members before them when streamed, and all small ones when read whole', async () => {
    const part = await partOf(JSON.stringify({ title: 'prima', links: { self: '/apps/7' }, long: 'x'.repeat(5000), list: [1], title2: 'dopo' }));
    expect((await items(part, ['list[]'])).items[0]?.ancestors).toEqual([{ title: 'prima', links: { self: '/apps/7' }, title2: 'dopo' }]);
    expect((await items(asLarge(part), ['list[]'])).items[0]?.ancestors).toEqual([{ title: 'prima' }]);
  });
  it('are lines, of which a broken one costs no other', async () => {
    const { items: found, rejected } = await items(await partOf('{"a":1}\n{"a":\n\n{"a":3}'), ['[]']);
    expect(found.map(({ line }) => line)).toEqual([1, 4]);
    expect(rejected).toEqual([{ line: 2, code: 'broken-json', detail: 'the line is not valid JSON', raw: '{"a":' }]);
  });
  it('refuse what is nested too deep and what ends in the middle', async () => {
    const deep = `[${'['.repeat(100)}${']'.repeat(100)}]`;
    expect((await items(await partOf(deep), ['[]'])).rejected).toMatchObject([{ code: 'too-deep' }]);
    await expect(items(asLarge(await partOf(deep)), ['[]'])).rejects.toMatchObject({ code: 'unreadable-file' });
    const cut = asLarge(await partOf('[{"a":1},{"a":2}]'));
    const broken = { ...cut, source: { ...cut.source, open: async function* () {
      yield Buffer.from('[{"a":1},{"a"');
    } } };
    await expect(items(broken, ['[]'])).rejects.toMatchObject({ code: 'unreadable-file', message: expect.stringContaining('not valid JSON') });
  });
  it('keep __proto__ as a member', async () => {
    const text = '{"list":[{"__proto__":{"polluted":1},"a":1}]}';
    for (const part of [await partOf(text), asLarge(await partOf(text))]) {
      const { items: found } = await items(part, ['list[]']);
      expect(Object.hasOwn(found[0]?.value as object, '__proto__')).toBe(true);
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    }
  });
  it('are the same read whole and streamed, whatever the values', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.jsonValue({ maxDepth: 4 }), { minLength: 1, maxLength: 20 }), async (values) => {
      const part = await partOf(JSON.stringify({ head: { n: 1 }, rows: values, tail: [values] }));
      const [whole, streamed] = [await items(part, ['rows[]', 'tail[][]']), await items(asLarge(part), ['rows[]', 'tail[][]'])];
      expect(streamed.items.map(({ value }) => value)).toEqual(whole.items.map(({ value }) => value));
      expect(whole.items).toHaveLength(values.length * 2);
    }), { numRuns: 60 });
  });
});

describe('the beginning of a JSON text', () => {
  it('is closed where it was cut', () => {
    expect(closedJson('{"a": [1, 2, {"b": "x')).toBe('{"a": [1, 2, {}]}');
    expect(closedJson('[{"a": "\\"')).toBe('[{}]');
    expect(closedJson(']')).toBeNull();
  });
  it('can be read wherever it is cut', () => {
    const text = JSON.stringify([{ text: 'però "così", [no]', list: [1, { deep: [true, null] }] }, { text: '\\' }]);
    for (let end = 1; end < text.length; end += 1) expect(jsonHead(text.slice(0, end), false)).toMatchObject({ form: 'document' });
  });
  it('is none of a table, of markup, or of what is not valid', () => {
    for (const text of ['a,b\n1,2\n', '<html>', '[1,]', '{"a": 1} x', 'tru']) expect(jsonHead(text, true)).toBeNull();
    expect(jsonHead('{"a":1}\n{"a":2}\n{"a', false)).toMatchObject({ form: 'lines', values: [{ a: 1 }, { a: 2 }] });
    expect(jsonHead('{"a":1}\n', true)).toMatchObject({ form: 'document' });
  });
});
