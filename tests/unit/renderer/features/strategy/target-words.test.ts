import { describe, expect, it } from 'vitest';
import type { ChartVoice } from '../../../../../src/renderer/charts/chart-voice.ts';
import { planProblems, planSentence, planTarget, FIRST_PLAN, type FoundPlan } from '../../../../../src/renderer/features/strategy/cheapest-plan-words.ts';
import { reasonWords, signedNumber, targetSentence, type TargetEffect } from '../../../../../src/renderer/features/strategy/target-words.ts';
import { tenHoursSentence, typedTenHours, type TenHours } from '../../../../../src/renderer/features/strategy/ten-hours-words.ts';

const write = (value: number): string => String(Math.round(value * 10) / 10);
const voice = { text: (key: string, values: object = {}) => `${key} ${JSON.stringify(values)}`, count: write, number: write, inHundred: (share: number) => write(share * 100), duration: (seconds: number) => `${String(seconds)} s`, network: (code: string) => code } as unknown as ChartVoice;
const moved = (low: number, high: number): object => ({ time: { moved: { estimate: (low + high) / 2, low, high } } });
const effect = (given: object): TargetEffect => ({ n: 40, reason: null, time: null, forecast: null, ...given }) as unknown as TargetEffect;

describe('targetSentence', () => {
  it('tells what is foretold before the hours, and the hours before what is missing', () => {
    expect(targetSentence(effect({ ...moved(2, 4), forecast: { requests: { estimate: 5, low: 1, high: 9 } } }), voice)).toEqual({ form: 'clear', text: 'targets.target.title.more {"n":"5","low":"1","high":"9"}' });
    expect(targetSentence(effect({ forecast: { requests: { estimate: -5, low: -9, high: -1 } } }), voice).text).toBe('targets.target.title.fewer {"n":"5","low":"1","high":"9"}');
    expect(targetSentence(effect({ forecast: { requests: { estimate: 1, low: -2, high: 4 } } }), voice)).toEqual({ form: 'not-clear', text: 'targets.target.title.unclear {"n":"1","low":"−2","high":"+4"}' });
    expect(targetSentence(effect({ ...moved(-4, -2), reason: 'not-passed' }), voice).text).toBe('targets.target.title.outOf {"hours":"3","low":"2","high":"4"}');
    expect(targetSentence(effect({ ...moved(-1, 2), reason: 'not-passed' }), voice).form).toBe('not-clear');
    expect(targetSentence(effect({ reason: 'minutes' }), voice)).toMatchObject({ form: 'too-few', text: 'targets.target.title.minutes {"n":"40"}' });
    expect(targetSentence(effect({ reason: 'no-target' }), voice).text).toContain('title.none');
  });

  it('gives a reason only where no sentence holds it already', () => {
    expect(reasonWords(effect({ reason: 'minutes' }), voice)).toBeNull();
    expect(reasonWords(effect({ reason: 'not-passed' }), voice)).toContain('reason.not-passed');
    expect(signedNumber(0.01, write)).toBe('0');
  });
});

describe('tenHoursSentence', () => {
  const value = (given: object): TenHours => ({ reason: null, hours: 10, more: { estimate: 9, low: 7, high: 12 }, best: null, alike: false, networks: [{ tooFew: false }, { tooFew: false }], ...given }) as unknown as TenHours;
  it('names a network only where it is the best in every case', () => {
    expect(tenHoursSentence(value({ best: 'x' }), voice)).toMatchObject({ form: 'clear', text: 'targets.ten.title.best {"hours":"10","more":"9","low":"7","high":"12","network":"x"}' });
    expect(tenHoursSentence(value({ best: 'x', networks: [{ tooFew: false }, { tooFew: true }] }), voice).text).toContain('title.only');
    expect(tenHoursSentence(value({ alike: true }), voice)).toMatchObject({ form: 'not-clear' });
    expect(tenHoursSentence(value({}), voice).text).toContain('title.depends');
    expect(tenHoursSentence(value({ reason: 'too-few', more: null }), voice)).toMatchObject({ form: 'too-few' });
  });

  it('reads hours and minutes as they are typed', () => {
    expect(typedTenHours({ hours: '7,5', low: '4', high: '10' })).toEqual({ input: { hours: 7.5, minutes: { low: 4, high: 10 } }, badHours: false, badMinutes: false });
    expect(typedTenHours({ hours: '0', low: '', high: '' })).toEqual({ input: {}, badHours: true, badMinutes: false });
    expect(typedTenHours({ hours: '10', low: '9', high: '3' })).toMatchObject({ input: { hours: 10 }, badMinutes: true });
  });
});

describe('the target of a plan', () => {
  it('is read as it is typed', () => {
    expect(planTarget({ ...FIRST_PLAN, cost: '22,5' })).toEqual({ intent: null, withinSeconds: 86_400, share: 0.8, mostPeople: 6, costAnHour: 22.5 });
    expect(planProblems({ ...FIRST_PLAN, share: '4', people: '21', cost: 'x' })).toEqual({ share: true, people: true, cost: true });
    expect(planProblems(FIRST_PLAN)).toEqual({ share: false, people: false, cost: false });
  });

  it('names no plan where there is none', () => {
    const found = (given: object): FoundPlan => ({ plan: null, most: { hours: 1008 }, n: 12, ...given }) as unknown as FoundPlan;
    const target = planTarget(FIRST_PLAN);
    expect(planSentence(found({ reason: 'not-passed' }), target, voice)).toMatchObject({ form: 'too-few', text: 'targets.plan.title.notPassed {}' });
    expect(planSentence(found({ reason: 'none' }), target, voice).text).toBe('targets.plan.title.none {"share":"80","time":"86400 s","hours":"1008"}');
    expect(planSentence(found({ reason: 'too-few' }), target, voice).text).toContain('simulator.reason.too-few');
    expect(planSentence(found({ reason: null, plan: { hours: 45, cost: 900 } }), target, voice)).toMatchObject({ form: 'clear', text: 'targets.plan.title.foundCost {"share":"80","time":"86400 s","hours":"45","cost":"900"}' });
  });
});
