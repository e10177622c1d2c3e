import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimDistance, claimStanding, scepticClaim } from '../../../../src/domain/sceptic/sceptic-claim.ts';
import { scepticVerdict } from '../../../../src/domain/sceptic/sceptic-verdict.ts';

const figure = (estimate: number | null, low: number | null = null, high: number | null = null): { estimate: number | null; low: number | null; high: number | null } => ({ estimate, low, high });

describe('what a sentence claims', () => {
  it('is a direction for a clear difference, a side of a half for a share off it, else the interval', () => {
    expect(scepticClaim(figure(3600, 600, 7000), 'seconds-difference')).toEqual({ kind: 'direction', low: 0, high: null });
    expect(scepticClaim(figure(-0.2, -0.3, -0.1), 'share-difference')).toEqual({ kind: 'direction', low: null, high: 0 });
    expect(scepticClaim(figure(10, -5, 25), 'seconds-difference')).toEqual({ kind: 'interval', low: -5, high: 25 });
    expect(scepticClaim(figure(0.8, 0.7, 0.9), 'share')).toEqual({ kind: 'majority', low: 0.5, high: null });
    expect(scepticClaim(figure(0.3, 0.2, 0.4), 'share')).toEqual({ kind: 'minority', low: null, high: 0.5 });
    expect(scepticClaim(figure(0.5, 0.4, 0.6), 'share')).toEqual({ kind: 'interval', low: 0.4, high: 0.6 });
    expect(scepticClaim(figure(40), 'count')).toEqual({ kind: 'size', low: 20, high: 80 });
    expect(scepticClaim(figure(0.2), 'lead')).toEqual({ kind: 'lead', low: 0, high: null });
  });

  it('is nothing where there is no number to be wrong about', () => {
    expect(scepticClaim(figure(null), 'share')).toBeNull();
    expect(scepticClaim(figure(0), 'count')).toBeNull();
    expect(scepticClaim(figure(-0.1), 'lead')).toBeNull();
  });

  it('fails on its threshold, is unclear across it, and is gone without a figure', () => {
    const claim = { kind: 'direction', low: 0, high: null } as const;
    expect(claimStanding(claim, figure(0))).toBe('fails');
    expect(claimStanding(claim, figure(5, 1, 9))).toBe('holds');
    expect(claimStanding(claim, figure(5, -1, 9))).toBe('unclear');
    expect(claimStanding(claim, figure(-5, -9, 9))).toBe('fails');
    expect(claimStanding(claim, null)).toBe('gone');
    expect(claimStanding({ kind: 'interval', low: 2, high: 4 }, figure(4, 3, 6))).toBe('holds');
  });

  it('holds of the figure it was made from', () => {
    fc.assert(fc.property(fc.constantFrom('seconds-difference', 'share-difference', 'share', 'count', 'seconds', 'points'), fc.double({ min: 0.01, max: 0.9, noNaN: true }), fc.double({ min: 0, max: 0.5, noNaN: true }), (unit, estimate, reach) => {
      const made = figure(estimate, estimate - reach, estimate + reach);
      const claim = scepticClaim(made, unit);
      expect(claim === null ? 'holds' : claimStanding(claim, made)).toBe('holds');
    }), { numRuns: 100 });
  });

  it('measures the way to the nearest threshold in the unit and in standard errors', () => {
    expect(claimDistance({ kind: 'direction', low: 0, high: null }, figure(10, 6.08, 13.92))).toMatchObject({ threshold: 0, distance: 10, errors: 5 });
    expect(claimDistance({ kind: 'size', low: 20, high: 80 }, figure(40))).toEqual({ threshold: 20, distance: 20, errors: null });
  });
});

describe('how far to trust', () => {
  it('goes by counts alone', () => {
    expect(scepticVerdict(['holds', 'holds', 'unclear'], { draws: 200, held: 180 })).toEqual({ level: 'holds', tried: 3, held: 3, unclear: 1, failed: 0 });
    expect(scepticVerdict(['holds', 'holds', 'fails'], { draws: 200, held: 200 }).level).toBe('depends');
    expect(scepticVerdict(['holds'], { draws: 200, held: 179 }).level).toBe('depends');
    expect(scepticVerdict(['holds', 'gone'], null).level).toBe('falls');
    expect(scepticVerdict(['holds'], { draws: 10, held: 4 }).level).toBe('falls');
    expect(scepticVerdict([], null).level).toBe('untried');
  });
});
