import iconv from 'iconv-lite';
import { utils, write } from '@e965/xlsx';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recognisedFormat } from '../../../../src/ingest/format-registry.ts';
import { originalText } from '../../../../src/ingest/formats/google-business.ts';
import { inspectTable } from '../../../../src/ingest/table-inspection.ts';
import { tableFormatOf } from '../../../../src/ingest/table-record-format.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';

const below = (path: string): string => join('tests/fixtures/formats', path);
const at = (iso: string): number => Date.parse(iso);

describe('listening suites', () => {
  test('Brandwatch: the header under the lines of the report, posts of X by their number, reposts as shares', async () => {
    const { formats, messages, reactions, rejected } = await readFiles([below('brandwatch/mentions.csv')]);
    expect(Object.values(formats)).toEqual(['brandwatch']);
    expect(rejected).toEqual([]);
    expect(messages).toMatchObject([
      { network: 'x', nativeId: '1895000000000000001', kind: 'post', text: null, parentNativeId: null, rootNativeId: null, author: { nativeId: '501', handle: 'anna_v' }, likes: 3, replies: 1, shares: 2, views: 900, createdAtMs: at('2026-03-02T09:00:00Z'), precision: 's' },
      { nativeId: '1895000000000000002', kind: 'reply', parentNativeId: '1895000000000000001', rootNativeId: '1895000000000000001' },
      { network: 'forum', nativeId: 'res-4', text: 'Qualcuno ha provato l\'Aurora? Com\'è, più buona?', container: { name: 'forum.example' } },
      { network: 'instagram', nativeId: 'instagram.com/p/Cx9', kind: 'post', likes: 41 },
    ]);
    expect(reactions).toMatchObject([{ network: 'x', kind: 'share', targetNativeId: '1895000000000000001', account: { handle: 'bob' }, line: 10 }]);
  });
  test('Brandwatch: texts held back are said', async () => {
    const { warnings, missing } = await inspectTable(await partOf(fixture('formats/brandwatch/mentions.csv')), { format: tableFormatOf('brandwatch') ?? undefined });
    expect(missing).toEqual([]);
    expect(warnings.find(({ code }) => code === 'withheld-texts')?.message).toMatch(/^3 of the first 5 rows have no text/);
  });
  test('Sprout: the brand\'s posts, month first, thousands marks', async () => {
    const { messages, formats } = await readFiles([below('sprout-posts/posts.csv')], { timeZone: 'America/New_York' });
    expect(Object.values(formats)).toEqual(['sprout-posts']);
    expect(messages).toMatchObject([
      { network: 'x', nativeId: '1895000000000000010', kind: 'post', views: 12_345, likes: 300, replies: 8, shares: 2, saves: null, inbound: false, author: { handle: 'caffeaurora', isBrand: true }, createdAtMs: at('2026-03-02T14:05:00Z'), container: { kind: 'profile' } },
      { network: 'instagram', nativeId: 'instagram.com/p/Cx7', likes: 100, saves: 12, views: 2001, createdAtMs: at('2026-04-03T21:10:00Z') },
    ]);
  });
  test('Engage Digital: days first, agents by who created the message, deleted ones and drafts refused', async () => {
    const { messages, rejected, formats } = await readFiles([below('engage-digital/messages.csv')]);
    expect(Object.values(formats)).toEqual(['engage-digital']);
    expect(messages).toMatchObject([
      { network: 'facebook', nativeId: 'c1', kind: 'message', text: 'Dov\'è il mio ordine?', inbound: true, rootNativeId: 't1', createdAtMs: at('2026-03-05T08:15:00Z'), author: { nativeId: 'a1', isBrand: null }, container: { name: 'Pagina Aurora' } },
      { nativeId: 'c2', kind: 'reply', parentNativeId: 'c1', inbound: false, author: { nativeId: 'b1', isBrand: true }, text: 'Ciao Anna, controlliamo subito!' },
    ]);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([[4, 'deleted'], [5, 'not-a-message']]);
  });

  test('Engage Digital: signs that people wrote are not taken for markup, in either column', async () => {
    const table = fixture('formats/engage-digital/messages.csv');
    const read = async (body: string, plain: string): Promise<(string | null)[]> => (await readFiles([['messages.csv', table.replace(`"<p>Dov'è il mio ordine?</p>";"Dov'è il mio ordine?"`, `"${body}";"${plain}"`)]])).messages.slice(0, 1).map(({ text }) => text);
    expect(await read('<p>se a &lt;b&gt; c</p>', '')).toEqual(['se a <b> c']);
    expect(await read('<p>x</p>', 'se a <b> c')).toEqual(['se a <b> c']);
    expect(await read('senza tag &amp; altro', '')).toEqual(['senza tag & altro']);
  });
});

describe('help desks', () => {
  test.each(['tickets-minutes.csv', 'tickets-min.csv'])('Zendesk %s: the first answer by its minutes, no mail address kept', async (name) => {
    const { messages, formats } = await readFiles([below(`zendesk-tickets/${name}`)]);
    expect(Object.values(formats)).toEqual(['zendesk-tickets']);
    expect(messages).toMatchObject([
      { nativeId: '901', kind: 'ticket', text: null, inbound: true, author: { nativeId: '301', name: 'Ada Bianchi' }, createdAtMs: at('2026-02-01T09:00:00Z'), rating: null, parentNativeId: null },
      { nativeId: '901:response', parentNativeId: '901', createdAtMs: at('2026-02-01T10:30:00Z'), inbound: false },
      { nativeId: '902', kind: 'ticket', author: { nativeId: '302' } },
    ]);
    expect(JSON.stringify(messages)).not.toContain('@example.org');
  });
  test('Zendesk JSON: public comments are answers, the first is the ticket, notes stay inside', async () => {
    const { messages, rejected, formats } = await readFiles([below('zendesk-json/tickets.ndjson')]);
    expect(Object.values(formats)).toEqual(['zendesk-json']);
    expect(messages).toMatchObject([
      { nativeId: '901', kind: 'ticket', text: 'Buongiorno, il mio ordine è in ritardo.', inbound: true, author: { nativeId: '301', name: 'Ada Bianchi' }, container: { name: 'aurora.zendesk.com', kind: 'help-desk' } },
      { nativeId: 'comment:5003', kind: 'reply', parentNativeId: '901', text: 'Ci scusiamo, arriva domani.', inbound: false, author: { nativeId: '401', isBrand: true }, createdAtMs: at('2026-02-01T10:30:00Z') },
      { nativeId: 'comment:5004', inbound: true, author: { nativeId: '301' } },
      { nativeId: '902', kind: 'ticket' },
      { nativeId: '902:response', text: null, createdAtMs: at('2026-02-03T09:45:00Z'), precision: 'min' },
    ]);
    expect(messages).toHaveLength(5);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([[3, 'deleted']]);
    expect(JSON.stringify(messages)).not.toContain('corriere');
  });
  test('Zendesk events: the comment that opened the ticket is the ticket, changes are no messages', async () => {
    const { messages, formats } = await readFiles([below('zendesk-json/audits.json')]);
    expect(Object.values(formats)).toEqual(['zendesk-json']);
    expect(messages).toMatchObject([{ nativeId: '904', kind: 'ticket', inbound: true }, { nativeId: 'comment:13', parentNativeId: '904', inbound: false, createdAtMs: at('2026-02-05T09:00:00Z') }]);
    expect(messages).toHaveLength(2);
  });
  test('Zendesk incremental events: times in seconds, children as comments', async () => {
    const { messages, formats } = await readFiles([['events.json', JSON.stringify({ ticket_events: [{ id: 5, ticket_id: 9, timestamp: 1_772_445_600, updater_id: 401, child_events: [{ id: 51, event_type: 'Comment', author_id: 401, plain_body: 'Ecco fatto', public: true }, { id: 52, event_type: 'Change' }] }] })]]);
    expect(Object.values(formats)).toEqual(['zendesk-json']);
    expect(messages).toMatchObject([{ nativeId: 'comment:51', parentNativeId: '9', inbound: false, createdAtMs: 1_772_445_600_000, precision: 's', text: 'Ecco fatto' }]);
  });
  test('Zendesk tickets with their users: names and roles come from the list, wherever it stands', async () => {
    const { messages } = await readFiles([['page.json', JSON.stringify({ tickets: [{ id: 7, requester_id: 1, created_at: '2026-01-01T10:00:00Z', status: 'open', subject: 'x', description: 'Aiuto', comments: [{ id: 70, author_id: 2, body: 'Anche io!', public: true, created_at: '2026-01-01T11:00:00Z' }] }], users: [{ id: 1, name: 'Ada', role: 'end-user' }, { id: 2, name: 'Bea', role: 'end-user' }] })]]);
    expect(messages).toMatchObject([{ nativeId: '7', author: { name: 'Ada' } }, { nativeId: 'comment:70', inbound: true, author: { name: 'Bea', isBrand: null } }]);
  });
  test('Zendesk tickets of one long document know the users that stand behind them', async () => {
    const tickets = Array.from({ length: 300 }, (_, at) => ({ id: at + 1, requester_id: 9, created_at: '2026-01-01T10:00:00Z', status: 'open', subject: 'x', description: 'x'.repeat(60_000) }));
    const { messages } = await readFiles([['page.json', JSON.stringify({ tickets, users: [{ id: 9, name: 'Ada', role: 'end-user' }] })]]);
    expect([messages.length, new Set(messages.map(({ author }) => author?.name))]).toEqual([300, new Set(['Ada'])]);
  });
  test('Zendesk JSON gives the organisation of the ticket, else of the user, as the company of whoever asks; agents have none', async () => {
    const companies = async (source: Parameters<typeof readFiles>[0][number]): Promise<unknown> => (await readFiles([source])).messages.map(({ nativeId, author }) => [nativeId, author?.company ?? null]);
    const expected = [['911', 'Conti Rossi'], ['comment:5102', null], ['comment:5103', 'Torrefazione Verdi'], ['912', 'Torrefazione Verdi'], ['913', null]];
    expect(await companies(below('zendesk-json/organizations.json'))).toEqual(expected);
    const document = JSON.parse(fixture('formats/zendesk-json/organizations.json')) as { tickets: object[]; users: object[]; organizations: object[] };
    // on lines, what is named must stand before whoever names it
    expect(await companies(['lines.json', [...document.organizations, ...document.users, ...document.tickets].map((each) => JSON.stringify(each)).join('\n')])).toEqual(expected);
    // pages on lines hold their own lists; an organisation inside the ticket needs none
    expect(await companies(['pages.json', [JSON.stringify(document), JSON.stringify({ tickets: [] })].join('\n')])).toEqual(expected);
    expect(await companies(['inside.json', JSON.stringify({ tickets: [{ ...document.tickets[1], organization_id: 90, organization: { id: 90, name: 'Gallo e figli' } }] })])).toEqual([['912', 'Gallo e figli']]);
  });
  test('Zendesk organisations of one long document are known to the tickets before them', async () => {
    const tickets = Array.from({ length: 300 }, (_, at) => ({ id: at + 1, requester_id: 9, organization_id: 8, created_at: '2026-01-01T10:00:00Z', status: 'open', subject: 'x', description: 'x'.repeat(60_000) }));
    const { messages } = await readFiles([['page.json', JSON.stringify({ tickets, organizations: [{ id: 8, name: 'Verdi' }] })]]);
    expect([messages.length, new Set(messages.map(({ author }) => author?.company))]).toEqual([300, new Set(['Verdi'])]);
  });
  test('Freshdesk: answers by time, or by how long they took where the time is empty, whatever the capitals', async () => {
    const expected = [
      { nativeId: '11', kind: 'ticket', author: { nativeId: '7001', name: 'Ada Bianchi' }, inbound: true }, { nativeId: '11:response', createdAtMs: at('2026-02-01T10:30:00Z') },
      { nativeId: '12', kind: 'ticket' }, { nativeId: '12:response', createdAtMs: at('2026-02-01T13:15:30Z'), precision: 's' }, { nativeId: '13', kind: 'ticket' },
    ];
    const { messages, formats } = await readFiles([below('freshdesk-tickets/tickets.csv')]);
    expect(Object.values(formats)).toEqual(['freshdesk-tickets']);
    expect(messages).toMatchObject(expected);
    const text = fixture('formats/freshdesk-tickets/tickets.csv');
    const [header = '', ...rows] = text.split('\n');
    expect((await readFiles([['lower.csv', [header.toLowerCase(), ...rows].join('\n')]])).messages).toMatchObject(expected);
    expect(JSON.stringify(messages)).not.toContain('@example.org');
  });
  test('desks give the company of whoever asks, and leave it out where the cell is empty', async () => {
    const desk = [['Ticket ID', 'Created time', 'Resolved time', 'Initial response time', 'Full name', 'Company'], ['31', '2026-02-01 10:00:00', '', '', 'Ada', 'Conti Rossi'], ['32', '2026-02-01 11:00:00', '', '', 'Bea', '-']].map((row) => row.join(',')).join('\n');
    expect((await readFiles([['tickets.csv', desk]], { timeZone: 'UTC' })).messages.map(({ author }) => [author?.name, author?.company])).toEqual([['Ada', 'Conti Rossi'], ['Bea', undefined]]);
    const view = [['Id', 'Requester', 'Status', 'Created at', 'Organization', 'First reply time (min)'], ['41', 'Ciro', 'Open', '2026-02-01 10:00', 'Verdi', '30']].map((row) => row.join(',')).join('\n');
    expect((await readFiles([['view.csv', view]], { timeZone: 'UTC' })).messages[0]?.author).toMatchObject({ name: 'Ciro', company: 'Verdi' });
  });
  test('Freshdesk as a workbook: a length of time stays one', async () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([['Ticket ID', 'Created time', 'Resolved time', 'Initial response time', 'First response time (in hrs)', 'Full name'], [21, new Date('2026-02-01T10:00:00Z'), '', '', { t: 'n', v: 2.5 / 24, z: '[h]:mm:ss' }, 'Ada']], { UTC: true });
    utils.book_append_sheet(book, sheet, 'Tickets');
    const { messages } = await readFiles([['tickets.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer]], { timeZone: 'UTC' });
    expect(messages).toMatchObject([{ nativeId: '21', createdAtMs: at('2026-02-01T10:00:00Z') }, { nativeId: '21:response', createdAtMs: at('2026-02-01T12:30:00Z') }]);
  });
  test('Front: a message in two inboxes keeps one id, contacts become pseudonyms, the team is a brand', async () => {
    const { messages, formats } = await readFiles([below('front/messages.csv')]);
    expect(Object.values(formats)).toEqual(['front']);
    expect(messages.map(({ nativeId, inbound, rootNativeId, container }) => [nativeId, inbound, rootNativeId, container?.name])).toEqual([['1001', true, '501', 'Support'], ['1001', true, '501', 'VIP'], ['1002', false, '501', 'Support'], ['1003', true, '502', 'SMS']]);
    expect(messages[2]).toMatchObject({ author: { nativeId: 'team:marta', isBrand: true }, text: 'Arriva domani!' });
    expect(JSON.stringify(messages)).not.toMatch(/@example|333|4567/);
    expect(messages[3]?.author?.name).toMatch(/^person [0-9a-f]{12}$/);
  });
});

describe('reviews', () => {
  test('Trustpilot: times are UTC as their header says, titles stand before texts that do not repeat them', async () => {
    const { messages, formats } = await readFiles([below('trustpilot-reviews/reviews.csv')], { timeZone: 'Europe/Rome' });
    expect(Object.values(formats)).toEqual(['trustpilot-reviews']);
    expect(messages).toMatchObject([
      { nativeId: 'tp1', rating: 1, text: 'Mai arrivato\nOrdine mai arrivato, nessuna risposta.', createdAtMs: at('2026-07-01T10:00:00Z'), author: { nativeId: 'u-1', name: 'Carla' }, container: { kind: 'listing', name: 'caffeaurora.example' } },
      { nativeId: 'tp1:response', parentNativeId: 'tp1', text: 'Gentile Carla, ci scusiamo.', createdAtMs: at('2026-07-02T09:00:00Z') },
      { nativeId: 'tp2', text: 'Great coffee, fast delivery' },
    ]);
  });
  test('Google Play: UTF-16 with its mark, ids from the links, the developer\'s reply', async () => {
    const csv = 'Package Name,App Version Code,App Version Name,Reviewer Language,Device,Review Submit Date and Time,Review Submit Millis Since Epoch,Review Last Update Date and Time,Review Last Update Millis Since Epoch,Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Millis Since Epoch,Developer Reply Text,Review Link\n'
      + 'com.aurora.app,12,1.2,it,pixel,2026-01-05T10:00:00Z,1767607200000,2026-01-06T10:00:00Z,1767693600000,2,,"Perché crasha? 😡",2026-01-07T10:00:00Z,1767780000000,"Ci scusiamo, ""aggiorna""",http://play.google.com/console/app/reviews?reviewId=gp-1%3A2&corpus=x\n'
      + 'com.aurora.app,12,1.2,en,pixel,2026-01-08T10:00:00Z,1767866400000,,,5,,Nice,,,,http://play.google.com/console/app/reviews?reviewId=gp-2\n';
    const { messages, formats } = await readFiles([['reviews.csv', iconv.encode(csv, 'utf-16le', { addBOM: true })]]);
    expect(Object.values(formats)).toEqual(['google-play-reviews']);
    expect(messages).toMatchObject([
      { network: 'google-play', nativeId: 'gp-1%3A2', rating: 2, text: 'Perché crasha? 😡', languageTag: 'it', author: null, container: { name: 'com.aurora.app', kind: 'listing' }, createdAtMs: at('2026-01-05T10:00:00Z') },
      { nativeId: 'gp-1%3A2:response', parentNativeId: 'gp-1%3A2', text: 'Ci scusiamo, "aggiorna"', createdAtMs: at('2026-01-07T10:00:00Z') },
      { nativeId: 'gp-2', rating: 5 },
    ]);
  });
  test('Google Business: stars in words, the original of a translated text, the owner\'s reply', async () => {
    const { messages, formats } = await readFiles([below('google-business/reviews.json')]);
    expect(Object.values(formats)).toEqual(['google-business']);
    expect(messages).toMatchObject([
      { network: 'google-maps', nativeId: 'rv1', kind: 'review', rating: 2, text: 'Servizio lento', container: { name: 'locations/20', kind: 'listing' }, author: { name: 'Sara P.' }, createdAtMs: at('2026-02-01T10:00:00.123Z') },
      { nativeId: 'rv1:response', parentNativeId: 'rv1', text: 'Ci dispiace, Sara.', createdAtMs: at('2026-02-03T10:00:00Z'), inbound: false },
      { nativeId: 'rv2', rating: 5, text: null, author: null },
    ]);
    expect(originalText('(Translated by Google) Hi')).toBe('(Translated by Google) Hi');
    expect(originalText('Ciao\n\n(Translated by Google)\nHi')).toBe('Ciao');
  });
  test('App Store: responses beside the reviews meet them', async () => {
    const { messages, rejected, formats } = await readFiles([below('app-store-connect/reviews.json')]);
    expect(Object.values(formats)).toEqual(['app-store-connect']);
    expect(messages).toMatchObject([
      { network: 'app-store', nativeId: 'ar1', rating: 1, text: 'Si blocca\nL\'app si chiude ad ogni avvio', author: { name: 'pippo77' }, container: { nativeId: '123456', kind: 'listing' }, createdAtMs: at('2026-05-01T10:00:00Z') },
      { nativeId: 'ar2', text: 'Love it, really' },
      { nativeId: 'ar1:response', parentNativeId: 'ar1', text: 'Ciao, aggiorna alla 2.1', createdAtMs: at('2026-05-03T10:00:00Z') },
    ]);
    expect(rejected).toEqual([]);
  });
  test('each is recognised for itself, and a table without its signs is not', async () => {
    for (const file of ['brandwatch/mentions.csv', 'sprout-posts/posts.csv', 'engage-digital/messages.csv', 'zendesk-tickets/tickets-min.csv', 'zendesk-json/tickets.ndjson', 'zendesk-json/audits.json', 'freshdesk-tickets/tickets.csv', 'front/messages.csv', 'trustpilot-reviews/reviews.csv', 'google-business/reviews.json', 'app-store-connect/reviews.json']) {
      expect([file, recognisedFormat((await partOf(fixture(`formats/${file}`))).head).format.id]).toEqual([file, file.split('/')[0]]);
    }
    expect(recognisedFormat((await partOf('Data,Autore,Testo,Stelle\n2026-01-01,Ugo,ciao,3\n')).head).format.id).toBe('csv');
  });
});
