import { falseDiscoveryRates } from './false-discovery-rate.ts';
import { LEAST_TERM_AUTHORS, MOST_FALSE_DISCOVERIES } from './distinctive-terms.ts';

/** Days on which a brand must have used a word before it is looked at: once may be chance or a quotation. */
export const LEAST_BRAND_USES = 3;
/** Days on which the later side wrote before its first use: with fewer the word may be older than the data. */
export const LEAST_DAYS_BEFORE = 10;

/** How one word was used: by people, each counted at their first use, and by the brand, each day counted once. Days are whole numbers. */
export interface TermCourse<Key> {
  readonly key: Key;
  /** Days of people's first uses, one a person, in any order. */
  readonly peopleDays: readonly number[];
  /** Distinct days on which the brand used it, in any order. */
  readonly brandDays: readonly number[];
}

/** What both sides wrote up to a day, whatever the words: distinct days of the brand, days of every person added up. */
export interface WritingActivity {
  /** Days on which the brand wrote before a day, and in all. */
  readonly brandBefore: (day: number) => number;
  readonly brand: number;
  /** Days on which people wrote before a day, person by person, and in all. */
  readonly peopleBefore: (day: number) => number;
  readonly people: number;
}

/** A word with who used it first. */
export interface BorrowedTerm<Key> {
  readonly key: Key;
  readonly verdict: 'borrowed' | 'lent' | 'neither';
  readonly q: number;
  readonly firstBrandDay: number;
  readonly firstPeopleDay: number;
  /** People whose first use lies before the day of the brand's first; days of the brand's use before the first of anybody. */
  readonly peopleBefore: number;
  readonly brandBefore: number;
}

/**
 * How likely a run of one side's uses comes before any of the other's, when who uses the word next depends only on how much
 * both sides write: none of `run` early uses is among the `drawn` uses of the later side, drawn without replacement from the run
 * and `rest` later ones (the drawn included), an early one `odds` times as likely as a later one. 1 where nothing comes before.
 * Throws RangeError `invalid draw: 5 of 3`. O(drawn).
 * Source: Wallenius 1963, Biased sampling (noncentral hypergeometric distribution, probability of none).
 * @example runChance({ run: 0, rest: 2, drawn: 1, odds: 2 }) // 1
 */
export function runChance({ run, rest, drawn, odds }: { readonly run: number; readonly rest: number; readonly drawn: number; readonly odds: number }): number {
  if (drawn > rest) throw new RangeError(`invalid draw: ${drawn} of ${rest}`);
  // nothing comes before: certain, whatever the odds
  if (run === 0) return 1;
  let logarithm = 0;
  for (let at = 0; at < drawn; at += 1) logarithm += Math.log((rest - at) / (run * odds + rest - at));
  return Math.exp(logarithm);
}

/** Odds of an early use against a later one for a side that wrote `before` of `all`, beside the other side. */
function earlyOdds(own: { readonly before: number; readonly all: number }, other: { readonly before: number; readonly all: number }): number {
  const early = own.before / Math.max(1, other.before);
  const late = (own.all - own.before) / Math.max(1, other.all - other.before);
  return late === 0 ? Infinity : early / late;
}

/**
 * Words that people used before the brand took them up, and words that the brand used before people did, both against chance: that
 * nobody of the later side uses a word while so many of the other do must be unlikely for as much as both wrote then and later
 * ({@link runChance}). Two-sided; Benjamini-Hochberg q < .05 over all words tested. A word is tested from
 * {@link LEAST_TERM_AUTHORS} people and {@link LEAST_BRAND_USES} days of the brand on, and where the side that came later had
 * written on {@link LEAST_DAYS_BEFORE} days without it: what both use from the beginning may be older than the data. First to use
 * a word in these data is not its inventor. In the order given. O(words x uses).
 */
export function borrowedTerms<Key>(courses: readonly TermCourse<Key>[], activity: WritingActivity): BorrowedTerm<Key>[] {
  const least = (days: readonly number[]): number => days.reduce((one, other) => Math.min(one, other), Infinity);
  const tested = courses.flatMap(({ key, peopleDays, brandDays }) => {
    if (peopleDays.length < LEAST_TERM_AUTHORS || brandDays.length < LEAST_BRAND_USES) return [];
    const [firstBrandDay, firstPeopleDay] = [least(brandDays), least(peopleDays)];
    const peopleBefore = peopleDays.filter((day) => day < firstBrandDay).length;
    const brandBefore = brandDays.filter((day) => day < firstPeopleDay).length;
    const brandWas = { before: activity.brandBefore(firstBrandDay), all: activity.brand };
    const peopleWere = { before: activity.peopleBefore(firstPeopleDay), all: activity.people };
    const [canBorrow, canLend] = [brandWas.before >= LEAST_DAYS_BEFORE, peopleWere.before >= LEAST_DAYS_BEFORE];
    if (!canBorrow && !canLend) return [];
    const uses = peopleDays.length + brandDays.length;
    const borrowed = canBorrow ? runChance({ run: peopleBefore, rest: uses - peopleBefore, drawn: brandDays.length, odds: earlyOdds(brandWas, { before: activity.peopleBefore(firstBrandDay), all: activity.people }) }) : 1;
    const lent = canLend ? runChance({ run: brandBefore, rest: uses - brandBefore, drawn: peopleDays.length, odds: earlyOdds(peopleWere, { before: activity.brandBefore(firstPeopleDay), all: activity.brand }) }) : 1;
    return [{ key, firstBrandDay, firstPeopleDay, peopleBefore, brandBefore, borrowed, lent }];
  });
  const rates = falseDiscoveryRates(tested.map(({ borrowed, lent }) => Math.min(1, 2 * Math.min(borrowed, lent))));
  return tested.map(({ borrowed, lent, ...term }, place) => {
    const q = rates[place] ?? 1;
    const isBorrowed = q < MOST_FALSE_DISCOVERIES && borrowed < lent && term.peopleBefore >= LEAST_TERM_AUTHORS;
    const isLent = q < MOST_FALSE_DISCOVERIES && lent < borrowed && term.brandBefore >= LEAST_BRAND_USES;
    return { ...term, q, verdict: isBorrowed ? 'borrowed' : isLent ? 'lent' : 'neither' };
  });
}

/** Activity from days: those of the brand, distinct, and those of people, one for each person that wrote on a day. */
export function writingActivity(brandDays: Iterable<number>, peopleDays: Iterable<readonly [day: number, people: number]>): WritingActivity {
  const cumulated = (days: Iterable<readonly [number, number]>): { readonly before: (day: number) => number; readonly all: number } => {
    const sorted = [...days].sort(([one], [other]) => one - other);
    let all = 0;
    const sums = sorted.map(([, count]) => (all += count));
    return {
      all,
      before(day) {
        let [low, high] = [0, sorted.length];
        while (low < high) {
          const middle = (low + high) >> 1;
          if ((sorted[middle]?.[0] ?? Infinity) < day) low = middle + 1;
          else high = middle;
        }
        return low === 0 ? 0 : (sums[low - 1] ?? 0);
      },
    };
  };
  const brand = cumulated([...new Set(brandDays)].map((day) => [day, 1] as const));
  const people = cumulated(peopleDays);
  return { brandBefore: brand.before, brand: brand.all, peopleBefore: people.before, people: people.all };
}
