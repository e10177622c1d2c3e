import { describe, expect, it } from 'vitest';
import { findingSentence } from '../../../../src/domain/wording/finding-sentence.ts';
import { INTENTS, ZONES } from '../../../../src/domain/model/codes.ts';
import { voiceOf } from '../../renderer/charts/voice.ts';

const it_ = voiceOf('it');
const en = voiceOf('en');
const gap = { rule: 'response.gap', n: 214, values: { intent: 'trouble', reference: 'purchase', gapSeconds: 219_600, low: 180_000, high: 259_200, horizonSeconds: 604_800 } };

describe('the listening gap as a sentence', () => {
  it('is clear in both languages', () => {
    expect(findingSentence({ ...gap, form: 'clear' }, it_)).toBe('Chi segnala un problema aspetta in media 2 giorni e 13 ore più di chi vuole comprare, contando al massimo 7 giorni');
    expect(findingSentence({ ...gap, form: 'clear' }, en)).toBe('People who report a problem wait 2 days and 13 hours longer on average than people who want to buy, counting at most 7 days');
  });
  it('says when people wait less', () => {
    const less = { ...gap, values: { ...gap.values, gapSeconds: -3_600 } };
    expect(findingSentence({ ...less, form: 'clear' }, it_)).toBe('Chi segnala un problema aspetta in media 1 ora meno di chi vuole comprare, contando al massimo 7 giorni');
    expect(findingSentence({ ...less, form: 'clear' }, en)).toContain('wait 1 hour less on average');
  });
  it('is not clear when the interval holds zero', () => {
    const unclear = { ...gap, form: 'not-clear' as const, values: { ...gap.values, low: -7_200, high: 10_800 } };
    expect(findingSentence(unclear, it_)).toBe('Non è chiaro se chi segnala un problema aspetti più o meno di chi vuole comprare: la differenza sta tra 2 ore in meno e 3 ore in più');
    expect(findingSentence(unclear, en)).toBe('It is not clear whether people who report a problem wait longer or less than people who want to buy: the difference lies between 2 hours less and 3 hours more');
  });
  it('is too few without a number', () => {
    const few = { ...gap, n: 12, form: 'too-few' as const, values: { ...gap.values, gapSeconds: null, low: null, high: null } };
    expect(findingSentence(few, it_)).toBe('Quanto aspetta chi segnala un problema rispetto ad altri non si può dire: troppo pochi casi (12)');
    expect(findingSentence(few, en)).toBe('How long people who report a problem wait compared with others cannot be told: too few cases (12)');
  });
  it('is written as too few when a number it needs is missing', () => {
    expect(findingSentence({ ...gap, form: 'clear', values: { ...gap.values, gapSeconds: null } }, it_)).toContain('troppo pochi casi (214)');
  });
});

const RULES = {
  'response.gap': gap.values,
  'response.answeredWithin': { intent: 'idea', seconds: 86_400, estimate: 0.31, low: 0.27, high: 0.35 },
  'response.best': { intent: 'purchase', seconds: 86_400, estimate: 0.88, low: 0.82, high: 0.92 },
  'coverage.absent': { containers: 2, messages: 812 },
  'tribes.largest': { zone: 'gives-more', share: 0.41, size: 120 },
  'criticism.praise': { criticism: 0.22, praise: 0.71, low: -0.55, high: -0.42 },
  'promises.kept': { kept: 31, late: 5, broken: 14, unverifiable: 9, estimate: 0.62, low: 0.48, high: 0.74 },
  'contest.vanished': { contests: 1, entrants: 514, vanished: 449, share: 0.8735, low: 0.842, high: 0.8995, days: 90 },
  'silence.count': { silent: 412, n: 903, intent: 'trouble' },
} as const;

describe('every rule in every form', () => {
  for (const [language, voice] of [['it', it_], ['en', en]] as const) {
    for (const [rule, values] of Object.entries(RULES)) {
      for (const form of ['clear', 'not-clear', 'too-few'] as const) {
        it(`${rule} ${form} in ${language}`, () => {
          const sentence = findingSentence({ rule, form, values, n: 35 }, voice);
          expect(sentence).toMatch(/^\p{Lu}/u);
          expect(sentence).not.toMatch(/NaN|undefined|null|!|\s{2}/u);
          expect(sentence.length).toBeGreaterThan(30);
        });
      }
    }
  }
  it('writes the numbers of some of them', () => {
    expect(findingSentence({ rule: 'silence.count', form: 'clear', n: 903, values: RULES['silence.count'] }, it_)).toBe('Chi segnala un problema resta senza risposta 412 volte su 903');
    expect(findingSentence({ rule: 'response.answeredWithin', form: 'clear', n: 300, values: RULES['response.answeredWithin'] }, it_)).toBe('Chi fa una proposta riceve risposta entro 1 giorno 31 volte su 100 (tra 27 e 35)');
    expect(findingSentence({ rule: 'coverage.absent', form: 'clear', n: 2, values: RULES['coverage.absent'] }, it_)).toBe('Chi scrive in 2 pagine o canali (812 messaggi) non vi trova nessuna risposta del brand: prima di misurare l’ascolto va chiarito');
    expect(findingSentence({ rule: 'coverage.absent', form: 'clear', n: 1, values: { containers: 1, messages: 40 } }, it_)).toContain('in 1 pagina o canale');
    expect(findingSentence({ rule: 'criticism.praise', form: 'not-clear', n: 90, values: RULES['criticism.praise'] }, en)).toContain('between 55 in 100 less and 42 in 100 less');
    expect(findingSentence({ rule: 'tribes.largest', form: 'clear', n: 120, values: RULES['tribes.largest'] }, en)).toBe('People who give more than they receive form the largest tribe: 120 profiles, 41 in 100');
  });
  it('tells who vanished after a contest, or after several', () => {
    const one = { rule: 'contest.vanished', form: 'clear' as const, n: 586, values: RULES['contest.vanished'] };
    expect(findingSentence(one, it_)).toBe('Dei 514 partecipanti al concorso, 449 non hanno più scritto nei 90 giorni dopo la fine (tra 84 e 90 su 100)');
    expect(findingSentence(one, en)).toBe('Of 514 people who entered the contest, 449 did not write again in the 90 days after its end (between 84 and 90 in 100)');
    expect(findingSentence({ ...one, values: { ...one.values, contests: 3 } }, it_)).toContain('Dei 514 partecipanti a 3 concorsi, 449');
    expect(findingSentence({ ...one, form: 'not-clear', values: { ...one.values, vanished: 260, low: 0.46, high: 0.55 } }, it_)).toBe('Non è chiaro se dopo il concorso torni a scrivere più o meno di metà dei 514 partecipanti: entro 90 giorni non lo fanno tra 46 e 55 su 100');
    expect(findingSentence({ ...one, form: 'too-few', n: 23, values: { contests: 1, entrants: null, vanished: null, share: null, low: null, high: null, days: 90 } }, it_)).toBe('Quanti partecipanti tornino a scrivere dopo il concorso non si può dire: troppo pochi messaggi (23)');
    expect(findingSentence({ ...one, values: { ...one.values, low: null } }, en)).toContain('too few messages (586)');
  });
  it('has words for people of every intent and zone', () => {
    for (const voice of [it_, en]) {
      for (const intent of INTENTS) expect(findingSentence({ rule: 'silence.count', form: 'clear', n: 50, values: { silent: 1, n: 50, intent } }, voice)).toContain('50');
      for (const zone of ZONES) expect(findingSentence({ rule: 'tribes.largest', form: 'clear', n: 50, values: { zone, share: 0.5, size: 50 } }, voice)).toContain('50');
    }
  });
  it('keeps quiet about a rule it does not know', () => {
    expect(findingSentence({ rule: 'new.rule', form: 'clear', n: 1, values: {} }, it_)).toBe('Un’evidenza che questa versione non sa mettere in parole');
  });
});
