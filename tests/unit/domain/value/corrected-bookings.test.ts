import { describe, expect, it } from 'vitest';
import type { LabelDonor } from '../../../../src/domain/reading-check/label-imputation.ts';
import { correctedBookings, type ReadableRule } from '../../../../src/domain/value/corrected-bookings.ts';
import reference from '../../../reference/label-counts.json' with { type: 'json' };

const LABELS = ['a', 'b', 'c'];
const wants = (label: string) => () => (labels: readonly string[]) => labels.includes(label);
const donorsOf = (rows: readonly { readonly said: string; readonly truth: string; readonly weight: number }[]): LabelDonor[] => rows.map(({ said, truth, weight }) => ({ said, truthAll: [truth], weight }));
const many = (said: string, truthAll: readonly string[], count: number): LabelDonor[] => Array.from({ length: count }, () => ({ said, truthAll, weight: 1 }));

describe('bookings corrected for what the reader mistakes', () => {
  it.each(reference.counts)('have the mean and the spread of NumPy’s 20,000 sets: $cells', ({ wanted, settled, donors, whole, cells, mean, spread }) => {
    const rule: ReadableRule = { rule: 'idea', settled, cells: LABELS.map((label, at) => ({ said: [label], sign: null, messages: cells[at] ?? 0 })) };
    // seeds side by side: 400 sets say more of the mean than 50
    const found = Array.from({ length: 8 }, (_, seed) => correctedBookings([rule], wants(wanted), { donors: donorsOf(donors), labels: LABELS, whole, seed }).get('idea'));
    const average = found.reduce((sum, one) => sum + (one?.estimate ?? 0), 0) / found.length;
    expect(Math.abs(average - mean)).toBeLessThan((4 * spread) / Math.sqrt(400));
    // Student's t of 49 degrees with the correction for 50 sets
    const reach = found.reduce((sum, one) => sum + ((one?.high ?? 0) - (one?.estimate ?? 0)), 0) / found.length;
    expect(reach / (2.0096 * Math.sqrt(1.02))).toBeGreaterThan(0.8 * spread);
    expect(reach / (2.0096 * Math.sqrt(1.02))).toBeLessThan(1.2 * spread);
    for (const one of found) expect(one?.addedShare).toBe(1);
  });

  it('let wrong ones out and missed ones in', () => {
    const whole = [1000, 100, 0];
    const cells = [{ said: ['a'], sign: null, messages: 1000 }, { said: ['b'], sign: null, messages: 100 }] as const;
    const missed = correctedBookings([{ rule: 'idea', settled: 0, cells }], wants('b'), { donors: [...many('a', ['a'], 90), ...many('a', ['b'], 10), ...many('b', ['b'], 60)], labels: LABELS, whole, seed: 2 }).get('idea');
    expect(missed?.low).toBeGreaterThan(100);
    expect(missed?.low).toBeLessThan(200);
    expect(missed?.high).toBeGreaterThan(200);
    const wrong = correctedBookings([{ rule: 'idea', settled: 0, cells }], wants('b'), { donors: [...many('a', ['a'], 300), ...many('b', ['b'], 30), ...many('b', ['a'], 30)], labels: LABELS, whole, seed: 2 }).get('idea');
    expect(wrong?.high).toBeLessThan(100);
    expect(wrong?.low).toBeGreaterThanOrEqual(0);
  });

  it('stay as they are where a person gave every label, and count second labels', () => {
    const drawing = { donors: many('a', ['a', 'b'], 80), labels: LABELS, whole: [50, 0, 0], seed: 1 };
    expect(correctedBookings([{ rule: 'idea', settled: 17, cells: [] }], wants('b'), drawing).get('idea')).toEqual({ estimate: 17, low: 17, high: 17, addedShare: 0 });
    expect(correctedBookings([{ rule: 'idea', settled: 0, cells: [{ said: ['a'], sign: null, messages: 50 }] }], wants('b'), drawing).get('idea')?.estimate).toBeGreaterThan(47);
  });

  it('book advice to use alone, and let unseen advice be to use as often as the seen', () => {
    const drawing = { donors: [...many('a', ['recommendation'], 60), ...many('a', ['a'], 60), ...many('recommendation', ['recommendation'], 60)], labels: ['a', 'recommendation'], whole: [400, 400], seed: 6 };
    const cells = [{ said: ['recommendation'], sign: 1, messages: 100 }, { said: ['recommendation'], sign: -1, messages: 300 }] as const;
    const bookings = (further: readonly ReadableRule['cells'][number][]) => correctedBookings([{ rule: 'recommendation', settled: 0, cells: [...cells, ...further] }], wants('recommendation'), drawing).get('recommendation');
    const seen = bookings([]);
    expect(seen?.estimate).toBeGreaterThan(95);
    expect(seen?.estimate).toBeLessThanOrEqual(100);
    // half of four hundred are advice, a quarter of that to use
    expect(Math.abs((bookings([{ said: ['a'], sign: null, messages: 400 }])?.estimate ?? 0) - 150)).toBeLessThan(12);
  });

  it('are the same for the same seed', () => {
    const rules: ReadableRule[] = [{ rule: 'idea', settled: 1, cells: [{ said: ['a'], sign: null, messages: 40 }] }];
    const drawing = { donors: [...many('a', ['a'], 20), ...many('a', ['b'], 20)], labels: LABELS, whole: [40, 0, 0] };
    expect(correctedBookings(rules, wants('b'), { ...drawing, seed: 9 })).toEqual(correctedBookings(rules, wants('b'), { ...drawing, seed: 9 }));
    expect(correctedBookings(rules, wants('b'), { ...drawing, seed: 9 })).not.toEqual(correctedBookings(rules, wants('b'), { ...drawing, seed: 10 }));
  });
});
