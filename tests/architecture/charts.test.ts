import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/root.ts';

const RENDERER = join(ROOT, 'src/renderer');

/** Drawings that are no charts: what they say is written beside them. */
const GLYPHS: Readonly<Record<string, string>> = {
  'charts/TribeMark.tsx': 'the shape of a tribe beside its name',
  'features/overview/FindingFigure.tsx': 'a small interval beside a sentence that says its numbers',
  'features/start/StartScreen.tsx': 'the mark of the product',
  'features/trust/CostCard.tsx': 'the two shapes of a key',
  'shell/Rail.tsx': 'the mark of the product',
};

/** Drawings on a canvas of their own, which no stage can hold: each has a table beside it that does the same by keys. */
const CANVASES: Readonly<Record<string, string>> = {
  'features/network/GraphCard.tsx': 'thousands of people and ties on WebGL, with their table and files for other programs beside them',
};

/** Charts that stand in a dialog under the sentence they are about, with the same rows in words. */
const IN_DIALOGS: Readonly<Record<string, string>> = {
  'charts/ScepticButton.tsx': 'the variations that a finding is held against: the verdict stands above, each row carries its words',
};

interface Component {
  readonly path: string;
  readonly text: string;
  /** Components that it draws, by path. */
  readonly draws: readonly string[];
}

function componentPaths(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? componentPaths(join(folder, entry.name)) : entry.name.endsWith('.tsx') ? [join(folder, entry.name)] : []));
}

/** Components of a text that its own elements name: `<HeatMap` where HeatMap is imported from a component's file. */
function drawn(path: string, text: string): string[] {
  return [...text.matchAll(/import (?:\{([^}]*)\}|\w+) from '(\.[^']*\.tsx)'/gu)].flatMap(([, names = '', from = '']) => {
    const isDrawn = names.split(',').map((name) => name.trim().split(' as ').at(-1) ?? '').some((name) => /^[A-Z]/u.test(name) && new RegExp(`<${name}\\b`, 'u').test(text));
    return isDrawn ? [relative(RENDERER, join(path, '..', from))] : [];
  });
}

const components: Component[] = componentPaths(RENDERER).map((path) => {
  const text = readFileSync(path, 'utf8');
  return { path: relative(RENDERER, path), text, draws: drawn(path, text) };
});
const has = (element: string) => ({ text }: Component): boolean => text.includes(`<${element}`);
const staged = components.filter(has('PlotStage'));

describe('every chart of the window', () => {
  it('is found by this test', () => {
    // a walk that found nothing would let everything pass
    expect(staged.map(({ path }) => path)).toEqual(expect.arrayContaining(['charts/HeatMap.tsx', 'charts/ValueMap.tsx', 'charts/FlowChart.tsx', 'charts/FormationPitch.tsx', 'charts/YearStrip.tsx', 'features/reading/ThresholdCurve.tsx', 'features/trust/PromiseWeeks.tsx']));
    expect(components.find(({ path }) => path === 'features/response/HeatCard.tsx')?.draws).toContain('charts/HeatMap.tsx');
  });

  it('stands on the stage that gives it one tab stop, arrows and announced values', () => {
    const drawings = components.filter(({ text }) => /<svg\b|from 'recharts'|<canvas\b|draw-graph/u.test(text)).map(({ path }) => path);
    const known = new Set([...staged.map(({ path }) => path), ...Object.keys(GLYPHS), ...Object.keys(CANVASES)]);
    expect(drawings.filter((path) => !known.has(path))).toEqual([]);
    expect(Object.keys({ ...GLYPHS, ...CANVASES }).filter((path) => !drawings.includes(path)), 'exceptions that are none any more').toEqual([]);
  });

  it('hides its drawing from assistive technology, which hears the points', () => {
    const loud = staged.filter(({ text }) => [...text.matchAll(/<svg\b[^>]*>/gu)].some(([element]) => !element.includes('aria-hidden="true"')));
    expect(loud.map(({ path }) => path)).toEqual([]);
  });

  it('is shown in the frame that gives it a finding, a table, and copies as picture and data', () => {
    // a part that draws a chart without a frame must itself be drawn within one, up to the rooms
    const isFramed = (one: Component): boolean => has('ChartFrame')(one) || one.path in IN_DIALOGS;
    const unframed = new Set(staged.filter((one) => !isFramed(one)).map(({ path }) => path));
    for (let before = -1; before !== unframed.size; ) {
      before = unframed.size;
      for (const one of components) if (!isFramed(one) && one.draws.some((path) => unframed.has(path))) unframed.add(one.path);
    }
    const rooms = [...unframed].filter((path) => path.startsWith('shell/') || /(?:Room|Page|Panel|View|Screen)\.tsx$/u.test(path));
    expect(rooms).toEqual([]);
  });

  it('without a frame has a chart around it somewhere', () => {
    const drawnSomewhere = new Set(components.flatMap(({ draws }) => draws));
    expect(staged.filter(({ path }) => !drawnSomewhere.has(path)).map(({ path }) => path)).toEqual([]);
  });
});
