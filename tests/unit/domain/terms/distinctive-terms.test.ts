import { describe, expect, it } from 'vitest';
import { createCountSketch } from '../../../../src/domain/terms/count-sketch.ts';
import { distinctiveTerms, type CountedTerm } from '../../../../src/domain/terms/distinctive-terms.ts';
import { falseDiscoveryRates } from '../../../../src/domain/terms/false-discovery-rate.ts';
import { termLogOdds } from '../../../../src/domain/terms/log-odds.ts';
import { textHash } from '../../../../src/domain/terms/text-hash.ts';
import { isOneTerm, pairInformation, pairLikelihood } from '../../../../src/domain/terms/word-pair.ts';
import reference from '../../../reference/terms/terms.json' with { type: 'json' };

const totals = reference.terms.reduce((sum, { inGroup, inRest }) => ({ inGroup: sum.inGroup + inGroup, inRest: sum.inRest + inRest }), { inGroup: 0, inRest: 0 });

describe('log odds of a term', () => {
  it('agree with the outside computation: estimate, error, z and limits', () => {
    for (const { inGroup, inRest, logOdds, standardError, z, low, high } of reference.terms) {
      const found = termLogOdds({ inGroup, inRest }, totals);
      for (const [mine, outside] of [[found.logOdds, logOdds], [found.standardError, standardError], [found.z, z], [found.low, low], [found.high, high]] as const) expect(mine).toBeCloseTo(outside, 10);
    }
  });

  it('turn their sign when the sides are exchanged', () => {
    const one = termLogOdds({ inGroup: 30, inRest: 10 }, { inGroup: 400, inRest: 700 });
    const other = termLogOdds({ inGroup: 10, inRest: 30 }, { inGroup: 700, inRest: 400 });
    expect(other.logOdds).toBeCloseTo(-one.logOdds, 12);
    expect(other.low).toBeCloseTo(-one.high, 12);
  });

  it('are drawn to zero where a term is rare', () => {
    const often = termLogOdds({ inGroup: 100, inRest: 100 }, { inGroup: 1000, inRest: 4000 });
    const rarely = termLogOdds({ inGroup: 1, inRest: 1 }, { inGroup: 1000, inRest: 4000 });
    expect(Math.abs(rarely.z)).toBeLessThan(Math.abs(often.z));
  });

  it('need words on both sides', () => {
    expect(() => termLogOdds({ inGroup: 0, inRest: 1 }, { inGroup: 0, inRest: 5 })).toThrow('invalid totals: 0 and 5');
  });
});

describe('false discovery rates', () => {
  it('agree with SciPy over all terms', () => {
    const found = distinctiveTerms(reference.terms.map(({ inGroup, inRest }, key) => ({ key, inGroup, inRest })), { limit: 1000 });
    expect(found.tested).toBe(reference.terms.length);
    const listed = [...found.ofGroup, ...found.ofRest];
    for (const { key, q } of listed) expect(q).toBeCloseTo(reference.terms[key]?.q ?? -1, 10);
    const wanted = reference.terms.flatMap(({ q, z, inGroup, inRest }, key) => (q < 0.05 && (z > 0 ? inGroup : inRest) >= 5 ? [key] : []));
    expect(listed.map(({ key }) => key).sort((a, b) => a - b)).toEqual(wanted);
  });

  it('never fall with p, and never go above one', () => {
    expect(falseDiscoveryRates([])).toEqual([]);
    expect(falseDiscoveryRates([0.9, 1, 0.95])).toEqual([1, 1, 1]);
    expect(falseDiscoveryRates([0.04, 0.03, 0.035])).toEqual([0.04, 0.04, 0.04]);
  });
});

describe('distinctive terms', () => {
  const common = Array.from({ length: 40 }, (_, key): CountedTerm<string> => ({ key: `w${key}`, inGroup: 20, inRest: 200 }));

  it('are strongest first on the side they speak for', () => {
    const { ofGroup, ofRest } = distinctiveTerms([...common, { key: 'senza', inGroup: 60, inRest: 20 }, { key: 'glutine', inGroup: 50, inRest: 2 }, { key: 'zucchero', inGroup: 0, inRest: 190 }], { limit: 10 });
    expect(ofGroup.map(({ key }) => key)).toEqual(['senza', 'glutine']);
    expect(ofRest.map(({ key }) => key)).toEqual(['zucchero']);
    for (const { low, high, logOdds } of ofGroup) expect(low > 0 && low < logOdds && logOdds < high).toBe(true);
  });

  it('leave out a word that is nearly always said in a listed term of two', () => {
    const { ofGroup } = distinctiveTerms([...common, { key: 'carta', inGroup: 70, inRest: 10 }, { key: 'credito', inGroup: 62, inRest: 3 }, { key: 'carta credito', inGroup: 60, inRest: 2, parts: ['carta', 'credito'] }], { limit: 10 });
    expect(ofGroup.map(({ key }) => key)).toEqual(['carta credito']);
    const apart = distinctiveTerms([...common, { key: 'carta', inGroup: 140, inRest: 10 }, { key: 'credito', inGroup: 62, inRest: 3 }, { key: 'carta credito', inGroup: 60, inRest: 2, parts: ['carta', 'credito'] }], { limit: 10 });
    expect(apart.ofGroup.map(({ key }) => key).sort()).toEqual(['carta', 'carta credito']);
  });

  it('say nothing of terms that fewer than five people use, or of a side without words', () => {
    expect(distinctiveTerms([...common, { key: 'raro', inGroup: 4, inRest: 0 }], { limit: 10 })).toMatchObject({ ofGroup: [], ofRest: [], tested: 40 });
    expect(distinctiveTerms([{ key: 'pane', inGroup: 9, inRest: 0 }], { limit: 10 })).toEqual({ ofGroup: [], ofRest: [], tested: 0 });
    expect(distinctiveTerms([], { limit: 10 }).tested).toBe(0);
  });

  it('find nothing where both sides speak alike', () => {
    expect(distinctiveTerms(common, { limit: 10 })).toMatchObject({ ofGroup: [], ofRest: [] });
  });
});

describe('two words in a row', () => {
  it('agree with SciPy and with the definition of their information', () => {
    for (const { counts, likelihood, information } of reference.pairs) {
      expect(pairLikelihood(counts)).toBeCloseTo(likelihood, 8);
      expect(pairInformation(counts)).toBeCloseTo(information, 12);
    }
  });

  it('are one term only when they say more than the two of them', () => {
    expect(isOneTerm({ first: 40, second: 30, both: 25, all: 1000 })).toBe(true);
    expect(isOneTerm({ first: 90, second: 80, both: 5, all: 1000 })).toBe(false);
    expect(isOneTerm({ first: 7, second: 7, both: 1, all: 300 })).toBe(false);
    expect(isOneTerm({ first: 3, second: 3, both: 0, all: 10 })).toBe(false);
  });
});

describe('a sketch of counts', () => {
  it('is never below the truth and mostly at it', () => {
    const sketch = createCountSketch();
    for (let word = 0; word < 50_000; word += 1) for (let time = 0; time < 1 + (word % 7); time += 1) sketch.add(textHash(`word${word}`));
    let above = 0;
    for (let word = 0; word < 50_000; word += 1) {
      const count = sketch.atLeast(textHash(`word${word}`));
      expect(count).toBeGreaterThanOrEqual(1 + (word % 7));
      if (count > 1 + (word % 7)) above += 1;
    }
    expect(above).toBeLessThan(1500);
    expect(sketch.placesAtLeast(1)).toBeGreaterThan(48_000);
    expect(sketch.placesAtLeast(60_000)).toBe(0);
  });
});
