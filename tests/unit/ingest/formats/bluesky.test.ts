import { describe, expect, it } from 'vitest';
import { blueskyText } from '../../../../src/ingest/formats/bluesky-text.ts';
import { blueskyTime } from '../../../../src/ingest/formats/bluesky-record.ts';
import { BLUESKY } from '../../../../src/ingest/formats/bluesky.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';

const FEED = fixture('formats/bluesky/feed.json');
const post = (did: string, rkey: string, rest: object = {}): object => ({ uri: `at://did:plc:${did}/app.bsky.feed.post/${rkey}`, cid: 'c', author: { did: `did:plc:${did}`, handle: `${did}.example` }, record: { $type: 'app.bsky.feed.post', text: `${did} ${rkey}`, createdAt: '2026-03-01T10:00:00Z', ...rest }, indexedAt: '2026-03-01T10:00:00Z' });

describe('bluesky', () => {
  it('reads a feed with what the posts answer, quote and repost', async () => {
    const { messages, reactions, formats } = await readFiles([['f', FEED]]);
    expect(formats).toEqual({ f: 'bluesky' });
    expect(messages).toMatchObject([
      { nativeId: 'at://did:plc:ida/app.bsky.feed.post/3lhaaaaaaaa22', kind: 'post', author: { nativeId: 'did:plc:ida', handle: null }, createdAtMs: Date.UTC(2026, 2, 1, 10), languageTag: 'en' },
      { network: 'bluesky', nativeId: 'at://did:plc:brio/app.bsky.feed.post/3lhaaaaaaaa2b', kind: 'reply', author: { nativeId: 'did:plc:brio', handle: 'brio.example', name: 'Caffè Brio' }, text: 'Sì 😀 qui: https://brio.example/ricette/moka', parentNativeId: 'at://did:plc:ida/app.bsky.feed.post/3lhaaaaaaaa22', rootNativeId: 'at://did:plc:ida/app.bsky.feed.post/3lhaaaaaaaa22', createdAtMs: Date.UTC(2026, 2, 1, 10, 5), likes: 4, shares: 1, replies: 0, saves: 2, url: 'https://bsky.app/profile/brio.example/post/3lhaaaaaaaa2b' },
      { text: 'Guardate', quotedNativeId: 'at://did:plc:lia/app.bsky.feed.post/3lhaaaaaaaa55', createdAtMs: Date.UTC(2026, 1, 28, 10) },
      { nativeId: 'at://did:plc:lia/app.bsky.feed.post/3lhaaaaaaaa55', text: 'originale', likes: 9, author: { nativeId: 'did:plc:lia' } },
    ]);
    expect(reactions).toMatchObject([{ kind: 'share', account: { nativeId: 'did:plc:brio' }, targetNativeId: 'at://did:plc:ugo/app.bsky.feed.post/3lhaaaaaaaa44', createdAtMs: Date.UTC(2026, 2, 2, 9) }]);
  });

  it('reads threads up and down, of either version', async () => {
    const thread = { post: post('a', '3'), parent: { post: post('b', '2'), parent: { post: post('c', '1') } }, replies: [{ post: post('d', '4'), replies: [{ post: post('e', '5'), replies: [] }] }, { $type: 'app.bsky.feed.defs#notFoundPost', uri: 'at://did:plc:x/app.bsky.feed.post/9', notFound: true }] };
    const order = ['c 1', 'b 2', 'a 3', 'd 4', 'e 5'];
    expect((await readFiles([['t', JSON.stringify({ thread })]])).messages.map(({ text }) => text)).toEqual(order);
    expect((await readFiles([['t', `${JSON.stringify({ thread })}\n${JSON.stringify({ thread })}`]])).messages.map(({ text }) => text)).toEqual([...order, ...order]);
    const flat = { thread: [{ uri: 'at://did:plc:a/app.bsky.feed.post/3', depth: 0, value: { $type: 'app.bsky.unspecced.defs#threadItemPost', post: post('a', '3') } }] };
    const { messages, formats } = await readFiles([['t', JSON.stringify(flat)]]);
    expect([messages.map(({ text }) => text), formats]).toEqual([['a 3'], { t: 'bluesky' }]);
  });

  it('reads a thread far deeper than a document may nest', async () => {
    let thread: object = { post: post('a', '39') };
    for (let level = 38; level >= 0; level -= 1) thread = { post: post('a', String(level)), replies: [thread] };
    const { messages } = await readFiles([['t', JSON.stringify({ thread })]]);
    expect(messages).toHaveLength(40);
  });

  it('reads search results, arrays and lines of posts', async () => {
    for (const text of [JSON.stringify({ posts: [post('a', '1'), post('b', '2')] }), JSON.stringify([post('a', '1'), { post: post('b', '2') }]), `${JSON.stringify(post('a', '1'))}\n${JSON.stringify({ posts: [post('b', '2')] })}`]) {
      expect((await readFiles([['p', text]])).messages.map(({ text: said }) => said)).toEqual(['a 1', 'b 2']);
    }
  });

  it('reads the records of a repository: posts, likes, reposts and follows of its account', async () => {
    const { messages, reactions, rejected } = await readFiles([['r', fixture('formats/bluesky/records.json')]]);
    expect(messages).toMatchObject([
      { nativeId: 'at://did:plc:brio/app.bsky.feed.post/3l3qo2vuowo2b', author: { nativeId: 'did:plc:brio' }, createdAtMs: Date.UTC(2024, 8, 9, 19, 46, 2, 102) },
      { text: 'dal futuro', createdAtMs: Date.UTC(2024, 8, 9, 19, 46, 2, 246) },
    ]);
    expect(reactions).toMatchObject([{ kind: 'like', account: { nativeId: 'did:plc:brio' }, targetNativeId: 'at://did:plc:ida/app.bsky.feed.post/1' }, { kind: 'share' }, { kind: 'follow', container: { nativeId: 'did:plc:ida', kind: 'profile' } }]);
    expect(rejected.map(({ code, line }) => [code, line])).toEqual([['missing-id', 7]]);
  });

  it('reads bare records, with ids by what they say, and entries of a collection and key', async () => {
    const lines = [{ $type: 'app.bsky.feed.post', text: 'senza indirizzo', createdAt: '2026-01-01T00:00:00Z' }, { did: 'did:plc:a', collection: 'app.bsky.feed.post', rkey: '3k', record: { text: 'con chiave', createdAt: '2026-01-01T00:00:00Z' } }];
    const { messages, formats } = await readFiles([['r', lines.map((line) => JSON.stringify(line)).join('\n')]]);
    expect(formats).toEqual({ r: 'bluesky' });
    expect(messages).toMatchObject([{ text: 'senza indirizzo', author: null }, { nativeId: 'at://did:plc:a/app.bsky.feed.post/3k', author: { nativeId: 'did:plc:a' } }]);
    expect(messages[0]?.nativeId).toMatch(/^content:/);
  });

  it('reads who liked, reposted and followed, one answer a line', async () => {
    const uri = 'at://did:plc:a/app.bsky.feed.post/1';
    const actor = { did: 'did:plc:z', handle: 'z.example' };
    const { reactions } = await readFiles([['r', [{ uri, likes: [{ actor, createdAt: '2026-01-01T00:00:00Z', indexedAt: '2026-01-01T00:00:00Z' }] }, { uri, repostedBy: [actor] }, { subject: { did: 'did:plc:a', handle: 'a.example' }, followers: [actor] }, { subject: { did: 'did:plc:a', handle: 'a.example' }, follows: [actor] }].map((line) => JSON.stringify(line)).join('\n')]]);
    expect(reactions.map(({ kind, account, targetNativeId, container }) => [kind, account?.nativeId, targetNativeId ?? container?.nativeId])).toEqual([['like', 'did:plc:z', uri], ['share', 'did:plc:z', uri], ['follow', 'did:plc:z', 'did:plc:a'], ['follow', 'did:plc:a', 'did:plc:z']]);
  });

  it('says of posts that are gone that they are', async () => {
    const { rejected } = await readFiles([['r', [post('a', '1'), { uri: 'at://did:plc:x/app.bsky.feed.post/9', notFound: true }, { uri: 'at://did:plc:y/app.bsky.feed.post/9', blocked: true, author: { did: 'did:plc:y' } }].map((line) => JSON.stringify(line)).join('\n')]]);
    expect(rejected.map(({ code }) => code)).toEqual(['deleted', 'withheld']);
  });

  it('takes the earlier of two times, and neither a time before the network nor one after the collection', () => {
    const seen = { ms: Date.UTC(2026, 0, 1), precision: 's' as const };
    const none = { ms: null, precision: 'none' as const };
    const time = (createdAt: string, around: Partial<Parameters<typeof blueskyTime>[1]>): number | null => blueskyTime({ createdAt }, { uri: null, seen: none, collectedAtMs: null, ...around }).ms;
    expect(time('2025-12-31T00:00:00Z', { seen })).toBe(Date.UTC(2025, 11, 31));
    expect(time('2026-01-02T00:00:00Z', { seen })).toBe(seen.ms);
    expect(time('1999-01-02T00:00:00Z', { seen })).toBe(seen.ms);
    expect(time('1999-01-02T00:00:00Z', {})).toBeNull();
    expect(time('2044-01-02T00:00:00Z', { collectedAtMs: Date.UTC(2026, 0, 1) })).toBeNull();
    expect(time('2044-01-02T00:00:00Z', {})).toBe(Date.UTC(2044, 0, 2));
  });

  it('counts facets in bytes, and passes over those that fit nothing', () => {
    const link = (byteStart: number, byteEnd: number, uri = 'https://x.example/lungo'): object => ({ index: { byteStart, byteEnd }, features: [{ $type: 'app.bsky.richtext.facet#link', uri }] });
    expect(blueskyText({ text: 'è x.example/lu… ok', facets: [link(3, 18)] })).toBe('è https://x.example/lungo ok');
    expect(blueskyText({ text: 'è x.example/lu… ok', facets: [link(3, 99), link(-1, 4), link(3, 18, 'https://altro.example')] })).toBe('è x.example/lu… ok');
    expect(blueskyText({ text: 'clicca qui', facets: [link(0, 6)] })).toBe('clicca qui');
  });

  it('does not take other documents, and looks at deeply nested ones without end', async () => {
    for (const text of ['{"posts":[{"id":1,"text":"ciao"}]}', '{"feed":[]}', '[{"did":"x"}]', `${'{"thread":'.repeat(20_000)}1${'}'.repeat(20_000)}`]) expect(BLUESKY.recognise((await partOf(text)).head)).toBe(0);
  });
});
