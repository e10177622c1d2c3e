import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerReuse } from '../../../../src/domain/value/answer-reuse.ts';
import { countedShare } from '../../../../src/domain/value/counted-share.ts';
import { journeyTime, type Demand } from '../../../../src/domain/value/demand-journey.ts';
import { handGroups } from '../../../../src/domain/value/hand-groups.ts';
import { independentRequesters, nthRequestMs, type RequestedPiece } from '../../../../src/domain/value/independent-requesters.ts';
import { pieceState, type PieceSigns } from '../../../../src/domain/value/piece-state.ts';
import { proposedDepartment } from '../../../../src/domain/value/proposed-department.ts';

const DAY_MS = 86_400_000;

describe('what became of a piece', () => {
  const plain: PieceSigns = { answered: false, thanked: false, reused: false, unseen: null, atMs: 0, endMs: 30 * DAY_MS };
  it.each<[string, Partial<PieceSigns>, string]>([
    ['nothing after a week is lost', {}, 'lost'],
    ['nothing before a week is too early', { endMs: 7 * DAY_MS - 1 }, 'waiting'],
    ['seven whole days are enough', { endMs: 7 * DAY_MS }, 'lost'],
    ['an unknown time is old enough', { atMs: null, endMs: 0 }, 'lost'],
    ['an answer', { answered: true }, 'answered'],
    ['thanks over an answer', { answered: true, thanked: true }, 'thanked'],
    ['building on it over all', { answered: true, thanked: true, reused: true }, 'reused'],
    ['an answer counts before a week too', { answered: true, endMs: 1 }, 'answered'],
    ['what cannot be seen is never lost', { unseen: 'unobservable' }, 'unseen'],
    ['and never found either', { unseen: 'incomplete', reused: true }, 'unseen'],
  ])('%s', (_, signs, state) => expect(pieceState({ ...plain, ...signs })).toBe(state));
});

describe('the department proposed', () => {
  it.each([
    ['idea', 'Sarebbe bello avere una tessera digitale', 'innovation', 'idea'],
    ['idea', 'Ripristinate la vecchia ricetta', 'product', 'repair-words'],
    ['idea', 'please bring back the old blend', 'product', 'repair-words'],
    ['fault', 'La app si blocca e la schermata resta nera', 'product', 'product-words'],
    ['fault', 'Il corriere non consegna e nessuno risponde al telefono', 'care', 'service-words'],
    ['fault', 'È tutto sbagliato', 'care', 'fault'],
    ['question', 'La app ha un difetto?', 'care', 'question'],
    ['testimonial', 'Qualità ottima', 'product', 'product-words'],
    ['request', 'aiuto', 'care', 'trouble'],
  ] as const)('%s: %s', (kind, text, department, rule) => expect(proposedDepartment(kind, text)).toMatchObject({ department, rule }));

  it('says the words that decided, at most three, each once, and words are not found inside others', () => {
    expect(proposedDepartment('fault', 'app app crash bug difetto sapore').words).toEqual(['app', 'crash', 'bug']);
    for (const text of ['mi hanno scappato', 'Non ho approvato, resisto volontario']) expect(proposedDepartment('fault', text).rule).toBe('fault');
  });
});

describe('independent requesters', () => {
  const piece = (pieceId: number, person: number | null, leader: number | null, atMs: number | null = pieceId): RequestedPiece => ({ pieceId, person, leader, atMs });
  const counted = (pieces: readonly RequestedPiece[]): number => new Set([...independentRequesters(pieces).values()].filter((one) => one !== null)).size;

  it('counts those who join a person’s conversation with that person', () => {
    expect(counted([piece(1, 7, 7), piece(2, 8, 7), piece(3, 9, 7), piece(4, 10, 10)])).toBe(2);
  });
  it('counts a person once who asks alone and in another’s conversation', () => {
    expect(counted([piece(1, 8, 7), piece(2, 8, 8)])).toBe(1);
    expect(counted([piece(1, 7, 7), piece(2, 8, 7), piece(3, 8, 8)])).toBe(2);
  });
  it('counts the followers of somebody who never asked as one', () => expect(counted([piece(1, 8, 7), piece(2, 9, 7)])).toBe(1));
  it('leaves out what nobody is known to have written', () => expect(counted([piece(1, null, null), piece(2, 5, null)])).toBe(1));
  it('never counts more than people, nor nobody where there is one; the order changes nothing', () => {
    fc.assert(fc.property(fc.array(fc.record({ person: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }), leader: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }) }), { maxLength: 12 }), (rows) => {
      const pieces = rows.map(({ person, leader }, place) => piece(place + 1, person, leader));
      const people = new Set(rows.flatMap(({ person }) => person ?? [])).size;
      const n = counted(pieces);
      expect(n).toBeLessThanOrEqual(people);
      expect(n > 0).toBe(people > 0);
      expect(counted(pieces.toReversed())).toBe(n);
    }));
  });
  it('tells the moment of the n-th', () => {
    expect(nthRequestMs([30, 10, 20], 2)).toBe(20);
    expect(nthRequestMs([10], 2)).toBeNull();
    expect(() => nthRequestMs([10], 0)).toThrow('invalid requesters: 0');
  });
});

describe('groups by hand', () => {
  const found = new Map([[1, 'a'], [2, 'a'], [3, 'b'], [4, 'c']]);
  const stand = (...decisions: Parameters<typeof handGroups>[1]): Map<number, string> => new Map([...found, ...handGroups(found, decisions, (piece) => `alone ${String(piece)}`)]);

  it('changes nothing without decisions', () => expect(handGroups(found, [], () => '')).toEqual(new Map()));
  it('joins whole groups under the name of the larger', () => expect([...stand({ one: 3, other: 1, together: true }).values()]).toEqual(['a', 'a', 'a', 'c']));
  it('takes one piece out', () => expect([...stand({ one: 2, other: 1, together: false }).values()]).toEqual(['a', 'alone 2', 'b', 'c']));
  it('lets the later decision win', () => expect([...stand({ one: 2, other: 1, together: false }, { one: 2, other: 1, together: true }).values()]).toEqual(['a', 'a', 'b', 'c']));
  it('passes over pieces that are not here and partings of what is apart', () => expect(handGroups(found, [{ one: 9, other: 1, together: true }, { one: 3, other: 1, together: false }], () => 'x')).toEqual(new Map()));
});

describe('shares and times', () => {
  it('gives no share under thirty pieces or ten authors', () => {
    expect(countedShare(7, 22, 20)).toEqual({ count: 7, n: 22, share: null, low: null, high: null });
    expect(countedShare(10, 40, 9).share).toBeNull();
    expect(countedShare(0, 0, 0).low).toBeNull();
  });
  it('gives Wilson’s interval above', () => {
    // Wilson's formula at z = 1.959963984540054 in Python 3
    const { share, low, high } = countedShare(137, 186, 120);
    expect(share).toBeCloseTo(0.736559, 6);
    expect(low).toBeCloseTo(0.668929, 5);
    expect(high).toBeCloseTo(0.794616, 5);
  });

  const demand = (fromMs: number, replyMs: number | null): Demand => ({ fromMs, steps: { reply: replyMs, collected: null, done: null, 'told-back': null }, watchedMs: { reply: 100_000, collected: 100_000, done: 100_000, 'told-back': 100_000 } });
  it('lists and does not estimate under twenty demands', () => expect(journeyTime(Array.from({ length: 19 }, () => demand(0, 1000)), 'reply')).toMatchObject({ n: 19, reached: 19, tooFew: true, medianSeconds: null }));
  it('counts what has not happened as still waiting, and what was done before as no wait', () => {
    const demands = [...Array.from({ length: 11 }, (_, place) => demand(10_000, 11_000 + 1000 * place)), ...Array.from({ length: 9 }, () => demand(10_000, null))];
    expect(journeyTime(demands, 'reply')).toMatchObject({ n: 20, reached: 11, medianSeconds: 10, longestSeconds: 90 });
    expect(journeyTime(Array.from({ length: 20 }, () => demand(10_000, 5_000)), 'reply')).toMatchObject({ medianSeconds: 0 });
    expect(journeyTime(demands, 'done')).toMatchObject({ reached: 0, medianSeconds: null });
  });
});

describe('reuse of an answer', () => {
  const given = (messageId: number, authorId: number | null, runs: number[]) => ({ messageId, authorId, atMs: 0, runs: Int32Array.from(runs) });
  it('counts near copies, and those by others apart; itself never', () => {
    const best = given(1, 7, [1, 2, 3, 4]);
    expect(answerReuse(best, [best, given(2, 7, [1, 2, 3, 4]), given(3, 8, [1, 2, 3]), given(4, null, [1, 2, 3, 4]), given(5, 8, [7, 8])])).toEqual({ again: 3, byOthers: 1 });
  });
});
