import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixAndRate, type ComparedGroup } from '../../../../../src/domain/strategy/change/mix-and-rate.ts';
import { sharedCauses } from '../../../../../src/domain/strategy/change/shared-causes.ts';

interface Side { readonly shares: readonly number[]; readonly figures: readonly number[] }
interface Reference {
  readonly divided: readonly { readonly before: Side; readonly after: Side; readonly expected: { readonly mix: number; readonly rate: number; readonly groups: readonly { readonly mix: number; readonly rate: number }[] } }[];
  readonly causes: readonly { readonly figures: readonly number[]; readonly expected: readonly number[] }[];
}
// made by change.py beside it: one factor, one cause after the other, over every order
const reference = JSON.parse(readFileSync(new URL('../../../../reference/strategy/change.json', import.meta.url), 'utf8')) as Reference;

const groupsOf = (before: Side, after: Side): ComparedGroup[] =>
  before.shares.map((share, at) => ({ before: { share, figure: before.figures[at] ?? null }, after: { share: after.shares[at] ?? 0, figure: after.figures[at] ?? null } }));

describe('mix and rate', () => {
  it.each(reference.divided.map((one, at) => [at, one] as const))('case %i agrees with the replacement of one factor after the other', (_at, { before, after, expected }) => {
    const found = mixAndRate(groupsOf(before, after));
    expect(found.mix).toBeCloseTo(expected.mix, 12);
    expect(found.rate).toBeCloseTo(expected.rate, 12);
    expect(found.groups).toHaveLength(expected.groups.length);
    expected.groups.forEach(({ mix, rate }, group) => {
      expect(found.groups[group]?.mix).toBeCloseTo(mix, 12);
      expect(found.groups[group]?.rate).toBeCloseTo(rate, 12);
    });
  });

  it('leaves nothing over, and changes sign when the periods change places', () => {
    const sized = fc.array(fc.record({ p0: fc.integer({ min: 0, max: 50 }), p1: fc.integer({ min: 0, max: 50 }), r0: fc.double({ min: 0, max: 9, noNaN: true }), r1: fc.double({ min: 0, max: 9, noNaN: true }) }), { minLength: 1, maxLength: 6 })
      .filter((rows) => rows.some(({ p0 }) => p0 > 0) && rows.some(({ p1 }) => p1 > 0));
    fc.assert(fc.property(sized, (rows) => {
      const [n0, n1] = [rows.reduce((sum, { p0 }) => sum + p0, 0), rows.reduce((sum, { p1 }) => sum + p1, 0)];
      const groups = rows.map(({ p0, p1, r0, r1 }): ComparedGroup => ({ before: { share: p0 / n0, figure: p0 === 0 ? null : r0 }, after: { share: p1 / n1, figure: p1 === 0 ? null : r1 } }));
      const of = (side: 'before' | 'after'): number => groups.reduce((sum, group) => sum + group[side].share * (group[side].figure ?? 0), 0);
      const { mix, rate, groups: parts } = mixAndRate(groups);
      expect(mix + rate).toBeCloseTo(of('after') - of('before'), 9);
      expect(parts.reduce((sum, part) => sum + part.mix, 0)).toBeCloseTo(mix, 9);
      const turned = mixAndRate(groups.map(({ before, after }) => ({ before: after, after: before })));
      expect(turned.mix).toBeCloseTo(-mix, 9);
      expect(turned.rate).toBeCloseTo(-rate, 9);
    }));
  });

  it('gives a group that one period has no case of to the mix alone', () => {
    const { groups } = mixAndRate([{ before: { share: 1, figure: 0.4 }, after: { share: 0.5, figure: 0.4 } }, { before: { share: 0, figure: null }, after: { share: 0.5, figure: 0.8 } }]);
    expect(groups[1]?.rate).toBe(0);
    expect(groups[1]?.mix).toBeGreaterThan(0);
  });
});

describe('causes that act together', () => {
  it.each(reference.causes.map((one) => [one.expected.length, one] as const))('of %i agree with the mean over all orders', (_count, { figures, expected }) => {
    const found = sharedCauses(expected.length, (set) => figures[set] ?? null) ?? [];
    expected.forEach((part, at) => expect(found[at]).toBeCloseTo(part, 12));
    expect(found.reduce((sum, part) => sum + part, 0)).toBeCloseTo((figures.at(-1) ?? 0) - (figures[0] ?? 0), 12);
  });

  it('are not divided when one set has no figure, and none give nothing', () => {
    expect(sharedCauses(2, (set) => (set === 1 ? null : 3))).toBeNull();
    expect(sharedCauses(0, () => 3)).toEqual([]);
    expect(() => sharedCauses(9, () => 0)).toThrow('invalid causes: 9');
  });
});
