import { describe, expect, it } from 'vitest';
import { FUNNEL_DAYS, stagesReached, tieFunnel, type FunnelPair } from '../../../../src/domain/trust/tie-funnel.ts';

const DAY_MS = 86_400_000;
const END_MS = 400 * DAY_MS;
/** Exchanges as day, direction and conversation: `[3, '>', 1]` is the first party's word on the third day. */
function pair(first: number, second: number | null, said: readonly (readonly [day: number | null, to: '>' | '<', root: number])[]): FunnelPair {
  return { first, second, exchanges: said.map(([day, to, rootId]) => ({ atMs: day === null ? null : day * DAY_MS, forth: to === '>', rootId })) };
}

describe('how far a pair comes', () => {
  it.each([
    ['one word', [[1, '>', 1]], 1], ['many words without a reply', [[1, '>', 1], [2, '>', 2], [3, '>', 3]], 1], ['a reply', [[1, '>', 1], [2, '<', 1]], 2], ['a long talk, once', [[1, '>', 1], [2, '<', 1], [3, '>', 1], [4, '<', 1]], 2],
    ['met again, one side spoke once', [[1, '>', 1], [2, '<', 1], [9, '>', 2]], 3], ['two each, met again', [[1, '>', 1], [2, '<', 1], [9, '>', 2], [10, '<', 2]], 4],
    ['friends too late', [[1, '>', 1], [2, '<', 1], [99, '>', 2], [100, '<', 2]], 2], ['not followed for ninety days', [[350, '>', 1], [351, '<', 1]], 0],
  ] as const)('%s', (_, said, stages) => {
    expect(stagesReached(pair(1, 2, said), END_MS)).toBe(stages);
  });

  it('is not told where a time is unknown', () => {
    expect(stagesReached(pair(1, 2, [[1, '>', 1], [null, '<', 1]]), END_MS)).toBeNull();
  });

  it('looks at the same days for all: the last day counts, the next does not', () => {
    expect(stagesReached(pair(1, 2, [[1, '>', 1], [1 + FUNNEL_DAYS, '<', 1]]), END_MS)).toBe(2);
    expect(stagesReached(pair(1, 2, [[1, '>', 1], [1 + FUNNEL_DAYS + 1, '<', 1]]), END_MS)).toBe(1);
    expect(stagesReached(pair(1, 2, [[400 - FUNNEL_DAYS, '>', 1]]), END_MS)).toBe(1);
  });
});

describe('the funnel', () => {
  const friends = (first: number, second: number | null): FunnelPair => pair(first, second, [[1, '>', 1], [2, '<', 1], [9, '>', 2], [10, '<', 2]]);
  const met = (first: number, second: number | null): FunnelPair => pair(first, second, [[1, '>', 1]]);

  it('narrows, and keeps young and untimed pairs apart', () => {
    const { pairs, people, early, untimed, stages } = tieFunnel([friends(1, 2), met(3, 4), met(3, 5), pair(6, 7, [[390, '>', 1]]), pair(8, 9, [[null, '>', 1]])], END_MS);
    expect({ pairs, people, early, untimed, stages: stages.map(({ stage, pairs: reached }) => [stage, reached]) }).toEqual({ pairs: 3, people: 5, early: 1, untimed: 1, stages: [['met', 3], ['answered', 1], ['again', 1], ['friends', 1]] });
    expect(stages[3]?.ofMet).toEqual({ k: 1, n: 3, estimate: null, low: null, high: null });
    expect(stages[2]?.ofPrevious).toMatchObject({ k: 1, n: 1 });
  });

  it('gives shares from thirty pairs on, wider where one person stands in all of them', () => {
    const apart = Array.from({ length: 40 }, (_, at) => (at < 20 ? friends(at, 100 + at) : met(at, 100 + at)));
    const hub = Array.from({ length: 40 }, (_, at) => (at < 20 ? friends(0, 100 + at) : met(0, 100 + at)));
    const [wide, narrow] = [tieFunnel(hub, END_MS).stages[3]?.ofMet, tieFunnel(apart, END_MS).stages[3]?.ofMet];
    expect([wide?.estimate, narrow?.estimate]).toEqual([0.5, 0.5]);
    expect((wide?.high ?? 0) - (wide?.low ?? 0)).toBeGreaterThan((narrow?.high ?? 1) - (narrow?.low ?? 0));
    // Wilson limits of half of 39 cases: forty with the correction for forty people
    expect([narrow?.low, narrow?.high].map((limit) => limit?.toFixed(3))).toEqual(['0.350', '0.650']);
  });

  it('takes each person with the brand as a case of their own', () => {
    const { stages } = tieFunnel(Array.from({ length: 40 }, (_, at) => (at < 20 ? friends(at, null) : met(at, null))), END_MS);
    expect(stages[3]?.ofMet.low?.toFixed(3)).toBe('0.350');
    expect(tieFunnel([], END_MS)).toMatchObject({ pairs: 0, people: 0, stages: [{ pairs: 0, ofMet: { n: 0, estimate: null } }, {}, {}, {}] });
  });
});
