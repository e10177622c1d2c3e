import { describe, expect, it } from 'vitest';
import { changeWords, measuredMessages, measuredWords, measureWords, typedTarget, valueWords } from '../../../../../src/renderer/features/strategy/hypothesis-words.ts';
import { voiceOf } from '../../charts/voice.ts';

const [italian, english] = [voiceOf('it'), voiceOf('en')];

describe('a typed target', () => {
  it('is read in the unit of its figure: in a hundred, in hours, from 0 to 1', () => {
    expect(typedTarget('80', 'share')).toBe(0.8);
    expect(typedTarget(' 12,5 ', 'share')).toBe(0.125);
    expect(typedTarget('1.5', 'seconds')).toBe(5400);
    expect(typedTarget('−2', 'seconds-difference')).toBe(-7200);
    expect(typedTarget('0,4', 'index')).toBe(0.4);
  });

  it('is none where it is no number or lies outside its unit', () => {
    for (const [text, unit] of [['', 'share'], ['molto', 'share'], ['101', 'share'], ['-1', 'share'], ['1,1', 'index'], ['-3', 'seconds'], ['1e3', 'count'], ['80 %', 'share']] as const) expect(typedTarget(text, unit)).toBeNull();
  });
});

describe('the words of a hypothesis', () => {
  it('tell figures with limits and cases, and too few without a number', () => {
    expect(measuredWords({ estimate: 0.304, low: 0.22, high: 0.41, n: 180 }, 'share', italian)).toBe('30 su 100 (tra 22 su 100 e 41 su 100), 180 casi');
    expect(measuredWords({ estimate: 3600, low: null, high: null, n: 1 }, 'seconds', english)).toBe('1 hour, 1 case');
    expect(measuredWords({ estimate: null, low: null, high: null, n: 7 }, 'share', italian)).toBe('troppo pochi casi (7)');
  });

  it('tell a change with its sign', () => {
    expect(changeWords({ estimate: 0.12, low: -0.01, high: 0.25 }, 'share', italian)).toBe('+12 punti su 100 (tra −1 punto su 100 e +25 punti su 100)');
    expect(valueWords(-7200, 'seconds-difference', english)).toBe('−2 hours');
  });

  it('name the measure with its intent or tribe, or the sentence of a finding', () => {
    const tribeOf = (id: string): string => `tribù ${id}`;
    expect(measureWords({ measure: 'answered-day', subject: 'trouble', sentence: '' }, { voice: italian, tribeOf })).toBe('Richieste con risposta entro 24 ore (problema)');
    expect(measureWords({ measure: 'tribe-answered', subject: 'value:even', sentence: '' }, { voice: italian, tribeOf })).toBe('Richieste della tribù con risposta entro 7 giorni (tribù value:even)');
    expect(measureWords({ measure: 'gini', subject: null, sentence: '' }, { voice: english, tribeOf })).toBe('Inequality of who creates value (Gini index)');
    expect(measureWords({ measure: 'figure', subject: null, sentence: 'Chi chiede aspetta.' }, { voice: italian, tribeOf })).toBe('Chi chiede aspetta.');
  });

  it('open the messages of the period alone', () => {
    expect(measuredMessages({ measure: 'answered-day', subject: 'trouble', brand: null, filters: { networks: ['x'] } }, { fromMs: 1, toMs: 2 })).toEqual({ filters: { networks: ['x'], intents: ['trouble'], fromMs: 1, toMs: 2 } });
    expect(measuredMessages({ measure: 'tribe-answered', subject: 'value:even', brand: 'Aurora', filters: {} }, { toMs: 2 })).toEqual({ brand: 'Aurora', filters: { tribes: ['value:even'], toMs: 2 } });
  });
});
