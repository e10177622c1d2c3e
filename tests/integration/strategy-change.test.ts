import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2025, 2, 3, 9);
let nowMs = START_MS + 80 * DAY_MS;
const { engine, ask } = suiteEngine({ nowMs: () => nowMs });
let folder = '';
let edition = '';

const stamp = (atMs: number): string => {
  const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(atMs).toUTCString()) ?? [];
  return `${new Date(atMs).toUTCString().slice(0, 3)} ${month ?? ''} ${day ?? ''} ${time ?? ''} +0000 ${year ?? ''}`;
};

/** A question a day; `isAnswered` says which are answered, and how many hours later. */
function questions(from: number, to: number, isAnswered: (day: number) => number | null, only: 'all' | 'answers' = 'all'): string {
  const rows = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id'];
  for (let day = from; day < to; day += 1) {
    const id = 10_000 + day * 10;
    const customer = String(1000 + ((day * 7) % 41));
    // no two at the same time of day: times whole days apart are taken for rough ages
    const atMs = START_MS + day * DAY_MS + ((day * 37) % 1000) * 1000;
    const hours = isAnswered(day);
    if (only === 'all') rows.push(`${id},${customer},True,${stamp(atMs)},"@Aurora A che ora aprite domenica?",${hours === null ? '' : id + 1},`);
    if (hours !== null) rows.push(`${id + 1},Aurora,False,${stamp(atMs + hours * 3_600_000 + 60_000)},"@${customer} Apriamo alle otto, ti aspettiamo.",,${id}`);
  }
  return `${rows.join('\n')}\n`;
}

async function imported(name: string, text: string): Promise<void> {
  writeFileSync(join(folder, name), text);
  await ask('import.run', { files: [{ file: await engine().registerFile(join(folder, name), name) }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await ask('analyse.run', { seed: 1 });
}

const sum = ({ causes, between }: OperationValue<'strategy.change'>): number => causes.reduce((total, { part }) => total + (part?.estimate ?? 0), 0) + (between === null ? 0 : between.mix.estimate + between.rate.estimate + between.curve.estimate);
const period = (from: number, to: number): { fromMs: number; toMs: number } => ({ fromMs: START_MS + from * DAY_MS, toMs: START_MS + to * DAY_MS });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-change-'));
  await ask('project.create', { name: 'Cambiamenti', file: await engine().registerFile(join(folder, 'c.tribuna'), 'c.tribuna') });
  // half of the first forty days is answered within a day; in the days after nine of ten
  await imported('first.csv', questions(0, 60, (day) => (day < 40 ? (day % 2 === 0 ? 2 : null) : day % 10 === 0 ? null : 2)));
  await ask('hypotheses.register', { measure: 'answered-day', intent: 'information', direction: 'at-least', value: 0.8, toMs: START_MS + 120 * DAY_MS });
  ({ id: edition } = await ask('editions.close', { name: 'Primavera', ...period(0, 40) }));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

describe('why a figure changed', () => {
  it('between two periods is mix and rate that add up, each with its limits', async () => {
    const change = await ask('strategy.change', { measure: 'answered-day', by: 'network', before: period(0, 40), after: period(40, 60) });
    expect(change).toMatchObject({ reason: null, samePeriod: false, causes: [], leftover: { estimate: 0, rests: [] }, before: { n: 40, edition: null }, after: { n: 20 } });
    expect(change.before.figure?.estimate).toBeCloseTo(0.5, 9);
    expect(change.after.figure?.estimate).toBeCloseTo(0.9, 9);
    expect(sum(change)).toBeCloseTo(change.difference?.estimate ?? Number.NaN, 9);
    // one network: nothing but the rate
    expect(change.between?.mix.estimate).toBeCloseTo(0, 9);
    expect(change.between?.rate.low).toBeGreaterThan(0);
    expect(change.between?.groups.map(({ key, before, after }) => [key, before.n, after.n])).toEqual([['x', 40, 20]]);
    expect(change.between?.groups[0]?.messageIds).toHaveLength(60);
  });

  it('is not divided where there are too few cases', async () => {
    expect(await ask('strategy.change', { before: period(0, 10), after: period(40, 60) })).toMatchObject({ reason: 'too-few', difference: null, between: null, before: { n: 10, tooFew: true, figure: null } });
  });

  it('of the same period since an edition is late answers, new messages, corrections, and adds up to what it kept', async () => {
    const same = await ask('strategy.change', { before: { edition }, after: period(0, 40) });
    expect(same).toMatchObject({ samePeriod: true, causes: [], before: { edition: 'Primavera', closed: 0.5 } });
    expect(same.difference?.estimate).toBe(0);
    expect(same.leftover.estimate).toBeCloseTo(0, 9);
    nowMs += 40 * DAY_MS;
    // five questions of the period turn out to have been answered, and three days come in again with a message of their own
    const late = new Set([1, 3, 5, 7, 9]);
    await imported('second.csv', questions(0, 12, (day) => (late.has(day) ? 3 : null), 'answers'));
    const { requests } = await ask('response.requests', { filters: period(0, 40), size: 40 });
    const [open] = requests.filter(({ answeredAtMs }) => answeredAtMs === null);
    await ask('labels.set', { labels: [{ messageId: open?.messageId ?? 0, intents: ['praise'] }] });
    await ask('analyse.run', { seed: 1 });
    const change = await ask('strategy.change', { before: { edition }, after: period(0, 40) });
    expect(change.causes.map(({ cause, n }) => [cause, n])).toEqual([['late-replies', 5], ['by-hand', 1]]);
    expect(change.then?.estimate).toBeCloseTo(0.5, 9);
    expect(change.after.figure?.estimate).toBeCloseTo(25 / 39, 9);
    expect(sum(change)).toBeCloseTo(25 / 39 - 0.5, 9);
    expect(change.causes.every(({ part }) => (part?.estimate ?? 0) > 0)).toBe(true);
    expect(change.leftover.estimate).toBeCloseTo(0, 9);
    // and the room shows the same figure
    const [group] = (await ask('response.survival', { by: 'none', filters: period(0, 40) })).groups;
    expect(change.after.figure?.estimate).toBeCloseTo(group?.answeredWithin.find(({ seconds }) => seconds === 86_400)?.estimate ?? Number.NaN, 9);
  });

  it('from an edition to a later period has both kinds of parts', async () => {
    const change = await ask('strategy.change', { before: { edition }, after: period(40, 60) });
    expect(change.causes).toHaveLength(2);
    expect(change.between).not.toBeNull();
    expect(sum(change)).toBeCloseTo(change.difference?.estimate ?? Number.NaN, 9);
    expect(change.difference?.estimate).toBeCloseTo((change.after.figure?.estimate ?? 0) - (change.then?.estimate ?? 0), 9);
  });

  it('of an edition that is gone is not found', async () => {
    expect(await engine().call('strategy.change', { before: { edition: 'none' } })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});

describe('targets', () => {
  it('are judged when the next edition is closed, kept with it, and taken back with it by one undo', async () => {
    expect((await ask('editions.verdicts', { id: edition })).verdicts).toEqual([]);
    const waiting = await ask('editions.close', { name: 'A metà', ...period(0, 60) });
    expect(waiting).toMatchObject({ judged: 0, waiting: 1, unjudged: false });
    nowMs += 60 * DAY_MS;
    await imported('third.csv', questions(80, 135, (day) => (day % 10 === 0 ? null : 2)));
    const closed = await ask('editions.close', { name: 'Estate' });
    expect(closed).toMatchObject({ judged: 1, waiting: 0, unmeasured: 0 });
    const { edition: told, verdicts } = await ask('editions.verdicts', {});
    expect(told?.name).toBe('Estate');
    const [hypothesis] = (await ask('hypotheses.list', {})).hypotheses;
    expect(hypothesis).toMatchObject({ state: 'judged' });
    expect(verdicts).toMatchObject([{ hypothesis: hypothesis?.id, measure: 'answered-day', subject: 'information', verdict: hypothesis?.verdicts[0]?.verdict, figure: hypothesis?.verdicts[0]?.figure, again: false }]);
    await ask('history.undo', {});
    expect((await ask('editions.list', {})).editions.map(({ name }) => name)).toEqual(['A metà', 'Primavera']);
    expect((await ask('hypotheses.list', {})).hypotheses[0]).toMatchObject({ state: 'due', verdicts: [] });
    await ask('history.redo', {});
    expect((await ask('editions.verdicts', {})).verdicts).toEqual(verdicts);
    expect((await ask('hypotheses.list', {})).hypotheses[0]?.verdicts).toHaveLength(1);
  });

  it('stand in the calendar of the plan with the pieces that were routed', async () => {
    const { entries } = await ask('plan.calendar', {});
    expect(entries.filter(({ kind }) => kind === 'hypothesis')).toMatchObject([{ state: 'judged', late: false, measure: 'answered-day', subject: 'information' }]);
  });
});

describe('warnings by kind and by question', () => {
  it('stand on the days of all requests, with what the rule would cry where nothing goes on', async () => {
    const { series, looked, falseAlarmsAYear, n } = await ask('strategy.warnings', { by: 'intent', seed: 1 });
    const information = series.find(({ key }) => key === 'information');
    expect(information).toMatchObject({ n: expect.any(Number) as number, tooFew: false, unwarned: 0, precision: { n: 0 }, standing: null, falseAlarms: { aYear: 0 } });
    expect(information?.n).toBeLessThanOrEqual(n);
    expect(looked).toBe(series.filter(({ falseAlarms }) => falseAlarms !== null).length);
    expect(falseAlarmsAYear).toBeGreaterThanOrEqual(0);
    expect(series.filter(({ tooFew }) => tooFew).every(({ falseAlarms, bursts }) => falseAlarms === null && bursts.length === 0)).toBe(true);
    const topics = await ask('strategy.warnings', { by: 'topic', seed: 1 });
    expect(topics.series[0]).toMatchObject({ tooFew: false });
    expect(topics.series[0]?.label).not.toBe('');
    expect(await ask('strategy.warnings', { by: 'topic', seed: 1 })).toEqual(topics);
  });

  it('see a burst of one kind where the others are calm', async () => {
    const rows = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id'];
    for (let at = 0; at < 90; at += 1) rows.push(`${900_000 + at},${5000 + at},True,${stamp(START_MS + (120 + Math.floor(at / 30)) * DAY_MS + at * 97_000)},"@Aurora Il pagamento non funziona da ieri, errore ${at}",,`);
    await imported('storm.csv', `${rows.join('\n')}\n`);
    const { series } = await ask('strategy.warnings', { by: 'intent', seed: 1 });
    const trouble = series.find(({ key }) => key === 'trouble');
    expect(trouble?.n).toBe(90);
    // the days on which the collection of this file begins and ends stand in no series
    expect(trouble?.bursts.map(({ messages, atEdge }) => [messages, atEdge])).toEqual([[30, true]]);
    expect(trouble?.bursts[0]?.messageIds).toHaveLength(30);
    expect(series.find(({ key }) => key === 'information')?.bursts).toEqual([]);
  });
});
