import { describe, expect, it } from 'vitest';
import { hoursProblems } from '../../../../src/domain/model/hours-problems.ts';
import { openMinutesAWeek, STARTING_HOURS, type OpeningHours, type OpenInterval } from '../../../../src/domain/model/opening-hours.ts';

const day = (...stretches: (readonly [number, number])[]): OpenInterval[] => stretches.map(([startMinute, endMinute]) => ({ startMinute, endMinute }));
const monday = (...stretches: (readonly [number, number])[]): OpeningHours => ({ ...STARTING_HOURS, week: STARTING_HOURS.week.map((own, place) => (place === 0 ? day(...stretches) : own)) });
const told = (hours: OpeningHours): string[] => hoursProblems(hours).map(({ path, code }) => `${path} ${code}`);

describe('what is wrong with opening hours', () => {
  it('finds nothing in hours that can be kept', () => {
    expect(told(STARTING_HOURS)).toEqual([]);
    expect(told(monday([540, 780], [870, 1110]))).toEqual([]);
    expect(openMinutesAWeek(STARTING_HOURS.week)).toBe(45 * 60);
  });

  it.each([
    ['an end before its start', monday([1080, 540]), ['week.0.0 end-before-start']],
    ['two that overlap', monday([540, 780], [720, 1080]), ['week.0.1 overlap']],
    ['more than a day', monday([540, 2400]), ['week.0.0 longer-than-a-day']],
    ['a start outside the day', monday([1440, 1500]), ['week.0.0 outside-the-day']],
    ['a night into the morning after', monday([1320, 2000]), ['week.0.0 overlap-next-day']],
    ['no hours', { ...STARTING_HOURS, week: STARTING_HOURS.week.map(() => []) }, ['week no-hours']],
    ['a date that is none', { ...STARTING_HOURS, closures: [{ name: 'x', from: '2026-02-30', to: '2026-03-01', yearly: false }] }, ['closures.0 no-such-date']],
    ['a closure backwards', { ...STARTING_HOURS, closures: [{ name: 'x', from: '2026-03-02', to: '2026-03-01', yearly: false }] }, ['closures.0 closure-backwards']],
    ['a yearly closure of a year', { ...STARTING_HOURS, closures: [{ name: 'x', from: '2026-03-02', to: '2027-03-02', yearly: true }] }, ['closures.0 closure-too-long']],
    ['a day opened twice', { ...STARTING_HOURS, openings: [{ name: 'a', date: '2026-12-20', intervals: day([540, 600]) }, { name: 'b', date: '2026-12-20', intervals: day([540, 600]) }] }, ['openings.1 same-date-twice']],
    ['an opening without hours', { ...STARTING_HOURS, openings: [{ name: 'a', date: '2026-12-20', intervals: [] }] }, ['openings.0 no-hours']],
    ['a channel twice', { ...STARTING_HOURS, channels: [1, 2].map(() => ({ network: 'x', container: null, week: STARTING_HOURS.week, keepsClosures: true })) }, ['channels.1 same-channel-twice']],
    ['a channel without hours', { ...STARTING_HOURS, channels: [{ network: 'x', container: null, week: STARTING_HOURS.week.map(() => []), keepsClosures: true }] }, ['channels.0.week no-hours']],
  ])('%s', (_, hours, expected) => {
    expect(told(hours)).toEqual(expected);
  });
});
