import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationInput, OperationValue } from '../../src/contract/operations.ts';
import { smallExport } from '../support/small-export.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const suite = suiteEngine({ nowMs: Date.parse('2025-09-01T00:00:00Z') });
const folder = mkdtempSync(join(tmpdir(), 'tribuna-statement-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const path = join(folder, 'small.csv');
  writeFileSync(path, smallExport(240));
  await suite.ask('project.create', { name: 'Statement' });
  await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(path, 'small.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] }, competitors: [{ name: 'Bottega', accounts: ['Bottega'] }] });
  await suite.ask('analyse.run', {});
});

const found = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('not there');
  return value;
};
const statement = (input: OperationInput<'value.statement'>): Promise<OperationValue<'value.statement'>> => suite.ask('value.statement', input);
const richest = async (): Promise<OperationValue<'value.accounts'>['accounts'][number]> => found((await suite.ask('value.accounts', { orderBy: 'bookings', size: 1 })).accounts[0]);

describe('a statement', () => {
  it('closes at the balance of the map, its lines running up to it, on whatever pages they are read', async () => {
    const { accountId, created, consumedTotal, bookings, balance } = await richest();
    const whole = await statement({ party: { kind: 'person', id: String(accountId) }, size: 1000 });
    expect(whole).toMatchObject({ total: bookings, opening: { created: 0, consumed: 0 }, trial: { agree: true } });
    expect(whole.closing.created).toBeCloseTo(created, 9);
    expect(whole.closing.consumed).toBeCloseTo(consumedTotal, 9);
    expect(whole.balance).toBe(balance);
    expect(whole.trial.stored).toEqual(whole.closing);
    expect(whole.trial.credits).toBeCloseTo(whole.trial.debits, 9);
    const last = found(whole.lines.at(-1));
    expect([last.createdSoFar, last.consumedSoFar]).toEqual([whole.closing.created, whole.closing.consumed]);
    expect(whole.lines.map(({ atMs }) => atMs ?? -Infinity)).toEqual(whole.lines.map(({ atMs }) => atMs ?? -Infinity).toSorted((one, other) => one - other));
    expect(whole.lines.every(({ giver, receiver, created: gives, consumed: takes, points }) => (gives === 0 || (gives === points && giver.id === accountId)) && (takes === 0 || (takes === points && receiver.id === accountId)))).toBe(true);
    expect(whole.rules.reduce((sum, { lines }) => sum + lines, 0)).toBe(whole.total);
    const paged: OperationValue<'value.statement'>['lines'] = [];
    for (let page = 0; paged.length < whole.total; page += 1) paged.push(...(await statement({ party: { kind: 'person', id: String(accountId) }, page, size: 2 })).lines);
    expect(paged).toEqual(whole.lines);
  });

  it('opens with what lay before a period, so that opening and lines always make the closing', async () => {
    const { accountId } = await richest();
    const party = { kind: 'account' as const, id: String(accountId) };
    const whole = await statement({ party, size: 1000 });
    const middle = found(found(whole.lines[Math.floor(whole.total / 2)]).atMs ?? undefined);
    const before = await statement({ party, filters: { toMs: middle }, size: 1000 });
    const after = await statement({ party, filters: { fromMs: middle }, size: 1000 });
    expect(before.total + after.total).toBe(whole.total);
    expect(after.opening).toEqual(before.closing);
    expect(after.closing).toEqual(whole.closing);
    expect(after.total).toBeGreaterThan(0);
    expect(found(after.lines[0]).createdSoFar + found(after.lines[0]).consumedSoFar).toBeGreaterThan(after.opening.created + after.opening.consumed);
  });

  it('of a brand mirrors what people received of it and gave to it; of all brands and people together the books are whole', async () => {
    const books = await suite.ask('value.books', {});
    const aurora = await statement({ party: { kind: 'brand', id: 'aurora' }, size: 1000 });
    expect(aurora.party).toMatchObject({ id: 'Aurora', name: 'Aurora' });
    expect(aurora.closing.created).toBe(aurora.lines.filter(({ giver }) => giver.kind === 'brand' && giver.name === 'Aurora').reduce((sum, { points }) => sum + points, 0));
    expect(aurora.rules.find(({ rule }) => rule === 'brand-answer')?.created).toBe(books.rules.find(({ rule }) => rule === 'brand-answer')?.points);
    expect(aurora.balance).toBeNull();
  });

  it('of a tribe sums its people; under five of them nothing is told; a stranger is not found', async () => {
    const { tribes } = await suite.ask('tribes.list', {});
    const tribe = found(tribes.find(({ tooFew }) => !tooFew));
    const whole = await statement({ party: { kind: 'tribe', id: tribe.id }, size: 1 });
    expect(whole.party.people).toBe(tribe.size);
    expect(whole.closing.created).toBeCloseTo(tribe.created, 9);
    expect(whole.closing.consumed).toBeCloseTo(tribe.consumed, 9);
    const small = found(tribes.find(({ size, tooFew }) => tooFew && size < 5));
    expect(await statement({ party: { kind: 'tribe', id: small.id } })).toMatchObject({ tooFew: true, total: 0, lines: [], party: { people: small.size } });
    await expect(statement({ party: { kind: 'account', id: '999999' } })).rejects.toThrow('not-found');
    await expect(statement({ party: { kind: 'brand', id: 'Nobody' } })).rejects.toThrow('not-found');
  });

  it('leaves as a table with one header and a line each', async () => {
    const { accountId } = await richest();
    const party = { kind: 'person' as const, id: String(accountId) };
    const { total, text, fileName } = await suite.ask('value.statementCsv', { party, separator: ';' });
    const lines = text.split('\r\n').filter((line) => line !== '');
    expect(lines).toHaveLength(total + 1);
    expect(lines[0]).toBe('\uFEFFline;time;rule;version;giver;receiver;points;basis;half_of_an_exchange;created;consumed;created_so_far;consumed_so_far;message;text');
    expect(fileName).toBe(`statement-person-${String(accountId)}.csv`);
    expect((await suite.ask('value.statementCsv', { party, page: 1, size: 2 })).text).not.toContain('created_so_far');
  });
});

describe('the weights', () => {
  const everything = async (): Promise<unknown> => [await suite.ask('value.map', {}), await suite.ask('tribes.list', {}), await suite.ask('value.books', {}), await suite.ask('value.accounts', { size: 1000 })];

  it('are told with what each means, and change nothing when they are those in force', async () => {
    const { version, rules, versions } = await suite.ask('value.weights', {});
    expect([version, versions]).toEqual([null, []]);
    expect(rules).toHaveLength(16);
    expect(rules.find(({ rule }) => rule === 'reaction')).toMatchObject({ weight: 0.1, defaultWeight: 0.1, giver: 'brand or commons' });
    expect(await suite.ask('value.setWeights', { weights: { review: 1 } })).toMatchObject({ version: null, changed: false });
    expect(await suite.ask('value.weightsEffect', { weights: {} })).toMatchObject({ changed: 0, changedTribes: 0, moves: [] });
    await expect(suite.ask('value.setWeights', { revertTo: 4 })).rejects.toThrow('not-found');
  });

  it('hold at once, without booking anything again; undo and redo give either table back', async () => {
    const before = await everything();
    const effect = await suite.ask('value.weightsEffect', { weights: { 'brand-answer': 8, 'question-answered': 0 } });
    expect(effect.changed).toBeGreaterThan(0);
    expect(effect.zones.reduce((sum, zone) => sum + zone.before, 0)).toBe(effect.n);
    expect(effect.zones.reduce((sum, zone) => sum + zone.after, 0)).toBe(effect.n);
    expect(await suite.ask('value.setWeights', { weights: { 'brand-answer': 8, 'question-answered': 0 }, note: ' la risposta costa ' })).toMatchObject({ version: 1, changed: true });
    const after = await everything();
    expect(after).not.toEqual(before);
    const { tribes } = await suite.ask('tribes.list', { lens: 'value' });
    for (const { zone, after: people } of effect.zones) if (zone !== 'depends' && zone !== 'few') expect(tribes.find(({ id }) => id === `value:${zone}`)?.size).toBe(people);
    expect(await suite.ask('value.weights', {})).toMatchObject({ version: 1, versions: [{ version: 1, note: 'la risposta costa', weights: { 'brand-answer': 8, 'question-answered': 0 } }] });
    expect((await suite.ask('value.books', {})).agree).toBe(true);
    expect(await suite.ask('analyse.run', {})).toMatchObject({ didWork: false });
    await suite.ask('history.undo', {});
    expect(await everything()).toEqual(before);
    await suite.ask('history.redo', {});
    expect(await everything()).toEqual(after);
    expect(await suite.ask('value.setWeights', { weights: {} })).toMatchObject({ version: 2, changed: true });
    expect(await everything()).toEqual(before);
    expect(await suite.ask('value.setWeights', { revertTo: 1 })).toMatchObject({ version: 3, changed: true });
    expect(await everything()).toEqual(after);
    expect((await suite.ask('value.weights', {})).versions.map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  it('give what a whole new analysis would have given with them', async () => {
    await suite.ask('analyse.run', { seed: 2 });
    const analysed = await everything();
    await suite.ask('value.setWeights', { weights: {} });
    expect(await everything()).not.toEqual(analysed);
    await suite.ask('history.undo', {});
    expect(await everything()).toEqual(analysed);
    await suite.ask('value.setWeights', { weights: {} });
  });
});

describe('inequality and the claim', () => {
  it('counts the people who wrote, sums their points, and stands quarter by quarter', async () => {
    const spread = await suite.ask('value.inequality', {});
    const { accounts } = await suite.ask('value.accounts', { size: 1000 });
    expect(spread.n + spread.silent).toBe(accounts.length);
    expect(spread.points).toBeCloseTo(accounts.reduce((sum, { created }) => sum + created, 0), 9);
    const held = accounts.map(({ created }) => created).toSorted((one, other) => other - one).slice(0, spread.half?.people ?? 0);
    expect(held.reduce((sum, points) => sum + points, 0)).toBeGreaterThanOrEqual(spread.points / 2 - 1e-9);
    expect(held.slice(0, -1).reduce((sum, points) => sum + points, 0)).toBeLessThan(spread.points / 2);
    expect(spread.interval?.low).toBeLessThanOrEqual(spread.gini ?? 0);
    expect(spread.quarters.map(({ quarter }) => quarter)).toEqual(['2025-Q1', '2025-Q2', '2025-Q3']);
    expect(spread.quarters.reduce((sum, { points }) => sum + points, 0)).toBeLessThanOrEqual(spread.points + 1e-9);
    expect(await suite.ask('value.inequality', { filters: { text: 'xyzzy' } })).toMatchObject({ n: 0, gini: null, half: null, curve: [], reason: 'few-people' });
  });

  it('says that the claim is not verifiable where two quarters are all there is', async () => {
    const claim = await suite.ask('value.claim', {});
    expect(claim.used).toMatchObject({ estimate: null, verdict: 'not-verifiable', reason: 'few-tribe-quarters' });
    expect(claim.used.n).toBeLessThan(20);
  });
});
