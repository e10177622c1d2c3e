import { describe, expect, it } from 'vitest';
import { simulatorSentence, unlikeWaits, type Simulation } from '../../../../../src/renderer/features/strategy/simulator-words.ts';
import type { ChartVoice } from '../../../../../src/renderer/charts/chart-voice.ts';

const voice = { text: (key: string, values: object = {}) => `${key} ${JSON.stringify(values)}`, count: (value: number) => String(Math.round(value)) } as unknown as ChartVoice;
const simulation = (verdict: string, low: number, high: number): Simulation => ({ backTest: { verdict }, difference: { estimate: (low + high) / 2, low, high } }) as unknown as Simulation;

describe('simulatorSentence', () => {
  it('has three forms, and foretells nothing without a back-test', () => {
    expect(simulatorSentence(simulation('passed', 0.1, 0.3), voice)).toEqual({ form: 'clear', text: 'simulator.title.clear {"more":"20","low":"10","high":"30"}' });
    expect(simulatorSentence(simulation('passed', -0.3, -0.1), voice)).toEqual({ form: 'clear', text: 'simulator.title.fewer {"more":"20","low":"10","high":"30"}' });
    expect(simulatorSentence(simulation('passed', 0, 0.1), voice).form).toBe('not-clear');
    expect(simulatorSentence(simulation('no-better', 0.1, 0.3), voice)).toEqual({ form: 'too-few', text: 'simulator.title.notCalibrated {}' });
  });
});

describe('unlikeWaits', () => {
  it('names the waits at which observed and simulated share no value', () => {
    const within = (rows: readonly (readonly [number, number, number])[]): object[] => rows.map(([seconds, low, high]) => ({ seconds, share: { estimate: (low + high) / 2, low, high } }));
    const value = { observed: { within: within([[3600, 0.5, 0.6], [86_400, 0.8, 0.9]]) }, today: { all: { within: within([[3600, 0, 0.1], [86_400, 0.85, 0.95]]) } } } as unknown as Simulation;
    expect(unlikeWaits(value)).toEqual([3600]);
  });
});
