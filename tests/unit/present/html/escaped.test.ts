import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escaped } from '../../../../src/present/html/escaped.ts';
import { printableText } from '../../../../src/present/printable-text.ts';

test('no text leaves its place in markup, and none is lost', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
    const written = escaped(text);
    expect(written).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
    const read = written.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    expect(read).toBe(printableText(text));
  }));
  expect(escaped('<b> & "c" \'d\'\u0000\u202e')).toBe('&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;');
});
