import { describe, expect, it } from 'vitest';
import { GRAPH_API } from '../../../../src/ingest/formats/graph-api.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';

const file = (name: string): readonly [string, string] => [name, fixture(`formats/graph-api/${name}`)];

describe('graph-api of Facebook', () => {
  it('reads a post with its comments, answers, hidden comments and named reactions', async () => {
    const { messages, reactions, formats } = await readFiles([file('facebook-posts.json')]);
    expect(formats).toEqual({ 'facebook-posts.json': 'graph-api' });
    expect(messages.map(({ nativeId, kind, parentNativeId, rootNativeId, author, hidden, container }) => [nativeId, kind, parentNativeId, rootNativeId, author?.nativeId ?? null, hidden, container?.name])).toEqual([
      ['106_457', 'post', null, null, '106', null, 'Caffè Brio'], ['457_1', 'comment', null, '106_457', '900', false, 'Caffè Brio'], ['457_2', 'reply', '457_1', '106_457', '106', null, 'Caffè Brio'], ['457_3', 'comment', null, '106_457', null, true, 'Caffè Brio'],
    ]);
    expect(messages[0]).toMatchObject({ text: 'Nuova miscela in arrivo ☕', createdAtMs: Date.UTC(2024, 4, 2, 9), likes: 31, replies: 3, shares: 4, url: 'https://www.facebook.com/106/posts/457' });
    expect(messages[1]).toMatchObject({ likes: 2, replies: 1 });
    expect(reactions).toMatchObject([{ kind: 'love', account: { nativeId: '900' }, targetNativeId: '106_457' }]);
  });

  it('reads a page of comments alone: the post is in their ids, answers name what they answer', async () => {
    const { messages, rejected } = await readFiles([file('facebook-comments.json')]);
    expect(messages.map(({ nativeId, kind, parentNativeId, rootNativeId, author, text }) => [nativeId, kind, parentNativeId, rootNativeId, author?.name ?? null, text])).toEqual([
      ['45700_10001', 'comment', null, '45700', null, 'Bonjour, è ancora valido?'], ['45700_10002', 'reply', '45700_10001', '45700', 'Caffè Brio', 'Sì!'],
    ]);
    expect(rejected.map(({ code }) => code)).toEqual(['not-a-message']);
  });

  it('lets the posts of one file and the comments of another meet, with those of Business Suite too', async () => {
    const { messages } = await readFiles([
      ['posts.json', JSON.stringify({ data: [{ id: '10600_45700', message: 'Ecco', created_time: '2024-06-01T07:00:00+0000', permalink_url: 'https://www.facebook.com/10600/posts/45700' }] })], file('facebook-comments.json'),
      ['suite.csv', 'Post ID,Page ID,Page name,Title,Publish time,Permalink,Post type,Comments\n45700,10600,Caffè Brio,Ecco,06/21/2024 09:00,https://www.facebook.com/10600/posts/45700,Photo,2\n'],
    ]);
    expect(messages.filter(({ kind }) => kind === 'post').map(({ nativeId }) => nativeId)).toEqual(['45700', '45700']);
    expect(new Set(messages.filter(({ kind }) => kind !== 'post').map(({ rootNativeId }) => rootNativeId))).toEqual(new Set(['45700']));
  });

  it('reads pages that stand line by line, and says where one holds an error', async () => {
    const { messages, rejected, formats } = await readFiles([file('pages.ndjson')]);
    expect(formats).toEqual({ 'pages.ndjson': 'graph-api' });
    expect(messages.map(({ text }) => text)).toEqual(['Uno', 'Due']);
    expect(rejected.map(({ code, line }) => [code, line])).toEqual([['error-row', 3]]);
  });

  it('reads pages in a list, and edges of a page', async () => {
    const comment = { id: '45700_10001', message: 'Uno', created_time: '2024-06-01T08:00:00+0000', like_count: 0 };
    const { messages } = await readFiles([['a.json', JSON.stringify([{ data: [comment] }, { data: [{ ...comment, id: '45700_10002' }] }])], ['b.json', JSON.stringify({ posts: { data: [{ id: '10600_45701', created_time: '2024-06-01T08:00:00+0000', comments: { data: [{ ...comment, id: '45701_10003' }] } }] }, id: '10600' })]]);
    expect(messages.map(({ nativeId, rootNativeId }) => [nativeId, rootNativeId])).toEqual([['45700_10001', '45700'], ['45700_10002', '45700'], ['45701', null], ['45701_10003', '45701']]);
  });
});

describe('graph-api of Instagram', () => {
  it('reads media with comments and replies', async () => {
    const { messages } = await readFiles([file('instagram-media.json')]);
    expect(messages.map(({ network, nativeId, kind, parentNativeId, rootNativeId, author, hidden, likes, replies, text }) => [network, nativeId, kind, parentNativeId, rootNativeId, author?.nativeId, hidden, likes, replies, text])).toEqual([
      ['instagram', '17895695668004550', 'post', null, null, 'caffe.brio', null, 12, 2, 'Crema ☕'],
      ['instagram', '17870000000000001', 'comment', null, '17895695668004550', 'nonna.pina', false, 1, null, 'Dove lo trovo?'],
      ['instagram', '17870000000000002', 'reply', '17870000000000001', '17895695668004550', 'caffe.brio', null, null, null, '@nonna.pina nei nostri bar'],
    ]);
    expect(messages[0]?.url).toBe('https://www.instagram.com/p/C1abc/');
  });

  it('reads comments alone, hidden ones marked', async () => {
    const { messages } = await readFiles([file('instagram-comments.json')]);
    expect(messages.map(({ kind, hidden, parentNativeId, rootNativeId, author }) => [kind, hidden, parentNativeId, rootNativeId, author?.handle ?? null])).toEqual([['comment', true, null, '17895695668004550', 'troll.uno'], ['reply', null, '17870000000000003', null, null]]);
  });

  it('takes no files of others', async () => {
    for (const foreign of ['instagram-download/posts_1.json', 'instagram-download/liked_posts_2025.json', 'facebook-download/comments.json', 'facebook-download/your_posts_1.json', 'messenger/message_1.json', 'meta-content-library/comments.json']) expect(GRAPH_API.recognise((await partOf(fixture(`formats/${foreign}`))).head), foreign).toBe(0);
    for (const foreign of [[{ id: '17870000000000001', text: 'a', ownerUsername: 'b', timestamp: '2024-01-01T00:00:00Z', likesCount: 1, username: 'b' }], { data: [{ id: '1', text: 'a', created_at: '2024-01-01T00:00:00Z' }] }, [{ id: 'x1', text: 'a', username: 'b', timestamp: '2024-01-01T00:00:00Z' }]]) expect(GRAPH_API.recognise((await partOf(JSON.stringify(foreign))).head)).toBe(0);
  });
});
