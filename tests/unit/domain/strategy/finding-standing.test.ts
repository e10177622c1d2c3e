import { describe, expect, it } from 'vitest';
import { findingStanding, type FindingFigure } from '../../../../src/domain/strategy/finding-standing.ts';

const figure = (estimate: number | null, low: number | null = null, high: number | null = null): FindingFigure => ({ estimate, low, high, n: 40 });

describe('findingStanding', () => {
  it('says that a figure is gone when it can no longer be computed, and weaker when too few cases are left', () => {
    expect(findingStanding(figure(0.4, 0.3, 0.5), null, 'share')).toBe('gone');
    expect(findingStanding(figure(0.4, 0.3, 0.5), figure(null), 'share')).toBe('weaker');
  });

  it('holds while the earlier estimate lies within the interval of now', () => {
    expect(findingStanding(figure(0.4, 0.3, 0.5), figure(0.47, 0.4, 0.55), 'share')).toBe('holds');
    expect(findingStanding(figure(0.4, 0.3, 0.5), figure(0.47, 0.41, 0.55), 'share')).toBe('changed');
  });

  it('a difference that was clear and now spans zero is weaker; one that never was clear only changes', () => {
    expect(findingStanding(figure(900, 100, 1700), figure(700, -50, 1500), 'seconds-difference')).toBe('weaker');
    expect(findingStanding(figure(900, -100, 1700), figure(700, -50, 1500), 'seconds-difference')).toBe('holds');
    expect(findingStanding(figure(900, -100, 1700), figure(-700, -950, -500), 'seconds-difference')).toBe('weaker');
  });

  it('compares numbers without an interval exactly', () => {
    expect(findingStanding(figure(12), figure(12), 'count')).toBe('holds');
    expect(findingStanding(figure(12), figure(13), 'count')).toBe('changed');
  });

  it('a finding of too few cases holds until there is a figure', () => {
    expect(findingStanding(figure(null), figure(null), 'share')).toBe('holds');
    expect(findingStanding(figure(null), figure(0.4, 0.3, 0.5), 'share')).toBe('changed');
  });
});
