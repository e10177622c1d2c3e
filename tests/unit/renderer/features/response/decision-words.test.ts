import { describe, expect, it } from 'vitest';
import { arrivalSentence, decisionsMeasure, decisionsSentence, momentFacts, whoTable, WHO, type DecisionLine, type Decisions } from '../../../../../src/renderer/features/response/decision-words.ts';
import { limitWords, shareWords, toneWords, type CountedShare, type MessageTone } from '../../../../../src/renderer/charts/counted-words.ts';
import { voiceOf } from '../../charts/voice.ts';

const italian = voiceOf('it');
const english = voiceOf('en');
const share = (k: number, n: number, limits: readonly [number, number] | null = null): CountedShare => ({ k, n, estimate: limits === null ? null : k / n, low: limits?.[0] ?? null, high: limits?.[1] ?? null });
const tone = (change: Partial<MessageTone> = {}): MessageTone => ({ n: 40, people: 30, tooFew: false, negative: share(10, 40, [0.1, 0.4]), positive: share(20, 40, [0.3, 0.7]), corrected: null, ...change });

const decisions = (change: Partial<Decisions> = {}): Decisions => ({
  brand: 'Aurora', moments: 60, people: 50, languages: [], forms: [], unseen: [], presence: { n: 40, people: 35, present: share(10, 40, [0.14, 0.4]), order: { before: 1, after: 8, alone: 1, unknown: 0 }, competitor: share(0, 40, [0, 0.09]), peers: share(30, 40, [0.6, 0.86]), nobody: share(4, 40, [0.04, 0.23]) },
  messageIds: { all: [], present: [], competitor: [], peers: [], nobody: [] }, competitors: [], tribes: [], about: { messages: 0, tone: tone(), messageIds: [] }, correction: { available: false, reason: 'not-drawn', labelled: 0, needed: 100 }, total: 0, list: [],
  arrival: { n: 40, authors: 35, tooFew: false, answered: 10, censored: 30, peerFirst: 20, medianSeconds: null, medianLow: null, medianHigh: null, longestFollowUpSeconds: 900_000, steps: [], answeredWithin: [{ seconds: 3600, estimate: 0.1, low: 0.05, high: 0.2 }, { seconds: 604_800, estimate: 0.25, low: 0.14, high: 0.4 }] },
  ...change,
});

const line = (change: Partial<DecisionLine> = {}): DecisionLine => ({ messageId: 1, mergedIds: [], text: 'Moka o capsule?', authorName: null, network: 'x', container: null, atMs: null, form: 'choice', brand: null, order: null, competitors: 0, peers: 2, people: 2, namesBrand: false, unseen: null, ...change });

describe('sentences over moments of choice', () => {
  it('have a form for what is clear, for too few, and for each way of not knowing', () => {
    expect(decisionsSentence(decisions(), italian)).toBe('Su 100 volte in cui qualcuno chiede che cosa scegliere, Aurora c’è 25 volte (tra 14 e 40)');
    expect(decisionsSentence(decisions({ presence: { ...decisions().presence, n: 22, present: share(7, 22) } }), english)).toBe('Aurora is there in 7 moments of choice of 22: too few for a share');
    expect(decisionsSentence(decisions({ moments: 0 }), english)).toBe('In these messages nobody asks others what to choose');
    expect(decisionsSentence(decisions({ moments: 1, presence: { ...decisions().presence, n: 0 } }), italian)).toContain('non dice nulla della presenza di Aurora');
    expect(decisionsSentence(decisions({ brand: null }), english)).toContain('the project has no brand');
    expect(decisionsMeasure(decisions(), italian)).toBe('60 momenti di scelta di 50 persone; in 40 si vedrebbe il brand');
  });

  it('tell the arrival of the longest time known, or that there are too few', () => {
    expect(arrivalSentence(decisions(), english)).toContain('Aurora had come in 25 cases of 100');
    expect(arrivalSentence(decisions({ arrival: { ...decisions().arrival, n: 6, tooFew: true, answeredWithin: [] } }), italian)).toBe('Troppo pochi momenti per una curva dell’arrivo (6)');
  });

  it('say under each moment who came, or why that is not seen', () => {
    expect(momentFacts(line(), english)).toContain('the brand is not there · 2 replies by people');
    expect(momentFacts(line({ brand: { messageId: 2, atMs: 1 }, order: 'after' }), italian)).toContain('il brand c’è, dopo le altre persone');
    expect(momentFacts(line({ unseen: 'no-voice' }), english)).toContain('no account that speaks for the brand is known on that network');
    expect(whoTable(decisions(), 'x', italian).rows).toHaveLength(WHO.length);
  });
});

describe('shares and tones in words', () => {
  it('are told in a hundred with limits, as counts, or as too few', () => {
    expect(shareWords(share(31, 100, [0.2, 0.4]), italian)).toBe('31 su 100');
    expect(shareWords(share(7, 22), english)).toBe('7 of 22');
    expect(limitWords(share(7, 22), english)).toBeNull();
    expect(toneWords(tone({ tooFew: true, n: 3 }), 'negative', italian)).toBe('troppo pochi (3)');
    expect(toneWords(tone({ corrected: { negative: { estimate: 0.3, low: 0.2, high: 0.45 }, positive: { estimate: 0.4, low: 0.2, high: 0.6 } } }), 'negative', english)).toBe('25 in 100 (between 10 and 40); corrected 30 in 100 (20–45)');
  });
});
