import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { underRaisedFloors } from '../../../../src/app/counting/raised-floors.ts';
import { LEAST_FLOORS } from '../../../../src/domain/model/floors.ts';

const share = z.object({ k: z.number(), n: z.number(), estimate: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });
const group = z.object({ key: z.string(), n: z.number(), authors: z.number().nullable(), medianSeconds: z.number().nullable(), tooFew: z.boolean(), reason: z.string().nullable(), within: z.array(z.object({ seconds: z.number(), estimate: z.number().nullable() })), steps: z.array(z.object({ at: z.number() })) });
const schema = z.object({ total: z.number(), groups: z.array(group), answered: share.nullable(), by: z.record(z.string(), share) });
const part = (n: number): z.output<typeof share> => ({ k: Math.min(7, n), n, estimate: 0.5, low: 0.4, high: 0.6 });
const one = (n: number, authors: number | null = 40): z.output<typeof group> => ({ key: 'trouble', n, authors, medianSeconds: 60, tooFew: false, reason: null, within: [{ seconds: 60, estimate: 0.5 }], steps: [{ at: 1 }] });

test('a figure of fewer cases than asked for says so, keeps its counts and loses its numbers', () => {
  const given = { total: 9, groups: [one(45), one(200)], answered: part(45), by: { it: part(45), en: part(300) } };
  const found = schema.parse(underRaisedFloors(schema, given, { people: 5, cases: 50 }));
  expect(found.groups[0]).toEqual({ key: 'trouble', n: 45, authors: 40, medianSeconds: null, tooFew: true, reason: null, within: [{ seconds: 60, estimate: null }], steps: [] });
  expect(found.groups[1]).toEqual(one(200));
  expect(found.answered).toEqual({ k: 7, n: 45, estimate: null, low: null, high: null });
  expect(found.by).toEqual({ it: { k: 7, n: 45, estimate: null, low: null, high: null }, en: part(300) });
});

test('weeks, hours and sentences of few cases lose what they tell', () => {
  const estimate = z.object({ estimate: z.number(), low: z.number(), high: z.number() });
  const weeks = z.object({
    weeks: z.array(z.object({ n: z.number(), withinDay: z.object({ estimate: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable(), gap: z.enum(['too-few', 'not-yet-observable']).nullable() }) })),
    cells: z.array(z.object({ requests: z.number(), answers: z.number(), withinDay: estimate.nullable() })),
    findings: z.array(z.object({ rule: z.string(), form: z.enum(['clear', 'too-few']), evidence: z.record(z.string(), z.unknown()), n: z.number(), people: z.number() })),
  });
  const figure = { estimate: 0.5, low: 0.4, high: 0.6 };
  const given = {
    weeks: [{ n: 40, withinDay: { ...figure, gap: null } }, { n: 90, withinDay: { ...figure, gap: null } }], cells: [{ requests: 40, answers: 3, withinDay: figure }, { requests: 90, answers: 3, withinDay: figure }],
    findings: [{ rule: 'a', form: 'clear' as const, evidence: {}, n: 40, people: 30 }, { rule: 'b', form: 'clear' as const, evidence: {}, n: 90, people: 30 }],
  };
  const found = weeks.parse(underRaisedFloors(weeks, given, { people: 5, cases: 50 }));
  expect(found.weeks).toEqual([{ n: 40, withinDay: { estimate: null, low: null, high: null, gap: 'too-few' } }, given.weeks[1]]);
  expect(found.cells).toEqual([{ requests: 40, answers: 3, withinDay: null }, given.cells[1]]);
  expect(found.findings.map(({ rule }) => rule)).toEqual(['b']);
});

test('people have a floor of their own; an unknown number of them withholds nothing', () => {
  const given = { total: 9, groups: [one(200, 8), one(200, null)], answered: null, by: {} };
  const found = schema.parse(underRaisedFloors(schema, given, { people: 10, cases: 30 }));
  expect(found.groups.map(({ tooFew }) => tooFew)).toEqual([true, false]);
});

test('under the floors of the definitions nothing changes, whatever the answer', () => {
  const given = { total: 9, groups: [one(2, 1)], answered: part(2), by: {} };
  expect(underRaisedFloors(schema, given, LEAST_FLOORS)).toEqual(given);
});

test('an answer still fits its operation, and no figure below the floors is left', () => {
  const floors = fc.record({ people: fc.integer({ min: 5, max: 100 }), cases: fc.integer({ min: 30, max: 1000 }) });
  fc.assert(fc.property(floors, fc.array(fc.record({ n: fc.integer({ min: 0, max: 1200 }), authors: fc.integer({ min: 0, max: 150 }) })), (asked, groups) => {
    const found = schema.parse(underRaisedFloors(schema, { total: 1, groups: groups.map(({ n, authors }) => one(n, authors)), answered: null, by: {} }, asked));
    for (const { n, authors, tooFew, medianSeconds } of found.groups) {
      const isUnder = (asked.cases > 30 && n < asked.cases) || (asked.people > 5 && (authors ?? Infinity) < asked.people);
      expect([tooFew, medianSeconds === null]).toEqual([isUnder, isUnder]);
    }
  }), { numRuns: 100 });
});
