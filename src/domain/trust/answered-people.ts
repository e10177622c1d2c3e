import { quantile } from '../stats/quantile.ts';
import { randomNumbers } from '../stats/seeded-random.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import { LEAST_CASE_PEOPLE, LEAST_CASES, partWithoutFigure, type TrustPart } from './trust-part.ts';

/** Numbers that are drawn at once. */
const BLOCK = 2048;

/** One message that addresses the brand: by whom, and whether it was answered. */
export interface Addressing {
  readonly accountId: number;
  readonly answered: boolean;
}

/**
 * Reciprocity between a brand and a group: the share of people who addressed it and were answered at least once, beside
 * what the same number of answers would reach if dealt at random over the same messages (`chance`, with the null's 2.5
 * and 97.5 %). Below chance the answers go to few people; at chance they go to whoever writes. Under 20 messages or 10
 * people no figure. Same seed, same deals.
 */
export function answeredPeople(addressing: readonly Addressing[], { seed }: { seed: number }): TrustPart {
  const people = new Map<number, number>();
  const owner = Int32Array.from(addressing, ({ accountId }) => {
    const known = people.get(accountId);
    if (known !== undefined) return known;
    people.set(accountId, people.size);
    return people.size - 1;
  });
  const n = people.size;
  const answers = addressing.filter(({ answered }) => answered).length;
  const messages = owner.length;
  if (messages < LEAST_CASES || n < LEAST_CASE_PEOPLE) return partWithoutFigure('reciprocity', { n, reason: 'few-requests', beside: { messages } });
  const reached = new Set(addressing.filter(({ answered }) => answered).map(({ accountId }) => accountId)).size;
  const drawNumbers = randomNumbers(seed);
  const numbers = new Float64Array(Math.min(answers, BLOCK));
  const draws = new Float64Array(Math.max(40, Math.min(500, Math.floor(20_000_000 / messages))));
  const order = Int32Array.from(owner);
  const seen = new Int32Array(n).fill(-1);
  for (let draw = 0; draw < draws.length; draw += 1) {
    let hit = 0;
    for (let from = 0; from < answers; from += numbers.length) {
      const block = answers - from < numbers.length ? numbers.subarray(0, answers - from) : numbers;
      drawNumbers(block);
      for (let at = 0; at < block.length; at += 1) {
        const dealt = from + at;
        const pick = dealt + Math.floor((block[at] ?? 0) * (messages - dealt));
        const person = order[pick] ?? 0;
        order[pick] = order[dealt] ?? 0;
        order[dealt] = person;
        if (seen[person] !== draw) {
          seen[person] = draw;
          hit += 1;
        }
      }
    }
    draws[draw] = hit / n;
  }
  draws.sort();
  const mean = draws.reduce((sum, share) => sum + share, 0) / draws.length;
  const limits = wilsonInterval(reached, n);
  return {
    part: 'reciprocity', n, estimate: reached / n, low: limits?.low ?? null, high: limits?.high ?? null, tooFew: false, reason: null,
    beside: { messages, answers, chance: mean, chanceLow: quantile(draws, 0.025), chanceHigh: quantile(draws, 0.975) },
  };
}
