import { describe, expect, test } from 'vitest';
import { networkNamed } from '../../../src/ingest/network-name.ts';
import { newAccount } from '../../../src/ingest/new-records.ts';
import { isNobody } from '../../../src/ingest/nobody.ts';
import { nameId, privateId, privateName } from '../../../src/ingest/private-name.ts';
import { isTelephoneNumber } from '../../../src/ingest/telephone-number.ts';
import { readFiles } from '../../support/ingest.ts';

const PSEUDONYM = /^person [0-9a-f]{12}$/;

describe('names', () => {
  test.each(['anna@example.org', 'ANNA.ROSSI+shop@mail.example.it', 'mailto:anna@example.org', '+39 333 123 4567', '+393331234567', '(02) 123 4567', '333-1234567', '333.123.4567', '02/12345678', '0039 333 1234567', 'whatsapp:+393331234567', 'tel:3331234567', '393331234567@c.us'])('%s becomes a pseudonym, as an id too', (name) => {
    expect(privateName(name)).toMatch(PSEUDONYM);
    expect(privateId(name)).toBe(privateName(name));
  });
  test.each(['Anna Rossi', '@anna', '123456789012', '3331234567', '12345678-1234', 'Ugo 2', 'a@b', '2001', '12/03/2025', '2025-03-12', 'user3331234567', '@anna@mastodon.example'])('%s stays', (name) => {
    expect([privateName(name), privateId(name)]).toEqual([name, name]);
  });
  test('one person keeps one pseudonym however the address is written', () => {
    expect(privateName('Anna@Example.org')).toBe(privateName('mailto:anna@example.org'));
    expect(privateName('+39 333 1234567')).toBe(privateName('0039 333-123 45 67'));
    expect(privateName('anna@example.org')).not.toBe(privateName('anne@example.org'));
  });
  test('an address beside a name is left out of it, and still tells two people of one name apart', () => {
    expect(['Anna Rossi <anna@example.org>', '"Anna Rossi" (anna@example.org)', 'Anna Rossi +39 333 1234567', 'Anna Rossi 3331234567'].map(privateName)).toEqual(Array.from({ length: 4 }, () => 'Anna Rossi'));
    expect(nameId('Anna Rossi <anna@example.org>')).toBe(privateName('anna@example.org'));
    expect(nameId('Anna Rossi 333 1234567')).toMatch(PSEUDONYM);
    expect(nameId('Anna Rossi')).toBe('Anna Rossi');
  });
  test('digits alone are telephone numbers only where names are numbers', () => {
    expect([isTelephoneNumber('3331234567'), isTelephoneNumber('3331234567', { digitsAlone: true }), isTelephoneNumber('123456', { digitsAlone: true }), isTelephoneNumber('12 ottobre 2025')]).toEqual([false, true, false, false]);
  });
  test('networks have one code', () => expect(['Twitter', 'X', 'instagram_public', 'Google My Business', 'VKontakte IT'].map(networkNamed)).toEqual(['x', 'x', 'instagram', 'google-maps', 'vkontakte-it']));
});

describe('nobody', () => {
  test.each(['Anonimo', 'ANONYMOUS', ' Utente  Facebook ', 'Utente di Instagram', 'Facebook User', 'A Google user', 'Un utente di Google', 'LinkedIn Member', 'Membro anonimo del gruppo', 'Anonymous group member', 'Deleted Account', 'Utente eliminato', '[deleted]', '(sconosciuto)', 'n/a', '-', 'Cliente Amazon', 'Kindle Customer', 'Ospite'])('%s is nobody', (name) => expect(isNobody(name)).toBe(true));
  test.each(['Anna', 'Anonimo Veneziano', 'User 7', 'Facebook Italia', 'Il Cliente Felice', 'Google', 'Na', 'anonymous_cat', 'x'])('%s is somebody', (name) => expect(isNobody(name)).toBe(false));
  test('has no account, but an id or a handle makes it one, without the name', () => {
    expect(newAccount({ name: 'Utente Facebook' })).toBeNull();
    expect(newAccount({ handle: 'Instagram user', name: 'Anonimo' })).toBeNull();
    expect(newAccount({ id: '7', name: 'Facebook user' })).toMatchObject({ nativeId: '7', name: null });
    expect(newAccount({ handle: '@anonymous' })).toMatchObject({ nativeId: 'anonymous', handle: 'anonymous' });
  });
  test('of a table writes messages without author, which stay as many as they are and keep their ids', async () => {
    const { messages } = await readFiles([['t.csv', 'Autore,Testo,Data\nAnonimo,Ciao,2026-01-01 10:00\nUtente Facebook,Ciao,2026-01-01 10:00\nAnonimo,Ciao,2026-01-01 10:00\nAda,Ciao,2026-01-01 10:00\n']]);
    expect(messages.map(({ author }) => author?.name ?? null)).toEqual([null, null, null, 'Ada']);
    expect(new Set(messages.map(({ nativeId }) => nativeId)).size).toBe(4);
  });
  test('of a chat or a download is not one person', async () => {
    const chat = JSON.stringify({ participants: [{ name: 'Ada' }, { name: 'Facebook user' }], messages: ['Ada', 'Facebook user', 'Utente Facebook'].map((name, at) => ({ sender_name: name, timestamp_ms: 1_700_000_000_000 + at, content: 'ciao', reactions: [{ reaction: '\u00f0\u009f\u0091\u008d', actor: 'Facebook user' }] })) });
    const { messages, reactions } = await readFiles([['message_1.json', chat]]);
    expect([messages.map(({ author }) => author?.name ?? null), reactions]).toEqual([['Ada', null, null], []]);
    const comments = JSON.stringify({ comments_v2: [{ timestamp: 1_700_000_000, data: [{ comment: { timestamp: 1_700_000_000, comment: 'ciao', author: 'Utente Facebook' } }] }] });
    const { messages: found } = await readFiles([['profile_information.json', JSON.stringify({ profile_v2: { name: { full_name: 'Ada' } } })], ['comments.json', comments]]);
    expect(found).toMatchObject([{ text: 'ciao', author: null }]);
  });
});

describe('accounts of formats', () => {
  const kept = async (name: string, text: string): Promise<string> => {
    const { messages, reactions } = await readFiles([[name, text]]);
    expect(messages.length).toBeGreaterThan(0);
    return JSON.stringify([messages, reactions]);
  };
  test.each([
    ['front.csv', 'Message ID,Message date,Conversation ID,Direction,Inbox,Extract,Contact name,Contact handle,Author\n1,2026-01-01 10:00:00,5,Outbound,Support,ciao,Ada,anna@esempio.example,marta@brand.example\n2,2026-01-01 10:00:00,5,Inbound,SMS,ciao,,tel:3331234567,\n'],
    ['table.csv', 'id,author,text,date\n1,Ada Neri <anna@esempio.example>,ciao,2026-01-01\n2,whatsapp:+393331234567,ciao,2026-01-02\n3,333.123.4567,ciao,2026-01-02\n'],
    ['Posts.xml', '<?xml version="1.0"?><posts><row Id="1" PostTypeId="1" CreationDate="2026-01-01T10:00:00" Title="ciao" Body="ciao" OwnerDisplayName="anna@esempio.example" /></posts>'],
    ['result.json', JSON.stringify({ name: '+39 333 1234567', type: 'personal_chat', id: 5, messages: [{ id: 1, type: 'message', date: '2026-01-01T10:00:00', from: '+39 333 1234567', from_id: 'user5', text: 'ciao' }] })],
    ['tickets.ndjson', JSON.stringify({ id: 7, requester_id: 1, created_at: '2026-01-01T10:00:00Z', status: 'open', subject: 'x', description: 'Aiuto', requester: { id: 1, name: 'Ada (anna@esempio.example)' } })],
  ])('%s keeps no mail address and no telephone number', async (name, text) => {
    expect(await kept(name, text)).not.toMatch(/@|333/);
  });
  test('handles of Mastodon, which look like addresses, are handles', () => {
    expect(newAccount({ id: 'anna@mastodon.example', handle: 'anna@mastodon.example' }, { namesServers: true })).toMatchObject({ nativeId: 'anna@mastodon.example', handle: 'anna@mastodon.example', name: null });
  });
});
