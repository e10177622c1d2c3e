import { utils, write } from '@e965/xlsx';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recognisedFormat } from '../../../../src/ingest/format-registry.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

const below = (path: string): string => join('tests/fixtures/formats', path);
const at = (iso: string): number => Date.parse(iso);

describe('Apify Facebook comments', () => {
  test('ids in base 64 are those of the Graph API, and a reply is linked to its comment by its address, in the form of its own id', async () => {
    const { formats, messages, rejected } = await readFiles([below('apify-facebook-comments/comments.json')]);
    expect(formats).toEqual({ 'comments.json': 'apify-facebook-comments' });
    expect(messages).toMatchObject([
      { network: 'facebook', nativeId: '112233_9001', kind: 'comment', parentNativeId: null, rootNativeId: '112233', author: { nativeId: 'facebook.com/anna.verdi', name: 'Anna Verdi' }, likes: 4, replies: 1, createdAtMs: at('2026-03-02T09:15:00Z'), precision: 's' },
      { nativeId: '112233_9002', kind: 'reply', parentNativeId: '112233_9001', rootNativeId: '112233' },
      { kind: 'comment', rootNativeId: '445566', author: { name: 'Liam O’Neil' } },
    ]);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([[4, 'error-row']]);
    expect(rejected[0]?.raw).toContain('no_items');
  });
  test('numbers, POST_COMMENT and missing ids take the form of their file', async () => {
    const row = (id: string): string => `profileName,text,date,facebookUrl,id,commentUrl,threadingDepth\nUgo,ciao,2026-01-02T10:00:00.000Z,https://www.facebook.com/p/posts/112233,${id},https://www.facebook.com/p/posts/112233?comment_id=9001&reply_comment_id=9002,1\n`;
    expect((await readFiles([['a.csv', row('9002')]])).messages).toMatchObject([{ nativeId: '9002', parentNativeId: '9001', kind: 'reply' }]);
    expect((await readFiles([['b.csv', row('112233_9002')]])).messages).toMatchObject([{ nativeId: '112233_9002', parentNativeId: '112233_9001' }]);
    expect((await readFiles([['c.csv', row('')]])).messages).toMatchObject([{ nativeId: '9002', parentNativeId: '9001' }]);
  });
});

describe('Apify Instagram comments', () => {
  test('replies inside a comment and flattened replies give the same messages', async () => {
    const nested = await readFiles([below('apify-instagram-comments/comments.json')]);
    const flat = await readFiles([below('apify-instagram-comments/flattened.csv')]);
    expect([...Object.values(nested.formats), ...Object.values(flat.formats)]).toEqual(['apify-instagram-comments', 'apify-instagram-comments']);
    expect(nested.messages).toMatchObject([
      { nativeId: '18001', kind: 'comment', parentNativeId: null, rootNativeId: 'instagram.com/p/Cx1AbC', author: { nativeId: '501', handle: 'giulia.b' }, replies: 2, likes: 3 },
      { nativeId: '18002', kind: 'reply', parentNativeId: '18001', rootNativeId: 'instagram.com/p/Cx1AbC', author: { handle: 'caffeaurora' }, createdAtMs: at('2026-04-01T09:30:00Z') },
      { nativeId: '18003', kind: 'reply', parentNativeId: '18001', text: 'grazie!' },
      { nativeId: '18010', kind: 'comment', rootNativeId: 'instagram.com/p/Cx2DeF' },
    ]);
    const links = (messages: typeof nested.messages): unknown => messages.map(({ nativeId, kind, parentNativeId, rootNativeId, text, createdAtMs, likes, author }) => [nativeId, kind, parentNativeId, rootNativeId, text, createdAtMs, likes, author?.nativeId]);
    expect(links(flat.messages)).toEqual(links(nested.messages));
    expect(flat.rejected).toEqual([]);
  });
  test('a workbook of the flattened table gives them too, dates as cells', async () => {
    const rows = fixture('formats/apify-instagram-comments/flattened.csv').trim().split('\n').map((line) => line.split(','));
    const [header = []] = rows;
    const cells = rows.map((row, number) => row.map((cell, position) => (number === 0 || cell === '' ? cell : header[position]?.endsWith('timestamp') === true ? new Date(cell) : header[position] === 'likesCount' ? Number(cell) : cell)));
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells, { UTC: true }), 'Dataset');
    const { messages } = await readFiles([['dataset.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer]], { timeZone: 'UTC' });
    expect(messages.map(({ nativeId, parentNativeId, createdAtMs }) => [nativeId, parentNativeId, createdAtMs])).toEqual([
      ['18001', null, at('2026-04-01T08:00:00Z')], ['18002', '18001', at('2026-04-01T09:30:00Z')], ['18003', '18001', at('2026-04-01T09:45:00Z')], ['18010', null, at('2026-04-02T08:00:00Z')],
    ]);
  });
});

describe('Apify TikTok, YouTube and Google Maps', () => {
  test('lines of TikTok comments: replies, hearts of the author, errors and lines that are no JSON', async () => {
    const { formats, messages, rejected } = await readFiles([below('apify-tiktok-comments/comments.ndjson')]);
    expect(Object.values(formats)).toEqual(['apify-tiktok-comments']);
    expect(messages).toMatchObject([
      { nativeId: '7400001', kind: 'comment', rootNativeId: 'tiktok.com/video/7301', likedByBrand: true, replies: 1, author: { nativeId: '660', handle: 'marco.tk' }, createdAtMs: at('2026-03-02T10:00:00Z') },
      { nativeId: '7400002', kind: 'reply', parentNativeId: '7400001', likedByBrand: false },
    ]);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([[3, 'error-row'], [4, 'broken-json']]);
  });
  test('YouTube: ages are counted back, a missing cid is replaced, both kinds of address are one video', async () => {
    const collectedAtMs = Date.UTC(2026, 5, 1);
    const { messages } = await readFiles([below('apify-youtube-comments/comments.json')], { collectedAtMs });
    expect(messages).toMatchObject([
      { nativeId: 'UgxAAA', kind: 'comment', precision: 'relative', createdAtMs: Date.UTC(2024, 5, 1), likedByBrand: true, inbound: true, rootNativeId: 'youtube.com/watch?v=dQ1aaaaaaaa' },
      { nativeId: 'UgxAAA.1', kind: 'reply', parentNativeId: 'UgxAAA', inbound: false, author: { isBrand: true } },
      { kind: 'comment', text: 'Where can I buy it?', rootNativeId: 'youtube.com/watch?v=dQ1aaaaaaaa', precision: 'relative' },
    ]);
    expect(messages[2]?.nativeId).toMatch(/^row:/);
    const unknown = await readFiles([below('apify-youtube-comments/comments.json')]);
    expect(unknown.messages.map(({ createdAtMs, precision }) => [createdAtMs, precision])).toEqual([[null, 'none'], [null, 'none'], [null, 'none']]);
  });
  test('reviews one a row, and reviews inside their places', async () => {
    const rows = await readFiles([below('apify-google-maps-reviews/reviews.json')]);
    expect(rows.messages).toMatchObject([
      { nativeId: 'rev1', kind: 'review', rating: 2, text: 'Servizio lento', author: { nativeId: '1000', name: 'Sara P.' }, container: { name: 'Caffè Aurora', kind: 'listing' } },
      { nativeId: 'rev1:response', kind: 'reply', parentNativeId: 'rev1', inbound: false, createdAtMs: at('2026-02-03T10:00:00Z') },
      { kind: 'review', rating: 5, text: null, author: null },
    ]);
    const places = await readFiles([below('apify-google-maps-reviews/places.json')]);
    expect(places.messages.map(({ nativeId, container, kind, parentNativeId }) => [nativeId, container?.name, kind, parentNativeId])).toEqual([
      ['rev1', 'Caffè Aurora', 'review', null], ['rev1:response', 'Caffè Aurora', 'reply', 'rev1'], ['rev2', 'Caffè Aurora', 'review', null], ['rev3', 'Caffè Due', 'review', null],
    ]);
    expect(places.rejected).toEqual([]);
  });
  test('a file of nothing but errors is read, and every row refused', async () => {
    const json = await readFiles([['none.json', '[{"url":"https://x.example/1","error":"no_items","errorDescription":"empty"},{"url":"https://x.example/2","error":"no_items"}]']]);
    expect(json.rejected.map(({ code }) => code)).toEqual(['error-row', 'error-row']);
    const csv = await readFiles([['none.csv', 'url,error,errorDescription\nhttps://x.example/1,no_items,empty\n']]);
    expect(csv.messages).toEqual([]);
    expect(csv.rejected.map(({ code }) => code)).toEqual(['error-row']);
    const mixed = await readFiles([['mixed.csv', 'id,text,ownerUsername,timestamp,postUrl,error\n1,ciao,a,2026-01-01T10:00:00Z,https://www.instagram.com/p/A/,\n,,,,,no_items\n']]);
    expect(mixed.messages).toHaveLength(1);
    expect(mixed.rejected.map(({ code }) => code)).toEqual(['error-row']);
  });
  test('each is recognised for itself', async () => {
    const files = ['apify-facebook-comments/comments.json', 'apify-instagram-comments/comments.json', 'apify-instagram-comments/flattened.csv', 'apify-tiktok-comments/comments.ndjson', 'apify-youtube-comments/comments.json', 'apify-google-maps-reviews/reviews.json', 'apify-google-maps-reviews/places.json'];
    for (const file of files) {
      const { format, confidence } = recognisedFormat((await partOf(fixture(`formats/${file}`))).head);
      expect([file, format.id]).toEqual([file, file.split('/')[0]]);
      expect(confidence).toBeGreaterThanOrEqual(0.95);
    }
  });
});

describe.skipIf(referenceData() === null)('reference tables of exporters', () => {
  test('every row of the support tweets becomes a message', async () => {
    const { messages, rejected, formats } = await readFiles([join(referenceData() ?? '', 'twcs', 'twcs_threads_17k.csv')]);
    expect(Object.values(formats)).toEqual(['twcs']);
    expect([messages.length, rejected.length, messages.filter(({ parentNativeId }) => parentNativeId !== null).length, messages.filter(({ inbound }) => inbound === true).length]).toEqual([17_459, 0, 12_142, 9894]);
  }, 60_000);
});
