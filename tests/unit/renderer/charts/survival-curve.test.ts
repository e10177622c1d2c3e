import { describe, expect, it } from 'vitest';
import { linearScale } from '../../../../src/renderer/charts/scale.ts';
import { bandPath, curveVertices, shareAt, stepPath, thinnedVertices } from '../../../../src/renderer/charts/survival-curve.ts';

const steps = [
  { atSeconds: 10, waiting: 0.75, low: 0.6, high: 0.9 },
  { atSeconds: 20, waiting: 0.5, low: 0.3, high: 0.7 },
  { atSeconds: 80, waiting: 0.25, low: 0.1, high: 0.5 },
];
const axes = { x: linearScale({ domain: [0, 100], range: [0, 100] }), y: linearScale({ domain: [0, 1], range: [100, 0] }) };

describe('curveVertices', () => {
  it('starts with everybody waiting and ends where the follow-up ends', () => {
    const vertices = curveVertices(steps, { side: 'waiting', longestSeconds: 100, longestFollowUpSeconds: 90 });
    expect(vertices.map(({ seconds, share }) => [seconds, share])).toEqual([[0, 1], [10, 0.75], [20, 0.5], [80, 0.25], [90, 0.25]]);
  });
  it('is cut at the axis', () => {
    const vertices = curveVertices(steps, { side: 'waiting', longestSeconds: 50, longestFollowUpSeconds: 90 });
    expect(vertices.at(-1)).toEqual({ seconds: 50, share: 0.5, low: 0.3, high: 0.7 });
  });
  it('goes on when nobody is left waiting', () => {
    const vertices = curveVertices([{ atSeconds: 5, waiting: 0, low: null, high: null }], { side: 'waiting', longestSeconds: 100, longestFollowUpSeconds: 6 });
    expect(vertices.at(-1)?.seconds).toBe(100);
  });
  it('mirrors share and limits on the answered side', () => {
    const vertex = curveVertices(steps, { side: 'answered', longestSeconds: 100, longestFollowUpSeconds: 90 })[1];
    expect(vertex?.share).toBe(0.25);
    expect(vertex?.low).toBeCloseTo(0.1, 12);
    expect(vertex?.high).toBeCloseTo(0.4, 12);
  });
  it('takes answers at zero seconds as the first level', () => {
    expect(curveVertices([{ atSeconds: 0, waiting: 0.8, low: 0.7, high: 0.9 }], { side: 'waiting', longestSeconds: 10, longestFollowUpSeconds: 10 })[0]?.share).toBe(0.8);
  });
});

describe('paths', () => {
  const vertices = curveVertices(steps, { side: 'waiting', longestSeconds: 100, longestFollowUpSeconds: 90 });
  it('draws a step line', () => {
    expect(stepPath(vertices, axes)).toBe('M0,0H10V25H20V50H80V75H90V75');
  });
  it('draws a closed band over what has limits', () => {
    expect(bandPath(vertices, axes)).toBe('M10,10H20V30H80V50H90V50V90V90H80V70H20V40H10Z');
  });
  it('draws no band without limits', () => {
    expect(bandPath(vertices.map((vertex) => ({ ...vertex, low: null })), axes)).toBe('');
    expect(stepPath([], axes)).toBe('');
  });
  it('reads the level at a wait', () => {
    expect(shareAt(vertices, 79)?.share).toBe(0.5);
    expect(shareAt(vertices, 80)?.share).toBe(0.25);
    expect(shareAt(vertices, 91)).toBeNull();
  });
  it('thins to one vertex a pixel column and keeps the final level', () => {
    const many = Array.from({ length: 5_000 }, (_, position) => ({ seconds: position / 50, share: 1 - position / 5_000, low: null, high: null }));
    const thin = thinnedVertices(many, axes.x);
    expect(thin.length).toBeLessThanOrEqual(102);
    expect(thin[0]).toEqual(many[0]);
    expect(thin.at(-1)).toEqual(many.at(-1));
  });
});
