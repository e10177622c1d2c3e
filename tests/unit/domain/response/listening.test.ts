import { describe, expect, it } from 'vitest';
import { arrivalHeat, LEAST_ANSWERS } from '../../../../src/domain/response/arrival-heat.ts';
import { competingAnswers } from '../../../../src/domain/response/competing-answers.ts';
import { deafnessAudiogram } from '../../../../src/domain/response/deafness-audiogram.ts';
import { WHOLE_GROUPING } from '../../../../src/domain/response/grouping.ts';
import { loudnessBins } from '../../../../src/domain/response/loudness-bins.ts';
import { earlierRepeats } from '../../../../src/domain/response/request-loudness.ts';
import { weightedBin, weightedShare } from '../../../../src/domain/response/weighted-answered.ts';
import { localClock } from '../../../../src/domain/model/local-clock.ts';
import { answeredWithin } from '../../../../src/domain/stats/answered-within.ts';
import { kaplanMeier } from '../../../../src/domain/stats/kaplan-meier.ts';
import { episode } from './episode-sample.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_SECONDS = 604_800;
// Monday 5 January 2026, 10:00 in Rome.
const START_MS = Date.parse('2026-01-05T09:00:00Z');
const END_MS = START_MS + 60 * DAY_MS;

type Episode = ReturnType<typeof episode>;

function asked(i: number, { atMs = START_MS, answeredAfterMs = null, ...rest }: { atMs?: number; answeredAfterMs?: number | null } & Partial<Episode>): Episode {
  const isAnswered = answeredAfterMs !== null;
  return episode({
    messageId: i, askerId: i, atMs, observationEndMs: END_MS, censored: !isAnswered, waitedSeconds: (isAnswered ? answeredAfterMs : END_MS - atMs) / 1000,
    answeredAtMs: isAnswered ? atMs + answeredAfterMs : null, answerMessageId: isAnswered ? 100_000 + i : null, outcome: isAnswered ? 'public' : 'silence', ...rest,
  });
}

describe('requests and answers by weekday and hour', () => {
  const clock = localClock('Europe/Rome');
  // 110 answered requests on Monday at ten, answered within the hour; 40 on Sunday at three in the night, never answered
  const requests = [
    ...Array.from({ length: 110 }, (_, i) => asked(i, { answeredAfterMs: HOUR_MS / 2 })),
    ...Array.from({ length: 40 }, (_, i) => asked(200 + i, { atMs: START_MS - DAY_MS - 7 * HOUR_MS })),
    asked(400, { precision: 'day' }), asked(401, { precision: 'count' }),
  ];
  const heat = arrivalHeat(requests, clock);

  it('counts each where it happened, on the clocks of the zone', () => {
    expect(heat.cells).toHaveLength(168);
    expect(heat.cells.filter((cell) => cell.requests > 0 || cell.answers > 0).map(({ weekday, hour, requests: n, answers }) => [weekday, hour, n, answers])).toEqual([[1, 10, 110, 110], [7, 3, 40, 0]]);
    expect(heat).toMatchObject({ requests: 150, answers: 110, untimed: 2 });
  });

  it('tells the share that arrives when the brand normally answers, and what becomes of both sides', () => {
    expect(heat.normalHours).toBe(1);
    expect(heat.inNormalHours).toMatchObject({ requests: 110 });
    expect(heat.inNormalHours?.estimate).toBeCloseTo(110 / 150, 12);
    expect(heat.inside).toMatchObject({ requests: 110, withinDay: { estimate: 1 } });
    expect(heat.outside).toMatchObject({ requests: 40, withinDay: { estimate: 0 } });
  });

  it('takes the fewest hours that hold nine answers in ten, ties together', () => {
    const spread = Array.from({ length: 120 }, (_, i) => asked(i, { atMs: START_MS + (i % 12) * HOUR_MS, answeredAfterMs: 1000 }));
    expect(arrivalHeat(spread, clock).normalHours).toBe(12);
    const uneven = Array.from({ length: 200 }, (_, i) => asked(i, { atMs: START_MS + (i < 185 ? 0 : 5) * HOUR_MS, answeredAfterMs: 1000 }));
    expect(arrivalHeat(uneven, clock).normalHours).toBe(1);
  });

  it('does not guess hours from few answers, and counts an answer to several requests once', () => {
    const few = arrivalHeat(requests.slice(11), clock);
    expect(few.answers).toBeLessThan(LEAST_ANSWERS);
    expect(few).toMatchObject({ normalHours: null, inNormalHours: null, inside: null, outside: null });
    expect(arrivalHeat(requests.map((request) => (request.answerMessageId === null ? request : { ...request, answerMessageId: 1 })), clock).answers).toBe(1);
    expect(arrivalHeat([], clock)).toMatchObject({ requests: 0, answers: 0, untimed: 0, inNormalHours: null });
  });

  it('gives a cell a share only from twenty requests of ten people', () => {
    const cell = (count: number): unknown => arrivalHeat(requests.slice(0, count), clock).cells.find(({ requests: n }) => n > 0)?.withinDay;
    expect(cell(19)).toBeNull();
    expect(cell(20)).toMatchObject({ estimate: 1 });
  });
});

describe('who answers first', () => {
  const options = { grouping: WHOLE_GROUPING, horizonSeconds: WEEK_SECONDS, maxSteps: 100 };
  // of forty: ten by the brand after a day, ten by a peer after an hour (of which five by the brand later), twenty by nobody
  const requests = Array.from({ length: 40 }, (_, i) => asked(i, {
    answeredAfterMs: i < 15 ? DAY_MS : null,
    ...(i >= 10 && i < 20 ? { peerFirst: true, peerAtMs: START_MS + HOUR_MS } : {}),
  }));

  it('counts the first answer alone, and the shares add up with those who wait', () => {
    const [group] = competingAnswers(requests, options);
    expect(group).toMatchObject({ n: 40, brandFirst: 10, peerFirst: 10, nobody: 20 });
    expect(group?.brandAtHorizon?.estimate).toBeCloseTo(0.25, 12);
    expect(group?.peerAtHorizon?.estimate).toBeCloseTo(0.25, 12);
    expect(group?.peer.map(({ atSeconds, estimate }) => [atSeconds, Math.round(estimate * 100)])).toEqual([[3_600, 25], [86_400, 25]]);
  });

  it('knows nothing beyond the longest wait, and nothing under the floors', () => {
    const short = requests.map((request) => ({ ...request, observationEndMs: START_MS + 2 * DAY_MS, waitedSeconds: request.censored ? 2 * 86_400 : request.waitedSeconds }));
    expect(competingAnswers(short, options)[0]).toMatchObject({ brandAtHorizon: null, peerAtHorizon: null, longestSeconds: 172_800 });
    expect(competingAnswers(requests.slice(0, 19), options)).toMatchObject([{ n: 19, tooFew: true, brandFirst: null, brand: [] }]);
    expect(competingAnswers([], options)).toMatchObject([{ key: 'all', n: 0, tooFew: true }]);
  });
});

describe('earlier repeats', () => {
  const at = (days: number, askerId: number | null, saying: string | null): Parameters<typeof earlierRepeats>[0][number] => ({ atMs: START_MS + days * DAY_MS, askerId, saying });

  it('count the same said by others and anything asked by the same person, each once, in the thirty days before', () => {
    expect(earlierRepeats([at(0, 1, 'rimborso'), at(1, 2, 'rimborso'), at(2, 1, 'orari'), at(3, 1, 'rimborso'), at(31.5, 3, 'rimborso'), at(80, 1, 'rimborso')])).toEqual([0, 1, 1, 3, 1, 0]);
  });

  it('do not count what was said at the same moment or later, whatever the order given', () => {
    expect(earlierRepeats([at(5, 1, 'a'), at(0, 2, 'a'), at(5, 3, 'a')])).toEqual([1, 0, 1]);
    expect(earlierRepeats([{ atMs: null, askerId: 1, saying: 'a' }, at(1, 1, null), at(2, null, null)])).toEqual([null, 0, 0]);
  });
});

describe('bins of loudness', () => {
  it('are at least twenty each, at most ten, and never part equal loudness', () => {
    const bins = loudnessBins(Array.from({ length: 1000 }, (_, i) => Math.max(0, i - 600)));
    expect(bins.length).toBeLessThanOrEqual(10);
    expect(bins[0]).toMatchObject({ from: 0, to: 0 });
    expect(bins.reduce((sum, { members }) => sum + members.length, 0)).toBe(1000);
    expect(bins.every(({ members }) => members.length >= 20)).toBe(true);
    expect(bins.every(({ from }, i) => i === 0 || from > (bins[i - 1]?.to ?? Infinity))).toBe(true);
    expect(loudnessBins(new Array<number>(50).fill(3))).toHaveLength(1);
    expect(loudnessBins([1, 2, 3])).toEqual([]);
  });
});

describe('the share of a weighted bin', () => {
  it('is that of the Kaplan-Meier curve of the requests counted as often as their weight', () => {
    const waits = [5, 5, 9, 12, 3, 20, 7];
    const answered = [1, 0, 1, 1, 0, 0, 1];
    const weights = Uint16Array.from([2, 1, 0, 3, 1, 1, 2]);
    const bin = weightedBin({ waitedSeconds: waits, answered, cluster: waits.map((_, i) => i) }, 12);
    const repeated = waits.flatMap((wait, i) => new Array<number>(weights[i] ?? 0).fill(i).map((at) => ({ wait, answered: answered[at] ?? 0 })));
    const curve = kaplanMeier(repeated.map(({ wait }) => wait), repeated.map(({ answered: is }) => is));
    expect(weightedShare(bin, weights)?.share).toBeCloseTo(answeredWithin(curve, 12)?.estimate ?? Number.NaN, 12);
    expect(weightedShare(bin, weights)?.weight).toBe(10);
    expect(weightedShare(bin, new Uint16Array(7))).toBeNull();
  });
});

describe('the deafness audiogram', () => {
  /** Two hundred requests of loudness 0 to 199; those under `heardFrom` are answered one time in five, the others four times in five. */
  const requests = (heardFrom: number): Episode[] => Array.from({ length: 200 }, (_, i) => asked(i, { answeredAfterMs: (i < heardFrom ? i % 5 === 0 : i % 5 !== 0) ? HOUR_MS : null }));
  const loudness = Array.from({ length: 200 }, (_, i) => i);

  it('finds the loudness from which half are answered, with limits from draws of people', () => {
    const found = deafnessAudiogram(requests(100), loudness, { key: 'trouble', seed: 1 });
    expect(found).toMatchObject({ n: 200, authors: 200, reason: null, threshold: 100, low: 100, high: 100 });
    expect(found.bins).toHaveLength(10);
    expect(found.bins.map(({ n }) => n)).toEqual(new Array(10).fill(20));
    expect(found.bins.every(({ fitted }, i) => i === 0 || fitted >= (found.bins[i - 1]?.fitted ?? 1))).toBe(true);
    expect(deafnessAudiogram(requests(100), loudness, { key: 'trouble', seed: 1 })).toEqual(found);
  });

  it('says on which side of the observed loudness the threshold lies', () => {
    expect(deafnessAudiogram(requests(0), loudness, { key: 'x', seed: 1 })).toMatchObject({ threshold: null, reason: 'above-everywhere', low: null, high: null });
    expect(deafnessAudiogram(requests(200), loudness, { key: 'x', seed: 1 })).toMatchObject({ threshold: null, reason: 'below-everywhere' });
    const falling = requests(100).reverse();
    expect(deafnessAudiogram(falling, loudness, { key: 'x', seed: 1 }).bins.every(({ fitted }) => Math.abs(fitted - 0.5) < 1e-9)).toBe(true);
  });

  it('gives no number for few, for one loudness, for requests followed too briefly or of unknown loudness', () => {
    expect(deafnessAudiogram(requests(100).slice(0, 39), loudness.slice(0, 39), { key: 'x', seed: 1 })).toMatchObject({ n: 39, bins: [], reason: 'too-few' });
    expect(deafnessAudiogram(requests(100), loudness.map(() => 2), { key: 'x', seed: 1 })).toMatchObject({ n: 200, bins: [], reason: 'one-level' });
    expect(deafnessAudiogram(requests(100).map((request) => ({ ...request, waitedSeconds: 3_600 })), loudness, { key: 'x', seed: 1 }).reason).toBe('follow-up-too-short');
    expect(deafnessAudiogram(requests(100), loudness.map(() => null), { key: 'x', seed: 1 })).toMatchObject({ n: 0, reason: 'too-few', authors: null });
  });
});
