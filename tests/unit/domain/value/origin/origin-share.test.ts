import { describe, expect, it } from 'vitest';
import { originShare } from '../../../../../src/domain/value/origin/origin-share.ts';
import { originSide, requestersBefore, type DatedAnnouncement } from '../../../../../src/domain/value/origin/origin-side.ts';

const DAY_MS = 86_400_000;
const at = (day: number, asked: readonly (readonly [requester: number, day: number])[]): DatedAnnouncement =>
  ({ atMs: day * DAY_MS, watchedFromMs: 0, requests: asked.map(([requesterId, askedDay]) => ({ requesterId, atMs: askedDay * DAY_MS })) });
const PLAN = { least: 1, draws: 400, deals: 200, seed: 4 };

describe('who said it first', () => {
  it('is people as soon as one asked before, the brand where the data reach back, and unknown without a demand', () => {
    expect(originSide(at(100, [[1, 99], [2, 120]]))).toBe('audience');
    expect(originSide(at(100, [[1, 100], [2, 120]]))).toBe('brand');
    expect(originSide(at(89, [[2, 120]]))).toBe('early');
    expect(originSide(at(100, []))).toBe('unknown');
  });

  it('credits each person once, by the first time', () => {
    expect(requestersBefore(at(100, [[2, 50], [1, 60], [2, 40], [3, 101]])).map(({ requesterId, atMs }) => [requesterId, atMs / DAY_MS])).toEqual([[2, 40], [1, 60]]);
  });

  it('counts under thirty, and gives a share with limits from there on; what cannot be told is no case', () => {
    const few = Array.from({ length: 29 }, () => at(100, [[1, 1]]));
    expect(originShare([...few, at(10, [[1, 20]]), at(100, [])], PLAN)).toEqual({ k: 29, n: 29, estimate: null, low: null, high: null, chance: null });
    const many = Array.from({ length: 60 }, (_, place) => at(100 + place, [[place, place % 3 === 0 ? 50 : 300]]));
    const share = originShare(many, PLAN);
    expect(share).toMatchObject({ k: 20, n: 60 });
    expect(share.estimate).toBeCloseTo(1 / 3, 12);
    // limits of a plain share of 20 in 60: about .22 to .46
    expect(share.low).toBeGreaterThan(0.18);
    expect(share.low).toBeLessThan(0.27);
    expect(share.high).toBeGreaterThan(0.4);
    expect(share.high).toBeLessThan(0.5);
    expect(originShare(many, PLAN)).toEqual(share);
  });

  it('shows by dealt dates that a demand made all the time comes before nearly anything', () => {
    const always = Array.from({ length: 40 }, (_, place) => at(200 + place * 5, [[1, 10], [2, 390]]));
    expect(originShare(always, PLAN)).toMatchObject({ estimate: 1, chance: { mean: 1 } });
    // each announcement follows its own demand: dealt dates lose that
    const followed = Array.from({ length: 40 }, (_, place) => at(100 + place * 10, [[place, 99 + place * 10]]));
    const share = originShare(followed, PLAN);
    expect(share.estimate).toBe(1);
    expect(share.chance?.high).toBeLessThan(0.8);
  });

  it('asks for a consistent number of people where it is told to', () => {
    const announcements = Array.from({ length: 40 }, (_, place) => at(200, place < 10 ? [[1, 1], [2, 2], [3, 3]] : [[1, 1]]));
    expect(originShare(announcements, { ...PLAN, least: 3 })).toMatchObject({ k: 10, n: 40, estimate: 0.25 });
  });
});
