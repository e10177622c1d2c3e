import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRODUCT_WORDS, REPAIR_WORDS, SERVICE_WORDS } from '../../../../src/domain/value/department-words.ts';
import { wordBeginnings } from '../../../../src/domain/value/word-beginnings.ts';

describe('words by their beginnings', () => {
  it('are those that one pattern of all beginnings finds', () => {
    for (const beginnings of [PRODUCT_WORDS, SERVICE_WORDS, REPAIR_WORDS]) {
      const pattern = new RegExp(`(?<![a-z0-9])(?:${beginnings.join('|')})[a-z]*`, 'gu');
      const found = wordBeginnings(beginnings);
      const piece = fc.oneof(fc.constantFrom(...beginnings.map((one) => one.replace('(?![a-z])', ''))), fc.constantFrom('a', 'x', 'zione', '9', ' ', ' ', '-', ', ', 'è', 'punto', 'vendita', '🙂'));
      fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(found(text)).toEqual([...new Set(text.match(pattern) ?? [])]);
      }), { seed: 3 });
    }
  });

  it('stop where a closed word goes on, and where a letter or a digit stands before', () => {
    expect(wordBeginnings(['app(?![a-z])', 'ordin'])('apposta app2 xapp 1ordini riordini')).toEqual(['app']);
    expect(wordBeginnings(['punto vendita'])('il punto vendita e i punti vendita')).toEqual(['punto vendita']);
  });
});
