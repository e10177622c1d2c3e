import { describe, expect, it } from 'vitest';
import { fixture, readFiles } from '../../../support/ingest.ts';

const FIRST = fixture('formats/bluesky-jetstream/v1.ndjson');
const SECOND = fixture('formats/bluesky-jetstream/v2.ndjson');

describe('bluesky-jetstream', () => {
  it('reads posts with their answers, under the id of the account and the handle that the file tells', async () => {
    const { messages, formats } = await readFiles([['j', FIRST]]);
    expect(formats).toEqual({ j: 'bluesky-jetstream' });
    expect(messages).toMatchObject([
      { network: 'bluesky', nativeId: 'at://did:plc:ida/app.bsky.feed.post/3lhaaaaaaaa22', kind: 'post', author: { nativeId: 'did:plc:ida', handle: 'ida.example' }, text: 'Che profumo ☕', createdAtMs: Date.UTC(2026, 2, 1, 10), languageTag: 'it', line: 1 },
      { kind: 'reply', parentNativeId: 'at://did:plc:ida/app.bsky.feed.post/3lhaaaaaaaa22', rootNativeId: 'at://did:plc:ida/app.bsky.feed.post/3lhaaaaaaaa22', author: { nativeId: 'did:plc:brio', handle: null } },
      { text: 'ripensato', line: 9 },
      { text: 'eccomi' },
    ]);
  });

  it('honours deletions of records and accounts wherever they stand', async () => {
    const { rejected, messages } = await readFiles([['j', FIRST]]);
    expect(rejected.map(({ line, code }) => [line, code]).sort(([one], [other]) => Number(one) - Number(other))).toEqual([[3, 'deleted'], [11, 'deleted'], [17, 'withheld'], [19, 'broken-json']]);
    expect(messages.map(({ text }) => text)).not.toContain('me ne pento');
  });

  it('reads likes, reposts and follows as reactions', async () => {
    const { reactions } = await readFiles([['j', FIRST]]);
    const target = 'at://did:plc:ida/app.bsky.feed.post/3lhaaaaaaaa22';
    expect(reactions.map(({ kind, account, targetNativeId, container }) => [kind, account?.nativeId, targetNativeId ?? container?.nativeId])).toEqual([['like', 'did:plc:ugo', target], ['share', 'did:plc:ugo', target], ['follow', 'did:plc:ugo', 'did:plc:brio']]);
  });

  it('reads the second version of the stream, and takes the server\'s time over a later one', async () => {
    const { messages, reactions, rejected, formats } = await readFiles([['j', SECOND]]);
    expect(formats).toEqual({ j: 'bluesky-jetstream' });
    expect(messages).toMatchObject([{ text: 'Lovely crema', createdAtMs: Date.UTC(2026, 2, 1, 10, 0, 0, 123), author: { handle: 'ida.example' } }]);
    expect(reactions).toEqual([]);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([[2, 'deleted']]);
  });

  it('reads an array of events and a single one', async () => {
    const events = SECOND.trim().split('\n').map((line) => JSON.parse(line) as { payload: object });
    expect((await readFiles([['j', JSON.stringify(events)]])).messages).toHaveLength(1);
    expect((await readFiles([['j', JSON.stringify(events[0]?.payload)]])).messages).toHaveLength(1);
  });
});
