import { describe, expect, it } from 'vitest';
import { linearScale, logScale, roundTicks } from '../../../../src/domain/drawing/scale.ts';
import { waitScale, waitTicks } from '../../../../src/renderer/charts/wait-axis.ts';

describe('scales', () => {
  it('maps and inverts a downward range', () => {
    const scale = linearScale({ domain: [0, 1], range: [200, 0] });
    expect(scale.at(0.25)).toBe(150);
    expect(scale.invert(150)).toBe(0.25);
  });
  it('maps an empty domain to the start of the range', () => {
    const scale = linearScale({ domain: [3, 3], range: [10, 20] });
    expect(scale.at(3)).toBe(10);
    expect(scale.invert(15)).toBe(3);
  });
  it('draws values below a logarithmic domain at its end', () => {
    const scale = logScale({ domain: [1, 100], range: [0, 10] });
    expect(scale.at(0)).toBe(0);
    expect(scale.at(10)).toBeCloseTo(5, 12);
    expect(scale.invert(5)).toBeCloseTo(10, 12);
  });
  it('chooses round ticks', () => {
    expect(roundTicks({ domain: [0, 10], wanted: 5 })).toEqual([0, 2, 4, 6, 8, 10]);
    expect(roundTicks({ domain: [-0.3, 0.3], wanted: 4 })).toEqual([-0.2, 0, 0.2]);
    expect(roundTicks({ domain: [5, 5], wanted: 4 })).toEqual([]);
  });
});

describe('waiting-time axis', () => {
  it('names 1 minute, 1 hour, 1 day and 7 days on the logarithmic axis', () => {
    expect(waitTicks({ kind: 'log', longestSeconds: 604_800 })).toEqual([60, 3_600, 86_400, 604_800]);
  });
  it('counts days on the linear axis', () => {
    expect(waitTicks({ kind: 'linear', longestSeconds: 604_800 })).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((day) => day * 86_400));
    expect(waitTicks({ kind: 'linear', longestSeconds: 30 * 86_400 }).map((seconds) => seconds / 86_400)).toEqual([0, 4, 8, 12, 16, 20, 24, 28]);
  });
  it('keeps immediate answers on the left edge', () => {
    const scale = waitScale({ kind: 'log', longestSeconds: 604_800, range: [40, 640] });
    expect(scale.at(0)).toBe(40);
    expect(scale.at(604_800)).toBe(640);
    expect(scale.at(60)).toBeGreaterThan(40);
  });
});
