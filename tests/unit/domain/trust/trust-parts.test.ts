import { describe, expect, it } from 'vitest';
import { answeredPeople } from '../../../../src/domain/trust/answered-people.ts';
import { careTaken } from '../../../../src/domain/trust/care-taken.ts';
import { observedTies } from '../../../../src/domain/trust/observed-ties.ts';
import { promiseVerdict, type PromiseCase, type PromiseSequel } from '../../../../src/domain/trust/promise-verdict.ts';
import { promisesKept } from '../../../../src/domain/trust/promises-kept.ts';
import { shareWithPrior } from '../../../../src/domain/trust/share-estimate.ts';
import { unpaidAdvocacy } from '../../../../src/domain/trust/unpaid-advocacy.ts';
import reference from '../../../reference/value/beta-balance.json' with { type: 'json' };

const HOUR_MS = 3_600_000;
const verdict = (sequel: readonly Partial<PromiseSequel>[], change: Partial<PromiseCase> = {}) =>
  promiseVerdict({ atMs: 0, dueAfterSeconds: 86_400, endMs: 60 * 24 * HOUR_MS, sequel: sequel.map((said) => ({ by: 'asker', atMs: HOUR_MS, thanks: false, answers: false, trouble: false, text: '', ...said })), ...change });

describe('promises', () => {
  it('are kept when the brand or the asker shows it by the due time, late after it', () => {
    expect(verdict([{ by: 'brand', text: 'Come promesso, ecco il codice' }])).toBe('kept');
    expect(verdict([{ text: 'Tutto risolto' }])).toBe('kept');
    expect(verdict([{ by: 'brand', text: 'Your refund has been sent', atMs: 30 * HOUR_MS }])).toBe('late');
    expect(verdict([{ by: 'brand', text: 'eccoci' }, { atMs: 2 * HOUR_MS, thanks: true, text: 'grazie mille' }])).toBe('kept');
  });

  it('are kept when the brand comes back with an answer, late when it comes after the due time', () => {
    expect(verdict([{ by: 'brand', answers: true, text: 'Ecco il codice che aspettavi' }])).toBe('kept');
    expect(verdict([{ by: 'brand', text: 'Un attimo di pazienza' }])).toBe('unverifiable');
    expect(verdict([{ by: 'brand', answers: true, atMs: 30 * HOUR_MS }])).toBe('late');
    expect(verdict([{ answers: true }])).toBe('unverifiable');
    expect(verdict([{ by: 'brand', answers: true, atMs: 100 * HOUR_MS }], { dueAfterSeconds: null })).toBe('kept');
  });

  it('are broken when the asker comes back after the due time with the same kind of trouble', () => {
    expect(verdict([{ atMs: 30 * HOUR_MS, trouble: true, text: 'la macchina perde acqua come prima' }])).toBe('broken');
    expect(verdict([{ atMs: 20 * HOUR_MS, trouble: true, text: 'la macchina perde acqua come prima' }])).toBe('unverifiable');
    expect(verdict([{ by: 'brand', atMs: 30 * HOUR_MS, trouble: true }])).toBe('unverifiable');
    expect(verdict([{ by: 'brand', answers: true }, { atMs: 30 * HOUR_MS, trouble: true }])).toBe('kept');
    expect(verdict([{ atMs: 30 * HOUR_MS, trouble: true }, { by: 'brand', atMs: 40 * HOUR_MS, answers: true }])).toBe('late');
    expect(verdict([{ atMs: 30 * HOUR_MS, trouble: true, thanks: true, text: 'grazie, ma il pacco arrivato perde' }])).toBe('broken');
    expect(verdict([{ atMs: 200 * HOUR_MS, trouble: true }], { dueAfterSeconds: null })).toBe('unverifiable');
  });

  it('are not kept by thanks for the promise itself', () => {
    expect(verdict([{ thanks: true, text: 'grazie, attendo' }])).toBe('unverifiable');
  });

  it('are broken only when the asker says so after the due time', () => {
    expect(verdict([{ atMs: 30 * HOUR_MS, text: 'ancora niente' }])).toBe('broken');
    expect(verdict([{ atMs: 20 * HOUR_MS, text: 'ancora niente' }])).toBe('unverifiable');
    expect(verdict([{ atMs: 30 * HOUR_MS, text: 'still waiting, nothing resolved' }])).toBe('broken');
    expect(verdict([{ atMs: 30 * HOUR_MS, text: 'ancora niente' }, { by: 'brand', atMs: 40 * HOUR_MS, text: 'Abbiamo risolto ora' }])).toBe('late');
  });

  it('without a named time are judged after seven days and never broken', () => {
    expect(verdict([{ atMs: 300 * HOUR_MS, text: 'ancora niente' }], { dueAfterSeconds: null })).toBe('unverifiable');
    expect(verdict([], { dueAfterSeconds: null, endMs: 24 * HOUR_MS })).toBe('open');
  });

  it('stay open until due and are never broken by silence', () => {
    expect(verdict([], { endMs: 23 * HOUR_MS })).toBe('open');
    expect(verdict([])).toBe('unverifiable');
    expect(verdict([{ atMs: 30 * HOUR_MS, text: 'ancora niente' }], { endMs: 29 * HOUR_MS })).toBe('unverifiable');
  });

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

  it('has no figure under ten people', () => {
    expect(answeredPeople(Array.from({ length: 90 }, (_, i) => ({ accountId: i % 9, answered: true })), { seed: 1 })).toMatchObject({ tooFew: true, estimate: null, reason: 'few-requests' });
  });
});

describe('care, advocacy and ties', () => {
  it('keep their floors', () => {
    expect(careTaken([])).toMatchObject({ n: 0, estimate: null, tooFew: true });
    expect(unpaidAdvocacy({ active: 4, recommending: 4, warning: 0 })).toMatchObject({ estimate: null, tooFew: true, reason: 'few-people' });
    expect(observedTies([{ forth: 1, back: 1, days: 2 }])).toMatchObject({ n: 0, estimate: null, reason: 'no-pairs' });
  });

  it('count care only when it was answered and then thanked', () => {
    const requests = Array.from({ length: 20 }, (_, i) => ({ accountId: i, answered: i < 10, thanked: i % 2 === 0 }));
    expect(careTaken(requests)).toMatchObject({ n: 20, estimate: 6 / 22, beside: { answered: 10, thanked: 5 } });
    expect(unpaidAdvocacy({ active: 98, recommending: 9, warning: 2 })).toMatchObject({ n: 98, estimate: 0.1, beside: { recommending: 9, warning: 2 } });
  });

  it('count pairs without scoring them', () => {
    expect(observedTies([{ forth: 2, back: 2, days: 10 }, { forth: 3, back: 0, days: 4 }])).toMatchObject({ n: 2, estimate: null, reason: 'parts-missing', beside: { pairs: 2, bothWays: 1, medianExchanges: 3.5, medianDays: 7 } });
  });
});
