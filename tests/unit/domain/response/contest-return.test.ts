import { describe, expect, it } from 'vitest';
import { contestReturn, type ContestEntry } from '../../../../src/domain/response/contest-return.ts';
import { wilsonInterval } from '../../../../src/domain/stats/wilson-interval.ts';

const DAY_MS = 86_400_000;
const WATCHED_MS = 400 * DAY_MS;

let serial = 0;
const entry = (accountId: number, change: Partial<ContestEntry> = {}): ContestEntry => ({
  messageId: (serial += 1), accountId, postId: 1, postAtMs: 0, brandId: 1, networkId: 1, atMs: 2 * DAY_MS, observedUntilMs: WATCHED_MS, selected: true, ...change,
});
const crowd = (people: number, change: Partial<ContestEntry> = {}, first = 0): ContestEntry[] => Array.from({ length: people }, (_, index) => entry(first + index, change));
const times = (entries: Readonly<Record<number, readonly number[]>>): Map<number, readonly number[]> => new Map(Object.entries(entries).map(([id, list]) => [Number(id), list]));

describe('contestReturn', () => {
  it('counts who wrote nothing in the ninety days after the last entry', () => {
    const end = 10 * DAY_MS;
    const entries = [...crowd(24), entry(24, { atMs: end })];
    const found = contestReturn(entries, times({ 0: [3 * DAY_MS], 1: [end], 2: [end + 1], 3: [end + 90 * DAY_MS], 4: [end + 90 * DAY_MS + 1], 5: [3 * DAY_MS, end + 200 * DAY_MS] }));
    expect(found).toMatchObject({ contests: 1, entrants: 25, vanished: 23, share: 23 / 25, tooFew: false });
    expect({ low: found?.low, high: found?.high }).toEqual(wilsonInterval(23, 25));
    expect(found?.entryIds).toHaveLength(25);
  });

  it('needs twenty different people, not twenty messages', () => {
    expect(contestReturn(crowd(19), new Map())).toBeNull();
    expect(contestReturn([...crowd(19), ...crowd(19)], new Map())).toBeNull();
    expect(contestReturn([...crowd(10), ...crowd(10, { postId: 2 }, 10)], new Map())).toBeNull();
    expect(contestReturn(crowd(20), new Map())).toMatchObject({ entrants: 20, vanished: 20, share: 1 });
  });

  it('counts a person who entered twice once, with both entries as evidence', () => {
    const found = contestReturn([...crowd(30), ...crowd(5)], new Map());
    expect(found).toMatchObject({ entrants: 30, vanished: 30 });
    expect(found?.entryIds).toHaveLength(35);
    expect(new Set(found?.entryIds).size).toBe(35);
  });

  it('leaves out contests not yet watched for ninety days, to the millisecond', () => {
    const end = 2 * DAY_MS;
    expect(contestReturn(crowd(20, { observedUntilMs: end + 90 * DAY_MS - 1 }), new Map())).toBeNull();
    expect(contestReturn(crowd(20, { observedUntilMs: end + 90 * DAY_MS }), new Map())).toMatchObject({ entrants: 20 });
    expect(contestReturn(crowd(20, { observedUntilMs: null }), new Map())).toBeNull();
    const late = crowd(25, { postId: 2, postAtMs: 380 * DAY_MS, atMs: 381 * DAY_MS }, 100);
    expect(contestReturn([...crowd(20), ...late], new Map())).toMatchObject({ contests: 1, entrants: 20 });
  });

  it('takes overlapping posts of a brand for one contest, so that moving from one to the next is no return', () => {
    const second = crowd(20, { postId: 2, postAtMs: 1 * DAY_MS, atMs: 8 * DAY_MS });
    const both = [...crowd(20), ...second];
    expect(contestReturn(both, times(Object.fromEntries(second.map(({ accountId, atMs }) => [accountId, [atMs]]))))).toMatchObject({ contests: 1, entrants: 20, vanished: 20 });
    // the first two only overlap through a post that covers both
    const chain = [...crowd(20), ...crowd(20, { postId: 2, postAtMs: 5 * DAY_MS, atMs: 6 * DAY_MS }, 20), ...crowd(20, { postId: 3, postAtMs: 1 * DAY_MS, atMs: 5.5 * DAY_MS }, 40)];
    expect(contestReturn(chain, new Map())).toMatchObject({ contests: 1, entrants: 60 });
  });

  it('keeps contests apart that do not overlap, or are of other brands or networks', () => {
    expect(contestReturn([...crowd(20), ...crowd(20, { postId: 2, postAtMs: 30 * DAY_MS, atMs: 31 * DAY_MS }, 50)], new Map())).toMatchObject({ contests: 2, entrants: 40 });
    expect(contestReturn([...crowd(20), ...crowd(20, { postId: 2, brandId: 2 }, 50)], new Map())).toMatchObject({ contests: 2 });
    expect(contestReturn([...crowd(20), ...crowd(20, { postId: 2, networkId: 2 }, 50)], new Map())).toMatchObject({ contests: 2 });
  });

  it('judges who entered several contests after the last one', () => {
    const entries = [...crowd(20), ...crowd(20, { postId: 2, postAtMs: 30 * DAY_MS, atMs: 31 * DAY_MS })];
    const again = times(Object.fromEntries(crowd(20).map(({ accountId }) => [accountId, [31 * DAY_MS]])));
    expect(contestReturn(entries, again)).toMatchObject({ contests: 2, entrants: 20, vanished: 20 });
    expect(contestReturn(entries, times({ 0: [32 * DAY_MS] }))).toMatchObject({ entrants: 20, vanished: 19 });
  });

  it('lets filters choose whom to count, never what the contest was', () => {
    const end = 9 * DAY_MS;
    const entries = [...crowd(22), ...crowd(8, { selected: false }, 22), entry(99, { atMs: end, selected: false })];
    const found = contestReturn(entries, times({ 0: [end], 1: [end + 1] }));
    expect(found).toMatchObject({ entrants: 22, vanished: 21 });
    expect(found?.entryIds).toHaveLength(22);
    expect(contestReturn(crowd(30, { selected: false }), new Map())).toBeNull();
  });

  it('gives no share under twenty entrants', () => {
    const entries = [...crowd(19), ...crowd(6, { selected: false }, 19)];
    expect(contestReturn(entries, new Map())).toMatchObject({ entrants: 19, vanished: 19, share: null, low: null, high: null, tooFew: true });
  });

  it('opens a post without a time at its first entry', () => {
    const untimed = crowd(20, { postId: 2, postAtMs: null, atMs: 3 * DAY_MS }, 30);
    expect(contestReturn([...crowd(20), ...untimed], new Map())).toMatchObject({ contests: 2 });
  });
});
