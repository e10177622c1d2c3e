import { beforeAll, describe, expect, it } from 'vitest';
import { aggregateValue, deriveValue } from '../../src/app/value/derive-value.ts';
import { mapHandlers } from '../../src/app/value/map-handlers.ts';
import { valueHandlers } from '../../src/app/value/value-handlers.ts';
import type { AppContext } from '../../src/app/context.ts';
import { undoLast, redoNext } from '../../src/app/project/history.ts';
import { tribeHandlers } from '../../src/app/tribes/tribe-handlers.ts';
import { tribePageHandlers } from '../../src/app/tribes/tribe-page-handlers.ts';
import { createDispatch } from '../../src/contract/dispatch.ts';
import { operations, type OperationInput, type OperationName, type OperationValue } from '../../src/contract/operations.ts';
import { placedProject, type PlacedProject } from './value-project.ts';

const stage = { seed: 1, signal: new AbortController().signal, onProgress: () => undefined };
const DETAIL = 'La macchina perde acqua dal serbatoio ogni mattina da una settimana';
const at = (month: number, day: number): number => Date.UTC(2026, month - 1, day, 12);

function caller(project: PlacedProject) {
  const context: AppContext = {
    version: '0', host: 'terminal', capabilities: { dialogs: false, pdf: false }, now: () => 0, timeZone: 'Europe/Rome', projectsFolder: '', stateFolder: '', resourcesFolder: '', file: () => null, emit: () => undefined, project,
  };
  const dispatch = createDispatch({ handlers: { ...valueHandlers(context), ...mapHandlers(context), ...tribeHandlers(context), ...tribePageHandlers(context) }, checkOutput: true, onBug: (_, error) => { throw error; } });
  return async <Name extends OperationName>(name: Name, input: OperationInput<Name>): Promise<OperationValue<Name>> => {
    const outcome = await dispatch(name, input);
    if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
    return operations[name].output.parse(outcome.value) as OperationValue<Name>;
  };
}

/**
 * Six customers (2-7) of a brand (1). In January each reports three faults in detail, in March each enters three contests;
 * in February two of them report one more, and a seventh customer (8) reports six without a date.
 */
function yearOfSix(): PlacedProject {
  const project = placedProject(8);
  project.addRole(1, 'voice');
  let id = 0;
  const fault = (account: number, atMs: number | null): void => {
    project.addMessage({ id: (id += 1), account, intents: ['trouble'], text: DETAIL, atMs });
    project.addRequest({ message: id, account, intents: ['trouble'], ...(atMs === null ? {} : { atMs }) });
  };
  for (let account = 2; account <= 8; account += 1) project.addRole(account, 'customer');
  for (let account = 2; account <= 7; account += 1) for (let i = 1; i <= 3; i += 1) fault(account, at(1, i));
  for (const account of [2, 3]) fault(account, at(2, 5));
  for (let account = 2; account <= 7; account += 1) {
    for (let i = 1; i <= 3; i += 1) {
      project.addMessage({ id: (id += 1), account, intents: ['contest'], textKind: 'tags', atMs: at(3, i) });
      project.addMention(id, 3);
    }
  }
  for (let i = 0; i < 6; i += 1) fault(8, null);
  project.connection.exec(`UPDATE message SET precision = 'none' WHERE created_at_ms IS NULL`);
  deriveValue(project, stage);
  aggregateValue(project, stage);
  return project;
}

describe('the map over time', () => {
  let project: PlacedProject;
  let call: ReturnType<typeof caller>;
  beforeAll(() => {
    project = yearOfSix();
    call = caller(project);
    return () => project.connection.close();
  });

  it('places a role month by month, with a gap where fewer than five people left traces', async () => {
    const trails = await call('value.mapTrails', { by: 'role', mode: 'within', accountIds: [2, 4] });
    expect(trails).toMatchObject({ unit: 'month', undated: 6, draws: 300 });
    expect(trails.periods.map(({ key, people, few }) => [key, people, few])).toEqual([['2026-01', 6, 6], ['2026-02', 2, 2], ['2026-03', 6, 6]]);
    const [customers] = trails.groups;
    expect(customers).toMatchObject({ id: 'role:customer', kind: 'role', name: 'customer', title: null, size: 7 });
    expect(customers?.points).toEqual([
      { people: 6, bookings: 18, created: 3, consumed: 0, log2Balance: Math.log2(19), low: Math.log2(19), high: Math.log2(19) },
      { people: 2, bookings: 2, created: null, consumed: null, log2Balance: null, low: null, high: null },
      { people: 6, bookings: 18, created: 0, consumed: 3, log2Balance: -Math.log2(19), low: -Math.log2(19), high: -Math.log2(19) },
    ]);
    expect(trails.accounts.map(({ accountId, name, points }) => [accountId, name, points.map(({ log2Balance }) => log2Balance)])).toEqual([[2, 'Person 2', [null, null, null]], [4, 'Person 4', [null, null, null]]]);
  });

  it('adds up until each month, and ends where the dated part of the whole map does', async () => {
    const trails = await call('value.mapTrails', { by: 'network', mode: 'until', accountIds: [2] });
    expect(trails.groups.map(({ id, name, size }) => [id, name, size])).toEqual([['network:facebook', 'facebook', 7]]);
    expect(trails.groups[0]?.points.map(({ people, created, consumed }) => [people, created, consumed])).toEqual([[6, 3, 0], [6, 20 / 6, 0], [6, 20 / 6, 3]]);
    expect(trails.accounts[0]?.points.at(-1)).toMatchObject({ created: 4, consumed: 3, log2Balance: Math.log2(5 / 4) });
    expect(trails.periods.at(-1)?.cells.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    const map = await call('value.map', { by: 'network' });
    expect(map.groups).toMatchObject([{ id: 'network:facebook', size: 7, created: 26, consumed: 18, log2Balance: Math.log2(27 / 19), tooFew: false }]);
    expect((await call('value.map', {})).groups).toEqual([]);
  });

  it('compares the same people in two periods and names no direction where a period is thin', async () => {
    const { groups, draws } = await call('value.mapCompare', { by: 'role', before: { fromMs: at(1, 1), toMs: at(2, 1) }, after: { fromMs: at(3, 1), toMs: at(4, 1) } });
    expect(draws).toBe(1000);
    expect(groups[0]).toMatchObject({ id: 'role:customer', before: { people: 6, created: 3 }, after: { people: 6, consumed: 3 }, shift: -2 * Math.log2(19), verdict: 'towards-receiving' });
    const thin = await call('value.mapCompare', { by: 'role', before: { fromMs: at(1, 1), toMs: at(2, 1) }, after: { fromMs: at(2, 1), toMs: at(3, 1) } });
    expect(thin.groups[0]).toMatchObject({ shift: null, low: null, verdict: 'too-few', after: { people: 2, bookings: 2, created: null } });
    await expect(call('value.mapCompare', { before: { fromMs: 2, toMs: 1 }, after: { fromMs: 1, toMs: 2 } })).rejects.toThrow('invalid period: it ends before it starts');
  });

  it('counts as moved only people whose zone is told in both periods', async () => {
    const [january, year] = [{ fromMs: at(1, 1), toMs: at(2, 1) }, { fromMs: at(1, 1), toMs: at(4, 1) }];
    const from = await call('tribes.moves', { before: january, after: year });
    // three traces in January are too few for a zone: having one at the end of the year is no move
    expect(from.flows.every((flow) => flow.from === 'few' && flow.to !== 'absent')).toBe(true);
    expect(from).toMatchObject({ n: 6, stayed: 0, moved: 0 });
    // both kinds of traces together weigh about the same: which zone they make depends on the weights
    expect(await call('tribes.moves', { before: year, after: year })).toEqual({ n: 6, stayed: 0, moved: 0, flows: [{ from: 'depends', to: 'depends', people: 6 }] });
  });

  it('tells months although one message is years older than all others', async () => {
    const old = yearOfSix();
    old.addMessage({ id: 900, account: 2, intents: ['contest'], textKind: 'tags', atMs: Date.UTC(2011, 5, 1) });
    old.addMention(900, 3);
    deriveValue(old, stage);
    aggregateValue(old, stage);
    const trails = await caller(old)('value.mapTrails', { by: 'role', mode: 'within' });
    expect([trails.unit, ...trails.periods.map(({ key }) => key)]).toEqual(['month', '2026-01', '2026-02', '2026-03']);
    old.connection.close();
  });

  it('keeps to the filters, and to the time that is filtered', async () => {
    const narrowed = await call('value.mapTrails', { by: 'role', mode: 'within', filters: { fromMs: at(2, 15) } });
    expect(narrowed.periods.map(({ key }) => key)).toEqual(['2026-03']);
    expect((await call('value.mapTrails', { by: 'role', filters: { intents: ['praise'] } })).periods).toEqual([]);
  });
});

describe('the border of parity', () => {
  /** Six people who report 24 faults and enter five contests each: balance 25/6, well beyond double and half, too near to eight times to be sure of it. */
  function nearTheBorder(): PlacedProject {
    const project = placedProject(7);
    project.addRole(1, 'voice');
    let id = 0;
    for (let account = 2; account <= 7; account += 1) {
      for (let i = 0; i < 24; i += 1) {
        project.addMessage({ id: (id += 1), account, intents: ['trouble'], text: DETAIL });
        project.addRequest({ message: id, account, intents: ['trouble'] });
      }
      for (let i = 0; i < 5; i += 1) {
        project.addMessage({ id: (id += 1), account, intents: ['contest'], textKind: 'tags' });
        project.addMention(id, 3);
      }
    }
    deriveValue(project, stage);
    aggregateValue(project, stage);
    return project;
  }

  it('tells the effect before it is kept, makes zones and tribes follow, and is taken back and repeated', async () => {
    const project = nearTheBorder();
    const call = caller(project);
    const sizes = async (): Promise<unknown> => (await call('tribes.list', { lens: 'value' })).tribes.filter(({ size }) => size > 0).map(({ id, size }) => [id, size]);
    const before = await call('value.map', {});
    expect(before.zoneBorderLog2).toBe(1);
    expect(await sizes()).toEqual([['value:gives-more', 6]]);
    const effect = await call('value.zoneBorder', { borderLog2: 3 });
    expect(effect).toMatchObject({ borderLog2: 1, defaultLog2: 1, tried: 3, n: 6, changed: 6, moves: [{ from: 'gives-more', to: 'depends', accounts: 6 }] });
    expect(effect.zones.map(({ zone, after }) => [zone, after])).toEqual([['gives-more', 0], ['even', 0], ['receives-more', 0], ['little-active', 0], ['depends', 6]]);
    expect(await sizes()).toEqual([['value:gives-more', 6]]);
    expect(await call('value.setZoneBorder', { borderLog2: 3 })).toMatchObject({ borderLog2: 3, changed: true });
    expect(await call('value.setZoneBorder', { borderLog2: 3 })).toMatchObject({ changed: false });
    expect(await sizes()).toEqual([]);
    expect(await call('value.map', {})).toMatchObject({ zoneBorderLog2: 3 });
    expect(undoLast(project)).toBe(true);
    expect(await call('value.map', {})).toEqual(before);
    expect(redoNext(project)).toBe(true);
    expect(await sizes()).toEqual([]);
    aggregateValue(project, stage);
    expect(await sizes()).toEqual([]);
    project.connection.close();
  });
});

describe('people picked on the map', () => {
  it('chooses by a shape as the eye sees it, and keeps the people as a tribe', async () => {
    const project = yearOfSix();
    const call = caller(project);
    // six stand at (3 or 4, 3), the seventh at (6, 0)
    const polygon: [number, number][] = [[2, 2], [5, 2], [5, 5], [2, 5]];
    const chosen = await call('value.accounts', { polygon, size: 2 });
    expect(chosen).toMatchObject({ total: 6 });
    expect([...chosen.chosenIds].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7]);
    expect((await call('value.accounts', { polygon: [[20, 1], [30, 1], [30, 5]] })).chosenIds).toEqual([]);
    expect((await call('value.accounts', {})).chosenIds).toEqual([]);
    const made = await call('tribes.savePeople', { name: 'A metà strada', accountIds: chosen.chosenIds });
    expect(made).toMatchObject({ size: 6 });
    const own = (await call('tribes.list', { lens: 'roles' })).tribes.find(({ id }) => id === made.id);
    expect(own).toMatchObject({ title: 'A metà strada', size: 6, origin: 'rule' });
    const split = await call('tribes.split', { id: made.id, by: { accountIds: [2, 3] }, names: ['due', 'quattro'] });
    expect(split.sizes).toEqual([2, 4]);
    expect(undoLast(project)).toBe(true);
    expect(undoLast(project)).toBe(true);
    expect((await call('tribes.list', { lens: 'roles' })).tribes.some(({ id }) => id === made.id)).toBe(false);
    await expect(call('tribes.savePeople', { name: 'nessuno', accountIds: [99] })).rejects.toThrow('not-found');
    project.connection.close();
  });
});
