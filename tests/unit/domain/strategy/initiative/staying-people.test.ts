import { describe, expect, it } from 'vitest';
import { stayingPeople, type Newcomer } from '../../../../../src/domain/strategy/initiative/staying-people.ts';

const DAY_MS = 86_400_000;
/** `back` of `n` people who came on day 0 and wrote again on day 40. */
const people = (back: number, n: number, withIt: boolean): Newcomer[] => Array.from({ length: n }, (_, at) => ({ times: at < back ? [0, 40 * DAY_MS] : [0], withIt }));

describe('stayingPeople', () => {
  it('holds those who came with it against the others, with the difference as Newcombe gives it: tests/reference/initiative', () => {
    const [month, quarter] = stayingPeople([...people(9, 60, true), ...people(24, 80, false)], 130 * DAY_MS);
    expect(month).toMatchObject({ days: 30, withIt: { k: 9, n: 60 }, otherwise: { k: 24, n: 80 }, tooFew: false });
    expect(month?.difference?.estimate).toBeCloseTo(-0.15, 12);
    expect(month?.difference?.low).toBeCloseTo(-0.2779056157555169, 8);
    expect(month?.difference?.high).toBeCloseTo(-0.007390050502706802, 8);
    expect(quarter).toMatchObject({ days: 90, withIt: { k: 0, n: 60 } });
  });

  it('counts only who was watched to the end, and only what falls into the thirty days', () => {
    expect(stayingPeople(people(9, 60, true), 60 * DAY_MS - 1)[0]?.withIt.n).toBe(0);
    expect(stayingPeople([{ times: [0, 29 * DAY_MS, 60 * DAY_MS], withIt: true }], 200 * DAY_MS)[0]?.withIt.k).toBe(0);
    expect(stayingPeople([{ times: [0, 30 * DAY_MS], withIt: true }], 200 * DAY_MS)[0]?.withIt.k).toBe(1);
  });

  it('gives counts alone under thirty people, and none under five', () => {
    const [month] = stayingPeople([...people(2, 4, true), ...people(20, 80, false)], 200 * DAY_MS);
    expect(month).toMatchObject({ tooFew: true, difference: null, withIt: { k: 2, n: 4, estimate: null } });
  });
});
