import { describe, expect, it } from 'vitest';
import { IMPUTATIONS, labelImputations, type LabelDonor } from '../../../../src/domain/reading-check/label-imputation.ts';

const CODES = ['a', 'b', 'c'];
const donors = (...rows: readonly [said: string, truth: readonly string[], count: number, weight?: number][]): LabelDonor[] =>
  rows.flatMap(([said, truthAll, count, weight = 1]) => Array.from({ length: count }, () => ({ said, truthAll, weight })));

/** Share of 400 labels drawn in each of all sets that hold the code: its mean and its standard deviation over the sets. */
function shares(from: readonly LabelDonor[], said: readonly string[], code: string): { mean: number; spread: number } {
  const values = labelImputations(from, CODES, { seed: 11 }).map(({ truthOf }) => Array.from({ length: 400 }, () => truthOf(said)).filter((truth) => truth.includes(code)).length / 400);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, spread: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)) };
}

describe('labels drawn again', () => {
  it('come as often as the sample and its prior say, with the doubt of a sample of that size', () => {
    const { mean, spread } = shares(donors(['a', ['a'], 30], ['a', ['b'], 10], ['b', ['b'], 20]), ['a'], 'b');
    const [own, others] = [10 + 0.05, 30 + 0.5 + 0.05];
    const expected = own / (own + others);
    expect(mean).toBeCloseTo(expected, 1);
    // a Beta's standard deviation, with that of 400 draws
    const beta = Math.sqrt((expected * (1 - expected)) / (own + others + 1) + (expected * (1 - expected)) / 400);
    expect(spread).toBeGreaterThan(0.6 * beta);
    expect(spread).toBeLessThan(1.5 * beta);
  });

  it('bring all labels of a message along, and those of other rows do not speak', () => {
    const from = donors(['a', ['a', 'c'], 40], ['b', ['c'], 400]);
    expect(shares(from, ['a', 'b'], 'c').mean).toBeGreaterThan(0.95);
    expect(shares(from, ['b'], 'a').mean).toBeLessThan(0.02);
  });

  it('weigh by weight, and speak only as loud as their effective number', () => {
    const heavy = shares(donors(['a', ['a'], 20, 1], ['a', ['b'], 20, 9]), ['a'], 'b');
    expect(heavy.mean).toBeGreaterThan(0.82);
    const even = shares(donors(['a', ['a'], 4], ['a', ['b'], 36]), ['a'], 'b');
    expect(heavy.spread).toBeGreaterThan(even.spread);
    expect(shares(donors(['a', ['b'], 5, 0]), ['a'], 'b').mean).toBeLessThan(0.3);
  });

  it('listen to what else is known of the message', () => {
    const [first] = labelImputations(donors(['a', ['a'], 30], ['a', ['b', 'c'], 10]), CODES, { seed: 2 });
    const held = (evidence?: readonly number[]): number => Array.from({ length: 2000 }, () => first?.truthOf(['a'], evidence) ?? []).filter((truth) => truth[0] === 'b').length / 2000;
    const chances = first?.chancesOf('a') ?? new Float64Array(0);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    expect(held()).toBeCloseTo(chances[1] ?? 0, 1);
    // Bayes: three times as likely under b
    const expected = (3 * (chances[1] ?? 0)) / (1 + 2 * (chances[1] ?? 0));
    expect(held([1, 3, 1])).toBeCloseTo(expected, 1);
    expect(held([1, 0, 1])).toBe(0);
    expect(first?.chancesOf('d')).toBeNull();
  });

  it('leave what nobody checked mostly as it was read, never certain', () => {
    const { mean } = shares([], ['c', 'a'], 'a');
    expect(mean).toBeGreaterThan(0.6);
    expect(mean).toBeLessThan(1);
    const [first] = labelImputations([], CODES, { seed: 1 });
    expect(first?.truthOf([])).toEqual([]);
    expect(first?.truthOf(['unknown', 'a'])).toEqual(['unknown', 'a']);
  });

  it('are fifty sets that repeat with the seed', () => {
    const from = donors(['a', ['a'], 6], ['a', ['b'], 6]);
    const series = (seed: number): (readonly string[])[] => labelImputations(from, CODES, { seed }).flatMap(({ truthOf }) => [truthOf(['a']), truthOf(['a']), truthOf(['a'])]);
    expect(series(4)).toHaveLength(3 * IMPUTATIONS);
    expect(series(4)).toEqual(series(4));
    expect(series(4)).not.toEqual(series(5));
  });
});
