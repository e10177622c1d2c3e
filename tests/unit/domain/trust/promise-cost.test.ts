import { describe, expect, it } from 'vitest';
import { localClock } from '../../../../src/domain/model/local-clock.ts';
import { seededRandom, type RandomStream } from '../../../../src/domain/stats/seeded-random.ts';
import { promiseCost, type PromiseCostInput } from '../../../../src/domain/trust/promise-cost.ts';
import type { CourseEvent, CourseMessage, PersonCourse } from '../../../../src/domain/trust/person-course.ts';

const DAY = 86_400_000;
const START = Date.parse('2025-01-01T00:00:00Z');
const clock = localClock('UTC');

function poisson(random: RandomStream, mean: number): number {
  let n = -1;
  for (let product = 1; product > Math.exp(-mean); n += 1) product *= random();
  return n;
}

/**
 * People who all joined in the same month and write at a rate of their own. Those who have written more are likelier to see a
 * promise broken, so that an unmatched comparison errs; `effect` multiplies the rate of those whose promise was broken, afterwards.
 */
function population(seed: number, { cases, controls, effect }: { readonly cases: number; readonly controls: number; readonly effect: number }): PromiseCostInput {
  const random = seededRandom(seed);
  const courses = new Map<number, PersonCourse>();
  const [broken, kept]: [CourseEvent[], CourseEvent[]] = [[], []];
  for (let personId = 1; broken.length < cases || kept.length < controls; personId += 1) {
    const rate = [0.25, 0.5, 1, 2][Math.floor(random() * 4)] ?? 1;
    const madeMs = START + (185 + Math.floor(random() * 25)) * DAY;
    const indexMs = madeMs + DAY;
    const messages: CourseMessage[] = [{ atMs: START + Math.floor(random() * 25) * DAY, rootId: 1, tone: 0, advice: 0 }];
    for (let month = 0; month < 6; month += 1) for (let n = poisson(random, rate); n > 0; n -= 1) messages.push({ atMs: madeMs - month * 30 * DAY - random() * 30 * DAY - 1, rootId: 2, tone: 0, advice: 0 });
    const isCase = random() < Math.min(0.9, 0.1 + messages.length / 20);
    if ((isCase ? broken.length >= cases : kept.length >= controls)) continue;
    for (let month = 0; month < 6; month += 1) for (let n = poisson(random, rate * (isCase ? effect : 1)); n > 0; n -= 1) messages.push({ atMs: indexMs + month * 30 * DAY + random() * 30 * DAY + 1, rootId: 3, tone: random() < 0.5 ? 1 : -1, advice: 0 });
    messages.sort((one, other) => one.atMs - other.atMs);
    courses.set(personId, { personId, messages, gifts: [] });
    (isCase ? broken : kept).push({ eventId: personId, personId, network: 'facebook', madeMs, indexMs, rootId: 9, endMs: START + 420 * DAY });
  }
  return { broken, kept, requests: [], promised: [], courses, firstMs: new Map([['facebook', START]]), clock, seed };
}
const against = (input: PromiseCostInput, which: 'kept' | 'request' = 'kept') => {
  const found = promiseCost(input).comparisons.find((one) => one.against === which);
  if (found === undefined) throw new Error('no such comparison');
  return found;
};
const outcome = (input: PromiseCostInput, which: string) => against(input).outcomes.find((one) => one.outcome === which);

describe('what broken promises cost', () => {
  it('without an effect, the limits hold 0 about ninety-five times in a hundred, although cases write more than others', () => {
    const runs = 120;
    let held = 0;
    let before = 0;
    for (let run = 0; run < runs; run += 1) {
      const input = { ...population(1000 + run, { cases: 60, controls: 240, effect: 1 }), draws: 300 };
      const interval = outcome(input, 'monthly')?.interval;
      if (interval !== undefined && interval !== null && interval.low <= 0 && interval.high >= 0) held += 1;
      before += against(input).balance[0]?.before ?? 0;
    }
    expect(before / runs).toBeGreaterThan(0.15);
    expect(held / runs).toBeGreaterThanOrEqual(0.89);
    expect(held / runs).toBeLessThanOrEqual(0.99);
  }, 120_000);

  it('finds an effect that was planted, and shows that the sides were alike before', () => {
    const found = against(population(5, { cases: 90, controls: 500, effect: 0.3 }));
    const monthly = found.outcomes.find((one) => one.outcome === 'monthly');
    expect(monthly?.interval?.high).toBeLessThan(0);
    expect((monthly?.cases ?? 0) / (monthly?.controls ?? 1)).toBeGreaterThan(0.15);
    expect((monthly?.cases ?? 0) / (monthly?.controls ?? 1)).toBeLessThan(0.5);
    expect(found.outcomes.find((one) => one.outcome === 'active')?.interval?.high).toBeLessThan(0);
    expect(found.before).toEqual({ months: 6, apart: expect.any(Number) as number });
    expect(found.before.apart).toBeLessThanOrEqual(1);
    expect(found.months.map(({ month }) => month)).toEqual([-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6]);
    for (const { month, difference } of found.months) if (month > 0) expect(difference).toBeLessThan(0);
    for (const { after } of found.balance) expect(Math.abs(after ?? 0)).toBeLessThan(0.1);
  });

  it('needs twenty people, followed for ninety days, who find a match; says which is missing', () => {
    const input = population(5, { cases: 24, controls: 100, effect: 1 });
    expect(promiseCost({ ...input, broken: input.broken.slice(0, 19) })).toMatchObject({ cases: 19, comparisons: [{ reason: 'few-cases', outcomes: [], sets: 0 }, { reason: 'few-cases' }] });
    const short = input.broken.map((event, at) => (at < 5 ? { ...event, endMs: event.indexMs + 89 * DAY } : event));
    expect(promiseCost({ ...input, broken: short })).toMatchObject({ cases: 24, followed: 19, comparisons: [{ reason: 'few-followed' }, { reason: 'few-followed' }] });
    expect(promiseCost(input).comparisons[1]).toMatchObject({ against: 'request', reason: 'few-matched', candidates: 0, sets: 0 });
  });

  it('counts a person once, with the first promise broken, and as a control only before it', () => {
    const input = population(5, { cases: 40, controls: 10, effect: 1 });
    const again = input.broken.map((event) => ({ ...event, eventId: event.eventId + 1000, indexMs: event.indexMs + DAY }));
    expect(promiseCost({ ...input, broken: [...again, ...input.broken] }).cases).toBe(40);
    const ownKept = (days: number) => input.broken.map((event) => ({ ...event, eventId: event.eventId + 2000, indexMs: event.indexMs + days * DAY }));
    expect(against({ ...input, kept: ownKept(0) }).candidates).toBe(0);
    expect(against({ ...input, kept: ownKept(-1) }).candidates).toBe(40);
  });

  it('takes people who asked only where nothing had been promised to them until then, nor in that conversation', () => {
    const input = population(5, { cases: 40, controls: 10, effect: 1 });
    const [event] = input.kept;
    if (event === undefined) throw new Error('no event');
    const candidates = (promised: PromiseCostInput['promised']): number => against({ ...input, requests: [event], promised }, 'request').candidates;
    expect(candidates([])).toBe(1);
    expect(candidates([{ personId: event.personId, madeMs: event.indexMs - DAY, rootId: 1 }])).toBe(0);
    expect(candidates([{ personId: event.personId, madeMs: event.indexMs + DAY, rootId: 1 }])).toBe(1);
    expect(candidates([{ personId: event.personId, madeMs: event.indexMs + DAY, rootId: event.rootId }])).toBe(0);
  });

  it('is the same for the same seed', () => {
    const input = population(8, { cases: 40, controls: 120, effect: 0.5 });
    expect(promiseCost(input)).toEqual(promiseCost(input));
  });
});
