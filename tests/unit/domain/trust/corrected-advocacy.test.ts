import { describe, expect, it } from 'vitest';
import type { LabelDonor } from '../../../../src/domain/reading-check/label-imputation.ts';
import { correctedAdvocacy, type PersonCell } from '../../../../src/domain/trust/corrected-advocacy.ts';

const LABELS = ['recommendation', 'other'];
const ALL = [{ key: 'all', belongs: () => true }];
const CELLS = [{ said: ['recommendation'], sign: 1 }, { said: ['other'], sign: null }, { said: ['recommendation'], sign: -1 }] as const;
const many = (said: string, truth: string, count: number): LabelDonor[] => Array.from({ length: count }, () => ({ said, truthAll: [truth], weight: 1 }));
const people = (count: number, cell: (person: number) => readonly PersonCell[]): Map<number, readonly PersonCell[]> => new Map(Array.from({ length: count }, (_, person) => [person, cell(person)]));
const ids = (count: number): number[] => Array.from({ length: count }, (_, person) => person);

describe('advocacy corrected for what the reader mistakes', () => {
  it('lets those out who were read wrong, and is wider than as read', () => {
    const messages = people(400, (person) => [{ cell: person < 100 ? 0 : 1, messages: 1 }]);
    const found = correctedAdvocacy({ active: ids(400), certain: new Set(), cells: CELLS, messages }, ALL, { donors: [...many('recommendation', 'recommendation', 30), ...many('recommendation', 'other', 30), ...many('other', 'other', 100)], labels: LABELS, whole: [100, 300], seed: 1 }).get('all');
    expect(found?.low).toBeLessThan(50 / 400);
    expect(found?.high).toBeGreaterThan(50 / 400);
    expect(found?.high).toBeLessThan(100 / 400);
    expect(found?.addedShare).toBeGreaterThan(0.1);
  });

  it('lets those in who were missed, once a person, however many messages say so', () => {
    // all advice that is seen is to use, and so is what is missed
    const messages = people(200, () => [{ cell: 0, messages: 1 }, { cell: 1, messages: 30 }]);
    const found = correctedAdvocacy({ active: ids(200), certain: new Set(), cells: CELLS, messages }, ALL, { donors: [...many('recommendation', 'other', 40), ...many('recommendation', 'recommendation', 4), ...many('other', 'recommendation', 40), ...many('other', 'other', 40)], labels: LABELS, whole: [200, 6000], seed: 1 }).get('all');
    expect(found?.estimate).toBeGreaterThan(0.98);
    expect(found?.high).toBeLessThanOrEqual(1);
  });

  it('keeps groups apart that are read differently', () => {
    const messages = people(400, (person) => [{ cell: person % 2 === 0 && person < 160 ? 0 : 1, messages: 1 }]);
    const groups = [0, 1].map((rest) => ({ key: String(rest), belongs: (person: number) => person % 2 === rest }));
    const donors = [...many('recommendation', 'recommendation', 50), ...many('recommendation', 'other', 10), ...many('other', 'other', 90), ...many('other', 'recommendation', 10)];
    const found = correctedAdvocacy({ active: ids(400), certain: new Set(), cells: CELLS, messages }, groups, { donors, labels: LABELS, whole: [80, 320], seed: 3 });
    // dealt alike, one in ten of the second group would be advocates
    expect(found.get('1')?.estimate).toBeLessThan(0.07);
    expect(found.get('0')?.estimate).toBeGreaterThan(0.36);
  });

  it('counts those who are advocates anyway, no warnings, nobody twice, and no group under five', () => {
    const messages = new Map<number, readonly PersonCell[]>([[0, [{ cell: 0, messages: 2 }]], [1, [{ cell: 2, messages: 9 }]]]);
    const found = correctedAdvocacy(
      { active: ids(8), certain: new Set([0, 99]), cells: CELLS, messages }, [...ALL, { key: 'few', belongs: (person) => person < 4 }],
      { donors: many('recommendation', 'recommendation', 200), labels: LABELS, whole: [11, 0], seed: 2 },
    );
    expect(found.get('all')?.estimate).toBeCloseTo(2 / 10, 12);
    expect(found.get('all')?.addedShare).toBeCloseTo(0, 12);
    expect(found.has('few')).toBe(false);
  });

  it('is the same for the same seed', () => {
    const messages = people(50, (person) => [{ cell: person % 3, messages: 1 }]);
    const reading = { active: ids(50), certain: new Set<number>(), cells: CELLS, messages };
    const drawing = { donors: [...many('recommendation', 'other', 5), ...many('other', 'recommendation', 5)], labels: LABELS, whole: [33, 17], seed: 4 };
    expect(correctedAdvocacy(reading, ALL, drawing)).toEqual(correctedAdvocacy(reading, ALL, drawing));
  });
});
