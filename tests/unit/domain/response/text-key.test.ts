import { describe, expect, it } from 'vitest';
import { textKey } from '../../../../src/domain/response/text-key.ts';

describe('textKey', () => {
  it('takes two copies of a text for the same', () => {
    expect(textKey('@Aurora  Dov’è il mio\nordine?')).toBe(textKey('dov&#8217;è il MIO ordine?'));
  });

  it('keeps a mention inside the text', () => {
    expect(textKey('@aurora @anna chiedi a @marco')).toBe('chiedi a @marco');
  });

  it('leaves unknown entities and broken numbers alone', () => {
    expect(textKey('a &foo; b &#0; c &#x110000;')).toBe('a &foo; b &#0; c &#x110000;');
  });

  it('is empty when only names are there', () => {
    expect(textKey('@anna @marco ')).toBe('');
  });

  it('reads a megabyte without stalling on mentions', () => {
    expect(textKey('@'.repeat(1_000_000))).toHaveLength(1_000_000);
  });
});
