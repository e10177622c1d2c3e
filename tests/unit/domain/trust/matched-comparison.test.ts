import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyFigure } from '../../../../src/domain/trust/event-study.ts';
import { matchedComparison, type MatchUnit } from '../../../../src/domain/trust/matched-comparison.ts';

interface Side {
  readonly unit: readonly number[];
  readonly person: readonly number[];
  readonly stratum: readonly number[];
  readonly x: readonly (readonly number[])[];
}
interface Reference {
  readonly cases: Side;
  readonly controls: Side;
  readonly sets: readonly (readonly number[])[];
  readonly balance: { readonly before: readonly number[]; readonly after: readonly number[] };
  readonly outcome: { readonly cases: readonly (number | null)[]; readonly controls: readonly (number | null)[] };
  readonly figure: { readonly sets: number; readonly cases: number; readonly controls: number; readonly difference: number; readonly low: number; readonly high: number };
}

const reference = JSON.parse(readFileSync(fileURLToPath(new URL('../../../reference/trust-events/trust-events.json', import.meta.url)), 'utf8')) as Reference;
const unitsOf = ({ unit, person, stratum, x }: Side): MatchUnit[] => unit.map((unitId, at) => ({ unitId, personId: person[at] ?? 0, stratum: String(stratum[at]), covariates: x[at] ?? [] }));
const withGaps = (values: readonly (number | null)[]): Float64Array => Float64Array.from(values, (value) => value ?? Number.NaN);
const unit = (unitId: number, covariates: readonly number[], { personId = unitId, stratum = 'facebook 2026-3' } = {}): MatchUnit => ({ unitId, personId, stratum, covariates });

describe('matched sets', () => {
  const found = matchedComparison(unitsOf(reference.cases), unitsOf(reference.controls));

  it('are those of an outside computation, with its balance', () => {
    const expected = reference.sets.flatMap((controlAts, caseAt) => (controlAts.length === 0 ? [] : [{ caseAt, controlAts }]));
    expect(found.sets).toEqual(expected);
    expect(found.unmatched).toEqual(reference.sets.flatMap((controlAts, caseAt) => (controlAts.length === 0 ? [caseAt] : [])));
    found.balance.forEach(({ before, after }, at) => {
      expect(before).toBeCloseTo(reference.balance.before[at] ?? 0, 10);
      expect(after).toBeCloseTo(reference.balance.after[at] ?? 0, 10);
    });
  });

  it('carry the outcome that an outside computation finds, with limits within a hundredth of two hundred thousand draws', () => {
    const figure = studyFigure(found.sets, { cases: withGaps(reference.outcome.cases), controls: withGaps(reference.outcome.controls) }, { seed: 1 });
    const { sets, cases, controls, difference, low, high } = reference.figure;
    expect(figure.sets).toBe(sets);
    expect(figure.cases).toBeCloseTo(cases, 12);
    expect(figure.controls).toBeCloseTo(controls, 12);
    expect(figure.difference).toBeCloseTo(difference, 12);
    expect(Math.abs((figure.interval?.low ?? 0) - low)).toBeLessThan(0.05);
    expect(Math.abs((figure.interval?.high ?? 0) - high)).toBeLessThan(0.05);
  });

  it('take the nearest first, at most three, within the caliper and the stratum', () => {
    const controls = [unit(11, [1.05]), unit(12, [1.01]), unit(13, [1.02]), unit(14, [1.03]), unit(15, [3]), unit(16, [1], { stratum: 'facebook 2026-4' }), unit(17, [-1])];
    const { sets } = matchedComparison([unit(1, [1]), unit(2, [9])], controls);
    expect(sets).toEqual([{ caseAt: 0, controlAts: [1, 2, 3] }]);
  });

  it('use a person once, and nobody as the control of their own case', () => {
    const controls = [unit(11, [1], { personId: 50 }), unit(12, [1], { personId: 50 }), unit(13, [1], { personId: 1 }), unit(14, [2], { personId: 51 }), unit(15, [0], { personId: 52 })];
    const { sets, unmatched } = matchedComparison([unit(1, [1]), unit(2, [1])], controls);
    expect(sets).toEqual([{ caseAt: 0, controlAts: [0] }, { caseAt: 1, controlAts: [2] }]);
    expect(unmatched).toEqual([]);
  });

  it('serve first the case with the fewest possible controls', () => {
    const controls = [unit(11, [1]), unit(12, [5]), unit(13, [1])];
    const { sets } = matchedComparison([unit(1, [1]), unit(2, [5])], controls, { most: 1 });
    expect(sets).toEqual([{ caseAt: 0, controlAts: [0] }, { caseAt: 1, controlAts: [1] }]);
  });

  it('ask for equality where nothing varies, and say nothing of a balance without meaning', () => {
    const apart = matchedComparison([unit(1, [1]), unit(2, [1])], [unit(11, [2]), unit(12, [2])]);
    expect(apart).toEqual({ sets: [], unmatched: [0, 1], balance: [{ before: null, after: null }] });
    expect(matchedComparison([unit(1, [1])], [unit(11, [1])]).balance).toEqual([{ before: 0, after: 0 }]);
    expect(matchedComparison([], [unit(11, [1])])).toEqual({ sets: [], unmatched: [], balance: [] });
  });

  it('never share a person, never leave the caliper, whatever the data', () => {
    const units = (from: number) => fc.array(fc.record({ personId: fc.integer({ min: 0, max: 30 }), stratum: fc.constantFrom('a', 'b'), covariates: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.double({ min: 0, max: 2, noNaN: true })) }), { maxLength: 25 }).map((all) => all.map((one, at): MatchUnit => ({ ...one, unitId: from + at })));
    fc.assert(fc.property(units(0), units(100), (cases, controls) => {
      const { sets, unmatched } = matchedComparison(cases, controls);
      expect(sets.length + unmatched.length).toBe(cases.length);
      const people = sets.flatMap(({ controlAts }) => controlAts.map((at) => controls[at]?.personId));
      expect(new Set(people).size).toBe(people.length);
      for (const { caseAt, controlAts } of sets) {
        expect(controlAts.length).toBeLessThanOrEqual(3);
        for (const at of controlAts) {
          expect(controls[at]?.stratum).toBe(cases[caseAt]?.stratum);
          expect(controls[at]?.personId).not.toBe(cases[caseAt]?.personId);
        }
      }
    }), { numRuns: 60 });
  });
});

describe('the figure of matched sets', () => {
  const sets = Array.from({ length: 24 }, (_, caseAt) => ({ caseAt, controlAts: [2 * caseAt, 2 * caseAt + 1] }));

  it('is not given under twenty sets that have the outcome', () => {
    const cases = Float64Array.from(sets, ({ caseAt }) => (caseAt < 5 ? Number.NaN : 1));
    expect(studyFigure(sets, { cases, controls: new Float64Array(48) }, { seed: 1 })).toMatchObject({ sets: 19, difference: null, interval: null, tooFew: true });
    expect(studyFigure([], { cases: [], controls: [] }, { seed: 1 })).toMatchObject({ sets: 0, tooFew: true });
  });

  it('leaves out missing controls and weighs each set once', () => {
    const controls = Float64Array.from({ length: 48 }, (_, at) => (at % 2 === 0 ? 2 : at % 4 === 1 ? Number.NaN : 4));
    const figure = studyFigure(sets, { cases: new Float64Array(24).fill(1), controls }, { seed: 1, draws: 200 });
    expect(figure).toMatchObject({ sets: 24, cases: 1, controls: 2.5, difference: -1.5, casesInterval: null });
    expect(figure.interval?.low).toBeLessThan(-1.5);
  });

  it('gives no limits where every set differs by the same amount', () => {
    expect(studyFigure(sets, { cases: new Float64Array(24), controls: new Float64Array(48) }, { seed: 1 })).toMatchObject({ difference: 0, interval: null, tooFew: false });
  });

  it('is the same for the same seed, and its limits move with another', () => {
    const cases = Float64Array.from(sets, ({ caseAt }) => Math.sin(caseAt));
    const at = (seed: number) => studyFigure(sets, { cases, controls: new Float64Array(48) }, { seed, draws: 200 });
    expect(at(3)).toEqual(at(3));
    expect(at(3).interval).not.toEqual(at(4).interval);
  });
});
