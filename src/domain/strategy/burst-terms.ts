import { falseDiscoveryRates } from '../terms/false-discovery-rate.ts';

/** A term used by fewer people of a burst than this says nothing of it. */
export const LEAST_BURST_AUTHORS = 3;
/** Largest rate of false discoveries among the terms of a burst. */
export const MOST_FALSE_TERMS = 0.05;
/** A word most of whose users (this share or more) say it inside a listed term of two words gives way to it. */
const COVERED_SHARE = 0.8;

/** A term by how many people of the burst and of the rest use it; one of two words names the keys of both. */
export interface BurstTerm {
  readonly key: string;
  readonly inBurst: number;
  readonly inRest: number;
  readonly parts?: readonly [string, string];
}

/** Logarithms of the factorials from 0 to n. */
function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let at = 2; at <= n; at += 1) logs[at] = (logs[at - 1] ?? 0) + Math.log(at);
  return logs;
}

/**
 * Probability that at least so many of the users of a term would be among the people of the burst, were they drawn from all
 * (upper tail of the hypergeometric distribution; Fisher's exact test, one side). `users` = those of both sides.
 */
function upperTail({ inBurst, users, burst, all }: { readonly inBurst: number; readonly users: number; readonly burst: number; readonly all: number }, logs: Float64Array): number {
  const log = (n: number): number => logs[n] ?? 0;
  const choose = (n: number, k: number): number => log(n) - log(k) - log(n - k);
  let tail = 0;
  for (let k = Math.min(users, burst); k >= inBurst; k -= 1) if (all - burst >= users - k) tail += Math.exp(choose(burst, k) + choose(all - burst, users - k) - choose(all, users));
  return Math.min(1, tail);
}

/**
 * The words of a burst: terms that more of its people use than chance would deal them, held against everybody else who
 * criticised. People are counted, not messages. An exact test, because bursts are small; at least three people of the burst;
 * false discovery rate under .05 over the terms that reach the floor; the least likely first, at most `limit`. Empty when
 * either side is empty. Source: Fisher 1922, JRSS 85(1):87-94; Benjamini & Hochberg 1995, JRSS B 57(1):289-300.
 */
export function burstTerms(terms: readonly BurstTerm[], { burst, rest, limit }: { readonly burst: number; readonly rest: number; readonly limit: number }): string[] {
  if (burst === 0 || rest === 0) return [];
  const logs = logFactorials(burst + rest);
  const tested = terms.filter(({ inBurst, inRest }) => inBurst >= LEAST_BURST_AUTHORS && inBurst * rest > inRest * burst)
    .map((term) => ({ term, p: upperTail({ inBurst: term.inBurst, users: term.inBurst + term.inRest, burst, all: burst + rest }, logs) }));
  const rates = falseDiscoveryRates(tested.map(({ p }) => p));
  const found = tested.filter((_, at) => (rates[at] ?? 1) < MOST_FALSE_TERMS).sort((one, other) => one.p - other.p || other.term.inBurst - one.term.inBurst || (one.term.key < other.term.key ? -1 : 1)).map(({ term }) => term);
  const users = new Map(found.map(({ key, inBurst }) => [key, inBurst]));
  const covered = new Set(found.flatMap(({ inBurst, parts }) => (parts ?? []).filter((part) => inBurst >= COVERED_SHARE * (users.get(part) ?? Infinity))));
  return found.filter(({ key }) => !covered.has(key)).slice(0, limit).map(({ key }) => key);
}
