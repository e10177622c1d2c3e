import { describe, expect, it } from 'vitest';
import { YOUTUBE_DATA_API } from '../../../../src/ingest/formats/youtube-data-api.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';

const THREADS = fixture('formats/youtube-data-api/threads.json');
const VIDEOS = fixture('formats/youtube-data-api/videos.json');
const ROOT = 'youtube.com/watch?v=vidMoka0001';

describe('youtube-data-api', () => {
  it('reads threads with their inline replies, and who of them owns the channel', async () => {
    const { messages, rejected, formats } = await readFiles([['t', THREADS]]);
    expect(formats).toEqual({ t: 'youtube-data-api' });
    expect(messages).toMatchObject([
      { nativeId: 'UgzT1', kind: 'comment', author: { nativeId: 'UCgiulia', handle: 'giulia', name: null, isBrand: null }, text: "La moka fischia',\nè normale?", likes: 12, replies: 7, parentNativeId: null, rootNativeId: ROOT, createdAtMs: Date.UTC(2026, 1, 1, 10), container: { nativeId: 'UCbrand', kind: 'channel' } },
      { nativeId: 'UgzT1.r1', kind: 'reply', author: { nativeId: 'UCbrand', name: 'Caffè Brio', isBrand: true }, text: 'Ciao Giulia & grazie', parentNativeId: 'UgzT1', rootNativeId: ROOT, replies: null },
      { nativeId: 'UgzT1.r2', hidden: true, parentNativeId: 'UgzT1', rootNativeId: ROOT, container: { nativeId: 'UCbrand' } },
      { nativeId: 'UgzT2', author: null, replies: 0 },
    ]);
    expect(messages[1]).not.toHaveProperty('hidden');
    expect(rejected.map(({ code }) => code)).toEqual(['missing-id']);
  });

  it('reads videos as posts with their counts, before the comments, whose channel gets its name', async () => {
    const { messages, rejected } = await readFiles([['t', THREADS], ['v', VIDEOS]]);
    expect(messages[0]).toMatchObject({ nativeId: 'vidMoka0001', kind: 'post', text: 'Come si pulisce la moka\nTre passi.', views: 12_045, likes: 310, replies: 9, languageTag: 'it', url: 'https://www.youtube.com/watch?v=vidMoka0001', author: { nativeId: 'UCbrand', name: 'Caffè Brio' } });
    expect(messages.map(({ container }) => container?.name)).toEqual(Array.from({ length: 5 }, () => 'Caffè Brio'));
    expect(rejected.map(({ code }) => code)).toEqual(['not-a-message', 'missing-id']);
  });

  it('reads items as lines, as an array, and whole responses a line, alike', async () => {
    const { items } = JSON.parse(THREADS) as { items: unknown[] };
    const whole = (await readFiles([['t', THREADS]])).messages.map(({ nativeId }) => nativeId);
    for (const text of [items.map((item) => JSON.stringify(item)).join('\n'), JSON.stringify(items), `${JSON.stringify({ kind: 'youtube#commentThreadListResponse', items })}\n${JSON.stringify({ kind: 'youtube#commentThreadListResponse', items: [] })}\n`, JSON.stringify([{ items }])]) {
      const { messages, formats } = await readFiles([['t', text]]);
      expect(formats).toEqual({ t: 'youtube-data-api' });
      expect(messages.map(({ nativeId }) => nativeId)).toEqual(whole);
    }
  });

  it('reads replies that were asked for apart', async () => {
    const { messages } = await readFiles([['c', JSON.stringify({ kind: 'youtube#commentListResponse', items: [{ kind: 'youtube#comment', id: 'UgzT1.r9', snippet: { parentId: 'UgzT1', textOriginal: 'sesta', authorDisplayName: 'Ida', authorChannelId: { value: 'UCida' }, publishedAt: '2026-02-04T00:00:00Z' } }] })]]);
    expect(messages).toMatchObject([{ nativeId: 'UgzT1.r9', kind: 'reply', parentNativeId: 'UgzT1', rootNativeId: null }]);
  });

  it('does not take other documents with items', async () => {
    expect(YOUTUBE_DATA_API.recognise((await partOf('{"items":[{"id":"1","snippet":"x","text":"ciao"}]}')).head)).toBe(0);
  });
});
