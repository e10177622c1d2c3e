import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../../src/domain/stats/seeded-random.ts';
import { drawnRequests } from '../../../../../src/domain/strategy/simulator/drawn-requests.ts';
import { erlangC } from '../../../../../src/domain/strategy/simulator/erlang-c.ts';
import { servedRequests } from '../../../../../src/domain/strategy/simulator/served-requests.ts';

interface Reference { readonly cases: readonly { readonly people: number; readonly load: number; readonly waits: number; readonly meanWait: number }[] }
const reference = JSON.parse(readFileSync(new URL('../../../../reference/simulator/erlang-c.json', import.meta.url), 'utf8')) as Reference;

describe('erlangC', () => {
  it.each(reference.cases)('agrees with exact fractions: $people people, load $load', ({ people, load, waits, meanWait }) => {
    const wait = erlangC({ people, rate: load / 7, handling: 7 });
    expect(wait?.waits).toBeCloseTo(waits, 12);
    expect((wait?.meanWait ?? 0) / 7).toBeCloseTo(meanWait, 12);
  });

  it('agrees with printed tables: ten people, nine in ten of their time asked for', () => {
    expect(erlangC({ people: 2, rate: 1, handling: 1 })?.waits).toBeCloseTo(1 / 3, 12);
    expect(erlangC({ people: 10, rate: 9, handling: 1 })?.waits).toBeCloseTo(0.6687, 4);
  });

  it('knows no wait where more arrives than can be handled', () => {
    expect(erlangC({ people: 3, rate: 3, handling: 1 })).toBeNull();
  });

  it('is what the simulator gives at a constant rate with exponential handling', () => {
    // 3 people, a request every 5 minutes on average, 12 minutes each: 80 in 100 of their time
    const weeks = 3;
    const runs = 40;
    const constant = { rates: [new Float64Array(168).fill(12)], silence: [0], handling: (drawn: number) => -12 * Math.log(1 - drawn), weeks };
    const waited: number[] = [];
    const means: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const requests = drawnRequests(constant, seededRandom(100 + run));
      const { begunAt } = servedRequests(requests, { people: new Uint16Array(168).fill(3), place: [0], weeks, busyFrom: 0 });
      const waits = Array.from(begunAt, (begun, at) => begun - (requests.atMinutes[at] ?? 0)).slice(300, requests.count - 100);
      waited.push(waits.filter((wait) => wait > 1e-9).length / waits.length);
      means.push(waits.reduce((sum, wait) => sum + wait, 0) / waits.length);
    }
    const expected = erlangC({ people: 3, rate: 12 / 60, handling: 12 });
    // four standard errors of the mean over runs
    for (const [values, value] of [[waited, expected?.waits ?? 0], [means, expected?.meanWait ?? 0]] as const) {
      const mean = values.reduce((sum, one) => sum + one, 0) / runs;
      const error = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (runs - 1) / runs);
      expect(Math.abs(mean - value)).toBeLessThan(4 * error);
      expect(error).toBeLessThan(0.05 * value);
    }
  });
});
