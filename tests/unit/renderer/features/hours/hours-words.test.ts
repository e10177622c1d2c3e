import { describe, expect, it } from 'vitest';
import { amountOf, channelName, endMinuteOf, hoursLead, hoursText, minuteOf, problemsAt, timeText, type Calendar } from '../../../../../src/renderer/features/hours/hours-words.ts';
import { openingVoice } from '../../../../../src/renderer/features/response/use-wait-voice.ts';
import { curvesTitle } from '../../../../../src/renderer/features/response/CurvesCard.tsx';
import { declaredWords, implicitTitle } from '../../../../../src/renderer/features/trust/implicit-words.ts';
import { STARTING_HOURS } from '../../../../../src/domain/model/opening-hours.ts';
import { voiceOf } from '../../charts/voice.ts';

const italian = voiceOf('it');
const english = voiceOf('en');

describe('times of day', () => {
  it('are read as people type them', () => {
    expect(['9', '9:30', '09.30', '0930', '18h15', '24:00', ' 7 '].map(minuteOf)).toEqual([540, 570, 570, 570, 1095, 1440, 420]);
    expect(['', '25', '24:30', '9:7', '9:61', 'mattina', '-1'].map(minuteOf)).toEqual([null, null, null, null, null, null, null]);
  });

  it('are written on twenty-four hours, past midnight as the next day shows them', () => {
    expect([0, 570, 1439, 1440, 1800].map(timeText)).toEqual(['00:00', '09:30', '23:59', '24:00', '06:00']);
  });

  it('end where they are meant to', () => {
    expect(endMinuteOf(0, { startMinute: 540, endMinute: 1080 })).toBe(1440);
    expect(endMinuteOf(300, { startMinute: 1320, endMinute: 1800 })).toBe(1740);
    expect(endMinuteOf(300, { startMinute: 1320, endMinute: 1380 })).toBe(300);
  });
});

const calendar: Calendar = { brand: 'Aurora', timeZone: 'Europe/Rome', set: true, hours: STARTING_HOURS, problems: [], weekSeconds: 45 * 3600, holidays: [], channels: [], arrivals: { n: 200, open: 124, closed: 76 } };

describe('what the page says', () => {
  it('is how long it is open and how many meet a closed door', () => {
    expect(hoursLead(calendar, italian)).toBe('Aperto 45 ore la settimana; su 100 richieste 38 arrivano a orario chiuso (200 richieste).');
    expect(hoursLead({ ...calendar, weekSeconds: 38.5 * 3600 }, english)).toBe('Open 38.5 hours a week; of 100 requests 38 arrive out of hours (200 requests).');
    expect(hoursLead({ ...calendar, arrivals: { n: 22, open: 15, closed: 7 } }, italian)).toBe('Aperto 45 ore la settimana; di 22 richieste 7 arrivano a orario chiuso.');
    expect(hoursLead({ ...calendar, arrivals: { n: 0, open: 0, closed: 0 } }, italian)).toContain('nessuna richiesta');
    expect(hoursLead({ ...calendar, arrivals: null, problems: [{ path: 'week.0.0', code: 'overlap' }] }, italian)).toContain('1 punto da correggere');
  });

  it('names what is wrong once, at its place', () => {
    const problems = [{ path: 'week.0.1', code: 'overlap' as const }, { path: 'week.0.10', code: 'no-hours' as const }, { path: 'openings.0.intervals.0', code: 'overlap' as const }];
    expect(problemsAt(problems, 'week.0.1')).toEqual(['overlap']);
    expect(problemsAt(problems, 'openings.0')).toEqual(['overlap']);
    expect(problemsAt(problems, 'week.1')).toEqual([]);
  });

  it('names channels, hours and declared times', () => {
    expect(channelName({ network: 'facebook', container: null, name: null }, italian)).toBe('tutta la rete Facebook');
    expect(channelName({ network: 'facebook', container: '12', name: 'Pagina' }, italian)).toBe('Pagina · Facebook');
    expect(hoursText([{ startMinute: 540, endMinute: 780 }, { startMinute: 870, endMinute: 1110 }], italian)).toBe('8');
    expect([amountOf(86_400), amountOf(172_800), amountOf(5400)]).toEqual([{ amount: 24, unit: 'hours' }, { amount: 2, unit: 'days' }, { amount: 90, unit: 'minutes' }]);
  });
});

describe('durations in opening hours', () => {
  it('say so, and never speak of days', () => {
    const open = openingVoice(italian);
    expect([open.duration(45 * 3600), open.duration(3600), open.duration(138_600), open.duration(1500), open.duration(3599), open.duration(-7200)]).toEqual(['45 ore di apertura', '1 ora di apertura', '38,5 ore di apertura', '25 minuti di apertura', '1 ora di apertura', '−2 ore di apertura']);
    expect([open.shortDuration(86_400), open.shortDuration(60)]).toEqual(['24 h ap.', '1 min ap.']);
    expect(openingVoice(english).duration(45 * 3600)).toBe('45 opening hours');
  });

  it('stand in the title of the curves, at a day of the clock', () => {
    const group = { key: 'trouble', n: 100, tooFew: false, answeredWithin: [{ seconds: 3600, estimate: 0.1, low: 0, high: 1 }, { seconds: 32_400, estimate: 0.4, low: 0, high: 1 }, { seconds: 162_000, estimate: 0.9, low: 0, high: 1 }] };
    const told = curvesTitle({ groups: [group as never], shareSeconds: [3600, 32_400, 162_000] }, 'intent', (key) => key, openingVoice(italian));
    expect(told).toMatch(/^Dopo 9 ore di apertura .* aspetta ancora 60 volte su 100$/);
  });
});

describe('implicit promises', () => {
  const reply = { arrivedOpen: 60, n: 50, people: 40, within: 40, estimate: 0.8, low: 0.67, high: 0.89, tooFew: false, messageIds: [], missedIds: [], missed: 10 };
  const told = { state: 'told' as const, declared: { seconds: 86_400, clock: 'wall' as const }, replyTime: reply, openDays: null };

  it('are told in a hundred from thirty cases, in counts below, not at all under the floors', () => {
    expect(implicitTitle(told, italian)).toBe('Su 100 richieste arrivate a orario aperto, 80 hanno risposta nel tempo dichiarato (tra 67 e 89; 50 richieste)');
    expect(implicitTitle({ ...told, replyTime: { ...reply, n: 22, within: 7 } }, italian)).toBe('7 richieste su 22 arrivate a orario aperto hanno risposta nel tempo dichiarato');
    expect(implicitTitle({ ...told, replyTime: { ...reply, n: 12, within: null, estimate: null, low: null, high: null, tooFew: true } }, english)).toContain('(12)');
    expect(implicitTitle({ ...told, declared: null, replyTime: null }, italian)).toContain('Nessun tempo di risposta dichiarato');
    expect(implicitTitle({ ...told, state: 'no-hours', replyTime: null }, italian)).toContain('mancano gli orari');
  });

  it('name the declared time with its clock', () => {
    expect(declaredWords({ seconds: 86_400, clock: 'wall' }, italian)).toBe('1 giorno');
    expect(declaredWords({ seconds: 14_400, clock: 'opening' }, italian)).toBe('4 ore di apertura');
    expect(declaredWords({ seconds: 1800, clock: 'opening' }, english)).toBe('30 minutes of opening time');
  });
});
