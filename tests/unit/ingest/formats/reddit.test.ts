import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REDDIT_GDPR } from '../../../../src/ingest/formats/reddit-gdpr.ts';
import { partOf, readFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

const COMMENT = {
  id: 'k1aaa', name: 't1_k1aaa', author: 'moka_lover', author_fullname: 't2_9zz', body: 'Perch&eacute; no? La moka &gt; tutto &amp; basta ☕', created_utc: 1_700_000_100, link_id: 't3_p1', parent_id: 't3_p1',
  subreddit: 'CaffeItalia', subreddit_id: 't5_1', score: 12, distinguished: null, edited: false, permalink: '/r/CaffeItalia/comments/p1/la_moka/k1aaa/',
};
const POST = {
  id: 'p1', name: 't3_p1', author: 'rossi_bar', title: 'La moka: consigli?', selftext: 'Cerco una moka &amp;amp; un macinino', is_self: true, over_18: false, created_utc: '1700000000', num_comments: 7, score: 40,
  num_crossposts: 1, subreddit: 'CaffeItalia', permalink: '/r/CaffeItalia/comments/p1/la_moka/', url: 'https://www.reddit.com/r/CaffeItalia/comments/p1/la_moka/',
};
const lines = (values: readonly object[]): string => values.map((value) => JSON.stringify(value)).join('\n');

describe('reddit archives', () => {
  it('reads posts and comments of one dump with their links, times as number or text', async () => {
    const read = await readFiles([['RC_2023-11', lines([POST, COMMENT, { ...COMMENT, id: 'k2', name: 't1_k2', parent_id: 't1_k1aaa', author: 'AutoModerator', distinguished: 'moderator', created_utc: '1700000200' }])]]);
    expect(read.formats).toEqual({ 'RC_2023-11': 'reddit-dump' });
    expect(read.messages.map(({ nativeId, kind, parentNativeId, rootNativeId, createdAtMs, precision }) => ({ nativeId, kind, parentNativeId, rootNativeId, createdAtMs, precision }))).toEqual([
      { nativeId: 't3_p1', kind: 'post', parentNativeId: null, rootNativeId: null, createdAtMs: 1_700_000_000_000, precision: 's' },
      { nativeId: 't1_k1aaa', kind: 'comment', parentNativeId: 't3_p1', rootNativeId: 't3_p1', createdAtMs: 1_700_000_100_000, precision: 's' },
      { nativeId: 't1_k2', kind: 'reply', parentNativeId: 't1_k1aaa', rootNativeId: 't3_p1', createdAtMs: 1_700_000_200_000, precision: 's' },
    ]);
    const [post, comment, automatic] = read.messages;
    expect(post).toMatchObject({ text: 'La moka: consigli?\n\nCerco una moka & un macinino', replies: 7, likes: 40, shares: 1, container: { kind: 'subreddit', nativeId: 'CaffeItalia' } });
    expect(comment).toMatchObject({ text: 'Perch&eacute; no? La moka > tutto & basta ☕', author: { nativeId: 'moka_lover', handle: 'moka_lover' }, url: 'https://www.reddit.com/r/CaffeItalia/comments/p1/la_moka/k1aaa/' });
    expect(automatic?.author).toMatchObject({ isBot: true, profile: 'moderator of r/CaffeItalia' });
  });

  it('keeps the accents of a dump that ends inside a character', async () => {
    const dump = Buffer.from(lines(Array.from({ length: 500 }, (_, position) => ({ ...COMMENT, id: `c${String(position)}`, name: `t1_c${String(position)}`, body: `perché così è ${String(position)}` }))));
    const { messages, rejected } = await readFiles([['RC_2023-11', Buffer.concat([dump, Buffer.from('\n{"id":"perch\xc3', 'latin1')])]]);
    expect(messages.map(({ text }) => text)).toEqual(Array.from({ length: 500 }, (_, position) => `perché così è ${String(position)}`));
    expect(rejected).toHaveLength(1);
  });

  it('keeps the place of what is gone without its author and words', async () => {
    const { messages, rejected } = await readFiles([['x', lines([
      { ...COMMENT, id: 'd1', author: '[deleted]', body: '[deleted]' }, { ...COMMENT, id: 'd2', body: '[removed]' }, { ...COMMENT, id: 'd3', body: '[ Removed by Reddit ]' },
      { ...COMMENT, id: 'd4', _meta: { was_deleted_later: true } }, { ...POST, id: 'd5', selftext: '[removed]' },
    ])]]);
    expect(messages.map(({ text, author }) => [text, author])).toEqual(Array.from({ length: 5 }, () => [null, null]));
    expect(rejected).toEqual([]);
  });

  it('reads early dumps without names and permalinks, and the answer of a search page', async () => {
    const { author_fullname: _a, name: _n, permalink: _p, ...early } = COMMENT;
    expect((await readFiles([['early', lines([early, { ...early, id: 'k9' }])]])).messages.map(({ nativeId }) => nativeId)).toEqual(['t1_k1aaa', 't1_k9']);
    const answered = await readFiles([['answer.json', JSON.stringify({ data: [COMMENT, POST], metadata: {} })], ['array.json', JSON.stringify([COMMENT, POST])]]);
    expect(answered.messages).toHaveLength(4);
    expect(answered.formats).toEqual({ 'answer.json': 'reddit-dump', 'array.json': 'reddit-dump' });
  });

  it('refuses single rows that lack id or time and broken lines, and reads the rest', async () => {
    const read = await readFiles([['x', `${lines([COMMENT, POST, { ...COMMENT, id: null, name: null }, { ...COMMENT, created_utc: null }, { ...COMMENT, created_utc: 'soon' }, { hello: 1 }])}\n{"id":`]]);
    expect(read.messages).toHaveLength(2);
    expect(read.rejected.map(({ code }) => code)).toEqual(['missing-id', 'missing-time', 'unreadable-time', 'not-a-message', 'broken-json']);
  });

  it('gives a crosspost, the post it quotes and that post', async () => {
    const { messages } = await readFiles([['x', lines([{ ...POST, id: 'p2', title: 'Guardate qui', crosspost_parent: 't3_p1', crosspost_parent_list: [POST] }, COMMENT])]]);
    expect(messages.map(({ nativeId, quotedNativeId }) => [nativeId, quotedNativeId ?? null])).toEqual([['t3_p2', 't3_p1'], ['t3_p1', null], ['t1_k1aaa', null]]);
  });
});

describe('reddit listings', () => {
  const t1 = (id: string, parent: string, replies: unknown): object => ({ kind: 't1', data: { ...COMMENT, id, name: `t1_${id}`, parent_id: parent, replies } });
  const listing = (children: readonly object[]): object => ({ kind: 'Listing', data: { modhash: '', children, after: null, before: null } });
  const more = (count: number): object => ({ kind: 'more', data: { count, id: count === 0 ? '_' : 'zz', children: [], parent_id: 't1_a', depth: 1 } });

  it('reads nested replies and counts what "more" stubs hide as declared replies', async () => {
    const page = [listing([{ kind: 't3', data: POST }]), listing([t1('a', 't3_p1', listing([t1('b', 't1_a', ''), t1('c', 't1_a', listing([more(0)])), more(5)])), more(30)])];
    const { messages, formats, rejected } = await readFiles([['thread.json', JSON.stringify(page)]]);
    expect(formats).toEqual({ 'thread.json': 'reddit-api' });
    expect(rejected).toEqual([]);
    expect(messages.map(({ nativeId, kind, replies, parentNativeId }) => [nativeId, kind, replies, parentNativeId])).toEqual([
      ['t3_p1', 'post', 7, null], ['t1_a', 'comment', 7, 't3_p1'], ['t1_b', 'reply', 0, 't1_a'], ['t1_c', 'reply', 1, 't1_a'],
    ]);
  });

  it('loses no more than itself when a nested comment is damaged', async () => {
    const damaged = { kind: 't1', data: { ...COMMENT, id: 'b', created_utc: null, replies: listing([t1('c', 't1_b', '')]) } };
    const { messages, rejected } = await readFiles([['thread.json', JSON.stringify([listing([{ kind: 't3', data: POST }]), listing([t1('a', 't3_p1', listing([damaged, t1('d', 't1_a', '')]))])])]]);
    expect([messages.map(({ nativeId }) => nativeId), rejected.map(({ code }) => code)]).toEqual([['t3_p1', 't1_a', 't1_c', 't1_d'], ['missing-time']]);
  });

  it('says nothing of replies in the listing of a user, where none are ever held', async () => {
    const { messages } = await readFiles([['user.json', JSON.stringify(listing([t1('a', 't3_p1', ''), { kind: 't5', data: {} }]))]]);
    expect(messages.map(({ replies }) => replies)).toEqual([null]);
  });
});

describe('reddit exports of one account', () => {
  const COMMENTS = 'id,permalink,date,ip,subreddit,gildings,link,parent,body,media\nc1,https://www.reddit.com/r/caffe/comments/p9/titolo/c1/,2020-01-01 00:00:00 UTC,10.0.0.1,caffe,0,https://www.reddit.com/r/caffe/comments/p9/titolo/,,"Sì, è così ☕",\nc2,https://www.reddit.com/r/caffe/comments/p9/titolo/c2/,2020-01-02 10:00:00 UTC,10.0.0.1,caffe,0,https://www.reddit.com/r/caffe/comments/p9/titolo/,c1,"Grazie",\n,,2020-01-02 10:00:00 UTC,,caffe,0,,,x,\n';

  it('reads comments, posts, votes, saved things and subscriptions, and no device address', async () => {
    const read = await readFiles([
      ['post_votes.csv', 'id,permalink,direction\np7,https://www.reddit.com/r/te/comments/p7/x/,up\np8,https://www.reddit.com/r/te/comments/p8/y/,down\np6,https://www.reddit.com/r/te/comments/p6/y/,none\n'],
      ['comment_votes.csv', 'id,permalink,direction\nc77,https://www.reddit.com/r/te/comments/p7/x/c77/,up\n'],
      ['comments.csv', COMMENTS],
      ['posts.csv', 'id,permalink,date,ip,subreddit,gildings,title,url,body\np1,https://www.reddit.com/r/caffe/comments/p1/t/,2021-05-05 05:05:05 UTC,10.0.0.1,caffe,0,Quale moka?,,Consigli\n'],
      ['saved_posts.csv', 'id,permalink\np5,https://www.reddit.com/r/te/comments/p5/z/\n'],
      ['subscribed_subreddits.csv', 'subreddit\ncaffe\nte\n'],
      ['statistics.csv', 'statistic,value\naccount name,anna_b\nemail address,a@b.it\n'],
    ]);
    expect(new Set(Object.values(read.formats))).toEqual(new Set(['reddit-gdpr']));
    expect(read.messages.map(({ nativeId, kind, parentNativeId, rootNativeId, createdAtMs, author }) => [nativeId, kind, parentNativeId, rootNativeId, createdAtMs, author?.nativeId])).toEqual([
      ['t1_c1', 'comment', 't3_p9', 't3_p9', Date.UTC(2020, 0, 1), 'anna_b'], ['t1_c2', 'reply', 't1_c1', 't3_p9', Date.UTC(2020, 0, 2, 10), 'anna_b'], ['t3_p1', 'post', null, null, Date.UTC(2021, 4, 5, 5, 5, 5), 'anna_b'],
    ]);
    expect(read.reactions.map(({ kind, targetNativeId, account, container }) => [kind, targetNativeId, account?.nativeId, container?.nativeId])).toEqual([
      ['like', 't3_p7', 'anna_b', 'te'], ['other', 't3_p8', 'anna_b', 'te'], ['like', 't1_c77', 'anna_b', 'te'], ['save', 't3_p5', 'anna_b', 'te'], ['follow', null, 'anna_b', 'caffe'], ['follow', null, 'anna_b', 'te'],
    ]);
    expect(read.rejected.map(({ code }) => code)).toEqual(['missing-id']);
    expect(JSON.stringify([read.messages, read.reactions])).not.toMatch(/10\.0\.0\.1|a@b/);
  });

  it('gives an owner without a name an account of this copy', async () => {
    const [one, two] = [await readFiles([['comments.csv', COMMENTS]]), await readFiles([['comments.csv', COMMENTS]])];
    expect(one.messages[0]?.author?.nativeId).toMatch(/^export:[0-9a-f]{16}$/);
    expect(two.messages[0]?.author).toEqual(one.messages[0]?.author);
  });

  it('leaves hidden posts and other tables alone', async () => {
    const tables = [['hidden_posts.csv', 'id,permalink\np5,https://www.reddit.com/r/te/comments/p5/z/\n'], ['saved.csv', 'id,permalink\np5,https://example.org/p5\n'], ['x.csv', 'id,text,date\n1,ciao,2020-01-01\n'], ['moderated_subreddits.csv', 'subreddit\nte\n']] as const;
    for (const [name, content] of tables) expect([name, REDDIT_GDPR.recognise((await partOf(content, name)).head)]).toEqual([name, 0]);
  });

  it('reads what rexport keeps: own comments as messages, saved and voted things as reactions to messages', async () => {
    const author = { name: 'anna_b', _path: 'user/anna_b/' };
    const subreddit = { display_name: 'CaffeItalia' };
    const read = await readFiles([['reddit.json', JSON.stringify({ comments: [{ ...COMMENT, author, subreddit }], submissions: [], saved: [{ ...POST, subreddit }], upvoted: [{ ...POST, id: 'p3', subreddit }], downvoted: [{ ...POST, id: 'p4', author: null, subreddit }], subreddits: [], profile: [], version: 1 })]]);
    expect(read.formats).toEqual({ 'reddit.json': 'reddit-rexport' });
    expect(read.messages.map(({ nativeId, author: who }) => [nativeId, who?.nativeId])).toEqual([['t1_k1aaa', 'anna_b'], ['t3_p1', 'rossi_bar'], ['t3_p3', 'rossi_bar'], ['t3_p4', undefined]]);
    expect(read.reactions.map(({ kind, targetNativeId, account }) => [kind, targetNativeId, account?.nativeId])).toEqual([['save', 't3_p1', 'anna_b'], ['like', 't3_p3', 'anna_b'], ['other', 't3_p4', 'anna_b']]);
    expect(read.facts.owner?.nativeId).toBe('anna_b');
  });
});

describe.skipIf(referenceData() === null)('reddit reference files', () => {
  const folder = join(referenceData() ?? '', 'platform-formats/reddit-api');
  it.each([
    ['TestCommentForest.test_replace__all.1.json', 477, 339, 16], ['TestCommentForest.test_replace__all_large.1.json', 486, 363, 60],
    ['TestRedditor.test_stream__comments.1.json', 100, 8, 0], ['TestRedditor.test_stream__comments.3.json', 99, 8, 0], ['TestCommentForest.test_replace__all.18.json', 4, 3, 0],
  ])('%s', async (name, messages, replies, gone) => {
    const read = await readFiles([join(folder, name)]);
    expect([Object.values(read.formats), read.rejected.length]).toEqual([['reddit-api'], 0]);
    expect(new Set(read.messages.map(({ nativeId }) => nativeId)).size).toBe(messages);
    expect(read.messages.filter(({ parentNativeId }) => parentNativeId?.startsWith('t1_') === true)).toHaveLength(replies);
    expect(read.messages.filter(({ author }) => author === null)).toHaveLength(gone);
  });

  it('declares the comments behind stubs', async () => {
    const { messages } = await readFiles([join(folder, 'TestCommentForest.test_replace__all_large.1.json')]);
    const held = new Map<string, number>();
    for (const { parentNativeId } of messages) if (parentNativeId !== null) held.set(parentNativeId, (held.get(parentNativeId) ?? 0) + 1);
    const missing = messages.filter(({ kind }) => kind !== 'post').reduce((sum, { nativeId, replies }) => sum + (replies ?? 0) - (held.get(nativeId) ?? 0), 0);
    expect(missing).toBe(511);
  });
});
