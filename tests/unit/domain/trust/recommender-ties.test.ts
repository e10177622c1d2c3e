import { describe, expect, it } from 'vitest';
import { recommenderTies, type AddressedAdvice, type AdvicePair } from '../../../../src/domain/trust/recommender-ties.ts';

const DAY_MS = 86_400_000;
let latest = 1000;
const advice = (personId: number, day: number | null, toIds: readonly number[], namesAbsent = false): AddressedAdvice => ({ messageId: (latest += 1), personId, atMs: day === null ? null : day * DAY_MS, toIds, namesAbsent });
/** Exchanges as day and direction: `[3, '>']` is the first party's word on the third day. */
const pair = (first: number, second: number | null, said: readonly (readonly [day: number | null, to: '>' | '<'])[]): AdvicePair => ({ first, second, exchanges: said.map(([day, to]) => ({ messageId: (latest += 1), forth: to === '>', atMs: day === null ? null : day * DAY_MS })) });
const reaches = ({ placed }: ReturnType<typeof recommenderTies>) => placed.map(({ reach, before, toId }) => [reach, before, toId]);

describe('to whom a recommendation goes', () => {
  it.each([
    ['nobody in particular', advice(1, 10, []), [], ['open', 0, null]],
    ['a friend who never writes here', advice(1, 10, [], true), [], ['absent', 0, null]],
    ['a stranger', advice(1, 10, [2]), [], ['none', 0, 2]],
    ['somebody written to afterwards alone', advice(1, 10, [2]), [pair(1, 2, [[11, '>'], [12, '<'], [13, '>']])], ['none', 0, 2]],
    ['an acquaintance', advice(1, 10, [2]), [pair(1, 2, [[1, '>'], [2, '<'], [10, '>']])], ['weak', 2, 2]],
    ['a known tie', advice(1, 10, [2]), [pair(1, 2, [[1, '>'], [2, '<'], [3, '>']])], ['strong', 3, 2]],
    ['a known tie whose number is lower', advice(5, 10, [2]), [pair(2, 5, [[1, '>'], [2, '<'], [3, '>']])], ['strong', 3, 2]],
    ['exchanges of unknown time', advice(1, 10, [2]), [pair(1, 2, [[null, '>'], [null, '<'], [3, '>']])], ['weak', 1, 2]],
    ['the closest of several', advice(1, 10, [4, 3, 2]), [pair(1, 2, [[1, '>']]), pair(1, 3, [[1, '>'], [2, '<'], [3, '>']])], ['strong', 3, 3]],
    ['oneself is nobody', advice(1, 10, [1]), [pair(1, 2, [[1, '>']])], ['open', 0, null]],
  ] as const)('%s', (_, one, pairs, expected) => {
    expect(reaches(recommenderTies([one], pairs))).toEqual([expected]);
  });

  it('keeps what has an unknown time apart only where a tie would be asked', () => {
    expect(recommenderTies([advice(1, null, [2]), advice(1, null, []), advice(1, null, [], true)], [])).toMatchObject({ untimed: 1, placed: [{ reach: 'open' }, { reach: 'absent' }], strong: { k: 0, n: 0 } });
  });
});

describe('the share of strong ties', () => {
  const known = (person: number): AdvicePair => pair(person, 100 + person, [[1, '>'], [2, '<'], [3, '>']]);

  it('is of recommendations to people of these data, with Wilson limits where each recommends once', () => {
    const all = Array.from({ length: 40 }, (_, person) => advice(person, 10, [100 + person]));
    const { strong, people, seenPeople } = recommenderTies([...all, advice(90, 10, []), advice(91, 10, [], true)], Array.from({ length: 10 }, (_, person) => known(person)));
    expect([strong.k, strong.n, people, seenPeople]).toEqual([10, 40, 42, 40]);
    // Wilson limits of a quarter of 39 cases: forty with the correction for forty people
    expect([strong.low, strong.high].map((limit) => limit?.toFixed(3))).toEqual(['0.141', '0.404']);
  });

  it('is not told of few cases, nor of few people however often they recommend', () => {
    expect(recommenderTies(Array.from({ length: 29 }, (_, person) => advice(person, 10, [100 + person])), []).strong).toEqual({ k: 0, n: 29, estimate: null, low: null, high: null });
    expect(recommenderTies(Array.from({ length: 60 }, (_, at) => advice(at % 9, 10, [100 + at])), []).strong).toMatchObject({ n: 60, estimate: null });
    expect(recommenderTies([], [])).toEqual({ placed: [], untimed: 0, people: 0, seenPeople: 0, strong: { k: 0, n: 0, estimate: null, low: null, high: null }, otherwise: { k: 0, n: 0, estimate: null, low: null, high: null } });
  });

  it('stands beside everything else that the same people wrote to people', () => {
    // the fourth and fifth word of a pair follow three exchanges; the recommendation itself and the other side's words do not count
    const one = advice(1, 6, [2]);
    const talk = pair(1, 2, [[1, '>'], [2, '<'], [3, '>'], [4, '<'], [5, '>']]);
    const withAdvice: AdvicePair = { ...talk, exchanges: [...talk.exchanges, { messageId: one.messageId, forth: true, atMs: 6 * DAY_MS }] };
    expect(recommenderTies([one], [withAdvice, pair(1, null, [[1, '>']]), pair(7, 8, [[1, '>'], [2, '>'], [3, '>'], [4, '>']])])).toMatchObject({ strong: { k: 1, n: 1 }, otherwise: { k: 1, n: 3 } });
  });

  it('takes no word of the same moment as earlier', () => {
    const one = advice(1, 9, [2]);
    expect(recommenderTies([one], [pair(1, 2, [[1, '>'], [1, '>'], [1, '>'], [1, '>'], [2, '>']])]).otherwise).toMatchObject({ k: 1, n: 5 });
  });
});
