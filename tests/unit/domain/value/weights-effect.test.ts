import { describe, expect, it } from 'vitest';
import { zoneMoves } from '../../../../src/domain/value/weights-effect.ts';
import { localQuarters } from '../../../../src/domain/model/local-quarters.ts';

describe('moves between zones', () => {
  it('counts who changes, most first, and reads an undecided zone as depending on the weights', () => {
    expect(zoneMoves(['even', 'even', null, 'gives-more', 'even'], ['gives-more', 'gives-more', 'even', 'gives-more', 'even'])).toEqual([
      { from: 'even', to: 'gives-more', accounts: 2 }, { from: 'depends', to: 'even', accounts: 1 },
    ]);
    expect(zoneMoves([], [])).toEqual([]);
    expect(() => zoneMoves(['even'], [])).toThrow('invalid lengths: 1 before, 0 after');
  });
});

describe('quarters of a zone', () => {
  it('begin at midnight on the wall, across the change of the clocks and in zones of half hours', () => {
    const rome = localQuarters({ fromMs: Date.parse('2026-01-15T00:00:00Z'), toMs: Date.parse('2026-07-01T00:00:00Z'), timeZone: 'Europe/Rome' });
    expect(rome.map(({ key, startMs }) => [key, new Date(startMs).toISOString()])).toEqual([['2026-Q1', '2025-12-31T23:00:00.000Z'], ['2026-Q2', '2026-03-31T22:00:00.000Z'], ['2026-Q3', '2026-06-30T22:00:00.000Z']]);
    expect(rome.map(({ endMs }, place) => endMs === (rome[place + 1]?.startMs ?? endMs))).toEqual([true, true, true]);
    const kolkata = localQuarters({ fromMs: Date.parse('2026-03-31T18:30:00Z'), toMs: Date.parse('2026-03-31T18:30:00Z'), timeZone: 'Asia/Kolkata' });
    expect(kolkata.map(({ key, startMs }) => [key, new Date(startMs).toISOString()])).toEqual([['2026-Q2', '2026-03-31T18:30:00.000Z']]);
    expect(localQuarters({ fromMs: 1, toMs: 0, timeZone: 'UTC' })).toEqual([]);
  });
});
