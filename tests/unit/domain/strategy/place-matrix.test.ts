import { describe, expect, it } from 'vitest';
import { placeMatrix, type PlacedRequest } from '../../../../src/domain/strategy/place-matrix.ts';

/** `people` people with one request each in a place, the first `answered` of them answered; people are numbered from `from`. */
function asked(placeId: number | null, { people, answered, from }: { readonly people: number; readonly answered: number; readonly from: number }): PlacedRequest[] {
  return Array.from({ length: people }, (_, at) => ({ messageId: from + at, placeId, personId: from + at, answered: at < answered }));
}
const tribe = (id: string, from: number, to: number): { id: string; members: Set<number> } => ({ id, members: new Set(Array.from({ length: to - from }, (_, at) => from + at)) });

describe('which tribe is answered where', () => {
  const requests = [...asked(1, { people: 60, answered: 54, from: 0 }), ...asked(1, { people: 40, answered: 4, from: 1000 }), ...asked(2, { people: 60, answered: 52, from: 2000 }), ...asked(null, { people: 4, answered: 1, from: 3000 })];

  it('counts by place and tribe, the busiest place first and what stands elsewhere last', () => {
    const rows = placeMatrix(requests, [tribe('cared', 0, 60), tribe('left', 1000, 1040)]);
    expect(rows.map(({ placeId, requests: n, people, answered: { k } }) => [placeId, n, people, k])).toEqual([[1, 100, 100, 58], [2, 60, 60, 52], [null, 4, 4, 1]]);
    expect(rows[0]?.cells.map(({ tribe: id, requests: n, answered }) => [id, n, answered?.k])).toEqual([['cared', 60, 54], ['left', 40, 4]]);
    expect(rows[2]?.answered).toEqual({ k: 1, n: 4, estimate: null, low: null, high: null });
  });

  it('marks the cells that stand apart from everything else, and no others', () => {
    const [first, second] = placeMatrix(requests, [tribe('cared', 0, 60), tribe('left', 1000, 1040), tribe('there', 2000, 2060)]);
    expect(first?.cells.map(({ tribe: id, apart }) => [id, apart])).toEqual([['cared', 'more'], ['left', 'less'], ['there', null]]);
    expect(second?.cells.map(({ tribe: id, apart }) => [id, apart])).toEqual([['cared', null], ['left', null], ['there', 'more']]);
    const even = placeMatrix([...asked(1, { people: 50, answered: 25, from: 0 }), ...asked(2, { people: 50, answered: 26, from: 100 })], [tribe('one', 0, 50), tribe('other', 100, 150)]);
    expect(even.flatMap(({ cells }) => cells.map(({ apart }) => apart))).toEqual([null, null, null, null]);
  });

  it('says nothing of fewer than five people, counts under thirty requests, and is not moved by one person who asks much', () => {
    const rows = placeMatrix([...asked(1, { people: 4, answered: 4, from: 0 }), ...asked(1, { people: 29, answered: 3, from: 100 })], [tribe('four', 0, 4), tribe('some', 100, 129)]);
    expect(rows[0]?.cells).toMatchObject([{ people: 4, answered: null, messageIds: [] }, { people: 29, answered: { k: 3, n: 29, estimate: null } }]);
    const loud = Array.from({ length: 80 }, (_, at): PlacedRequest => ({ messageId: 5000 + at, placeId: 1, personId: 5000 + (at < 72 ? 0 : at - 71), answered: at >= 72 }));
    const cell = placeMatrix([...loud, ...asked(1, { people: 60, answered: 40, from: 0 })], [tribe('loud', 5000, 5009)])[0]?.cells[0];
    // eighty requests of nine people
    expect(cell).toMatchObject({ people: 9, answered: { n: 80, estimate: null }, apart: null });
  });
});
