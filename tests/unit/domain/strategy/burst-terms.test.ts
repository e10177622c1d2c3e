import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { burstTerms, type BurstTerm } from '../../../../src/domain/strategy/burst-terms.ts';

interface Reference { readonly cases: readonly { readonly burst: number; readonly rest: number; readonly terms: readonly BurstTerm[]; readonly found: readonly string[] }[] }
const { cases } = JSON.parse(readFileSync(new URL('../../../reference/strategy/burst-terms.json', import.meta.url), 'utf8')) as Reference;

it.each(cases.map((one, at) => ({ at, ...one })))('finds the terms that SciPy finds, in its order ($at)', ({ burst, rest, terms, found }) => {
  expect(burstTerms(terms, { burst, rest, limit: 30 })).toEqual(found);
});

it('says nothing of a word that two people use, of one that everybody uses, nor without a rest', () => {
  const terms = [{ key: 'two', inBurst: 2, inRest: 0 }, { key: 'all', inBurst: 20, inRest: 500 }, { key: 'rotta', inBurst: 12, inRest: 2 }];
  expect(burstTerms(terms, { burst: 20, rest: 500, limit: 5 })).toEqual(['rotta']);
  expect(burstTerms(terms, { burst: 20, rest: 0, limit: 5 })).toEqual([]);
});

it('lets a word give way to the two words that it is nearly always said in', () => {
  const terms = [{ key: 'a', inBurst: 10, inRest: 0 }, { key: 'b', inBurst: 12, inRest: 40 }, { key: 'ab', inBurst: 10, inRest: 0, parts: ['a', 'b'] as const }];
  expect(burstTerms(terms, { burst: 20, rest: 500, limit: 5 })).toEqual(['ab']);
});
