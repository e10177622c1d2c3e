import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisScale, logScale, sheetUnit, tickStep } from '../../../../src/present/pptx/axis-scale.ts';
import { deckWords } from '../../../../src/present/pptx/deck-words.ts';

const words = deckWords('it');
const plain = sheetUnit('number', 1, words);

test('waits are drawn in the largest unit that stays readable', () => {
  expect(sheetUnit('seconds', 604_800, words)).toMatchObject({ factor: 86_400, name: 'giorni' });
  expect(sheetUnit('seconds', 40_000, words)).toMatchObject({ factor: 3600, name: 'ore' });
  expect(sheetUnit('seconds', 900, words)).toMatchObject({ factor: 60, name: 'minuti' });
  expect(sheetUnit('share', 1, words).format).toBe('0%');
});

test('a scale holds all its values and starts at zero where none is negative', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 }), (values) => {
    const { min, max, step } = axisScale(values, { min: null, max: null }, plain);
    expect(min).toBe(0);
    expect(max).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-9));
    expect(step).toBeGreaterThan(0);
  }));
});

test('limits that are asked for hold, and a negative value is on the scale', () => {
  expect(axisScale([0.3], { min: 0, max: 1 }, sheetUnit('share', 1, words))).toEqual({ min: 0, max: 1, step: 0.2 });
  expect(axisScale([-3, 8], { min: null, max: null }, plain).min).toBeLessThanOrEqual(-3);
  expect(axisScale([0, 0], { min: null, max: null }, plain).max).toBeGreaterThan(0);
});

test('seven days have a tick a day', () => {
  expect(tickStep(7, 5, sheetUnit('seconds', 604_800, words))).toBe(1);
});

test('a log scale is powers of ten around its values', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 9 }), (values) => {
    const { min, max } = logScale(values);
    expect(min).toBeLessThan(Math.min(...values));
    expect(max).toBeGreaterThan(Math.max(...values));
    expect(Math.abs(Math.log10(max / min) - Math.round(Math.log10(max / min)))).toBeLessThan(1e-9);
  }));
});
