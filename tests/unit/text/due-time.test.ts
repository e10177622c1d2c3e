import { describe, expect, it } from 'vitest';
import { DateTime } from 'luxon';
import { dueAfterSeconds } from '../../../src/text/due-time.ts';
import { createReader } from '../../../src/text/reader.ts';
import { afterWorkingDays, easterSunday, isFreeDay } from '../../../src/text/working-days.ts';

const reader = createReader();
const ROME = 'Europe/Rome';
// Monday 2 March 2026, ten in the morning in Rome.
const MONDAY = '2026-03-02T10:00:00+01:00';

const found = (text: string, at: string, timeZone: string): { dueText: string | null | undefined; due: string | null } => {
  const atMs = Date.parse(at);
  const [promise] = reader.read({ id: 'x', text, direction: 'outbound', atMs, timeZone }).promises;
  const seconds = promise?.dueAfterSeconds ?? null;
  return { dueText: promise?.dueText, due: seconds === null ? null : DateTime.fromMillis(atMs + seconds * 1000, { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mm") };
};

describe('Italian words of time, said on Monday 2 March 2026 at 10:00', () => {
  it.each([
    ['in giornata', '2026-03-03T00:00'], ['entro oggi', '2026-03-03T00:00'], ['entro stasera', '2026-03-03T00:00'], ['nel pomeriggio', '2026-03-02T19:00'], ['in mattinata', '2026-03-02T13:00'],
    ['domani', '2026-03-04T00:00'], ['domani mattina', '2026-03-03T13:00'], ['domattina', '2026-03-03T13:00'], ['domani alle 10', '2026-03-03T10:00'], ['domani tra le 9 e le 11', '2026-03-03T11:00'], ['dopodomani', '2026-03-05T00:00'],
    ['entro venerdì', '2026-03-07T00:00'], ['entro lunedì', '2026-03-03T00:00'], ['lunedì prossimo', '2026-03-10T00:00'], ['prima di giovedì', '2026-03-05T00:00'], ['entro le 14 di sabato', '2026-03-07T14:00'], ['giovedì pomeriggio', '2026-03-05T19:00'],
    ['entro 24 ore', '2026-03-03T10:00'], ['entro 2-3 giorni', '2026-03-05T10:00'], ['entro due o tre giorni', '2026-03-05T10:00'], ['tra mezz’ora', '2026-03-02T10:30'], ["tra un'ora", '2026-03-02T11:00'], ['entro un paio di giorni', '2026-03-04T10:00'],
    ['entro le 18', '2026-03-02T18:00'], ['entro le 9', '2026-03-03T09:00'], ['prima delle 19', '2026-03-02T19:00'], ['entro mezzogiorno', '2026-03-02T12:00'], ['alle 3', '2026-03-02T15:00'],
    ['entro il 15', '2026-03-16T00:00'], ['entro il 1', '2026-04-02T00:00'], ['entro il 31 gennaio', '2027-02-01T00:00'], ['il 12 marzo', '2026-03-13T00:00'], ['lunedì 9', '2026-03-10T00:00'],
    ['entro fine mese', '2026-04-01T00:00'], ['il mese prossimo', '2026-05-01T00:00'], ['a settembre', '2026-10-01T00:00'], ['entro fine settimana', '2026-03-09T00:00'], ['la prossima settimana', '2026-03-16T00:00'],
    ['in primavera', '2026-06-01T00:00'], ["prima dell'estate", '2026-06-01T00:00'], ['entro Pasqua', '2026-04-06T00:00'], ['prima di Natale', '2026-12-25T00:00'], ["entro l'anno", '2027-01-01T00:00'], ['entro il 2027', '2028-01-01T00:00'],
    ['entro 3 giorni lavorativi', '2026-03-06T00:00'], ['entro 3-5 giorni lavorativi', '2026-03-10T00:00'],
  ])('%s', (words, due) => {
    expect(found(`Ti rispondiamo ${words}`, MONDAY, ROME)).toEqual({ dueText: words, due });
  });

  it.each(['a breve', 'appena possibile', 'al più presto', 'quanto prima', 'a giorni', 'nei prossimi giorni', 'ogni giorno', 'dopo Pasqua', 'per tre giorni'])('%s names no time', (words) => {
    expect(found(`Ti scriveremo ${words}`, MONDAY, ROME)).toEqual({ dueText: words, due: null });
  });
});

describe('English words of time, said on Monday 2 March 2026 at 10:00', () => {
  it.each([
    ['today', '2026-03-03T00:00'], ['by end of day', '2026-03-03T00:00'], ['tonight', '2026-03-03T00:00'], ['this afternoon', '2026-03-02T19:00'], ['in the morning', '2026-03-02T13:00'],
    ['by tomorrow', '2026-03-04T00:00'], ['tomorrow morning', '2026-03-03T13:00'], ['tomorrow before noon', '2026-03-03T12:00'], ['first thing tomorrow', '2026-03-03T13:00'],
    ['by Friday', '2026-03-07T00:00'], ['on Monday', '2026-03-03T00:00'], ['next Monday', '2026-03-10T00:00'], ['before Thursday', '2026-03-05T00:00'], ['on Thursday between 8 and 12', '2026-03-05T12:00'], ['by Friday lunchtime', '2026-03-06T14:00'],
    ['within 24 hours', '2026-03-03T10:00'], ['in 3-5 business days', '2026-03-10T00:00'], ['in a day or two', '2026-03-04T10:00'], ['in half an hour', '2026-03-02T10:30'], ['within the hour', '2026-03-02T11:00'],
    ['by 5pm', '2026-03-02T17:00'], ['before six', '2026-03-02T18:00'], ['at 9.30', '2026-03-02T21:30'], ['by 9am', '2026-03-03T09:00'],
    ['before the 12th', '2026-03-12T00:00'], ['on the 1st', '2026-04-02T00:00'], ['by March 15', '2026-03-16T00:00'], ['from 1 June', '2026-06-02T00:00'],
    ['next week', '2026-03-16T00:00'], ['this weekend', '2026-03-09T00:00'], ['next month', '2026-05-01T00:00'], ['in September', '2026-10-01T00:00'], ['this autumn', '2026-12-01T00:00'], ['by 2027', '2028-01-01T00:00'], ['before Christmas', '2026-12-25T00:00'], ['by Easter', '2026-04-06T00:00'],
  ])('%s', (words, due) => {
    expect(found(`We will call you ${words}`, MONDAY, ROME)).toEqual({ dueText: words, due });
  });

  it.each(['shortly', 'soon', 'as soon as possible', 'as soon as it lands', 'in due course', 'in the next update', 'every hour', 'after Easter'])('%s names no time', (words) => {
    expect(found(`We will write to you ${words}`, MONDAY, ROME)).toEqual({ dueText: words, due: null });
  });
});

describe('where the calendar is not even', () => {
  it('ends a day of 23 hours and one of 25 at midnight, and counts hours as they pass', () => {
    expect(found('Ti rispondiamo domani', '2026-03-28T22:00:00+01:00', ROME).due).toBe('2026-03-30T00:00');
    expect(found('Ti rispondiamo in giornata', '2026-10-25T01:00:00+02:00', ROME).due).toBe('2026-10-26T00:00');
    expect(found('Ti rispondiamo entro 24 ore', '2026-03-28T22:00:00+01:00', ROME).due).toBe('2026-03-29T23:00');
  });

  it('ends months of any length, and passes into the next year', () => {
    expect(found('Ti rispondiamo entro fine mese', '2028-02-10T10:00:00+01:00', ROME).due).toBe('2028-03-01T00:00');
    expect(found('Ti rispondiamo domani', '2026-12-31T10:00:00+01:00', ROME).due).toBe('2027-01-02T00:00');
    expect(found('Ti rispondiamo entro il 31', '2026-02-10T10:00:00+01:00', ROME).due).toBe('2026-04-01T00:00');
    expect(found('Ti rispondiamo entro il 30 febbraio', '2026-01-10T10:00:00+01:00', ROME).due).toBeNull();
  });

  it('says today of a weekday on that day, and the message’s own zone decides which day it is', () => {
    expect(found('Ti rispondiamo entro venerdì', '2026-03-06T23:30:00+01:00', ROME).due).toBe('2026-03-07T00:00');
    expect(found('We will reply today', '2026-03-02T03:00:00Z', 'America/New_York').due).toBe('2026-03-02T00:00');
  });

  it('leaves Italian holidays out of working days in Italy only', () => {
    expect(found('Ti rispondiamo entro 1 giorno lavorativo', '2026-04-03T10:00:00+02:00', ROME).due).toBe('2026-04-08T00:00');
    expect(found('We will reply within 1 business day', '2026-04-03T10:00:00+01:00', 'Europe/London').due).toBe('2026-04-07T00:00');
    expect(found('Ti rispondiamo entro 2 giorni lavorativi', '2026-12-24T10:00:00+01:00', ROME).due).toBe('2026-12-30T00:00');
  });
});

describe('working days', () => {
  // Easter Sundays as published by the U.S. Naval Observatory.
  it.each([[2023, '2023-04-09'], [2024, '2024-03-31'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2038, '2038-04-25']])('know Easter of %i', (year, day) => {
    expect(easterSunday(year, 'utc').toISODate()).toBe(day);
  });

  it('know the national holidays of Italy, the fourth of October from 2026', () => {
    const on = (day: string, zone = ROME): boolean => isFreeDay(DateTime.fromISO(day, { zone }));
    expect(['2026-01-01', '2026-01-06', '2026-04-06', '2027-04-25', '2026-05-01', '2026-06-02', '2028-10-04', '2026-12-08', '2026-12-25'].every((day) => on(day))).toBe(true);
    expect([on('2024-10-04'), on('2026-06-02', 'Europe/Paris'), on('2026-06-03'), on('2026-04-07')]).toEqual([false, false, false, false]);
  });

  it('count from the day after and never walk for ever', () => {
    const friday = DateTime.fromISO('2026-03-06T10:00', { zone: 'utc' });
    expect(afterWorkingDays(friday, 1).toISODate()).toBe('2026-03-09');
    expect(afterWorkingDays(friday, 0).toISODate()).toBe('2026-03-06');
    expect(afterWorkingDays(friday, 1e9).diff(friday, 'days').days).toBeLessThan(130);
  });
});

describe('a time without a clock', () => {
  it('is known for lengths only', () => {
    expect(dueAfterSeconds({ kind: 'duration', seconds: 60 }, undefined, undefined)).toBe(60);
    expect(dueAfterSeconds({ kind: 'calendar', span: { of: 'easter' }, edge: 'end' }, undefined, ROME)).toBeNull();
    expect(dueAfterSeconds({ kind: 'vague' }, 0, ROME)).toBeNull();
    expect(dueAfterSeconds({ kind: 'calendar', span: { of: 'unit', unit: 'day', ahead: 0 }, edge: 'end' }, 8.64e15 + 1, ROME)).toBeNull();
  });

  it('is never before the message', () => {
    expect(dueAfterSeconds({ kind: 'calendar', span: { of: 'date', day: 1, month: 1, year: 2020 }, edge: 'end' }, Date.parse(MONDAY), ROME)).toBe(0);
  });
});
