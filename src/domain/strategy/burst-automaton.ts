/** What ordinary days look like: their mean, and the size of the negative binomial around it (Infinity: Poisson). */
export interface CountBase {
  readonly mean: number;
  readonly size: number;
}

/** A run of days in the burst state: positions of its first, last and fullest day, and what was counted in all of them. */
export interface CountBurst {
  readonly first: number;
  readonly last: number;
  readonly peak: number;
  readonly total: number;
  /** Log likelihood won over ordinary days, less the cost of the step up. */
  readonly weight: number;
}

/** The burst state has at least this many times the ordinary mean. */
export const BURST_RATIO = 2;
/** And at least this many messages a day more: without it, rare criticism could never burst. */
export const BURST_MORE = 3;
/** Weight of a step up, in units of the logarithm of the number of days: at 2 a series without bursts shows one in about one of as many series as it has days. */
export const STEP_COST = 2;
/** Days above this share of the days count as that day when the base is fitted, so that a storm does not raise what counts as calm. */
const CLIPPED_FROM = 0.95;

/**
 * Mean and size of ordinary days by moments, from counts cut at their 95th percentile; counts that spread no more than a
 * Poisson are a Poisson. The mean is at least one message in all days, so that a single one after years of silence is no burst.
 * Empty: mean 0. O(n log n).
 * Source: Anscombe 1950, Biometrika 37:358-382 (moments of the negative binomial).
 */
export function countBase(counts: readonly number[]): CountBase {
  if (counts.length === 0) return { mean: 0, size: Infinity };
  const ascending = [...counts].sort((one, other) => one - other);
  const most = ascending[Math.min(ascending.length - 1, Math.ceil(CLIPPED_FROM * ascending.length) - 1)] ?? 0;
  const cut = counts.map((count) => Math.min(count, most));
  const mean = Math.max(cut.reduce((sum, count) => sum + count, 0), 1) / cut.length;
  const variance = cut.length < 2 ? 0 : cut.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (cut.length - 1);
  return { mean, size: variance > mean ? mean ** 2 / (variance - mean) : Infinity };
}

/** The mean of a day in the burst state over a base. */
export function burstMean({ mean }: CountBase): number {
  return Math.max(BURST_RATIO * mean, mean + BURST_MORE);
}

/** Log likelihood of a count up to what does not depend on the mean; 0 · log 0 is 0. */
function likelihood(count: number, mean: number, size: number): number {
  if (size === Infinity) return (count === 0 ? 0 : count * Math.log(mean)) - mean;
  return (count === 0 ? 0 : count * Math.log(mean / (mean + size))) - size * Math.log1p(mean / size);
}

/**
 * Bursts of a series of daily counts by the two-state automaton: the path of states that explains the counts best when every
 * step up costs 2 · ln(days) and steps down are free, with negative binomial counts instead of Poisson ones where ordinary
 * days spread more. Counts are whole and not negative. Of paths equally good, the one with fewer burst days. O(n).
 * Source: Kleinberg 2002, Bursty and Hierarchical Structure in Streams, Proc. 8th ACM SIGKDD, 91-101, section 2.
 * Thirty calm days, two of 30 and 40 messages and thirty calm days give one burst of two days.
 */
export function countBursts(counts: readonly number[], base: CountBase = countBase(counts)): CountBurst[] {
  const cost = STEP_COST * Math.log(Math.max(2, counts.length));
  const high = burstMean(base);
  const low = Math.max(base.mean, Number.MIN_VALUE);
  const gains = counts.map((count) => likelihood(count, high, base.size) - likelihood(count, low, base.size));
  // scores relative to a path that never bursts
  let calm = 0;
  let burst = -Infinity;
  const cameUp: boolean[] = [];
  const cameDown: boolean[] = [];
  for (const gain of gains) {
    const up = calm - cost;
    cameDown.push(burst > calm);
    cameUp.push(up > burst);
    [calm, burst] = [Math.max(calm, burst), Math.max(up, burst) + gain];
  }
  const states = new Array<boolean>(counts.length).fill(false);
  let isBurst = burst > calm;
  for (let day = counts.length - 1; day >= 0; day -= 1) {
    states[day] = isBurst;
    isBurst = isBurst ? cameUp[day] !== true : cameDown[day] === true;
  }
  return runs(states, counts, gains, cost);
}

function runs(states: readonly boolean[], counts: readonly number[], gains: readonly number[], cost: number): CountBurst[] {
  const found: { first: number; last: number; peak: number; total: number; weight: number }[] = [];
  states.forEach((isBurst, day) => {
    if (!isBurst) return;
    const [count, gain, open] = [counts[day] ?? 0, gains[day] ?? 0, found.at(-1)];
    if (open === undefined || open.last !== day - 1) found.push({ first: day, last: day, peak: day, total: count, weight: gain - cost });
    else {
      if (count > (counts[open.peak] ?? 0)) open.peak = day;
      open.last = day;
      open.total += count;
      open.weight += gain;
    }
  });
  return found;
}
