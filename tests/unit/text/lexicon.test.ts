import { describe, expect, it } from 'vitest';
import { stemmer } from '@orama/stemmers/italian';
import { foldedForm, squeezedForm } from '../../../src/text/folded-form.ts';
import { withoutClitics } from '../../../src/text/italian-analyser.ts';
import { lexiconOf, parsedLexicon } from '../../../src/text/lexicon.ts';
import { phrasePatterns } from '../../../src/text/phrase-pattern.ts';
import { preparedText } from '../../../src/text/prepared-text.ts';

describe('lexicons', () => {
  it.each(['it', 'en'] as const)('of %s compile and cover every intent and act', (language) => {
    const lexicon = lexiconOf(language);
    for (const theme of ['information', 'trouble', 'idea', 'purchase', 'praise', 'recommend', 'avoid', 'help', 'decision', 'contest', 'positive', 'negative']) expect(lexicon.inbound.has(theme)).toBe(true);
    for (const theme of ['answer', 'care', 'ask', 'acknowledge', 'deflect', 'promotion', 'content', 'personal']) expect(lexicon.outbound.has(theme)).toBe(true);
    for (const [theme, groups] of [...lexicon.inbound, ...lexicon.outbound, ...lexicon.promises.themes]) for (const { weight, lines } of groups) for (const line of lines) expect(phrasePatterns(theme, weight, line, stemmer, lexicon.negators).length).toBeGreaterThan(0);
    expect(lexicon.promises.weekdays).toHaveLength(7);
    expect(lexicon.promises.months).toHaveLength(12);
  });

  it('refuse a wrong shape and name the place', () => {
    expect(() => parsedLexicon({ inbound: { praise: { heavy: ['x'] } }, outbound: {}, promises: {}, words: {}, valence: {} }, 'it')).toThrow('invalid lexicon: weight heavy in it.inbound.praise');
    expect(() => parsedLexicon({ inbound: { praise: { 1: [3] } }, outbound: {}, promises: {}, words: {}, valence: {} }, 'it')).toThrow('invalid lexicon: it.inbound.praise.1 is not a list of words');
    expect(() => parsedLexicon({ inbound: [], outbound: {}, promises: {}, words: {}, valence: {} }, 'en')).toThrow('invalid lexicon: en.inbound is not an object');
  });

  it('refuse patterns that could start anywhere', () => {
    expect(() => phrasePatterns('x', 1, '..3 word', stemmer, new Set())).toThrow('invalid pattern');
    expect(() => phrasePatterns('x', 1, 'a*b ab*', stemmer, new Set())).toThrow('invalid pattern');
    expect(() => phrasePatterns('x', 1, '*mo', stemmer, new Set())).toThrow('invalid pattern: prefix or ending under 3 letters in "*mo"');
    expect(phrasePatterns('x', 1, 'lo *iamo', stemmer, new Set())[0]?.slots[1]).toMatchObject({ kind: 'word', suffixes: ['iamo'] });
  });
});

describe('forms', () => {
  it('fold accents and elongation, and strip clitics', () => {
    expect(foldedForm('PERCHÉ')).toBe('perche');
    expect(foldedForm('È')).toBe('è');
    expect(squeezedForm('bellaaaa', (form) => form === 'bella')).toBe('bella');
    expect(squeezedForm('goood', (form) => form === 'good')).toBe('good');
    expect(squeezedForm('bella', () => true)).toBeNull();
    expect(withoutClitics('comprarlo')).toBe('comprar');
    expect(withoutClitics('melo')).toBe('melo');
  });

  it('map offsets back through removed parts', () => {
    const text = 'a @b &amp; c\u0301d 😍 e';
    const prepared = preparedText(text);
    for (const letter of ['d', 'e']) expect(text[prepared.origin(prepared.clean.lastIndexOf(letter))]).toBe(letter);
    expect(prepared.emoji).toEqual(['😍']);
    expect(prepared.mentions).toBe(1);
  });
});
