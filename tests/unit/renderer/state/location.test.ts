import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTENTS, ROLES, SENTIMENTS } from '../../../../src/domain/model/codes.ts';
import { hashFromLocation, locationFromHash } from '../../../../src/renderer/state/location.ts';

describe('the address', () => {
  it('reads a room with its filters and parameters', () => {
    expect(locationFromHash('#/tribes/value%3Aeven?intent=trouble&intent=idea&network=facebook&from=1000&lens=roles&brand=Aurora')).toEqual({
      path: ['tribes', 'value:even'],
      filters: { intents: ['trouble', 'idea'], networks: ['facebook'], fromMs: 1000 },
      brand: 'Aurora',
      parameters: { lens: 'roles' },
    });
  });

  it('leaves out what it does not understand', () => {
    expect(locationFromHash('#/data?intent=nonsense&from=soon&to=&text=%zz')).toMatchObject({ path: ['data'], filters: { text: '%zz' } });
    expect(locationFromHash('#/data?weekday=8&weekday=2&weekday=2&hour=-1&hour=24&hour=7')).toMatchObject({ filters: { weekdays: [2], hours: [7] } });
    expect(locationFromHash('')).toEqual({ path: [], filters: {}, brand: null, parameters: {} });
    expect(locationFromHash('#/%E0%A4%A').path).toEqual(['%E0%A4%A']);
  });

  it('survives being written and read', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    const location = fc.record({
      path: fc.array(word, { maxLength: 3 }),
      filters: fc.record(
        { intents: fc.uniqueArray(fc.constantFrom(...INTENTS), { minLength: 1 }), roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1 }), sentiments: fc.uniqueArray(fc.constantFrom(...SENTIMENTS), { minLength: 1 }), containers: fc.array(word, { minLength: 1 }), text: word, fromMs: fc.integer({ min: 0, max: 2e12 }), toMs: fc.integer({ min: 0, max: 2e12 }), weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), hours: fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1 }) },
        { requiredKeys: [] },
      ),
      brand: fc.option(word),
      parameters: fc.constantFrom({}, { lens: 'roles' }, { by: 'hour', page: '2' }),
    });
    fc.assert(
      fc.property(location, (one) => {
        expect(locationFromHash(hashFromLocation(one))).toEqual(one);
      }),
      { seed: 7 },
    );
  });
});
