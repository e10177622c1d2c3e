import fc from 'fast-check';
import { expect, it } from 'vitest';
import { directedTies, type Addressed } from '../../../../src/domain/network/directed-ties.ts';
import { tiesAmong } from '../../../../src/domain/network/ties-among.ts';

const acts = fc.array(fc.record({ from: fc.integer({ min: 1, max: 14 }), to: fc.integer({ min: 1, max: 14 }), weight: fc.integer({ min: 1, max: 9 }) }), { maxLength: 80 });
const peopleOf = (list: readonly Addressed[]): number[] => [...new Set(list.flatMap(({ from, to }) => (from === to ? [] : [from, to])))].sort((one, other) => one - other);

it('are the ties that the acts of those people alone would make', () => {
  fc.assert(fc.property(acts, fc.uniqueArray(fc.integer({ min: 1, max: 14 })), (list, chosen) => {
    const people = peopleOf(list);
    const own = list.filter(({ from, to }) => chosen.includes(from) && chosen.includes(to));
    expect(tiesAmong(directedTies(list), (person) => chosen.includes(people[person] ?? 0))).toEqual(directedTies(own));
  }));
});

it('are all ties among everybody and none among nobody', () => {
  const ties = directedTies([{ from: 2, to: 7, weight: 3 }, { from: 7, to: 2, weight: 1 }, { from: 9, to: 2, weight: 4 }]);
  expect(tiesAmong(ties, () => true)).toEqual(ties);
  expect(tiesAmong(ties, () => false)).toEqual(directedTies([]));
});
