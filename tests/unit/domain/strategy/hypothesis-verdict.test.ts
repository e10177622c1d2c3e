import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hypothesisVerdict, meetsTarget } from '../../../../src/domain/strategy/hypothesis-verdict.ts';

const figure = (estimate: number, low: number, high: number): { estimate: number; low: number; high: number; n: number } => ({ estimate, low, high, n: 100 });
const NONE = { estimate: null, low: null, high: null, n: 3 };
const atLeast = { direction: 'at-least', value: 0.5 } as const;
const atMost = { direction: 'at-most', value: 3600 } as const;

describe('a hypothesis', () => {
  it('is reached when the whole interval lies on the side of its target', () => {
    expect(hypothesisVerdict({ target: atLeast, baseline: figure(0.3, 0.25, 0.35), judged: figure(0.6, 0.5, 0.7) }).verdict).toBe('reached');
    expect(hypothesisVerdict({ target: atMost, baseline: figure(9000, 8000, 10_000), judged: figure(3000, 2500, 3600) }).verdict).toBe('reached');
  });

  it('has no effect when nothing moved clearly, however far the target is', () => {
    const { verdict, change } = hypothesisVerdict({ target: atLeast, baseline: figure(0.3, 0.2, 0.4), judged: figure(0.32, 0.25, 0.4) });
    expect(verdict).toBe('no-effect');
    expect(change?.estimate).toBeCloseTo(0.02, 12);
    expect(hypothesisVerdict({ target: atLeast, baseline: figure(0.48, 0.4, 0.56), judged: figure(0.52, 0.44, 0.6) }).verdict).toBe('no-effect');
  });

  it('is not reached when it moved and stayed on the other side, undecided when the interval holds the target', () => {
    expect(hypothesisVerdict({ target: atLeast, baseline: figure(0.2, 0.18, 0.22), judged: figure(0.4, 0.35, 0.45) }).verdict).toBe('not-reached');
    expect(hypothesisVerdict({ target: atLeast, baseline: figure(0.2, 0.18, 0.22), judged: figure(0.48, 0.42, 0.54) }).verdict).toBe('undecided');
    expect(hypothesisVerdict({ target: atMost, baseline: figure(9000, 8000, 10_000), judged: figure(5000, 4000, 6000) }).verdict).toBe('not-reached');
    expect(hypothesisVerdict({ target: atMost, baseline: figure(5000, 4500, 5500), judged: figure(9000, 8000, 10_000) }).verdict).toBe('not-reached');
  });

  it('is judged against the target alone without a baseline, and not at all without an interval', () => {
    expect(hypothesisVerdict({ target: atLeast, baseline: NONE, judged: figure(0.4, 0.35, 0.45) })).toEqual({ verdict: 'not-reached', change: null });
    expect(hypothesisVerdict({ target: atLeast, baseline: NONE, judged: figure(0.5, 0.4, 0.6) })).toEqual({ verdict: 'undecided', change: null });
    expect(hypothesisVerdict({ target: atLeast, baseline: figure(0.3, 0.2, 0.4), judged: NONE })).toEqual({ verdict: 'too-few', change: null });
    expect(hypothesisVerdict({ target: atLeast, baseline: NONE, judged: { estimate: 0.9, low: null, high: null, n: 40 } }).verdict).toBe('too-few');
  });

  it('is reached only if its figure meets the target, and says the same of the mirrored world', () => {
    const number = fc.double({ min: -100, max: 100, noNaN: true });
    const spread = fc.double({ min: 0.001, max: 50, noNaN: true });
    fc.assert(fc.property(number, spread, spread, number, spread, number, (at, below, above, before, half, value) => {
      const judged = figure(at, at - below, at + above);
      const baseline = figure(before, before - half, before + half);
      const { verdict } = hypothesisVerdict({ target: { direction: 'at-least', value }, baseline, judged });
      const mirrored = hypothesisVerdict({ target: { direction: 'at-most', value: -value }, baseline: figure(-before, -before - half, -before + half), judged: figure(-at, -at - above, -at + below) });
      return verdict === mirrored.verdict && (verdict !== 'reached' || meetsTarget(at, { direction: 'at-least', value }));
    }));
  });
});
