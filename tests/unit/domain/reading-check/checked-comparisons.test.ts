import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedMessage } from '../../../../src/domain/reading-check/check-scores.ts';
import { checkScores } from '../../../../src/domain/reading-check/check-scores.ts';
import { confusionTable } from '../../../../src/domain/reading-check/confusion-table.ts';
import { createHesitations, HESITANT_BELOW, type Hesitation } from '../../../../src/domain/reading-check/hesitations.ts';
import { scoreDifference } from '../../../../src/domain/reading-check/score-difference.ts';
import reference from '../../../reference/reading-check.json' with { type: 'json' };

const { codes, messages } = reference.sample;
/** The same message, read rightly. */
const right = (message: CheckedMessage): CheckedMessage => ({ ...message, said: message.truth, saidAll: message.truthAll });

describe('two ways of reading the same messages', () => {
  it('have the mean F1 that the scores have, and differ by their difference', () => {
    const found = scoreDifference(messages.map((before) => ({ before, after: right(before) })), codes, 1);
    expect(found?.labels).toEqual(codes);
    expect(found?.before).toBeCloseTo(reference.sample.macroF1, 12);
    expect(found?.after).toBe(1);
    expect(found?.difference).toBeCloseTo(1 - reference.sample.macroF1, 12);
    expect(found?.low).toBeGreaterThan(0);
    expect(found?.high).toBeGreaterThan(found?.difference ?? 1);
  });

  it('do not differ when they say the same, and turn their sign when exchanged', () => {
    expect(scoreDifference(messages.map((before) => ({ before, after: before })), codes, 1)).toMatchObject({ difference: 0, low: 0, high: 0 });
    const better = messages.map((before, at) => ({ before, after: at % 3 === 0 ? right(before) : before }));
    const [one, other] = [scoreDifference(better, codes, 1), scoreDifference(better.map(({ before, after }) => ({ before: after, after: before })), codes, 1)];
    expect(other?.difference).toBeCloseTo(-(one?.difference ?? 0), 12);
    expect(other?.low).toBeCloseTo(-(one?.high ?? 0), 2);
  });

  it('are compared over the labels that a person gave ten times, and not at all below fifty messages', () => {
    const rare = messages.map((message, at): CheckedMessage => (at < 9 ? { ...message, truth: 'd', truthAll: ['d'] } : message));
    expect(scoreDifference(rare.map((before) => ({ before, after: before })), [...codes, 'd'], 1)?.labels).toEqual(codes);
    expect(scoreDifference(messages.slice(0, 49).map((before) => ({ before, after: before })), codes, 1)).toBeNull();
    expect(scoreDifference(messages.map((before) => ({ before, after: before })), ['z'], 1)).toBeNull();
    // the scores withhold a label that the reader hardly gives; here it counts, or a layer could hide it
    const silent = messages.map((message): CheckedMessage => ({ ...message, saidAll: message.saidAll.filter((code) => code !== 'a') }));
    expect(checkScores(silent, codes, 1).labels[0]?.tooFew).toBe(true);
    expect(scoreDifference(silent.map((before) => ({ before, after: before })), codes, 1)?.labels).toContain('a');
  });
});

describe('the confusion', () => {
  it('holds every message once, with shares of what the reader said', () => {
    const cells = confusionTable([{ id: 1, said: 'a', truth: 'a', weight: 3 }, { id: 2, said: 'a', truth: 'b', weight: 1 }, { id: 3, said: 'b', truth: 'b', weight: 2 }], ['a', 'b', 'c']);
    expect(cells).toEqual([
      { said: 'a', truth: 'a', n: 1, share: 0.75, ids: [1] }, { said: 'a', truth: 'b', n: 1, share: 0.25, ids: [2] }, { said: 'b', truth: 'b', n: 1, share: 1, ids: [3] },
    ]);
    expect(confusionTable([], ['a'])).toEqual([]);
  });
});

describe('messages that the reader hesitates on', () => {
  const hesitation = fc.record({ id: fc.integer({ min: 1, max: 1e6 }), language: fc.constantFrom('it', 'en'), first: fc.constantFrom('a', 'b'), second: fc.constantFrom('c', 'd'), margin: fc.double({ min: 0, max: 1, noNaN: true }) });
  const given = (list: readonly Hesitation[]) => {
    const made = createHesitations();
    for (const one of list) made.add(one);
    return made;
  };

  it('come the narrowest first within each pair and language, the pairs in turn, whatever the order they were met in', () => {
    fc.assert(fc.property(fc.uniqueArray(hesitation, { selector: ({ id }) => id, maxLength: 80 }), fc.integer({ min: 1, max: 40 }), (list, size) => {
      const made = given(list);
      const taken = made.spread(size, () => true);
      expect(made.hesitant()).toBe(list.filter(({ margin }) => margin < HESITANT_BELOW).length);
      expect(taken).toHaveLength(Math.min(size, made.hesitant()));
      expect(given([...list].reverse()).spread(size, () => true)).toEqual(taken);
      const groups = new Map<string, number[]>();
      for (const { language, first, second, margin } of taken) {
        const key = [language, ...[first, second].sort()].join(' ');
        groups.set(key, [...(groups.get(key) ?? []), margin]);
      }
      for (const margins of groups.values()) expect(margins).toEqual([...margins].sort((a, b) => a - b));
    }));
  });

  it('leave out what is refused without losing places', () => {
    const list = Array.from({ length: 10 }, (_, at): Hesitation => ({ id: at, language: 'it', first: 'a', second: 'b', margin: at / 100 }));
    expect(given(list).spread(3, (id) => id % 2 === 1).map(({ id }) => id)).toEqual([1, 3, 5]);
    expect(given(list).spread(3, () => false)).toEqual([]);
  });

  it('take no more room for a million than for some hundreds', () => {
    const made = createHesitations();
    for (let id = 0; id < 100_000; id += 1) made.add({ id, language: 'it', first: 'a', second: 'b', margin: (id % 100) / 1000 });
    expect(made.hesitant()).toBe(100_000);
    expect(made.spread(1000, () => true)).toHaveLength(400);
  });
});
