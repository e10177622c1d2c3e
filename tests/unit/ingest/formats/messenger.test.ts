import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordedMessage } from '../../../../src/domain/model/record.ts';
import { MESSENGER } from '../../../../src/ingest/formats/messenger.ts';
import { recognisedPart } from '../../../../src/ingest/open-source.ts';
import { emptyFacts } from '../../../../src/ingest/record-format.ts';
import { bytesSource, fixture, partOf, readFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

async function partMessages([name, content]: readonly [string, string]): Promise<RecordedMessage[]> {
  const messages: RecordedMessage[] = [];
  for await (const batch of MESSENGER.read(await partOf(content, name), { timeZone: 'UTC', collectedAtMs: null, facts: emptyFacts() })) messages.push(...batch.messages);
  return messages;
}

const CONVERSATION = fixture('formats/messenger/message_1.json');

describe('messenger', () => {
  it('reads a conversation with its mark at the start, milliseconds and repaired texts', async () => {
    const { messages, formats, rejected, rows } = await readFiles([['message_1.json', CONVERSATION]]);
    expect(formats).toEqual({ 'message_1.json': 'messenger' });
    expect(messages.map(({ network, kind, text, createdAtMs, precision, author, container }) => [network, kind, text, createdAtMs, precision, author?.name, container?.nativeId, container?.name])).toEqual([
      ['messenger', 'message', 'Sì, è partito stamattina ☕', 1644488054912, 'ms', 'Caffè Brio', 'inbox/brio_1', 'Ordini'],
      ['messenger', 'message', 'Il pacco è partito?', 1644488000000, 'ms', 'Nora Bevilacqua', 'inbox/brio_1', 'Ordini'],
      ['messenger', 'message', null, 1644487000000, 'ms', 'Participant 2', 'inbox/brio_1', 'Ordini'],
    ]);
    expect(rejected.map(({ code }) => code)).toEqual(['deleted', 'not-a-message']);
    expect(rows).toBe(5);
  });

  it('gives reactions to those who reacted, and keeps no telephone number or address of a machine', async () => {
    const { messages, reactions } = await readFiles([['message_1.json', CONVERSATION]]);
    expect(reactions.map(({ kind, account, targetNativeId, createdAtMs }) => [kind, account?.name, targetNativeId, createdAtMs])).toEqual([['love', 'Nora Bevilacqua', messages[0]?.nativeId, 1644488060000], ['like', 'Participant 2', messages[0]?.nativeId, null]]);
    expect(JSON.stringify([messages, reactions])).not.toMatch(/123 4567|192\.0\.2/);
  });

  it('reads conversations that were encrypted, and those of Instagram under its name', async () => {
    const { messages, reactions } = await readFiles([['encrypted.json', fixture('formats/messenger/encrypted.json')]]);
    expect(messages).toMatchObject([{ text: 'Caffè domani?', createdAtMs: 1714000000000, container: { name: 'Ugo Neri' } }]);
    expect(reactions).toMatchObject([{ kind: 'like', account: { name: 'Ugo Neri' } }]);
    for (const direct of [['your_instagram_activity/messages/inbox/brio_1/message_1.json', CONVERSATION], ['message_1.json', CONVERSATION.replace('"messages/inbox/brio_1/photos', '"your_instagram_activity/messages/inbox/brio_1/photos')]] as const) {
      expect(new Set((await partMessages(direct)).map(({ network }) => network))).toEqual(new Set(['instagram']));
    }
  });

  it('is private, whichever of the two networks a conversation is of', async () => {
    for (const [name, content] of [['message_1.json', CONVERSATION], ['encrypted.json', fixture('formats/messenger/encrypted.json')], ['your_instagram_activity/messages/inbox/brio_1/message_1.json', CONVERSATION]] as const) {
      const { format, head } = await recognisedPart(bytesSource(content, name));
      expect([name, format.id, format.isPrivate?.(head)]).toEqual([name, 'messenger', true]);
    }
  });

  it('takes no files of others', async () => {
    for (const foreign of ['facebook-download/comments.json', 'instagram-download/2020/messages.json', 'graph-api/facebook-comments.json']) expect(MESSENGER.recognise((await partOf(fixture(`formats/${foreign}`))).head), foreign).toBe(0);
    expect(MESSENGER.recognise((await partOf('{"messages": [{"sender_name": "a", "timestamp_ms": 1}]}')).head)).toBe(0);
  });

  const data = referenceData();
  it.skipIf(data === null)('finds every message of real files', async () => {
    const root = join(data ?? '', 'platform-formats');
    const one = await readFiles([join(root, 'messenger/2A_7M.json')]);
    expect([one.messages.length, one.rejected.length, new Set(one.messages.map(({ author }) => author?.name)).size]).toEqual([7, 0, 2]);
    expect(one.messages.filter(({ text }) => text !== null)).toHaveLength(3);
    const other = await readFiles([join(root, 'facebook-instagram-dyi/Facebook/messages/inbox/lukasvintheroffenberglarsen_2qr6kux07q/message_1.json')]);
    expect([other.messages.length, other.reactions.length]).toEqual([7, 1]);
  });
});
