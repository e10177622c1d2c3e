import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clippedLines, fittedText, LEAST_POINTS, linesHeight, textWidth, wrappedLines } from '../../../../src/present/pptx/text-fit.ts';

const words = fc.array(fc.string({ minLength: 1, maxLength: 14 }).map((word) => word.replaceAll(/\s/gu, 'x')), { minLength: 1, maxLength: 60 }).map((list) => list.join(' '));

test('no line is wider than its width, and no letter is lost', () => {
  fc.assert(fc.property(words, fc.double({ min: 0.6, max: 12, noNaN: true }), fc.integer({ min: 10, max: 30 }), (text, width, points) => {
    const lines = wrappedLines(text, width, points);
    expect(lines.every((line) => line.length === 1 || textWidth(line, points) <= width + 1e-9)).toBe(true);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  }));
});

test('a fitted text fits its box, or says that it was cut and fits all the same', () => {
  fc.assert(fc.property(words, fc.double({ min: 1, max: 12, noNaN: true }), fc.double({ min: 0.2, max: 3, noNaN: true }), (text, width, height) => {
    const fitted = fittedText(text, { width, height }, { from: 28 });
    const lines = wrappedLines(fitted.text, width, fitted.points).length;
    expect(fitted.points).toBeGreaterThanOrEqual(LEAST_POINTS);
    expect(linesHeight(lines, fitted.points)).toBeLessThanOrEqual(Math.max(height, linesHeight(1, LEAST_POINTS)) + 1e-9);
    if (!fitted.cut) expect(fitted.text).toBe(text);
    else expect(fitted.text.endsWith('…')).toBe(true);
  }));
});

test('a cut text ends in an ellipsis within its last line', () => {
  const { lines, cut } = clippedLines('una parola dopo l’altra fino in fondo alla riga e oltre', 1.2, 12, 2);
  expect(cut).toBe(true);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/u);
  expect(textWidth(lines[1] ?? '', 12)).toBeLessThanOrEqual(1.2);
});

test('fonts whose widths are not known are taken for wider', () => {
  expect(textWidth('Quanto aspetta', 12, { font: 'Nuova Agenzia Sans' })).toBeGreaterThan(textWidth('Quanto aspetta', 12, { font: 'Calibri' }));
});
