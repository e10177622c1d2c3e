import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../support/ingest.ts';

const like = `window.YTD.like.part0 = ${JSON.stringify([{ like: { tweetId: '1895000000000000001' } }])}`;
const watched = JSON.stringify([{ header: 'YouTube', title: 'Hai guardato Moka', titleUrl: 'https://www.youtube.com/watch?v=vidMoka0001', time: '2026-03-01T08:15:30.120Z', products: ['YouTube'] }]);
const tiktok = JSON.stringify({ 'Your Activity': { 'Watch History': { VideoList: [{ Date: '2026-01-01 10:00:00', Link: 'https://www.tiktokv.com/share/video/7448081445065035776/' }] }, Follower: { FansList: [{ Date: '2026-01-01 10:00:00', UserName: 'ugo' }] } }, 'Likes and Favorites': { 'Like List': { ItemFavoriteList: [{ Date: '2026-01-01 10:00:00', Link: 'https://www.tiktokv.com/share/video/7448081445065035776/' }] } } });

/** Files of one person's own reactions without the file that says whose they are: name, content, format, and how many rows. */
const CASES: readonly (readonly [name: string, content: string, format: string, rows: number])[] = [
  ['like.js', like, 'x-archive', 1],
  ['Reactions.csv', 'Date,Type,Link\n2026-05-08 09:00:00,LIKE,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7458194261025673216\n', 'linkedin-archive', 1],
  ['Company Follows.csv', 'Organization,Followed On\nCaffè Brio,2026-05-08 09:00:00\n', 'linkedin-archive', 1],
  ['watch-history.json', watched, 'youtube-history', 1],
  ['user_data.json', tiktok, 'tiktok-download', 3],
  ['likes.json', JSON.stringify({ '@context': 'x', id: 'likes.json', type: 'OrderedCollection', orderedItems: ['https://caffe.example/users/brio/statuses/1'] }), 'mastodon-archive', 1],
];

describe('reactions of nobody', () => {
  it.each(CASES)('in %s are refused with what would say whose they are', async (name, content, format, count) => {
    const { formats, messages, reactions, rejected, rows } = await readFiles([[name, content]]);
    expect(Object.values(formats)).toEqual([format]);
    expect([messages.length, reactions.length, rejected.length, rows]).toEqual([0, 0, count, count]);
    for (const { code, detail } of rejected) expect([code, detail]).toEqual(['not-a-message', expect.stringMatching(/^a (?:like|reaction|follow|follower|view), and nothing says whose: /)]);
  });
  it('are said of an export of Reddit too, beside the things that they were given to', async () => {
    const thing = (id: string): object => ({ id, name: `t3_${id}`, title: 'Moka', selftext: '', subreddit: 'caffe', subreddit_id: 't5_1', author: 'ada', score: 1, num_comments: 0, created_utc: 1_700_000_000, over_18: false });
    const { messages, reactions, rejected } = await readFiles([['export.json', JSON.stringify({ comments: [], submissions: [], saved: [thing('a')], upvoted: [thing('b')] })]]);
    expect([messages.map(({ nativeId }) => nativeId), reactions, rejected.map(({ code }) => code)]).toEqual([['t3_a', 't3_b'], [], ['not-a-message', 'not-a-message']]);
  });
});
