import { describe, expect, it } from 'vitest';
import { MASTODON_API } from '../../../../src/ingest/formats/mastodon-api.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';

const STATUSES = fixture('formats/mastodon-api/statuses.json');

describe('mastodon-api', () => {
  it('keys statuses by address, so that answers find what they answer on another server', async () => {
    const { messages, formats } = await readFiles([['s', STATUSES]]);
    expect(formats).toEqual({ s: 'mastodon-api' });
    expect(messages).toMatchObject([
      { nativeId: 'https://caffe.example/users/Brio/statuses/205', kind: 'reply', parentNativeId: 'https://te.example/users/ida/statuses/900', text: '@ida Grazie, città mia!', createdAtMs: Date.UTC(2026, 1, 1, 12, 0, 0, 250), precision: 'ms', likes: 3, shares: 1, replies: 0, languageTag: 'it', author: { nativeId: 'brio@caffe.example', name: 'Caffè Brio', isBot: false, followers: 120, profile: 'Torrefazione' } },
      { nativeId: 'https://te.example/users/ida/statuses/900', kind: 'post', parentNativeId: null, text: 'cibo\nWhich beans do you use? 🫘', author: { nativeId: 'ida@te.example', isBot: true } },
      { parentNativeId: 'https://caffe.example/users/Brio/statuses/150' },
      { parentNativeId: 'mastodon-status:caffe.example:99' },
      { nativeId: 'https://latte.example/users/ugo/statuses/77', kind: 'post' },
    ]);
  });

  it('makes a share of a boost beside the status boosted, and withholds private ones', async () => {
    const { reactions, rejected } = await readFiles([['s', STATUSES]]);
    expect(reactions).toMatchObject([{ kind: 'share', account: { nativeId: 'brio@caffe.example' }, targetNativeId: 'https://latte.example/users/ugo/statuses/77', createdAtMs: Date.UTC(2026, 1, 1, 15) }]);
    expect(rejected.map(({ code, line }) => [code, line])).toEqual([['withheld', 6]]);
  });

  it('reads lines, a search and a conversation alike', async () => {
    const items = JSON.parse(STATUSES) as unknown[];
    const whole = (await readFiles([['s', STATUSES]])).messages.map(({ nativeId, parentNativeId }) => [nativeId, parentNativeId]);
    for (const text of [items.map((item) => JSON.stringify(item)).join('\n'), JSON.stringify({ accounts: [], statuses: items, hashtags: [] }), JSON.stringify({ ancestors: items.slice(0, 2), descendants: items.slice(2) }), `${JSON.stringify({ statuses: items })}\n${JSON.stringify({ statuses: items.slice(0, 1) })}`]) {
      const { messages, formats } = await readFiles([['s', text]]);
      expect(formats).toEqual({ s: 'mastodon-api' });
      expect(messages.slice(0, 5).map(({ nativeId, parentNativeId }) => [nativeId, parentNativeId])).toEqual(whole);
    }
  });

  it('joins the archive of the same account', async () => {
    const { messages } = await readFiles([['a', fixture('formats/mastodon-archive/actor.json')], ['o', fixture('formats/mastodon-archive/outbox.json')], ['s', STATUSES]]);
    expect(new Set(messages.filter(({ author }) => author?.handle?.startsWith('brio')).map(({ author }) => author?.nativeId))).toEqual(new Set(['brio@caffe.example']));
  });

  it('does not take posts of other networks', async () => {
    expect(MASTODON_API.recognise((await partOf('[{"id":"1","created_at":"2026-01-01","text":"x","user":{"id":"2"},"uri":"x","account":{}}]')).head)).toBe(0);
  });
});
