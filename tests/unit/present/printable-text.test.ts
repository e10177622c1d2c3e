import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printableText } from '../../../src/present/printable-text.ts';

/** Char of XML 1.0, as its text gives it. */
function isXmlChar(code: number): boolean {
  return code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
}

describe('printable text', () => {
  it('drops what no XML document may hold and what turns the reading direction', () => {
    expect(printableText('a\u0000b\u0008\u001fc\ud800d\udc00e\ufffe\uffff\u0085')).toBe('abcde');
    expect(printableText('conto\u202egnp.exe\u2066x\u2069')).toBe('contognp.exex');
  });

  it('keeps accents, pairs of surrogates, joined emoji, tabs and line breaks', () => {
    expect(printableText('Perché no\tsì\n👩‍👩‍👧 «q» עברית\u200f')).toBe('Perché no\tsì\n👩‍👩‍👧 «q» עברית\u200f');
    expect(printableText('a\r\nb\rc')).toBe('a\nb\nc');
  });

  it('leaves only characters of XML whatever comes, and nothing to do the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0xd800, max: 0xdfff })), (text, halves) => {
      const written = printableText(text + String.fromCharCode(...halves) + text);
      expect([...written].filter((sign) => !isXmlChar(sign.codePointAt(0) ?? 0))).toEqual([]);
      expect(printableText(written)).toBe(written);
    }));
  });
});
