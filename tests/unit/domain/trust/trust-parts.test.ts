import { describe, expect, it } from 'vitest';
import { answeredPeople } from '../../../../src/domain/trust/answered-people.ts';
import { careTaken } from '../../../../src/domain/trust/care-taken.ts';
import { promisesKept } from '../../../../src/domain/trust/promises-kept.ts';
import { shareWithPrior } from '../../../../src/domain/trust/share-estimate.ts';
import { unpaidAdvocacy } from '../../../../src/domain/trust/unpaid-advocacy.ts';
import trustReference from '../../../reference/trust/trust.json' with { type: 'json' };
import reference from '../../../reference/value/beta-balance.json' with { type: 'json' };

const { dealt } = trustReference;

describe('promises', () => {
  it('give a rate from twenty verifiable ones, with the others beside', () => {
    const states = [...new Array<'kept'>(15).fill('kept'), ...new Array<'broken'>(5).fill('broken'), 'unverifiable', 'open'] as const;
    const judged = states.map((state) => ({ state, named: true }));
    expect(promisesKept(judged)).toMatchObject({ n: 20, estimate: 0.75, tooFew: false, beside: { unverifiable: 1, open: 1 } });
    expect(promisesKept(judged.slice(1))).toMatchObject({ n: 19, estimate: null, tooFew: true, reason: 'few-verifiable-promises' });
    expect(promisesKept(judged.slice(0, 10))).toMatchObject({ estimate: null, reason: 'few-due-promises' });
  });

  it('keep those without a named time out of the rate', () => {
    const unnamed = new Array<{ state: 'kept'; named: boolean }>(50).fill({ state: 'kept', named: false });
    expect(promisesKept(unnamed)).toMatchObject({ n: 0, estimate: null, reason: 'few-verifiable-promises', beside: { kept: 0, keptWithoutTime: 50 } });
  });
});

describe('shares with a flat prior', () => {
  it('agree with SciPy', () => {
    for (const { successes, n, estimate, low, high } of reference.shares) {
      const share = shareWithPrior(successes, n);
      expect(share.estimate).toBeCloseTo(estimate, 12);
      expect(share.low).toBeCloseTo(low, 9);
      expect(share.high).toBeCloseTo(high, 9);
    }
    expect(() => shareWithPrior(3, 2)).toThrow('invalid share: 3 of 2');
  });
});

describe('reciprocity with the brand', () => {
  it('stands at chance when answers fall evenly and below it when few people get them all', () => {
    const spread = Array.from({ length: 200 }, (_, i) => ({ accountId: i, answered: i % 2 === 0 }));
    const even = answeredPeople(spread, { seed: 2 });
    expect(even).toMatchObject({ n: 200, estimate: 0.5 });
    expect(even.beside['chance']).toBe(0.5);
    const narrow = answeredPeople(Array.from({ length: 200 }, (_, i) => ({ accountId: i < 100 ? i % 5 : i, answered: i < 100 })), { seed: 2 });
    expect(narrow.estimate).toBeCloseTo(5 / 105, 12);
    expect(narrow.beside['chanceLow']).toBeGreaterThan(0.3);
    expect(narrow).toEqual(answeredPeople(Array.from({ length: 200 }, (_, i) => ({ accountId: i < 100 ? i % 5 : i, answered: i < 100 })), { seed: 2 }));
  });

  it('has the chance that the hypergeometric distribution gives', () => {
    const { counts, answers, expected } = dealt;
    const messages = counts.flatMap((own, accountId) => new Array<number>(own).fill(accountId)).map((accountId, place) => ({ accountId, answered: place < answers }));
    expect(answeredPeople(messages, { seed: 5 }).beside['chance']).toBeCloseTo(expected, 2);
  });

  it('has no figure under ten people', () => {
    expect(answeredPeople(Array.from({ length: 90 }, (_, i) => ({ accountId: i % 9, answered: true })), { seed: 1 })).toMatchObject({ tooFew: true, estimate: null, reason: 'few-requests' });
  });
});

describe('care and advocacy', () => {
  it('keep their floors', () => {
    expect(careTaken([])).toMatchObject({ n: 0, estimate: null, tooFew: true });
    expect(unpaidAdvocacy({ active: 4, recommending: 4, warning: 0 })).toMatchObject({ estimate: null, tooFew: true, reason: 'few-people' });
  });

  it('count care only when it was answered and then thanked', () => {
    const requests = Array.from({ length: 20 }, (_, i) => ({ accountId: i, answered: i < 10, thanked: i % 2 === 0 }));
    expect(careTaken(requests)).toMatchObject({ n: 20, estimate: 6 / 22, beside: { answered: 10, thanked: 5 } });
    expect(unpaidAdvocacy({ active: 98, recommending: 9, warning: 2 })).toMatchObject({ n: 98, estimate: 0.1, beside: { recommending: 9, warning: 2 } });
  });
});
