import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localClock } from '../../../../src/domain/model/local-clock.ts';
import { PROMISE_STATES } from '../../../../src/domain/model/promise-state.ts';
import { promiseWeeks } from '../../../../src/domain/trust/promise-weeks.ts';

const rome = localClock('Europe/Rome');
const at = (iso: string): number => Date.parse(iso);

describe('promises by week', () => {
  it('begins weeks on Monday at midnight of the zone, and fills the quiet ones', () => {
    const weeks = promiseWeeks([{ atMs: at('2026-03-22T22:30:00Z'), state: 'kept' }, { atMs: at('2026-03-22T23:30:00Z'), state: 'broken' }, { atMs: at('2026-04-12T12:00:00Z'), state: 'kept' }], rome);
    expect(weeks.map(({ startMs }) => new Date(startMs).toISOString())).toEqual(['2026-03-15T23:00:00.000Z', '2026-03-22T23:00:00.000Z', '2026-03-29T22:00:00.000Z', '2026-04-05T22:00:00.000Z']);
    expect(weeks.map(({ counts }) => counts.kept + counts.broken)).toEqual([1, 1, 0, 1]);
    expect(weeks[1]?.counts).toEqual({ open: 0, kept: 0, late: 0, broken: 1, unverifiable: 0 });
  });

  it('is empty without promises', () => {
    expect(promiseWeeks([], rome)).toEqual([]);
  });

  it('holds every promise in the week between whose ends it lies', () => {
    fc.assert(fc.property(fc.array(fc.record({ atMs: fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2026-01-01T00:00:00Z') }), state: fc.constantFrom(...PROMISE_STATES) }), { minLength: 1, maxLength: 20 }), fc.constantFrom('Europe/Rome', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu'), (promises, zone) => {
      const weeks = promiseWeeks(promises, localClock(zone));
      for (const [place, week] of weeks.entries()) {
        expect(week.endMs).toBe(weeks[place + 1]?.startMs ?? week.endMs);
        for (const state of PROMISE_STATES) expect(week.counts[state]).toBe(promises.filter((one) => one.state === state && one.atMs >= week.startMs && one.atMs < week.endMs).length);
      }
    }), { numRuns: 40 });
  });
});
