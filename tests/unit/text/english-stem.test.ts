import { stemmer } from '@orama/stemmers/english';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishStem } from '../../../src/text/english-stem.ts';

const WORDS = 'caresses ponies ties cats ass gas feed agreed plastered bled motoring sing conflated troubled sized hopping tanned falling hissing fizzed failing filing happy sky relational conditional rational valenci hesitanci digitizer conformabli radicalli differentli vileli analogousli vietnamization predication operator feudalism decisiveness hopefulness callousness formaliti sensitiviti sensibiliti analogi triplicate formative formalize electriciti electrical hopeful goodness revival allowance inference airliner gyroscopic adjustable defensible irritant replacement adjustment dependent adoption extension homologou communism activate angulariti homologous effective bowdlerize probate rate cease controll roll yes yyyy youyou delayed deliveries waiting shipping refunds cancelled lovely'.split(' ');

describe('English stems', () => {
  it.each(WORDS)('are those of the library: %s', (word) => {
    expect(englishStem(word)).toBe(stemmer(word));
  });

  it('are those of the library for any letters, with any ending', () => {
    const ending = fc.constantFrom('', 's', 'es', 'ies', 'sses', 'ed', 'eed', 'ing', 'y', 'e', 'll', 'ion', 'tion', 'sion', 'ational', 'tional', 'ational', 'izer', 'bli', 'ness', 'ful', 'icate', 'ative', 'ement', 'ment', 'ent', 'able', 'ous', 'iti', 'al');
    const letters = fc.string({ unit: fc.constantFrom(...'aeiouybcdlstnrzwxmé𝒜\u00a0-1'), maxLength: 9 });
    fc.assert(fc.property(letters, ending, ending, (start, one, other) => {
      const word = `${start}${one}${other}`;
      expect(englishStem(word)).toBe(stemmer(word));
    }), { numRuns: 5000 });
  });
});
