import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUEUE_COLLECTED_MS, QUEUE_MINUTES, QUEUE_TEAM, queueExport, queueRequests } from '../support/queue-export.ts';
import { suiteEngine } from '../support/suite-engine.ts';

// of the weeks that this seed makes, those before the last three were quicker: the queue foretells better than "same as last period"
const SEED = 15;
const suite = suiteEngine({ nowMs: QUEUE_COLLECTED_MS });
const LINES = ['presence', 'listening', 'promotion', 'crm', 'one-to-one', 'surprise'] as const;
const MINUTES = Object.fromEntries(LINES.map((line) => [line, { ...QUEUE_MINUTES }]));
const WEEK_MINUTES = 10_080;
let folder = '';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-hours-'));
  const path = join(folder, 'export.csv');
  writeFileSync(path, queueExport(SEED));
  await suite.ask('project.create', { name: 'hours' });
  await suite.ask('import.run', {
    files: [{ file: await suite.engine().registerFile(path, 'export.csv'), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: QUEUE_COLLECTED_MS, mapping: { columns: { id: 'id', network: 'network', container: 'container', author: 'author', created_at: 'createdAt', text: 'text', parent_id: 'parentId' } } }],
    ownBrand: { name: 'Aurora', accounts: ['Aurora'] },
  });
  await suite.ask('analyse.run', {});
  // a greeting may be read as an answer; here every post is content
  const pages = [await suite.ask('messages.list', { page: 0, size: 1000 }), await suite.ask('messages.list', { page: 1, size: 1000 })];
  await suite.ask('labels.set', { labels: pages.flatMap(({ messages }) => messages.filter(({ nativeId }) => Number(nativeId) < 10_000).map(({ messageId }) => ({ messageId, acts: ['content' as const] }))) });
  await suite.ask('analyse.run', {});
}, 120_000);

const observed = async (): Promise<Record<(typeof LINES)[number], number>> => {
  const { rows, n } = await suite.ask('strategy.formation', {});
  return Object.fromEntries(rows.map(({ line, n: own }) => [line, own / n])) as Record<(typeof LINES)[number], number>;
};

describe('strategy.targetEffect', () => {
  it('asks for a target, then for minutes, and never takes shares of messages for time', async () => {
    expect(await suite.ask('strategy.targetEffect', {})).toMatchObject({ reason: 'no-target', time: null, forecast: null, todayFrom: 'assumed' });
    const shares = await observed();
    expect(await suite.ask('strategy.targetEffect', { target: shares })).toMatchObject({ reason: 'same', time: null });
    const target = { ...shares, presence: 0, listening: shares.listening + shares.presence };
    expect(await suite.ask('strategy.targetEffect', { target })).toMatchObject({ reason: 'minutes', missing: ['presence', 'listening'], time: null, backTest: null });
    expect(await suite.engine().call('strategy.targetEffect', { target: { ...target, crm: 0.5 } })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });

  it('moves hours as counted by hand, and foretells curves, requests and points', async () => {
    await suite.ask('strategy.setFormation', { minutes: MINUTES });
    const shares = await observed();
    const target = { ...shares, presence: 0, listening: shares.listening + shares.presence };
    const effect = await suite.ask('strategy.targetEffect', { target, today: QUEUE_TEAM });
    // twelve posts a week, each as long as an answer: all their time goes to listening, at 40 minutes in the middle, 20 and 60 at the ends
    expect(effect.time?.weeks).toBe(12);
    expect(effect.time?.moved.estimate).toBeCloseTo((effect.time?.messagesAWeek ?? 0) * shares.presence * 40 / 60, 9);
    expect(effect.time?.moved.estimate).toBeGreaterThan(7);
    expect(effect.time?.moved.estimate).toBeLessThan(9);
    expect(effect.time?.team.low).toBeCloseTo((effect.time?.messagesAWeek ?? 0) * 20 / 60, 9);
    expect(effect).toMatchObject({ reason: null, backTest: { verdict: 'passed', covered: 3 }, forecast: { staffedHours: 40, hours: { estimate: Math.round(effect.time?.moved.estimate ?? 0) } }, todayFrom: 'asked' });
    const { forecast, points } = effect;
    // more hours on the same requests: no curve lies above today's
    for (const [at, step] of (forecast?.target.all.steps ?? []).entries()) expect(step.waiting).toBeLessThanOrEqual((forecast?.today.all.steps[at]?.waiting ?? 0) + 1e-12);
    expect(forecast?.requests?.low).toBeGreaterThanOrEqual(0);
    expect(forecast?.requests?.estimate).toBeGreaterThan(forecast?.requests?.low ?? Infinity);
    expect(forecast?.requests?.estimate).toBeCloseTo((forecast?.share?.estimate ?? 0) * (forecast?.requestsAWeek ?? 0), 9);
    // every answer in public is one point
    expect(points?.each).toBeCloseTo(1, 1);
    expect(forecast?.points?.estimate).toBeCloseTo((forecast?.requests?.estimate ?? 0) * (points?.each ?? 0), 9);
    expect(await suite.ask('strategy.targetEffect', { target, today: QUEUE_TEAM })).toEqual(effect);
  });

  it('keeps to the arithmetic where the back-test is not passed', async () => {
    const shares = await observed();
    const target = { ...shares, presence: shares.presence + shares.listening / 2, listening: shares.listening / 2 };
    const effect = await suite.ask('strategy.targetEffect', { target, today: [{ people: 0, days: [1], from: 9, to: 10 }] });
    expect(effect).toMatchObject({ reason: 'not-passed', forecast: null, points: null });
    expect(effect.time?.moved.high).toBeLessThan(0);
    expect(effect.pace?.anHour.estimate).toBeGreaterThan(0);
    expect(effect.backTest?.error).toBeGreaterThan(0);
  });
});

describe('strategy.tenHours', () => {
  it('deals hours to whoever is left, as counted from the export', async () => {
    const { networks, more, best, leftHours } = await suite.ask('strategy.tenHours', { hours: 10 });
    const weeks = new Map<number, { n: number; left: number }>();
    for (const { askedMinute, answeredMinute } of queueRequests(SEED)) {
      const week = Math.floor(askedMinute / WEEK_MINUTES);
      const own = weeks.get(week) ?? { n: 0, left: 0 };
      weeks.set(week, { n: own.n + 1, left: own.left + (answeredMinute === null ? 1 : 0) });
    }
    const last = Math.max(...weeks.keys());
    const counted = [...weeks].filter(([week]) => week < last && week >= last - 12).map(([, own]) => own);
    const [n, left] = [counted.reduce((sum, own) => sum + own.n, 0), counted.reduce((sum, own) => sum + own.left, 0)];
    expect(networks).toMatchObject([{ network: 'facebook', n, unanswered: left, weeks: 12, tooFew: false, turns: 1, minutes: QUEUE_MINUTES }]);
    // everybody was watched to the end: the plateau is the share without an answer
    expect(networks[0]?.silence?.estimate).toBeCloseTo(left / n, 12);
    // ten hours of forty minutes are fifteen answers a week, and fewer are left
    expect(more?.estimate).toBeLessThanOrEqual(left / 12);
    expect(more?.estimate).toBeGreaterThan(0.85 * Math.min(15, left / 12));
    expect(more?.low).toBeLessThan(more?.estimate ?? 0);
    expect(best).toBe('facebook');
    expect(leftHours).toBeGreaterThanOrEqual(0);
  });

  it('takes other minutes, and says when there are none', async () => {
    expect((await suite.ask('strategy.tenHours', { hours: 2, minutes: { low: 60, high: 60 } })).more?.estimate).toBeCloseTo(2, 1);
    await suite.ask('strategy.setFormation', { minutes: {} });
    expect(await suite.ask('strategy.tenHours', {})).toMatchObject({ reason: 'minutes', more: null, minutes: null });
    expect(await suite.ask('strategy.tenHours', { filters: { networks: ['x'] }, minutes: { low: 1, high: 2 } })).toMatchObject({ reason: 'no-requests', networks: [] });
  });
});

describe('strategy.cheapestPlan', () => {
  const asked = { today: QUEUE_TEAM, minutes: QUEUE_MINUTES, costAnHour: 20 };

  it('finds a plan that the simulator confirms, and none that is cheaper by a person', async () => {
    const found = await suite.ask('strategy.cheapestPlan', { ...asked, share: 0.6, mostPeople: 4 });
    const { plan } = found;
    if (plan === null) throw new Error(`no plan: ${String(found.reason)}`);
    expect(found.reason).toBeNull();
    expect(plan.within.low).toBeGreaterThanOrEqual(0.6);
    expect(plan.cost).toBe(plan.hours * 20);
    expect(plan.hours).toBe(plan.team.reduce((sum, { people, days, from, to }) => sum + people * days.length * (to - from), 0));
    const { simulation } = await suite.ask('strategy.simulate', { today: QUEUE_TEAM, team: plan.team, minutes: QUEUE_MINUTES, triage: plan.triage, everybody: plan.everybody });
    const day = simulation?.team.all.within.find(({ seconds }) => seconds === 86_400)?.share;
    expect(day?.estimate).toBeCloseTo(plan.within.estimate, 1);
  });

  it('reaches more than the plateau only by a policy, and says where nothing reaches it', async () => {
    const { plan } = await suite.ask('strategy.cheapestPlan', { ...asked, share: 0.9, intent: 'information', mostPeople: 4 });
    expect(plan?.everybody).toEqual(['information']);
    const none = await suite.ask('strategy.cheapestPlan', { ...asked, share: 0.99, withinSeconds: 3600, mostPeople: 1 });
    expect(none).toMatchObject({ reason: 'none', plan: null, most: { hours: 168 } });
    expect(none.most?.asToday?.high).toBeLessThan(0.9);
  });

  it('names no plan without a passed back-test', async () => {
    expect(await suite.ask('strategy.cheapestPlan', { ...asked, today: [{ people: 0, days: [1], from: 9, to: 10 }] })).toMatchObject({ reason: 'not-passed', plan: null, tried: 0 });
  });
});
