import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pptxDeck } from '../../../../src/present/pptx/pptx-deck.ts';
import { stepCells, stepPoints } from '../../../../src/present/pptx/step-rows.ts';
import { madeUpReport } from '../../../support/made-up-report.ts';
import { elementsNamed, firstNamed, xmlTree, type XmlElement } from '../../../support/xml-tree.ts';

test('a value holds until the next row, and a gap is held by nothing', () => {
  expect(stepPoints(0)).toEqual([]);
  expect(stepPoints(3)).toEqual([{ at: 0, of: 0 }, { at: 1, of: 0 }, { at: 1, of: 1 }, { at: 2, of: 1 }, { at: 2, of: 2 }]);
  expect(stepCells([1, 0.8, 0.5])).toEqual([1, 1, 0.8, 0.8, 0.5]);
  expect(stepCells([1, null, 0.5])).toEqual([1, null, null, null, 0.5]);
  expect(stepCells([null, 0.5])).toEqual([null, null, 0.5]);
});

test('every row keeps its own value, and two points that follow each other differ in one direction only', () => {
  fc.assert(fc.property(fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }), { maxLength: 40 }), (cells) => {
    const [points, stepped] = [stepPoints(cells.length), stepCells(cells)];
    expect(points).toHaveLength(Math.max(0, cells.length * 2 - 1));
    expect(points.flatMap(({ at, of }, place) => (at === of ? [stepped[place]] : []))).toEqual(cells);
    for (let place = 1; place < points.length; place += 1) {
      const [before, now] = [stepped[place - 1] ?? null, stepped[place] ?? null];
      if (before !== null && now !== null && points[place - 1]?.at !== points[place]?.at) expect(now).toBe(before);
    }
  }));
});

test('curves of a deck are steps: no line of a series or a limit runs down between two rows', async () => {
  const part = xmlTree(strFromU8(unzipSync(await pptxDeck(madeUpReport))['ppt/charts/chart1.xml'] ?? new Uint8Array()));
  const numbers = (element: XmlElement | null): number[] => elementsNamed(element as XmlElement, 'c:v').map(({ text }) => Number(text));
  const lines = elementsNamed(part, 'c:ser').map((series) => ({ x: numbers(firstNamed(series, 'c:xVal') ?? null), y: numbers(firstNamed(series, 'c:yVal') ?? null) })).filter(({ x }) => x.length > 2);
  expect(lines).toHaveLength(9);
  for (const { x, y } of lines) {
    expect(x).toHaveLength(57);
    for (let place = 1; place < x.length; place += 1) expect(x[place] === x[place - 1] || y[place] === y[place - 1], `point ${String(place)}`).toBe(true);
  }
});
