import { expect, it } from 'vitest';
import { editionDifference } from '../../../../src/app/present/edition-difference.ts';
import type { LinkedFigure, Report } from '../../../../src/domain/model/report.ts';
import { madeUpReport } from '../../../support/made-up-report.ts';

const figure = (value: number | null, low: number | null, high: number | null, key = 'kept'): LinkedFigure => ({ key, value, low, high, n: 80, written: value === null ? '' : `${String(value * 100)} su 100` });
const withFigures = (figures: readonly LinkedFigure[]): Report => ({ ...madeUpReport, pages: madeUpReport.pages.slice(0, 1).map((page) => ({ ...page, figures })) });

it('two periods differ by a difference with limits: Zou & Donner on .40 (.30–.51) and .55 (.44–.65)', () => {
  const [line] = editionDifference(withFigures([figure(0.4, 0.3, 0.51)]), withFigures([figure(0.55, 0.44, 0.65)]), { areApart: true });
  expect(line?.difference?.estimate).toBeCloseTo(0.15, 12);
  expect(line?.difference?.low).toBeCloseTo(0.15 - Math.hypot(0.11, 0.11), 12);
  expect(line?.difference?.high).toBeCloseTo(0.15 + Math.hypot(0.1, 0.1), 12);
  expect(line?.changed).toBe(true);
});

it('the same messages measured again have no limits, and nothing changed where both are written alike', () => {
  const [line] = editionDifference(withFigures([figure(0.4, 0.3, 0.51)]), withFigures([figure(0.4, 0.3, 0.51)]), { areApart: false });
  expect(line).toMatchObject({ difference: { estimate: 0, low: null, high: null }, changed: false });
});

it('a figure that is gone, or can no longer be given, is told as such', () => {
  expect(editionDifference(withFigures([figure(0.4, 0.3, 0.51)]), withFigures([]), { areApart: false })[0]).toMatchObject({ now: null, difference: null, changed: true });
  expect(editionDifference(withFigures([figure(0.4, 0.3, 0.51)]), withFigures([figure(null, null, null)]), { areApart: true })[0]).toMatchObject({ difference: null, changed: true });
});
