import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STARTING_HOURS, type OpeningHours, type OpenWeek } from '../../src/domain/model/opening-hours.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const HOUR = 3600;
/** Twenty-four people, one a weekday from Monday 2 March 2026: half ask at ten in the morning, half at ten in the evening, Rome time. */
const PEOPLE = 24;

/** Each is answered at nine the morning after, over weekends too; the last four never are. */
function exported(): string {
  const rows = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id'];
  const dated = (atMs: number): string => {
    const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(atMs).toUTCString()) ?? [];
    return `${new Date(atMs).toUTCString().slice(0, 3)} ${month} ${day} ${time} +0000 ${year}`;
  };
  for (let person = 0; person < PEOPLE; person += 1) {
    const day = 2 + person + 2 * Math.floor(person / 5);
    const askedMs = Date.UTC(2026, 2, day, summer(day) + (person % 2 === 0 ? 9 : 21)) + person * 61_000;
    rows.push([100 + person * 10, `person${String(person)}`, 'True', dated(askedMs), '"@Aurora Il mio pacco non arriva, che succede?"', '', ''].join(','));
    if (person < PEOPLE - 4) rows.push([101 + person * 10, 'Aurora', 'False', dated(Date.UTC(2026, 2, day + 1, summer(day + 1) + 8) + person * 61_000), `"Ciao person${String(person)}, il pacco è in viaggio."`, '', 100 + person * 10].join(','));
  }
  // the data end with somebody else's compliment, on Wednesday 15 April at noon
  rows.push([9000, 'zoe', 'True', dated(Date.UTC(2026, 3, 15, 10)), '"@Aurora Che bella vetrina!"', '', ''].join(','));
  return `${rows.join('\n')}\n`;
}

/** Clocks go forward on Sunday 29 March: from then on Rome is two hours ahead. */
function summer(day: number): number {
  return day >= 29 ? -1 : 0;
}

const always: OpenWeek = Array.from({ length: 7 }, () => [{ startMinute: 0, endMinute: 1440 }]);
const hours = (change: Partial<OpeningHours> = {}): OpeningHours => ({ ...STARTING_HOURS, ...change });

const suite = suiteEngine({ nowMs: Date.parse('2026-05-01T00:00:00Z') });
const folder = mkdtempSync(join(tmpdir(), 'tribuna-hours-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const path = join(folder, 'hours.csv');
  writeFileSync(path, exported());
  await suite.ask('project.create', { name: 'Hours' });
  await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(path, 'hours.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await suite.ask('analyse.run', {});
});

describe('the clock of opening hours', () => {
  it('cannot be read before somebody sets the hours, and says what to do', async () => {
    for (const name of ['response.survival', 'response.gaps', 'response.requests'] as const) {
      expect(await suite.engine().call(name, { clock: 'opening' })).toMatchObject({ ok: false, failure: { code: 'missing-capability', message: expect.stringContaining('set them on the page of opening hours') as string } });
    }
    expect(await suite.ask('clock.calendar', {})).toMatchObject({ set: false, brand: 'Aurora', timeZone: 'Europe/Rome', weekSeconds: 45 * HOUR });
    expect(await suite.ask('promises.implicit', {})).toEqual({ state: 'no-hours', declared: null, replyTime: null, openDays: null });
  });

  it('is left alone by every read that tells no waits', async () => {
    for (const name of ['overview', 'tribes.list', 'value.books', 'trust.parts', 'promises.summary', 'messages.list'] as const) {
      expect(await suite.engine().call(name, { clock: 'opening' }), name).toMatchObject({ ok: true });
    }
  });

  it('refuses hours that cannot be kept, and says what and where', async () => {
    const week = STARTING_HOURS.week.map((day, place) => (place === 1 ? [{ startMinute: 600, endMinute: 540 }] : day));
    expect(await suite.engine().call('clock.setCalendar', { hours: hours({ week }) })).toMatchObject({ ok: false, failure: { code: 'invalid-input', issues: [{ path: 'hours.week.1.0', message: expect.stringContaining('ends before it starts') as string }] } });
    expect((await suite.ask('clock.calendar', { draft: hours({ week }) })).problems).toEqual([{ path: 'week.1.0', code: 'end-before-start' }]);
    expect((await suite.ask('clock.calendar', {})).set).toBe(false);
  });

  it('counts arrivals in and out of hours, also for hours that are only tried', async () => {
    expect((await suite.ask('clock.calendar', { draft: hours() })).arrivals).toEqual({ n: PEOPLE, open: 12, closed: 12 });
    expect((await suite.ask('clock.calendar', { draft: hours({ week: always }) })).arrivals).toEqual({ n: PEOPLE, open: PEOPLE, closed: 0 });
    expect((await suite.ask('messages.list', { requests: { arrival: 'closed' } })).total).toBe(0);
  });

  it('keeps the hours and tells waits, horizon and shares in open seconds', async () => {
    expect(await suite.ask('clock.setCalendar', { hours: hours() })).toMatchObject({ set: true, changed: true, weekSeconds: 45 * HOUR });
    expect(await suite.ask('clock.setCalendar', { hours: hours() })).toMatchObject({ changed: false });
    const { clock, requests } = await suite.ask('response.requests', { clock: 'opening', size: 100 });
    expect(clock).toBe('opening');
    const waited = (person: number): number | null => requests.find(({ authorName }) => authorName === `person${String(person)}`)?.waitedSeconds ?? null;
    // ten in the morning to nine the morning after: eight hours, a little less on Fridays, whose morning after is shut; ten in the evening to just past nine: that little; on Fridays nothing
    expect([waited(0), waited(1), waited(4), waited(9)]).toEqual([8 * HOUR, 61, 8 * HOUR - 4 * 61, 0]);
    const survival = await suite.ask('response.survival', { clock: 'opening' });
    expect(survival).toMatchObject({ clock: 'opening', shareSeconds: [HOUR, 9 * HOUR, 45 * HOUR], horizonSeconds: 45 * HOUR });
    expect(survival.groups[0]).toMatchObject({ n: PEOPLE, answered: 20, censored: 4 });
    expect(survival.groups[0]?.answeredWithin.map(({ seconds, estimate }) => [seconds, estimate === null ? null : Math.round(estimate * PEOPLE)])).toEqual([[HOUR, 10], [9 * HOUR, 20], [45 * HOUR, 20]]);
    expect((await suite.ask('response.survival', { clock: 'opening', horizonSeconds: 90 * HOUR })).horizonSeconds).toBe(90 * HOUR);
    expect(await suite.ask('response.gaps', { clock: 'opening' })).toMatchObject({ clock: 'opening', horizonSeconds: 45 * HOUR });
  });

  it('leaves the wall clock and the data as they were', async () => {
    const named = await suite.ask('response.survival', { clock: 'wall' });
    expect(named).toEqual(await suite.ask('response.survival', {}));
    expect(named).toMatchObject({ clock: 'wall', shareSeconds: [HOUR, 24 * HOUR, 168 * HOUR], horizonSeconds: 604_800 });
  });

  it('opens the requests that arrived shut', async () => {
    expect((await suite.ask('clock.calendar', {})).arrivals).toEqual({ n: PEOPLE, open: 12, closed: 12 });
    expect((await suite.ask('messages.list', { requests: { arrival: 'closed' } })).total).toBe(12);
  });

  it('is the wall clock where nothing ever shuts, to the digit', async () => {
    await suite.ask('clock.setCalendar', { hours: hours({ week: always, holidays: 'none' }) });
    const { clock: _opening, ...opening } = await suite.ask('response.survival', { clock: 'opening', by: 'intent' });
    const { clock: _wall, ...wall } = await suite.ask('response.survival', { clock: 'wall', by: 'intent' });
    expect(opening).toEqual(wall);
  });

  it('takes the hours of a network for what came by it', async () => {
    const { channels } = await suite.ask('clock.calendar', {});
    const network = channels.find(({ container }) => container === null)?.network ?? '';
    await suite.ask('clock.setCalendar', { hours: hours({ channels: [{ network, container: null, week: always, keepsClosures: false }] }) });
    expect((await suite.ask('clock.calendar', {})).arrivals).toEqual({ n: PEOPLE, open: PEOPLE, closed: 0 });
    await suite.ask('history.undo', {});
  });

  it('is undone and done again', async () => {
    await suite.ask('history.undo', {});
    expect(await suite.ask('clock.calendar', {})).toMatchObject({ set: true, weekSeconds: 45 * HOUR });
    await suite.ask('history.undo', {});
    expect((await suite.ask('clock.calendar', {})).set).toBe(false);
    await suite.ask('history.redo', {});
    expect(await suite.ask('clock.calendar', {})).toMatchObject({ set: true, weekSeconds: 45 * HOUR });
    expect(await suite.ask('clock.setCalendar', { hours: null })).toMatchObject({ set: false, changed: true });
    expect((await suite.ask('clock.calendar', {})).set).toBe(false);
  });
});

describe('promises that nobody writes', () => {
  it('says when no reply time is declared', async () => {
    await suite.ask('clock.setCalendar', { hours: hours() });
    expect(await suite.ask('promises.implicit', {})).toMatchObject({ state: 'told', declared: null, replyTime: null });
  });

  it('counts requests that arrived open against the declared time, and gives no rate from few', async () => {
    await suite.ask('clock.setCalendar', { hours: hours({ reply: { seconds: 24 * HOUR, clock: 'wall' } }) });
    const few = await suite.ask('promises.implicit', {});
    expect(few.replyTime).toMatchObject({ arrivedOpen: 12, n: 12, people: 12, tooFew: true, within: null, estimate: null, missed: null });
    expect(few.replyTime?.messageIds).toHaveLength(12);
    await suite.ask('clock.setCalendar', { hours: hours({ week: always, holidays: 'none', reply: { seconds: 24 * HOUR, clock: 'wall' } }) });
    const { replyTime } = await suite.ask('promises.implicit', {});
    // nobody is answered later than a day, four never are
    expect(replyTime).toMatchObject({ arrivedOpen: PEOPLE, n: PEOPLE, within: 20, missed: 4, tooFew: false, estimate: 20 / PEOPLE });
    expect(replyTime?.missedIds).toHaveLength(4);
    expect(replyTime?.low).toBeCloseTo(0.6415, 3);
    expect(replyTime?.high).toBeCloseTo(0.9332, 3);
  });

  it('finds open days on which somebody asked and the brand said nothing', async () => {
    await suite.ask('clock.setCalendar', { hours: hours() });
    const { openDays } = await suite.ask('promises.implicit', {});
    // twelve days with a request in hours; on the first nothing had been asked before that could be answered, and Fridays' answers come on Saturdays
    expect(openDays).toMatchObject({ days: 12, requests: 12 });
    const dates = openDays?.silentDays.map(({ date }) => date) ?? [];
    expect(dates).toContain('2026-03-02');
    expect(dates).not.toContain('2026-03-04');
    expect(openDays?.silent).toBe(dates.length);
  });
});
