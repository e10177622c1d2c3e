import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_A_DAY, ONE_BY_ONE_KINDS } from '../../../../src/domain/model/one-by-one.ts';
import { dealtList, type OneByOneCandidate } from '../../../../src/domain/strategy/one-by-one-list.ts';

const many = (kind: OneByOneCandidate['kind'], n: number): OneByOneCandidate[] => Array.from({ length: n }, (_, at) => ({ kind, person: `${kind} ${String(at)}` }));
const nobody = (): boolean => false;
const count = (list: readonly OneByOneCandidate[], kind: OneByOneCandidate['kind']): number => list.filter((one) => one.kind === kind).length;

describe('the list of a day', () => {
  it('has ten to answer, six to thank and four to surprise', () => {
    const { queue, held } = dealtList([...many('surprise', 30), ...many('thank', 30), ...many('answer', 30)], nobody);
    expect(ONE_BY_ONE_KINDS.map((kind) => count(queue, kind))).toEqual([10, 6, 4]);
    expect(queue[0]).toEqual({ kind: 'answer', person: 'answer 0' });
    expect(held).toEqual([]);
  });

  it('passes empty places on, first to those who ask', () => {
    const { queue } = dealtList([...many('answer', 30), ...many('thank', 2)], nobody);
    expect(ONE_BY_ONE_KINDS.map((kind) => count(queue, kind))).toEqual([18, 2, 0]);
    expect(dealtList(many('surprise', 50), nobody).queue).toHaveLength(MOST_A_DAY);
    expect(dealtList([], nobody)).toEqual({ queue: [], held: [] });
  });

  it('names a person once, for the reason that comes first, and those without a name as they come', () => {
    const { queue } = dealtList([{ kind: 'thank', person: 'Ada' }, { kind: 'answer', person: 'Ada' }, { kind: 'answer', person: null }, { kind: 'answer', person: null }], nobody);
    expect(queue.map(({ kind, person }) => [kind, person])).toEqual([['answer', 'Ada'], ['answer', null], ['answer', null]]);
  });

  it('reaches further down for those it holds back, and never holds who has no name', () => {
    const even = (person: string): boolean => Number(person.split(' ')[1]) % 2 === 0;
    const { queue, held } = dealtList([...many('answer', 60), { kind: 'answer', person: null }], even);
    expect(queue).toHaveLength(20);
    expect(queue.every(({ person }) => person === null || !even(person))).toBe(true);
    expect(held).toHaveLength(20);
    expect(dealtList([{ kind: 'answer', person: null }], () => true).queue).toHaveLength(1);
  });

  it('never exceeds twenty, names nobody twice and keeps the two halves apart', () => {
    const candidate = fc.record({ kind: fc.constantFrom(...ONE_BY_ONE_KINDS), person: fc.option(fc.integer({ min: 0, max: 40 }).map(String)) });
    fc.assert(fc.property(fc.array(candidate, { maxLength: 120 }), fc.integer(), (candidates, draw) => {
      const isHeld = (person: string): boolean => (Number(person) + draw) % 2 === 0;
      const { queue, held } = dealtList(candidates, isHeld);
      const named = [...queue, ...held].flatMap(({ person }) => person ?? []);
      return queue.length <= MOST_A_DAY && held.length <= MOST_A_DAY && new Set(named).size === named.length && held.every(({ person }) => person !== null && isHeld(person)) && queue.every(({ person }) => person === null || !isHeld(person));
    }));
  });
});
