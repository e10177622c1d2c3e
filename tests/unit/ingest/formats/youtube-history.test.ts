import { describe, expect, it } from 'vitest';
import { YOUTUBE_HISTORY } from '../../../../src/ingest/formats/youtube-history.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';

const entry = (rest: object): object => ({ header: 'YouTube', title: 'Hai guardato Moka', titleUrl: 'https://www.youtube.com/watch?v=vidMoka0001', time: '2026-03-01T08:15:30.120Z', products: ['YouTube'], ...rest });
const HISTORY = JSON.stringify([
  entry({ subtitles: [{ name: 'Caffè Brio', url: 'https://www.youtube.com/channel/UCbrio000000000000000001' }] }),
  entry({ titleUrl: 'https://www.youtube.com/watch?v=vidSpot00001', details: [{ name: 'From Google Ads' }] }),
  entry({ titleUrl: 'https://www.youtube.com/results?search_query=moka' }),
  entry({ titleUrl: undefined }),
]);

describe('youtube-history', () => {
  it('makes views of the owner, whom the comments beside it tell, without advertisements and searches', async () => {
    const { reactions, rejected, formats } = await readFiles([['h', HISTORY], ['c', fixture('formats/youtube-takeout/live-chats.csv')]]);
    expect(formats).toEqual({ h: 'youtube-history', c: 'youtube-takeout' });
    expect(reactions).toMatchObject([{ network: 'youtube', kind: 'view', account: { nativeId: 'UCcaffettiera00000000001' }, targetNativeId: 'vidMoka0001', container: { nativeId: 'UCbrio000000000000000001', name: 'Caffè Brio', kind: 'channel' }, createdAtMs: Date.UTC(2026, 2, 1, 8, 15, 30, 120) }]);
    expect([reactions.length, rejected.length]).toEqual([1, 0]);
  });

  it('reads no view of nobody', async () => {
    expect((await readFiles([['h', HISTORY]])).reactions).toEqual([]);
  });

  it('does not take the activity of other products', async () => {
    expect(YOUTUBE_HISTORY.recognise((await partOf('[{"header":"Maps","title":"x","time":"2026-01-01T00:00:00Z","products":["Maps"]}]')).head)).toBe(0);
  });
});
