import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { directedTies, type DirectedTies } from '../../../../src/domain/network/directed-ties.ts';
import { reciprocatedShare } from '../../../../src/domain/network/reciprocated-share.ts';
import { shuffledDirectedTies, type DirectedShuffle } from '../../../../src/domain/network/shuffled-directed-ties.ts';
import { tieBetween, tieRows } from '../../../../src/domain/network/tie-rows.ts';
import { drawElsewhere, drawnAtOnce, type DrawnLater } from '../../../../src/domain/stats/later-draws.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import { peopleReciprocity } from '../../../../src/domain/trust/people-reciprocity.ts';
import reference from '../../../reference/trust/trust.json' with { type: 'json' };

const { directed } = reference;
const triples = (edges: readonly (readonly number[])[]): { from: number; to: number; weight: number }[] => edges.map(([from = 0, to = 0, weight = 1]) => ({ from, to, weight }));
const planted = directedTies(triples(directed.edges));
const degrees = ({ size, from, to }: DirectedTies): number[][] => {
  const out = new Array<number>(size).fill(0);
  const into = new Array<number>(size).fill(0);
  from.forEach((a, tie) => {
    out[a] = (out[a] ?? 0) + 1;
    into[to[tie] ?? 0] = (into[to[tie] ?? 0] ?? 0) + 1;
  });
  return [out, into];
};
const shuffles = (ties: DirectedTies, options: { readonly seed: number; readonly count: number }): DirectedShuffle[] => {
  const found: DirectedShuffle[] = [];
  // the chain goes on in the same columns, so each shuffle is copied as it comes
  for (const shuffle of shuffledDirectedTies(ties, options)) if (shuffle !== null) found.push({ ...shuffle, ties: { ...shuffle.ties, to: Int32Array.from(shuffle.ties.to) } });
  return found;
};
const atRandom = (people: number, ties: number, seed: number): DirectedTies => {
  const random = seededRandom(seed);
  return directedTies(Array.from({ length: ties }, () => ({ from: Math.floor(random() * people), to: Math.floor(random() * people), weight: 1 })));
};
const acts = fc.array(fc.record({ from: fc.integer({ min: 0, max: 12 }), to: fc.integer({ min: 0, max: 12 }), weight: fc.integer({ min: 1, max: 9 }) }), { maxLength: 80 });

describe('reciprocity of directed ties', () => {
  it('agrees with networkx and NumPy', () => {
    const share = reciprocatedShare(planted);
    expect(share.share).toBeCloseTo(directed.reciprocity, 12);
    expect(share.weighted).toBeCloseTo(directed.weighted, 12);
  });

  it('is null without ties, 1 where all is answered, 0 where nothing is', () => {
    expect(reciprocatedShare(directedTies([]))).toEqual({ ties: 0, reciprocated: 0, share: null, weighted: null });
    expect(reciprocatedShare(directedTies([{ from: 5, to: 9, weight: 2 }, { from: 9, to: 5, weight: 2 }]))).toEqual({ ties: 2, reciprocated: 2, share: 1, weighted: 1 });
    expect(reciprocatedShare(directedTies([{ from: 5, to: 9, weight: 2 }, { from: 9, to: 9, weight: 2 }]))).toEqual({ ties: 1, reciprocated: 0, share: 0, weighted: 0 });
  });

  it('does not hang on the order of the acts, nor on which way all ties point', () => {
    fc.assert(fc.property(acts, (list) => {
      const one = directedTies(list);
      expect(directedTies(list.toReversed())).toEqual(one);
      const turned = reciprocatedShare({ ...one, from: one.to, to: one.from });
      expect(turned.reciprocated).toBe(reciprocatedShare(one).reciprocated);
    }));
  });
});

describe('the tie from one to another', () => {
  it('is the one that a map of pairs would name, or none', () => {
    fc.assert(fc.property(acts, (list) => {
      const { size, from, to } = directedTies(list);
      const truth = new Map(Array.from(from, (one, tie) => [`${String(one)} ${String(to[tie])}`, tie]));
      const rows = { out: tieRows(from, size), into: tieRows(to, size), from, to };
      for (let one = 0; one < size; one += 1) for (let other = 0; other < size; other += 1) expect(tieBetween(rows, one, other)).toBe(truth.get(`${String(one)} ${String(other)}`) ?? -1);
    }));
  });
});

describe('shuffled directed ties', () => {
  it('keep both degrees of everybody, nobody tied to oneself or twice', () => {
    fc.assert(fc.property(acts, fc.integer(), (list, seed) => {
      const ties = directedTies(list);
      for (const { ties: shuffle } of shuffles(ties, { seed, count: 3 })) {
        expect(degrees(shuffle)).toEqual(degrees(ties));
        const pairs = [...shuffle.from].map((from, tie) => `${String(from)} ${String(shuffle.to[tie])}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        expect([...shuffle.from].some((from, tie) => from === shuffle.to[tie])).toBe(false);
      }
    }), { numRuns: 60 });
  });

  it('are the same for one seed and others for another', () => {
    const drawn = (seed: number): number[][] => shuffles(planted, { seed, count: 2 }).map(({ ties }) => [...ties.to]);
    expect(drawn(4)).toEqual(drawn(4));
    expect(drawn(4)).not.toEqual(drawn(5));
  });
});

describe('reciprocity against chance', () => {
  afterEach(() => drawElsewhere(null));

  it('keeps its counts and says so while the shuffles are still to come, or where none are asked for', () => {
    const whole = peopleReciprocity(planted, { seed: 1 });
    const plans: DrawnLater[] = [];
    drawElsewhere((plan) => {
      plans.push(plan);
      return new Float64Array(0);
    });
    const later = { ties: whole.ties, reciprocated: whole.reciprocated, share: whole.share, weighted: whole.weighted, reason: 'later', shuffles: 0, madeShare: null, byTies: null, byWeight: null };
    expect(peopleReciprocity(planted, { seed: 1 })).toEqual(later);
    expect(peopleReciprocity(planted, { seed: 1, chance: false })).toEqual(later);
    peopleReciprocity(planted, { seed: 2 });
    peopleReciprocity({ ...planted, weight: planted.weight.map((weight, tie) => (tie === 0 ? weight + 1 : weight)) }, { seed: 1 });
    // three kinds of draws: what they rest on is in their key
    expect(new Set(plans.map(({ key }) => key())).size).toBe(3);
    const [first] = plans;
    if (first === undefined) throw new Error('nothing was to be drawn');
    drawElsewhere(() => drawnAtOnce(first.steps()));
    expect(peopleReciprocity(planted, { seed: 1 })).toEqual(whole);
  });

  it('has the null that NumPy draws, within four standard errors', () => {
    const found = peopleReciprocity(planted, { seed: 1 });
    const error = 4 * directed.null.sd * Math.sqrt(1 / 200 + 1 / directed.null.draws);
    expect(found.shuffles).toBe(200);
    expect(Math.abs((found.byTies?.chance ?? 9) - directed.null.mean)).toBeLessThan(error);
    expect(Math.abs((found.byWeight?.chance ?? 9) - directed.weightedNull.mean)).toBeLessThan(4 * directed.weightedNull.sd * Math.sqrt(1 / 200 + 1 / directed.weightedNull.draws));
    expect(found.madeShare).toBeCloseTo(directed.madeShare, 2);
    expect(Math.abs((found.byTies?.chanceHigh ?? 9) - directed.null.high)).toBeLessThan(0.03);
    expect(found.byTies?.above).toBeCloseTo((directed.reciprocity - (found.byTies?.chance ?? 0)) / (1 - (found.byTies?.chance ?? 0)), 12);
  });

  it('stands above its null where people answer each other, and not where ties were dealt at random', () => {
    const { byTies, byWeight } = peopleReciprocity(planted, { seed: 2 });
    expect(byTies?.share).toBeGreaterThan((byTies?.chanceHigh ?? 1) + 0.3);
    expect(byWeight?.above).toBeGreaterThan(byWeight?.aboveHigh ?? 1);
    let shuffled = planted;
    for (const { ties } of shuffles(planted, { seed: 9, count: 3 })) shuffled = ties;
    const dealt = peopleReciprocity(shuffled, { seed: 2 }).byTies;
    expect(dealt?.share).toBeLessThanOrEqual(dealt?.chanceHigh ?? 0);
    expect(dealt?.share).toBeGreaterThanOrEqual(dealt?.chanceLow ?? 1);
  });

  it('is not given under fifty ties', () => {
    const few = directedTies(triples(directed.edges.slice(0, 49)));
    expect(peopleReciprocity(few, { seed: 1 })).toMatchObject({ ties: 49, reason: 'few-ties', byTies: null, shuffles: 0 });
    expect(peopleReciprocity(directedTies(triples(directed.edges.slice(0, 50))), { seed: 1 })).toMatchObject({ ties: 50, reason: null });
  });

  it('is void where nearly all ties pass through one account: there the swaps cannot be made', () => {
    const star = directedTies(Array.from({ length: 80 }, (_, leaf) => [{ from: leaf + 1, to: 0, weight: 1 }, ...(leaf % 2 === 0 ? [{ from: 0, to: leaf + 1, weight: 1 }] : [])]).flat());
    expect(peopleReciprocity(star, { seed: 1 })).toMatchObject({ ties: 120, reciprocated: 80, reason: 'through-brand', byTies: null, byWeight: null });
    expect(peopleReciprocity(star, { seed: 1 }).madeShare).toBeLessThan(0.5);
    expect(peopleReciprocity(atRandom(60, 150, 3), { seed: 1 }).reason).toBeNull();
  });
});
