import { seededRandom } from '../stats/seeded-random.ts';
import { falseDiscoveryRates } from '../terms/false-discovery-rate.ts';
import { LEAST_PEOPLE } from '../value/group-balance.ts';

/** A need and the people who asked for it, each once. */
export interface AskedNeed {
  readonly askers: readonly number[];
}

/** Over how many tribes a need reaches, and whether chance would give as many. */
export interface NeedReach {
  /** Tribes with at least five askers. */
  readonly tribes: number;
  /** Mean of the same over random draws; null for a need that reaches fewer than two tribes, which is not tested. */
  readonly expected: number | null;
  /** Share of draws that reach as many or more, the need itself among them. */
  readonly p: number | null;
  /** Benjamini-Hochberg q over the needs that were tested. */
  readonly q: number | null;
  /** More tribes than chance gives, at a rate of false discoveries under .05. */
  readonly beyondChance: boolean;
}

/** Who may be drawn, which tribes everybody is in, and how often to draw. */
export interface NeedDrawing {
  /** Everybody who asked for anything, each once. */
  readonly people: readonly number[];
  /** Numbers of a person's tribes, from 0. */
  readonly tribesOf: (person: number) => readonly number[];
  readonly tribes: number;
  readonly seed: number;
  readonly draws?: number;
}

/** Random draws behind every p. */
export const NEED_DRAWS = 1999;
const MOST_FALSE = 0.05;
const TESTED_FROM = 2;

/** How many tribes have at least five of these people. */
function reached(counts: Int32Array): number {
  let tribes = 0;
  for (const count of counts) if (count >= LEAST_PEOPLE) tribes += 1;
  return tribes;
}

/**
 * Whether needs are asked for by more tribes at once than chance would give. Chance: as many askers drawn at random, without
 * putting back, from all who ask for anything; tribes keep their sizes and the people they share, so that a need which reaches two
 * tribes only because many people are in both reaches as many in the draws, and is not announced. Random draws stand for the exact
 * distribution, which has no closed form where tribes share people (for two tribes apart it is hypergeometric, which a test holds
 * it to). Tribes reached are those with at least {@link LEAST_PEOPLE} askers. Same seed, same numbers. O(needs x draws x askers).
 * Source: Good 2005, Permutation, Parametric and Bootstrap Tests of Hypotheses; (b + 1)/(m + 1): Phipson & Smyth 2010, Statistical
 * Applications in Genetics and Molecular Biology 9(1), article 39.
 */
export function needReaches(needs: readonly AskedNeed[], { people, tribesOf, tribes, seed, draws = NEED_DRAWS }: NeedDrawing): NeedReach[] {
  const memberships = people.map((person) => Int32Array.from(tribesOf(person)));
  const counts = new Int32Array(tribes);
  const found = needs.map(({ askers }) => {
    counts.fill(0);
    for (const asker of askers) for (const tribe of tribesOf(asker)) counts[tribe] = (counts[tribe] ?? 0) + 1;
    return reached(counts);
  });
  const tested = needs.map(({ askers }, place) => {
    const own = found[place] ?? 0;
    if (own < TESTED_FROM) return { expected: null, p: null };
    const random = seededRandom(seed + place);
    const order = Int32Array.from(people, (_, position) => position);
    const size = Math.min(askers.length, people.length);
    let [sum, asMany] = [0, 0];
    for (let draw = 0; draw < draws; draw += 1) {
      counts.fill(0);
      for (let at = 0; at < size; at += 1) {
        const other = at + Math.floor(random() * (people.length - at));
        const drawn = order[other] ?? 0;
        order[other] = order[at] ?? 0;
        order[at] = drawn;
        for (const tribe of memberships[drawn] ?? []) counts[tribe] = (counts[tribe] ?? 0) + 1;
      }
      const drawn = reached(counts);
      sum += drawn;
      if (drawn >= own) asMany += 1;
    }
    return { expected: sum / draws, p: (asMany + 1) / (draws + 1) };
  });
  const places = tested.flatMap(({ p }, place) => (p === null ? [] : [place]));
  const rates = falseDiscoveryRates(places.map((place) => tested[place]?.p ?? 1));
  const rateOf = new Map(places.map((place, at) => [place, rates[at] ?? 1]));
  return tested.map(({ expected, p }, place) => {
    const q = rateOf.get(place) ?? null;
    return { tribes: found[place] ?? 0, expected, p, q, beyondChance: q !== null && q < MOST_FALSE };
  });
}
