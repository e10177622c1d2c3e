import { expect, it } from 'vitest';
import { figureWithin } from '../../../../src/app/plan/figure-again.ts';

const answer = { gaps: [{ intent: 'idea', gapSeconds: 5 }, { intent: 'trouble', gapSeconds: 900, low: 100, high: 1700, n: 44 }], groups: [{ shares: [0.1, { estimate: 0.2 }] }] };
const source = { operation: 'response.gaps', input: {}, fields: { estimate: 'gapSeconds', low: 'low', high: 'high', n: 'n' } };

it('finds an object by its fields, and reads the figure from it', () => {
  expect(figureWithin(answer, { ...source, at: ['gaps', { intent: 'trouble' }] })).toEqual({ estimate: 900, low: 100, high: 1700, n: 44 });
});

it('follows keys and positions; what is no number is null', () => {
  expect(figureWithin(answer, { ...source, at: ['groups', 0, 'shares', 1], fields: { estimate: 'estimate', n: 'n' } })).toEqual({ estimate: 0.2, low: null, high: null, n: null });
});

it('is null where the way leads nowhere, and never follows what an object inherits', () => {
  expect(figureWithin(answer, { ...source, at: ['gaps', { intent: 'praise' }] })).toBeNull();
  expect(figureWithin(answer, { ...source, at: ['gaps', 7] })).toBeNull();
  expect(figureWithin(answer, { ...source, at: ['constructor'] })).toBeNull();
  expect(figureWithin(answer, { ...source, at: ['groups', 0, 'shares', 0] })).toBeNull();
});
