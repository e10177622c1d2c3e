import { createCountSketch } from './count-sketch.ts';
import { LEAST_TERM_AUTHORS } from './distinctive-terms.ts';
import { codePosition, MOST_CODES, termCode } from './term-code.ts';
import { spreadBits } from './text-hash.ts';
import { isOneTerm, pairLikelihood } from './word-pair.ts';

/** The terms of one message; messages come author by author. */
export interface TermRow {
  readonly accountId: number;
  readonly messageId: number;
  readonly terms: string;
}

/** Two words in a row that are one term, as their codes, with some messages that hold them. */
export interface FoundPair {
  readonly code: string;
  readonly examples: readonly number[];
}

/**
 * Counts of a language's terms and of those in a row, in two passes over the terms of its messages, author by author:
 * `survey`, then `count` every row again. Memory is bounded by the vocabulary and by the pairs worth counting.
 */
export interface PairCensus {
  readonly survey: (row: TermRow) => void;
  readonly count: (row: TermRow) => void;
  /** How many distinct authors use the term at a position of the vocabulary. */
  readonly authorsOf: (position: number) => number;
  /** Pairs that at least five people use and that say more than their words, likeliest first, at most `limit`. */
  readonly pairs: (limit: number) => FoundPair[];
}

interface PairCount {
  messages: number;
  authors: number;
  lastMessage: number;
  lastAuthor: number;
  readonly examples: number[];
}

const MOST_EXAMPLES = 15;

/** One number for two positions: below 2^32, because a vocabulary has fewer than 2^16 words. */
const pairKey = (first: number, second: number): number => first * 65_536 + second;

/** An empty census. About 8 MB for the sketch, 1 MB for counts and 200 bytes a pair worth counting. */
export function createPairCensus(): PairCensus {
  const sketch = createCountSketch();
  const messages = new Uint32Array(MOST_CODES);
  const authors = new Uint32Array(MOST_CODES);
  const lastMessage = new Float64Array(MOST_CODES).fill(-1);
  const lastAuthor = new Float64Array(MOST_CODES).fill(-1);
  const counted = new Map<number, PairCount>();
  let all = 0;
  const worth = (first: number, second: number, both: number): boolean => both >= LEAST_TERM_AUTHORS && isOneTerm({ first: messages[first] ?? 0, second: messages[second] ?? 0, both, all });
  return {
    survey({ accountId, messageId, terms }) {
      all += 1;
      for (let place = 0; place < terms.length; place += 1) {
        const position = codePosition(terms, place);
        if (position < 0 || lastMessage[position] === messageId) continue;
        lastMessage[position] = messageId;
        messages[position] = (messages[position] ?? 0) + 1;
        if (lastAuthor[position] === accountId) continue;
        lastAuthor[position] = accountId;
        authors[position] = (authors[position] ?? 0) + 1;
      }
      for (let place = 1; place < terms.length; place += 1) {
        const [first, second] = [codePosition(terms, place - 1), codePosition(terms, place)];
        if (first >= 0 && second >= 0 && first !== second) sketch.add(spreadBits(pairKey(first, second) | 0));
      }
    },
    count({ accountId, messageId, terms }) {
      for (let place = 1; place < terms.length; place += 1) {
        const [first, second] = [codePosition(terms, place - 1), codePosition(terms, place)];
        if (first < 0 || second < 0 || first === second) continue;
        const key = pairKey(first, second);
        let pair = counted.get(key);
        if (pair === undefined) {
          // information and likelihood grow with the count, which a sketch never puts too low
          const most = Math.min(sketch.atLeast(spreadBits(key | 0)), messages[first] ?? 0, messages[second] ?? 0);
          if (!worth(first, second, most)) continue;
          counted.set(key, (pair = { messages: 0, authors: 0, lastMessage: -1, lastAuthor: -1, examples: [] }));
        }
        if (pair.lastMessage === messageId) continue;
        pair.lastMessage = messageId;
        pair.messages += 1;
        if (pair.examples.length < MOST_EXAMPLES) pair.examples.push(messageId);
        if (pair.lastAuthor === accountId) continue;
        pair.lastAuthor = accountId;
        pair.authors += 1;
      }
    },
    authorsOf: (position) => authors[position] ?? 0,
    pairs(limit) {
      const found = [...counted].flatMap(([key, pair]) => {
        const [first, second] = [Math.floor(key / 65_536), key % 65_536];
        if (pair.authors < LEAST_TERM_AUTHORS || !worth(first, second, pair.messages)) return [];
        const likelihood = pairLikelihood({ first: messages[first] ?? 0, second: messages[second] ?? 0, both: pair.messages, all });
        return [{ first, second, likelihood, examples: pair.examples }];
      });
      return found.sort((one, other) => other.likelihood - one.likelihood || one.first - other.first || one.second - other.second).slice(0, limit)
        .map(({ first, second, examples }) => ({ code: termCode(first) + termCode(second), examples }));
    },
  };
}
