import { describe, expect, it } from 'vitest';
import { flowLayout, type FlowNode } from '../../../../src/renderer/charts/flow-layout.ts';

const node = (name: string, side: FlowNode['side']): FlowNode => ({ name, side, color: 'red' });
const nodes = [node('a', 'before'), node('b', 'before'), node('a', 'after'), node('c', 'after')];
const links = [{ source: 1, target: 2, value: 10 }, { source: 0, target: 2, value: 30 }, { source: 0, target: 3, value: 20 }];
const size = { width: 800, height: 300 };

describe('flows between two sides', () => {
  it('are as tall as they are many, on one scale for both sides', () => {
    const { bars } = flowLayout({ nodes, links, ...size });
    const person = (bars[0]?.height ?? 0) / 50;
    expect(bars.map(({ height }) => height / person)).toEqual([50, 10, 40, 20].map((people) => expect.closeTo(people, 9) ));
    for (const { top, height } of bars) expect(top + height).toBeLessThanOrEqual(size.height - 8 + 1e-9);
  });

  it('leave and arrive in the order of their groups without overlapping', () => {
    const { bars, bands } = flowLayout({ nodes, links, ...size });
    expect(bands.map(({ link }) => [link.source, link.target])).toEqual([[0, 2], [0, 3], [1, 2]]);
    const starts = bands.map(({ path }) => Number(/^M[\d.]+,([\d.]+)/u.exec(path)?.[1]));
    const person = (bars[0]?.height ?? 0) / 50;
    expect(starts).toEqual([8, 8 + 30 * person, bars[1]?.top].map((top) => expect.closeTo(top ?? NaN, 6) ));
    expect(bars.map(({ left }) => left)).toEqual([150, 150, 638, 638]);
  });

  it('of nobody take no room', () => {
    expect(flowLayout({ nodes, links: [], ...size }).bars.map(({ height }) => height)).toEqual([0, 0, 0, 0]);
    expect(flowLayout({ nodes: [], links: [], ...size })).toEqual({ bars: [], bands: [] });
  });
});
