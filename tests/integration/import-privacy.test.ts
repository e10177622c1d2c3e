import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { databaseConstructor } from '../../src/store/native-addon.ts';
import { mailbox } from '../support/correspondence.ts';
import { importBench } from '../support/import-bench.ts';
import { filesBelow, ROOT } from '../support/root.ts';
import { projectAtWork } from '../support/project-at-work.ts';

/** What no project may hold: each in the form in which sources write it. */
const CANARIES = ['canarino.segreto@esempio-privato.it', '+39 347 555 0199', '+393475550199', '347 555 0199', '198.51.100.77', 'EAACanarinoToken123456', '2001:db8:85a3:8d3:1319:8a2e:370:7348'] as const;
const [MAIL, PHONE, JOINED_PHONE, , HOST, TOKEN] = CANARIES;

const json = (value: unknown): string => JSON.stringify(value);
const csv = (rows: readonly (readonly string[])[]): string => `${Papa.unparse(rows.map((row) => [...row]))}\n`;

/** Files as their sources make them, with contact details where those sources put them; free texts hold none. */
const FILES: readonly (readonly [name: string, content: string])[] = [
  ['profile_information.json', json({ profile_v2: { name: { full_name: 'Anna Prova' }, emails: { emails: [MAIL], previous_emails: [MAIL] }, phone_numbers: [{ phone_number: PHONE, verified: true }], username: 'annaprova', registration_timestamp: 1_300_000_000, profile_uri: 'https://www.facebook.com/annaprova' } })],
  ['your_posts_1.json', json([{ timestamp: 1_600_000_000, data: [{ post: 'Che bella giornata' }], title: 'Anna Prova updated her status.', attachments: [{ data: [{ external_context: { url: `https://example.org/?access_token=${TOKEN}` } }] }], upload_ip: HOST }])],
  ['personal_information.json', json({ profile_user: [{ title: '', string_map_data: { Email: { value: MAIL }, 'Phone Number': { value: PHONE }, Username: { value: 'annaprova' }, Name: { value: 'Anna Prova' } } }] })],
  ['messages.csv', csv([['CONVERSATION ID', 'CONVERSATION TITLE', 'FROM', 'SENDER PROFILE URL', 'TO', 'RECIPIENT PROFILE URLS', 'DATE', 'SUBJECT', 'CONTENT', 'FOLDER', 'ATTACHMENTS'], ['2-a', '', 'Anna Prova', 'https://www.linkedin.com/in/annaprova', 'Ugo Bar', 'https://www.linkedin.com/in/ugobar', '2024-01-02 10:00:00 UTC', '', 'Ciao Ugo', 'INBOX', ''], ['2-a', '', MAIL, '', 'Ugo Bar', '', '2024-01-02 10:05:00 UTC', '', 'Ciao di nuovo', 'INBOX', '']])],
  ['Connections.csv', `Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\n${csv([['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'], ['Tea', 'Verdi', 'https://www.linkedin.com/in/teaverdi', MAIL, 'Aurora', 'Barista', '02 Jan 2024']])}`],
  ['tickets.ndjson', `${json({ id: 55_501, url: 'https://aurora.zendesk.com/api/v2/tickets/55501.json', created_at: '2024-01-02T10:00:00Z', subject: 'Ordine', description: 'Il mio ordine non arriva', status: 'open', requester_id: 9, requester: { id: 9, name: MAIL, email: MAIL, phone: PHONE }, via: { channel: 'email', source: { from: { address: MAIL, name: 'Anna' } } }, comments: [{ id: 1, author_id: 9, body: 'Il mio ordine non arriva', public: true, created_at: '2024-01-02T10:00:00Z', metadata: { system: { ip_address: HOST } } }] })}\n`],
  ['tickets.csv', csv([['Id', 'Requester', 'Requester email', 'Requester phone', 'Subject', 'Created at', 'Status', 'First reply time in minutes'], ['71', MAIL, MAIL, PHONE, 'Dove siete?', '2024-01-02 10:00', 'Open', '5'], ['72', PHONE, MAIL, PHONE, '', '', 'Open', ''], ['73', 'Anna', MAIL]])],
  ['comments.csv', csv([['id', 'permalink', 'date', 'ip', 'subreddit', 'gildings', 'link', 'parent', 'body', 'media'], ['abc1', 'https://www.reddit.com/r/caffe/comments/p1/x/abc1/', '2024-01-02 10:00:00 UTC', HOST, 'caffe', '0', 'https://www.reddit.com/r/caffe/comments/p1/x/', '', 'Anche a me', ''], ['abc2', '', 'boh', HOST, 'caffe']])],
  ['WhatsApp Chat.txt', `13/07/23, 10:00 - ${PHONE}: Ciao a tutti\n14/07/23, 10:01 - Bar Rossi: Buongiorno\n15/07/23, 10:02 - ${PHONE} left\n16/07/23, 10:02 - Bar Rossi: @${JOINED_PHONE.slice(1)} siamo aperti\n`],
  ['reviews.json', json([{ title: 'Bar Aurora', reviewId: 'r1', reviewUrl: 'https://www.google.com/maps/reviews/r1', name: 'Anna P', text: 'Ottimo', publishedAtDate: '2024-01-02T10:00:00.000Z', stars: 5, reviewerId: '1', reviewerUrl: 'https://www.google.com/maps/contrib/1', placeId: 'p1', emails: [MAIL], phone: PHONE, phones: [PHONE], reviewsCount: 3 }])],
  ['any.csv', csv([['id', 'text', 'author', 'date', 'email', 'ip'], ['1', 'Ciao', MAIL, '2024-01-02 10:00', MAIL, HOST], ['2', 'Sì', PHONE, '2024-01-02 10:00', MAIL, HOST], ['3', 'Manca il tempo', 'Anna', '', MAIL, HOST], ['4', 'Storta', 'Anna', '2024-01-02', MAIL, HOST, PHONE, TOKEN]])],
  ['any.ndjson', `${json({ id: '9', text: 'Ciao', author: { name: MAIL, id: PHONE }, created_at: '2024-01-02T10:00:00Z', ip: HOST, access_token: TOKEN })}\n{"id":"10","email":"${MAIL}","phone":"${PHONE}","ip_address":"${HOST}","access_token":"${TOKEN}","broken":\n${json({ email: MAIL, phone: PHONE, token: TOKEN, ip: HOST })}\n`],
  ['comments-page.json', json({ data: [{ id: '1_2', message: 'Bello', created_time: '2024-01-02T10:00:00+0000', from: { id: '5', name: 'Anna' }, email: MAIL }], paging: { cursors: { after: 'x' }, next: `https://graph.facebook.com/v19.0/1/comments?access_token=${TOKEN}&after=x` } })],
];

/** A mail address; accounts of the fediverse are written alike. */
const ADDRESS = /[\w.+-]+@[\w-]+\.(?:it|com|org|net|example)\b/;

/** Names of the canaries that stand in some bytes, as UTF-8 or UTF-16. */
function found(bytes: Buffer): string[] {
  return CANARIES.filter((canary) => bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le')));
}

describe('contact details in what sources give', () => {
  test.each(FILES)('%s: none ends in the project file, in a report or in an account', async (name, content) => {
    expect(CANARIES.some((canary) => content.includes(canary))).toBe(true);
    const work = await projectAtWork();
    const file = await work.file(name, content);
    const run = await work.call('import.run', { files: [{ file, ...(name.startsWith('WhatsApp') ? { mapping: { columns: {}, dateOrder: 'day-first' } } : {}) }] });
    if (!run.ok) expect(['unknown-format', 'invalid-input', 'unreadable-file'], run.failure.message).toContain(run.failure.code);
    expect(found(Buffer.from(JSON.stringify(run)))).toEqual([]);
    const listed = await work.call('import.list', {});
    for (const { importId } of listed.ok ? listed.value.imports : []) {
      const shown = [await work.call('import.account', { importId }), await work.call('import.rejections', { importId, page: 0, size: 100 }), await work.call('import.rejectionsCsv', { importId, page: 0, size: 100, separator: ';' })];
      expect(found(Buffer.from(JSON.stringify(shown)))).toEqual([]);
    }
    await work.call('analyse.run', {});
    await work.engine.close();
    expect(statSync(work.path).size).toBeGreaterThan(10_000);
    expect(found(readFileSync(work.path))).toEqual([]);
    for (const left of ['-wal', '-journal']) expect(existsSync(work.path + left)).toBe(false);
  });

  test('free texts keep what people wrote in them: it is theirs, and masked only where a client sees it', async () => {
    const work = await projectAtWork();
    expect(await work.call('import.run', { files: [{ file: await work.file('a.csv', csv([['id', 'text', 'author', 'date'], ['1', `Scrivetemi a ${MAIL}`, 'Anna', '2024-01-02 10:00'], ['2', 'sì', 'Ugo', '2024-01-02 11:00']])) }] })).toMatchObject({ ok: true, value: { imports: [{ messages: 2 }] } });
    await work.engine.close();
    expect(found(readFileSync(work.path))).toEqual([MAIL]);
  });

  test('fixtures of every format leave no mail address but in what somebody wrote', async () => {
    const paths = filesBelow('tests/fixtures/formats', ['']).filter((path) => statSync(join(ROOT, path)).isFile() && statSync(join(ROOT, path)).size < 30_000);
    expect(paths.length).toBeGreaterThan(60);
    const bench = importBench();
    onTestFinished(bench.close);
    let messages = 0;
    for (const path of paths) {
      const outcome = await bench.run(join(ROOT, path));
      if (outcome.ok) messages += outcome.value.imports.reduce((sum, each) => sum + each.messages, 0);
    }
    expect(messages).toBeGreaterThan(200);
    const tables = ['container', 'account', 'brand', 'import', 'import_part', 'rejection', 'sighting', 'mention', 'journal', 'setting', 'person'].filter((table) => bench.rows('SELECT 1 FROM sqlite_schema WHERE name = ?', table).length > 0);
    expect(tables).toContain('rejection');
    const fediverse = new Set(bench.rows(`SELECT id FROM network WHERE code = 'mastodon'`).map((row) => (row as { id: number }).id));
    const held = tables.flatMap((table) => bench.rows(`SELECT * FROM ${table}`).filter((row) => !fediverse.has((row as { network_id?: number }).network_id ?? -1)).map((row) => JSON.stringify(row)).filter((row) => ADDRESS.test(row.replaceAll(/@[\w.-]+@[\w.-]+/g, ''))).map((row) => `${table}: ${row.slice(0, 300)}`));
    expect(held).toEqual([]);
  }, 120_000);
});

test('logs and standard error hold no text, name or path of what is imported', async () => {
  const written: string[] = [];
  const sinks = (['stdout', 'stderr'] as const).map((name) => vi.spyOn(process[name], 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  }));
  try {
    const work = await projectAtWork();
    for (const [name, content] of FILES) {
      const file = await work.file(name, content);
      await work.call('import.preview', { file });
      await work.call('import.run', { files: [{ file }] });
    }
  } finally {
    for (const sink of sinks) sink.mockRestore();
  }
  expect(written.join('')).not.toMatch(/canarino|Anna Prova|555 0199|Il mio ordine|tribuna-/);
});

test('a mail import that is stopped leaves no secret behind; the next one makes one and keeps it', async () => {
  const work = await projectAtWork();
  const file = await work.file('lettere.mbox', mailbox());
  const secret = async (): Promise<unknown> => {
    await work.call('project.close', {});
    const connection = new (databaseConstructor())(work.path, { readonly: true });
    const found = connection.prepare(`SELECT value FROM setting WHERE key = 'mail_key'`).pluck().get() ?? null;
    connection.close();
    await work.call('project.open', { file: await work.engine.registerFile(work.path, 'prova.tribuna') });
    return found;
  };
  // stopped once rows were read, which takes the secret
  const stop = work.engine.onEvent((event) => {
    if (event.type === 'job-progress' && event.phase === 'rows' && event.done > 0) void work.call('job.cancel', { jobId: 'mail' });
  });
  expect(await work.call('import.run', { files: [{ file }], jobId: 'mail' })).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  stop();
  expect(await secret()).toBeNull();
  expect(await work.call('import.run', { files: [{ file }] })).toMatchObject({ ok: true });
  const made = await secret();
  expect(made).toMatch(/^[0-9a-f]{64}$/);
  expect(await work.call('history.undo', {})).toMatchObject({ ok: true });
  expect(await work.call('import.run', { files: [{ file }] })).toMatchObject({ ok: true });
  expect(await secret()).toBe(made);
});
