import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATION_LINES, type FormationShares } from '../../../../src/domain/model/formation-line.ts';
import type { HandlingMinutes } from '../../../../src/domain/strategy/formation.ts';
import { linesWithoutMinutes, targetTime } from '../../../../src/domain/strategy/target-time.ts';

const shares = (given: Partial<FormationShares>): FormationShares => ({ presence: 0, listening: 0, promotion: 0, crm: 0, 'one-to-one': 0, surprise: 0, ...given });
const OBSERVED = shares({ presence: 0.6, listening: 0.3, promotion: 0.1 });
const TARGET = shares({ presence: 0.3, listening: 0.6, promotion: 0.1 });

describe('targetTime', () => {
  it('keeps the total of the week, as counted by hand', () => {
    // 60 x 20 + 30 x 10 + 10 x 40 = 1,900 minutes; a message of the target takes .3 x 20 + .6 x 10 + .1 x 40 = 16, so 118.75 of them, of which .6 listen: 712.5
    const time = targetTime({ messagesAWeek: 100, observed: OBSERVED, target: TARGET, minutes: { presence: { low: 20, high: 20 }, listening: { low: 10, high: 10 }, promotion: { low: 40, high: 40 } } });
    expect(time?.team).toEqual({ estimate: 1900, low: 1900, high: 1900 });
    expect(time?.listeningToday.estimate).toBe(300);
    expect(time?.moved.estimate).toBeCloseTo(412.5, 9);
    expect(time?.moved.low).toBeCloseTo(412.5, 9);
  });

  it('moves nothing where the target is what is played, whatever the minutes', () => {
    const time = targetTime({ messagesAWeek: 80, observed: OBSERVED, target: OBSERVED, minutes: { presence: { low: 5, high: 50 }, listening: { low: 1, high: 30 }, promotion: { low: 10, high: 90 } } });
    expect(time?.moved.low).toBeCloseTo(0, 9);
    expect(time?.moved.high).toBeCloseTo(0, 9);
  });

  it('says nothing until every line that is played has minutes', () => {
    const minutes: HandlingMinutes = { presence: { low: 5, high: 50 }, listening: { low: 0, high: 30 } };
    expect(linesWithoutMinutes({ observed: OBSERVED, target: shares({ ...TARGET, surprise: 0.1 }), minutes })).toEqual(['listening', 'promotion', 'surprise']);
    expect(targetTime({ messagesAWeek: 80, observed: OBSERVED, target: TARGET, minutes })).toBeNull();
  });

  it('bounds hold for every minute within the ranges', () => {
    const line = fc.record({ observed: fc.integer({ min: 0, max: 9 }), target: fc.integer({ min: 0, max: 9 }), low: fc.double({ min: 0.5, max: 60, noNaN: true }), more: fc.double({ min: 0, max: 60, noNaN: true }), at: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(fc.property(fc.array(line, { minLength: 6, maxLength: 6 }).filter((lines) => lines.some(({ observed }) => observed > 0) && lines.some(({ target }) => target > 0)), (lines) => {
      const of = <Value>(value: (one: (typeof lines)[number]) => Value): Record<(typeof FORMATION_LINES)[number], Value> => Object.fromEntries(FORMATION_LINES.map((code, at) => [code, value(lines[at] as (typeof lines)[number])])) as Record<(typeof FORMATION_LINES)[number], Value>;
      const [all, wanted] = [lines.reduce((sum, { observed }) => sum + observed, 0), lines.reduce((sum, { target }) => sum + target, 0)];
      const input = { messagesAWeek: 50, observed: of(({ observed }) => observed / all), target: of(({ target }) => target / wanted) };
      const bounds = targetTime({ ...input, minutes: of(({ low, more }) => ({ low, high: low + more })) });
      const inside = targetTime({ ...input, minutes: of(({ low, more, at }) => ({ low: low + at * more, high: low + at * more })) });
      if (bounds === null || inside === null) throw new Error('minutes are given for every line');
      expect(inside.moved.estimate).toBeGreaterThanOrEqual(bounds.moved.low - 1e-6);
      expect(inside.moved.estimate).toBeLessThanOrEqual(bounds.moved.high + 1e-6);
      // nobody is hired: no more can come into listening than the others spend, no more can leave than listening has
      expect(bounds.moved.estimate).toBeLessThanOrEqual(bounds.team.estimate - bounds.listeningToday.estimate + 1e-6);
      expect(bounds.moved.estimate).toBeGreaterThanOrEqual(-bounds.listeningToday.estimate - 1e-6);
    }), { seed: 22, numRuns: 300 });
  });
});
