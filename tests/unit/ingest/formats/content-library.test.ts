import { describe, expect, it } from 'vitest';
import { CONTENT_LIBRARY } from '../../../../src/ingest/formats/content-library.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';

const file = (name: string): readonly [string, string] => [name, fixture(`formats/meta-content-library/${name}`)];

describe('meta-content-library', () => {
  it('reads a table of posts; times without a zone are UTC, a share without words is a reaction', async () => {
    const { messages, reactions, rejected, formats } = await readFiles([file('posts.csv')]);
    expect(formats).toEqual({ 'posts.csv': 'meta-content-library' });
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatchObject({ network: 'facebook', nativeId: '4001', kind: 'post', createdAtMs: Date.UTC(2024, 4, 2, 7), author: { nativeId: '106', name: 'Caffè Brio' }, container: { kind: 'page', nativeId: '106' }, text: 'Nuova miscela ☕', likes: 31, replies: 3, shares: 4, views: 1200 });
    expect(messages[1]).toMatchObject({ nativeId: '4002', createdAtMs: Date.UTC(2024, 4, 3, 9), author: { nativeId: '900' }, container: { kind: 'channel', name: 'Amici della moka' }, text: null, likes: 5, replies: 0, views: null });
    expect(reactions).toMatchObject([{ kind: 'share', targetNativeId: '4001', account: { nativeId: '106' }, createdAtMs: Date.UTC(2024, 4, 4, 9) }]);
    expect(rejected.map(({ code, line }) => [code, line])).toEqual([['missing-id', 5]]);
  });

  it('reads comments with what they answer', async () => {
    const { messages, rejected } = await readFiles([file('comments.json')]);
    expect(messages.map(({ nativeId, kind, parentNativeId, rootNativeId, likes, languageTag, author, container }) => [nativeId, kind, parentNativeId, rootNativeId, likes, languageTag, author?.name, container])).toEqual([
      ['5001', 'comment', null, '4001', 3, 'it', 'Nora', null], ['5002', 'reply', '5001', '4001', null, null, 'Caffè Brio', null],
    ]);
    expect(rejected.map(({ code }) => code)).toEqual(['unreadable-time']);
  });

  it('tells Instagram by its accounts, in tables and in JSON with written-out names', async () => {
    const { messages } = await readFiles([file('instagram-posts.csv'), ['x.json', JSON.stringify([{ 'id': '6002', 'creation_time': '2024-05-02T09:00:00+00:00', 'post_owner.username': 'caffe.brio', 'post_owner.id': '1784', 'statistics.like_count': 4, 'text': 'Ciao' }])]]);
    expect(messages.map(({ network, nativeId, author, container, likes, views, languageTag }) => [network, nativeId, author?.nativeId, container?.kind, likes, views, languageTag])).toEqual([['instagram', '6001', 'caffe.brio', 'profile', 7, 90, 'it'], ['instagram', '6002', 'caffe.brio', 'profile', 4, null, null]]);
  });

  it('takes no files of others', async () => {
    for (const foreign of ['business-suite/instagram-english.csv', 'crowdtangle/facebook-pages.csv', 'graph-api/facebook-posts.json', 'instagram-download/posts_1.json', 'facebook-download/comments.json']) expect(CONTENT_LIBRARY.recognise((await partOf(fixture(`formats/${foreign}`))).head), foreign).toBe(0);
    expect(CONTENT_LIBRARY.recognise((await partOf('[{"id": 1, "creation_time": "2024-01-01", "text": "x"}]')).head)).toBe(0);
  });
});
