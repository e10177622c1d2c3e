import { describe, expect, it } from 'vitest';
import { ecosystemRobustness, type RobustnessTies } from '../../../../src/domain/value/ecosystem-robustness.ts';

const tied = (pairs: readonly (readonly [one: number, other: number, messages?: number])[]): RobustnessTies => ({ from: pairs.map(([one]) => one), to: pairs.map(([, other]) => other), weight: Float64Array.from(pairs, ([, , messages = 1]) => messages) });
const lossOf = (created: ArrayLike<number>, ties: RobustnessTies, removal: string, draws = 200) => ecosystemRobustness(Float64Array.from(created), ties, { seed: 5, draws }).losses.find((loss) => loss.removal === removal);

describe('what is left without those who create most', () => {
  it('is next to nothing where all hang on one: a star', () => {
    const leaves = Array.from({ length: 40 }, (_, leaf) => [0, leaf + 1] as const);
    const found = ecosystemRobustness(Float64Array.from({ length: 41 }, (_, person) => (person === 0 ? 60 : 1)), tied(leaves), { seed: 5 });
    expect(found).toMatchObject({ people: 41, points: 100, answers: 40, largest: 41, reason: null });
    expect(found.losses[0]).toMatchObject({ removal: 'one', removed: 1, value: { left: 0.4 }, answers: { left: 0 }, largest: { left: 1 / 41 } });
    // at random it is the hub once in 41 draws: 97.5 of 100 draws keep forty of 41 together
    expect(found.losses[0]?.largest?.chance.high).toBe(40 / 41);
    expect(found.losses[0]?.answers?.chance.mean).toBeGreaterThan(0.9);
  });

  it('is as much as without anybody else where all are alike: everybody tied to everybody', () => {
    const people = 40;
    const all = Array.from({ length: people }, (_, one) => Array.from({ length: people - one - 1 }, (__, at) => [one, one + at + 1] as const)).flat();
    for (const [removal, k] of [['one', 1], ['five', 5], ['ten', 10], ['tenth', 4]] as const) {
      const loss = lossOf(new Float64Array(people).fill(2), tied(all), removal);
      const [share, pairs] = [(people - k) / people, ((people - k) * (people - k - 1)) / (people * (people - 1))];
      expect(loss?.removed).toBe(k);
      for (const [measure, left] of [['value', share], ['answers', pairs], ['largest', share]] as const) {
        expect(loss?.[measure]?.left).toBeCloseTo(left, 12);
        expect([loss?.[measure]?.chance.low, loss?.[measure]?.chance.high].map((limit) => limit?.toFixed(9))).toEqual([left.toFixed(9), left.toFixed(9)]);
      }
    }
  });

  it('breaks a chain where it is weakest: without the middle of 41 there are two times twenty', () => {
    const chain = Array.from({ length: 40 }, (_, at) => [at, at + 1, 3] as const);
    const loss = lossOf(Array.from({ length: 41 }, (_, person) => (person === 20 ? 9 : 1)), tied(chain), 'one');
    expect(loss?.largest?.left).toBeCloseTo(20 / 41, 12);
    expect(loss?.answers?.left).toBeCloseTo(38 / 40, 12);
    // without a place drawn at random the longer piece has, on average, the mean of max(i, 40 − i) over all 41 places
    const mean = Array.from({ length: 41 }, (_, at) => Math.max(at, 40 - at)).reduce((sum, piece) => sum + piece, 0) / 41 / 41;
    expect(lossOf(Array.from({ length: 41 }, () => 1), tied(chain), 'one', 4000)?.largest?.chance.mean).toBeCloseTo(mean, 2);
  });

  it('leaves of value, at random, one less the share of people taken away', () => {
    const created = Array.from({ length: 200 }, (_, person) => (person % 7) + 1);
    const loss = lossOf(created, tied([]), 'tenth', 4000);
    expect(loss?.value.chance.mean).toBeCloseTo(0.9, 2);
    // twenty of the 28 people with seven points are gone
    expect(loss?.value.left).toBeCloseTo(1 - 140 / created.reduce((sum, own) => sum + own, 0), 12);
  });

  it('says nothing of few people, without points, or of a network that is not there', () => {
    expect(ecosystemRobustness(new Float64Array(29).fill(1), tied([]), { seed: 1 })).toMatchObject({ reason: 'few-people', losses: [] });
    expect(ecosystemRobustness(new Float64Array(40), tied([[0, 1]]), { seed: 1 })).toMatchObject({ reason: 'no-points', losses: [] });
    expect(ecosystemRobustness(new Float64Array(0), tied([]), { seed: 1 })).toMatchObject({ people: 0, reason: 'few-people', largest: 0 });
    expect(lossOf(new Float64Array(40).fill(1), tied([[0, 1, 29], [2, 3, 0.5]]), 'one')).toMatchObject({ answers: null, largest: null });
    expect(lossOf(new Float64Array(40).fill(1), tied(Array.from({ length: 30 }, () => [0, 1] as const)), 'one')?.answers?.left).toBe(0);
  });

  it('takes away no more than half, orders ties by place, and gives the same for the same seed', () => {
    const found = ecosystemRobustness(Float64Array.from({ length: 30 }, (_, person) => (person === 7 ? 5 : 1)), tied([]), { seed: 3 });
    expect([...found.order.subarray(0, 3)]).toEqual([7, 0, 1]);
    expect(found.losses.map(({ removal, removed }) => [removal, removed])).toEqual([['one', 1], ['tenth', 3], ['five', 5], ['ten', 10]]);
    expect(ecosystemRobustness(Float64Array.from({ length: 30 }, (_, person) => (person === 7 ? 5 : 1)), tied([]), { seed: 3 })).toEqual(found);
  });
});
