import { expect, test } from 'vitest';
import { filterMark, isFilterable, leftOutFilters, narrowedFilters } from '../../../../src/app/present/live-filters.ts';
import { INTENTS } from '../../../../src/domain/model/codes.ts';
import { reportVoice } from '../../../../src/present/report-voice.ts';

const DAY = 86_400_000;

test('a further filter narrows the report’s own and never widens it', () => {
  expect(narrowedFilters({}, { networks: ['facebook'] })).toEqual({ networks: ['facebook'] });
  expect(narrowedFilters({ networks: ['facebook', 'reddit'], fromMs: 5, roles: ['customer'] }, { networks: ['reddit', 'x'], fromMs: 3, toMs: 9 })).toEqual({ networks: ['reddit'], fromMs: 5, toMs: 9, roles: ['customer'] });
  expect(narrowedFilters({ toMs: 8 }, { fromMs: 2, toMs: 12 })).toEqual({ fromMs: 2, toMs: 8 });
  expect(narrowedFilters({ networks: ['facebook'] }, { networks: ['reddit'] })).toBeNull();
  expect(narrowedFilters({ intents: ['trouble'] }, { intents: ['praise'] })).toBeNull();
  expect(narrowedFilters({ toMs: 4 }, { fromMs: 4 })).toBeNull();
});

test('what is left out is the other networks, the other kinds, and the time before and after', () => {
  expect(leftOutFilters({}, { networks: ['facebook'] }, ['facebook', 'reddit'])).toEqual([{ networks: ['reddit'] }]);
  expect(leftOutFilters({}, { networks: ['facebook', 'reddit'] }, ['facebook', 'reddit'])).toEqual([]);
  expect(leftOutFilters({ fromMs: 0, toMs: 100 }, { fromMs: 20, toMs: 80 }, [])).toEqual([{ fromMs: 0, toMs: 20 }, { fromMs: 80, toMs: 100 }]);
  expect(leftOutFilters({ fromMs: 30 }, { fromMs: 20 }, [])).toEqual([]);
  expect(leftOutFilters({}, { intents: ['trouble'] }, [])).toEqual([{ intents: INTENTS.filter((intent) => intent !== 'trouble') }]);
});

test('a page made from the whole project is not filtered, nor one without a filter', () => {
  expect(isFilterable('listening', { intents: ['trouble'] })).toBe(true);
  expect(isFilterable('listening', {})).toBe(false);
  expect([isFilterable('formation', { networks: ['facebook'] }), isFilterable('formation', { networks: ['facebook'], intents: ['trouble'] })]).toEqual([true, false]);
  for (const section of ['cover', 'method', 'plan', 'decisions', 'question'] as const) expect(isFilterable(section, { networks: ['facebook'] })).toBe(false);
});

test('the mark says every condition in the report’s language', () => {
  const by = { networks: ['facebook', 'reddit'], intents: ['trouble' as const], fromMs: Date.UTC(2026, 0, 1, 12), toMs: Date.UTC(2026, 0, 31, 12) + DAY };
  expect(filterMark(by, reportVoice('it', 'Europe/Rome'))).toBe('Come filtrato ora: rete Facebook e Reddit; motivo problema; periodo 1 gennaio 2026 – 1 febbraio 2026');
  expect(filterMark({ toMs: Date.UTC(2026, 0, 31, 12) }, reportVoice('en', 'Europe/Rome'))).toMatch(/^As filtered now: period start of the data – 31 Jan(?:uary)? 2026$/);
});
