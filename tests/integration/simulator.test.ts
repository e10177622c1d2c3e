import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suiteEngine } from '../support/suite-engine.ts';

const START_MS = Date.parse('2026-03-02T08:00:00Z');
const HOUR_MS = 3_600_000;
const NOW_MS = Date.parse('2026-06-09T09:00:00Z');
const suite = suiteEngine({ nowMs: NOW_MS });
const WEEKS = 13;
const A_WEEK = 20;
const OFFICE = [{ people: 1, days: [1, 2, 3, 4, 5], from: 9, to: 17 }];
const TWO = [{ people: 2, days: [1, 2, 3, 4, 5], from: 9, to: 17 }];

/** Questions on working days, four a day, two hours apart; every fourth is never answered, the others after an hour, or after a day and a half. */
function lines(): string[] {
  const rows = ['100,facebook,Pagina,Aurora,2026-03-01T08:00:00Z,Buongiorno a tutti,'];
  for (let at = 0; at < WEEKS * A_WEEK; at += 1) {
    const askedMs = START_MS + (Math.floor(at / A_WEEK) * 168 + Math.floor((at % A_WEEK) / 4) * 24 + (at % 4) * 2) * HOUR_MS + at * 1000;
    const id = 1000 + at;
    rows.push(`${String(id)},facebook,Pagina,persona${String(at)},${new Date(askedMs).toISOString()},@Aurora a che ora aprite il bar di via ${String(at)}?,100`);
    if (at % 4 !== 3) rows.push(`${String(5000 + at)},facebook,Pagina,Aurora,${new Date(askedMs + (at % 8 === 1 ? 36 : 1) * HOUR_MS).toISOString()},Apriamo alle otto in via ${String(at)},${String(id)}`);
  }
  return rows;
}

let folder = '';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-simulator-'));
  const path = join(folder, 'export.csv');
  writeFileSync(path, ['id,network,container,author,created_at,text,parent_id', ...lines()].join('\n'));
  await suite.ask('project.create', { name: 'simulator' });
  await suite.ask('import.run', {
    files: [{ file: await suite.engine().registerFile(path, 'export.csv'), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: NOW_MS, mapping: { columns: { id: 'id', network: 'network', container: 'container', author: 'author', created_at: 'createdAt', text: 'text', parent_id: 'parentId' } } }],
    ownBrand: { name: 'Aurora', accounts: ['Aurora'] },
  });
  await suite.ask('analyse.run', {});
}, 60_000);

describe('strategy.simulate', () => {
  it('fits whole weeks, keeps the plateau whatever the team, and pairs the teams on the same requests', async () => {
    const { simulation, reason } = await suite.ask('strategy.simulate', { today: OFFICE, team: TWO, minutes: { low: 20, high: 60 }, runs: 30 });
    expect(reason).toBeNull();
    expect(simulation).toMatchObject({ fittedWeeks: 11, n: 220, requestsAWeek: 20, runs: 30, limited: false, minutes: { low: 20, high: 60, fitted: false } });
    const asked = simulation?.intents.filter(({ n }) => n > 0) ?? [];
    expect(asked.reduce((sum, { n }) => sum + n, 0)).toBe(220);
    expect(asked.reduce((sum, { n, plateau }) => sum + n * plateau.estimate, 0) / 220).toBeCloseTo(0.25, 1);
    expect(simulation?.team.all.steps.at(-1)?.waiting).toBeCloseTo(0.25, 1);
    // the plan differs by people alone: never fewer answered within a day, on the same requests
    expect(simulation?.difference?.low).toBeGreaterThanOrEqual(0);
    expect(simulation?.observed.within.find(({ seconds }) => seconds === 86_400)?.share?.estimate).toBeCloseTo(0.625, 1);
    expect(simulation?.backTest.weeks).toHaveLength(3);
    expect(simulation?.today.busy[3]).toBeNull();
    expect(simulation?.today.busy[9]).toBeGreaterThan(simulation?.team.busy[9] ?? 1);
  });

  it('takes everybody up where a policy says so, and says the same for the same seed', async () => {
    const input = { today: OFFICE, team: TWO, minutes: { low: 5, high: 10 }, runs: 20, seed: 4, everybody: ['information', 'trouble', 'idea', 'purchase', 'decision'] as const };
    const once = await suite.ask('strategy.simulate', { ...input, everybody: [...input.everybody] });
    expect(once.simulation?.team.all.steps.at(-1)?.waiting).toBe(0);
    expect(once.simulation?.today.all.steps.at(-1)?.waiting).toBeGreaterThan(0.1);
    expect(await suite.ask('strategy.simulate', { ...input, everybody: [...input.everybody] })).toEqual(once);
  });

  it('refuses shifts and minutes that run backwards', async () => {
    const call = (input: object): Promise<unknown> => suite.engine().call('strategy.simulate', { today: OFFICE, team: TWO, minutes: null, ...input });
    expect(await call({ team: [{ people: 1, days: [1], from: 17, to: 9 }] })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await call({ minutes: { low: 9, high: 3 } })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await call({ triage: ['idea', 'idea'] })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });
});

describe('scenarios', () => {
  const scenario = { today: OFFICE, team: TWO, minutes: null, triage: ['trouble' as const], everybody: [] };
  it('are kept, changed, removed and brought back', async () => {
    const { id } = await suite.ask('strategy.saveScenario', { name: 'Due', ...scenario });
    await suite.ask('strategy.saveScenario', { id, name: 'In due', ...scenario });
    expect((await suite.ask('strategy.scenarios', {})).scenarios).toMatchObject([{ id, name: 'In due', ...scenario }]);
    await suite.ask('strategy.removeScenario', { id });
    expect((await suite.ask('strategy.scenarios', {})).scenarios).toEqual([]);
    await suite.ask('history.undo', {});
    await suite.ask('history.undo', {});
    expect((await suite.ask('strategy.scenarios', {})).scenarios).toMatchObject([{ id, name: 'Due' }]);
  });

  it('are twelve at most', async () => {
    for (let at = 1; at < 12; at += 1) await suite.ask('strategy.saveScenario', { name: `Scenario ${String(at)}`, ...scenario });
    expect(await suite.engine().call('strategy.saveScenario', { name: 'uno di troppo', ...scenario })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });
});
