import { describe, expect, it } from 'vitest';
import type { RequestEpisode } from '../../../../src/domain/response/request-episode.ts';
import { intentGrouping, keyedGrouping, WHOLE_GROUPING } from '../../../../src/domain/response/grouping.ts';
import { listeningGaps } from '../../../../src/domain/response/listening-gaps.ts';
import { listeningReference } from '../../../../src/domain/response/listening-reference.ts';
import { responseCurves } from '../../../../src/domain/response/response-curves.ts';
import { episode } from './episode-sample.ts';

const WEEK = 604_800;
const OPTIONS = { horizonSeconds: WEEK, seed: 1, unread: 0, reference: null, draws: 200 };

/** `count` requests of as many people, answered after `every` seconds times their number, the rest of them open for eight days. */
function group(first: number, { count, answered, every, intents }: { count: number; answered: number; every: number; intents: RequestEpisode['intents'] }): RequestEpisode[] {
  return Array.from({ length: count }, (_, i) => episode({ messageId: first + i, intents, censored: i >= answered, waitedSeconds: i < answered ? (i + 1) * every : WEEK + 86_400 }));
}

const buyers = group(0, { count: 30, answered: 30, every: 600, intents: ['purchase'] });
const troubled = group(100, { count: 30, answered: 10, every: 40_000, intents: ['trouble', 'information'] });

describe('response curves', () => {
  it('counts a request in each of its intents and tests it in its likeliest', () => {
    const curves = responseCurves([...buyers, ...troubled], { ...OPTIONS, grouping: intentGrouping(), reference: listeningReference([...buyers, ...troubled], []) });
    expect(curves.groups.map(({ key, n }) => [key, n])).toEqual([['information', 30], ['trouble', 30], ['purchase', 30]]);
    expect(curves.tests.map(({ a, b }) => [a, b])).toEqual([['trouble', 'purchase']]);
    expect(curves.tests[0]?.p).toBeLessThan(1e-4);
    expect(curves.tests[0]?.pAdjusted).toBe(curves.tests[0]?.p);
    expect(curves.windowEndMs).toBe(2_000_000_000);
  });

  it('gives the figures of a group whose arithmetic is known', () => {
    const [all] = responseCurves(buyers, { ...OPTIONS, grouping: WHOLE_GROUPING }).groups;
    expect(all).toMatchObject({ key: 'all', n: 30, authors: 30, answered: 30, censored: 0, tooFew: false, medianSeconds: 9000, longestSeconds: 18_000 });
    expect(all?.restrictedMeanSeconds).toBeCloseTo(9300, 6);
    expect(all?.meanOfAnswersSeconds).toBe(9300);
    expect(all?.answeredWithin.map(({ estimate }) => estimate)).toEqual([expect.closeTo(0.2, 12), 1, 1]);
    expect(all?.restrictedMeanLow).toBeLessThan(9300);
    expect(all?.restrictedMeanHigh).toBeGreaterThan(9300);
    expect(all?.steps).toHaveLength(30);
    expect(all?.steps.at(-1)).toMatchObject({ atSeconds: 18_000, waiting: 0, standardError: null, low: 0 });
  });

  it('says what open waits could change', () => {
    const [all] = responseCurves(troubled, { ...OPTIONS, grouping: WHOLE_GROUPING }).groups;
    expect(all?.medianSeconds).toBeNull();
    expect(all?.waitingAtHorizon?.estimate).toBeCloseTo(20 / 30, 12);
    expect(all?.restrictedMeanSeconds).toBeCloseTo((400_000 * 5.5 + 20 * WEEK) / 30, 6);
    expect(all?.card?.neverAnswered.restrictedMeanSeconds).toBeCloseTo(all?.restrictedMeanSeconds ?? 0, 6);
    expect(all?.card?.answeredNext.medianSeconds).toBe(WEEK + 86_400);
  });

  it('gives no number under 20 requests or 10 people, only n', () => {
    const few = responseCurves(buyers.slice(0, 19), { ...OPTIONS, grouping: WHOLE_GROUPING }).groups[0];
    expect(few).toMatchObject({ n: 19, tooFew: true, authors: null, answered: null, censored: null, medianSeconds: null, restrictedMeanSeconds: null, answeredWithin: [], steps: [] });
    const nine = responseCurves(buyers.map((request, i) => ({ ...request, askerId: i % 9 })), { ...OPTIONS, grouping: WHOLE_GROUPING }).groups[0];
    expect(nine).toMatchObject({ n: 30, tooFew: true, authors: null });
    const ten = responseCurves(buyers.map((request, i) => ({ ...request, askerId: i % 10 })), { ...OPTIONS, grouping: WHOLE_GROUPING }).groups[0];
    expect(ten).toMatchObject({ n: 30, tooFew: false, authors: 10 });
    const nobody = responseCurves([], { ...OPTIONS, grouping: WHOLE_GROUPING });
    expect(nobody.groups[0]).toMatchObject({ key: 'all', n: 0, tooFew: true });
    expect(nobody.windowEndMs).toBeNull();
  });

  it('keeps apart who has a tie, what cannot be seen and what is incomplete', () => {
    const mixed = [
      ...buyers,
      episode({ messageId: 501, listedApart: 'employee' }), episode({ messageId: 502, observability: 'unobservable' }),
      episode({ messageId: 503, observability: 'incomplete', censored: true }), episode({ messageId: 504, observability: 'incomplete' }),
    ];
    const curves = responseCurves(mixed, { ...OPTIONS, grouping: WHOLE_GROUPING, unread: 7 });
    expect(curves).toMatchObject({ unread: 7, unobservable: 1, listedApart: 1, leftOut: { n: 2, answered: 1 } });
    expect(curves.groups[0]?.n).toBe(30);
    expect(curves.leftOut.bounds?.low).toBeCloseTo(31 / 32, 12);
    expect(curves.leftOut.bounds?.high).toBeCloseTo(1, 12);
  });

  it('lets times known to the day into seven-day figures only, and relative ones into counts only', () => {
    const days = responseCurves(buyers.map((request) => ({ ...request, precision: 'day' as const, waitedSeconds: 86_400 })), { ...OPTIONS, grouping: WHOLE_GROUPING }).groups[0];
    expect(days?.answeredWithin.map(({ estimate }) => estimate)).toEqual([null, null, 1]);
    expect(days).toMatchObject({ medianSeconds: null, restrictedMeanSeconds: 86_400, dayTimes: 30 });
    const relative = responseCurves(buyers.map((request) => ({ ...request, precision: 'count' as const })), { ...OPTIONS, grouping: WHOLE_GROUPING }).groups[0];
    expect(relative).toMatchObject({ n: 30, answered: 30, countOnly: 30, tooFew: false, medianSeconds: null, restrictedMeanSeconds: null, steps: [] });
    expect(relative?.answeredWithin.map(({ estimate }) => estimate)).toEqual([null, null, null]);
  });

  it('tests other groupings against the largest group and leaves out what has no key', () => {
    const curves = responseCurves([...buyers, ...troubled, ...group(300, { count: 40, answered: 40, every: 60, intents: ['idea'] })],
      { ...OPTIONS, grouping: keyedGrouping((request) => (request.intents[0] === 'idea' ? 'a' : request.intents[0] === 'trouble' ? 'b' : null)) });
    expect(curves.groups.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(curves.tests.map(({ a, b }) => [a, b])).toEqual([['b', 'a']]);
  });
});

describe('listening gaps', () => {
  it('are differences of restricted means against buyers, with limits that repeat', () => {
    const gaps = listeningGaps([...buyers, ...troubled], { praise: [], horizonSeconds: WEEK, seed: 4, draws: 500 });
    expect(gaps.reference).toMatchObject({ kind: 'purchase', n: 30, tooFew: false });
    const trouble = gaps.gaps.find(({ key }) => key === 'trouble');
    expect(trouble?.gapSeconds).toBeCloseTo((400_000 * 5.5 + 20 * WEEK) / 30 - 9300, 6);
    expect(trouble?.low).toBeGreaterThan(0);
    expect(trouble?.high).toBeGreaterThan(trouble?.gapSeconds ?? Infinity);
    expect(trouble).toMatchObject({ meanOfAnswersSeconds: 220_000, dominantAuthor: false });
    expect(gaps.gaps.find(({ key }) => key === 'idea')).toMatchObject({ n: 0, tooFew: true, gapSeconds: null, low: null, high: null });
    expect(listeningGaps([...buyers, ...troubled], { praise: [], horizonSeconds: WEEK, seed: 4, draws: 500 })).toEqual(gaps);
    expect(listeningGaps([...buyers, ...troubled], { praise: [], horizonSeconds: WEEK, seed: 5, draws: 500 }).gaps).not.toEqual(gaps.gaps);
  });

  it('are zero, with no width, when both groups are the same requests: the same authors are drawn into both', () => {
    const both = buyers.map((request) => ({ ...request, intents: ['purchase', 'idea'] as const }));
    const idea = listeningGaps(both, { praise: [], horizonSeconds: WEEK, seed: 1, draws: 100 }).gaps.find(({ key }) => key === 'idea');
    expect(idea).toMatchObject({ gapSeconds: 0, low: 0, high: 0 });
  });

  it('name the reference they fall back on', () => {
    const promoted = troubled.map((request, i) => ({ ...request, underPromotion: i < 20 }));
    expect(listeningReference([...buyers.slice(0, 19), ...promoted], []).kind).toBe('promotion');
    const praise = group(700, { count: 25, answered: 25, every: 10, intents: ['praise'] });
    const gaps = listeningGaps(troubled, { praise, horizonSeconds: WEEK, seed: 1, draws: 100 });
    expect(gaps.reference).toMatchObject({ kind: 'praise', n: 25 });
    expect(gaps.gaps.find(({ key }) => key === 'trouble')?.gapSeconds).toBeGreaterThan(0);
    expect(gaps.gaps.map(({ key }) => key)).toContain('purchase');
  });

  it('warn when one author wrote more than a fifth', () => {
    const one = troubled.map((request, i) => ({ ...request, askerId: i < 7 ? 1 : request.askerId }));
    expect(listeningGaps([...buyers, ...one], { praise: [], horizonSeconds: WEEK, seed: 1, draws: 50 }).gaps.find(({ key }) => key === 'trouble')?.dominantAuthor).toBe(true);
  });

  it('have no number where the follow-up is shorter than the horizon', () => {
    const short = troubled.map((request) => (request.censored ? { ...request, waitedSeconds: 500_000 } : request));
    expect(listeningGaps([...buyers, ...short], { praise: [], horizonSeconds: WEEK, seed: 1, draws: 50 }).gaps.find(({ key }) => key === 'trouble'))
      .toMatchObject({ tooFew: false, gapSeconds: null, low: null, high: null, restrictedMeanSeconds: null });
  });
});
