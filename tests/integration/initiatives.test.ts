import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationInput, OperationName, OperationValue } from '../../src/contract/operations.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { testSettings } from '../support/test-engine.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2025, 0, 6, 9);
/** The campaign runs for a week, ten weeks after the beginning. */
const CAMPAIGN_MS = Date.UTC(2025, 2, 17);
const PROBE_MS = START_MS + 30 * DAY_MS + 11 * 3_600_000;
const PROBE_TEXT = '@Aurora avete anche caffè senza caffeina?';

const stamp = (atMs: number): string => {
  const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(atMs).toUTCString()) ?? [];
  return `${new Date(atMs).toUTCString().slice(0, 3)} ${month} ${day} ${time} +0000 ${year}`;
};

let rows: string[];
const write = (id: number, author: string, atMs: number, text: string, parent: number | '' = ''): void => {
  rows.push(`${id},${author},${author === 'Aurora' ? 'False' : 'True'},${stamp(atMs)},"${text}",,${parent}`);
};

/** Two questions and a complaint a day for 26 weeks, one question answered; a campaign whose post brings thirty newcomers, of whom three stay; a probe that is answered after two hours. */
function madeUp(): string {
  rows = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id'];
  for (let day = 0; day < 182; day += 1) {
    const atMs = START_MS + day * DAY_MS + ((day * 37) % 1000) * 1000;
    const id = 10_000 + day * 10;
    write(id, String(1000 + (day % 40)), atMs, '@Aurora A che ora aprite domenica?');
    write(id + 1, 'Aurora', atMs + 1_800_000, `@${1000 + (day % 40)} Apriamo alle otto.`, id);
    write(id + 2, String(2000 + (day % 30)), atMs + 3_600_000, '@Aurora il pacco è arrivato rotto e nessuno risponde, pessimo servizio');
  }
  write(500, 'Aurora', CAMPAIGN_MS + 3_600_000, 'Arriva la miscela di primavera, venite a provarla');
  for (let one = 0; one < 30; one += 1) {
    const atMs = CAMPAIGN_MS + 7_200_000 + one * 4_000_000 + one * 1000;
    write(600 + one, String(5000 + one), atMs, '@Aurora che bella, la provo subito', 500);
    if (one < 3) write(700 + one, String(5000 + one), atMs + 40 * DAY_MS, '@Aurora è proprio buona');
  }
  write(900, '9999', PROBE_MS, PROBE_TEXT);
  write(901, 'Aurora', PROBE_MS + 7_200_000, '@9999 Sì, la decaffeinata.', 900);
  return `${rows.join('\n')}\n`;
}

let folder: string;
let engine: Engine;
const bugs: string[] = [];

async function ask<Name extends OperationName>(operation: Name, input: OperationInput<Name>): Promise<OperationValue<Name>> {
  // the engine answers unknown because its door is one for all operations; it has checked the reply against this very type
  const outcome = await engine.call(operation, input) as Outcome<OperationValue<Name>>;
  if (!outcome.ok) throw new Error(`${operation}: ${outcome.failure.code}: ${outcome.failure.message}`);
  return outcome.value;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-initiatives-'));
  engine = createEngine(testSettings(folder), { now: () => START_MS + 400 * DAY_MS, onBug: (line) => void bugs.push(line) });
  await ask('project.create', { name: 'initiatives' });
  writeFileSync(join(folder, 'export.csv'), madeUp());
  await ask('import.run', { files: [{ file: await engine.registerFile(join(folder, 'export.csv'), 'export.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await ask('analyse.run', {});
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  expect(bugs).toEqual([]);
});

const campaign = { name: 'Miscela di primavera', kind: 'campaign', startMs: CAMPAIGN_MS, endMs: CAMPAIGN_MS + 7 * DAY_MS, aim: 'Farla provare.' } as const;

describe('initiatives', () => {
  it('are held against as long a time before and after, with newcomers, pace and who stayed', async () => {
    const { id } = await ask('initiatives.save', { ...campaign, words: 'primavera' });
    const account = await ask('initiatives.account', { id, seed: 1 });
    expect(account.windows.map(({ state }) => state)).toEqual(['whole', 'whole', 'whole']);
    expect(account.posts).toMatchObject({ n: 1, missing: 0 });
    expect(account.earlier).toBe(9);
    const amount = (measure: string) => account.amounts.find((one) => one.measure === measure);
    // each day one asks and one complains; thirty people came under the post
    expect(amount('people')).toMatchObject({ values: { before: 14, during: 44, after: 14 }, during: 'above', after: 'usual' });
    expect(amount('new-people')).toMatchObject({ values: { before: 0, during: 30, after: 0 } });
    expect(account.pace).toMatchObject({ underPosts: true, n: 30, tooFew: false, base: 0 });
    expect(account.newcomers).toEqual({ withIt: 30, otherwise: 0 });
    expect(account.stayed?.[0]).toMatchObject({ days: 30, withIt: { k: 3, n: 30 }, otherwise: { k: 0, n: 0 }, difference: null });
    expect(account.prediction).toBeNull();
  });

  it('have posts by rule and by hand, and say which picked ones are missing', async () => {
    const { posts, chosen } = await ask('initiatives.posts', { startMs: campaign.startMs, endMs: campaign.endMs, words: 'primavera', posts: [{ network: 'x', kind: 'post', nativeId: 'none' }] });
    expect(chosen).toBe(1);
    expect(posts.filter(({ byRule }) => byRule).map(({ nativeId }) => nativeId)).toEqual(['500']);
    const { id } = await ask('initiatives.save', { ...campaign, posts: [{ network: 'x', kind: 'post', nativeId: 'none' }] });
    expect(await ask('initiatives.account', { id })).toMatchObject({ posts: { n: 0, missing: 1 }, stayed: null, pace: { underPosts: false } });
  });

  it('name a prediction that was registered after the start as one that does not count', async () => {
    const { id: hypothesisId } = await ask('hypotheses.register', { measure: 'gini', direction: 'at-most', value: 0.5, toMs: START_MS + 500 * DAY_MS });
    const { id } = await ask('initiatives.save', { ...campaign, hypothesisId });
    expect((await ask('initiatives.account', { id })).prediction).toMatchObject({ hypothesisId, counts: false, reason: 'after-start', verdict: null });
  });

  it('are taken back and repeated, and refuse a time that ends before it begins', async () => {
    const count = async (): Promise<number> => (await ask('initiatives.list', {})).initiatives.length;
    const before = await count();
    await ask('initiatives.save', campaign);
    await ask('history.undo', {});
    expect(await count()).toBe(before);
    await ask('history.redo', {});
    expect(await count()).toBe(before + 1);
    expect(await engine.call('initiatives.save', { ...campaign, endMs: campaign.startMs })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });
});

describe('the page on any past day', () => {
  it('shows what existed then and nothing later, with what stood open', async () => {
    const early = await ask('response.pastPage', { atMs: START_MS + 10 * DAY_MS });
    const late = await ask('response.pastPage', {});
    expect(late.atMs).toBe(late.toMs);
    for (const page of [early, late]) for (const item of page.page?.items ?? []) expect(item.atMs).toBeLessThanOrEqual(page.atMs ?? 0);
    expect(early.places.every(({ items, most = early.most }: { items: number; most?: number }) => items <= most)).toBe(true);
    const { weeks, stays } = await ask('response.pastPageWeeks', {});
    expect(weeks.every(({ open, messageIds }) => open === messageIds.length)).toBe(true);
    expect(Object.values(stays.ends).reduce((sum, n) => sum + n, 0)).toBe(stays.n);
  });
});

describe('the mystery shopper', () => {
  const probe = { network: 'x', text: PROBE_TEXT, intent: 'information', atMs: PROBE_MS } as const;

  it('is found by its text, leaves every other figure, and is followed apart', async () => {
    const messages = (await ask('overview', {})).messages;
    const requests = async (): Promise<number> => (await ask('response.survival', { by: 'none', horizonSeconds: 604_800, maxSteps: 10 })).groups[0]?.n ?? 0;
    const before = await requests();
    const { dataChanged } = await ask('probes.save', { ...probe, nativeId: null });
    expect(dataChanged).toBe(true);
    await ask('analyse.run', {});
    expect((await ask('overview', {})).messages).toBe(messages - 1);
    expect(await requests()).toBe(before - 1);
    const list = await ask('probes.list', {});
    expect(list).toMatchObject({ leftOut: true, messages: 1, probes: [{ match: 'text', leftOut: true, messageId: null, state: 'answered', waitedSeconds: 7200 }] });
    expect(list.effect.with.requests).toBe(list.effect.without.requests + 1);
    // one probe: counts, no share
    expect(list.groups[0]?.probes).toMatchObject({ n: 1, tooFew: true, estimate: null, within: { k: 1, n: 1, estimate: null } });
    expect(list.groups[0]?.public.n).toBe(before - 1);
  });

  it('counts again when it is told to, and undo brings back what was', async () => {
    const messages = (await ask('overview', {})).messages;
    expect(await ask('probes.setLeftOut', { leftOut: false })).toEqual({ changed: true, dataChanged: true });
    await ask('analyse.run', {});
    expect((await ask('overview', {})).messages).toBe(messages + 1);
    expect(await ask('probes.list', {})).toMatchObject({ leftOut: false, probes: [{ leftOut: false, state: 'answered', waitedSeconds: 7200 }] });
    await ask('history.undo', {});
    expect(await ask('probes.list', {})).toMatchObject({ leftOut: true, probes: [{ leftOut: true }] });
    await ask('history.undo', {});
    expect(await ask('probes.list', {})).toMatchObject({ probes: [], messages: 0 });
    await ask('analyse.run', {});
    expect((await ask('overview', {})).messages).toBe(messages + 1);
    await ask('history.redo', {});
    expect(await ask('probes.list', {})).toMatchObject({ probes: [{ leftOut: true }] });
  });

  it('survives a later import, and an import taken back', async () => {
    writeFileSync(join(folder, 'again.csv'), `${rows.slice(0, 40).join('\n')}\n`);
    const messages = (await ask('overview', {})).messages;
    await ask('import.run', { files: [{ file: await engine.registerFile(join(folder, 'again.csv'), 'again.csv') }] });
    expect((await ask('overview', {})).messages).toBe(messages);
    expect(await ask('probes.list', {})).toMatchObject({ probes: [{ leftOut: true, state: 'answered' }] });
    await ask('history.undo', {});
    expect(await ask('probes.list', {})).toMatchObject({ probes: [{ leftOut: true }] });
  });

  it('is followed by hand where it was not imported, and travels as a table', async () => {
    await ask('probes.save', { network: 'instagram', text: 'Spedite all’estero?', intent: 'purchase', atMs: PROBE_MS, answeredAtMs: PROBE_MS + 3_600_000, answeredBy: 'Marta' });
    const list = await ask('probes.list', {});
    expect(list.probes.find(({ network }) => network === 'instagram')).toMatchObject({ match: null, state: 'answered', waitedSeconds: 3600, by: 'Marta' });
    const { text } = await ask('probes.table', { separator: ';' });
    const read = await ask('probes.parse', { text });
    expect(read.rows.map(({ problem }) => problem)).toEqual(['already', 'already']);
    const [fresh] = (await ask('probes.parse', { text: text.replaceAll('estero', 'isole') })).rows.filter(({ problem }) => problem === null);
    expect(fresh?.probe).toMatchObject({ network: 'instagram', intent: 'purchase', atMs: PROBE_MS, answeredAtMs: PROBE_MS + 3_600_000, answeredBy: 'Marta' });
  });

  it('says what is wrong with which row', async () => {
    const head = 'rete;quando;tipo;testo;risposta il';
    const { rows: read } = await ask('probes.parse', { text: [head, 'twitter;2025-02-30 10:00;domanda;x;', ';2025-02-20 10:00;domanda;x;', 'twitter;2025-02-20 10:00;saluto;x;', 'twitter;2025-02-20 10:00;domanda;;', 'twitter;2025-02-20 10:00;domanda;x;2025-02-19 10:00', 'twitter;2025-02-20 10:00;domanda;x;', 'twitter;2025-02-20 10:00;domanda;x;'].join('\n') });
    expect(read.map(({ line, problem }) => [line, problem])).toEqual([[2, 'no-time'], [3, 'no-network'], [4, 'no-intent'], [5, 'no-text'], [6, 'answer-before'], [7, null], [8, 'already']]);
    expect(read[5]?.probe?.atMs).toBe(Date.UTC(2025, 1, 20, 9));
    expect(await ask('probes.parse', { text: 'a;b\n1;2' })).toMatchObject({ missing: ['network', 'time', 'intent', 'text'], rows: [] });
  });
});
