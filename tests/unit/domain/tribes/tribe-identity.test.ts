import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communityIds } from '../../../../src/app/network/community-ids.ts';
import { keptTribeIds } from '../../../../src/domain/tribes/tribe-identity.ts';

describe('identity of tribes', () => {
  it('goes to the best overlap of at least three in ten, each id and each group once', () => {
    const before = [{ id: 'a', members: [1, 2, 3, 4] }, { id: 'b', members: [5, 6, 7] }];
    expect(keptTribeIds(before, [[5, 6, 7, 1], [1, 2, 3], [9]])).toEqual([{ id: 'b', overlap: 0.75 }, { id: 'a', overlap: 0.75 }, null]);
    // one that splits keeps its id in the larger half; the other is new
    expect(keptTribeIds([{ id: 'a', members: [1, 2, 3, 4, 5] }], [[1, 2], [3, 4, 5]])).toEqual([null, { id: 'a', overlap: 0.6 }]);
    expect(keptTribeIds([{ id: 'a', members: [1, 2, 3, 4, 5, 6, 7] }], [[1, 2, 8, 9]])).toEqual([null]);
  });

  it('takes members in several groups, counts them once in one, and decides equals by size and id', () => {
    expect(keptTribeIds([{ id: 'b', members: ['x', 'y'] }, { id: 'a', members: ['x', 'y', 'x'] }], [['x', 'y']])).toEqual([{ id: 'a', overlap: 1 }]);
    expect(keptTribeIds([], [['x']])).toEqual([null]);
  });

  it('keeps all ids when nothing changed, whatever the order', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(60), { minLength: 1 }), (members) => {
      const groups = [0, 1, 2].map((rest) => members.filter((member) => member % 3 === rest)).filter((group) => group.length > 0);
      const before = groups.map((group, place) => ({ id: `g${place}`, members: group }));
      expect(keptTribeIds(before, groups.toReversed()).map((kept) => kept?.id)).toEqual(before.map(({ id }) => id).toReversed());
    }));
  });

  it('names new communities by their first member, never by a name that is taken', () => {
    const [id = ''] = communityIds([], [['x 2', 'x 1']]);
    expect(id).toMatch(/^community:[0-9a-f]{12}$/u);
    expect(communityIds([], [['x 1', 'x 9']])).toEqual([id]);
    expect(communityIds([{ id, members: ['y 1', 'y 2'] }], [['x 1'], ['y 1', 'y 2']])[0]).not.toBe(id);
  });
});
