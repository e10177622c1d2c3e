import { describe, expect, it } from 'vitest';
import { initiativeSentences, type InitiativeFacts } from '../../../../src/domain/wording/initiative-sentence.ts';
import { reportVoice } from '../../../../src/present/report-voice.ts';

const facts: InitiativeFacts = {
  initiative: { name: 'Saldi' },
  amounts: [{ measure: 'people', values: { during: 44 }, usual: { mean: 14, low: 10.2, high: 17.8, windows: 9 }, during: 'above' }],
  pace: { peakMs: Date.UTC(2025, 2, 17, 12), tooFew: false, days: 4, low: 3, high: 6, watched: 60 },
  stayed: [{ days: 30, withIt: { k: 9, n: 60, estimate: 0.15, low: 0.08, high: 0.26 }, otherwise: { k: 24, n: 80, estimate: 0.3, low: 0.21, high: 0.41 }, tooFew: false, difference: { estimate: -0.15, low: -0.28, high: -0.01 } }],
  prediction: { counts: false, reason: 'after-start', verdict: null },
};

function told(language: 'it' | 'en', change: Partial<InitiativeFacts> = {}): string[] {
  const voice = reportVoice(language, 'Europe/Rome');
  return initiativeSentences({ ...facts, ...change }, { ...voice, date: voice.formats.date });
}

describe('initiativeSentences', () => {
  it('says what happened in both languages, a sentence a fact', () => {
    for (const language of ['it', 'en'] as const) {
      const sentences = told(language);
      expect(sentences).toHaveLength(4);
      for (const sentence of sentences) expect(sentence).not.toMatch(/\{\{|perché|because/u);
    }
    expect(told('it')[0]).toBe('Durante “Saldi” hanno scritto 44 persone, più del solito: in un periodo così lungo sono tra 10 e 18.');
    expect(told('en')[2]).toBe('After 30 days 15 in 100 of those who came with the initiative still wrote, and 30 in 100 of those who came otherwise in the same days: fewer.');
  });

  it('leaves out what cannot be told, and says when the data do not hold its days', () => {
    expect(told('it', { amounts: [], pace: { ...facts.pace, tooFew: true }, stayed: null, prediction: null })).toEqual(['I dati non tengono intero il periodo di “Saldi”.']);
    expect(told('en', { pace: { ...facts.pace, days: null, low: null, high: null } })[1]).toContain('did not fall by half in the 60 days watched');
  });

  it('gives counts where there is no difference, and every verdict of a prediction has its words', () => {
    const [month] = facts.stayed ?? [];
    if (month === undefined) throw new Error('no month');
    expect(told('it', { stayed: [{ ...month, withIt: { k: 3, n: 12, estimate: null, low: null, high: null }, difference: null }] })[2]).toBe('Di 12 persone arrivate con l’iniziativa, dopo 30 giorni scrivevano ancora 3.');
    for (const verdict of ['reached', 'not-reached', 'no-effect', 'undecided', 'too-few', null] as const) expect(told('it', { prediction: { counts: true, reason: null, verdict } })[3]).not.toBe('');
  });
});
