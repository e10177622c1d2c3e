import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TELEGRAM_EXPORT } from '../../../../src/ingest/formats/telegram.ts';
import { partOf, readFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

const GROUP = {
  name: 'Bar Rossi · clienti', type: 'public_supergroup', id: 1_234_567_890,
  messages: [
    { id: 1, type: 'service', date: '2023-07-13T10:00:00', date_unixtime: '1689235200', actor: 'Bar Rossi', actor_id: 'channel1234567890', action: 'create_channel', text: '' },
    { id: 2, type: 'message', date: '2023-07-13T10:24:38', date_unixtime: '1689236678', from: 'Anna', from_id: 'user11', text: ['Avete il decaf ', { type: 'bold', text: 'freddo' }, '? ☕'], text_entities: [] },
    { id: 3, type: 'message', date: '2023-07-13T10:30:00', from: 'Bar Rossi', from_id: 'channel99', reply_to_message_id: 2, text: 'Sì, da oggi', reactions: [{ type: 'emoji', count: 4, emoji: '❤️', recent: [{ from: 'Anna', from_id: 'user11', date: '2023-07-13T10:31:00' }] }, { type: 'emoji', count: 1, emoji: '👎' }] },
    { id: 4, type: 'message', date: '2023-07-13T10:40:00', from: null, from_id: 'user13', text: '', photo: '(File not included.)' },
    { id: 5, type: 'message', date: '2023-07-13T10:41:00', from: 'Ugo', from_id: 14, forwarded_from: 'Bar Verdi', text: 'Sconto del 20%' },
    { id: 6, type: 'message', date: '2023-07-13T10:42:00', from: 'Ugo', from_id: 14, reply_to_message_id: 8, reply_to_peer_id: 'channel77', text: '', poll: { question: 'Moka o filtro?', answers: [{ text: 'Moka' }, { text: 'Filtro' }] } },
    { id: 7, type: 'message', from: 'Ugo', from_id: 14, text: 'x' },
    { id: 8, type: 'message', date: 'boh', from: 'Ugo', from_id: 14, text: 'x' },
    { type: 'message', date: '2023-07-13T10:42:00', text: 'x' },
  ],
};

describe('telegram exports', () => {
  it('reads a group: texts in pieces, replies, exact times before local ones', async () => {
    const { formats, messages, rejected, rows } = await readFiles([['result.json', JSON.stringify(GROUP)]]);
    expect(formats).toEqual({ 'result.json': 'telegram' });
    expect(messages.map(({ nativeId, kind, parentNativeId, text, author, createdAtMs }) => [nativeId, kind, parentNativeId, text, author?.nativeId ?? null, createdAtMs])).toEqual([
      ['1234567890:2', 'message', null, 'Avete il decaf freddo? ☕', 'user11', 1_689_236_678_000],
      ['1234567890:3', 'reply', '1234567890:2', 'Sì, da oggi', 'channel99', Date.UTC(2023, 6, 13, 8, 30)],
      ['1234567890:4', 'message', null, null, 'user13', Date.UTC(2023, 6, 13, 8, 40)],
      ['1234567890:5', 'message', null, 'Sconto del 20%', 'Bar Verdi', Date.UTC(2023, 6, 13, 8, 41)],
      ['1234567890:6', 'reply', '77:8', 'Moka o filtro?\nMoka\nFiltro', 'user14', Date.UTC(2023, 6, 13, 8, 42)],
    ]);
    expect(messages[0]?.container).toEqual({ kind: 'channel', name: 'Bar Rossi · clienti', nativeId: '1234567890' });
    expect(rejected.map(({ code }) => code)).toEqual(['missing-time', 'unreadable-time', 'missing-id']);
    expect(rows).toBe(8);
  });

  it('gives counts to likes, recent ones as named reactions, and a forward as a share by who passed it on', async () => {
    const { messages, reactions } = await readFiles([['result.json', JSON.stringify(GROUP)]]);
    expect(messages.map(({ likes }) => likes)).toEqual([null, 5, null, null, null]);
    expect(reactions.map(({ kind, targetNativeId, account, createdAtMs }) => [kind, targetNativeId, account?.nativeId, createdAtMs])).toEqual([
      ['love', '1234567890:3', 'user11', Date.UTC(2023, 6, 13, 8, 31)], ['share', '1234567890:5', 'user14', Date.UTC(2023, 6, 13, 8, 41)],
    ]);
  });

  it('reads posts of a channel as the channel\'s own, whoever signed', async () => {
    const channel = { name: 'Bar Rossi', type: 'public_channel', id: 99, messages: [{ id: 1, type: 'message', date: '2023-01-01T12:00:00', from: 'Bar Rossi', from_id: 'channel99', author: 'Marta', text: 'Aperti!' }, { id: 2, type: 'message', date: '2023-01-01T13:00:00', text: 'Chiusi' }] };
    const { messages } = await readFiles([['result.json', JSON.stringify(channel)]]);
    expect(messages.map(({ kind, author }) => [kind, author])).toEqual(Array.from({ length: 2 }, () => ['post', { nativeId: 'channel99', handle: null, name: 'Bar Rossi', followers: null, isBrand: null }]));
  });

  it('reads a whole account with its owner, chat by chat, and keeps no phone number', async () => {
    const account = {
      about: 'Here is the data you requested.', personal_information: { user_id: 11, first_name: 'Anna', last_name: 'Bianchi', phone_number: '+39 333 0000000', username: '@annab' }, contacts: { list: [{ phone_number: '+39 333 1111111' }] },
      chats: { about: 'x', list: [{ name: 'Ordini', type: 'bot_chat', id: 42, messages: [{ id: 1, type: 'message', date: '2023-01-01T12:00:00', from: 'Ordini', from_id: 'user42', text: 'Ciao' }] }, GROUP] },
      left_chats: { about: 'y', list: [{ ...GROUP, id: 5, messages: GROUP.messages.slice(1, 2) }] },
    };
    const read = await readFiles([['result.json', JSON.stringify(account)]]);
    expect(read.messages.map(({ nativeId }) => nativeId)).toEqual(['42:1', '1234567890:2', '1234567890:3', '1234567890:4', '1234567890:5', '1234567890:6', '5:2']);
    expect(read.messages[0]?.author?.isBot).toBe(true);
    expect(read.facts.owner).toMatchObject({ nativeId: 'user11', handle: 'annab', name: 'Anna Bianchi' });
    expect(JSON.stringify([read.messages, read.facts.owner])).not.toContain('333');
  });

  it('reads a file too large to be parsed whole the same way', async () => {
    const filler = Array.from({ length: 9000 }, (_, position) => ({ id: 100 + position, type: 'message', date: '2023-07-14T10:24:38', from: 'Ugo', from_id: 'user14', text: 'parola '.repeat(280) }));
    const { messages } = await readFiles([['result.json', JSON.stringify({ ...GROUP, messages: [...GROUP.messages, ...filler] })]]);
    expect(messages).toHaveLength(9005);
    expect(messages.at(-1)).toMatchObject({ nativeId: '1234567890:9099', container: { nativeId: '1234567890', name: 'Bar Rossi · clienti' } });
  });

  it('leaves other chats alone', async () => {
    for (const value of [{ guild: { id: '1' }, channel: { id: '2', type: 'GuildTextChat' }, messages: [] }, { participants: [], messages: [{ sender_name: 'x' }], title: 'x' }, { type: 'FeatureCollection', id: 1, messages: [] }]) expect(TELEGRAM_EXPORT.recognise((await partOf(JSON.stringify(value))).head)).toBe(0);
  });
});

describe.skipIf(referenceData() === null)('telegram reference files', () => {
  it.each([['DM_2A_7M.json', 6, 2], ['BIG_20A_5475M.json', 5475, 20]])('%s', async (name, count, authors) => {
    const { messages, rejected, formats } = await readFiles([join(referenceData() ?? '', 'platform-formats/telegram', name)]);
    expect([Object.values(formats), messages.length, rejected.length]).toEqual([['telegram'], count, 0]);
    expect(new Set(messages.map(({ author }) => author?.nativeId)).size).toBe(authors);
    expect(messages.every(({ createdAtMs }) => createdAtMs !== null)).toBe(true);
  });
});
