import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageAt, pageStays, stayLength, staysAt, type DatedComplaint, type DatedItem } from '../../../../src/domain/answers/past-page.ts';

const item = (rootId: number, atMs: number, goneAtMs: number | null = null): DatedItem => ({ rootId, atMs, goneAtMs });
const complaint = (messageId: number, rootId: number, atMs: number, rest: Partial<DatedComplaint> = {}): DatedComplaint => ({ messageId, rootId, atMs, answeredAtMs: null, goneAtMs: null, ...rest });

describe('pageAt', () => {
  it('holds what had been written by then, newest first, less what a later export lacked', () => {
    const items = [item(1, 10), item(2, 20), item(3, 30, 35), item(4, 40)];
    expect(pageAt(items, 32, 2).map(({ rootId }) => rootId)).toEqual([3, 2]);
    expect(pageAt(items, 35, 2).map(({ rootId }) => rootId)).toEqual([2, 1]);
    expect(pageAt(items, 9, 2)).toEqual([]);
  });
});

describe('pageStays', () => {
  const items = [item(1, 10), item(2, 20), item(3, 30), item(4, 40)];

  it('ends with the answer, with the newer items, with the export that lacks it, or not', () => {
    const stays = pageStays(items, [complaint(11, 1, 12, { answeredAtMs: 15 }), complaint(12, 1, 12), complaint(13, 3, 31, { goneAtMs: 38 }), complaint(14, 4, 45)], { endMs: 60, most: 2 });
    expect(stays.map(({ messageId, fromMs, toMs, end }) => [messageId, fromMs, toMs, end])).toEqual([[11, 12, 15, 'answered'], [12, 12, 30, 'pushed'], [13, 31, 38, 'vanished'], [14, 45, 60, 'open']]);
  });

  it('leaves out what came when its item had left the page, or stands under no known item', () => {
    expect(pageStays(items, [complaint(11, 1, 30), complaint(12, 9, 12), complaint(13, 4, 61)], { endMs: 60, most: 2 })).toEqual([]);
  });

  it('stands open at a moment exactly when its item is among the first and nobody has answered', () => {
    const ms = fc.integer({ min: 0, max: 60 });
    fc.assert(fc.property(fc.uniqueArray(ms, { minLength: 1, maxLength: 12 }), fc.array(fc.record({ at: ms, under: fc.nat(11), answer: fc.option(ms) }), { maxLength: 12 }), ms, fc.integer({ min: 1, max: 4 }), (times, told, atMs, most) => {
      const there = times.map((time, rootId) => item(rootId, time));
      const complaints = told.flatMap(({ at, under, answer }, messageId) => {
        const root = there[under % there.length];
        return root === undefined || at < root.atMs ? [] : [complaint(messageId, root.rootId, at, { answeredAtMs: answer })];
      });
      const open = staysAt(pageStays(there, complaints, { endMs: 100, most }), atMs).map(({ messageId }) => messageId);
      const first = new Set(pageAt(there, atMs, most).map(({ rootId }) => rootId));
      const expected = complaints.filter((one) => one.atMs <= atMs && first.has(one.rootId) && (one.answeredAtMs === null || Math.max(one.atMs, one.answeredAtMs) > atMs)).map(({ messageId }) => messageId);
      // one that came after its item had been pushed off is under no first item, and never returns
      expect(open).toEqual(expected);
    }));
  });
});

describe('stayLength', () => {
  it('gives no median under twenty stays, and counts how each ended', () => {
    const stays = pageStays([item(1, 0)], Array.from({ length: 19 }, (_, at) => complaint(at, 1, at, { answeredAtMs: at + 4000 })), { endMs: 10_000 });
    expect(stayLength(stays)).toMatchObject({ n: 19, tooFew: true, medianSeconds: null, ends: { answered: 19, open: 0 } });
  });

  it('is the time within which half had left, those that still stand there censored', () => {
    const complaints = Array.from({ length: 40 }, (_, at) => complaint(at, 1, 0, at < 25 ? { answeredAtMs: (at + 1) * 1000 } : {}));
    expect(stayLength(pageStays([item(1, 0)], complaints, { endMs: 100_000 }))).toMatchObject({ n: 40, tooFew: false, medianSeconds: 20, ends: { answered: 25, open: 15 } });
  });
});
