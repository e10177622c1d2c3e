import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../../src/domain/stats/seeded-random.ts';
import { dealWords } from '../../../../../src/domain/value/origin/dealt-words.ts';
import { originMatches, type DemandText } from '../../../../../src/domain/value/origin/origin-matches.ts';
import { ALWAYS_RARE, wordedIndex, type WordedText } from '../../../../../src/domain/value/origin/worded-index.ts';

const random = seededRandom(3);
const word = (among: number): string => `w${String(Math.floor(random() * among))}`;
const text = (words: readonly string[], language = 'it'): WordedText => ({ language, words });
const noise = (count: number, length: number): string[][] => Array.from({ length: count }, () => Array.from({ length }, () => word(300)));
const never = (): boolean => false;

// twelve announcements answer a demand each, with three words of its own; the rest is noise
const OWN = Array.from({ length: 12 }, (_, at) => [`a${String(at)}`, `b${String(at)}`, `c${String(at)}`]);
const ANNOUNCEMENTS = [...OWN.map((own) => text([...own, ...noise(1, 4).flat()])), ...noise(60, 7).map((words) => text(words))];
const PIECES: DemandText[] = [...OWN.map((own, demand) => ({ ...text([...own, word(300)]), demand })), ...noise(400, 5).map((words, at) => ({ ...text(words), demand: 12 + at }))];

describe('announcements and demands about the same', () => {
  const found = originMatches({ announcements: ANNOUNCEMENTS, pieces: PIECES, apart: never, seed: 9 });

  it('finds what was planted, and hardly anything else', () => {
    const planted = found.pairs.filter(({ announcement, demand }) => announcement === demand && announcement < 12);
    expect(planted).toHaveLength(12);
    expect(found.pairs.length - planted.length).toBeLessThanOrEqual(1);
    expect(found.expected).toBeLessThan(1);
    for (const { q, likeness } of found.pairs) {
      expect(q).toBeLessThanOrEqual(0.05);
      expect(likeness).toBeGreaterThan(0.3);
    }
  });

  it('takes next to nothing where nothing is planted', () => {
    const pairs = [1, 2, 3].map((seed) => originMatches({ announcements: ANNOUNCEMENTS.slice(12), pieces: PIECES.slice(12), apart: never, seed }).pairs.length);
    expect(Math.max(...pairs)).toBeLessThanOrEqual(2);
  });

  it('is the same for the same seed, holds no piece against an announcement it must be kept apart from, and needs twenty of each', () => {
    expect(originMatches({ announcements: ANNOUNCEMENTS, pieces: PIECES, apart: never, seed: 9 })).toEqual(found);
    const apart = originMatches({ announcements: ANNOUNCEMENTS, pieces: PIECES, apart: (announcement, piece) => announcement === 0 && piece === 0, seed: 9 });
    expect(apart.pairs.some(({ announcement, demand }) => announcement === 0 && demand === 0)).toBe(false);
    expect(originMatches({ announcements: ANNOUNCEMENTS.slice(0, 19), pieces: PIECES, apart: never, seed: 9 })).toMatchObject({ pairs: [], expected: 0, tooFew: true });
    expect(found.near.filter(({ announcement }) => announcement === 0).length).toBeLessThanOrEqual(3);
    expect(found.near.every(({ q }) => q > 0.05)).toBe(true);
  });

  it('never takes words of two languages for one', () => {
    const foreign = PIECES.map(({ words, demand }) => ({ ...text(words, 'en'), demand }));
    expect(originMatches({ announcements: ANNOUNCEMENTS, pieces: foreign, apart: never, seed: 9 }).pairs).toEqual([]);
  });

  it('weighs a word by how few texts hold it, and calls rare what few hold', () => {
    const { weights, rare, announcements } = wordedIndex([text(['x', 'y'])], Array.from({ length: 199 }, (_, at) => text(at < 99 ? ['x'] : at < 99 + ALWAYS_RARE - 1 ? ['y'] : [`z${String(at)}`])));
    const [x, y] = [announcements[0]?.[0] ?? -1, announcements[0]?.[1] ?? -1];
    expect(weights[x]).toBeCloseTo(Math.log(2), 12);
    expect(weights[y]).toBeCloseTo(Math.log(200 / ALWAYS_RARE), 12);
    expect([rare[x], rare[y]]).toEqual([0, 1]);
  });

  it('deals words without changing how long a text is or how common a word', () => {
    fc.assert(fc.property(fc.array(fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 8 }), fc.nat(1000), (texts, seed) => {
      const counts = (sets: readonly Iterable<number>[]): number[] => Array.from({ length: 13 }, (_, one) => sets.filter((held) => [...held].includes(one)).length);
      const dealt = dealWords(texts.map((words) => new Set(words)), new Int32Array(13).map((_, one) => one % 2), seededRandom(seed));
      expect(dealt.map(({ size }) => size)).toEqual(texts.map(({ length }) => length));
      expect(counts(dealt)).toEqual(counts(texts));
      dealt.forEach((held, at) => expect([...held].filter((one) => one % 2 === 1).length).toBe((texts[at] ?? []).filter((one) => one % 2 === 1).length));
    }), { numRuns: 60 });
  });
});
