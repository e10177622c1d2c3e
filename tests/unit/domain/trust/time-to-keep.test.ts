import { describe, expect, it } from 'vitest';
import type { PromiseState } from '../../../../src/domain/model/promise-state.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import { timeToKeep, type TimedPromise } from '../../../../src/domain/trust/time-to-keep.ts';

const DAY = 86_400_000;
let person = 0;
/** Due after two days, watched for a hundred; shown after so many days. */
const promise = (state: PromiseState, shownDays: number | null = null, more: Partial<TimedPromise> = {}): TimedPromise => {
  person += 1;
  return { messageId: person, personId: person, state, named: true, atMs: 0, judgedMs: 2 * DAY, shownMs: shownDays === null ? null : shownDays * DAY, endMs: 100 * DAY, ...more };
};
const times = (n: number, make: (at: number) => TimedPromise): TimedPromise[] => Array.from({ length: n }, (_, at) => make(at));
const named = (promises: readonly TimedPromise[]) => timeToKeep(promises, { named: true });

describe('the time promises take to be kept', () => {
  const usual = [...times(12, (at) => promise('kept', 0.1 * (at + 1))), ...times(4, () => promise('late', 2.5)), ...times(4, () => promise('broken'))];

  it('counts kept and late as seen at their time, broken as not kept until the end', () => {
    const { seen, byDue } = named(usual);
    expect(seen).toMatchObject({ n: 20, events: 16, longestSeconds: 100 * 86_400 });
    expect(seen?.medianSeconds).toBeCloseTo(86_400, 6);
    expect(seen?.steps.at(-1)).toMatchObject({ atSeconds: 2.5 * 86_400 });
    expect(seen?.steps.at(-1)?.waiting).toBeCloseTo(0.2, 12);
    expect(byDue).toMatchObject([{ afterSeconds: 0, n: 20, kept: 12, estimate: 0.6 }, { afterSeconds: 86_400, n: 20, kept: 16, estimate: 0.8 }, { n: 20, kept: 16 }]);
  });

  it('is not moved by promises of which nothing is seen; what rests on them stands beside', () => {
    const without = named(usual);
    const withSilence = named([...usual, ...times(30, () => promise('unverifiable'))]);
    expect(withSilence.seen).toEqual(without.seen);
    expect(withSilence.byDue.map(({ estimate, n }) => ({ estimate, n }))).toEqual(without.byDue.map(({ estimate, n }) => ({ estimate, n })));
    expect(without.byDue[0]).toMatchObject({ least: 0.6, most: 0.6, all: 20 });
    expect(withSilence.byDue[0]).toMatchObject({ least: 12 / 50, most: 42 / 50, all: 50 });
    expect(withSilence.least).toMatchObject({ n: 50, events: 16 });
    expect(withSilence.least?.steps.at(-1)?.waiting).toBeCloseTo(34 / 50, 12);
  });

  it('holds the true share between the extremes, and finds it where unseen ones are kept like the others', () => {
    const random = seededRandom(4);
    const truth = times(2000, () => (random() < 0.7 ? promise('kept', random() * 2) : random() < 0.5 ? promise('late', 2 + random()) : promise('broken')));
    const visible = truth.map((one) => (random() < 0.4 ? one : { ...one, state: 'unverifiable' as const, shownMs: null }));
    const [atDue] = named(visible).byDue;
    expect(atDue?.low).toBeLessThan(0.7);
    expect(atDue?.high).toBeGreaterThan(0.7);
    expect(atDue?.least).toBeLessThan(0.35);
    expect(atDue?.most).toBeGreaterThan(0.8);
    const biased = truth.map((one) => (one.state === 'kept' ? { ...one, state: 'unverifiable' as const, shownMs: null } : one));
    const [hidden] = named(biased).byDue;
    expect(hidden?.estimate).toBe(0);
    expect(hidden?.most).toBeGreaterThan(0.65);
  });

  it('knows a promise said to have come in time as kept by its due time', () => {
    const { seen } = named(times(20, () => promise('kept', 30)));
    expect(seen?.steps.map(({ atSeconds }) => atSeconds)).toEqual([2 * 86_400]);
  });

  it('leaves a verdict by hand without a time out of the curves, not out of the share', () => {
    const { seen, byDue, withoutTime } = named([...usual, promise('kept'), promise('late')]);
    expect(withoutTime).toBe(2);
    expect(seen?.n).toBe(20);
    expect(byDue).toMatchObject([{ n: 22, kept: 13 }, { n: 21, kept: 17 }, { n: 21, kept: 17 }]);
  });

  it('counts only promises that were watched until the moment told', () => {
    const { byDue } = named([...usual, ...times(5, () => promise('kept', 1, { endMs: 2.5 * DAY })), ...times(5, () => promise('open', null, { endMs: DAY }))]);
    expect(byDue).toMatchObject([{ n: 25, kept: 17 }, { n: 20, kept: 16 }, { n: 20 }]);
  });

  it('gives neither curve nor share under twenty due promises', () => {
    const few = named(usual.slice(1));
    expect(few).toMatchObject({ n: 19, due: 19, reason: 'few-due-promises', seen: null, least: null, byDue: [] });
    expect(named([])).toMatchObject({ n: 0, due: 0, reason: 'few-due-promises' });
    expect(named([...usual.slice(1), promise('open', null, { endMs: DAY })])).toMatchObject({ n: 20, due: 19, reason: 'few-due-promises' });
    expect(named([...usual.slice(1), promise('unverifiable')])).toMatchObject({ due: 20, reason: 'few-verifiable-promises', seen: null, least: { n: 20 } });
  });

  it('draws no curve of fewer than ten people', () => {
    expect(named(usual.map((one, at) => ({ ...one, personId: at % 9 })))).toMatchObject({ seen: null, least: null });
    expect(named(usual.map((one) => ({ ...one, personId: null })))).toMatchObject({ seen: { n: 20 } });
  });

  it('says of promises without a time only how many are seen kept at least', () => {
    const loose = times(25, (at) => promise(at < 5 ? 'kept' : 'unverifiable', at < 5 ? 1 : null, { named: false, judgedMs: 7 * DAY }));
    const { seen, least, byDue, reason } = timeToKeep([...usual, ...loose], { named: false });
    expect({ seen, byDue, reason }).toEqual({ seen: null, byDue: [], reason: null });
    expect(least).toMatchObject({ n: 25, events: 5 });
  });
});
