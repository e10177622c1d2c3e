import { describe, expect, it } from 'vitest';
import { answeredComparison } from '../../../../src/domain/answers/answered-comparison.ts';
import { answerExchange, type ExchangeMessage } from '../../../../src/domain/answers/answer-exchange.ts';
import { answerClass, answerQuality, type JudgedAnswer } from '../../../../src/domain/answers/answer-quality.ts';
import { comparableSet, isComparable, type BrandMonth } from '../../../../src/domain/answers/comparable-set.ts';
import { criticismGap, voiceSide, type AddressedMessage } from '../../../../src/domain/answers/criticism-gap.ts';
import { firstPage } from '../../../../src/domain/answers/first-page.ts';
import { publishedWait } from '../../../../src/domain/answers/published-wait.ts';
import { PUBLISHED_FIGURES } from '../../../../src/domain/answers/published-figures.ts';
import { vanishedShare } from '../../../../src/domain/answers/vanished-share.ts';
import type { Act } from '../../../../src/domain/model/codes.ts';
import { episode } from '../response/episode-sample.ts';

const DAY = 86_400;
const many = <Value>(n: number, make: (index: number) => Value): Value[] => Array.from({ length: n }, (_, index) => make(index));

describe('what follows an answer', () => {
  const said = (id: number, change: Partial<ExchangeMessage> = {}): ExchangeMessage => ({ id, parentId: null, authorId: 7, byBrand: false, atMs: id * 1000, mentionedIds: [], thanks: false, resolves: () => false, ...change });
  const request = { messageId: 1, askerId: 7, atMs: 1000, answerMessageId: 3, answeredAtMs: 3000 };

  it('counts what asker and brand say to each other, and nothing said to others under the same post', () => {
    const exchange = answerExchange(request, [
      said(1), said(2, { parentId: 1 }), said(3, { byBrand: true, authorId: 9, parentId: 1 }),
      said(4, { authorId: 8 }), said(5, { byBrand: true, authorId: 9, parentId: 4 }),
      said(6, { byBrand: true, authorId: 9, mentionedIds: [7] }), said(7, { byBrand: true, authorId: 9, parentId: 6 }),
      said(8, { parentId: 3, thanks: true }),
    ]);
    // 2 follow-up, 3 answer, 6 by name, 7 below it, 8 thanks
    expect(exchange).toEqual({ turns: 5, thanked: true, resolved: false });
  });

  it('takes thanks and resolution from the asker, after the answer', () => {
    expect(answerExchange(request, [said(1), said(2, { thanks: true, resolves: () => true }), said(3, { byBrand: true })])).toEqual({ turns: 2, thanked: false, resolved: false });
    expect(answerExchange(request, [said(1), said(3, { byBrand: true }), said(4, { authorId: 8, thanks: true, resolves: () => true })])).toEqual({ turns: 1, thanked: false, resolved: false });
    expect(answerExchange(request, [said(1), said(3, { byBrand: true }), said(4, { resolves: () => true })])).toEqual({ turns: 2, thanked: false, resolved: true });
  });

  it('of a request without an author knows the answer alone', () => {
    expect(answerExchange({ ...request, askerId: null }, [said(1, { authorId: null }), said(3, { byBrand: true }), said(4, { authorId: null, thanks: true })])).toEqual({ turns: 1, thanked: false, resolved: false });
  });

  it('counts an answer stamped before its request once', () => {
    expect(answerExchange({ ...request, answeredAtMs: 900 }, [said(3, { byBrand: true, atMs: 900 }), said(1)]).turns).toBe(1);
  });
});

describe('quality of answers', () => {
  const answer = (index: number, acts: readonly Act[], change: Partial<JudgedAnswer> = {}): JudgedAnswer => ({ messageId: index, askerId: index, acts, turns: 1, thanked: false, resolved: false, reopened: false, ...change });

  it('counts every act of an answer and puts each answer into one class', () => {
    const answers = [...many(20, (i) => answer(i, ['care', 'answer'])), ...many(10, (i) => answer(100 + i, ['deflect', 'template'])), ...many(10, (i) => answer(200 + i, ['ask'], { turns: 4, thanked: i < 5 }))];
    const quality = answerQuality(answers);
    expect(quality.acts).toMatchObject({ care: { k: 20, n: 40, estimate: 0.5 }, answer: { k: 20 }, deflect: { k: 10, estimate: 0.25 }, template: { k: 10 } });
    expect(quality.classes).toEqual({ care: 20, answer: 0, deflect: 10, template: 0, other: 10 });
    expect(quality.after).toMatchObject({ thanked: { k: 5, n: 40 }, resolved: { k: 0 }, reopened: { k: 0 } });
    expect(quality.turns).toEqual({ median: 1, low: 1, high: 1.75 });
    expect(answerClass({ acts: ['template', 'answer'] })).toBe('answer');
  });

  it('under 20 answers or 10 askers says how many, under 30 counts without a share', () => {
    expect(answerQuality(many(19, (i) => answer(i, ['care'])))).toEqual({ n: 19, authors: null, tooFew: true, acts: null, classes: null, after: null, turns: null });
    expect(answerQuality(many(40, (i) => answer(i, ['care'], { askerId: i % 9 }))).tooFew).toBe(true);
    expect(answerQuality(many(22, (i) => answer(i, i < 7 ? ['care'] : []))).acts?.care).toEqual({ k: 7, n: 22, estimate: null, low: null, high: null });
  });
});

describe('the wait usually published', () => {
  it('differs from the honest one by two parts that add up', () => {
    // 20 answered after a day, 5 after 14 days, 15 never in 30 days, 5 watched for a day only
    const requests = [
      ...many(20, (i) => episode({ messageId: i, waitedSeconds: DAY })), ...many(5, (i) => episode({ messageId: 50 + i, waitedSeconds: 14 * DAY })),
      ...many(15, (i) => episode({ messageId: 100 + i, waitedSeconds: 30 * DAY, censored: true })), ...many(5, (i) => episode({ messageId: 200 + i, waitedSeconds: DAY, censored: true })),
    ];
    const wait = publishedWait(requests, 7 * DAY);
    expect(wait).toMatchObject({ n: 45, answers: 25, late: 5, silent: 20, young: 5 });
    expect(wait.publishedSeconds).toBeCloseTo((20 * DAY + 5 * 14 * DAY) / 25, 6);
    expect(wait.cappedSeconds).toBeCloseTo((20 * DAY + 5 * 7 * DAY) / 25 - (20 * DAY + 5 * 14 * DAY) / 25, 6);
    // curve: 25 of 45 still wait after a day, and up to the horizon
    expect(wait.honestSeconds).toBeCloseTo(DAY + (25 / 45) * 6 * DAY, 6);
    expect((wait.publishedSeconds ?? 0) + (wait.cappedSeconds ?? 0) + (wait.silenceSeconds ?? 0)).toBeCloseTo(wait.honestSeconds ?? 0, 6);
  });

  it('of few requests is not told', () => {
    expect(publishedWait(many(19, (i) => episode({ messageId: i })), DAY)).toMatchObject({ n: 19, tooFew: true, publishedSeconds: null });
  });
});

describe('criticism against praise', () => {
  const message = (id: number, change: Partial<AddressedMessage>): AddressedMessage => ({ messageId: id, authorId: id, criticism: false, praise: false, answered: false, afterAnswer: false, ...change });

  it('compares answered shares over all messages; a compliment inside a criticism is criticism', () => {
    const gap = criticismGap([...many(60, (i) => message(i, { criticism: true, praise: i < 10, answered: i < 15 })), ...many(40, (i) => message(100 + i, { praise: true, answered: i < 30 })), message(500, {})], { seed: 1, draws: 500 });
    expect(gap.criticism).toMatchObject({ n: 60, authors: 60, answered: { k: 15, n: 60, estimate: 0.25 }, dominantAuthor: false });
    expect(gap.praise).toMatchObject({ n: 40, answered: { k: 30, estimate: 0.75 } });
    expect(gap.difference?.estimate).toBeCloseTo(-0.5, 12);
    expect(gap.difference?.high).toBeLessThan(0);
    expect(voiceSide({ criticism: true, praise: true })).toBe('criticism');
  });

  it('keeps to the floors on each side', () => {
    const few = criticismGap([...many(25, (i) => message(i, { criticism: true })), ...many(40, (i) => message(100 + i, { praise: true, authorId: i % 5 }))], { seed: 1, draws: 50 });
    expect(few.criticism.answered).toEqual({ k: 0, n: 25, estimate: null, low: null, high: null });
    expect(few.praise).toMatchObject({ n: 40, authors: 5, tooFew: true, answered: null });
    expect(few.difference).toBeNull();
  });

  it('marks the side of which one person wrote more than a fifth', () => {
    const gap = criticismGap(many(50, (i) => message(i, { criticism: true, authorId: i < 11 ? 1 : i })), { seed: 1, draws: 50 });
    expect(gap.criticism.dominantAuthor).toBe(true);
  });
});

describe('the first page', () => {
  const items = many(25, (i) => ({ rootId: i, atMs: i * 1000 }));
  const criticism = (messageId: number, rootId: number, answered = false): { messageId: number; rootId: number; atMs: number; answered: boolean } => ({ messageId, rootId, atMs: 50_000 + messageId, answered });

  it('counts open criticism under the twenty newest items, with the age of the oldest', () => {
    expect(firstPage(items, [criticism(1, 24), criticism(2, 24), criticism(3, 5), criticism(4, 4), criticism(5, 10, true)], { endMs: 100_000 }))
      .toEqual({ items: 20, itemsInAll: 25, itemsWithOpen: 2, criticism: 4, open: [1, 2, 3], oldestSeconds: 49.999 });
  });

  it('puts items without a time last and says nothing of age without an open one', () => {
    expect(firstPage([{ rootId: 1, atMs: null }, { rootId: 2, atMs: 5 }], [criticism(1, 1)], { endMs: 9, most: 1 })).toEqual({ items: 1, itemsInAll: 2, itemsWithOpen: 0, criticism: 0, open: [], oldestSeconds: null });
  });
});

describe('what vanished', () => {
  const traced = (id: number, state: 'vanished' | 'still-there', criticism: boolean, read = true): { messageId: number; authorId: number | null; state: 'vanished' | 'still-there'; read: boolean; criticism: boolean } => ({ messageId: id, authorId: state === 'vanished' ? null : id, state, read, criticism });

  it('holds the share of criticism against that of what is still there, over read messages', () => {
    const share = vanishedShare([...many(40, (i) => traced(i, 'vanished', i < 30)), ...many(5, (i) => traced(900 + i, 'vanished', false, false)), ...many(100, (i) => traced(100 + i, 'still-there', i < 25))], { seed: 1, draws: 500 });
    expect(share.vanished).toMatchObject({ n: 45, read: 40, criticism: { k: 30, n: 40, estimate: 0.75 } });
    expect(share.stillThere).toMatchObject({ n: 100, criticism: { k: 25, estimate: 0.25 } });
    expect(share.difference?.estimate).toBeCloseTo(0.5, 12);
    expect(share.difference?.low).toBeGreaterThan(0);
  });

  it('says nothing of few', () => {
    const share = vanishedShare([...many(19, (i) => traced(i, 'vanished', true)), ...many(100, (i) => traced(100 + i, 'still-there', false))], { seed: 1, draws: 50 });
    expect(share.vanished).toMatchObject({ n: 19, tooFew: true, criticism: null });
    expect(share.difference).toBeNull();
  });
});

describe('two groups of requests', () => {
  it('are compared within a day and a week, people of both drawn together', () => {
    const now = many(60, (i) => episode({ messageId: i, askerId: i, waitedSeconds: i < 30 ? 3600 : 40 * DAY, censored: i >= 30 }));
    const before = many(40, (i) => episode({ messageId: 100 + i, askerId: i, waitedSeconds: i < 10 ? 3600 : 40 * DAY, censored: i >= 10 }));
    const [day, week] = answeredComparison(now, before, { seed: 1, draws: 400 });
    expect(day).toMatchObject({ seconds: DAY, first: { n: 60, authors: 60, share: { estimate: 0.5 } }, second: { n: 40, share: { estimate: 0.25 } }, difference: { estimate: 0.25 } });
    expect(week?.difference?.estimate).toBeCloseTo(0.25, 12);
    expect(day?.difference?.low).toBeLessThan(0.25);
    expect(day?.difference?.high).toBeGreaterThan(0.25);
  });

  it('leave times known to the day out of the figure at a day, and give none from few', () => {
    const [day, week] = answeredComparison(many(25, (i) => episode({ messageId: i, precision: 'day' })), many(12, (i) => episode({ messageId: 100 + i })), { seed: 1, draws: 10 });
    expect(day?.first).toEqual({ n: 0, authors: 0, tooFew: true, share: null });
    expect(week?.first).toMatchObject({ n: 25, tooFew: false });
    expect(week?.second).toMatchObject({ n: 12, tooFew: true, share: null });
    expect(week?.difference).toBeNull();
  });
});

describe('what may be compared', () => {
  const row = (brandId: number, network: string, kind: string, month: number, messages = 10): BrandMonth => ({ brandId, network, kind, month, messages });
  const months = (brandId: number, network: string, kind: string, from: number, to: number): BrandMonth[] => many(to - from + 1, (i) => row(brandId, network, kind, from + i));

  it('is what all have: networks, kinds and whole months; the rest is named', () => {
    const set = comparableSet([
      ...months(1, 'facebook', 'comment', 100, 112), ...months(2, 'facebook', 'comment', 105, 120), ...months(1, 'facebook', 'review', 100, 112), ...months(1, 'instagram', 'comment', 100, 112),
    ], [1, 2]);
    expect(set.cells).toEqual([{ network: 'facebook', kind: 'comment', fromMonth: 106, toMonth: 111 }]);
    expect(set.leftOut).toEqual([
      { brandId: 1, reason: 'months-not-shared', network: 'facebook', kind: 'comment', messages: 70 },
      { brandId: 2, reason: 'months-not-shared', network: 'facebook', kind: 'comment', messages: 100 },
      { brandId: 1, reason: 'kind-not-shared', network: 'facebook', kind: 'review', messages: 130 },
      { brandId: 1, reason: 'network-not-shared', network: 'instagram', kind: null, messages: 130 },
    ]);
    expect(isComparable(set, { network: 'facebook', kind: 'comment', month: 111 })).toBe(true);
    expect(isComparable(set, { network: 'facebook', kind: 'comment', month: 112 })).toBe(false);
  });

  it('leaves out a network on which answers of some brand are missing, and months that do not meet', () => {
    expect(comparableSet([...months(1, 'x', 'post', 1, 9), ...months(2, 'x', 'post', 1, 9)], [1, 2], { incomplete: [{ brandId: 2, network: 'x', container: 'p' }], undated: [{ brandId: 1, network: 'youtube', messages: 4 }] })).toMatchObject({ cells: [], leftOut: [{ reason: 'times-not-known', messages: 4 }, { reason: 'replies-missing' }, { reason: 'replies-missing' }] });
    expect(comparableSet([...months(1, 'x', 'post', 1, 5), ...months(2, 'x', 'post', 5, 9)], [1, 2])).toMatchObject({ cells: [], leftOut: [{ reason: 'months-not-shared' }, { reason: 'months-not-shared' }] });
  });
});

it('published figures are shares with a source and a year', () => {
  expect(PUBLISHED_FIGURES.find(({ id }) => id === 'socialbakers-2012')?.share).toBeCloseTo(0.3032, 4);
  for (const { share, year, source } of PUBLISHED_FIGURES) {
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
    expect(year).toBeGreaterThan(2005);
    expect(source).not.toBe('');
  }
});
