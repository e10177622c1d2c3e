import { describe, expect, it } from 'vitest';
import { english as englishCatalogue, italian as italianCatalogue } from '../../../../../src/renderer/i18n/catalogue.ts';
import { askedLabels, choiceKey, choiceWords, standingChoice, toggledLabel, withMain } from '../../../../../src/renderer/features/messages/label-choice.ts';
import { chanceWord, evidenceWords, labelPlaces, labelReasons, type ExplainedLabel } from '../../../../../src/renderer/features/messages/label-reasons.ts';
import { INBOUND_EVIDENCE } from '../../../../../src/text/model/inbound-evidence.ts';
import { OUTBOUND_EVIDENCE } from '../../../../../src/text/model/outbound-evidence.ts';
import { LABEL_THEMES } from '../../../../../src/text/evidence-spans.ts';
import { voiceOf } from '../../charts/voice.ts';

const [italian, english] = [voiceOf('it'), voiceOf('en')];

const message = { messageId: 7, voice: false, intents: ['information' as const, 'trouble' as const], acts: [], sentiment: 'neutral' as const };

describe('choosing labels by keys', () => {
  it('gives each label its digit, 0 to the last, and N U P to the tones', () => {
    expect(choiceKey('1', message)).toEqual({ kind: 'label', code: 'information' });
    expect(choiceKey('0', message)).toEqual({ kind: 'label', code: 'other' });
    expect(choiceKey('2', { voice: true })).toEqual({ kind: 'label', code: 'care' });
    expect(['n', 'U', 'p'].map((key) => choiceKey(key, message))).toEqual([{ kind: 'tone', sentiment: 'negative' }, { kind: 'tone', sentiment: 'neutral' }, { kind: 'tone', sentiment: 'positive' }]);
    expect(['Enter', 'Escape', 'x', 'F1', 'Tab'].map((key) => choiceKey(key, message))).toEqual([{ kind: 'save' }, { kind: 'leave' }, null, null, null]);
  });
  it('keeps the main label first, and lets `other` stand alone', () => {
    const standing = standingChoice(message);
    expect(toggledLabel(standing, 'idea').labels).toEqual(['information', 'trouble', 'idea']);
    expect(toggledLabel(standing, 'information').labels).toEqual(['trouble']);
    expect(withMain(standing, 'trouble').labels).toEqual(['trouble', 'information']);
    expect(toggledLabel(standing, 'other').labels).toEqual(['other']);
    expect(toggledLabel({ labels: ['other'], sentiment: null }, 'praise').labels).toEqual(['praise']);
  });
  it('asks for what changed and nothing else', () => {
    const standing = standingChoice(message);
    expect(askedLabels(message, standing)).toBeNull();
    expect(askedLabels(message, { ...standing, sentiment: 'negative' })).toEqual({ messageId: 7, sentiment: 'negative' });
    expect(askedLabels(message, withMain(standing, 'trouble'))).toEqual({ messageId: 7, intents: ['trouble', 'information'] });
    expect(askedLabels({ ...message, voice: true, intents: [], acts: ['answer'] }, { labels: ['care'], sentiment: 'neutral' })).toEqual({ messageId: 7, acts: ['care'] });
  });
  it('says a choice in words', () => {
    expect(choiceWords(standingChoice(message), italian)).toBe('domanda, problema, neutro');
    expect(choiceWords({ labels: [], sentiment: null }, english)).toBe('no label');
  });
});

describe('why a label is there', () => {
  const text = 'La crema non viene, cosa controllo?';
  const label: ExplainedLabel = {
    code: 'trouble', probability: 0.47, threshold: 0.34, on: true, spans: [{ start: 9, end: 12 }], rules: [],
    themes: [{ theme: 'negative', weight: 1, places: [{ start: 9, end: 12 }] }],
    pulls: [
      { kind: 'words', name: 'viene,', weight: 0.3, start: 13, end: 19 }, { kind: 'words', name: 'viene', weight: 0.2, start: 13, end: 18 }, { kind: 'words', name: '?', weight: -0.3, start: 34, end: 35 },
      { kind: 'evidence', name: 'rule trouble', weight: -1.5, start: null, end: null }, { kind: 'evidence', name: 'rule information', weight: -0.2, start: null, end: null }, { kind: 'evidence', name: 'length', weight: 0.02, start: null, end: null },
    ],
  };
  it('sorts what speaks for it and against it by strength; a word with its comma is the word', () => {
    expect(labelReasons(label, text, italian)).toEqual({
      for: [{ key: 'words viene', text: '', words: ['viene'], strength: 'medium' }, { key: 'theme negative', text: 'parole negative', words: ['non'], strength: 'weak' }],
      against: [
        { key: 'rule trouble', text: 'le regole del lettore non vedono «problema»', words: [], strength: 'strong' }, { key: 'words ?', text: '', words: ['?'], strength: 'weak' },
        { key: 'rule information', text: 'le regole del lettore per «domanda»', words: [], strength: 'weak' },
      ],
    });
  });
  it('puts a rule of the project before everything else, with its words', () => {
    const own = { ...label, rules: [{ rule: 'r1', name: 'Crema', on: true, start: 3, end: 8 }, { rule: 'r2', name: 'Domande', on: false, start: 34, end: 35 }] };
    const reasons = labelReasons(own, text, english);
    expect(reasons.for[0]).toEqual({ key: 'own r1', text: 'the project’s rule “Crema” switches it on', words: ['crema'], strength: null });
    expect(reasons.against[0]).toMatchObject({ text: 'the project’s rule “Domande” switches it off', words: ['?'], strength: null });
    expect(labelPlaces(own, text)).toMatchObject([{ start: 3, end: 8 }]);
  });
  it('marks no text as a whole', () => {
    expect(labelPlaces({ ...label, spans: [{ start: 0, end: text.length }], themes: [] }, text)).toEqual([]);
  });
  it('has a word for every probability', () => {
    expect([0.99, 0.9, 0.7, 0.5, 0.47, 0.2].map(chanceWord)).toEqual(['certain', 'certain', 'likely', 'fair', 'weak', 'slight']);
  });
  it('has words in both languages for everything that the reader looks at', () => {
    const names = [...new Set([...INBOUND_EVIDENCE, ...OUTBOUND_EVIDENCE, ...Object.values(LABEL_THEMES).flat().map((theme) => `theme ${theme}`)])];
    expect(names.filter((name) => evidenceWords(name, italian) === italianCatalogue.reading.evidence.other)).toEqual([]);
    expect(names.filter((name) => evidenceWords(name, english) === englishCatalogue.reading.evidence.other)).toEqual([]);
    expect(evidenceWords('theme of tomorrow', italian)).toBe('un altro indizio del lettore');
  });
});
