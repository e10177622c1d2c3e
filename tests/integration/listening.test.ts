import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { referenceData } from '../support/reference-data.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;
// Monday 6 January 2025, midnight in Rome.
const MONDAY_MS = Date.parse('2025-01-05T23:00:00Z');
const A_WEEK = 30;
const FALL = 22;
const WOBBLE = [0, 2, -1, 1, -2, 0, 1, -1];

const folder = mkdtempSync(join(tmpdir(), 'tribuna-listening-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A moment as the export writes it. */
function stamp(atMs: number): string {
  const [weekday, day, month, year, time] = new Date(atMs).toUTCString().replace(',', '').split(' ');
  return `${String(weekday)} ${String(month)} ${String(day)} ${String(time)} +0000 ${String(year)}`;
}

/** How many of a week's thirty requests are answered: seven in ten at first, four in ten from week 22 on. */
const answeredIn = (week: number): number => (week < FALL ? 21 : 12) + (WOBBLE[week % WOBBLE.length] ?? 0);

/**
 * Thirty questions a week, each of another person, on Tuesdays at ten in Rome and on Sundays at three in the night; the brand answers
 * the first of them an hour later, and a passer-by helps one a week before anybody else.
 */
function exported(weeks: readonly number[], endMs: number): string {
  const rows = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id'];
  const add = (id: number, author: string, inbound: boolean, atMs: number, text: string, answers: number | null): void => {
    rows.push([id, author, inbound ? 'True' : 'False', stamp(atMs), `"${text}"`, '', answers ?? ''].join(','));
  };
  for (const week of weeks) {
    for (let i = 0; i < A_WEEK; i += 1) {
      const id = 1_000_000 + week * 1000 + i * 10;
      const atMs = MONDAY_MS + week * WEEK_MS + (i < 24 ? 34 : 147) * HOUR_MS + i * 60_000;
      add(id, `u${String(id)}`, true, atMs, `@Aurora quando arriva il pacco numero ${String(id)}?`, null);
      if (i < answeredIn(week)) add(id + 1, 'Aurora', false, atMs + HOUR_MS, `Ciao, il pacco ${String(id)} arriva domani mattina, eccoti il codice ${String(id * 7)}`, id);
      if (i === 29) {
        add(id + 2, `p${String(week)}`, true, atMs + 600_000, 'Prova a guardare nella app, alla voce spedizioni: a me ha funzionato', id);
        add(id + 3, `u${String(id)}`, true, atMs + 1_200_000, 'Grazie mille, risolto', id + 2);
      }
    }
  }
  add(9_000_000 + (weeks[0] ?? 0), 'altro', true, endMs, 'Che bella giornata', null);
  return `${rows.join('\n')}\n`;
}

const through = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

async function project(suite: ReturnType<typeof suiteEngine>, files: readonly (readonly [name: string, content: string])[]): Promise<void> {
  await suite.ask('project.create', { name: 'Listening' });
  const handles = [];
  for (const [name, content] of files) {
    writeFileSync(join(folder, name), content);
    handles.push({ file: await suite.engine().registerFile(join(folder, name), name) });
  }
  await suite.ask('import.run', { files: handles, ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await suite.ask('analyse.run', {});
}

describe('forty weeks in which the brand begins to answer less', () => {
  const suite = suiteEngine({ nowMs: MONDAY_MS + 60 * WEEK_MS });
  let trend: OperationValue<'response.trend'>;

  beforeAll(async () => {
    await project(suite, [['year.csv', exported(through(0, 40), MONDAY_MS + 40 * WEEK_MS + 3 * 24 * HOUR_MS)]]);
    trend = await suite.ask('response.trend', {});
  }, 60_000);

  it('has a week for every week, with the planted share', () => {
    expect(trend.requests).toBe(40 * A_WEEK);
    expect(trend.weeks[0]).toMatchObject({ week: '2025-W02', startMs: MONDAY_MS, n: A_WEEK, authors: A_WEEK });
    expect(trend.weeks.slice(0, 40).map(({ n, withinDay }) => Math.round((withinDay.estimate ?? Number.NaN) * n))).toEqual(through(0, 40).map(answeredIn));
    expect(trend.weeks[5]?.median).toMatchObject({ seconds: 3_600 });
    expect(trend.weeks[30]?.median?.seconds).toBeNull();
    expect(trend.weeks[30]?.median?.longestSeconds).toBeGreaterThan(604_800);
  });

  it('shows seven days only of weeks that were watched for seven days', () => {
    expect(trend.weeks[38]?.withinWeek.gap).toBeNull();
    expect(trend.weeks[39]).toMatchObject({ withinDay: { gap: null }, withinWeek: { estimate: null, gap: 'not-yet-observable' }, restrictedMean: { gap: 'not-yet-observable' } });
  });

  it('finds the planted change in the share and in the mean wait, and no other', () => {
    for (const { changes } of [trend.changes.withinDay, trend.changes.restrictedMean]) {
      expect(changes.map(({ week, reason }) => [week, reason])).toEqual([[trend.weeks[FALL]?.week, null]]);
    }
    expect(trend.changes.withinDay.changes[0]?.difference.estimate).toBeCloseTo(-0.3, 1);
    expect(trend.changes.restrictedMean.changes[0]?.difference.low).toBeGreaterThan(0);
  });

  it('opens the requests of a week, of an hour, and counts them alike', async () => {
    const week = trend.weeks[3];
    const opened = await suite.ask('messages.list', { filters: { fromMs: week?.startMs, toMs: week?.endMs }, requests: { timed: true }, page: 0, size: 100 });
    expect(opened.total).toBe(A_WEEK);
    const heat = await suite.ask('response.heat', {});
    for (const cell of heat.cells.filter(({ requests }) => requests > 0)) {
      expect((await suite.ask('messages.list', { requests: { weekday: cell.weekday, hour: cell.hour }, page: 0, size: 1 })).total).toBe(cell.requests);
    }
  });

  it('tells when people ask and when the brand answers', async () => {
    const heat = await suite.ask('response.heat', {});
    const night = heat.cells.filter(({ weekday, hour }) => weekday === 7 && (hour === 3 || hour === 4));
    expect(heat).toMatchObject({ timeZone: 'Europe/Rome', requests: 1200, untimed: 0 });
    expect(heat.cells.reduce((sum, { requests }) => sum + requests, 0)).toBe(1200);
    expect(heat.cells.reduce((sum, { answers }) => sum + answers, 0)).toBe(heat.answers);
    expect(heat.answers).toBe(through(0, 40).reduce((sum, week) => sum + answeredIn(week), 0));
    // three in the night of Sunday, which is four while summer time lasts
    expect(night.map(({ answers }) => answers)).toEqual([0, 0]);
    expect(night.reduce((sum, { requests }) => sum + requests, 0)).toBe(240);
    expect(heat.inside?.withinDay ?? null).not.toEqual(heat.outside?.withinDay ?? null);
  });

  it('tells who answers first, in parts that add up', async () => {
    const { groups } = await suite.ask('response.competing', {});
    const [all] = groups;
    expect(all).toMatchObject({ key: 'all', n: 1200, tooFew: false, peerFirst: 40 });
    expect((all?.brandFirst ?? 0) + (all?.peerFirst ?? 0) + (all?.nobody ?? 0)).toBe(1200);
    expect(all?.peerAtHorizon?.estimate).toBeCloseTo(40 / 1200, 3);
    const byIntent = await suite.ask('response.competing', { by: 'intent' });
    expect(byIntent.groups.find(({ key }) => key === 'information')).toMatchObject({ n: 1200 });
  });

  it('draws an audiogram, or says why not', async () => {
    const { known, groups } = await suite.ask('response.audiogram', { measure: 'anger' });
    expect(known).toEqual({ requests: 1200, repeats: 1200, followers: 0, anger: 1200, datedReactions: 0 });
    const information = groups.find(({ key }) => key === 'information');
    expect(information?.bins.reduce((sum, { n }) => sum + n, 0) ?? 0).toBe(information?.reason === 'one-level' ? 0 : 1200);
    expect(groups.find(({ key }) => key === 'idea')).toMatchObject({ n: 0, bins: [], reason: 'too-few', threshold: null });
    expect((await suite.ask('response.audiogram', { measure: 'followers' })).groups.every(({ reason }) => reason === 'too-few')).toBe(true);
  });

  it('answers the same twice, and nothing of an empty selection', async () => {
    expect(await suite.ask('response.trend', { seed: 1 })).toEqual(trend);
    const empty = await suite.ask('response.trend', { filters: { text: 'xyzzy' } });
    expect(empty).toMatchObject({ requests: 0, weeks: [], changes: { withinDay: { tooFew: true } } });
    expect((await suite.ask('response.heat', { filters: { text: 'xyzzy' } })).inNormalHours).toBeNull();
  });
});

describe('the same fall where two exports meet with a month between them', () => {
  const suite = suiteEngine({ nowMs: MONDAY_MS + 60 * WEEK_MS });

  it('is told as a change of the collection, not of the brand', async () => {
    await project(suite, [['first.csv', exported(through(0, FALL), MONDAY_MS + FALL * WEEK_MS - HOUR_MS)], ['second.csv', exported(through(FALL + 4, 44), MONDAY_MS + 45 * WEEK_MS)]]);
    const { changes, weeks, imports } = await suite.ask('response.trend', {});
    expect(changes.withinDay.changes.map(({ week, reason }) => [week, reason])).toEqual([[weeks[FALL + 4]?.week, 'collection-changed']]);
    expect(changes.withinDay.changes[0]?.edges.map(({ kind }) => kind)).toEqual(['ends', 'begins']);
    expect(imports).toHaveLength(2);
    const { weeks: answered } = await suite.ask('trust.trend', {});
    expect(answered.changes.map(({ reason, edges }) => [reason, edges.map(({ kind }) => kind)])).toEqual([['collection-changed', ['ends', 'begins']]]);
    expect(answered.segments).toHaveLength(2);
  }, 60_000);
});

describe.skipIf(referenceData() === null)('17,459 real messages of customer care (needs TRIBUNA_REFERENCE_DATA)', () => {
  const suite = suiteEngine({ nowMs: Date.parse('2026-07-20T09:00:00Z') });
  const name = 'twcs_threads_17k.csv';

  beforeAll(async () => {
    await suite.ask('project.create', { name: 'Customer care' });
    await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(join(referenceData() ?? '', 'twcs', name), name) }] });
    await suite.ask('analyse.run', {});
  }, 120_000);

  it('last a few weeks: too few for a change, and the last of them is not yet observable', async () => {
    const { weeks, changes } = await suite.ask('response.trend', {});
    expect(changes.withinDay).toMatchObject({ tooFew: true, needed: 26, changes: [] });
    expect(weeks.findLast(({ fine }) => fine >= 20)).toMatchObject({ withinDay: { gap: 'not-yet-observable' } });
  });

  it('agree in every view on how many requests there are', async () => {
    const { groups: [all] } = await suite.ask('response.survival', {});
    const heat = await suite.ask('response.heat', {});
    const { groups: [first] } = await suite.ask('response.competing', {});
    expect(heat.requests + heat.untimed).toBe(all?.n);
    expect(first?.n).toBe(all?.n);
    expect((first?.brandFirst ?? 0) + (first?.peerFirst ?? 0) + (first?.nobody ?? 0)).toBe(all?.n);
    expect(first?.peerFirst).toBe(all?.peerFirst);
  });
});
