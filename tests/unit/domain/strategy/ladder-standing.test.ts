import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GATE_IDS, GATE_STATES, LADDER_GATES, LADDER_STEPS, type GateState, type LadderGate } from '../../../../src/domain/model/ladder-step.ts';
import { gateState, ladderStanding } from '../../../../src/domain/strategy/ladder-standing.ts';

const share = (k: number, n: number, low: number | null = null, high: number | null = null) => ({ k, n, estimate: low === null ? null : k / n, low, high });
const gate = (name: string): LadderGate => {
  const found = LADDER_GATES.find((one) => one.gate === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const state = (name: string, figure: Parameters<typeof gateState>[1]['figure'], evidence: Parameters<typeof gateState>[1]['evidence'] = null): GateState => gateState(gate(name), { figure, evidence });

describe('the checklist', () => {
  it('gives every step three to five lines, once each', () => {
    for (const step of LADDER_STEPS) {
      const own = LADDER_GATES.filter((one) => one.step === step);
      expect(own.length).toBeGreaterThanOrEqual(3);
      expect(own.length).toBeLessThanOrEqual(5);
    }
    expect(new Set(GATE_IDS).size).toBe(GATE_IDS.length);
  });
});

describe('gateState', () => {
  it('wants the whole interval of a sample on one side of the threshold', () => {
    expect(state('trouble-day', share(90, 100, 0.82, 0.95))).toBe('met');
    expect(state('trouble-day', share(80, 100, 0.71, 0.87))).toBe('near');
    expect(state('trouble-day', share(40, 100, 0.31, 0.5))).toBe('unmet');
    expect(state('templates', share(10, 100, 0.05, 0.17))).toBe('met');
    expect(state('templates', share(50, 100, 0.4, 0.6))).toBe('unmet');
  });
  it('sees nothing in a sample of fewer than thirty, and judges a whole of three', () => {
    expect(state('trouble-day', share(9, 10))).toBe('not-visible');
    expect(state('places-answering', share(3, 3))).toBe('met');
    expect(state('places-answering', share(2, 3))).toBe('unmet');
    expect(state('places-answering', share(0, 0))).toBe('not-visible');
  });
  it('lets a document stand for what the data cannot show, never against what they show', () => {
    const paper = { document: 'verbale', dateMs: 0, declared: null };
    expect(state('trouble-day', null, paper)).toBe('met');
    expect(state('trouble-day', null, { ...paper, dateMs: null })).toBe('not-visible');
    expect(state('trouble-day', share(40, 100, 0.31, 0.5), paper)).toBe('unmet');
    expect(state('goals', null)).toBe('open');
    expect(state('goals', null, paper)).toBe('met');
    expect(state('decisions', null, { document: '', dateMs: null, declared: false })).toBe('unmet');
  });
  it('compares counts and times with their threshold', () => {
    const number = (estimate: number) => ({ k: null, n: null, estimate, low: null, high: null });
    expect(state('roles-reviewed', number(0))).toBe('met');
    expect(state('roles-reviewed', number(1))).toBe('unmet');
    expect(state('handed-over', number(172_801))).toBe('unmet');
  });
});

describe('ladderStanding', () => {
  it('never reaches a step over a red or hidden gate of data', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...GATE_STATES), { minLength: GATE_IDS.length, maxLength: GATE_IDS.length }), (states) => {
      const stateOf = (id: (typeof GATE_IDS)[number]): GateState => states[GATE_IDS.indexOf(id)] ?? 'open';
      for (const [position, { step, state: reached, heldBy }] of ladderStanding(stateOf).entries()) {
        const barred = LADDER_GATES.some((one) => LADDER_STEPS.indexOf(one.step) < position && one.kind === 'data' && ['unmet', 'not-visible'].includes(stateOf(one.gate)));
        const own = LADDER_GATES.filter((one) => one.step === step).every((one) => stateOf(one.gate) === 'met');
        expect(reached).toBe(!own ? 'not-reached' : barred ? 'blocked' : 'reached');
        expect(heldBy.length === 0).toBe(reached === 'reached');
      }
    }));
  });
  it('names the gate below that blocks a step', () => {
    const steps = ladderStanding((id) => (id === 'trouble-day' ? 'unmet' : 'met'));
    expect(steps.map(({ state: one }) => one)).toEqual(['reached', 'not-reached', 'blocked', 'blocked', 'blocked']);
    expect(steps[2]?.heldBy).toEqual(['trouble-day']);
  });
});
