import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act } from '../../src/domain/model/codes.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const START_MS = Date.parse('2026-03-02T08:00:00Z');
const HOUR_MS = 3_600_000;
const NOW_MS = Date.parse('2026-06-01T09:00:00Z');
const suite = suiteEngine({ nowMs: NOW_MS });

/** A message: its number, who, hours after the start, what, the number it answers, and what a person says it does. */
type Line = readonly [id: number, author: string, hours: number, text: string, answers: number | null, acts?: readonly Act[]];

const POSTS: readonly Line[] = Array.from({ length: 20 }, (_, at): Line => [100 + at, 'Aurora', at * 24 + 0.13 * at, `Buongiorno dal bar numero ${String(at)}`, null, at < 4 ? ['promotion'] : at < 6 ? ['ask'] : ['content']]);
const QUESTIONS: readonly Line[] = Array.from({ length: 12 }, (_, at): Line => [200 + at, `persona${String(at)}`, at * 24 + 3.1 + at * 0.07, `@Aurora a che ora aprite il bar di via ${String(at)}?`, 100 + at]);
// eight are answered within the day, one after two days, three never
const ANSWERS: readonly Line[] = Array.from({ length: 9 }, (_, at): Line => [300 + at, 'Aurora', at * 24 + (at === 8 ? 53.3 : 5.2) + at * 0.03, `Apriamo alle otto, via ${String(at)}`, 200 + at, at < 3 ? ['template'] : ['answer']]);
const AFTERWARDS: readonly Line[] = [
  // three days later, unasked: a follow-up, one about the person, one with a gift
  [400, 'Aurora', 80.4, 'Poi è arrivato tutto?', 200, ['ask']],
  [401, 'Aurora', 100.7, 'Abbiamo pensato al tuo compleanno', 201, ['personal']],
  [402, 'Aurora', 130.9, 'Ti mandiamo un piccolo omaggio', 202, ['personal']],
];
const LINES: readonly Line[] = [...POSTS, ...QUESTIONS, ...ANSWERS, ...AFTERWARDS];

let folder = '';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-strategy-'));
  const path = join(folder, 'export.csv');
  writeFileSync(path, ['id,network,container,author,created_at,text,parent_id', ...LINES.map(([id, author, hours, text, answers]) => `${String(id)},facebook,Pagina,${author},${new Date(START_MS + hours * HOUR_MS + id * 17_000).toISOString()},"${text}",${answers === null ? '' : String(answers)}`)].join('\n'));
  await suite.ask('project.create', { name: 'strategy' });
  await suite.ask('import.run', {
    files: [{ file: await suite.engine().registerFile(path, 'export.csv'), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: NOW_MS, mapping: { columns: { id: 'id', network: 'network', container: 'container', author: 'author', created_at: 'createdAt', text: 'text', parent_id: 'parentId' } } }],
    ownBrand: { name: 'Aurora', accounts: ['Aurora'] },
  });
  await suite.ask('analyse.run', {});
  const messages = (await suite.ask('messages.list', { size: 1000 })).messages;
  const byNative = new Map(messages.map(({ nativeId, messageId }) => [nativeId, messageId]));
  await suite.ask('labels.set', {
    labels: [
      ...LINES.flatMap(([id, , , , , acts]) => (acts === undefined ? [] : [{ messageId: byNative.get(String(id)) ?? 0, acts: [...acts] }])),
      ...QUESTIONS.map(([id]) => ({ messageId: byNative.get(String(id)) ?? 0, intents: ['information' as const] })),
    ],
  });
  await suite.ask('analyse.run', {});
}, 60_000);

describe('strategy', () => {
  it('lines the messages up as counted by hand', async () => {
    const { n, rows, criticised, target } = await suite.ask('strategy.formation', {});
    expect(n).toBe(32);
    expect(Object.fromEntries(rows.map(({ line, n: count }) => [line, count]))).toEqual({ presence: 14, listening: 11, promotion: 4, crm: 1, 'one-to-one': 1, surprise: 1 });
    expect(rows.find(({ line }) => line === 'listening')).toMatchObject({ formOnly: 3, share: 11 / 32, time: null });
    expect(rows.find(({ line }) => line === 'surprise')?.messageIds).toHaveLength(1);
    // half of |14/32 - .5| + |11/32 - .4| + |4/32 - .1| + 3/32
    expect(criticised.distance.estimate).toBeCloseTo((2 / 32 + (0.4 - 11 / 32) + (4 / 32 - 0.1) + 3 / 32) / 2, 12);
    expect(target).toBeNull();
  });

  it('keeps a target and minutes, refuses what cannot be, and takes them back', async () => {
    const target = { presence: 0.2, listening: 0.4, promotion: 0.1, crm: 0.1, 'one-to-one': 0.1, surprise: 0.1 };
    expect(await suite.engine().call('strategy.setFormation', { target: { ...target, listening: 0.5 } })).toMatchObject({ ok: false, failure: { code: 'invalid-input', message: 'the shares of a target must add up to 1; these add up to 1.100' } });
    expect(await suite.engine().call('strategy.setFormation', { minutes: { listening: { low: 9, high: 3 } } })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    await suite.ask('strategy.setFormation', { target, minutes: Object.fromEntries(['presence', 'listening', 'promotion', 'crm', 'one-to-one', 'surprise'].map((line) => [line, { low: 10, high: 10 }])) });
    const set = await suite.ask('strategy.formation', {});
    expect(set.target?.distance.estimate).toBeCloseTo((Math.abs(14 / 32 - 0.2) + (0.4 - 11 / 32) + Math.abs(4 / 32 - 0.1) + 3 * (0.1 - 1 / 32)) / 2, 12);
    expect(set.rows.find(({ line }) => line === 'presence')?.time?.share).toBeCloseTo(14 / 32, 12);
    await suite.ask('history.undo', {});
    expect((await suite.ask('strategy.formation', {})).target).toBeNull();
  });

  it('counts the five activities in their own units', async () => {
    const { activities } = await suite.ask('strategy.activities', {});
    const share = (code: string): unknown => {
      const found = activities.find(({ activity }) => activity === code);
      return found?.share === null ? found.reason : { k: found?.share.k, n: found?.share.n };
    };
    expect(share('intense-response')).toEqual({ k: 8, n: 12 });
    // answers came below the first eight posts within two days, and below the first three afterwards as well
    expect(share('broadcasting')).toEqual({ k: 12, n: 20 });
    expect(share('campaigns')).toEqual({ k: 4, n: 20 });
    expect(share('distributed-presence')).toBe('no-requests');
    expect(share('service-support')).toBe('no-requests');
  });

  it('measures breadth by network, and says where nobody answers any more', async () => {
    const { effective, networks } = await suite.ask('strategy.breadth', {});
    expect(effective).toMatchObject({ networks: 1, estimate: 1 });
    expect(networks).toMatchObject([{ network: 'facebook', messages: 32, posts: 20, requests: 12, abandonedRequests: 1 }]);
    expect(networks[0]?.replies).toMatchObject({ k: 12, n: 32 });
  });

  it('puts statements beside what is declared of them', async () => {
    await suite.ask('strategy.declare', { statement: 'we-know', declared: 'old', note: 'riunione del 3 marzo' });
    await suite.ask('strategy.declare', { statement: 'stance', stance: 0.8 });
    const { statements, stance } = await suite.ask('strategy.mindset', {});
    const figure = (code: string): unknown => statements.find(({ statement }) => statement === code)?.figure;
    // eleven posts that ask nothing and under which the brand never wrote
    expect(figure('image')).toMatchObject({ share: { k: 11, n: 20 } });
    expect(figure('keep-asking')).toMatchObject({ share: { k: 2, n: 20 } });
    expect(figure('answer-needs')).toMatchObject({ share: { k: 9, n: 12 } });
    expect(figure('every-channel')).toMatchObject({ share: null, reason: 'one-network' });
    expect(statements.find(({ statement }) => statement === 'we-know')).toMatchObject({ declared: 'old', note: 'riunione del 3 marzo', figure: { reason: 'declared-only' } });
    // eight answers that say something, two questions among the posts, the follow-up and the two about one person
    expect(stance).toMatchObject({ declared: 0.8, observed: { k: 11, n: 32 } });
  });

  it('shows the signs of the three causes', async () => {
    const { causes } = await suite.ask('strategy.causes', {});
    expect(causes.map(({ cause, signs }) => [cause, signs.map(({ sign }) => sign)])).toEqual([['team', ['template', 'deflect', 'reopened']], ['flows', ['new-question', 'answered-differently', 'handed-over']], ['arena', ['criticism-answered', 'praise-answered']]]);
    expect(causes[1]?.signs[2]).toMatchObject({ share: null, seconds: null, reason: 'nothing-routed' });
  });
});
