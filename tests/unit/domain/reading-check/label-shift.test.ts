import { describe, expect, it } from 'vitest';
import { labelImputations } from '../../../../src/domain/reading-check/label-imputation.ts';
import { drawnCounts, labelShift } from '../../../../src/domain/reading-check/label-shift.ts';
import { saidLabels } from '../../../../src/domain/reading-check/read-alike.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import reference from '../../../reference/label-counts.json' with { type: 'json' };

const CODES = ['a', 'b', 'c'];
const rowsOf = (rows: readonly (readonly number[])[]) => (said: string): Float64Array | null => {
  const row = rows[CODES.indexOf(said)];
  return row === undefined ? null : Float64Array.from(row);
};

describe('the shift of labels in a group', () => {
  it.each(reference.shifts)('is the likeliest that SciPy finds, whole $whole, group $group', ({ rows, whole, group, ratio }) => {
    labelShift(group, { codes: CODES, whole, chancesOf: rowsOf(rows) }).forEach((value, at) => {
      expect(Math.abs(value - (ratio[at] ?? 0))).toBeLessThan(0.01 * Math.max(1, ratio[at] ?? 0));
    });
  });

  it('is none where the group is read like the whole, where nothing is known of the whole, and where the group is empty', () => {
    const [first] = reference.shifts;
    const chancesOf = rowsOf(first?.rows ?? []);
    for (const [group, whole] of [[[50, 30, 20], [500, 300, 200]], [[5, 1, 0], [0, 0, 0]], [[0, 0, 0], [500, 300, 200]]] as const) {
      for (const value of labelShift(group, { codes: CODES, whole, chancesOf })) expect(value).toBeCloseTo(1, 6);
    }
  });

  it('doubts few messages more than many', () => {
    const spread = (messages: number): number => {
      const random = seededRandom(5);
      const values = Array.from({ length: 400 }, () => (drawnCounts([messages], random)[0] ?? 0) / messages);
      return Math.sqrt(values.reduce((sum, value) => sum + (value - 1) ** 2, 0) / values.length);
    };
    expect(spread(100)).toBeCloseTo(0.1, 1);
    expect(spread(4)).toBeGreaterThan(4 * spread(100));
    expect([...drawnCounts([0, 0], seededRandom(1))]).toEqual([0, 0]);
  });
});

describe('the share of labels drawn again that satisfy a condition', () => {
  const donors = [...Array.from({ length: 20 }, () => ({ said: 'a', truthAll: ['a'], weight: 1 })), ...Array.from({ length: 9 }, () => ({ said: 'a', truthAll: ['b', 'c'], weight: 2 })), { said: 'b', truthAll: ['c'], weight: 1 }];

  it('is how often they are drawn, with and without evidence', () => {
    const [set] = labelImputations(donors, CODES, { seed: 3 });
    for (const said of [['a', 'c'], ['a'], ['b'], ['c']]) {
      for (const evidence of [undefined, [1, 4, 0.5]]) {
        const often = Array.from({ length: 20_000 }, () => set?.truthOf(said, evidence) ?? []).filter((truth) => truth.includes('c')).length / 20_000;
        expect(set?.shareOf(said, (labels) => labels.includes('c'), evidence)).toBeCloseTo(often, 1.7);
      }
    }
  });

  it('is all for every label, none for no label, and what was read where the check knows no such label', () => {
    const [set] = labelImputations(donors, CODES, { seed: 3 });
    expect(set?.shareOf(['a'], () => true)).toBeCloseTo(1, 12);
    expect(set?.shareOf(['a'], () => false)).toBe(0);
    expect(set?.shareOf(['unknown', 'a'], (labels) => labels.includes('a'))).toBe(1);
    expect(set?.shareOf([], (labels) => labels.includes('a'))).toBe(0);
    expect(set?.shareOf(['a'], () => true, [0, 0, 0])).toBe(0);
  });
});

describe('labels as read', () => {
  it('begin with the main one where it is on, and are other where none is', () => {
    expect(saidLabels('idea', ['trouble', 'idea'])).toEqual(['idea', 'trouble']);
    expect(saidLabels('praise', ['trouble', 'idea'])).toEqual(['trouble', 'idea']);
    expect(saidLabels(null, ['trouble'])).toEqual(['trouble']);
    expect(saidLabels('praise', [])).toEqual(['other']);
  });
});
