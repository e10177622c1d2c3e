import { describe, expect, it } from 'vitest';
import { needReaches } from '../../../../src/domain/tribes/shared-needs.ts';
import reference from '../../../reference/choices/choices.json' with { type: 'json' };

const upTo = (count: number, from = 0): number[] => Array.from({ length: count }, (_, at) => from + at);

describe('needs that several tribes have at once', () => {
  it('are as likely by chance as the hypergeometric distribution says where tribes share nobody', () => {
    for (const { first, second, askers, p, expected } of reference.apart) {
      const people = upTo(first + second);
      const half = Math.min(Math.floor(askers / 2), second);
      const needs = [{ askers: [...upTo(askers - half), ...upTo(half, first)] }];
      const [found] = needReaches(needs, { people, tribesOf: (person) => [person < first ? 0 : 1], tribes: 2, seed: 11, draws: 6000 });
      expect(found?.tribes).toBe(2);
      expect(found?.p).toBeGreaterThan(p - 0.025);
      expect(found?.p).toBeLessThan(p + 0.025);
      expect(found?.expected).toBeCloseTo(expected, 1);
    }
  });

  it('are not announced where two tribes only share their people', () => {
    const people = upTo(200);
    // tribes 0 and 1 are nearly the same thirty people: whoever asks from one asks from both
    const tribesOf = (person: number): number[] => (person < 30 ? [0, 1] : person < 120 ? [2] : []);
    const [shared, wide] = needReaches([{ askers: upTo(12) }, { askers: [...upTo(5), ...upTo(6, 40)] }], { people: upTo(60), tribesOf, tribes: 3, seed: 3 });
    expect(shared?.tribes).toBe(2);
    expect(shared?.beyondChance).toBe(false);
    expect(wide?.tribes).toBe(3);
    expect(people.length).toBe(200);
  });

  it('are announced where far smaller tribes than chance would reach ask as well', () => {
    const tribesOf = (person: number): number[] => [person < 170 ? 0 : person < 185 ? 1 : 2];
    const needs = [{ askers: [...upTo(5), ...upTo(6, 170), ...upTo(6, 185)] }, { askers: upTo(17, 20) }, { askers: upTo(3, 170) }];
    const options = { people: upTo(200), tribesOf, tribes: 3, seed: 5 };
    const found = needReaches(needs, options);
    expect(found[0]).toMatchObject({ tribes: 3, beyondChance: true });
    expect(found[1]).toEqual({ tribes: 1, expected: null, p: null, q: null, beyondChance: false });
    expect(found[2]?.tribes).toBe(0);
    expect(needReaches(needs, options)).toEqual(found);
  });

  it('are none without needs', () => {
    expect(needReaches([], { people: [], tribesOf: () => [], tribes: 0, seed: 1 })).toEqual([]);
  });
});
