import { labelImputations } from '../reading-check/label-imputation.ts';
import { drawnCounts, labelShift } from '../reading-check/label-shift.ts';
import type { ReadAlike } from '../reading-check/read-alike.ts';
import { binomialDraw } from '../stats/binomial-draw.ts';
import { pooledEstimate, type CompletedEstimate, type PooledEstimate } from '../stats/pooled-estimate.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { LEAST_PEOPLE } from '../value/group-balance.ts';
import { positiveShare, readCounts, type CountDrawing } from '../value/corrected-bookings.ts';

/** Messages of one person that were read alike: the cell's place among the cells, and how many. */
export interface PersonCell {
  readonly cell: number;
  readonly messages: number;
}

/** Who may recommend, and how their messages were read. */
export interface AdvocacyReading {
  /** Everybody active. */
  readonly active: Iterable<number>;
  /** People who count as advocates whatever the labels: they tagged a friend, or a person gave the label. */
  readonly certain: ReadonlySet<number>;
  /** Ways of being read among unpaid messages whose labels are in doubt. */
  readonly cells: readonly Omit<ReadAlike, 'messages'>[];
  /** Such messages, by person. */
  readonly messages: ReadonlyMap<number, readonly PersonCell[]>;
}

/** A group of people. */
export interface AdvocacyGroup {
  readonly key: string;
  readonly belongs: (accountId: number) => boolean;
}

/** People of a group whose messages were read alike, one for one. */
interface Profile {
  readonly cells: readonly PersonCell[];
  people: number;
}

interface CountedGroup {
  readonly key: string;
  readonly active: number;
  readonly certain: number;
  readonly profiles: readonly Profile[];
  readonly read: Float64Array;
  readonly sets: CompletedEstimate[];
}

/**
 * Share of active people with at least one unpaid recommendation or tagged friend over 50 data sets in which every message's
 * labels are drawn again by what the checked sample shows the reader to mistake, for each group by how that group is read; pooled
 * by Rubin's rules, flat prior, limits inside 0 to 1. None for a group under five active people. A person is an advocate when one
 * of their messages truly is advice to use; each message is drawn by itself, so where one person's missed advice comes in
 * numbers the share is too high. People whose messages were read alike are drawn as one binomial number, which is drawing each.
 * O(sets x groups x profiles).
 * Source: Rubin 1987, Multiple Imputation for Nonresponse in Surveys, chapter 3.
 */
export function correctedAdvocacy({ active, certain, cells, messages }: AdvocacyReading, groups: readonly AdvocacyGroup[], { donors, labels, whole, seed }: CountDrawing): Map<string, PooledEstimate> {
  const everybody = [...active];
  const profileOf = profileNames(messages);
  const counted = groups.map((group): CountedGroup => countedGroup(group, { everybody, certain, cells, messages, labels, profileOf })).filter((group) => group.active >= LEAST_PEOPLE);
  const random = seededRandom(seed);
  const signed = [...messages.values()].flatMap((own) => own.flatMap(({ cell, messages: number }) => (cells[cell] === undefined ? [] : [{ ...cells[cell], messages: number }])));
  for (const { chancesOf, shareOf } of labelImputations(donors, labels, { seed })) {
    const toUse = positiveShare(signed, random);
    for (const { active: n, certain: sure, profiles, read, sets } of counted) {
      const evidence = labelShift(drawnCounts(read, random), { codes: labels, whole, chancesOf });
      // logarithms of the chance that a message is none: a sum a person instead of a product of powers
      const none = Float64Array.from(cells, ({ said, sign }) => (sign === -1 ? 0 : Math.log1p(-shareOf(said, isAdvice, evidence) * (sign === null ? toUse : 1))));
      let advocates = sure;
      for (const { cells: own, people } of profiles) {
        let silent = 0;
        for (const { cell, messages: number } of own) silent += number * (none[cell] ?? 0);
        advocates += binomialDraw(people, Math.min(1, Math.max(0, -Math.expm1(silent))), random);
      }
      const mean = (1 + advocates) / (2 + n);
      sets.push({ estimate: mean, variance: (mean * (1 - mean)) / (n + 3) });
    }
  }
  return new Map(counted.flatMap(({ key, sets }) => {
    const pooled = pooledEstimate(sets);
    return pooled === null ? [] : [[key, { ...pooled, low: Math.max(0, pooled.low), high: Math.min(1, pooled.high) }] as const];
  }));
}

const isAdvice = (labels: readonly string[]): boolean => labels.includes('recommendation');

interface Material extends Omit<AdvocacyReading, 'active'> {
  readonly everybody: readonly number[];
  readonly labels: readonly string[];
  readonly profileOf: ReadonlyMap<number, number>;
}

/** A number for each person, the same for those whose messages were read alike. */
function profileNames(messages: AdvocacyReading['messages']): Map<number, number> {
  const numbers = new Map<string, number>();
  return new Map([...messages].map(([person, own]) => {
    const name = own.map(({ cell, messages: number }) => `${cell}x${number}`).join(' ');
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return [person, number];
  }));
}

function countedGroup({ key, belongs }: AdvocacyGroup, { everybody, certain, cells, messages, labels, profileOf }: Material): CountedGroup {
  const profiles = new Map<number, Profile>();
  const perCell = new Float64Array(cells.length);
  const own = everybody.filter(belongs);
  for (const person of own) {
    const read = messages.get(person) ?? [];
    for (const { cell, messages: number } of read) perCell[cell] = (perCell[cell] ?? 0) + number;
    if (certain.has(person) || read.length === 0) continue;
    const profile = profileOf.get(person) ?? -1;
    const known = profiles.get(profile);
    if (known === undefined) profiles.set(profile, { cells: read, people: 1 });
    else known.people += 1;
  }
  return {
    key, active: own.length, certain: own.filter((person) => certain.has(person)).length, profiles: [...profiles.values()],
    read: readCounts(cells.map((cell, at) => ({ ...cell, messages: perCell[at] ?? 0 })), labels), sets: [],
  };
}
