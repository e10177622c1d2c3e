import { eld } from 'eld/extrasmall';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterStatistics, type WordLetters } from '../../../src/text/letter-statistics.ts';

const CANDIDATES = ['it', 'en', 'fr', 'de', 'es', 'ru'];
const statistics = letterStatistics(CANDIDATES);

const scored = (words: readonly string[]): [string, number][] => {
  const letters = words.map((word) => statistics.lettersOf(word));
  return [...statistics.scores(words, letters.includes(null) ? null : letters.filter((entry): entry is WordLetters => entry !== null))];
};

describe('letter statistics', () => {
  it.each([['quanto costa il caffè freddo'], ['Where is MY order my Order'], ['perché'], ['où est la commande'], ['nation station ration'], ['the weather and the whether'], ['привет мир'], ['ich möchte die Rechnung'], ['a']])('are those of eld, in their order: %s', (text) => {
    expect(scored(text.split(' '))).toEqual(Object.entries(eld.detect(text).getScores()));
  });

  it('are those of eld for words of any letters', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aeiostrnlcdèòüñßåłğšœÿzkwyхи'), minLength: 1, maxLength: 14 });
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      expect(scored(words)).toEqual(Object.entries(eld.detect(words.join(' ')).getScores()));
    }), { numRuns: 500 });
  });
});
