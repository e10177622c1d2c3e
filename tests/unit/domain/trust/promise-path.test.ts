import { describe, expect, it } from 'vitest';
import { pathPlaces, type PathMessage, type PathPromise, type PathSide } from '../../../../src/domain/trust/path-places.ts';
import { pathChance } from '../../../../src/domain/trust/path-chance.ts';
import { promisePath } from '../../../../src/domain/trust/promise-path.ts';

const DAY_MS = 86_400_000;
const WINDOW = { indexMs: 100 * DAY_MS, endMs: 400 * DAY_MS, windowMs: 90 * DAY_MS };
const places = (said: readonly (readonly [day: number, sign: number])[], window = WINDOW) => pathPlaces(said.map(([day]) => day * DAY_MS), said.map(([, sign]) => sign), window);

describe('where a path leads', () => {
  it.each([
    ['nothing written', [], [-1, -1]], ['praise, then advice', [[110, 1], [120, 2]], [0, 1]], ['praise alone', [[110, 1], [120, 0]], [0, -1]], ['advice alone', [[110, 2]], [-1, -1]],
    ['advice before praise', [[105, 2], [110, 1]], [1, -1]], ['one message that does both', [[110, 3]], [0, -1]], ['both, and advice later', [[110, 3], [130, 2]], [0, 1]],
    ['praise before the due time', [[99, 1], [120, 2]], [-1, -1]], ['praise at the due time itself', [[100, 1]], [-1, -1]], ['praise on the last day', [[190, 1]], [0, -1]], ['praise a day late', [[191, 1]], [-1, -1]],
    ['advice on the last day after it', [[190, 1], [280, 2]], [0, 1]], ['advice a day late', [[190, 1], [281, 2]], [0, -1]],
  ] as const)('%s', (_, said, [praise, advice]) => {
    expect(places(said)).toMatchObject({ praise, advice });
  });

  it('says whether the compliment was watched for the whole window', () => {
    expect(places([[110, 1]], { ...WINDOW, endMs: 200 * DAY_MS }).watched).toBe(true);
    expect(places([[111, 1]], { ...WINDOW, endMs: 200 * DAY_MS }).watched).toBe(false);
    expect(places([]).watched).toBe(false);
  });
});

const promise = (personId: number, side: PathSide, more: Partial<PathPromise> = {}): PathPromise => ({ promiseId: personId, messageId: 1000 + personId, personId, side, madeMs: 99 * DAY_MS, indexMs: 100 * DAY_MS, rootId: 1, fromMs: 0, endMs: 400 * DAY_MS, ...more });
let latest = 5000;
const said = (day: number, does: '' | 'praises' | 'recommends' | 'both', rootId = 2): PathMessage => ({ messageId: (latest += 1), atMs: day * DAY_MS, rootId, praises: does === 'praises' || does === 'both', recommends: does === 'recommends' || does === 'both' });

describe('from a kept promise to a recommendation', () => {
  it('counts people with limits after kept promises, after broken ones, and the difference', () => {
    const promises = Array.from({ length: 90 }, (_, at) => promise(at, at < 50 ? 'kept' : 'broken'));
    // 25 of 50 praise after a kept promise and 10 of these recommend; 8 of 40 praise after a broken one
    const messages = new Map(promises.map(({ personId }) => [personId, personId < 25 ? [said(120, 'praises'), ...(personId < 10 ? [said(150, 'recommends')] : [])] : personId >= 50 && personId < 58 ? [said(130, 'praises')] : [said(140, '')]]));
    const { sides: [kept, broken], difference, days } = promisePath({ promises, messages, days: 90, seed: 1, draws: 10 });
    expect(days).toBe(90);
    expect(kept).toMatchObject({ people: 50, early: 0, praise: { k: 25, n: 50, estimate: 0.5 }, before: { k: 0, n: 50 }, praiseEarly: 0, advice: { k: 10, n: 25, estimate: null } });
    // prop.test(25, 50, correct = FALSE) and prop.test(8, 40, correct = FALSE) in R
    expect([kept?.praise.low, kept?.praise.high].map((limit) => limit?.toFixed(4))).toEqual(['0.3664', '0.6336']);
    expect([broken?.praise.low, broken?.praise.high].map((limit) => limit?.toFixed(4))).toEqual(['0.1050', '0.3476']);
    // Newcombe's method 10 by hand: .3 less hypot(.5 - .3664, .3476 - .2), plus hypot(.6336 - .5, .2 - .1050)
    expect([difference?.estimate, difference?.low, difference?.high].map((value) => value?.toFixed(3))).toEqual(['0.300', '0.101', '0.464']);
    expect(kept?.paths).toHaveLength(10);
    expect(kept?.paths[0]).toMatchObject({ personId: 0, promiseMessageId: 1000, adviceMessageId: kept?.adviceMessageIds[0], praiseMessageId: kept?.praiseMessageIds[0] });
  });

  it('leaves the conversation of the promise out, on both sides of it', () => {
    const { sides: [kept] } = promisePath({ promises: [promise(1, 'kept')], messages: new Map([[1, [said(50, 'praises', 1), said(110, 'praises', 1), said(115, 'recommends', 1)]]]), days: 90, seed: 1 });
    expect(kept).toMatchObject({ praise: { k: 0, n: 1 }, before: { k: 0, n: 1 }, paths: [] });
  });

  it('counts a person once, with the first outcome, and keeps those apart who were not watched long enough', () => {
    const both = [promise(1, 'broken', { promiseId: 9, indexMs: 150 * DAY_MS }), promise(1, 'kept'), promise(2, 'kept', { endMs: 150 * DAY_MS }), promise(3, 'kept', { endMs: 200 * DAY_MS })];
    const { sides } = promisePath({ promises: both, messages: new Map([[1, [said(160, 'praises')]], [2, [said(110, 'praises')]], [3, [said(150, 'praises'), said(160, 'recommends')]]]), days: 90, seed: 1 });
    expect(sides.map(({ side, people, early, praise: { k, n }, praiseEarly, advice }) => [side, people, early, k, n, praiseEarly, advice.k, advice.n])).toEqual([['kept', 3, 1, 2, 2, 1, 0, 1], ['broken', 0, 0, 0, 0, 0, 0, 0]]);
  });

  it('tells who praised as long before, where that time is known', () => {
    const promises = [promise(1, 'kept'), promise(2, 'kept', { fromMs: 50 * DAY_MS }), promise(3, 'kept')];
    const messages = new Map([[1, [said(20, 'praises')]], [2, [said(60, 'praises')]], [3, [said(5, 'praises')]]]);
    expect(promisePath({ promises, messages, days: 90, seed: 1 }).sides[0]?.before).toMatchObject({ k: 1, n: 2 });
  });

  it('says nothing of nobody', () => {
    const { sides, difference, chance } = promisePath({ promises: [], messages: new Map(), days: 90, seed: 1 });
    expect(sides.map(({ people, praise, advice }) => [people, praise.estimate, advice.n])).toEqual([[0, null, 0], [0, null, 0]]);
    expect([difference, chance.reason]).toEqual([null, 'few-people']);
  });
});

describe('what chance gives', () => {
  const watched = (people: number, messagesOf: (person: number) => PathMessage[]) => Array.from({ length: people }, (_, person) => ({ promise: promise(person, 'kept'), others: messagesOf(person) }));
  const windowMs = 90 * DAY_MS;

  it('is the hypergeometric share of those who praise once in so many messages', () => {
    // ten messages, two of them within the window, one compliment: 1 - C(8, 1) / C(10, 1) = .2
    const once = () => [10, 20, 30, 40, 110, 120, 300, 310, 320, 330].map((day, at) => said(day, at === 4 ? 'praises' : ''));
    const { praise, movable, reason } = pathChance(watched(40, once), { windowMs, seed: 7, draws: 2000 });
    expect([movable, reason]).toEqual([40, null]);
    expect(praise?.mean).toBeCloseTo(0.2, 2);
    // all forty praise after the promise: far beyond the limits
    expect(praise?.high).toBeLessThan(0.4);
    // binomial limits of 40 cases at .2: qbinom(c(.025, .975), 40, .2) / 40
    expect([praise?.low, praise?.high]).toEqual([0.075, 0.325]);
  });

  it('holds people who always praise: their path is no finding', () => {
    const always = () => [10, 40, 110, 150, 300].map((day) => said(day, 'both'));
    const { praise, movable, reason } = pathChance(watched(40, always), { windowMs, seed: 7 });
    expect([praise, movable, reason]).toEqual([null, 0, 'few-movable']);
    const mixed = (person: number) => (person < 30 ? always() : [10, 110, 120].map((day, at) => said(day, at === 0 ? 'praises' : '')));
    expect(pathChance(watched(40, mixed), { windowMs, seed: 7 }).praise?.low).toBeGreaterThan(0.75);
  });

  it('needs twenty people, ten of whom could have praised at another time', () => {
    const movable = () => [said(10, ''), said(110, 'praises')];
    expect(pathChance(watched(19, movable), { windowMs, seed: 1 }).reason).toBe('few-people');
    expect(pathChance(watched(20, (person) => (person < 9 ? movable() : [said(110, 'praises')])), { windowMs, seed: 1 })).toMatchObject({ movable: 9, reason: 'few-movable' });
    expect(pathChance(watched(20, (person) => (person < 10 ? movable() : [])), { windowMs, seed: 1 }).reason).toBeNull();
  });

  it('gives the same for the same seed', () => {
    const people = watched(30, (person) => [10, 60, 110, 120, 200].map((day, at) => said(day, at === person % 5 ? 'praises' : at === (person + 2) % 5 ? 'recommends' : '')));
    expect(pathChance(people, { windowMs, seed: 3 })).toEqual(pathChance(people, { windowMs, seed: 3 }));
    expect(pathChance(people, { windowMs, seed: 3 }).advice).not.toBeNull();
  });
});
