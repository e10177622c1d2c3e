import { describe, expect, it } from 'vitest';
import { competingTitle } from '../../../../src/renderer/features/response/CompetingCard.tsx';
import { heatTitle } from '../../../../src/renderer/features/response/HeatCard.tsx';
import { loudnessText, loudnessTitle, thresholdText } from '../../../../src/renderer/features/response/LoudnessView.tsx';
import { drawnWeeks, trendTitle, turnSentence, weekFigureText, weekMedianText, type Trend, type TrendTurnFound, type TrendWeek } from '../../../../src/renderer/features/response/trend-words.ts';
import { voiceOf } from '../charts/voice.ts';

const italian = voiceOf('it');
const english = voiceOf('en');
const AT_MS = Date.UTC(2026, 0, 12);
const figure = (estimate: number | null, gap: 'too-few' | 'not-yet-observable' | null = null): TrendWeek['withinDay'] => ({ estimate, low: estimate === null ? null : estimate - 0.1, high: estimate === null ? null : estimate + 0.1, gap });
const week = (change: Partial<TrendWeek> = {}): TrendWeek => ({ week: '2026-W03', startMs: AT_MS, endMs: AT_MS + 604_800_000, n: 40, timed: 40, fine: 40, authors: 40, withinDay: figure(0.6), withinWeek: figure(0.7), restrictedMean: figure(90_000), median: null, ...change });
const turn: TrendTurnFound = { week: '2026-W03', atMs: AT_MS, before: 0.62, after: 0.41, difference: { estimate: -0.21, low: -0.3, high: -0.12 }, weeksBefore: 20, weeksAfter: 20, reason: null, edges: [] };
const levels: Trend['changes']['withinDay'] = { weeks: 40, needed: 26, tooFew: false, changes: [], levels: [] };
const trend = (withinDay: Partial<Trend['changes']['withinDay']>, weeks: TrendWeek[] = [week()]): Trend => ({ timeZone: 'Europe/Rome', requests: 40, untimed: 0, weeks, changes: { withinDay: { ...levels, ...withinDay }, restrictedMean: levels }, imports: [] });

describe('titles of response over time', () => {
  it('tell the largest change, that there is none, or that weeks are too few', () => {
    expect(trendTitle(trend({ changes: [{ ...turn, difference: { estimate: 0.05, low: 0, high: 0.1 }, after: 0.67 }, turn] }), 'withinDay', english)).toMatch(/^From the week of .*2026 the share answered within a day goes from 62 in 100 to 41 in 100$/);
    expect(trendTitle(trend({}), 'withinDay', italian)).toBe('In 40 settimane la quota con risposta entro un giorno non mostra cambi di livello');
    expect(trendTitle(trend({ tooFew: true, weeks: 1 }), 'withinDay', italian)).toBe('Se la quota con risposta entro un giorno cambi nel tempo non si può dire: 1 settimana ha abbastanza richieste, ne servono 26');
  });

  it('never take a change of the collection for a finding', () => {
    const suppressed = { ...turn, reason: 'collection-changed' as const, edges: [{ place: 'Pagina', atMs: AT_MS, kind: 'begins' as const }] };
    expect(trendTitle(trend({ changes: [suppressed] }), 'withinDay', english)).toBe('In 40 weeks the only changes of level coincide with a change of the collection: they say nothing of the brand');
    expect(turnSentence(suppressed, 'withinDay', italian)).toContain('la raccolta comincia, finisce o cambia (Pagina)');
    expect(turnSentence(turn, 'withinDay', english)).toContain('(difference between −30 and −12)');
  });

  it('say of each week its figure, or why it has none', () => {
    expect(weekFigureText(week(), 'withinDay', italian)).toBe('60 su 100 (tra 50 e 70)');
    expect(weekFigureText(week({ fine: 22 }), 'withinDay', italian)).toBe('circa 13 su 22');
    expect(weekFigureText(week({ fine: 12, withinDay: figure(null, 'too-few') }), 'withinDay', english)).toBe('too few (12)');
    expect(weekFigureText(week({ withinWeek: figure(null, 'not-yet-observable') }), 'withinWeek', english)).toBe('not yet observable');
    expect(weekMedianText(week({ median: { seconds: null, low: 3_600, high: null, longestSeconds: 604_800 } }), italian)).toBe('più di 7 giorni');
    expect(drawnWeeks(trend({}, [week({ withinDay: figure(null, 'too-few') }), week(), week({ withinDay: figure(null, 'too-few') })]), 'withinDay')).toHaveLength(2);
  });
});

describe('titles of the week by the hour, of first answers and of loudness', () => {
  const side = (estimate: number, reach: number) => ({ requests: 100, withinDay: { estimate, low: estimate - reach, high: estimate + reach } });
  const heat = { timeZone: 'UTC', requests: 200, answers: 150, untimed: 0, normalHours: 40, answersNeeded: 100, inNormalHours: { requests: 120, estimate: 0.6, low: 0.53, high: 0.67 }, inside: side(0.8, 0.05), outside: side(0.4, 0.05), cells: [] };

  it('are clear, not clear or too few', () => {
    expect(heatTitle(heat, italian)).toBe('60 richieste su 100 arrivano quando il brand di solito risponde: entro un giorno hanno risposta 80 su 100, le altre 40 su 100');
    expect(heatTitle({ ...heat, outside: side(0.75, 0.1) }, english)).toContain('the data do not tell');
    expect(heatTitle({ ...heat, inNormalHours: null, answers: 12 }, english)).toBe('At which hours the brand normally answers cannot be told: too few answers (12 to 200 requests)');
    const group = { key: 'all', n: 100, authors: 90, tooFew: false, brandFirst: 50, peerFirst: 10, nobody: 40, brandAtHorizon: { estimate: 0.5, low: 0.4, high: 0.6 }, peerAtHorizon: { estimate: 0.1, low: 0.05, high: 0.2 }, brand: [], peer: [], longestSeconds: 700_000 };
    expect(competingTitle(group, 604_800, english)).toBe('Within 7 days the brand answers 50 of 100 requests first, another person 10');
    expect(competingTitle({ ...group, peerAtHorizon: { estimate: 0.4, low: 0.3, high: 0.5 } }, 604_800, english)).toContain('is not clear');
    expect(competingTitle(undefined, 604_800, italian)).toContain('troppo pochi casi (0)');
  });

  it('name the kind that must be loudest only where its limits lie within what is observed', () => {
    const bin = { from: 0, middle: 0, to: 1, n: 20, answered: { estimate: 0.3, low: 0.2, high: 0.4 }, fitted: 0.3 };
    const audiogram = { key: 'trouble' as const, n: 100, authors: 90, bins: [bin], threshold: 3, low: 2, high: 5, reason: null };
    const all = (group: object) => ({ measure: 'repeats' as const, horizonSeconds: 604_800, draws: 1000, known: { requests: 100, repeats: 100, followers: 0, anger: 100, datedReactions: 0 }, groups: [{ ...audiogram, ...group }] });
    expect(loudnessTitle(all({}), english)).toBe('People who report a problem are answered at least half of the time only from 3 repeats up');
    expect(loudnessTitle(all({ high: null }), english)).toContain('is not clear');
    expect(loudnessTitle(all({ threshold: null, reason: 'below-everywhere' as const }), italian)).toContain('nessun tipo di richiesta');
    expect(loudnessTitle(all({ threshold: null, bins: [], reason: 'too-few' as const }), italian)).toContain('troppo pochi casi');
    expect(thresholdText({ ...audiogram, high: null }, 'repeats', italian)).toBe('metà ha risposta da 3 ripetizioni in su (tra 2 ripetizioni e più di quanto osservato)');
    expect(loudnessText(0.03, 'anger', english)).toBe('a negative tone of 3 in 100');
  });
});
