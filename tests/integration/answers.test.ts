import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import type { Act, Intent } from '../../src/domain/model/codes.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
// Monday 2 March 2026, seven minutes past nine in Rome.
const START_MS = Date.parse('2026-03-02T08:07:00Z');
const FIRST_EXPORT_MS = START_MS + 40 * DAY_MS + 411_000;
const SECOND_EXPORT_MS = START_MS + 60 * DAY_MS + 97_000;
const COLUMNS = ['id', 'network', 'container', 'kind', 'author', 'text', 'createdAt', 'parentId', 'replies'] as const;

interface Row {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly hours: number;
  readonly parent?: string;
  readonly labels?: { readonly intents?: readonly Intent[]; readonly acts?: readonly Act[] };
  readonly network?: string;
  /** In the first export alone. */
  readonly gone?: boolean;
}

const VIDEO = 'v1';
const rows: Row[] = [
  // an old video whose last comment nobody answered
  { id: VIDEO, network: 'youtube', author: 'Aurora', text: 'Il nostro caffè, visto da vicino', hours: -800 * 24 - 3.31, labels: { acts: ['content'] } },
  { id: 'v2', network: 'youtube', author: 'pia', text: 'Che bello questo video', hours: -799 * 24 + 5.77, parent: VIDEO, labels: { intents: ['praise'] } },
  { id: 'v3', network: 'youtube', author: 'Aurora', text: 'Grazie Pia, ti aspettiamo in bottega', hours: -799 * 24 + 8.13, parent: 'v2', labels: { acts: ['content'] } },
  { id: 'v4', network: 'youtube', author: 'quinto', text: 'Dove si compra la macchina del minuto due?', hours: -700 * 24 + 1.43, parent: VIDEO, labels: { intents: ['information'] } },
];
const post = (id: string, hours: number): Row => ({ id, author: 'Aurora', text: `Oggi in bottega, post numero ${id}`, hours, labels: { acts: ['content'] } });
for (let day = 0; day < 26; day += 1) rows.push(post(`p${String(day)}`, day * 24));
// 24 people with a problem: 12 answered (6 taken care of, 4 sent to private, 2 answered), 5 thank, 2 say it is solved, 1 asks again
for (let i = 0; i < 24; i += 1) {
  const root = `p${String(i)}`;
  const hours = i * 24 + 1;
  rows.push({ id: `c${String(i)}`, author: `ada${String(i)}`, text: `La macchina numero ${String(i)} perde acqua`, hours, parent: root, labels: { intents: ['trouble'] }, gone: i === 20 || i === 22 });
  if (i >= 12) continue;
  const acts: Act[] = i < 6 ? ['care', 'answer'] : i < 10 ? ['deflect'] : ['answer'];
  rows.push({ id: `r${String(i)}`, author: 'Aurora', text: `Ci dispiace, caso numero ${String(i)}: qualche parola diversa ogni volta`, hours: hours + 2 + i, parent: `c${String(i)}`, labels: { acts } });
  if (i < 5) rows.push({ id: `t${String(i)}`, author: `ada${String(i)}`, text: 'Grazie mille', hours: hours + 30, parent: `r${String(i)}`, labels: { intents: ['praise'] } });
  if (i === 6 || i === 7) rows.push({ id: `t${String(i)}`, author: `ada${String(i)}`, text: 'Ricevuto il ricambio, tutto risolto', hours: hours + 30, parent: `r${String(i)}`, labels: { intents: ['other'] } });
  if (i === 8) rows.push({ id: `t${String(i)}`, author: `ada${String(i)}`, text: 'Perde ancora acqua', hours: hours + 40, parent: `r${String(i)}`, labels: { intents: ['trouble'] } });
}
// one of those who wait has an idea as well: it belongs to the same request
rows.push({ id: 'i23', author: 'ada23', text: 'Vorrei una tazza più piccola per il tavolo', hours: 23 * 24 + 5, parent: 'p23', labels: { intents: ['idea'] } });
// 20 compliments on the last post but one, 15 answered
for (let i = 0; i < 20; i += 1) {
  rows.push({ id: `k${String(i)}`, author: `zoe${String(i)}`, text: `Che buona la miscela numero ${String(i)}`, hours: 24 * 24 + 1 + i / 10, parent: 'p24', labels: { intents: ['praise'] } });
  if (i < 15) rows.push({ id: `s${String(i)}`, author: 'Aurora', text: `Grazie zoe${String(i)}, a presto davvero`, hours: 24 * 24 + 5 + i / 10, parent: `k${String(i)}`, labels: { acts: ['answer'] } });
}

function exported(own: readonly Row[]): string {
  const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  const below = new Map<string, number>();
  const rootOf = (row: Row): string => {
    const above = own.find(({ id }) => id === row.parent);
    return above === undefined ? row.id : rootOf(above);
  };
  for (const row of own) if (row.parent !== undefined) below.set(rootOf(row), (below.get(rootOf(row)) ?? 0) + 1);
  const line = (row: Row): string => [row.id, row.network ?? 'facebook', row.network === undefined ? 'aurora' : 'aurora-video', row.parent === undefined ? 'post' : 'comment', row.author, row.text, new Date(START_MS + row.hours * HOUR_MS).toISOString(), row.parent ?? '', row.parent === undefined ? String(below.get(row.id) ?? 0) : ''].map(cell).join(',');
  return `${[COLUMNS.join(','), ...own.map(line)].join('\n')}\n`;
}

const suite = suiteEngine({ nowMs: SECOND_EXPORT_MS + DAY_MS });
const folder = mkdtempSync(join(tmpdir(), 'tribuna-answers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function importRows(name: string, own: readonly Row[], collectedAtMs: number): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, exported(own));
  await suite.ask('import.run', {
    files: [{ file: await suite.engine().registerFile(path, name), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs, mapping: { columns: Object.fromEntries(COLUMNS.map((column) => [column, column])) } }],
    ownBrand: { name: 'Aurora', accounts: ['Aurora'], containers: ['aurora', 'aurora-video'] },
  });
}

const idOf = new Map<string, number>();
const found = <Value>(value: Value | null | undefined): Value => {
  if (value === undefined || value === null) throw new Error('not there');
  return value;
};

beforeAll(async () => {
  await suite.ask('project.create', { name: 'Answers' });
  await importRows('first.csv', rows, FIRST_EXPORT_MS);
  const { messages } = await suite.ask('messages.list', { size: 1000 });
  for (const { nativeId, messageId } of messages) idOf.set(nativeId, messageId);
  await suite.ask('labels.set', { labels: rows.flatMap(({ id, labels }) => (labels === undefined ? [] : [{ messageId: found(idOf.get(id)), ...(labels.intents === undefined ? {} : { intents: [...labels.intents] }), ...(labels.acts === undefined ? {} : { acts: [...labels.acts] }) }])) });
  await suite.ask('analyse.run', {});
});

const behind = async (answers: NonNullable<Parameters<typeof suite.ask<'messages.list'>>[1]['answers']>): Promise<string[]> =>
  (await suite.ask('messages.list', { answers, size: 1000, orderBy: 'oldest' })).messages.map(({ nativeId }) => nativeId);

describe('quality of answers', () => {
  let all: OperationValue<'response.quality'>['groups'][number];
  beforeAll(async () => {
    all = found((await suite.ask('response.quality', {})).groups.find(({ key }) => key === 'all'));
  });

  it('is not told of twelve answers', () => {
    expect(all).toMatchObject({ n: 12, tooFew: true, acts: null, turns: null });
  });

  it('has messages behind every number, also behind those too few to be told', async () => {
    expect(await behind({ set: 'answered' })).toHaveLength(12);
    expect(await behind({ set: 'care' })).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5']);
    expect(await behind({ set: 'deflect' })).toEqual(['c6', 'c7', 'c8', 'c9']);
    expect(await behind({ set: 'thanked' })).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', ...(await behind({ set: 'thanked' })).slice(5)]);
    expect(await behind({ set: 'resolved' })).toEqual(['c6', 'c7']);
    expect(await behind({ set: 'reopened' })).toEqual(['c8']);
    expect(await behind({ set: 'answered', intent: 'purchase' })).toEqual([]);
    expect(await behind({ set: 'answered', quarter: '2026-Q1' })).toHaveLength(12);
  });

  it('puts the published mean beside the honest one, and the parts add up', async () => {
    const { published } = await suite.ask('response.quality', {});
    // waits of the answers: 2 to 13 hours; 24 problems, one asked again, one question under the video
    expect(published.publishedSeconds).toBeCloseTo(7.5 * 3600, 6);
    expect(published).toMatchObject({ n: 26, answers: 12, silent: 14, late: 0, cappedSeconds: 0 });
    expect(found(published.publishedSeconds) + found(published.cappedSeconds) + found(published.silenceSeconds)).toBeCloseTo(found(published.honestSeconds), 6);
    const { groups } = await suite.ask('response.survival', {});
    expect(published.honestSeconds).toBeCloseTo(found(groups[0]?.restrictedMeanSeconds), 6);
    expect(published.publishedSeconds).toBeCloseTo(found(groups[0]?.meanOfAnswersSeconds), 6);
  });
});

describe('criticism and praise', () => {
  it('counts every message addressed to the brand, answered or not, and opens them', async () => {
    const { all, opening, unobservable } = await suite.ask('response.criticism', {});
    // 24 problems and one again; 12 answered. 20 compliments, 15 answered, one under the video answered, five thanks after an answer
    expect(all.criticism).toMatchObject({ n: 25, tooFew: false, answered: { k: 12, n: 25, estimate: null } });
    expect(all.praise).toMatchObject({ n: 26, answered: { k: 16, n: 26 } });
    expect(opening.criticism).toMatchObject({ n: 24, answered: { k: 12 } });
    expect(opening.praise).toMatchObject({ n: 21, answered: { k: 16 } });
    expect(all.difference).toBeNull();
    expect(unobservable).toBe(0);
    expect(await behind({ set: 'criticism', answered: false })).toHaveLength(13);
    expect(await behind({ set: 'praise', answered: true, openingOnly: true })).toHaveLength(16);
  });
});

describe('open requests', () => {
  it('let the last comment under an old video wait until the export was made', async () => {
    const { requests, total, open, silence } = await suite.ask('response.backlog', { orderBy: 'age' });
    expect(total).toBe(14);
    expect(open).toBe(14);
    expect(silence).toBe(14);
    expect(requests[0]).toMatchObject({ nativeId: 'v4', waitedSeconds: (FIRST_EXPORT_MS - (START_MS - 700 * DAY_MS + 1.43 * HOUR_MS)) / 1000, outcome: 'silence', observable: true, approximate: false });
  });

  it('are sorted by what the asker gave, then by age; kinds and places are counted before the choice', async () => {
    const { requests, intents, containers } = await suite.ask('response.backlog', {});
    const order = requests.map(({ points, waitedSeconds }) => [-(points ?? 0), -(waitedSeconds ?? 0)] as const);
    expect(order).toEqual(order.toSorted((one, other) => one[0] - other[0] || one[1] - other[1]));
    // an idea is a piece of value, so its author comes first, however short her wait
    expect(requests[0]).toMatchObject({ nativeId: 'c23', reopened: false, intents: ['trouble', 'idea'] });
    expect(requests[0]?.points).toBeGreaterThan(0);
    expect(requests.find(({ nativeId }) => nativeId === 't8')).toMatchObject({ reopened: true });
    expect(Object.fromEntries(intents.map(({ intent, n }) => [intent, n]))).toEqual({ information: 1, trouble: 13, idea: 1, purchase: 0, decision: 0 });
    expect(containers).toEqual([{ container: 'aurora', network: 'facebook', n: 13 }, { container: 'aurora-video', network: 'youtube', n: 1 }]);
    const chosen = await suite.ask('response.backlog', { intent: 'information', orderBy: 'probability' });
    expect(chosen).toMatchObject({ total: 1, open: 14, expectedRight: null });
    expect((await suite.ask('response.backlog', { container: 'aurora', page: 1, size: 10 })).requests).toHaveLength(3);
  });

  it('leave as a table with a row each', async () => {
    const { text, rows: count, total, fileName } = await suite.ask('response.backlogTable', { intent: 'trouble', separator: ';' });
    expect({ count, total, fileName }).toEqual({ count: 13, total: 13, fileName: 'open-requests.csv' });
    expect(text.split('\r\n')).toHaveLength(15);
    expect(text.split('\r\n')[0]).toContain('network;container;message;author;created_points');
  });
});

describe('the first page', () => {
  it('holds the open criticism of the twenty newest posts, and the age of the oldest', async () => {
    const { containers } = await suite.ask('response.firstPage', {});
    // posts 6 to 25 are the newest: problems 6 to 23, of which 6 to 11 answered, and one asked again under post 8
    expect(containers.find(({ container }) => container === 'aurora')).toMatchObject({ items: 20, itemsInAll: 26, criticism: 19, open: 13, oldestSeconds: Math.round((FIRST_EXPORT_MS - (START_MS + (8 * 24 + 41) * HOUR_MS)) / 1000) });
    expect(containers.find(({ container }) => container === 'aurora-video')).toMatchObject({ items: 1, open: 0, oldestSeconds: null });
    expect(await behind({ set: 'first-page', container: 'aurora' })).toHaveLength(13);
  });

  it('does not change with the period: a page is looked at as it stands', async () => {
    const { containers } = await suite.ask('response.firstPage', { filters: { fromMs: 0, toMs: 1 } });
    expect(containers.find(({ container }) => container === 'aurora')?.open).toBe(13);
  });
});

describe('against what it may be held', () => {
  it('compares a chosen period with the one before, or says why not', async () => {
    const { past, published, brands } = await suite.ask('response.benchmarks', { filters: { fromMs: START_MS + 12 * DAY_MS, toMs: START_MS + 24 * DAY_MS, networks: ['facebook'] } });
    expect(past).toMatchObject({ reason: null, chosen: true, beforeFromMs: START_MS, leftOut: [] });
    const [day] = past.comparisons;
    expect(day).toMatchObject({ seconds: 86_400, first: { n: 12, tooFew: true }, second: { n: 13, tooFew: true }, difference: null });
    expect(published.map(({ id }) => id)).toContain('socialbakers-2012');
    expect(brands).toMatchObject({ reason: 'one-brand', rivals: [] });
    expect((await suite.ask('response.benchmarks', { filters: { fromMs: START_MS, toMs: START_MS + 24 * DAY_MS, networks: ['facebook'] } })).past).toMatchObject({ reason: 'no-earlier-data', comparisons: [] });
  });

  it('names the places that are in one period alone', async () => {
    const { past } = await suite.ask('response.benchmarks', {});
    expect(past).toMatchObject({ reason: null, chosen: false });
    expect(past.leftOut).toContainEqual({ place: 'aurora', period: 'now', n: 25 });
    expect(past.nowToMs).toBe(FIRST_EXPORT_MS);
  });
});

describe('what vanished', () => {
  it('cannot be told of one export', async () => {
    expect(await suite.ask('response.vanished', {})).toMatchObject({ comparable: false, vanished: { n: 0, tooFew: true }, difference: null, containers: [] });
  });

  it('is what a second export covers and no longer holds, by kind', async () => {
    await importRows('second.csv', rows.filter(({ gone }) => gone !== true), SECOND_EXPORT_MS);
    await suite.ask('analyse.run', {});
    const vanished = await suite.ask('response.vanished', {});
    expect(vanished).toMatchObject({ comparable: true, vanished: { n: 2, read: 2, tooFew: true, criticism: null, intents: { trouble: 2 } }, notReExported: 0, hidden: 0 });
    // 24 problems less two, one again, an idea, 26 compliments, two words of resolution, one question
    expect(vanished.stillThere).toMatchObject({ n: 53, read: 53, criticism: { k: 23, n: 53 } });
    expect(vanished.containers[0]).toEqual({ container: 'aurora', network: 'facebook', vanished: 2, criticism: 2, stillThere: 51, notReExported: 0 });
    expect(await behind({ set: 'vanished', criticismOnly: true })).toEqual(['c20', 'c22']);
    expect(await behind({ set: 'still-there' })).toHaveLength(53);
  });

  it('leaves the first page', async () => {
    const { containers } = await suite.ask('response.firstPage', {});
    expect(containers.find(({ container }) => container === 'aurora')?.open).toBe(11);
  });
});
