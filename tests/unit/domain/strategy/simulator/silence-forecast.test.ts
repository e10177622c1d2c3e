import { describe, expect, it } from 'vitest';
import type { ArrivedRequest } from '../../../../../src/domain/strategy/simulator/arrived-request.ts';
import { answeredShare, knownAt, wholeWeeks } from '../../../../../src/domain/strategy/simulator/arrived-request.ts';
import { seededRandom } from '../../../../../src/domain/stats/seeded-random.ts';
import { drawnRequests, minutesBetween } from '../../../../../src/domain/strategy/simulator/drawn-requests.ts';
import { effectiveMinutes } from '../../../../../src/domain/strategy/simulator/effective-minutes.ts';
import { servedRequests } from '../../../../../src/domain/strategy/simulator/served-requests.ts';
import { CURVE_MINUTES, runBand, silenceForecast, type ServicePlan } from '../../../../../src/domain/strategy/simulator/silence-forecast.ts';
import { silenceFit } from '../../../../../src/domain/strategy/simulator/silence-fit.ts';
import { simulatorBackTest } from '../../../../../src/domain/strategy/simulator/simulator-back-test.ts';
import { peopleByHour, WEEK_MINUTES } from '../../../../../src/domain/strategy/simulator/week-hours.ts';

const office = (people: number): ServicePlan => ({ people: peopleByHour([{ people, days: [1, 2, 3, 4, 5], from: 9, to: 17 }]), place: [0, 0], everybody: [false, false] });
const LATEST = { first: 100, last: 111 };

/** Requests every two hours; one in four of the second intent is never answered, the others `wait` minutes later. */
function regular(wait: (week: number, at: number) => number, weeks = 14): ArrivedRequest[] {
  return Array.from({ length: weeks * 84 }, (_, at): ArrivedRequest => {
    const week = 99 + Math.floor(at / 84);
    const silent = at % 8 === 3;
    return { wallMinute: 99 * WEEK_MINUTES + at * 120 + 7, intent: at % 2, waitedMinutes: silent ? 20_000 : wait(week, at), answered: !silent, askerId: at };
  });
}

describe('silenceFit', () => {
  const requests = regular(() => 300);
  it('counts whole weeks and their requests by hour of the week', () => {
    expect(wholeWeeks(requests, 12)).toEqual(LATEST);
    const { rates, n, weeks } = silenceFit(requests, LATEST, 2);
    expect([n, weeks]).toEqual([1008, 12]);
    // even hours hold one request a week: the first intent at 0, 4, 8 o'clock, the second at 2, 6, 10
    expect([rates[0]?.[0], rates[0]?.[1], rates[1]?.[2], rates[1]?.[4]].map((rate) => Math.round((rate ?? 0) * 1e9) / 1e9)).toEqual([1, 0, 1, 0]);
  });

  it('reads the plateau off the end of the curve', () => {
    const { plateaus } = silenceFit(requests, LATEST, 2);
    expect(plateaus[0]).toMatchObject({ estimate: 0, pooled: false });
    expect(plateaus[1]?.estimate).toBeCloseTo(0.25, 12);
    expect(plateaus[1]?.low).toBeLessThan(0.25);
  });

  it('does not know answers that came later', () => {
    const known = knownAt([{ wallMinute: 0, intent: 0, waitedMinutes: 100, answered: true, askerId: 1 }, { wallMinute: 90, intent: 0, waitedMinutes: 5, answered: true, askerId: 2 }], 50);
    expect(known).toEqual([{ wallMinute: 0, intent: 0, waitedMinutes: 50, answered: false, askerId: 1 }]);
    expect(answeredShare(known, 60)).toEqual({ k: 0, n: 0, share: null });
  });
});

describe('silenceForecast', () => {
  const fit = silenceFit(regular(() => 300), LATEST, 2);
  const options = { runs: 40, seed: 7, weeks: 3, handling: minutesBetween({ low: 5, high: 15 }) };

  it('gives the same for the same seed, and something else for another', () => {
    const [one] = silenceForecast(fit, [office(1)], options);
    expect(silenceForecast(fit, [office(1)], options)).toEqual([one]);
    expect(silenceForecast(fit, [office(1)], { ...options, seed: 8 })).not.toEqual([one]);
  });

  it('never brings the curve under the plateau, however many people there are', () => {
    const [crowd, policy] = silenceForecast(fit, [office(40), { ...office(40), everybody: [false, true] }], options);
    const end = CURVE_MINUTES.length - 1;
    expect(crowd?.byIntent[1]?.waiting[end]?.estimate).toBeCloseTo(0.25, 1);
    expect(crowd?.byIntent[1]?.waiting[end]?.low).toBeGreaterThan(0.1);
    expect(policy?.byIntent[1]?.waiting[end]?.estimate).toBe(0);
    expect(crowd?.byIntent[0]?.waiting[end]?.estimate).toBe(0);
  });

  it('answers no fewer within a day, in any run, with more people', () => {
    const [few, many] = silenceForecast(fit, [office(1), office(2)], { ...options, handling: minutesBetween({ low: 10, high: 40 }) });
    expect([...(many?.dayByRun ?? [])].every((share, run) => share >= (few?.dayByRun[run] ?? 1))).toBe(true);
    expect(many?.all.within[1]?.estimate).toBeGreaterThan(few?.all.within[1]?.estimate ?? 1);
    // what arrives after Friday waits for Monday with either team
    expect(few?.backlog.estimate).toBeGreaterThanOrEqual(many?.backlog.estimate ?? Infinity);
    expect(few?.busy[38]).toBeGreaterThan(many?.busy[38] ?? 1);
    expect(few?.busy[8]).toBeNull();
  });

  it('finds back the handling minutes that made a share', () => {
    const [made] = silenceForecast(fit, [office(1)], { runs: 60, seed: 3, weeks: 4, handling: minutesBetween({ low: 15, high: 60 }), uncertain: false });
    const share = (made?.dayByRun ?? new Float64Array(0)).reduce((sum, value) => sum + value, 0) / 60;
    const found = effectiveMinutes(fit, office(1), { share, seed: 11 });
    expect(found).toBeGreaterThan(24);
    expect(found).toBeLessThan(38);
    expect(effectiveMinutes(fit, office(1), { share: 0.99, seed: 11 })).toBeNull();
  });

  it('takes the middle and nine tenths of runs', () => {
    expect(runBand(Float64Array.from({ length: 101 }, (_, at) => at))).toEqual({ estimate: 50, low: 5, high: 95, runs: 101 });
    expect(runBand([Number.NaN])).toBeNull();
  });
});

describe('simulatorBackTest', () => {
  const test = { span: LATEST, intents: 2, plan: office(1), runs: 60, seed: 5 };

  it('asks for eight whole weeks', () => {
    expect(simulatorBackTest(regular(() => 300), { ...test, span: { first: 105, last: 111 }, minutes: null }).verdict).toBe('too-few-weeks');
  });

  it('does not pass a team whose hours cannot give what was seen', () => {
    // half an hour after every request, nights and Sundays too
    const found = simulatorBackTest(regular(() => 30), { ...test, minutes: null });
    expect(found).toMatchObject({ verdict: 'team-does-not-fit', weeks: [] });
  });

  it('says that bands miss where the last weeks went quite differently', () => {
    const found = simulatorBackTest(regular((week, at) => (week >= 109 ? 3000 : at % 2 === 0 ? 300 : 2000)), { ...test, minutes: null });
    expect(found.verdict).toBe('bands-miss');
    expect(found.weeks.map(({ week, k }) => [week, k])).toEqual([[109, 0], [110, 0], [111, 0]]);
    expect(found.errorOfSame).toBeGreaterThan(0.3);
  });

  it('holds the weeks of data that the model itself made, and passes where it also beats the last period', () => {
    const found = Array.from({ length: 10 }, (_, seed) => simulatorBackTest(modelled(seed), { ...test, runs: 40, minutes: { low: 15, high: 45 } }));
    // nine in ten weeks are inside by construction
    const weeks = found.flatMap((one) => one.weeks);
    expect(weeks).toHaveLength(30);
    expect(weeks.filter(({ inside }) => inside).length).toBeGreaterThanOrEqual(24);
    expect(found.filter(({ verdict }) => verdict === 'passed').length).toBeGreaterThanOrEqual(3);
    for (const { verdict, covered, error, errorOfSame } of found) expect(verdict).toBe(covered < 3 ? 'bands-miss' : (error ?? 1) < (errorOfSame ?? 0) ? 'passed' : 'no-better');
  });
});

/** Fourteen weeks of requests as the model makes them with one person. */
function modelled(seed: number): ArrivedRequest[] {
  const requests = drawnRequests({ rates: [0.3, 0.2].map((rate) => new Float64Array(168).fill(rate)), silence: [0, 0.3], handling: minutesBetween({ low: 15, high: 45 }), weeks: 16 }, seededRandom(seed + 500));
  const { answeredAt } = servedRequests(requests, { people: office(1).people, place: [0, 0], weeks: 16, busyFrom: 0 });
  return Array.from({ length: requests.count }, (_, at): ArrivedRequest => {
    const arrived = requests.atMinutes[at] ?? 0;
    const answered = answeredAt[at] ?? Infinity;
    return { wallMinute: 98 * WEEK_MINUTES + arrived, intent: requests.intent[at] ?? 0, waitedMinutes: Math.min(answered, 16 * WEEK_MINUTES) - arrived, answered: answered < Infinity, askerId: at };
  }).filter(({ wallMinute }) => wallMinute >= 99 * WEEK_MINUTES && wallMinute < 113 * WEEK_MINUTES);
}
