import { describe, expect, it } from 'vitest';
import { DEBATE_INDEX, threadDebate, type DebateMessage } from '../../../../src/domain/strategy/thread-debate.ts';

/** A thread as author (null for the brand) and the place of the message answered, counted from 0: the first message. */
const thread = (...said: readonly (readonly [personId: number | null, answers: number | null])[]): DebateMessage[] => said.map(([personId, answers], at) => ({ messageId: 100 + at, personId, parentId: answers === null ? null : 100 + answers }));
const of = (...said: readonly (readonly [number | null, number | null])[]) => threadDebate(100, thread(...said));
const FIVE = [[1, 0], [2, 0], [3, 0], [4, 0], [5, 0]] as const;

describe('how much of a debate a thread is', () => {
  it('is the geometric mean of four parts: five voices, two levels, half to one another, evenly', () => {
    const found = of([null, null], ...FIVE, [2, 1], [3, 2], [4, 3], [5, 4], [1, 5]);
    expect(found).toMatchObject({ voices: 5, messages: 10, depth: 2, between: { k: 5, n: 10 }, balance: 1 });
    // (1/2 · 1/2 · 1/2 · 1)^(1/4) = 2^(-3/4)
    expect(found.index).toBeCloseTo(2 ** (-3 / 4), 12);
    expect(found.index).toBeGreaterThan(DEBATE_INDEX);
  });

  it('is nothing where many comment and nobody answers anybody', () => {
    expect(of([null, null], ...Array.from({ length: 40 }, (_, at) => [at + 1, 0] as const))).toMatchObject({ voices: 40, depth: 1, between: { k: 0, n: 40 }, index: 0 });
  });

  it('does not take answers to the brand, of the brand, or to oneself for answers between people', () => {
    const found = of([null, null], ...FIVE, [null, 1], [1, 6], [2, 2], [3, 0]);
    expect(found).toMatchObject({ voices: 5, messages: 8, depth: 3, between: { k: 0, n: 8 }, index: 0 });
  });

  it('counts whoever begins a thread as a voice, and answers to them', () => {
    expect(of([9, null], [1, 0], [2, 0], [3, 1])).toMatchObject({ voices: 4, messages: 4, depth: 2, between: { k: 3, n: 3 }, index: null });
  });

  it('has no index under five voices, and none without a message below the first', () => {
    expect(of([null, null], [1, 0], [2, 1], [3, 2], [4, 3]).index).toBeNull();
    expect(of([1, null])).toEqual({ voices: 1, messages: 1, depth: 0, between: { k: 0, n: 0 }, balance: null, index: null });
    expect(of([null, null])).toMatchObject({ voices: 0, messages: 0, balance: null, index: null });
  });

  it('has less balance where one person holds the word: entropy of 6, 1, 1, 1, 1 by that of five', () => {
    const found = of([null, null], ...FIVE, [1, 2], [1, 3], [1, 4], [1, 5], [1, 2]);
    // -(.6 ln .6 + 4 · .1 ln .1) / ln 5
    expect(found.balance).toBeCloseTo((-0.6 * Math.log(0.6) - 0.4 * Math.log(0.1)) / Math.log(5), 12);
    expect(found.balance).toBeCloseTo(0.7627, 4);
  });

  it('places what answers nothing right below the first message, and ends where links go in a circle', () => {
    expect(threadDebate(1, [{ messageId: 1, personId: null, parentId: null }, { messageId: 2, personId: 7, parentId: 999 }, { messageId: 3, personId: 8, parentId: 2 }])).toMatchObject({ depth: 2, between: { k: 1, n: 2 } });
    expect(threadDebate(1, [{ messageId: 1, personId: null, parentId: null }, { messageId: 2, personId: 7, parentId: 3 }, { messageId: 3, personId: 8, parentId: 2 }]).depth).toBeGreaterThan(0);
  });

  it('grows with voices, depth and answers, stays within 0 and 1, and does not depend on the order of messages', () => {
    const said = [[null, null], ...FIVE, [2, 1], [3, 2]] as const;
    const plain = of(...said);
    const wider = of(...said, [6, 0], [6, 1]);
    const deeper = of(...said, [4, 6]);
    expect(wider.index).toBeGreaterThan(plain.index ?? 1);
    expect(deeper.index).toBeGreaterThan(plain.index ?? 1);
    for (const { index } of [plain, wider, deeper]) expect(index).toBeLessThanOrEqual(1);
    expect(threadDebate(100, thread(...said).toReversed())).toEqual(plain);
  });
});
