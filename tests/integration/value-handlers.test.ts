import { beforeAll, describe, expect, it } from 'vitest';
import { derivePromises } from '../../src/app/trust/derive-promises.ts';
import { trustRoomHandlers } from '../../src/app/trust/trust-room-handlers.ts';
import { aggregateValue, deriveValue } from '../../src/app/value/derive-value.ts';
import { valueHandlers } from '../../src/app/value/value-handlers.ts';
import type { AppContext } from '../../src/app/context.ts';
import { createDispatch } from '../../src/contract/dispatch.ts';
import { operations, type OperationInput, type OperationValue } from '../../src/contract/operations.ts';
import { placedProject, type PlacedProject } from './value-project.ts';

type ValueOperation = 'value.accounts' | 'value.books' | 'value.map' | 'tribes.list' | 'trust.parts';

const stage = { seed: 1, signal: new AbortController().signal, onProgress: () => undefined };
const DETAIL = 'La macchina perde acqua dal serbatoio ogni mattina da una settimana';

function caller(project: PlacedProject) {
  const context: AppContext = {
    version: '0', host: 'terminal', capabilities: { dialogs: false, pdf: false }, now: () => 0, timeZone: 'Europe/Rome', projectsFolder: '', stateFolder: '', resourcesFolder: '', file: () => null, emit: () => undefined, project,
  };
  const dispatch = createDispatch({ handlers: { ...valueHandlers(context), ...trustRoomHandlers(context) }, checkOutput: true, onBug: (_, error) => { throw error; } });
  return async <Name extends ValueOperation>(name: Name, input: OperationInput<Name>): Promise<OperationValue<Name>> => {
    const outcome = await dispatch(name, input);
    if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
    return operations[name].output.parse(outcome.value) as OperationValue<Name>;
  };
}

/**
 * Thirteen accounts: 1 is the brand's voice; 2 asks and is answered six times; 3-8 report faults in detail and are ignored seven times each; 9 enters
 * six contests; 10 only reads and is liked without names; 11 is an employee with six answered questions; 12 never wrote; 13 is a
 * partner who recommends.
 */
function golden(): PlacedProject {
  const project = placedProject(13);
  project.addRole(1, 'voice');
  project.addRole(11, 'employee');
  project.addRole(13, 'partner');
  let id = 0;
  const question = (account: number): void => {
    const asked = (id += 1);
    project.addMessage({ id: asked, account, intents: ['information'] });
    const answer = (id += 1);
    project.addMessage({ id: answer, account: 1, parent: asked, root: asked, outbound: true, acts: ['answer'] });
    project.addRequest({ message: asked, account, intents: ['information'], outcome: 'public', answer });
  };
  for (let i = 0; i < 6; i += 1) question(2);
  for (let account = 3; account <= 8; account += 1) {
    for (let i = 0; i < 7; i += 1) {
      project.addMessage({ id: (id += 1), account, intents: ['trouble'], text: DETAIL });
      project.addRequest({ message: id, account, intents: ['trouble'] });
    }
  }
  for (let i = 0; i < 6; i += 1) {
    project.addMessage({ id: (id += 1), account: 9, intents: ['contest'], textKind: 'tags' });
    project.addMention(id, 3);
  }
  project.addMessage({ id: (id += 1), account: 10, likes: 500, views: 10_000 });
  for (let i = 0; i < 6; i += 1) question(11);
  for (let i = 0; i < 6; i += 1) project.addMessage({ id: (id += 1), account: 13, sign: 1, intents: ['recommendation'] });
  return project;
}

describe('value operations', () => {
  let project: PlacedProject;
  let call: ReturnType<typeof caller>;
  beforeAll(() => {
    project = golden();
    deriveValue(project, stage);
    aggregateValue(project, stage);
    call = caller(project);
    return () => project.connection.close();
  });
  const account = async (id: number) => (await call('value.accounts', { size: 1000 })).accounts.find(({ accountId }) => accountId === id);

  it('puts a person whose questions were answered at 1:1 by construction, and names no zone that rests on two weights alone', async () => {
    expect(await account(2)).toMatchObject({ bookings: 12, created: 6, consumed: { observed: 0, received: 6, estimated: 0 }, consumedTotal: 6, balance: 1, log2Balance: 0, closeness: 1, balanceWithoutPairs: null, tooFew: false, zone: null, employee: false });
  });

  it('gives null to an account without bookings and books anonymous likes to no account', async () => {
    expect(await account(10)).toMatchObject({ bookings: 0, created: 0, consumedTotal: 0, balance: null, log2Balance: null, closeness: null, balanceWithoutPairs: null, tooFew: true });
    expect(project.connection.prepare(`SELECT rule, receiver_kind, receiver_id, points FROM booking WHERE rule IN ('reaction', 'view')`).raw().all()).toEqual([['reaction', 'audience', 1, 50], ['view', 'audience', 1, 500]]);
  });

  it('leaves voices, partners and people who never wrote off the map, and marks employees', async () => {
    const { accounts, total } = await call('value.accounts', { size: 1000 });
    expect(accounts.map(({ accountId }) => accountId).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(total).toBe(10);
    expect(accounts.filter(({ employee }) => employee).map(({ accountId }) => accountId)).toEqual([11]);
    expect(project.connection.prepare(`SELECT count(*) FROM booking WHERE rule = 'recommendation'`).pluck().get()).toBe(0);
  });

  it('takes a tag in a contest for an entry, not for word of mouth', async () => {
    expect(await account(9)).toMatchObject({ created: 0, consumed: { observed: 6, received: 0, estimated: 0 }, balance: 1 / 7, zone: 'receives-more' });
  });

  it('keeps balanced books that a second count confirms', async () => {
    const books = await call('value.books', {});
    expect(books).toMatchObject({ agree: true, credits: 622, debits: 622, recounted: 622, commons: 12 - 550 });
    expect(books.rules.find(({ rule }) => rule === 'fault-report')).toEqual({ rule: 'fault-report', version: 1, weight: 1, bookings: 42, points: 42, reading: { estimate: null, low: null, high: null, n: 0, reason: 'not-drawn' }, corrected: null, uncorrected: 'not-drawn' });
  });

  it('draws the map with tribes, density, marks and what to be careful about', async () => {
    const map = await call('value.map', { box: { createdFrom: 7 } });
    expect(map).toMatchObject({ n: 10, few: 0, withoutBookings: 1, selected: 6, basis: { observed: 1, received: 2, none: 6 }, exactlyEven: { count: 2, n: 9, share: null }, changingWithWeights: { count: 2, n: 9, share: null } });
    expect(map.cells.reduce((sum, { count }) => sum + count, 0)).toBe(9);
    expect(map.marks).toHaveLength(9);
    expect(map.marks.find(({ accountId }) => accountId === 2)).toMatchObject({ log2Balance: 0, answeredShare: 1 });
    expect(map.marks.find(({ accountId }) => accountId === 3)?.answeredShare).toBe(0);
    expect(map.tribes.find(({ id }) => id === 'value:gives-more')).toMatchObject({ size: 6, created: 42, consumed: 0, tooFew: false, log2Balance: Math.log2(43) });
    expect(map.tribes.find(({ id }) => id === 'value:even')).toMatchObject({ size: 0, tooFew: true, log2Balance: null });
  });

  it('lists tribes of the ruled lenses and says why the others are not offered', async () => {
    const list = await call('tribes.list', {});
    expect(list).toMatchObject({ people: 10, unassigned: 2 });
    expect(list.tribes.find(({ id }) => id === 'value:gives-more')).toMatchObject({ lens: 'value', name: 'gives-more', size: 6, share: 0.6, balance: 43, stability: 1, zoneHolds: true, tooFew: false, messages: 42, networks: [{ network: 'facebook', people: 6 }] });
    expect(list.tribes.find(({ id }) => id === 'role:employee')).toMatchObject({ size: 1, tooFew: true, balance: null, share: null, messages: 0, words: [] });
    expect(list.tribes.find(({ id }) => id === 'role:investor')).toMatchObject({ size: 0, tooFew: true });
    expect(list.lenses).toEqual([
      { lens: 'value', available: true, reason: '' }, { lens: 'roles', available: true, reason: '' },
      { lens: 'interests', available: false, reason: 'not-analysed' }, { lens: 'communities', available: false, reason: 'not-analysed' },
    ]);
    expect((await call('tribes.list', { lens: 'communities' })).tribes).toEqual([]);
  });

  it('sums the same bookings again when a filter is set', async () => {
    const all = await call('value.accounts', { size: 1000 });
    const same = await call('value.accounts', { size: 1000, filters: { networks: ['facebook'] } });
    expect(same).toEqual(all);
    const trouble = await call('value.accounts', { size: 1000, filters: { intents: ['trouble'] } });
    expect(trouble.accounts.map(({ accountId, created, consumedTotal }) => [accountId, created, consumedTotal])).toEqual([3, 4, 5, 6, 7, 8].map((id) => [id, 7, 0]));
    const asked = await call('value.accounts', { size: 1000, filters: { intents: ['information'] } });
    expect(asked.accounts.map(({ accountId, created, consumedTotal }) => [accountId, created, consumedTotal])).toEqual([[2, 6, 6], [11, 6, 6]]);
    const list = await call('tribes.list', { filters: { intents: ['trouble'] } });
    expect(list.tribes.find(({ id }) => id === 'value:gives-more')).toMatchObject({ size: 6, messages: 42, balance: 43 });
    expect((await call('value.map', { filters: { intents: ['contest'] } })).n).toBe(1);
  });

  it('narrows the tribes to a rectangle of the map', async () => {
    const list = await call('tribes.list', { box: { createdFrom: 7 } });
    expect(list.people).toBe(6);
    expect(list.tribes.find(({ id }) => id === 'value:receives-more')).toMatchObject({ size: 0, tooFew: true });
    expect((await call('value.accounts', { box: { consumedFrom: 6 } })).accounts.map(({ accountId }) => accountId).sort((a, b) => a - b)).toEqual([2, 9, 11]);
  });

  it('orders accounts and leaves those without a balance last', async () => {
    const byBalance = (await call('value.accounts', { orderBy: 'balance' })).accounts.map(({ accountId }) => accountId);
    expect(byBalance.slice(0, 2)).toEqual([3, 4]);
    expect(byBalance.at(-1)).toBe(10);
    expect((await call('value.accounts', { page: 1, size: 4 })).accounts).toHaveLength(4);
  });

  it('gives five parts of trust to everybody and none to a tribe under five people', async () => {
    const { tribes } = await call('trust.parts', {});
    const everybody = tribes.find(({ tribe }) => tribe === 'all');
    expect(everybody?.parts.map(({ part }) => part)).toEqual(['promises', 'reciprocity', 'tie-strength', 'care', 'advocacy']);
    expect(everybody?.parts.find(({ part }) => part === 'reciprocity')).toMatchObject({ n: 8, tooFew: true, estimate: null });
    expect(everybody?.parts.find(({ part }) => part === 'advocacy')).toMatchObject({ n: 9, estimate: 1 / 11, tooFew: false });
    expect(tribes.find(({ tribe }) => tribe === 'value:even')?.parts.every(({ reason }) => reason === 'few-people')).toBe(true);
  });

  it('fails as a value when no project is open or the brand is unknown', async () => {
    const dispatch = createDispatch({ handlers: valueHandlers({ project: null } as AppContext), checkOutput: true, onBug: () => undefined });
    expect(await dispatch('value.map', {})).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    await expect(call('value.map', { brand: 'Nessuno' })).rejects.toThrow('not-found');
  });
});

describe('trust.parts on a fuller project', () => {
  it('tells kept, broken and unverifiable promises apart, counts care and compares answers with chance', async () => {
    const project = placedProject(41);
    project.addRole(1, 'voice');
    let id = 0;
    for (let account = 2; account <= 41; account += 1) {
      const asked = (id += 1);
      project.addMessage({ id: asked, account, intents: ['information'], atMs: asked * 1000 });
      const answer = (id += 1);
      const answered = account <= 26;
      if (!answered) continue;
      project.addMessage({ id: answer, account: 1, parent: asked, root: asked, outbound: true, acts: ['answer', 'promise'], promises: [{ dueAfterSeconds: 3600 }], atMs: answer * 1000 });
      project.addRequest({ message: asked, account, intents: ['information'], outcome: 'public', answer });
      const kept = account <= 16;
      const denies = account > 16 && account <= 22;
      if (kept) project.addMessage({ id: (id += 1), account, parent: answer, root: asked, text: 'tutto risolto, grazie', thanks: true, atMs: id * 1000 });
      if (denies) project.addMessage({ id: (id += 1), account, parent: answer, root: asked, text: 'ancora niente', atMs: 90_000_000 });
    }
    for (let account = 27; account <= 41; account += 1) project.addRequest({ message: project.connection.prepare('SELECT id FROM message WHERE account_id = ?').pluck().get(account) as number, account, intents: ['information'] });
    derivePromises(project, { nowMs: null, call: stage });
    deriveValue(project, stage);
    aggregateValue(project, stage);
    const { tribes } = await caller(project)('trust.parts', {});
    const part = (code: string) => tribes[0]?.parts.find((one) => one.part === code);
    expect(part('promises')).toMatchObject({ n: 21, estimate: 15 / 21, beside: { kept: 15, broken: 6, late: 0, unverifiable: 4, open: 0 } });
    expect(part('care')).toMatchObject({ n: 40, estimate: 16 / 42, beside: { answered: 25, thanked: 15 } });
    expect(part('reciprocity')).toMatchObject({ n: 40, estimate: 25 / 40, beside: { answers: 25, messages: 40, chance: 25 / 40 } });
    expect(part('tie-strength')).toMatchObject({ n: 0, reason: 'no-pairs' });
    project.connection.close();
  });
});
