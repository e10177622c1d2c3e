import { describe, expect, it } from 'vitest';
import type { ChartVoice } from '../../../../../src/renderer/charts/chart-voice.ts';
import { amongColumn, amongFinding, groupsOfLens, partColumn, partText, rowFinding, trustOpening, typedTrustWeight, weeksFinding, type TrustPartValue, type TrustTribe } from '../../../../../src/renderer/features/trust/trust-words.ts';
import { voiceOf } from '../../charts/voice.ts';

// a voice that shows which words were chosen and what went into them
const voice = {
  text: (key: string, values: Readonly<Record<string, string | number>> = {}) => `${key}${Object.keys(values).length === 0 ? '' : ` ${Object.entries(values).map(([name, value]) => `${name}=${String(value)}`).join(' ')}`}`,
  count: (value: number) => String(value), number: (value: number) => value.toFixed(2), inHundred: (share: number) => String(Math.round(share * 100)), shareFloor: 30, peopleFloor: 5,
} as unknown as ChartVoice;

const part = (given: Partial<TrustPartValue> & Pick<TrustPartValue, 'part'>): TrustPartValue => ({ n: 100, estimate: 0.5, low: 0.4, high: 0.6, tooFew: false, reason: null, beside: {}, corrected: null, uncorrected: null, ...given });
const among = (given: Partial<TrustTribe['among']> = {}): TrustTribe['among'] => ({ ties: 80, reciprocated: 60, share: 0.75, weighted: 0.7, reason: null, shuffles: 200, madeShare: 0.9, byTies: { share: 0.75, chance: 0.2, chanceLow: 0.15, chanceHigh: 0.25, above: 0.69, aboveLow: -0.06, aboveHigh: 0.06 }, byWeight: null, ...given });
const tribe = (given: Partial<TrustTribe>): TrustTribe => ({ tribe: 'role:customer', lens: 'roles', name: 'customer', title: null, color: 0, shape: 'circle', hidden: false, size: 50, among: among(), parts: [], ...given });
const everybody = (parts: readonly TrustPartValue[]): TrustTribe => tribe({ tribe: 'all', lens: 'all', parts: [...parts] });

describe('a figure of a part', () => {
  it('is in a hundred from thirty cases, in counts below, and silent with too few', () => {
    expect(partText(part({ part: 'care', n: 30, estimate: 0.25 }), voice)).toBe('trust.figure.share share=25');
    expect(partText(part({ part: 'reciprocity', n: 22, estimate: 7 / 22 }), voice)).toBe('trust.figure.counts k=7 n=22');
    // the mean of a flat prior and two of eighteen cases
    expect(partText(part({ part: 'advocacy', n: 18, estimate: 3 / 20 }), voice)).toBe('trust.figure.counts k=2 n=18');
    expect(partText(part({ part: 'promises', n: 21, estimate: 15 / 21, beside: { kept: 15 } }), voice)).toBe('trust.figure.counts k=15 n=21');
    expect(partText(part({ part: 'care', n: 12, estimate: null }), voice)).toBe('trust.figure.few n=12');
    expect(partText(part({ part: 'care', n: 0, estimate: null, reason: 'few-people' }), voice)).toBe('trust.figure.fewPeople');
    expect(partText(part({ part: 'tie-strength', n: 0, estimate: null, reason: 'no-pairs' }), voice)).toBe('trust.figure.none');
    expect(partText(part({ part: 'tie-strength', n: 25, estimate: 0.418 }), voice)).toBe('0.42');
  });

  it('carries chance and correction, but no chance without a figure', () => {
    const corrected = { estimate: 0.45, low: 0.3, high: 0.6, sets: 50 } as unknown as NonNullable<TrustPartValue['corrected']>;
    const column = partColumn(tribe({ parts: [part({ part: 'reciprocity', beside: { chanceLow: 0.6, chanceHigh: 0.7 }, corrected })] }), 'reciprocity', voice);
    expect(column).toMatchObject({ chanceLow: 0.6, chanceHigh: 0.7, corrected: { estimate: 0.45 } });
    expect(column.lines).toContain('trust.figure.chance low=60 high=70');
    expect(column.lines).toContain('trust.figure.corrected share=45 low=30 high=60');
    const bare = partColumn(tribe({ parts: [part({ part: 'advocacy', uncorrected: 'few-of-label' })] }), 'advocacy', voice);
    expect(bare.lines).toContain('trust.figure.uncorrected.few-of-label');
    const silent = partColumn(tribe({ parts: [part({ part: 'advocacy', estimate: null, low: null, high: null, tooFew: true, reason: 'few-people', uncorrected: 'few-cases' })] }), 'advocacy', voice);
    expect(silent.lines.some((line) => line.startsWith('trust.figure.uncorrected'))).toBe(false);
    for (const language of ['it', 'en'] as const) {
      for (const code of ['not-drawn', 'few-checked', 'few-of-label', 'label-filter', 'few-cases'] as const) expect(voiceOf(language).text(`trust.figure.uncorrected.${code}`)).not.toBe('');
    }
    expect(partColumn(tribe({ parts: [part({ part: 'reciprocity', estimate: null, beside: { chanceLow: 0.6, chanceHigh: 0.7 } })] }), 'reciprocity', voice)).toMatchObject({ chanceLow: null, tooFew: true });
  });
});

describe('reciprocity among people', () => {
  it('is a share with its band, or the reason why chance cannot be drawn', () => {
    expect(amongColumn(tribe({}), voice)).toMatchObject({ estimate: 0.75, low: null, chanceLow: 0.15, tooFew: false });
    expect(amongColumn(tribe({ among: among({ byTies: null, reason: 'through-brand' }) }), voice)).toMatchObject({ estimate: null, value: 'trust.figure.through' });
    expect(amongFinding(tribe({}), voice)).toBe('trust.among.above share=75 chance=20');
    expect(amongFinding(tribe({ among: among({ byTies: null, reason: 'few-ties', ties: 9 }) }), voice)).toBe('trust.among.few n=9');
  });

  it('shows the share while chance is still being counted, and does not take it for too few ties', () => {
    const later = tribe({ among: among({ byTies: null, byWeight: null, madeShare: null, shuffles: 0, reason: 'later' }) });
    expect(amongColumn(later, voice)).toMatchObject({ estimate: 0.75, low: null, tooFew: false, value: 'trust.figure.share share=75' });
    expect(amongColumn(later, voice).lines).toContain('trust.figure.later');
    expect(amongFinding(later, voice)).toBe('trust.among.later share=75');
  });
});

describe('findings', () => {
  const column = (name: string, estimate: number | null, low: number | null, high: number | null) => ({ name, estimate, low, high, value: name === 'B' ? '4 su 10' : '50 su 100' });

  it('name the lowest and the highest only where their intervals part', () => {
    expect(rowFinding('care', [column('A', 0.5, 0.45, 0.55), column('B', 0.2, 0.15, 0.25), column('C', null, null, null)], voice)).toBe('trust.compare.clear part=trust.part.care low=4 su 10 lowest=B high=50 su 100 highest=A');
    expect(rowFinding('care', [column('A', 0.5, 0.3, 0.7), column('B', 0.4, 0.2, 0.6)], voice)).toContain('trust.compare.notClear');
    expect(rowFinding('care', [column('A', 0.5, 0.3, 0.7), column('B', null, null, null)], voice)).toContain('trust.compare.few');
  });

  it('are none of the tribes where the intervals meet once corrected for misreading', () => {
    const corrected = (low: number, high: number) => ({ corrected: { estimate: (low + high) / 2, low, high } });
    const both = (first: readonly [number, number], second: readonly [number, number]): string =>
      rowFinding('care', [{ ...column('A', 0.5, 0.45, 0.55), ...corrected(...first) }, { ...column('B', 0.2, 0.15, 0.25), ...corrected(...second) }], voice);
    expect(both([0.2, 0.6], [0.1, 0.3])).toBe('trust.compare.asRead part=trust.part.care lowest=B highest=A');
    expect(both([0.35, 0.6], [0.1, 0.3])).toContain('trust.compare.clear');
    expect(both([0.1, 0.2], [0.4, 0.6])).toContain('trust.compare.asRead');
  });

  it('open the room in four forms', () => {
    const said = (estimate: number | null): string => trustOpening({ tribes: [everybody([part({ part: 'reciprocity', estimate, beside: { chance: 0.5, chanceLow: 0.45, chanceHigh: 0.55 } })])] }, voice).split(' ')[0] ?? '';
    expect(said(0.4)).toBe('trust.opening.below');
    expect(said(0.6)).toBe('trust.opening.above');
    expect(said(0.5)).toBe('trust.opening.notClear');
    expect(said(null)).toBe('trust.opening.few');
    expect(trustOpening({ tribes: [] }, voice)).toBe('trust.opening.few n=0');
  });
});

describe('groups of a lens', () => {
  it('are everybody and the largest, without hidden ones; small and further ones are told apart', () => {
    const tribes = [everybody([]), ...Array.from({ length: 9 }, (_, place) => tribe({ tribe: `role:${String(place)}`, size: 10 + place })), tribe({ tribe: 'role:small', size: 4 }), tribe({ tribe: 'role:empty', size: 0 }), tribe({ tribe: 'role:hidden', size: 90, hidden: true }), tribe({ tribe: 'value:even', lens: 'value' })];
    const { shown, small, further } = groupsOfLens(tribes, 'roles');
    expect(shown.map((one) => one.tribe)).toEqual(['all', 'role:2', 'role:3', 'role:4', 'role:5', 'role:6', 'role:7', 'role:8']);
    expect(small.map((one) => one.tribe)).toEqual(['role:small']);
    expect(further.map((one) => one.tribe)).toEqual(['role:0', 'role:1']);
  });
});

describe('a weight typed', () => {
  it('is a number from 0 to 100, with either decimal sign', () => {
    expect(typedTrustWeight('2,5')).toBe(2.5);
    expect(typedTrustWeight(' 0 ')).toBe(0);
    expect(typedTrustWeight('')).toBeNull();
    expect(typedTrustWeight('-1')).toBeNull();
    expect(typedTrustWeight('101')).toBeNull();
    expect(typedTrustWeight('due')).toBeNull();
  });
});

describe('changes of the weekly level', () => {
  const segment = { fromMs: 0, toMs: 1, mean: 0.5, low: 0.4, high: 0.6 };
  const points = Array.from({ length: 30 }, (_, week) => ({ startMs: week, people: 5, answered: 2 }));
  const change = { atMs: Date.parse('2026-03-02'), before: 0.8, after: 0.4, reason: null, edges: [] };
  const edge = { place: 'Bar', atMs: 0, kind: 'begins' as const };

  it('where the collection changes are no change of the brand', () => {
    const words = weeksFinding({ points, segments: [segment, segment], changes: [{ ...change, reason: 'collection-changed', edges: [edge, edge] }] }, voiceOf('it'));
    expect(words).toHaveLength(2);
    expect(words[0]).toContain('se non dove cambia la raccolta');
    expect(words[1]).toContain('(Bar)');
  });

  it('stand beside those that are findings', () => {
    const words = weeksFinding({ points, segments: [segment, segment, segment], changes: [change, { ...change, reason: 'collection-changed', edges: [edge] }] }, voiceOf('en'));
    expect(words[0]).toContain('once');
    expect(words).toHaveLength(2);
    expect(weeksFinding({ points, segments: [segment], changes: [] }, voiceOf('en'))).toHaveLength(1);
  });
});
