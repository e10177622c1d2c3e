import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationInput, OperationName, OperationValue } from '../../src/contract/operations.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { testSettings } from '../support/test-engine.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2025, 2, 3, 9);
const REGISTERED_MS = START_MS + 90 * DAY_MS;
const WINDOW_END_MS = REGISTERED_MS + 60 * DAY_MS;

const stamp = (atMs: number): string => {
  const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(atMs).toUTCString()) ?? [];
  return `${new Date(atMs).toUTCString().slice(0, 3)} ${month} ${day} ${time} +0000 ${year}`;
};

/** An export of one question a day from day `from` to before day `to`, answered within an hour on `answered` of ten days. */
function dailyQuestions(from: number, to: number, answered: number): string {
  const rows = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id'];
  for (let day = from; day < to; day += 1) {
    for (const [place, text] of ['A che ora aprite domenica?', 'Dove trovo la nuova miscela?'].entries()) {
      const id = 10_000 + day * 10 + place * 4;
      const customer = String(1000 + ((day * 7 + place) % 40));
      // no two at the same time of day: times whole days apart are taken for rough ages
      const atMs = START_MS + day * DAY_MS + place * 3_600_000 + ((day * 37) % 1000) * 1000;
      const isAnswered = day % 10 < answered;
      rows.push(`${id},${customer},True,${stamp(atMs)},"@Aurora ${text}",${isAnswered ? id + 1 : ''},`);
      if (isAnswered) rows.push(`${id + 1},Aurora,False,${stamp(atMs + 1_800_000)},"@${customer} Apriamo alle otto, la trova in negozio.",,${id}`);
    }
  }
  return `${rows.join('\n')}\n`;
}

let folder: string;
let nowMs = REGISTERED_MS;
let engine: Engine;
const bugs: string[] = [];

async function ask<Name extends OperationName>(operation: Name, input: OperationInput<Name>): Promise<OperationValue<Name>> {
  // the engine answers unknown because its door is one for all operations; it has checked the reply against this very type
  const outcome = await engine.call(operation, input) as Outcome<OperationValue<Name>>;
  if (!outcome.ok) throw new Error(`${operation}: ${outcome.failure.code}: ${outcome.failure.message}`);
  return outcome.value;
}

async function imported(name: string, text: string): Promise<void> {
  writeFileSync(join(folder, name), text);
  await ask('import.run', { files: [{ file: await engine.registerFile(join(folder, name), name) }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await ask('analyse.run', {});
}

const answeredDay = { measure: 'answered-day', intent: 'information', direction: 'at-least', toMs: WINDOW_END_MS } as const;
const listed = async (id: string): Promise<OperationValue<'hypotheses.list'>['hypotheses'][number] | undefined> => (await ask('hypotheses.list', {})).hypotheses.find((one) => one.id === id);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-hypotheses-'));
  engine = createEngine(testSettings(folder), { now: () => nowMs, onBug: (line) => void bugs.push(line) });
  await ask('project.create', { name: 'hypotheses' });
  await imported('before.csv', dailyQuestions(0, 90, 3));
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  expect(bugs).toEqual([]);
});

describe('hypotheses', () => {
  it('are registered with a baseline, wait for the data, and are taken back by undo', async () => {
    const { figure, unit } = await ask('hypotheses.measure', { measure: 'answered-day', intent: 'information' });
    expect(unit).toBe('share');
    expect(figure.n).toBeGreaterThan(100);
    expect(figure.estimate).toBeCloseTo(0.3, 1);
    const { id, isTest, baseline } = await ask('hypotheses.register', { ...answeredDay, value: 0.6, note: 'Due persone in più al mattino.' });
    expect([isTest, baseline]).toEqual([true, figure]);
    expect(await listed(id)).toMatchObject({ state: 'waiting', met: false, registeredMs: REGISTERED_MS, fromMs: REGISTERED_MS, toMs: WINDOW_END_MS, readyMs: WINDOW_END_MS + DAY_MS, note: 'Due persone in più al mattino.' });
    expect(await ask('hypotheses.judge', {})).toEqual({ judged: 0, again: 0, waiting: 1, unmeasured: 0 });
    await ask('history.undo', {});
    expect(await listed(id)).toBeUndefined();
    await ask('history.redo', {});
    expect(await listed(id)).toMatchObject({ state: 'waiting' });
  });

  it('say what is wrong with a target, and which one describes without testing', async () => {
    const refused = async (input: OperationInput<'hypotheses.register'>): Promise<unknown> => engine.call('hypotheses.register', input);
    expect(await refused({ ...answeredDay, value: 1.2 })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await refused({ ...answeredDay, value: 0.6, toMs: REGISTERED_MS + 1000 })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await refused({ measure: 'tribe-answered', direction: 'at-least', value: 0.5, toMs: WINDOW_END_MS })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await refused({ measure: 'figure', findingId: 'none', direction: 'at-least', value: 0.5, toMs: WINDOW_END_MS })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    const { id, isTest, baseline } = await ask('hypotheses.register', { ...answeredDay, value: 0.6, fromMs: REGISTERED_MS - 30 * DAY_MS });
    expect(isTest).toBe(false);
    // what lies in its window is not in its baseline
    expect(baseline.n).toBeLessThan((await ask('hypotheses.measure', { measure: 'answered-day', intent: 'information' })).figure.n ?? 0);
    expect(await listed(id)).toMatchObject({ isTest: false });
    await ask('history.undo', {});
  });

  it('are judged when the data reach the end of their window, on what was written in it alone, and kept even without an effect', async () => {
    const nothing = await ask('hypotheses.register', { ...answeredDay, value: 0.9, toMs: REGISTERED_MS + 30 * DAY_MS });
    const short = await ask('hypotheses.register', { measure: 'restricted-wait', intent: 'trouble', direction: 'at-most', value: 3600, toMs: REGISTERED_MS + 30 * DAY_MS });
    const source = { operation: 'response.survival', input: { by: 'intent' }, at: ['groups', { key: 'information' }, 'answeredWithin', { seconds: 86_400 }], fields: { estimate: 'estimate', low: 'low', high: 'high' } };
    const figure = { unit: 'share' as const, estimate: 0.3, low: 0.2, high: 0.4, n: 180 };
    const linked = await ask('findings.keep', { sentence: 'Su 100 domande 30 hanno risposta.', language: 'it', metric: 'answered-share', figure: { ...figure, source } });
    const kept = await ask('hypotheses.register', { measure: 'figure', findingId: linked.id, direction: 'at-least', value: 0.9, toMs: REGISTERED_MS + 30 * DAY_MS });
    const loose = await ask('findings.keep', { sentence: 'Senza cifra da ricalcolare.', language: 'it', figure: { ...figure, source: null } });
    expect(await engine.call('hypotheses.register', { measure: 'figure', findingId: loose.id, direction: 'at-least', value: 0.5, toMs: WINDOW_END_MS })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    const withdrawn = await ask('hypotheses.register', { ...answeredDay, value: 0.5, toMs: WINDOW_END_MS + 300 * DAY_MS });
    expect(await ask('hypotheses.withdraw', { id: withdrawn.id })).toEqual({ changed: true });
    nowMs = WINDOW_END_MS + 20 * DAY_MS;
    // the first thirty days as before, then nearly all are answered
    await imported('after.csv', dailyQuestions(90, 120, 3));
    expect(await ask('hypotheses.judge', { id: nothing.id })).toMatchObject({ judged: 0, waiting: 1 });
    await imported('later.csv', dailyQuestions(120, 165, 10));
    expect((await ask('hypotheses.list', {})).counts).toEqual({ waiting: 0, due: 4, judged: 0, withdrawn: 1 });
    expect(await engine.call('hypotheses.withdraw', { id: nothing.id })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await ask('hypotheses.judge', {})).toEqual({ judged: 4, again: 0, waiting: 0, unmeasured: 0 });
    expect(await listed(nothing.id)).toMatchObject({ state: 'judged', verdicts: [{ verdict: 'no-effect', atMs: nowMs, figure: { n: 60 } }] });
    expect(await listed(short.id)).toMatchObject({ verdicts: [{ verdict: 'too-few', figure: { estimate: null } }] });
    const same = await listed(nothing.id);
    expect(await listed(kept.id)).toMatchObject({ sentence: 'Su 100 domande 30 hanno risposta.', verdicts: [{ verdict: 'no-effect', figure: { estimate: same?.verdicts[0]?.figure.estimate, low: same?.verdicts[0]?.figure.low } }] });
    expect(await listed(withdrawn.id)).toMatchObject({ state: 'withdrawn', verdicts: [] });
    const [first] = (await ask('hypotheses.list', {})).hypotheses.filter(({ target }) => target.value === 0.6);
    expect(first?.verdicts[0]?.verdict).toBe('undecided');
    expect(first?.verdicts[0]?.change?.low).toBeGreaterThan(0);
  });

  it('keep their first verdict: what other data say stands beside it, and only where it differs', async () => {
    const [first] = (await ask('hypotheses.list', {})).hypotheses.filter(({ target }) => target.value === 0.6);
    const id = first?.id ?? '';
    expect(await ask('hypotheses.judge', {})).toEqual({ judged: 0, again: 0, waiting: 0, unmeasured: 0 });
    await imported('unanswered.csv', dailyQuestions(165, 200, 0).replaceAll(/^(\d+),/gmu, '9$1,'));
    expect(await ask('hypotheses.judge', {})).toMatchObject({ judged: 0, again: 0 });
    // the missing answers of the first thirty days arrive
    await imported('late.csv', dailyQuestions(90, 120, 10));
    await ask('hypotheses.judge', { id });
    const again = await listed(id);
    expect(again?.verdicts.map(({ verdict }) => verdict)).toEqual(['undecided', 'reached']);
    expect(again?.verdicts[0]).toEqual(first?.verdicts[0]);
    await ask('history.undo', {});
    expect((await listed(id))?.verdicts).toHaveLength(1);
  });
});
