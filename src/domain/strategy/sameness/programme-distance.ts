import { clusterBootstrapInterval } from '../../stats/cluster-bootstrap.ts';
import { jensenShannonDistance } from '../../stats/jensen-shannon.ts';
import { laterFigures } from '../../stats/later-draws.ts';
import { quantile } from '../../stats/quantile.ts';
import { randomNumbers } from '../../stats/seeded-random.ts';
import { mixTable, mixTotal, orderedTotal, weightedTotal, type MixTable, type ThreadMix } from './programme-mix.ts';

/** Fewest messages of a side for a distance. */
export const LEAST_MIXED = 30;
/** Fewest threads of a side for a distance: fewer cannot be drawn from. */
export const LEAST_THREADS = 10;

/** How far two programmes are from each other, and how far two samples of one and the same programme would be. */
export interface ProgrammeDistance {
  /** Jensen-Shannon distance in [0, 1]; null under the floors. */
  readonly estimate: number | null;
  /** Limits by drawing threads of both sides; null where there is no estimate. */
  readonly low: number | null;
  readonly high: number | null;
  /** Mean distance when threads are dealt anew between both sides: what samples of this size differ by where nothing differs. Null under the floors, and while the deals are still to come. */
  readonly chance: number | null;
  /** 97.5 % of the deals are below. */
  readonly chanceHigh: number | null;
  /** True when the estimate is above what 97.5 % of the deals give: the programmes do differ. False where that is not known. */
  readonly differs: boolean;
}

/** How often threads are drawn for limits and dealt for chance, and from which seed. */
export interface ProgrammePlan {
  readonly draws: number;
  readonly deals: number;
  readonly seed: number;
}

const NONE: ProgrammeDistance = { estimate: null, low: null, high: null, chance: null, chanceHigh: null, differs: false };

/**
 * The distance of two brands' mixes with percentile limits from drawing whole threads, beside what two samples of one mix of
 * these sizes would show: a distance cannot be below zero, so that small samples always look somewhat apart. Null under
 * {@link LEAST_MIXED} messages or {@link LEAST_THREADS} threads on a side. Same seed, same answer; draws and deals may come later. (draws + deals) x threads.
 * Source: Lin 1991; Efron & Tibshirani 1993; Good 2005, Permutation, Parametric and Bootstrap Tests of Hypotheses.
 */
export function programmeDistance(one: readonly ThreadMix[], other: readonly ThreadMix[], { draws, deals, seed }: ProgrammePlan): ProgrammeDistance {
  const [first, second] = [mixTotal(one), mixTotal(other)];
  const size = (total: Float64Array): number => total.reduce((sum, amount) => sum + amount, 0);
  if (Math.min(size(first), size(second)) < LEAST_MIXED - 1e-9 || Math.min(one.length, other.length) < LEAST_THREADS) return NONE;
  const estimate = jensenShannonDistance(first, second);
  const pooled = mixTable([...one, ...other]);
  const limits = clusterBootstrapInterval({
    clusters: pooled.threads, draws, seed,
    statistic: (weights) => jensenShannonDistance(weightedTotal(pooled, weights, 0, one.length), weightedTotal(pooled, weights, one.length, pooled.threads)),
  });
  const dealt = laterFigures({
    cost: deals * pooled.threads, key: () => ['deals', seed, deals, one.length, other.length, ...first, ...second].join(' '), isShared: false,
    steps: () => dealSteps(pooled, one.length, { deals, seed }),
  }).slice();
  dealt.sort();
  const chanceHigh = quantile(dealt, 0.975);
  return {
    estimate, low: limits?.low ?? null, high: limits?.high ?? null,
    chance: dealt.length === 0 ? null : dealt.reduce((sum, value) => sum + value, 0) / deals, chanceHigh,
    differs: estimate !== null && chanceHigh !== null && estimate > chanceHigh,
  };
}

/** Distances of threads dealt anew, a deal a step; each deal goes on from the one before. */
function* dealSteps(pooled: MixTable, first: number, { deals, seed }: Pick<ProgrammePlan, 'deals' | 'seed'>): Generator<null, Float64Array> {
  const order = Uint32Array.from({ length: pooled.threads }, (_, place) => place);
  const draw = randomNumbers(seed);
  const numbers = new Float64Array(Math.max(0, order.length - 1));
  const dealt = new Float64Array(deals);
  for (let deal = 0; deal < deals; deal += 1) {
    draw(numbers);
    for (let place = order.length - 1; place > 0; place -= 1) {
      const chosen = Math.floor((numbers[order.length - 1 - place] ?? 0) * (place + 1));
      const kept = order[place] ?? 0;
      order[place] = order[chosen] ?? 0;
      order[chosen] = kept;
    }
    dealt[deal] = jensenShannonDistance(orderedTotal(pooled, order.subarray(0, first)), orderedTotal(pooled, order.subarray(first))) ?? 0;
    yield null;
  }
  return dealt;
}
