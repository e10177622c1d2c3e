import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationInput, OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

type Part = OperationValue<'trust.parts'>['tribes'][number]['parts'][number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.parse('2026-01-05T08:00:00Z');
const PEOPLE = 24;

const rows = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id'];
let next = 1;
const dated = (atMs: number): string => {
  const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(atMs).toUTCString()) ?? [];
  return `${new Date(atMs).toUTCString().slice(0, 3)} ${String(month)} ${String(day)} ${String(time)} +0000 ${String(year)}`;
};
/** Writes a message and gives its number; `day` after the start. */
function say(author: string, day: number, text: string, answers: number | null): number {
  rows.push([next, author, author === 'Aurora' ? 'False' : 'True', dated(START_MS + day * DAY_MS + next * 1000), `"${text}"`, '', answers ?? ''].join(','));
  next += 1;
  return next - 1;
}

// Every person asks the brand twice, sixty days apart; the first twelve are answered, every third of all says thanks.
for (let person = 0; person < PEOPLE; person += 1) {
  for (const day of [person, person + 60]) {
    const asked = say(`p${String(person)}`, day, '@Aurora il mio pacco non arriva, che succede?', null);
    if (person >= PEOPLE / 2) continue;
    const answer = say('Aurora', day + 0.2, 'Ciao, il pacco è in consegna: il corriere passa domattina. Ci dispiace per il disagio.', asked);
    if (person % 3 === 0) say(`p${String(person)}`, day + 0.4, 'Grazie mille, gentilissimi', answer);
  }
}
// p0 and p1 answer each other in one conversation about coffee, with warm words, and once more about a wedding.
const coffee = say('p0', 3, 'Oggi preparo la miscela arabica macinata fine', null);
const reply = say('p1', 3.1, 'Anche io preparo la miscela arabica macinata, un abbraccio', coffee);
say('p0', 3.2, 'Un abbraccio anche a te', reply);
const wedding = say('p1', 93, 'Il matrimonio di mia sorella sabato in chiesa', null);
say('p0', 93.1, 'Auguri per il matrimonio in chiesa', wedding);
// p2 writes to p3 once and is not answered.
say('p2', 5, 'Anche io passo in via Dante', say('p3', 4, 'Oggi passo in via Dante con la moka', null));

const suite = suiteEngine({ nowMs: START_MS + 200 * DAY_MS });
const folder = mkdtempSync(join(tmpdir(), 'tribuna-trust-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const path = join(folder, 'trust.csv');
  writeFileSync(path, `${rows.join('\n')}\n`);
  await suite.ask('project.create', { name: 'Trust' });
  await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(path, 'trust.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await suite.ask('analyse.run', {});
});

const found = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('not there');
  return value;
};
const everybody = async (input: OperationInput<'trust.parts'> = {}): Promise<OperationValue<'trust.parts'>['tribes'][number]> => found((await suite.ask('trust.parts', input)).tribes[0]);
const partOf = async (code: Part['part'], input: OperationInput<'trust.parts'> = {}): Promise<Part> => found((await everybody(input)).parts.find(({ part }) => part === code));
const ties = (input: OperationInput<'trust.ties'> = {}): Promise<OperationValue<'trust.ties'>> => suite.ask('trust.ties', input);
const WEIGHTS = { promises: 0, reciprocity: 3, 'tie-strength': 0, care: 1, advocacy: 0 };

describe('the five parts', () => {
  it('count people answered and care taken', async () => {
    expect(await partOf('reciprocity')).toMatchObject({ n: PEOPLE, estimate: 0.5, beside: { messages: 2 * PEOPLE, answers: PEOPLE, readingWrong: null }, corrected: null });
    // each person's two requests are both answered: less spread than by chance
    const { beside } = await partOf('reciprocity');
    expect(beside['chanceLow']).toBeGreaterThan(0.5);
    expect((await partOf('care')).beside).toMatchObject({ people: PEOPLE, answered: PEOPLE, thanked: 8 });
  });

  it('tell reciprocity among people apart, with too few ties here for a comparison', async () => {
    expect((await everybody()).among).toMatchObject({ ties: 3, reciprocated: 2, reason: 'few-ties', byTies: null, shuffles: 0 });
    expect((await everybody()).among.share).toBeCloseTo(2 / 3, 12);
    // two one way and one back, and one that is not answered: two of four go both ways
    expect((await everybody()).among.weighted).toBe(0.5);
  });

  it('name every tribe, and give none under five people', async () => {
    const { tribes } = await suite.ask('trust.parts', {});
    expect(tribes.map(({ tribe }) => tribe)).toContain('value:even');
    expect(tribes[0]).toMatchObject({ tribe: 'all', lens: 'all' });
    for (const { size, parts, tribe } of tribes) if (size < 5 && tribe !== 'all') expect(parts.every(({ estimate, reason }) => estimate === null && reason === 'few-people')).toBe(true);
  });

  it('are those of a period under a filter of time', async () => {
    expect(await partOf('reciprocity', { filters: { toMs: START_MS + 40 * DAY_MS } })).toMatchObject({ n: PEOPLE, estimate: 0.5, beside: { messages: PEOPLE } });
  });
});

describe('ties', () => {
  it('show the seven parts of a pair, and the messages behind', async () => {
    const { total, pairs } = await ties();
    expect(total).toBe(1);
    const pair = found(pairs[0]);
    expect([pair.personName, pair.otherName].toSorted()).toEqual(['p0', 'p1']);
    expect(pair).toMatchObject({ exchanges: 3, forth: expect.any(Number) as number });
    // two of one, one of the other
    expect(pair.parts.reciprocity).toBeCloseTo(2 / 3, 12);
    // ninety days from the first exchange to the last
    expect(pair.parts.duration).toBeCloseTo(0.5, 2);
    // two subjects: coffee, a wedding
    expect(pair.parts.breadth).toBeCloseTo(1 - 2 ** -0.5, 12);
    // an embrace twice, a wedding
    expect(pair.parts.intimacy).toBe(1);
    expect(pair.parts.neighbours).toBe(0);
    expect(pair.parts.recency).toBeCloseTo(1, 1);
    expect((await suite.ask('messages.list', { messageIds: pair.messageIds })).total).toBe(pair.exchanges);
  });

  it('with the brand have no common neighbours, and are paged and ordered', async () => {
    const all = await ties({ between: 'brand', orderBy: 'exchanges', size: 1000 });
    expect(all.total).toBe(PEOPLE / 2);
    expect(all.pairs.every(({ other, otherName, parts }) => other === null && otherName === 'Aurora' && parts.neighbours === null)).toBe(true);
    const counts = all.pairs.map(({ exchanges }) => exchanges);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    expect(counts[0]).toBe(6);
    expect((await ties({ between: 'brand', orderBy: 'exchanges', page: 1, size: 5 })).pairs).toEqual(all.pairs.slice(5, 10));
    const { person } = found(all.pairs[3]);
    expect(await ties({ between: 'brand', accountId: person })).toMatchObject({ total: 1, pairs: [{ person }] });
    expect((await ties({ between: 'brand', filters: { tribes: ['role:investor'] } })).total).toBe(0);
  });

  it('spread by tribe from twenty ties', async () => {
    const { summary } = await ties({ between: 'brand' });
    expect(summary[0]).toMatchObject({ tribe: 'all', pairs: PEOPLE / 2, median: null });
    await expect(ties({ tribe: 'nobody' })).rejects.toThrow('not-found');
  });
});

describe('single people', () => {
  it('have counts, never a share, and say what stays unsaid', async () => {
    const { person, other } = found((await ties()).pairs[0]);
    const { people } = await suite.ask('trust.people', { accountIds: [person, other ?? 0] });
    expect(people.map(({ name }) => name).toSorted()).toEqual(['p0', 'p1']);
    const first = found(people.find(({ name }) => name === 'p0'));
    expect(first).toMatchObject({ requests: { n: 2, answered: 2 }, care: { watched: 2, answered: 2, thanked: 2 }, among: { addressed: 1, addressedBy: 1, both: 1, scoredTies: 1 }, brand: { exchanges: 6 } });
    expect(first.cannot).toContain('share-of-one');
    expect((await suite.ask('messages.list', { messageIds: first.requests.messageIds })).total).toBe(2);
    expect(first.cannot).not.toContain('no-request');
    await expect(suite.ask('trust.people', { accountIds: [999_999] })).rejects.toThrow('not-found');
  });
});

describe('the index', () => {
  it('is off until a person gives weights, and can be tried without being kept', async () => {
    expect(await suite.ask('trust.composite', {})).toMatchObject({ kept: null, used: null, sensitivity: null });
    const tried = await suite.ask('trust.composite', { weights: { reciprocity: 3, care: 1 } });
    expect(tried).toMatchObject({ kept: null, used: { reciprocity: 0.75, care: 0.25 } });
    expect((await suite.ask('trust.levers', {})).tribes.every(({ levers }) => levers.length === 0)).toBe(true);
  });

  it('is kept, undone and repeated; a part that is missing leaves none', async () => {
    expect(await suite.ask('trust.setWeights', { weights: WEIGHTS })).toMatchObject({ changed: true, weights: WEIGHTS });
    expect(await suite.ask('trust.setWeights', { weights: WEIGHTS })).toMatchObject({ changed: false });
    const { tribes, kept } = await suite.ask('trust.composite', {});
    expect(kept).toEqual(WEIGHTS);
    const parts = new Map((await suite.ask('trust.parts', {})).tribes.map((tribe) => [tribe.tribe, tribe.parts]));
    for (const { tribe, estimate, missing, tooFew } of tribes) {
      if (tooFew) continue;
      const of = (code: Part['part']): number | null => found(parts.get(tribe)?.find(({ part }) => part === code)).estimate;
      const [reciprocity, care] = [of('reciprocity'), of('care')];
      if (reciprocity === null || care === null) expect(missing.length).toBeGreaterThan(0);
      else expect(estimate).toBeCloseTo((3 * reciprocity + care) / 4, 12);
      if (missing.length > 0) expect(estimate).toBeNull();
    }
    await suite.ask('history.undo', {});
    expect((await suite.ask('trust.composite', {})).kept).toBeNull();
    for (const care of [-1, 101, Number.NaN]) expect(await suite.engine().call('trust.composite', { weights: { care } })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    await suite.ask('history.redo', {});
    expect((await suite.ask('trust.composite', {})).kept).toEqual(WEIGHTS);
    await suite.ask('trust.setWeights', { weights: null });
    expect((await suite.ask('trust.composite', {})).kept).toBeNull();
    await suite.ask('history.undo', {});
    expect((await suite.ask('trust.composite', {})).kept).toEqual(WEIGHTS);
  });

  it('has levers, largest first', async () => {
    const { tribes, used } = await suite.ask('trust.levers', { assumption: 'quarter-of-rest' });
    expect(used?.reciprocity).toBe(0.75);
    for (const { levers } of tribes) expect(levers.map(({ estimate }) => estimate)).toEqual(levers.map(({ estimate }) => estimate).toSorted((one, other) => other - one));
  });
});

describe('the trend', () => {
  it('counts every period by itself', async () => {
    const { by, periods } = await suite.ask('trust.trend', { by: 'month' });
    expect(by).toBe('month');
    const requests = periods.map(({ parts }) => found(parts.find(({ part }) => part === 'reciprocity')).n);
    expect(periods[0]?.key).toBe('2026-01');
    expect(requests[0]).toBe(PEOPLE);
    expect(requests.reduce((sum, n) => sum + n, 0)).toBe(2 * PEOPLE);
  });

  it('takes quarters where months are thin, and searches no weeks under twenty-six', async () => {
    expect((await suite.ask('trust.trend', { filters: { fromMs: START_MS + 10 * DAY_MS, toMs: START_MS + 40 * DAY_MS } })).by).toBe('quarter');
    const { by, weeks } = await suite.ask('trust.trend', {});
    expect(by).toBe('month');
    expect(weeks.segments).toEqual([]);
    expect(weeks.reason).not.toBeNull();
    expect(weeks.points.reduce((sum, { people }) => sum + people, 0)).toBe(2 * PEOPLE);
    await expect(suite.ask('trust.trend', { tribe: 'nobody' })).rejects.toThrow('not-found');
  });
});
