import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import { createCopyFinder } from '../../../../src/domain/terms/copy-groups.ts';
import { bandingFor, createMinHash, jaccardLikeness, MIN_HASHES } from '../../../../src/domain/terms/min-hash.ts';
import { tokenHashes, tokenRuns } from '../../../../src/domain/terms/token-runs.ts';
import { growthOf } from '../../../support/linear-cost.ts';
import reference from '../../../reference/terms/terms.json' with { type: 'json' };

/** Groups of positions, by the copies found among texts; texts alone are left out. */
function copiesAmong(texts: readonly string[], options: { likeness?: number; seed?: number } = {}): number[][] {
  const finder = createCopyFinder(options);
  const firstOf = new Map<number, number>();
  const wordingOf = texts.map((text, position) => {
    const wording = finder.add(tokenHashes(text));
    if (!firstOf.has(wording)) firstOf.set(wording, position);
    return wording;
  });
  const { groupOf } = finder.groups((wording) => tokenRuns(tokenHashes(texts[firstOf.get(wording) ?? 0] ?? '')));
  const groups = new Map<number, number[]>();
  wordingOf.forEach((wording, position) => {
    if (wording < 0) return;
    const group = groupOf[wording] ?? -1;
    groups.set(group, [...(groups.get(group) ?? []), position]);
  });
  return [...groups.values()].filter((members) => members.length > 1).sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0));
}

const BASE = 'il mio ordine numero dodici non è ancora arrivato dopo tre settimane di attesa e nessuno risponde alle mie chiamate da giorni';

describe('min-hashing', () => {
  it('bands as the book says, missing at most one in a hundred at the threshold', () => {
    for (const { threshold, rows, bands, missed } of reference.banding) {
      expect(bandingFor(threshold)).toEqual({ rows, bands });
      expect((1 - threshold ** rows) ** bands).toBeCloseTo(missed, 12);
    }
    expect(() => bandingFor(0)).toThrow('invalid threshold: 0');
    expect(bandingFor(0.05)).toEqual({ bands: MIN_HASHES, rows: 1 });
  });

  it('estimates the likeness of sets without leaning to one side', () => {
    const minHash = createMinHash({ threshold: 0.8, seed: 3 });
    const random = seededRandom(11);
    for (const wanted of [0.1, 0.35, 0.6, 0.85]) {
      let difference = 0;
      const trials = 60;
      for (let trial = 0; trial < trials; trial += 1) {
        const shared = Array.from({ length: Math.round(40 * wanted) }, () => Math.floor(random() * 4294967296) | 0);
        const own = (): number[] => Array.from({ length: Math.round((40 * (1 - wanted)) / 2) }, () => Math.floor(random() * 4294967296) | 0);
        const one = Int32Array.from([...shared, ...own()]).sort();
        const other = Int32Array.from([...shared, ...own()]).sort();
        let agree = 0;
        for (let position = 0; position < MIN_HASHES; position += 1) if (minHash.least(one, position) === minHash.least(other, position)) agree += 1;
        difference += agree / MIN_HASHES - jaccardLikeness(one, other);
      }
      // the standard error of the mean over all trials is below .006
      expect(Math.abs(difference / trials)).toBeLessThan(0.02);
    }
  });

  it('measures likeness exactly', () => {
    expect(jaccardLikeness(new Int32Array(0), new Int32Array(0))).toBe(0);
    expect(jaccardLikeness(Int32Array.of(-5, 1), Int32Array.of(-5, 1))).toBe(1);
    expect(jaccardLikeness(Int32Array.of(1), Int32Array.of(2))).toBe(0);
  });
});

describe('words of a text', () => {
  it('leave handles out and keep numbers and every script', () => {
    expect(tokenHashes('@ada.bianchi ordine 12')).toEqual(tokenHashes('ordine, 12!'));
    expect(tokenHashes('ordine 12')).not.toEqual(tokenHashes('ordine 13'));
    expect(tokenHashes('где мой заказ')).toHaveLength(3);
    expect(tokenHashes('')).toHaveLength(0);
    expect(tokenRuns(tokenHashes('uno due'))).toHaveLength(1);
    expect(tokenRuns(tokenHashes('uno due tre quattro'))).toHaveLength(2);
  });
});

describe('copies', () => {
  it('are texts that share most of their three-word runs', () => {
    const changed = BASE.replace('nessuno', 'nessuna');
    expect(copiesAmong([BASE, 'tutta un’altra storia che non somiglia a niente di quanto detto', BASE, `@brand ${BASE}`, `${BASE} oggi`])).toEqual([[0, 2, 3, 4]]);
    expect(copiesAmong([BASE, changed])).toEqual([]);
    expect(copiesAmong([BASE, changed], { likeness: 0.6 })).toEqual([[0, 1]]);
  });

  it('are chained through what lies between them', () => {
    const words = BASE.split(' ');
    const longer = [...words, 'oggi'];
    const longest = [...longer, 'ancora', 'nulla'];
    expect(copiesAmong([words.join(' '), longer.join(' '), longest.join(' ')], { likeness: 0.88 })).toEqual([[0, 1, 2]]);
  });

  it('are never texts of fewer than five words', () => {
    expect(copiesAmong(['grazie mille a tutti', 'grazie mille a tutti', '', ''])).toEqual([]);
    expect(copiesAmong(['grazie mille a tutti voi', 'grazie mille a tutti voi'])).toEqual([[0, 1]]);
  });

  it('do not depend on the order of texts, nor miss more than the banding says', () => {
    const random = seededRandom(5);
    const words = Array.from({ length: 400 }, (_, i) => `parola${i}`);
    const sentence = (): string[] => Array.from({ length: 24 }, () => words[Math.floor(random() * words.length)] ?? '');
    const texts: string[] = [];
    for (let family = 0; family < 150; family += 1) {
      const base = sentence();
      texts.push(base.join(' '), [...base, 'fine'].join(' '), ['ecco', ...base].join(' '));
    }
    const found = copiesAmong(texts);
    expect(found.length).toBeGreaterThanOrEqual(148);
    for (const members of found) expect(new Set(members.map((position) => Math.floor(position / 3))).size).toBe(1);
    const order = texts.map((_, position) => position).sort((one, other) => ((one * 7919) % texts.length) - ((other * 7919) % texts.length));
    const shuffled = copiesAmong(order.map((position) => texts[position] ?? '')).map((members) => members.map((place) => order[place] ?? 0).sort((a, b) => a - b));
    expect(shuffled.sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0))).toEqual(found);
  });

  it('cost about the same each, also where everything is alike or half alike', async () => {
    // equal texts are one wording: memory and comparisons do not grow
    const finder = createCopyFinder();
    for (let times = 0; times < 20_000; times += 1) finder.add(tokenHashes(BASE));
    expect(finder.wordings()).toBe(1);
    const ending = (position: number): string => Array.from({ length: 14 }, (_, place) => `x${(position * 31 + place * 7919) % 99_991}`).join(' ');
    for (const make of [(position: number) => `${BASE} ${position}`, (position: number) => `${BASE} ${ending(position)}`]) {
      const texts = Array.from({ length: 3000 }, (_, position) => make(position));
      expect(await growthOf((times) => void copiesAmong(texts.slice(0, times * 1500)))).toBeLessThan(3);
    }
  });
});
