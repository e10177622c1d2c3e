import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.parse('2025-01-07T08:00:00Z');
const ASKED_DAY = 90;
const BROKEN = 24;
const KEPT = 72;
const ASKED = 30;

interface Row {
  readonly id: number;
  readonly author: string;
  readonly atMs: number;
  readonly text: string;
  readonly answers: number | null;
}

/**
 * People who wrote once in January and asked something in April. To the first 24 the parcel was promised within 24 hours and did
 * not come; to the next 72 it came; to the last 30 nothing was promised. Afterwards, in conversations of their own, one in four of
 * the first wrote again within ninety days, all others did, twice.
 */
function exported(): string {
  const rows: Row[] = [];
  const add = (author: string, atMs: number, text: string, answers: number | null = null): number => {
    const id = rows.length + 1;
    rows.push({ id, author, atMs, text, answers });
    return id;
  };
  for (let person = 0; person < BROKEN + KEPT + ASKED; person += 1) {
    const name = `p${String(person)}`;
    const askedMs = START_MS + ASKED_DAY * DAY_MS + (person % 40) * HOUR_MS;
    add(name, START_MS + (person % 20) * HOUR_MS, 'Buongiorno a tutti da Lecco');
    const asked = add(name, askedMs, 'Il mio pacco non è arrivato, quando arriva?');
    const made = add('Aurora', askedMs + HOUR_MS, person < BROKEN + KEPT ? 'Il pacco riparte entro 24 ore.' : 'Grazie della segnalazione, il codice si trova sulla ricevuta.', asked);
    if (person < BROKEN) add(name, askedMs + 60 * HOUR_MS, 'Non è arrivato ancora niente, che vergogna', made);
    else if (person < BROKEN + KEPT) add('Aurora', askedMs + 6 * HOUR_MS, 'Come promesso, il pacco è ripartito stamattina.', asked);
    if (person >= BROKEN || person % 4 === 0) {
      add(name, askedMs + 20 * DAY_MS, 'Che bella giornata');
      if (person >= BROKEN) add(name, askedMs + 50 * DAY_MS, 'Che bella giornata, davvero');
    }
  }
  add('nessuno', START_MS + 300 * DAY_MS, 'Saluti da Como');
  const dated = (atMs: number): string => {
    const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(atMs).toUTCString()) ?? [];
    return `${new Date(atMs).toUTCString().slice(0, 3)} ${month} ${day} ${time} +0000 ${year}`;
  };
  return `tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n${rows.map(({ id, author, atMs, text, answers }) => [id, author, author === 'Aurora' ? 'False' : 'True', dated(atMs), `"${text}"`, '', answers ?? ''].join(',')).join('\n')}\n`;
}

const suite = suiteEngine({ nowMs: START_MS + 320 * DAY_MS });
const folder = mkdtempSync(join(tmpdir(), 'tribuna-promise-cost-'));
const projectFile = join(folder, 'cost.tribuna');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const path = join(folder, 'cost.csv');
  writeFileSync(path, exported());
  await suite.ask('project.create', { name: 'Cost', file: await suite.engine().registerFile(projectFile, 'cost.tribuna') });
  await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(path, 'cost.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await suite.ask('analyse.run', {});
}, 60_000);

type Compared = OperationValue<'promises.cost'>['comparisons'][number];
const compared = async (which: Compared['against'], filters = {}): Promise<Compared> => {
  const { comparisons } = await suite.ask('promises.cost', { filters });
  const found = comparisons.find(({ against }) => against === which);
  if (found === undefined) throw new Error('no such comparison');
  return found;
};
const outcome = ({ outcomes }: Compared, which: string): Compared['outcomes'][number] | undefined => outcomes.find((one) => one.outcome === which);

describe('what broken promises are associated with', () => {
  it('is what was planted, against people whose promise was kept: they came back, the others one in four', async () => {
    const found = await compared('kept');
    expect(found).toMatchObject({ reason: null, candidates: KEPT, sets: BROKEN, controls: 3 * BROKEN });
    expect(outcome(found, 'active')).toMatchObject({ sets: BROKEN, cases: 0.25, controls: 1, difference: -0.75 });
    expect(outcome(found, 'active')?.interval?.high).toBeLessThan(-0.5);
    expect(outcome(found, 'monthly')?.cases).toBeCloseTo(0.25 / 3, 12);
    expect(outcome(found, 'monthly')?.controls).toBeCloseTo(2 / 3, 12);
    // the denial stands in the conversation of the promise: it is no coming back
    expect(outcome(found, 'warns')).toMatchObject({ cases: 0, interval: null });
  });

  it('uses nobody twice where there are fewer people than places', async () => {
    const found = await compared('request');
    expect(found).toMatchObject({ reason: null, candidates: ASKED, sets: BROKEN, controls: ASKED });
    expect(outcome(found, 'active')).toMatchObject({ cases: 0.25, controls: 1 });
  });

  it('shows the months before and after, only as far as they were observed', async () => {
    const { months, before } = await compared('kept');
    expect(months.map(({ month, sets }) => [month, sets > 0])).toEqual([[-6, false], [-5, false], [-4, false], [-3, true], [-2, true], [-1, true], [1, true], [2, true], [3, true], [4, true], [5, true], [6, true]]);
    expect(months.find(({ month }) => month === 1)).toMatchObject({ cases: 0.25, controls: 1 });
    expect(months.find(({ month }) => month === 2)).toMatchObject({ cases: 0, controls: 1 });
    // nobody wrote outside the conversation in those months: alike, not unknown
    expect(before).toEqual({ months: 3, apart: 0 });
  });

  it('is alike in what it was matched on', async () => {
    const { balance } = await compared('kept');
    expect(balance.map(({ covariate }) => covariate)).toEqual(['activity', 'points', 'first-month']);
    for (const { after } of balance) expect(Math.abs(after ?? 0)).toBeLessThan(0.2);
  });

  it('says so where cases are too few, and when their ninety days are not over', async () => {
    expect(await compared('kept', { toMs: START_MS + (ASKED_DAY * 24 + 10) * HOUR_MS })).toMatchObject({ reason: 'few-cases', outcomes: [], months: [] });
    await suite.ask('analyse.run', { nowMs: START_MS + (ASKED_DAY + 30) * DAY_MS });
    expect(await suite.ask('promises.cost', {})).toMatchObject({ cases: BROKEN, followed: 0, comparisons: [{ reason: 'few-followed' }, { reason: 'few-followed' }] });
    await suite.ask('analyse.run', {});
    expect(await compared('kept')).toMatchObject({ reason: null });
  });
});

describe('what the register adds up to', () => {
  it('tells how long promises took, and how many were kept by their due time', async () => {
    const { named, unnamed } = await suite.ask('promises.timeToKeep', {});
    expect(named).toMatchObject({ n: BROKEN + KEPT, due: BROKEN + KEPT, withoutTime: 0, reason: null, counts: { kept: KEPT, broken: BROKEN }, seen: { n: BROKEN + KEPT, events: KEPT, medianSeconds: 5 * 3600 } });
    expect(named.seen?.steps.at(-1)?.waiting).toBeCloseTo(BROKEN / (BROKEN + KEPT), 12);
    expect(named.byDue).toMatchObject([{ afterSeconds: 0, n: 96, kept: 72, estimate: 0.75, least: 0.75, most: 0.75 }, { kept: 72 }, { kept: 72 }]);
    expect(unnamed).toMatchObject({ n: 0, reason: 'few-due-promises', seen: null, least: null });
  });

  it('places promises in weeks of the project’s zone, and pages them one by one', async () => {
    const { total, weeks, promises, timeZone } = await suite.ask('promises.timeline', { size: 5 });
    expect({ total, timeZone }).toEqual({ total: 96, timeZone: 'Europe/Rome' });
    expect(weeks.reduce((sum, { counts }) => sum + counts.kept + counts.broken, 0)).toBe(96);
    for (const { startMs } of weeks) expect(new Date(startMs).toLocaleString('en-GB', { timeZone: 'Europe/Rome', weekday: 'short', hour: '2-digit', minute: '2-digit' })).toBe('Mon 00:00');
    expect(promises).toHaveLength(5);
    const { total: broken, promises: brokenOnes } = await suite.ask('promises.timeline', { state: 'broken' });
    expect(broken).toBe(BROKEN);
    for (const { atMs, dueMs, brokenMs, shownMs } of brokenOnes) {
      expect(dueMs).toBe(atMs + DAY_MS);
      expect(brokenMs).toBe(atMs + 59 * HOUR_MS);
      expect(shownMs).toBeNull();
    }
  });

  it('gives the rate by quarter, network and tribe, and none from few', async () => {
    const quarters = await suite.ask('promises.rates', {});
    expect(quarters).toMatchObject({ groups: [{ key: '2025-Q2', n: 96, kept: 72, estimate: 0.75, tooFew: false }], past: null });
    expect((await suite.ask('promises.rates', { by: 'network' })).groups).toMatchObject([{ n: 96, people: null }]);
    const tribes = await suite.ask('promises.rates', { by: 'tribe' });
    for (const { people, n, estimate } of tribes.groups) if ((people ?? 0) < 5 || n < 20) expect(estimate).toBeNull();
    expect((await suite.ask('promises.rates', { filters: { text: 'xyzzy' } })).groups).toEqual([]);
  });
});

describe('a verdict by hand', () => {
  it('moves every figure at once, and undo takes it back after the project was opened again', async () => {
    const cases = async (): Promise<number> => (await suite.ask('promises.cost', {})).cases;
    expect(await cases()).toBe(BROKEN);
    const [promise] = (await suite.ask('promises.list', { state: 'broken', size: 1 })).promises;
    if (promise === undefined) throw new Error('no promise');
    await suite.ask('promises.decide', { messageId: promise.messageId, start: promise.start, state: 'kept' });
    expect(await cases()).toBe(BROKEN - 1);
    const { named } = await suite.ask('promises.timeToKeep', {});
    expect(named).toMatchObject({ withoutTime: 1, counts: { kept: KEPT + 1, broken: BROKEN - 1 }, seen: { n: 95 }, byDue: [{ n: 96, kept: 73 }, { kept: 73 }, { kept: 73 }] });
    const line = (await suite.ask('promises.timeline', { size: 200 })).promises.find(({ messageId }) => messageId === promise.messageId);
    expect(line).toMatchObject({ state: 'kept', shownMs: null, brokenMs: null });

    await suite.ask('project.close', {});
    await suite.ask('project.open', { file: await suite.engine().registerFile(projectFile, 'cost.tribuna') });
    expect(await cases()).toBe(BROKEN - 1);
    await suite.ask('history.undo', {});
    expect(await cases()).toBe(BROKEN);
    await suite.ask('history.redo', {});
    expect(await cases()).toBe(BROKEN - 1);
    await suite.ask('history.undo', {});
  });
});
