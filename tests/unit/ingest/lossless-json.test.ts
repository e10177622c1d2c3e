import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { losslessJson } from '../../../src/ingest/lossless-json.ts';

describe('JSON with numbers of 64 bits', () => {
  it('keeps whole numbers that JavaScript cannot hold as text, wherever they stand, and no others', () => {
    expect(losslessJson('{"id":1895000000000000001,"list":[ -9223372036854775807 , 7,9007199254740991,9007199254740993],"x":1.1234567890123456789,"e":12345678901234567e2}')).toEqual({
      id: '1895000000000000001', list: ['-9223372036854775807', 7, 9_007_199_254_740_991, '9007199254740993'], x: Number('1.1234567890123456789'), e: Number('12345678901234567e2'),
    });
    expect(losslessJson('12345678901234567')).toBe('12345678901234567');
  });
  it('touches no text, whatever quotation marks and backslashes are in it', () => {
    for (const text of ['a: 12345678901234567,', '\\', '\\" : 12345678901234567', '"', '\\\\"[12345678901234567]']) expect(losslessJson(JSON.stringify({ [text]: text, n: 0 }).replace('"n":0', '"n":12345678901234567'))).toEqual({ [text]: text, n: '12345678901234567' });
  });
  it('refuses what is no JSON', () => {
    for (const text of ['[01234567890123456789]', '[1234567890123456789', '{"a":12345678901234567,}', '"12345678901234567', ': 12345678901234567 "']) expect(() => losslessJson(text)).toThrow(SyntaxError);
  });
  it('is JSON like any other where no number is that long', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.string(), (value, text) => {
      fc.pre(!/(?<![\d.e+-])-?\d{16,}(?![\d.e])/.test(JSON.stringify(value)));
      expect(losslessJson(JSON.stringify([value, 12345678901234567n.toString()]))).toEqual([JSON.parse(JSON.stringify(value)), '12345678901234567']);
      expect(losslessJson(`[${JSON.stringify(text)}, 12345678901234567]`)).toEqual([text, '12345678901234567']);
    }));
  });
});
