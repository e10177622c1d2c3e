import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRILL_CHOICES } from '../../../../src/domain/model/ladder-step.ts';
import { drillScore, worstWeek, type DrilledMoment } from '../../../../src/domain/strategy/drill.ts';

const HOUR = 3600;
const moment = (minute: number, changes: Partial<DrilledMoment> = {}): DrilledMoment => ({ atMs: minute * 60_000, choice: 'answer', observable: true, answeredAfter: null, recurrent: false, ...changes });

describe('drillScore', () => {
  it('lets answers queue behind each other', () => {
    // seven at once take seventy minutes: the seventh is late for an hour
    const score = drillScore(Array.from({ length: 7 }, () => moment(0)), HOUR);
    expect(score).toMatchObject({ n: 7, team: 6, brand: 0, minutes: 70 });
  });
  it('answers nobody by waiting or handing over, and counts the brand by its own answers', () => {
    const score = drillScore([moment(0, { choice: 'wait', answeredAfter: HOUR }), moment(1, { choice: 'escalate', answeredAfter: HOUR + 1 }), moment(2, { choice: null }), moment(3, { choice: 'private', observable: false })], HOUR);
    expect(score).toEqual({ n: 3, team: 0, brand: 1, recurrent: 0, escalated: 0, escalations: 1, undecided: 1, minutes: 15 });
  });
  it('counts what came again and was sent to a department', () => {
    expect(drillScore([moment(0, { recurrent: true, choice: 'escalate' }), moment(1, { recurrent: true }), moment(2, { choice: 'escalate' })], HOUR)).toMatchObject({ recurrent: 2, escalated: 1, escalations: 2 });
  });
  it('never counts more than there is, and never loses by a longer limit', () => {
    const arbitrary = fc.array(fc.record({ minute: fc.nat(2000), choice: fc.constantFrom(null, ...DRILL_CHOICES), answeredAfter: fc.option(fc.nat(90_000)), observable: fc.boolean(), recurrent: fc.boolean() }), { maxLength: 60 });
    fc.assert(fc.property(arbitrary, (drawn) => {
      const moments = drawn.map(({ minute, ...rest }) => ({ ...rest, atMs: minute * 60_000 })).sort((one, other) => one.atMs - other.atMs);
      const [short, long] = [drillScore(moments, HOUR), drillScore(moments, 24 * HOUR)];
      expect(long.n).toBeGreaterThanOrEqual(long.team);
      expect(long.team).toBeGreaterThanOrEqual(short.team);
      expect(long.brand).toBeGreaterThanOrEqual(short.brand);
      expect(long.escalated).toBeLessThanOrEqual(Math.min(long.recurrent, long.escalations));
    }));
  });
});

describe('worstWeek', () => {
  it('takes most unanswered, then most, then the latest', () => {
    const week = (key: string, messages: number, unanswered: number) => ({ key, messages, unanswered });
    expect(worstWeek([week('a', 9, 1), week('b', 4, 3), week('c', 2, 2)])?.key).toBe('b');
    expect(worstWeek([week('a', 9, 0), week('b', 4, 0), week('c', 9, 0)])?.key).toBe('c');
    expect(worstWeek([week('a', 0, 0)])).toBeNull();
  });
});
