import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidence, tyingIncidence, type Incidence } from '../../../../src/domain/network/incidence.ts';
import { incidenceNull } from '../../../../src/domain/network/incidence-null.ts';
import { shuffledIncidence } from '../../../../src/domain/network/shuffled-incidence.ts';
import { validatedProjection } from '../../../../src/domain/network/validated-projection.ts';
import { poissonTail } from '../../../../src/domain/stats/poisson-tail.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import reference from '../../../reference/network/interests.json' with { type: 'json' };

function fromRows(rows: readonly string[]): Incidence {
  const pairs = rows.flatMap((row, person) => [...row].flatMap((mark, feature) => (mark === '1' ? [{ person, feature }] : [])));
  return incidence({ peopleCount: rows.length, featureCount: rows[0]?.length ?? 0 }, { person: pairs.map(({ person }) => person), feature: pairs.map(({ feature }) => feature) });
}
const degrees = (starts: Int32Array): number[] => Array.from({ length: starts.length - 1 }, (_, row) => (starts[row + 1] ?? 0) - (starts[row] ?? 0));
const has = reference.has.flatMap((row, person) => (row === '' ? [] : row.split(' ').map((feature) => ({ person, feature: Number(feature) }))));
const given = incidence({ peopleCount: reference.people, featureCount: reference.features }, { person: has.map(({ person }) => person), feature: has.map(({ feature }) => feature) });

describe('an incidence', () => {
  it('holds each pair once, ascending on both sides, whatever order they come in', () => {
    const found = incidence({ peopleCount: 3, featureCount: 4 }, { person: [2, 0, 2, 0, 2], feature: [3, 1, 0, 1, 3] });
    expect([...found.starts]).toEqual([0, 1, 1, 3]);
    expect([...found.features]).toEqual([1, 0, 3]);
    expect([...found.featureStarts]).toEqual([0, 1, 2, 2, 3]);
    expect([...found.people]).toEqual([2, 0, 2]);
    expect(() => incidence({ peopleCount: 1, featureCount: 1 }, { person: [0], feature: [1] })).toThrow('invalid pair: 0 - 1');
  });

  it('leaves out what can tie nobody, and the commonest features beyond the pairs allowed', () => {
    const all = fromRows(['1101', '1101', '0101', '0111']);
    const { incidence: kept, tooCommon } = tyingIncidence(all, { mostPairs: 7 });
    expect(degrees(kept.featureStarts)).toEqual([2, 4, 0, 0]);
    expect(tooCommon).toBe(1);
    expect(tyingIncidence(all, { mostPairs: 100 }).tooCommon).toBe(0);
  });
});

describe('the chance of sharing', () => {
  it('has the tails that SciPy gives', () => {
    for (const { mean, least, tail } of reference.tails) expect(poissonTail(mean, least) / tail).toBeCloseTo(1, 9);
    expect(poissonTail(3, 0)).toBe(1);
    expect(() => poissonTail(-1, 1)).toThrow('invalid mean: -1');
    expect(() => poissonTail(1, 1.5)).toThrow('invalid count: 1.5');
  });

  it('is that of the configuration model, as another method solves it', () => {
    const { expectedShared, error } = incidenceNull(given);
    expect(error).toBeLessThan(1e-7);
    for (const { one, other, shared } of reference.expected) expect(expectedShared(one, other)).toBeCloseTo(shared, 6);
    expect(incidenceNull(incidence({ peopleCount: 2, featureCount: 1 }, { person: [], feature: [] })).expectedShared(0, 1)).toBe(0);
  });
});

describe('people tied by what they share', () => {
  it('are those that the reference finds', () => {
    const found = validatedProjection(given);
    expect(reference.ties.length).toBeGreaterThan(3);
    expect(found.pairs).toBe(reference.pairs);
    expect(found.threshold).toBeCloseTo(reference.threshold, 9);
    expect(found.from.map((from, at) => [from, found.to[at]])).toEqual(reference.ties.map(({ from, to }) => [from, to]));
    found.weight.forEach((weight, at) => expect(weight).toBeCloseTo(reference.ties[at]?.weight ?? 0, 6));
  });

  it('are nearly none where features are dealt at random', () => {
    let ties = 0;
    for (let seed = 1; seed <= 20; seed += 1) ties += validatedProjection(shuffledIncidence(given, { seed })).from.length;
    expect(ties).toBeLessThanOrEqual(4);
  });

  it('are none without people, with one, or where all have the same', () => {
    expect(validatedProjection(fromRows([])).from).toEqual([]);
    expect(validatedProjection(fromRows(['11'])).from).toEqual([]);
    expect(validatedProjection(fromRows(['111', '111', '111'])).from).toEqual([]);
  });
});

describe('a shuffle', () => {
  it('keeps every number of features and of people, and differs by its seed alone', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), fc.array(fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), { maxLength: 12 }), (seed, rows) => {
      const before = fromRows(rows.map((row) => row.map((one) => (one ? '1' : '0')).join('')));
      const after = shuffledIncidence(before, { seed });
      expect(degrees(after.starts)).toEqual(degrees(before.starts));
      expect(degrees(after.featureStarts)).toEqual(degrees(before.featureStarts));
      expect(shuffledIncidence(before, { seed })).toEqual(after);
    }), { seed: 3, numRuns: 60 });
  });

  it('moves features: of a sparse incidence most pairs are others', () => {
    const random = seededRandom(4);
    const person = Array.from({ length: 900 }, () => Math.floor(random() * 150));
    const sparse = incidence({ peopleCount: 150, featureCount: 200 }, { person, feature: person.map(() => Math.floor(random() * 200)) });
    const after = shuffledIncidence(sparse, { seed: 8 });
    const keyed = (one: Incidence): Set<number> => new Set(degrees(one.starts).flatMap((count, owner) => Array.from(one.features.subarray(one.starts[owner] ?? 0, (one.starts[owner] ?? 0) + count), (feature) => owner * 1000 + feature)));
    const before = keyed(sparse);
    expect([...keyed(after)].filter((key) => before.has(key)).length / before.size).toBeLessThan(0.2);
  });
});
