import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened, textWidth, wrappedText } from '../../../../src/present/svg/text-fit.ts';

test('lines fit their width, and what is cut says so', () => {
  fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-zàèì]{1,18}$/), { maxLength: 12 }), fc.integer({ min: 60, max: 400 }), fc.integer({ min: 1, max: 3 }), (words, width, lines) => {
    const text = words.join(' ');
    const made = wrappedText(text, { width, size: 13, lines });
    expect(made.length).toBeGreaterThan(0);
    expect(made.length).toBeLessThanOrEqual(lines);
    for (const line of made) expect(textWidth(line, 13)).toBeLessThanOrEqual(Math.max(width, textWidth('m…', 13)));
    const cut = made.join(' ') !== text;
    expect(cut).toBe(made.some((line) => line.endsWith('…')));
  }));
});

test('an Italian name breaks between words and is cut at its end only', () => {
  expect(wrappedText('Chi segnala un problema da risolvere', { width: 150, size: 13, lines: 2 })).toEqual(['Chi segnala un', 'problema da risolv…']);
  expect(wrappedText('', { width: 50, size: 13, lines: 2 })).toEqual(['']);
  expect(shortened('Chi fa un complimento', 70, 13)).toBe('Chi fa u…');
});

test('widths are at least those of the wide fonts that systems bring', () => {
  // DejaVu Sans, advance widths in thousandths of an em: measured with fontTools 4.55
  const dejavu = { a: 613, e: 615, i: 278, l: 278, m: 974, n: 634, o: 612, r: 411, s: 521, t: 392, 0: 636, 9: 636, M: 863, A: 684 };
  const text = 'lamentarsi non serve a nessuno e costa tempo a tutti 900 Marte';
  const known = [...text].reduce((sum, sign) => sum + ((dejavu as Record<string, number>)[sign] ?? 318), 0) / 1000;
  expect(textWidth(text, 1)).toBeGreaterThanOrEqual(known * 0.99);
});
