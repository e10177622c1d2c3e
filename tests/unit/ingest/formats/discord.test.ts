import { join } from 'node:path';
import { ZipFile } from 'yazl';
import { describe, expect, it } from 'vitest';
import { DISCORD_PACKAGE } from '../../../../src/ingest/formats/discord-package.ts';
import { partOf, readFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

const author = (id: string, name: string, isBot = false): object => ({ id, name, discriminator: '0000', nickname: `${name} ✨`, color: null, isBot, avatarUrl: 'x' });
const MESSAGE = { type: 'Default', timestamp: '2023-05-01T12:00:00.5+02:00', timestampEdited: null, isPinned: false, author: author('100000000000000001', 'anna'), attachments: [], embeds: [], reactions: [], mentions: [] };
const CHANNEL = {
  guild: { id: '900000000000000000', name: 'Caffè Rossi', iconUrl: '' }, channel: { id: '800000000000000000', type: 'GuildTextChat', categoryId: '1', category: 'Assistenza', name: 'domande', topic: null }, dateRange: { after: null, before: null }, exportedAt: '2023-06-01T00:00:00+00:00',
  messages: [
    { ...MESSAGE, id: '700000000000000001', content: 'La macchina non parte ☹️', reactions: [{ emoji: { name: '👍' }, count: 3, users: [author('100000000000000002', 'ugo')] }, { emoji: { name: '😢' }, count: 1 }] },
    { ...MESSAGE, id: '700000000000000002', type: 'Reply', content: 'Grazie, guardiamo subito', author: author('100000000000000009', 'rossi-bot', true), reference: { messageId: '700000000000000001', channelId: '800000000000000000', guildId: '9' } },
    { ...MESSAGE, id: '700000000000000003', type: 'ChannelPinnedMessage', content: 'Pinned a message.', reference: { messageId: '700000000000000001' } },
    { ...MESSAGE, id: '700000000000000004', type: 'Default', content: 'crosspost', author: author('456226577798135808', 'Deleted User'), reference: { messageId: '5' } },
    { ...MESSAGE, id: '700000000000000005', content: '', embeds: [{ title: 'Novità', description: 'Nuova miscela' }] },
    { ...MESSAGE, id: '700000000000000006', content: '', reference: { type: 'Forward', messageId: '600000000000000001', channelId: '3' }, forwardedMessage: { timestamp: '2023-04-01T00:00:00+00:00', content: 'Orari di Pasqua' } },
    { ...MESSAGE, id: null, content: 'x' }, { ...MESSAGE, id: 'short', timestamp: 'x', content: 'x' },
  ],
  messageCount: 8,
};

describe('discord channels in JSON', () => {
  it('reads messages, replies of type Reply only, bots, reactions and the place', async () => {
    const { formats, messages, reactions, rejected, facts } = await readFiles([['a.json', JSON.stringify(CHANNEL)]]);
    expect(formats).toEqual({ 'a.json': 'discord-chat-exporter' });
    expect(messages.map(({ nativeId, kind, parentNativeId, text, likes, author: who }) => [nativeId.at(-1), kind, parentNativeId, text, likes, who?.handle ?? null])).toEqual([
      ['1', 'message', null, 'La macchina non parte ☹️', 4, 'anna'], ['2', 'reply', '700000000000000001', 'Grazie, guardiamo subito', 0, 'rossi-bot'],
      ['4', 'message', null, 'crosspost', 0, null], ['5', 'message', null, 'Novità\nNuova miscela', 0, 'anna'], ['1', 'message', null, 'Orari di Pasqua', null, null],
    ]);
    expect(messages[0]).toMatchObject({ createdAtMs: Date.UTC(2023, 4, 1, 10, 0, 0, 500), precision: 'ms', container: { nativeId: '800000000000000000', name: 'Caffè Rossi · domande', kind: 'channel' }, author: { name: 'anna ✨' } });
    expect(messages[1]?.author?.isBot).toBe(true);
    expect(reactions.map(({ kind, targetNativeId, account }) => [kind, targetNativeId, account?.handle])).toEqual([['like', '700000000000000001', 'ugo'], ['share', '600000000000000001', 'anna']]);
    expect(rejected.map(({ code }) => code)).toEqual(['missing-id', 'unreadable-time']);
    expect(facts.collectedAtMs).toBe(Date.UTC(2023, 5, 1));
  });

  it('puts a thread into the channel it hangs in, below the message it began with', async () => {
    const thread = { ...CHANNEL, channel: { id: '700000000000000001', type: 'GuildPublicThread', categoryId: '800000000000000000', category: 'domande', name: 'La macchina' }, messages: [{ ...MESSAGE, id: '700000000000000001', content: 'inizio' }, { ...MESSAGE, id: '700000000000000007', content: 'seguito' }] };
    const { messages } = await readFiles([['t.json', JSON.stringify(thread)]]);
    expect(messages.map(({ kind, rootNativeId, container }) => [kind, rootNativeId, container?.nativeId])).toEqual([['post', null, '800000000000000000'], ['message', '700000000000000001', '800000000000000000']]);
  });
});

describe('discord channels in CSV', () => {
  const csv = (dates: readonly string[]): string => `\uFEFF"AuthorID","Author","Date","Content","Attachments","Reactions"\n${dates.map((date, position) => `"10000000000000000${String(position % 2)}","anna#1234","${date}","È pronto? ☕","","👍 (3), ❤️ (1)"`).join('\n')}\n`;

  it.each([
    [['01-Jan-20 01:33 AM', '02-Jan-20 12:05 PM'], [Date.UTC(2020, 0, 1, 0, 33), Date.UTC(2020, 0, 2, 11, 5)]],
    [['2023-05-01T12:00:00.5000000+02:00', '2023-05-02T12:00:00.0000000+02:00'], [Date.UTC(2023, 4, 1, 10, 0, 0, 500), Date.UTC(2023, 4, 2, 10)]],
    [['5/13/2023 3:30 PM', '5/14/2023 3:30 PM'], [Date.UTC(2023, 4, 13, 13, 30), Date.UTC(2023, 4, 14, 13, 30)]],
  ])('reads dates %s', async (dates, times) => {
    const { formats, messages } = await readFiles([['Caffè - domande [800000000000000000].csv', csv(dates)]]);
    expect(Object.values(formats)).toEqual(['discord-csv']);
    expect(messages.map(({ createdAtMs }) => createdAtMs)).toEqual(times);
    expect(messages[0]).toMatchObject({ kind: 'message', text: 'È pronto? ☕', likes: 4, author: { nativeId: '100000000000000000', handle: 'anna' }, container: { nativeId: '800000000000000000', name: 'Caffè - domande' } });
  });

  it('gives equal rows ids of their own that a second reading finds again, and asks where dates are ambiguous', async () => {
    const twice = csv(['2023-05-01T12:00:00+02:00', '2023-05-01T13:00:00+02:00', '2023-05-01T12:00:00+02:00']);
    const [one, two] = [await readFiles([['a.csv', twice]]), await readFiles([['a.csv', twice]])];
    expect(new Set(one.messages.map(({ nativeId }) => nativeId)).size).toBe(3);
    expect(two.messages).toEqual(one.messages);
    await expect(readFiles([['a.csv', csv(['5/4/2023 3:30 PM', '5/6/2023 3:30 PM', '5/4/2023 3:30 PM'])]])).rejects.toThrow('ambiguous dates');
    expect((await readFiles([['a.csv', csv(['5/4/2023 3:30 PM', '5/6/2023 3:30 PM'])]], { mapping: { columns: {}, dateOrder: 'month-first' } })).messages[0]?.createdAtMs).toBe(Date.UTC(2023, 4, 4, 13, 30));
  });
});

describe('discord data request', () => {
  const files = {
    'package/messages/c800000000000000000/messages.json': '[{"ID": 1179890123456789012, "Timestamp": "2023-12-01 10:00:00", "Contents": "Dov\'è \\"ID\\": 5 il caffè?", "Attachments": ""},{"ID": 1179890123456789013, "Timestamp": "", "Contents": "", "Attachments": "x"},{"Contents":"x","Timestamp":"2023-12-01 10:00:00","Attachments":"","ID":null}]',
    'package/messages/c800000000000000000/channel.json': '{"id": "800000000000000000", "type": 0, "name": "domande", "guild": {"id": "900000000000000000", "name": "Caffè Rossi"}}',
    'package/messages/c800000000000000001/messages.csv': 'ID,Timestamp,Contents,Attachments\n1179890123456789099,2023-12-02 10:00:00.123000+00:00,ciao,\n',
    'package/messages/index.json': '{"800000000000000000": "domande in Caffè Rossi", "800000000000000001": "Direct Message with ugo", "800000000000000002": null}',
    'package/account/user.json': '{"id": "100000000000000001", "username": "anna", "discriminator": 0, "global_name": "Anna B", "avatar_hash": "x", "email": "a@b.it", "ip": "10.0.0.1"}',
  };

  it('reads own messages with whole ids, names of channels and their owner', async () => {
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
    zip.end();
    const blocks: Buffer[] = [];
    for await (const block of zip.outputStream) blocks.push(block as Buffer);
    const read = await readFiles([['package.zip', Buffer.concat(blocks)]]);
    expect(new Set(Object.values(read.formats))).toEqual(new Set(['discord-package']));
    expect(read.messages.map(({ nativeId, text, createdAtMs, container, author: who }) => [nativeId, text, createdAtMs, container?.name, who?.nativeId])).toEqual([
      ['1179890123456789012', 'Dov\'è "ID": 5 il caffè?', Date.UTC(2023, 11, 1, 10), 'Caffè Rossi · domande', '100000000000000001'],
      ['1179890123456789013', null, Number((1_179_890_123_456_789_013n >> 22n) + 1_420_070_400_000n), 'Caffè Rossi · domande', '100000000000000001'],
      ['1179890123456789099', 'ciao', Date.UTC(2023, 11, 2, 10, 0, 0, 123), 'Direct Message with ugo', '100000000000000001'],
    ]);
    expect(read.rejected.map(({ code }) => code)).toEqual(['missing-id']);
    expect(JSON.stringify(read.facts.owner)).not.toMatch(/a@b|10\.0/);
  });

  it('keeps whole ids wherever blocks are cut', async () => {
    const rows = Array.from({ length: 3000 }, (_, position) => `{"ID": ${String(1_179_890_123_456_700_000n + BigInt(position))}, "Timestamp": "2023-12-01 10:00:00", "Contents": "${'é'.repeat(position % 37)}", "Attachments": ""}`);
    const { messages } = await readFiles([['c800000000000000000/messages.json', `[${rows.join(',')}]`]]);
    expect(messages.map(({ nativeId }) => nativeId)).toEqual(rows.map((_, position) => String(1_179_890_123_456_700_000n + BigInt(position))));
  });

  it('takes neither other lists nor other tables', async () => {
    for (const text of ['[{"ID":1,"Timestamp":"x"}]', '{"a":"b"}', 'ID,Timestamp,Text\n1,2,3\n']) expect(DISCORD_PACKAGE.recognise((await partOf(text)).head)).toBe(0);
  });
});

describe.skipIf(referenceData() === null)('discord reference files', () => {
  it.each([['DM_2A_2M.json', 2, 2], ['GC_3A_5M.json', 3, 3], ['SV_5A_5M.json', 5, 2]])('%s', async (name, count, authors) => {
    const { messages, rejected, formats } = await readFiles([join(referenceData() ?? '', 'platform-formats/discord', name)]);
    expect([Object.values(formats), messages.length, rejected.length, new Set(messages.map(({ author: who }) => who?.nativeId)).size]).toEqual([['discord-chat-exporter'], count, 0, authors]);
  });
});
