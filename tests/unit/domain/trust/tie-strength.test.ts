import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighbourOverlap } from '../../../../src/domain/trust/neighbour-overlap.ts';
import { pairSubjects } from '../../../../src/domain/trust/pair-subjects.ts';
import { TIE_PARTS, tieParts, tieStrength, type ObservedTie } from '../../../../src/domain/trust/tie-strength.ts';
import { tieStrengthPart, type ScoredPair } from '../../../../src/domain/trust/tie-strength-part.ts';
import reference from '../../../reference/trust/trust.json' with { type: 'json' };

const DAY_MS = 86_400_000;
const tie: ObservedTie = { forth: 3, back: 3, firstMs: 0, lastMs: 90 * DAY_MS, subjects: 3, read: 6, intimate: 3, overlap: 0.25 };

describe('the seven parts of a tie', () => {
  it('stand where their formulas put them', () => {
    const parts = tieParts(tie, 180 * DAY_MS);
    expect(parts?.duration).toBeCloseTo(0.5, 12);
    expect(parts?.recency).toBeCloseTo(0.5, 12);
    expect(parts?.reciprocity).toBe(1);
    expect(parts?.breadth).toBeCloseTo(0.5, 12);
    expect(parts?.intimacy).toBe(0.5);
    expect(parts?.neighbours).toBe(0.25);
    // six exchanges over 90 days: 2.029 a month
    expect(parts?.frequency).toBeCloseTo(2.0291666 / 6.0291666, 6);
  });

  it('are not given under three exchanges', () => {
    expect(tieParts({ ...tie, forth: 1, back: 1 }, 0)).toBeNull();
    expect(tieParts({ ...tie, forth: 3, back: 0 }, 90 * DAY_MS)).toMatchObject({ reciprocity: 0, recency: 1 });
  });

  it('are null where the data cannot say them, and an exchange after the end counts as the end', () => {
    expect(tieParts({ ...tie, firstMs: null, lastMs: null, subjects: null, read: 0, overlap: null }, 0)).toEqual({ duration: null, frequency: null, recency: null, reciprocity: 1, breadth: null, intimacy: null, neighbours: null });
    expect(tieParts(tie, 0)?.recency).toBe(1);
    // ten messages in one day are not three hundred a month
    expect(tieParts({ ...tie, forth: 5, back: 5, lastMs: 0 }, 0)?.frequency).toBeCloseTo(10 / 14, 12);
  });

  it('stay in [0, 1]', () => {
    const count = fc.integer({ min: 0, max: 500 });
    fc.assert(fc.property(fc.record({ forth: count, back: count, firstMs: fc.integer({ min: 0, max: 1e12 }), span: fc.integer({ min: 0, max: 1e12 }), subjects: fc.integer({ min: 1, max: 50 }), read: count, part: fc.double({ min: 0, max: 1, noNaN: true }) }), ({ span, part, ...rest }) => {
      const parts = tieParts({ ...rest, lastMs: rest.firstMs + span, intimate: Math.floor(rest.read * part), overlap: part }, 2e12);
      if (parts === null) return;
      for (const name of TIE_PARTS) {
        const value = parts[name];
        if (value !== null) expect(value >= 0 && value <= 1, name).toBe(true);
      }
    }));
  });

  it('give a mean from five known parts', () => {
    const known = { duration: 1, frequency: 0.5, recency: 0.5, reciprocity: 0, breadth: 0.5, intimacy: null, neighbours: null };
    expect(tieStrength(known)).toBeCloseTo(0.5, 12);
    expect(tieStrength({ ...known, breadth: null })).toBeNull();
  });
});

describe('common neighbours', () => {
  it('agree with networkx', () => {
    const circles = new Map<number, Set<number>>();
    for (const [a = 0, b = 0] of reference.overlap.edges) {
      circles.set(a, (circles.get(a) ?? new Set()).add(b));
      circles.set(b, (circles.get(b) ?? new Set()).add(a));
    }
    for (const [a = 0, b = 0, overlap = 0] of reference.overlap.each) expect(neighbourOverlap(a, b, circles)).toBeCloseTo(overlap, 12);
    expect(neighbourOverlap(1, 2, new Map([[1, new Set([2])], [2, new Set([1])]]))).toBe(0);
    expect(neighbourOverlap(1, 2, new Map())).toBe(0);
  });
});

describe('subjects of a pair', () => {
  it('join conversations that share half of the words, also through a third', () => {
    const words = (text: string): Set<string> => new Set(text.split(' ').filter((word) => word !== ''));
    expect(pairSubjects([])).toBeNull();
    expect(pairSubjects([words('')])).toBeNull();
    expect(pairSubjects([words('pacco tardi'), words(''), words('gelato limone')])).toBe(2);
    expect(pairSubjects([words('a b c d'), words('d e f g h i'), words('a b')])).toBe(2);
    expect(pairSubjects([words('a b'), words('c d'), words('a b c d')])).toBe(1);
  });
});

describe('tie strength of a group', () => {
  const scored = (first: number, second: number, strength: number): ScoredPair => ({ first, second, forth: 2, back: 1, strength, parts: { duration: strength, frequency: strength, recency: strength, reciprocity: 0.5, breadth: 0, intimacy: null, neighbours: 0 } });

  it('has the limits of the long way, in which every two pairs with a person in common count', () => {
    const part = tieStrengthPart(reference.pairs.pairs.map(([first = 0, second = 0, strength = 0]) => scored(first, second, strength)));
    expect(part.estimate).toBeCloseTo(reference.pairs.mean, 12);
    expect(((part.high ?? 0) - (part.low ?? 0)) / 2 / 1.959963984540054).toBeCloseTo(reference.pairs.standardError, 9);
    expect(part.beside).toMatchObject({ pairs: reference.pairs.pairs.length, bothWays: reference.pairs.pairs.length, intimacy: null, reciprocity: 0.5 });
  });

  it('keeps its floors', () => {
    expect(tieStrengthPart([])).toMatchObject({ n: 0, estimate: null, reason: 'no-pairs' });
    const chain = Array.from({ length: 20 }, (_, place) => scored(place, place + 1, 0.5));
    expect(tieStrengthPart(chain.slice(1))).toMatchObject({ n: 19, estimate: null, tooFew: true, reason: 'few-pairs' });
    expect(tieStrengthPart(chain)).toMatchObject({ n: 20, estimate: 0.5, low: 0.5, high: 0.5, tooFew: false });
    const few = Array.from({ length: 24 }, (_, place) => scored(place % 4, 4 + (place % 5), 0.5));
    expect(tieStrengthPart(few)).toMatchObject({ estimate: null, reason: 'few-pairs' });
  });
});
