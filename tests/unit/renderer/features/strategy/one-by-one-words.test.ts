import { describe, expect, it } from 'vitest';
import { effectTitle, gainWords, openBrackets, whyWords, type EffectValue, type HeldName } from '../../../../../src/renderer/features/strategy/one-by-one-words.ts';
import { voiceOf } from '../../charts/voice.ts';

const [italian, english] = [voiceOf('it'), voiceOf('en')];
const name: HeldName = { key: 'k', kind: 'answer', about: 'trouble', points: 3, waitedSeconds: 172_800, accountId: 1, name: 'Ada', network: 'x', messageIds: [1], text: 'Non funziona', atMs: 1, language: 'it' };
const outcome = (back: EffectValue['randomised']['back']): EffectValue['randomised'] => ({ back, points: null, done: 0 }) as unknown as EffectValue['randomised'];

describe('the words of the list', () => {
  it('say why somebody stands on it, in figures', () => {
    expect(whyWords(name, italian)).toBe('problema · aspetta da 2 giorni · 3 punti dati in un anno');
    expect(whyWords({ ...name, kind: 'thank', about: 'idea', waitedSeconds: null, points: 1 }, italian)).toBe('una proposta senza un segno da nessuno · 1 punto dato in un anno');
    expect(whyWords({ ...name, kind: 'surprise', about: null, waitedSeconds: null, points: 0 }, english)).toBe('among those who gave most; no personal message so far · no point given in a year');
    expect(whyWords({ ...name, about: null, points: null, waitedSeconds: null }, italian)).toBe('');
  });

  it('count what is left in brackets', () => {
    expect(openBrackets('Ciao,\n\n[la risposta] e [quando]\n\n[firma]')).toBe(3);
    expect(openBrackets('Fatto.')).toBe(0);
  });

  it('call what came of it by rule: clear either way, not clear, too few', () => {
    expect(effectTitle('randomised', outcome(null), italian)).toBe('L’effetto della lista non si può ancora dire');
    expect(effectTitle('randomised', outcome({ estimate: 0.1, low: -0.02, high: 0.2 }), italian)).toBe('Se la lista faccia tornare le persone non è chiaro');
    expect(effectTitle('randomised', outcome({ estimate: 0.12, low: 0.02, high: 0.2 }), italian)).toBe('Chi era in lista è tornato a scrivere più spesso: 12 persone in più su 100');
    expect(effectTitle('matched', outcome({ estimate: -0.12, low: -0.2, high: -0.02 }) as unknown as EffectValue['matched'], english)).toBe('Those who got a message came back less often than people like them: 12 fewer people in 100');
    expect(gainWords({ estimate: 0.12, low: -0.02, high: 0.2 }, italian)).toBe('+12 su 100 (tra −2 e +20)');
  });
});
