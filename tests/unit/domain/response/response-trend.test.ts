import { describe, expect, it } from 'vitest';
import { localWeeks } from '../../../../src/domain/model/local-weeks.ts';
import { collectionEdges } from '../../../../src/domain/response/collection-edges.ts';
import { dealtByWeek, responseTrend, type TrendWeek } from '../../../../src/domain/response/response-trend.ts';
import { trendChanges } from '../../../../src/domain/response/trend-changes.ts';
import { episode } from './episode-sample.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
// Monday 5 January 2026, midnight in Rome.
const MONDAY_MS = Date.parse('2026-01-04T23:00:00Z');
const weeksFor = (count: number): ReturnType<typeof localWeeks> => localWeeks({ fromMs: MONDAY_MS, toMs: MONDAY_MS + count * WEEK_MS - 1, timeZone: 'Europe/Rome' });

/** Thirty requests of thirty people, spread over a week, of which the first `answered` are answered within an hour. */
function weekOf(week: number, answered: number, endMs: number): ReturnType<typeof episode>[] {
  return Array.from({ length: 30 }, (_, i) => {
    const atMs = MONDAY_MS + week * WEEK_MS + i * 5 * 3_600_000;
    const isAnswered = i < answered;
    return episode({ messageId: week * 100 + i, askerId: week * 100 + i, atMs, observationEndMs: endMs, censored: !isAnswered, waitedSeconds: isAnswered ? 3_600 : (endMs - atMs) / 1000, answeredAtMs: isAnswered ? atMs + 3_600_000 : null, outcome: isAnswered ? 'public' : 'silence' });
  });
}

describe('weeks of a zone', () => {
  it('run from Monday to Monday, an hour shorter when summer time begins', () => {
    const weeks = localWeeks({ fromMs: Date.parse('2026-03-25T12:00:00Z'), toMs: Date.parse('2026-03-30T12:00:00Z'), timeZone: 'Europe/Rome' });
    expect(weeks.map(({ key }) => key)).toEqual(['2026-W13', '2026-W14']);
    expect(weeks.map(({ startMs, endMs }) => (endMs - startMs) / 3_600_000)).toEqual([167, 168]);
  });

  it('are numbered as ISO 8601 does around the new year', () => {
    const keyAt = (text: string): string | undefined => localWeeks({ fromMs: Date.parse(text), toMs: Date.parse(text), timeZone: 'UTC' })[0]?.key;
    expect(['2020-12-31', '2021-01-03', '2021-01-04', '2024-12-30', '2026-01-01'].map((day) => keyAt(`${day}T10:00:00Z`))).toEqual(['2020-W53', '2020-W53', '2021-W01', '2025-W01', '2026-W01']);
    expect(localWeeks({ fromMs: 5, toMs: 4, timeZone: 'UTC' })).toEqual([]);
  });
});

describe('response by week', () => {
  const endMs = MONDAY_MS + 4 * WEEK_MS;
  const weeks = weeksFor(4);
  const requests = [0, 1, 2, 3].flatMap((week) => weekOf(week, 15, endMs));

  it('gives a share with its limits where the day has passed for every request of a week that is over', () => {
    const trend = responseTrend(requests, { weeks, seed: 1 });
    expect(trend.map(({ n }) => n)).toEqual([30, 30, 30, 30]);
    expect(trend[0]?.withinDay.figure?.estimate).toBeCloseTo(0.5, 12);
    expect(trend[0]?.withinDay.figure?.low).toBeLessThan(0.5);
    expect(trend[0]?.median?.seconds).toBe(3_600);
  });

  it('leaves out weeks that were not watched long enough, each horizon by itself', () => {
    const trend = responseTrend(requests, { weeks, seed: 1 });
    expect(trend.map(({ withinDay }) => withinDay.gap)).toEqual([null, null, null, 'not-yet-observable']);
    expect(trend.map(({ withinWeek }) => withinWeek.gap)).toEqual([null, null, null, 'not-yet-observable']);
    const shorter = responseTrend(requests.filter(({ atMs }) => (atMs ?? 0) < MONDAY_MS + 3 * WEEK_MS).map((request) => ({ ...request, observationEndMs: MONDAY_MS + 3 * WEEK_MS + 2 * DAY_MS, waitedSeconds: request.censored ? (MONDAY_MS + 3 * WEEK_MS + 2 * DAY_MS - (request.atMs ?? 0)) / 1000 : request.waitedSeconds })), { weeks, seed: 1 });
    expect(shorter.map(({ withinDay }) => withinDay.gap)).toEqual([null, null, null, 'too-few']);
    expect(shorter.map(({ withinWeek }) => withinWeek.gap)).toEqual([null, null, 'not-yet-observable', 'too-few']);
  });

  it('is void for a week in which one unanswered request was watched for less', () => {
    const late = requests.map((request, i) => (i === 29 ? { ...request, waitedSeconds: 3_000 } : request));
    expect(responseTrend(late, { weeks, seed: 1 })[0]?.withinDay).toEqual({ figure: null, gap: 'not-yet-observable' });
  });

  it('has gaps under twenty requests or ten people', () => {
    const few = responseTrend(requests.filter((_, i) => i % 2 === 0), { weeks, seed: 1 });
    expect(few[0]).toMatchObject({ n: 15, withinDay: { figure: null, gap: 'too-few' }, median: null });
    const onePerson = responseTrend(requests.map((request) => ({ ...request, askerId: 7 })), { weeks, seed: 1 });
    expect(onePerson[0]?.withinDay.gap).toBe('too-few');
  });

  it('keeps times known to the day out of the day and in the week, and those without a time out of both', () => {
    const days = responseTrend(requests.map((request) => ({ ...request, precision: 'day' as const })), { weeks, seed: 1 })[0];
    expect(days).toMatchObject({ n: 30, fine: 0, timed: 30, withinDay: { gap: 'too-few' } });
    expect(days?.withinWeek.figure?.estimate).toBeCloseTo(0.5, 12);
    expect(dealtByWeek([episode({ messageId: 1, atMs: null }), episode({ messageId: 2, atMs: MONDAY_MS, precision: 'count' }), episode({ messageId: 3, atMs: MONDAY_MS - 1 })], weeks).flat()).toEqual([]);
  });
});

describe('changes of a weekly level', () => {
  const endMs = MONDAY_MS + 42 * WEEK_MS;
  const wobble = [0, 2, -1, 1, -2, 0, 1, -1];
  const planted = (level: (week: number) => number): TrendWeek[] => responseTrend(Array.from({ length: 40 }, (_, week) => weekOf(week, level(week) + (wobble[week % wobble.length] ?? 0), endMs)).flat(), { weeks: weeksFor(40), seed: 1, draws: 20 });
  const fall = planted((week) => (week < 22 ? 21 : 11));
  const day = ({ withinDay }: TrendWeek): TrendWeek['withinDay'] => withinDay;

  it('are found where they were planted, with both levels and their difference', () => {
    const { changes, levels, tooFew } = trendChanges(fall, day, []);
    expect(tooFew).toBe(false);
    expect(changes.map(({ week, reason }) => [week, reason])).toEqual([[fall[22]?.key, null]]);
    expect(changes[0]).toMatchObject({ weeksBefore: 22, weeksAfter: 18 });
    expect(changes[0]?.before).toBeCloseTo(0.7, 1);
    expect(changes[0]?.after).toBeCloseTo(11 / 30, 1);
    expect(changes[0]?.difference.high).toBeLessThan(0);
    expect(levels.map(({ from, to }) => [from, to])).toEqual([[fall[0]?.key, fall[21]?.key], [fall[22]?.key, fall[39]?.key]]);
  });

  it('are no finding within a week of an edge of the collection, and one again further off', () => {
    const edgeAt = (week: number): ReturnType<typeof collectionEdges> => [{ place: 'Pagina', atMs: MONDAY_MS + week * WEEK_MS, kind: 'begins' }];
    expect(trendChanges(fall, day, edgeAt(22)).changes[0]).toMatchObject({ reason: 'collection-changed', edges: [{ place: 'Pagina' }] });
    expect(trendChanges(fall, day, edgeAt(21)).changes[0]?.reason).toBe('collection-changed');
    expect(trendChanges(fall, day, edgeAt(26)).changes[0]).toMatchObject({ reason: null, edges: [] });
  });

  it('are not looked for in fewer than 26 weeks with a figure, and not found where nothing changes', () => {
    expect(trendChanges(fall.slice(0, 25), day, [])).toEqual({ weeks: 25, needed: 26, tooFew: true, changes: [], levels: [] });
    expect(trendChanges(planted(() => 15), day, []).changes).toEqual([]);
  });
});

describe('edges of the collection', () => {
  const window = (place: string, from: number, to: number, manner = 'a'): Parameters<typeof collectionEdges>[0][number] => ({ place, fromMs: from * DAY_MS, toMs: to * DAY_MS, manner });

  it('lie at the ends of a stretch, not between exports that follow each other', () => {
    expect(collectionEdges([window('x', 40, 70), window('x', 0, 30), window('x', 20, 42)]).map(({ atMs, kind }) => [atMs / DAY_MS, kind])).toEqual([[0, 'begins'], [70, 'ends']]);
  });

  it('lie where a place pauses for over two weeks, or goes on in another manner', () => {
    expect(collectionEdges([window('x', 0, 30), window('x', 45, 60)])).toHaveLength(4);
    expect(collectionEdges([window('x', 0, 30), window('x', 31, 60, 'b')]).map(({ atMs }) => atMs / DAY_MS)).toEqual([0, 30, 31, 60]);
    expect(collectionEdges([])).toEqual([]);
  });
});
