import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISCORD_EXPORTER } from '../../../../src/ingest/formats/discord-exporter.ts';
import { DISCORD_PACKAGE } from '../../../../src/ingest/formats/discord-package.ts';
import { REDDIT_API } from '../../../../src/ingest/formats/reddit-api.ts';
import { REDDIT_DUMP } from '../../../../src/ingest/formats/reddit-dump.ts';
import { REDDIT_REXPORT } from '../../../../src/ingest/formats/reddit-rexport.ts';
import { STACK_EXCHANGE_DUMP } from '../../../../src/ingest/formats/stack-exchange.ts';
import { TELEGRAM_EXPORT } from '../../../../src/ingest/formats/telegram.ts';
import { WHATSAPP_CHAT } from '../../../../src/ingest/formats/whatsapp.ts';
import { IngestFailure } from '../../../../src/ingest/ingest-failure.ts';
import { emptyFacts, type RecordFormat } from '../../../../src/ingest/record-format.ts';
import { partOf } from '../../../support/ingest.ts';

/** Values that stand where another kind is expected, own members of odd names among them. */
const ODD = [null, '', 'x', 0, -1, 1e300, true, [], [null], {}, JSON.parse('{"__proto__": {"text": "a"}, "constructor": 1}') as unknown];

const comment = { id: 'a', name: 't1_a', author: 'anna', author_fullname: 't2_a', body: 'ciao', created_utc: 1_700_000_000, link_id: 't3_p', parent_id: 't3_p', subreddit: 'caffe', score: 1, _meta: { was_deleted_later: false }, distinguished: null, permalink: '/r/caffe/comments/p/x/a/' };
const post = { id: 'p', name: 't3_p', author: 'ugo', title: 'moka', selftext: '', is_self: true, over_18: false, num_comments: 1, score: 2, created_utc: 1_700_000_000, subreddit: 'caffe', crosspost_parent: 't3_q', crosspost_parent_list: [{ id: 'q', title: 'x', created_utc: 1_700_000_000 }] };
const listing = (children: unknown[]): unknown => ({ kind: 'Listing', data: { children, after: null } });
const said = { type: 'Default', id: '700000000000000001', timestamp: '2023-05-01T12:00:00+02:00', content: 'ciao', author: { id: '1', name: 'anna', nickname: 'a', isBot: false }, reactions: [{ emoji: { name: '👍' }, count: 1, users: [{ id: '2', name: 'ugo' }] }], embeds: [{ title: 'x' }], reference: { messageId: '5' } };
const spoken = { id: 1, type: 'message', date: '2023-07-13T10:30:00', date_unixtime: '1689236678', from: 'Anna', from_id: 'user1', text: ['ciao', { type: 'bold', text: 'x' }], reply_to_message_id: 4, reactions: [{ type: 'emoji', count: 1, emoji: '👍', recent: [{ from: 'u', from_id: 'user2', date: '2023-07-13T10:30:00' }] }] };

/** A format, an element as it is when sound, and the document that elements stand in. */
const CASES: readonly (readonly [format: RecordFormat, element: unknown, document: (elements: readonly unknown[]) => unknown])[] = [
  [REDDIT_DUMP, comment, (elements) => elements], [REDDIT_DUMP, post, (elements) => elements], [REDDIT_API, { kind: 't1', data: { ...comment, replies: listing([{ kind: 't1', data: comment }, { kind: 'more', data: { count: 3 } }]) } }, (elements) => [listing([{ kind: 't3', data: post }]), listing([...elements])]],
  [REDDIT_REXPORT, comment, (elements) => ({ comments: elements, saved: [post], upvoted: [], profile: [] })], [DISCORD_EXPORTER, said, (elements) => ({ guild: { id: '1', name: 'g' }, channel: { id: '2', type: 'GuildTextChat', name: 'c' }, dateRange: {}, messages: elements })],
  [DISCORD_PACKAGE, { ID: '700000000000000001', Timestamp: '2023-12-01 10:00:00', Contents: 'x', Attachments: '' }, (elements) => elements], [TELEGRAM_EXPORT, spoken, (elements) => ({ name: 'g', type: 'private_group', id: 9, messages: elements })],
];

function replaced(value: unknown, at: number, odd: unknown): { value: unknown; count: number } {
  let count = 0;
  const copy = (inner: unknown): unknown => {
    count += 1;
    if (count === at) return odd;
    if (Array.isArray(inner)) return inner.map(copy);
    return typeof inner === 'object' && inner !== null ? Object.fromEntries(Object.entries(inner).map(([key, member]) => [key, copy(member)])) : inner;
  };
  return { value: copy(value), count };
}

async function countOf(format: RecordFormat, content: string): Promise<{ messages: number; rejected: number }> {
  const sums = { messages: 0, rejected: 0 };
  const part = await partOf(content);
  expect(format.recognise(part.head)).toBeGreaterThan(0.8);
  for await (const batch of format.read(part, { timeZone: 'Europe/Rome', collectedAtMs: null, facts: emptyFacts() })) {
    for (const { nativeId, createdAtMs, precision, text, author } of batch.messages) {
      expect(nativeId).not.toMatch(/undefined|null|\[object/);
      expect(createdAtMs === null).toBe(precision === 'none');
      expect(text === null || typeof text === 'string').toBe(true);
      expect(author === null || author.nativeId !== '').toBe(true);
    }
    for (const { account, targetNativeId, container } of batch.reactions) expect(account !== null && (targetNativeId ?? container) !== null).toBe(true);
    sums.messages += batch.messages.length;
    sums.rejected += batch.rejected.length;
  }
  return sums;
}

describe('forums and chats with any one member damaged', () => {
  it.each(CASES.map(([format, element, document], position) => [`${format.id} ${String(position)}`, format, element, document] as const))('%s', async (_, format, element, document) => {
    const alone = (await countOf(format, JSON.stringify(document([element, element])))).messages;
    const { count } = replaced(element, 0, null);
    const perElement = (await countOf(format, JSON.stringify(document([element, element, element])))).messages - alone;
    for (let at = 1; at <= count; at += 1) {
      for (const odd of ODD) {
        const { messages } = await countOf(format, JSON.stringify(document([element, replaced(element, at, odd).value, element])));
        // whatever becomes of the damaged one, its neighbours are there
        expect(messages).toBeGreaterThanOrEqual(alone);
        expect(messages).toBeLessThanOrEqual(alone + perElement);
      }
    }
  });
});

describe('texts of any kind', () => {
  it('become messages, rejections or a failure in words, never an error', async () => {
    const line = fc.constantFrom('13/07/23, 10:00 - Anna: ', '[13/07/23, 10:00:00] ', 'Ugo: ', '\u200e', '14/07/23, 10:00 - ', '\n', ': ', '<Media omessi>', '+39 333 000 0001', '@393330000001', '"', '99/99/99, 10:00 - X: ', '\r\n');
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(line, fc.string()), { minLength: 1, maxLength: 30 }), async (pieces) => {
      try {
        await countOf(WHATSAPP_CHAT, `13/07/23, 09:00 - Anna: via\n${pieces.join('')}`);
      } catch (error) {
        expect(error).toBeInstanceOf(IngestFailure);
      }
    }), { numRuns: 200, seed: 7 });
    const markup = fc.constantFrom('<row Id="1" ', 'PostTypeId="1" ', 'CreationDate="2015-01-27T20:09:32.720" ', 'Body="&lt;p&gt;x" ', '/>', '<', '"', '&#xFFFFFFF;', '<!--', '<![CDATA[', ']]>', '</posts>', '__proto__="x" ');
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(markup, fc.string()), { minLength: 1, maxLength: 30 }), async (pieces) => {
      try {
        await countOf(STACK_EXCHANGE_DUMP, `<?xml version="1.0"?><posts><row Id="1" PostTypeId="1" CreationDate="2015-01-27T20:09:32.720" />${pieces.join('')}`);
      } catch (error) {
        expect(error).toBeInstanceOf(IngestFailure);
      }
    }), { numRuns: 200, seed: 7 });
  });
});
