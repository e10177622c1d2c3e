import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanedJson } from '../../../../src/domain/privacy/cleaned-json.ts';
import { clearMatcher, identityNames } from '../../../../src/domain/privacy/identity-names.ts';
import { withoutNames } from '../../../../src/domain/privacy/person-words.ts';
import { passageFinder, withoutPassages } from '../../../../src/domain/privacy/quoted-passages.ts';

const ANNA = { network: 'x', nativeId: '4412345678', handle: 'anna.b_', name: 'Anna Maria Bruni' };
const names = identityNames([ANNA], () => false);
const cleaned = (text: string): string => withoutNames(text, clearMatcher(names)).text;

describe('names in texts of others', () => {
  test.each([
    ['grazie @anna.b_!', 'grazie […]!'],
    ['grazie @ANNA.B_ e @annab', 'grazie […] e @annab'],
    ['RT @anna.b_: ciao', 'RT […]: ciao'],
    ["l'ha detto Anna  Maria\u00a0Bruni.", "l'ha detto […]."],
    ['Anna Maria non è Bruni', 'Anna Maria non è Bruni'],
    ['anna.b_ scrive', '[…] scrive'],
    ['anna.b_c scrive', 'anna.b_c scrive'],
    ['https://x.com/anna.b_/status/7', 'https://x.com/[…]/status/7'],
    ['conto 4412345678', 'conto […]'],
    ['conto 44123456789', 'conto 44123456789'],
    ['＠anna.b_ ok', '[…] ok'],
    ['niente', 'niente'],
  ])('%s', (text, expected) => expect(cleaned(text)).toBe(expected));

  test('a handle that others use as a word goes only where it is marked', () => {
    const words = identityNames([{ network: 'x', nativeId: 'caffe', handle: 'caffe', name: 'Eva' }], (word) => word === 'caffe');
    expect(words.map(({ text, use }) => [text, use])).toEqual([['caffe', 'marked'], ['eva', 'marked']]);
    expect(withoutNames('un caffe con @caffe e Eva', clearMatcher(words)).text).toBe('un caffe con […] e Eva');
    expect(withoutNames('@caffe', clearMatcher(words, 'reddit')).text).toBe('@caffe');
  });

  test('whatever stands around it, a name in clear is gone and nothing else changes', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const text = `${before} @anna.b_ ${after}`;
      const result = withoutNames(text, clearMatcher(names));
      expect(result.text.toLowerCase()).not.toContain(' @anna.b_ ');
      expect(result.removed).toBeGreaterThan(0);
      expect(withoutNames(result.text, clearMatcher(names)).removed).toBe(0);
    }));
  });
});

describe('quotes', () => {
  const find = passageFinder(['Il pacco non è arrivato e nessuno risponde. Sono molto deluso di questo servizio\nbreve', 'Grazie']);
  const left = (text: string): string => withoutPassages(text, find(text));
  test('a whole text, its beginning cut off, or a later sentence of it', () => {
    expect(left('RT: Il pacco non è arrivato e nessuno risponde. Sono molto deluso di questo servizio, ha ragione')).toBe('RT: […], ha ragione');
    expect(left('> Il pacco non è arrivato e ness…')).toBe('> […]…');
    expect(left('«Sono molto deluso di questo servizio» dice')).toBe('«[…]» dice');
  });
  test('fewer than twenty characters in common are no quote', () => {
    expect(left('Il pacco non è qui')).toBe('Il pacco non è qui');
    expect(left('Grazie')).toBe('Grazie');
    expect(left('breve')).toBe('breve');
  });
});

describe('JSON', () => {
  const traces = {
    isKey: (text: string) => text === 'x 4412345678', isRow: (field: string, value: number) => field === 'messageIds' && value === 7,
    isAbout: (value: object) => 'account' in value && value.account === '44' && 'network' in value && value.network === 'x', cleaned,
  };
  test('what is about the person leaves its list, other texts are cleaned', () => {
    expect(cleanedJson({ queue: [{ person: 'x 4412345678', state: 'open' }, { person: 'x 1', note: 'come @anna.b_' }], messageIds: [1, 7], n: 7 }, traces))
      .toEqual({ value: { queue: [{ person: 'x 1', note: 'come […]' }], messageIds: [1], n: 7 }, changed: true, isGone: false });
  });
  test('a record about the person is gone, at any depth and inside a text', () => {
    expect(cleanedJson({ of: { network: 'x', account: '44' }, words: 'due' }, traces).isGone).toBe(true);
    expect(cleanedJson({ before: { body: JSON.stringify({ of: { network: 'x', account: '44' } }) } }, traces).isGone).toBe(true);
    expect(cleanedJson({ 'x 4412345678': 1, other: [null, true, 2] }, traces)).toEqual({ value: { other: [null, true, 2] }, changed: true, isGone: false });
  });
  test('what says nothing of the person is left as it is', () => {
    fc.assert(fc.property(fc.json(), (text) => {
      const value = JSON.parse(text) as never;
      expect(cleanedJson(value, { isKey: () => false, isRow: () => false, isAbout: () => false, cleaned: (each) => each })).toEqual({ value, changed: false, isGone: false });
    }));
  });
});
