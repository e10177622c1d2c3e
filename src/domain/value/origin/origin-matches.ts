import { seededRandom } from '../../stats/seeded-random.ts';
import { dealWords } from './dealt-words.ts';
import { wordedIndex, type WordedIndex, type WordedText } from './worded-index.ts';

/** Fewest announcements, and fewest pieces, for pairs to be found by rule: among fewer, chance cannot be told. */
export const LEAST_COMPARED = 20;
/** Rare words that two texts must share. */
export const LEAST_SHARED_WORDS = 2;
/** Largest expected share of chance among the pairs taken. */
export const MOST_CHANCE = 0.05;
/** Deals of words against which pairs are held. */
export const WORD_DEALS = 40;
/** Pairs not taken that are kept of each announcement. */
export const NEAR_MISSES = 3;
/** Pairs less alike than this are never looked at: they could not pass. */
const LEAST_LIKENESS = 0.1;

/** A piece of what people asked for, with the demand it belongs to (a number from 0). */
export interface DemandText extends WordedText {
  readonly demand: number;
}

/** An announcement and a demand that are about the same. */
export interface OriginPair {
  readonly announcement: number;
  readonly demand: number;
  /** Cosine of weighted words of the announcement and the piece most like it, in (0, 1]. */
  readonly likeness: number;
  /** Expected share of chance among the pairs at least this alike. */
  readonly q: number;
}

/** The pairs found, with how many of them chance would give. */
export interface OriginMatches {
  readonly pairs: readonly OriginPair[];
  /** The pairs most like that were not taken, at most {@link NEAR_MISSES} an announcement: a person may say that they are the same. */
  readonly near: readonly OriginPair[];
  /** Pairs as alike as those taken that dealt words give, on average; 0 where no pair is taken. */
  readonly expected: number;
  readonly tooFew: boolean;
}

/** What is held against what. */
export interface OriginQuestion {
  readonly announcements: readonly WordedText[];
  readonly pieces: readonly DemandText[];
  /** True where a piece must not be held against an announcement, such as an answer below it: its words are an echo. */
  readonly apart: (announcement: number, piece: number) => boolean;
  readonly seed: number;
  readonly deals?: number;
}

/**
 * Announcements and demands that share rare words beyond chance. Likeness = cosine of inverse document frequencies, of pairs
 * that share at least two rare words; a demand is as like as its piece most like. False matches are held in check by the same
 * search over announcements whose words were dealt anew (every text as long, every word as common): q = expected such pairs at
 * least as alike / pairs found at least as alike, made monotone; pairs with q <= .05 are taken. Under {@link LEAST_COMPARED} on
 * a side nothing is taken (every q is 1). Sorted by announcement, then likeness. Same seed, same answer. Deals x texts that share rare words.
 * Source: Salton & Buckley 1988, Information Processing & Management 24:513-523; Elias & Gygi 2007, Nature Methods 4:207-214
 * (decoys); Storey & Tibshirani 2003, PNAS 100:9440-9445 (q).
 */
export function originMatches({ announcements, pieces, apart, seed, deals = WORD_DEALS }: OriginQuestion): OriginMatches {
  const index = wordedIndex(announcements, pieces);
  const scored = (texts: readonly Int32Array[]): Map<string, number> => pairScores({ texts, index, pieces, apart });
  const real = [...scored(index.announcements)].map(([key, likeness]) => ({ key, likeness })).sort((one, other) => other.likeness - one.likeness || (one.key < other.key ? -1 : 1));
  const tooFew = announcements.length < LEAST_COMPARED || pieces.length < LEAST_COMPARED;
  const chance = tooFew ? [] : dealtLikenesses(index, { deals, seed, scored });
  const atLeast = (likeness: number, from: number): number => {
    let count = from;
    while (count < chance.length && (chance[count] ?? 0) >= likeness) count += 1;
    return count;
  };
  let passed = 0;
  const rates = real.map(({ likeness }, place) => {
    passed = atLeast(likeness, passed);
    return tooFew ? 1 : Math.min(1, (passed + 1) / (deals * (place + 1)));
  });
  for (let place = rates.length - 2; place >= 0; place -= 1) rates[place] = Math.min(rates[place] ?? 1, rates[place + 1] ?? 1);
  const all = real.map(({ key, likeness }, place): OriginPair => {
    const [announcement = 0, demand = 0] = key.split(' ').map(Number);
    return { announcement, demand, likeness, q: rates[place] ?? 1 };
  });
  const pairs = all.filter(({ q }) => q <= MOST_CHANCE);
  const least = pairs.at(-1)?.likeness ?? Infinity;
  return { pairs: inOrder(pairs), near: inOrder(nearMisses(all.filter(({ q }) => q > MOST_CHANCE))), expected: atLeast(least, 0) / deals, tooFew };
}

function inOrder(pairs: readonly OriginPair[]): OriginPair[] {
  return pairs.toSorted((one, other) => one.announcement - other.announcement || other.likeness - one.likeness || one.demand - other.demand);
}

function nearMisses(pairs: readonly OriginPair[]): OriginPair[] {
  const kept = new Map<number, number>();
  return pairs.filter(({ announcement }) => {
    const before = kept.get(announcement) ?? 0;
    kept.set(announcement, before + 1);
    return before < NEAR_MISSES;
  });
}

/** The likenesses of all pairs over all deals of the announcements' words, the highest first. */
function dealtLikenesses(index: WordedIndex, { deals, seed, scored }: { readonly deals: number; readonly seed: number; readonly scored: (texts: readonly Int32Array[]) => Map<string, number> }): number[] {
  const random = seededRandom(seed);
  const dealt = index.announcements.map((words) => new Set(words));
  const chance: number[] = [];
  for (let deal = 0; deal < deals; deal += 1) for (const likeness of scored(dealWords(dealt, index.languages, random).map((words) => Int32Array.from(words))).values()) chance.push(likeness);
  return chance.sort((one, other) => other - one);
}

interface ScoredTexts {
  readonly texts: readonly Int32Array[];
  readonly index: WordedIndex;
  readonly pieces: readonly DemandText[];
  readonly apart: OriginQuestion['apart'];
}

const squared = (words: ArrayLike<number>, weights: Float64Array): number => {
  let sum = 0;
  for (let place = 0; place < words.length; place += 1) sum += (weights[words[place] ?? 0] ?? 0) ** 2;
  return sum;
};

/** The likeness of every announcement and demand that share enough rare words, by `announcement demand`. */
function pairScores({ texts, index: { pieces: worded, weights, rare }, pieces, apart }: ScoredTexts): Map<string, number> {
  const holding = new Map<number, number[]>();
  texts.forEach((words, text) => {
    for (const word of words) {
      const known = holding.get(word);
      if (known === undefined) holding.set(word, [text]);
      else known.push(text);
    }
  });
  const norms = Float64Array.from(texts, (words) => Math.sqrt(squared(words, weights)));
  const shared = new Float64Array(texts.length);
  const rareShared = new Uint16Array(texts.length);
  const best = new Map<string, number>();
  worded.forEach((words, piece) => {
    const touched = new Set<number>();
    for (const word of words) {
      const weight = (weights[word] ?? 0) ** 2;
      if (rare[word] !== 1) continue;
      for (const text of holding.get(word) ?? []) {
        touched.add(text);
        shared[text] = (shared[text] ?? 0) + weight;
        rareShared[text] = (rareShared[text] ?? 0) + 1;
      }
    }
    const norm = Math.sqrt(squared(words, weights));
    for (const text of touched) {
      const likeness = (shared[text] ?? 0) / (norm * (norms[text] ?? 1));
      if ((rareShared[text] ?? 0) >= LEAST_SHARED_WORDS && likeness >= LEAST_LIKENESS && !apart(text, piece)) {
        const key = `${String(text)} ${String(pieces[piece]?.demand ?? 0)}`;
        if (likeness > (best.get(key) ?? 0)) best.set(key, Math.min(1, likeness));
      }
      shared[text] = 0;
      rareShared[text] = 0;
    }
  });
  return best;
}
