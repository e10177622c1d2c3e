import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../../src/domain/stats/seeded-random.ts';
import { drawnRequests, minutesBetween, type DrawnRequests } from '../../../../../src/domain/strategy/simulator/drawn-requests.ts';
import { servedRequests } from '../../../../../src/domain/strategy/simulator/served-requests.ts';
import { peopleByHour } from '../../../../../src/domain/strategy/simulator/week-hours.ts';

const weekdays = [1, 2, 3, 4, 5];
const listed = (rows: readonly (readonly [at: number, intent: number, minutes: number, takenUp?: 0 | 1])[]): DrawnRequests => ({
  count: rows.length, atMinutes: Float64Array.from(rows, ([at]) => at), intent: Uint8Array.from(rows, ([, intent]) => intent), handlingMinutes: Float64Array.from(rows, ([, , minutes]) => minutes), takenUp: Uint8Array.from(rows, ([, , , takenUp = 1]) => takenUp),
});

describe('servedRequests', () => {
  it('answers as worked out by hand: one person, nine to ten, the rest goes on the next day', () => {
    const people = peopleByHour([{ people: 1, days: weekdays, from: 9, to: 10 }]);
    const requests = listed([[480, 0, 20], [500, 0, 30], [550, 0, 25], [560, 0, 5, 0]]);
    const { begunAt, answeredAt, busyMinutes } = servedRequests(requests, { people, place: [0], weeks: 1, busyFrom: 0 });
    expect([...begunAt]).toEqual([540, 560, 590, Infinity]);
    // ten of its 25 minutes are left over for Tuesday at nine
    expect([...answeredAt]).toEqual([560, 590, 1440 + 540 + 15, Infinity]);
    expect(busyMinutes[9]).toBe(60);
    expect(busyMinutes[33]).toBe(15);
  });

  it('lets what is urgent come first, and interrupts what is not', () => {
    const people = peopleByHour([{ people: 1, days: [1], from: 0, to: 24 }]);
    const requests = listed([[0, 1, 30], [5, 1, 10], [10, 0, 10]]);
    expect([...servedRequests(requests, { people, place: [0, 0], weeks: 1, busyFrom: 0 }).answeredAt]).toEqual([30, 40, 50]);
    expect([...servedRequests(requests, { people, place: [0, 1], weeks: 1, busyFrom: 0 }).answeredAt]).toEqual([40, 50, 20]);
  });

  it('finishes what ends with the shift', () => {
    const people = peopleByHour([{ people: 1, days: [1], from: 0, to: 1 }]);
    expect(servedRequests(listed([[30, 0, 30]]), { people, place: [0], weeks: 1, busyFrom: 0 }).answeredAt[0]).toBe(60);
  });

  it('never answers anybody later with more people, on the same requests', () => {
    fc.assert(fc.property(fc.integer(), fc.array(fc.nat(3), { minLength: 168, maxLength: 168 }), fc.array(fc.nat(2), { minLength: 168, maxLength: 168 }), fc.constantFrom([0, 0, 0], [0, 1, 2], [2, 0, 1]), (seed, few, more, place) => {
      const rates = [1, 0.7, 0.4].map((rate) => new Float64Array(168).fill(rate));
      const requests = drawnRequests({ rates, silence: [0.2, 0, 0.5], handling: minutesBetween({ low: 3, high: 90 }), weeks: 2 }, seededRandom(seed));
      const before = servedRequests(requests, { people: few, place, weeks: 2, busyFrom: 0 });
      const after = servedRequests(requests, { people: few.map((people, hour) => people + (more[hour] ?? 0)), place, weeks: 2, busyFrom: 0 });
      for (let at = 0; at < requests.count; at += 1) {
        if ((after.answeredAt[at] ?? 0) > (before.answeredAt[at] ?? 0) + 1e-6) return false;
      }
      return true;
    }), { numRuns: 40 });
  });
});
