import { describe, expect, it } from 'vitest';
import { fixture, readFiles } from '../../../support/ingest.ts';

type Page = Record<string, unknown>;

function pageOf(path: string): Page {
  return JSON.parse(fixture(`formats/${path}`)) as Page;
}

/** A page cut in two at one of its lists, each half a page of its own. */
function halves(page: Page, list: string): readonly Page[] {
  const items = page[list] as unknown[];
  return [items.slice(0, 1), items.slice(1)].map((half) => ({ ...page, [list]: half }));
}

const ticket = (id: number, requester: number): Page => ({ id, requester_id: requester, created_at: '2026-01-01T10:00:00Z', status: 'open', subject: 'x', description: `Aiuto ${String(id)}` });
const reviews = pageOf('app-store-connect/reviews.json');
const listing = { kind: 'Listing', data: { children: [{ kind: 't3', data: { id: 'p1', title: 'Moka', selftext: '', subreddit: 'caffe', author: 'ada', score: 1, num_comments: 0, created_utc: 1_700_000_000, over_18: false } }, { kind: 't5', data: {} }] } };
const tweet = (id: string): Page => ({ id_str: id, text: 'ciao', created_at: 'Tue Oct 31 22:10:47 +0000 2017', user: { id_str: '2', screen_name: 'ada' } });
const comment = (id: string): Page => ({ id, message: 'ciao', created_time: '2026-01-01T10:00:00+0000', from: { id: '7', name: 'Ada' }, comment_count: 0 });
const post = (rkey: string): Page => ({ uri: `at://did:plc:ada/app.bsky.feed.post/${rkey}`, author: { did: 'did:plc:ada', handle: 'ada.example' }, record: { $type: 'app.bsky.feed.post', text: 'ciao', createdAt: '2026-01-01T10:00:00Z' }, indexedAt: '2026-01-01T10:00:00Z' });
const absent = { uri: 'at://did:plc:ada/app.bsky.feed.post/x', notFound: true };

/** Pages of each format, and what all their forms become. */
const CASES: readonly (readonly [format: string, pages: readonly unknown[], ids: readonly string[], refused: readonly string[]])[] = [
  ['app-store-connect', [...halves(reviews, 'data'), { data: [] }], ['ar1', 'ar2', 'ar1:response'], []],
  ['zendesk-json', [{ tickets: [ticket(7, 1)], users: [{ id: 1, name: 'Ada', role: 'end-user' }] }, { tickets: [ticket(8, 2), { ...ticket(9, 2), status: 'deleted' }] }, { error: 'x' }], ['7', '8'], ['deleted', 'not-a-message']],
  ['google-business', [...halves(pageOf('google-business/reviews.json'), 'reviews'), { reviews: [{ starRating: 'ONE', createTime: '2026-01-01T00:00:00Z' }] }], ['rv1', 'rv1:response', 'rv2'], ['missing-id']],
  ['youtube-data-api', halves(pageOf('youtube-data-api/threads.json'), 'items'), ['UgzT1', 'UgzT1.r1', 'UgzT1.r2', 'UgzT2'], ['missing-id']],
  ['reddit-api', [listing, { kind: 'Listing', data: { children: [] } }], ['t3_p1'], ['not-a-message']],
  ['x-api-v1', [{ statuses: [tweet('1'), { errors: [{}] }] }, { statuses: [tweet('2')] }], ['1', '2'], ['error-row']],
  ['graph-api', [{ data: [comment('1_11'), { id: '5' }] }, { data: [comment('1_12')] }], ['1_11', '1_12'], ['not-a-message']],
  ['bluesky', [{ posts: [post('a'), absent] }, { posts: [post('b')] }], ['at://did:plc:ada/app.bsky.feed.post/a', 'at://did:plc:ada/app.bsky.feed.post/b'], ['deleted']],
];

describe.each(CASES)('pages of %s', (format, pages, ids, refused) => {
  it.each([['on lines', pages.map((page) => JSON.stringify(page)).join('\n')], ['in an array', JSON.stringify(pages)]])('%s become all that they hold, and what is refused of them is said', async (_, text) => {
    const { messages, rejected, rows, formats } = await readFiles([['pages.json', text]]);
    expect(Object.values(formats)).toEqual([format]);
    expect([...new Set(messages.map(({ nativeId }) => nativeId))].sort()).toEqual([...ids].sort());
    expect(rejected.map(({ code }) => code)).toEqual(refused);
    expect(rows).toBeGreaterThanOrEqual(refused.length);
  });
});
