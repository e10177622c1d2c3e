import { describe, expect, it } from 'vitest';
import { correctedPoints, whyUncorrected, type Books } from '../../../../../src/renderer/features/value/value-words.ts';
import { voiceOf } from '../../charts/voice.ts';

type Rule = Pick<Books['rules'][number], 'corrected' | 'uncorrected'>;
const [italian, english] = [voiceOf('it'), voiceOf('en')];
const figure = (points: number, low: number, high: number): Rule => ({ corrected: { bookings: points, points, low, high, imputations: 50 }, uncorrected: null });
const without = (uncorrected: Rule['uncorrected']): Rule => ({ corrected: null, uncorrected });

describe('points corrected for what the reader mistakes', () => {
  it('are whole from ten on, with one digit below, always with their limits', () => {
    expect(correctedPoints(figure(223.7, 102.6, 344.9), italian)).toEqual({ points: '224', range: '103–345' });
    expect(correctedPoints(figure(1.26, 0, 4.43), italian)).toEqual({ points: '1,3', range: '0–4,4' });
    expect(correctedPoints(figure(1.26, 0, 4.43), english)).toEqual({ points: '1.3', range: '0–4.4' });
  });

  it('are a dash where no label is asked for, and too few where the check holds too few', () => {
    expect(correctedPoints(without(null), italian)).toEqual({ points: '–', range: null });
    expect(correctedPoints(without('few-of-label'), italian)).toEqual({ points: 'troppo pochi verificati', range: null });
  });

  it('say in a sentence why no rule has any', () => {
    expect(whyUncorrected([without(null)], italian)).toBeNull();
    expect(whyUncorrected([], italian)).toBeNull();
    for (const voice of [italian, english]) {
      const told = (['not-drawn', 'few-checked', 'label-filter', 'few-of-label'] as const).map((reason) => whyUncorrected([without(null), without(reason)], voice));
      expect(new Set(told).size).toBe(4);
    }
    expect(whyUncorrected([without('not-drawn')], english)).toContain('once the reading has been checked');
  });
});
