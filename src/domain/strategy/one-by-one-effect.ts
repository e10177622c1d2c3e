import { clusterBootstrapInterval } from '../stats/cluster-bootstrap.ts';
import { countedShare, SHARE_FLOOR, type CountedShare } from '../stats/counted-share.ts';
import type { Estimate } from '../stats/interval.ts';
import { shareDifference } from '../trust/promise-rates.ts';

/** What a person did afterwards; null while the data do not reach far enough to say. */
export interface FollowedPerson {
  /** Wrote again within sixty days. */
  readonly back: boolean | null;
  /** Points created in the ninety days after. */
  readonly points: number | null;
}

/** One side of a comparison: those watched long enough, and what they did. */
export interface FollowedSide {
  readonly people: number;
  readonly back: CountedShare;
  readonly points: { readonly n: number; readonly sum: number; readonly mean: number | null };
}

/** Both sides with the differences, first less second; null under thirty people in either. */
export interface FollowedComparison {
  readonly first: FollowedSide;
  readonly second: FollowedSide;
  readonly back: Estimate | null;
  readonly points: Estimate | null;
}

/** A person with the people who were like them before. */
export interface FollowedSet {
  readonly person: FollowedPerson;
  readonly others: readonly FollowedPerson[];
}

/** Draws behind the limits of points and of matched sets. */
export const FOLLOW_DRAWS = 2000;

const known = (people: readonly FollowedPerson[]): { readonly back: boolean[]; readonly points: number[] } => ({ back: people.flatMap(({ back }) => back ?? []), points: people.flatMap(({ points }) => points ?? []) });
const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function sideOf(people: readonly FollowedPerson[]): FollowedSide {
  const { back, points } = known(people);
  const sum = sumOf(points);
  return { people: people.length, back: countedShare(back.filter(Boolean).length, back.length), points: { n: points.length, sum, mean: points.length < SHARE_FLOOR ? null : sum / points.length } };
}

/**
 * Two groups that a draw made, held against each other: who came back, with Newcombe's limits, and mean points created, with
 * percentile limits of 2,000 seeded draws of people. Everybody dealt to a group counts in it, whatever was done with them: leaving
 * out those who were skipped would undo the draw. Under thirty people watched on either side there are counts alone.
 * Sources: Newcombe 1998, Statistics in Medicine 17(8):873-890; Efron & Tibshirani 1993, chapter 13; for counting all who were dealt, Montori & Guyatt 2001, CMAJ 165(10):1339-1341.
 */
export function followedComparison(first: readonly FollowedPerson[], second: readonly FollowedPerson[], seed: number): FollowedComparison {
  const [one, other] = [sideOf(first), sideOf(second)];
  const enough = one.back.n >= SHARE_FLOOR && other.back.n >= SHARE_FLOOR;
  return { first: one, second: other, back: enough ? shareDifference({ kept: one.back.k, n: one.back.n }, { kept: other.back.k, n: other.back.n }) : null, points: pointsDifference(known(first).points, known(second).points, seed) };
}

function pointsDifference(first: readonly number[], second: readonly number[], seed: number): Estimate | null {
  if (first.length < SHARE_FLOOR || second.length < SHARE_FLOOR) return null;
  const statistic = (weights: Uint16Array): number | null => {
    const mean = (values: readonly number[], from: number): number | null => {
      let [sum, n] = [0, 0];
      for (const [at, value] of values.entries()) {
        const weight = weights[from + at] ?? 0;
        sum += weight * value;
        n += weight;
      }
      return n === 0 ? null : sum / n;
    };
    const [one, other] = [mean(first, 0), mean(second, first.length)];
    return one === null || other === null ? null : one - other;
  };
  const limits = clusterBootstrapInterval({ clusters: first.length + second.length, draws: FOLLOW_DRAWS, seed, statistic });
  return limits === null ? null : { estimate: sumOf(first) / first.length - sumOf(second) / second.length, ...limits };
}

/**
 * People who were written to, against others who were like them before; no draw parted the two, so the result is a difference
 * and no effect. The figure is the mean over sets of (person less mean of the others), its limits percentiles of 2,000 seeded
 * draws of whole sets. A set counts where both of its sides were watched long enough; under thirty such sets there are counts alone.
 * Source: Austin & Small 2014, Statistics in Medicine 33(24):4306-4319, for drawing whole sets.
 */
export function matchedFollowUp(sets: readonly FollowedSet[], seed: number): FollowedComparison {
  const backs = differencesOf(sets, ({ back }) => (back === null ? null : Number(back)));
  const points = differencesOf(sets, (person) => person.points);
  return { first: sideOf(sets.map(({ person }) => person)), second: sideOf(sets.flatMap(({ others }) => others)), back: meanOf(backs, seed), points: meanOf(points, seed) };
}

function differencesOf(sets: readonly FollowedSet[], valueOf: (person: FollowedPerson) => number | null): number[] {
  return sets.flatMap(({ person, others }) => {
    const [own, theirs] = [valueOf(person), others.flatMap((other) => valueOf(other) ?? [])];
    return own === null || theirs.length === 0 ? [] : [own - sumOf(theirs) / theirs.length];
  });
}

function meanOf(values: readonly number[], seed: number): Estimate | null {
  // equal differences in every set would feign certainty
  if (values.length < SHARE_FLOOR || values.every((value) => value === values[0])) return null;
  const limits = clusterBootstrapInterval({ clusters: values.length, draws: FOLLOW_DRAWS, seed, statistic: (weights) => values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0) / values.length });
  return limits === null ? null : { estimate: sumOf(values) / values.length, ...limits };
}
