import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { pageRecompute } from '../support/page-recompute.ts';
import { suiteEngine } from '../support/suite-engine.ts';

type Room = OperationValue<'present.room'>;

const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2026, 2, 2, 8);
const END_MS = START_MS + 120 * 24 * HOUR_MS;
const SOURCE = 'Ho aspettato tre settimane il pacco rosso e nessuno al telefono sapeva dove fosse finito';
const ASKED = ['La mia carta non funziona da ieri, potete aiutarmi?', 'A che ora aprite domenica?', 'Vorrei comprare la macchina nuova, quanto costa?', 'Il pacco è arrivato rotto e nessuno risponde'];
const COLUMNS = ['id', 'network', 'container', 'kind', 'author', 'authorId', 'text', 'createdAt', 'parentId', 'replies'] as const;

/** Sixty people ask under the brand's posts on one network, four of them on another as well; two in three are answered, later and later. */
function exported(): string {
  const lines: string[][] = [[...COLUMNS]];
  const line = (id: string, given: { author: string; text: string; hours: number; parent?: string; network?: string; replies?: number }): void =>
    void lines.push([id, given.network ?? 'facebook', given.network === 'reddit' ? 'r-aurora' : 'aurora', given.parent === undefined ? 'post' : 'comment', given.author, given.author === 'Aurora' ? 'aurora' : `id-${given.author}`, given.text, new Date(START_MS + given.hours * HOUR_MS).toISOString(), given.parent ?? '', String(given.replies ?? 0)]);
  for (let post = 0; post < 40; post += 1) {
    const network = post % 10 === 9 ? 'reddit' : 'facebook';
    const root = `post-${String(post)}`;
    line(root, { author: 'Aurora', text: `Oggi in bottega, numero ${String(post)}`, hours: post * 48, replies: 14, network });
    for (let at = 0; at < 9; at += 1) {
      const person = network === 'reddit' ? at % 4 : (post * 7 + at * 3) % 60;
      const asked = `ask-${String(post)}-${String(at)}`;
      line(asked, { author: `Persona${String(person)}`, text: post === 0 && at === 0 ? SOURCE : `${ASKED[(post + at) % ASKED.length] ?? ''} (${String(post)}.${String(at)})`, hours: post * 48 + 1 + at * 1.37, parent: root, network });
      if ((post + at) % 3 !== 0) line(`answer-${String(post)}-${String(at)}`, { author: 'Aurora', text: 'Ci dispiace molto, controlliamo subito e ti scriviamo entro domani. ^MR', hours: post * 48 + 2 + at * 1.37 + at * at * 0.9 + post, parent: asked, network });
    }
  }
  return `${lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`;
}

const { engine, ask } = suiteEngine({ nowMs: END_MS });
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-room-'));
  writeFileSync(join(folder, 'export.csv'), exported());
  await ask('project.create', { name: 'Stanza', file: await engine().registerFile(join(folder, 'room.tribuna'), 'room.tribuna') });
  await ask('import.run', { files: [{ file: await engine().registerFile(join(folder, 'export.csv'), 'export.csv'), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: END_MS, mapping: { columns: Object.fromEntries(COLUMNS.map((column) => [column, column])) } }], ownBrand: { name: 'Aurora', accounts: ['Aurora'], containers: ['aurora', 'r-aurora'] } });
  await ask('analyse.run', {});
});

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

const textOf = ({ file }: Room): string => Buffer.from(file.base64, 'base64').toString('utf8');
interface Payload {
  readonly deliverable: string;
  readonly seal: string;
  readonly networks: readonly string[];
  readonly figures: readonly { readonly key: string; readonly page: string; readonly value: number; readonly unit: 'seconds' | 'share' | 'count'; readonly missing: number; readonly measure: Parameters<typeof pageRecompute>[1] }[];
  readonly rows: readonly (readonly number[])[];
}
function payloadOf(room: Room): Payload {
  const [, text = ''] = /<template id="room">([^<]*)<\/template>/u.exec(textOf(room)) ?? [];
  return JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')) as Payload;
}
const ALLOWED = { seconds: 1, share: 0.001, count: 0 } as const;

describe('a client room', () => {
  it('counts every figure again from its own rows, within what rounding to the hour allows', async () => {
    const { figures, rows } = payloadOf(await ask('present.room', {}));
    expect(figures.map(({ page }) => page)).toEqual(expect.arrayContaining(['board', 'listening', 'waits', 'answers']));
    expect(figures.filter(({ missing }) => missing === 0).length).toBe(figures.length);
    for (const { key, value, unit, measure } of figures) {
      const { low, high } = pageRecompute(rows, measure);
      const printed = unit === 'seconds' ? value / 3600 : value;
      const allowed = unit === 'seconds' ? ALLOWED.seconds / 3600 : ALLOWED[unit];
      expect(low, key).not.toBeNull();
      expect(printed, key).toBeGreaterThanOrEqual((low ?? 0) - allowed - 1e-9);
      expect(printed, key).toBeLessThanOrEqual((high ?? 0) + allowed + 1e-9);
      if (unit === 'count') expect(high, key).toBe(value);
    }
  });

  it('says no network that fewer than ten people wrote on', async () => {
    const { networks, rows } = payloadOf(await ask('present.room', {}));
    expect(networks.join()).not.toContain('Reddit');
    expect(rows.some(([, network]) => network === -1)).toBe(true);
  });

  it('runs one script, named by its digest, and may connect to nothing', async () => {
    const html = textOf(await ask('present.room', {}));
    const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/gu)].map(([, script = '']) => script);
    expect(scripts).toHaveLength(1);
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html) ?? [];
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(scripts[0] ?? '').digest('base64')}'`);
    expect(policy).toMatch(/default-src 'none'; connect-src 'none'/u);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/u);
    expect(html).not.toMatch(/\son\w+=|<iframe|<link|src="(?!data:)|href="(?!#)/u);
  });

  it('is the same bytes for the same question, and names people otherwise in another deliverable', async () => {
    const [one, again, other] = [await ask('present.room', {}), await ask('present.room', {}), await ask('present.room', { filters: { fromMs: START_MS - 1 } })];
    expect(again.file.base64).toBe(one.file.base64);
    const [first, second] = [payloadOf(one), payloadOf(other)];
    expect(second.deliverable).not.toBe(first.deliverable);
    expect(second.rows.length).toBe(first.rows.length);
    // the same requests by what they show; their voices are no longer the same
    const voices = ({ rows }: Payload): Map<string, number> => new Map(rows.map(([voice = 0, ...shown]) => [shown.join(), voice]));
    const [here, there] = [voices(first), voices(second)];
    const same = [...here].filter(([shown, voice]) => there.get(shown) === voice).length;
    expect(same).toBeLessThan(here.size / 4);
  });

  it('has no rows once the data of a closed edition have changed, and its pages still stand', async () => {
    const { id } = await ask('editions.close', { name: 'Primavera' });
    const before = await ask('present.room', { edition: id });
    expect(before).toMatchObject({ withoutRows: null });
    expect(before.rows).toBeGreaterThan(100);
    await ask('labels.set', { labels: [{ messageId: (await ask('messages.list', { filters: { text: 'domenica' }, size: 1 })).messages[0]?.messageId ?? 0, intents: ['praise'] }] });
    expect(await ask('present.room', { edition: id })).toMatchObject({ withoutRows: 'changed', rows: 0 });
    await ask('history.undo', {});
    await ask('history.undo', {});
  });
});

describe('quotes masked by hand', () => {
  const page = 'waits';
  const sourceId = async (): Promise<number> => (await ask('messages.list', { filters: { text: 'telefono sapeva' }, size: 1 })).messages[0]?.messageId ?? 0;

  it('are refused while their words lead back, and stand in report and room once they do not', async () => {
    const messageId = await sourceId();
    const draft = await ask('quotes.draft', { messageId });
    expect(draft).toMatchObject({ source: SOURCE, voice: false });
    expect(draft.problems.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['run', 'alike', 'found']));
    expect(draft.similarity).toBeGreaterThan(draft.most);
    expect(await engine().call('quotes.approve', { messageId, page, text: draft.draft })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect((await ask('quotes.check', { messageId, text: 'Lo dice Persona0: spedizione persa' })).problems).toEqual([{ kind: 'name', words: 'Persona0' }]);
    const text = 'Una spedizione persa per quasi un mese, e l’assistenza all’oscuro di tutto';
    expect((await ask('quotes.check', { messageId, text })).problems).toEqual([]);
    await ask('quotes.approve', { messageId, page, text });
    const report = await ask('present.report', {});
    expect(JSON.stringify(report.pages.find(({ key }) => key === page)?.blocks)).toContain(`«${text}»`);
    expect(report.privacy.quotes).toBe(1);
    const html = textOf(await ask('present.room', {}));
    expect(html).toContain(text);
    expect(html).not.toContain('pacco rosso');
    // the English report has quotes of its own
    expect((await ask('present.report', { language: 'en' })).privacy.quotes).toBe(0);
    expect((await ask('project.summary', {})).undo).toContain('quotes.approve');
    await ask('history.undo', {});
    expect((await ask('quotes.list', {})).quotes).toEqual([]);
    expect((await ask('present.report', {})).privacy.quotes).toBe(0);
    await ask('history.redo', {});
    expect((await ask('quotes.list', {})).quotes).toMatchObject([{ page, text, state: 'shown', messageId }]);
  });

  it('may give the brand’s own words, without whoever signed them', async () => {
    const messageId = (await ask('messages.list', { filters: { text: 'controlliamo subito' }, size: 1 })).messages[0]?.messageId ?? 0;
    const draft = await ask('quotes.draft', { messageId });
    expect(draft).toMatchObject({ voice: true, draft: 'Ci dispiace molto, controlliamo subito e ti scriviamo entro domani', problems: [] });
    expect((await ask('quotes.check', { messageId, text: draft.source })).problems.map(({ kind }) => kind)).toEqual(['signature']);
  });

  it('leave the report with the message they are of', async () => {
    const before = await ask('quotes.list', {});
    const { imports } = await ask('import.list', {});
    await ask('import.undo', { importId: imports[0]?.importId ?? 0 });
    expect((await ask('quotes.list', {})).quotes).toMatchObject([{ text: before.quotes[0]?.text, state: 'lost', messageId: null, source: null }]);
    await ask('history.undo', {});
    expect((await ask('quotes.list', {})).quotes).toMatchObject([{ state: 'shown' }]);
  });
});

describe('comments that come back', () => {
  const written = async (change: (file: Record<string, unknown>) => unknown): Promise<{ fileHandle: string }> => {
    const { deliverable, seal } = payloadOf(await ask('present.room', {}));
    const file = { format: 'tribuna-comments', version: 1, deliverable, seal, report: { title: 'Le persone', day: '2026-06-30' }, author: 'Giulia', comments: [{ page: 'waits', figure: 'figure:waits:trouble:mean', about: 'Problemi: attesa media', written: '2 giorni', text: 'Anche di notte?', at: '2026-07-02T10:00:00.000Z' }] };
    const path = join(folder, 'back.comments.json');
    writeFileSync(path, JSON.stringify(change(file)));
    return engine().registerFile(path, 'back.comments.json');
  };

  it('are read once, kept with what they are about, marked and undone', async () => {
    expect(await ask('comments.read', { file: await written((file) => file) })).toEqual({ comments: 1, added: 1, same: 0 });
    expect(await ask('comments.read', { file: await written((file) => file) })).toEqual({ comments: 1, added: 0, same: 1 });
    const [comment] = (await ask('comments.list', {})).comments;
    expect(comment).toMatchObject({ page: 'waits', figure: 'figure:waits:trouble:mean', written: '2 giorni', text: 'Anche di notte?', author: 'Giulia', done: false });
    await ask('comments.mark', { id: comment?.id ?? '', done: true });
    expect((await ask('comments.list', {})).comments[0]?.done).toBe(true);
    // read again, a comment that is dealt with stays so
    await ask('comments.read', { file: await written((file) => file) });
    expect((await ask('comments.list', {})).comments[0]?.done).toBe(true);
    await ask('history.undo', {});
    expect((await ask('comments.list', {})).comments[0]?.done).toBe(false);
    await ask('history.undo', {});
    expect((await ask('comments.list', {})).comments).toEqual([]);
  });

  it('stay texts, whatever they hold', async () => {
    const hostile = '<img src=x onerror=alert(1)>\u202egnp.\u0000 =HYPERLINK("https://evil.example") {{name}} \u2066${1}';
    await ask('comments.read', { file: await written((file) => ({ ...file, author: hostile.slice(0, 60), comments: [{ page: 'waits', figure: '__proto__', about: hostile, written: '', text: hostile, at: '2026-07-02T10:00:00.000Z' }] })) });
    const [comment] = (await ask('comments.list', {})).comments;
    expect(comment?.text).toBe('<img src=x onerror=alert(1)>gnp. =HYPERLINK("https://evil.example") {{name}} ${1}');
    expect(JSON.stringify(comment)).not.toMatch(/\u202e|\u2066|\\u0000/u);
    await ask('history.undo', {});
  });

  it.each([
    ['of another project', (file: Record<string, unknown>): unknown => ({ ...file, seal: '0'.repeat(32) }), 'invalid-input'],
    ['of a deliverable that was made up', (file: Record<string, unknown>): unknown => ({ ...file, deliverable: 'a'.repeat(32) }), 'invalid-input'],
    ['of another format', (file: Record<string, unknown>): unknown => ({ ...file, format: 'tribuna-decisions' }), 'unreadable-file'],
    ['of a newer version', (file: Record<string, unknown>): unknown => ({ ...file, version: 2 }), 'unreadable-file'],
    ['with more than it should have', (file: Record<string, unknown>): unknown => ({ ...file, script: 'x' }), 'unreadable-file'],
    ['with a comment as long as a book', (file: Record<string, unknown>): unknown => ({ ...file, comments: [{ page: 'waits', figure: '', about: '', written: '', text: 'x'.repeat(2001), at: '2026-07-02T10:00:00.000Z' }] }), 'unreadable-file'],
    ['with a time that is none', (file: Record<string, unknown>): unknown => ({ ...file, comments: [{ page: 'waits', figure: '', about: '', written: '', text: 'x', at: 'yesterday' }] }), 'unreadable-file'],
    ['without anybody', (file: Record<string, unknown>): unknown => ({ ...file, author: '\u0000 \u202e' }), 'unreadable-file'],
    ['without comments', (file: Record<string, unknown>): unknown => ({ ...file, comments: [] }), 'unreadable-file'],
    ['with thousands of them', (file: Record<string, unknown>): unknown => ({ ...file, comments: Array.from({ length: 501 }, () => ({ page: 'waits', figure: '', about: '', written: '', text: 'x', at: '2026-07-02T10:00:00.000Z' })) }), 'unreadable-file'],
    ['that is a list', (): unknown => [1, 2], 'unreadable-file'],
    ['over two megabytes', (file: Record<string, unknown>): unknown => ({ ...file, padding: 'x'.repeat(2_000_000) }), 'unreadable-file'],
  ] as const)('%s are refused whole', async (_what, change, code) => {
    expect(await engine().call('comments.read', { file: await written(change) })).toMatchObject({ ok: false, failure: { code } });
    expect((await ask('comments.list', {})).comments).toEqual([]);
  });
});
