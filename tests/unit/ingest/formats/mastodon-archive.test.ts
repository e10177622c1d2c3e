import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonItems } from '../../../../src/ingest/json-items.ts';
import { MASTODON_ARCHIVE } from '../../../../src/ingest/formats/mastodon-archive.ts';
import { fixture, partOf, readFiles, type ReadFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

const read = (...names: readonly string[]): Promise<ReadFiles> => readFiles(names.map((name) => [name, fixture(`formats/mastodon-archive/${name}.json`)] as const));
const OWNER = { nativeId: 'brio@caffe.example', handle: 'brio@caffe.example', name: 'Caffè Brio ☕', isBot: false, profile: 'Torrefazione a Trieste.\nSince 1948', link: 'https://brio.example' };

describe('mastodon-archive', () => {
  it('reads posts whose list stands twice, as text, with replies linked and counts', async () => {
    const { messages, formats, facts } = await read('outbox', 'actor');
    expect(formats).toEqual({ outbox: 'mastodon-archive', actor: 'mastodon-archive' });
    expect(facts.owner).toMatchObject(OWNER);
    expect(messages).toMatchObject([
      { network: 'mastodon', nativeId: 'https://caffe.example/users/Brio/statuses/110', kind: 'post', author: OWNER, text: 'Perché il caffè https://brio.example/perche\nBuono & caldo', languageTag: 'it', likes: 5, shares: 2, url: 'https://caffe.example/@Brio/110', createdAtMs: Date.UTC(2026, 0, 10, 8), parentNativeId: null, container: { kind: 'profile', nativeId: 'brio@caffe.example' } },
      { nativeId: 'https://caffe.example/users/Brio/statuses/111', kind: 'reply', text: 'zucchero\nSenza.', parentNativeId: 'https://caffe.example/users/Brio/statuses/110', languageTag: null },
    ]);
  });

  it('makes a share of a boost, and withholds what is not public', async () => {
    const { reactions, rejected, messages } = await read('outbox', 'actor');
    expect(reactions).toMatchObject([{ kind: 'share', account: OWNER, targetNativeId: 'https://te.example/users/ida/statuses/900', createdAtMs: Date.UTC(2026, 0, 11, 9) }]);
    expect(rejected.map(({ code, line }) => [code, line])).toEqual([['withheld', 4], ['not-a-message', 5]]);
    expect(JSON.stringify(messages)).not.toContain('segreto');
  });

  it('names the author by the address of the actor where the profile is missing', async () => {
    const { messages } = await read('outbox');
    expect(messages[0]?.author).toMatchObject({ nativeId: 'brio@caffe.example', name: null });
  });

  it('reads likes and bookmarks as the owner\'s, and none of nobody', async () => {
    const { reactions } = await read('likes', 'bookmarks', 'actor');
    expect(reactions.map(({ kind, targetNativeId, account, createdAtMs }) => [kind, targetNativeId, account?.nativeId, createdAtMs])).toEqual([
      ['like', 'https://te.example/users/ida/statuses/901', 'brio@caffe.example', null], ['like', 'https://te.example/users/ida/statuses/902', 'brio@caffe.example', null], ['save', 'https://te.example/users/ida/statuses/901', 'brio@caffe.example', null],
    ]);
    expect((await read('likes')).reactions).toEqual([]);
  });

  it('takes no other document for one of its own', async () => {
    for (const text of ['{"type":"OrderedCollection","orderedItems":["a"]}', '{"type":"Person","name":"Anna"}', '[{"type":"Create"}]']) expect(MASTODON_ARCHIVE.recognise((await partOf(text)).head)).toBe(0);
  });

  it('finds the items of the doubled list also where a document is read as a stream', async () => {
    const part = await partOf(fixture('formats/mastodon-archive/outbox.json'));
    let count = 0;
    for await (const { items } of jsonItems({ ...part, head: { ...part.head, name: part.head.name, survey: { ...part.head.survey, bytes: 1 << 30 }, text: part.head.text, isWhole: true, json: part.head.json, table: null } }, ['orderedItems[]'])) count += items.length;
    expect(count).toBe(5);
  });

  describe.skipIf(referenceData() === null)('real archive', () => {
    it('reads every public post, boost, like and bookmark', async () => {
      const files = ['outbox', 'actor', 'likes', 'bookmarks'].map((name) => join(referenceData() ?? '', 'platform-formats/mastodon', `${name}.json`));
      const { messages, reactions, rejected } = await readFiles(files);
      const known = new Set(messages.map(({ nativeId }) => nativeId));
      const count = (kind: string): number => reactions.filter((reaction) => reaction.kind === kind).length;
      expect([messages.length, rejected.length, count('share'), count('like'), count('save')]).toEqual([115, 2, 33, 40, 40]);
      expect(rejected.map(({ code }) => code)).toEqual(['withheld', 'withheld']);
      expect(messages.filter(({ parentNativeId }) => parentNativeId !== null)).toHaveLength(33);
      expect(messages.filter(({ parentNativeId }) => parentNativeId !== null && known.has(parentNativeId))).toHaveLength(22);
    });
  });
});
