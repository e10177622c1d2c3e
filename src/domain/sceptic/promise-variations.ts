import type { ScepticChange } from '../model/sceptic.ts';
import { betaDraw } from '../stats/beta-draw.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';

/** Due promises that named a time, by how they ended. */
export interface PromiseCounts {
  readonly kept: number;
  readonly late: number;
  readonly broken: number;
  readonly unverifiable: number;
}

/** A kept rate under one other rule. */
export interface VariedRate {
  readonly change: ScepticChange;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** The kept rate when late counts as kept, and when what cannot be verified was all broken or all kept: the bounds of what private messages may hide. */
export function promiseVariations({ kept, late, broken, unverifiable }: PromiseCounts): VariedRate[] {
  const judged = kept + late + broken;
  const tried: readonly (readonly [ScepticChange, number, number])[] = [
    ['late-kept', kept + late, judged],
    ...(unverifiable === 0 ? [] : [['unverifiable-broken', kept, judged + unverifiable], ['unverifiable-kept', kept + unverifiable, judged + unverifiable]] as const),
  ];
  return tried.flatMap(([change, successes, n]) => {
    const limits = wilsonInterval(successes, n);
    return limits === null ? [] : [{ change, estimate: successes / n, low: limits.low, high: limits.high, n }];
  });
}

/** The kept rate in joint draws: late counts as kept or not by a coin, an unknown share of the unverifiable was kept (uniform), and the rate is drawn from Beta(1 + kept, 1 + not kept). Same seed, same rates. */
export function promiseDraws({ kept, late, broken, unverifiable }: PromiseCounts, { draws, seed }: { readonly draws: number; readonly seed: number }): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: draws }, () => {
    const successes = kept + (random() < 0.5 ? late : 0) + random() * unverifiable;
    return betaDraw(1 + successes, 1 + kept + late + broken + unverifiable - successes, random);
  });
}
