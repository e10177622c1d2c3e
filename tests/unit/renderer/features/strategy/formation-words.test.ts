import { describe, expect, it } from 'vitest';
import { CRITICISED_SHARES } from '../../../../../src/domain/model/formation-line.ts';
import { movedPlayer, playersOf, sharesOfPlayers, typedMinutes, writtenMinutes } from '../../../../../src/renderer/features/strategy/formation-words.ts';

describe('playersOf', () => {
  it('deals ten players by shares, the rest to the largest remainders', () => {
    expect(playersOf(CRITICISED_SHARES)).toEqual({ presence: 5, listening: 4, promotion: 1, crm: 0, 'one-to-one': 0, surprise: 0 });
    expect(playersOf({ presence: 0.17, listening: 0.75, promotion: 0.03, crm: 0.02, 'one-to-one': 0.03, surprise: 0 })).toEqual({ presence: 2, listening: 8, promotion: 0, crm: 0, 'one-to-one': 0, surprise: 0 });
  });

  it('deals nobody where there are no shares, and never an eleventh', () => {
    const nothing = { presence: 0, listening: 0, promotion: 0, crm: 0, 'one-to-one': 0, surprise: 0 };
    expect(Object.values(playersOf({ ...nothing, presence: 1 / 3, listening: 1 / 3, promotion: 1 / 3 })).reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(playersOf({ ...nothing, surprise: 1 }).surprise).toBe(10);
  });
});

it('gives the shares of a team, which add up to one', () => {
  expect(sharesOfPlayers(playersOf(CRITICISED_SHARES))).toEqual(CRITICISED_SHARES);
});

it('reads minutes as they are typed, and leaves out what is no number', () => {
  const empty = writtenMinutes({});
  expect(typedMinutes(empty)).toEqual({});
  expect(typedMinutes({ ...empty, listening: { low: '4,5', high: '10' }, crm: { low: '', high: '20' }, surprise: { low: 'presto', high: '' } })).toEqual({ listening: { low: 4.5, high: 10 }, crm: { low: 20, high: 20 } });
  expect(writtenMinutes({ listening: { low: 4.5, high: 10 } }).listening).toEqual({ low: '4.5', high: '10' });
});

describe('movedPlayer', () => {
  it('moves a tenth, keeps the sum, and moves what is left where it is less', () => {
    const moved = movedPlayer(CRITICISED_SHARES, 'presence', 'surprise');
    expect(moved).toMatchObject({ presence: 0.4, surprise: 0.1 });
    expect(Object.values(moved).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(movedPlayer({ ...CRITICISED_SHARES, presence: 0.47, crm: 0.03 }, 'crm', 'presence')).toMatchObject({ presence: 0.5, crm: 0 });
  });

  it('leaves the team as it is when nobody can go', () => {
    expect(movedPlayer(CRITICISED_SHARES, 'surprise', 'presence')).toBe(CRITICISED_SHARES);
    expect(movedPlayer(CRITICISED_SHARES, 'presence', 'presence')).toBe(CRITICISED_SHARES);
  });
});
