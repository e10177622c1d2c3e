import { describe, expect, it } from 'vitest';
import { holdsIntimacyWord } from '../../../src/text/intimacy-words.ts';

describe('words of closeness', () => {
  it.each([
    ['Ti voglio bene, a presto', 'it'], ['Un abbraccio a tutti!', 'it'], ['Mia MAMMA lo adora', 'it'], ['Papà compie gli anni', 'it'], ['grazie ❤️', 'it'], ['Mi sento sola oggi', 'it'],
    ['Big hugs, see you soon', 'en'], ['It was for my sister’s wedding', 'en'], ['I miss you all', 'en'], ['so kind 😘', 'en'],
  ] as const)('are in: %s', (text, language) => expect(holdsIntimacyWord(text, language)).toBe(true));

  it.each([
    ['Il caffè è caro ma va bene', 'it'], ['Gentile cliente, grazie', 'it'], ['Costa solo due euro', 'it'], ['@mamma_shop dove siete?', 'it'], ['', 'it'],
    ['Dear customer, thank you', 'en'], ['I would love a refund', 'en'], ['My parcel went missing', 'en'], ['Did you miss the bus?', 'en'],
  ] as const)('are not in: %s', (text, language) => expect(holdsIntimacyWord(text, language)).toBe(false));
});
