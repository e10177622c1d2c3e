import { beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const { engine, ask } = suiteEngine({ nowMs: Date.UTC(2026, 6, 3) });
let report: OperationValue<'present.report'>;
let overview: OperationValue<'overview'>;

const SPAN_MS = 60_000;

beforeAll(async () => {
  await ask('project.openSample', {});
  await ask('analyse.run', { seed: 1 });
  report = await ask('present.report', { language: 'it' });
  overview = await ask('overview', {});
}, 240_000);

/** Pages of a section with the tables that they rest on: what a filter may change. */
function sectionText({ pages, tables }: OperationValue<'present.report'>, section: string): string {
  const chosen = pages.filter((page) => page.section === section);
  const keys = new Set(chosen.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart.table] : block.kind === 'table' ? [block.table] : []))));
  return JSON.stringify([chosen.map(({ title, measure, blocks }) => ({ title, measure, blocks })), tables.filter(({ key }) => keys.has(key)).map(({ rows }) => rows)]);
}

describe('a page that is filtered while it is shown', () => {
  it('says the numbers of its room under that filter, by rule, and what it is filtered by', async () => {
    const filters = { networks: [overview.networks[0] ?? ''] };
    await ask('present.edit', { page: 'waits', part: 'title', language: 'it', text: 'Scritto a mano', figures: [] });
    const shown = await ask('present.filtered', { page: 'waits', by: filters });
    expect(shown.state).toBe('filtered');
    expect(shown.mark).toMatch(/^Come filtrato ora: rete /);
    expect(shown.report?.pages.map(({ key }) => key)).toEqual(['waits']);
    expect(shown.report?.pages[0]?.title).toMatchObject({ text: 'Quanto aspetta chi chiede qualcosa', edited: false });
    expect(shown.pictures.map(({ chart }) => chart)).toEqual(['waits-chart']);
    const survival = await ask('response.survival', { by: 'intent', horizonSeconds: 604_800, seed: 1, maxSteps: 2000, filters });
    const rows = shown.report?.tables[0]?.rows ?? [];
    expect(rows.length).toBe(survival.groups.length);
    // a client's page withholds rows on few people, and others so that none can be worked out: those that stand are the room's
    const standing = survival.groups.filter((_, place) => typeof rows[place]?.[1] === 'number');
    expect(standing.length).toBeGreaterThan(0);
    expect(rows.filter(([, n]) => typeof n === 'number').map((row) => row.slice(1, 3))).toEqual(standing.map(({ n, authors }) => [n, authors]));
    await ask('history.undo', {});
  });

  it('stores nothing', async () => {
    const before = await ask('project.summary', {});
    await ask('present.filtered', { page: 'listening', by: { intents: ['trouble', 'information'] } });
    expect(await ask('project.summary', {})).toEqual(before);
    expect((await ask('present.report', { language: 'it' })).pages).toEqual(report.pages);
  });

  it.each(['cover', 'method', 'decisions'])('stays as it is written where it is not made from filters: %s', async (section) => {
    const page = report.pages.find((one) => one.section === section);
    expect(await ask('present.filtered', { page: page?.key ?? '', by: { networks: [overview.networks[0] ?? ''] } })).toMatchObject({ state: 'fixed', report: null, pictures: [] });
  });

  it('is another page under a filter that its section is made from, and under no other', async () => {
    const sections = [...new Set(report.pages.map(({ section }) => section))];
    for (const by of [{ networks: [overview.networks[0] ?? ''] }, { intents: ['trouble' as const] }]) {
      const narrow = await ask('present.report', { language: 'it', filters: by });
      for (const section of sections) {
        const page = report.pages.find((one) => one.section === section);
        const { state } = await ask('present.filtered', { page: page?.key ?? '', by });
        const isSame = sectionText(narrow, section) === sectionText(report, section);
        if (state === 'filtered') expect(isSame, `${section} ${JSON.stringify(by)}`).toBe(false);
        if (section === 'plan' || section === 'question') expect([state, isSame]).toEqual(['fixed', true]);
      }
    }
  });

  it('is not shown where what is left out is a handful of people', async () => {
    const end = overview.windowEndMs ?? 0;
    let cut = end;
    for (let people = 0; people === 0; cut -= SPAN_MS * 60) people = (await ask('overview', { filters: { fromMs: cut } })).persons;
    expect((await ask('overview', { filters: { fromMs: cut } })).persons).toBeLessThan(10);
    expect(await ask('present.filtered', { page: 'waits', by: { toMs: cut } })).toMatchObject({ state: 'too-close', report: null });
    expect(await ask('present.filtered', { page: 'waits', by: { fromMs: cut } })).toMatchObject({ state: 'nothing', report: null });
  });

  it('is not found once it is gone, and a filter of anything else is refused', async () => {
    expect(await engine().call('present.filtered', { page: 'none', by: { intents: ['trouble'] } })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await engine().call('present.filtered', { page: 'waits', by: { text: 'Mario' } })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await ask('present.filtered', { page: 'waits', by: { networks: ['instagram'] }, filters: { networks: ['facebook'] } })).toMatchObject({ state: 'nothing' });
  });
});
