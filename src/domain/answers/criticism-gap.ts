import { LEAST_AUTHORS, LEAST_REQUESTS, DOMINANT_AUTHOR_SHARE } from '../response/response-floors.ts';
import { clusteredShareDifference } from '../stats/clustered-share-difference.ts';
import { countedShare, type CountedShare } from '../stats/counted-share.ts';
import type { Estimate } from '../stats/interval.ts';

/** A message addressed to the brand, and whether it met an answer. */
export interface AddressedMessage {
  readonly messageId: number;
  readonly authorId: number | null;
  /** A problem, or advice to avoid the brand. */
  readonly criticism: boolean;
  /** A compliment. */
  readonly praise: boolean;
  readonly answered: boolean;
  /** It was written after the brand had answered this person in this conversation. */
  readonly afterAnswer: boolean;
}

/** The two sides that are held against each other. */
export const VOICE_SIDES = ['criticism', 'praise'] as const;
export type VoiceSide = (typeof VOICE_SIDES)[number];

/** One side; counts are null below the floors. */
export interface SideAnswered {
  readonly n: number;
  readonly authors: number;
  readonly tooFew: boolean;
  readonly answered: CountedShare | null;
  /** One person wrote more than a fifth of it. */
  readonly dominantAuthor: boolean;
}

/** How criticism and praise are answered. `difference`: criticism minus praise. */
export interface CriticismGap {
  readonly criticism: SideAnswered;
  readonly praise: SideAnswered;
  readonly difference: Estimate | null;
}

/** What the limits depend on. */
export interface CriticismOptions {
  readonly seed: number;
  readonly draws: number;
}

/** On which side a message stands; null on neither. A compliment inside a criticism is criticism. */
export function voiceSide({ criticism, praise }: Pick<AddressedMessage, 'criticism' | 'praise'>): VoiceSide | null {
  if (criticism) return 'criticism';
  return praise ? 'praise' : null;
}

/**
 * Answered share on criticism against praise, over all messages addressed to the brand and not requests alone: who praises often
 * asks for nothing. Wilson limits on each share, author bootstrap on the difference. Under 20 messages or 10 authors on a side
 * that side has no figure; the difference needs both, and 30 messages on each. A message without an author is an author of its
 * own. O(draws x authors).
 */
export function criticismGap(messages: readonly AddressedMessage[], { seed, draws }: CriticismOptions): CriticismGap {
  const numbers = new Map<number, number>();
  // ids are positive: a message without an author has its own below zero
  const clusterOf = ({ authorId, messageId }: AddressedMessage): number => {
    const key = authorId ?? -messageId;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const [criticism, praise] = VOICE_SIDES.map((side) => messages.filter((message) => voiceSide(message) === side));
  const sides = [criticism ?? [], praise ?? []] as const;
  const cases = sides.map((own) => ({ happened: own.map(({ answered }) => answered), cluster: own.map(clusterOf) }));
  const told = sides.map((own, position) => sideAnswered(own, cases[position]?.cluster ?? []));
  const [first, second] = cases;
  const isTold = told.every(({ answered }) => answered?.estimate != null);
  return {
    criticism: told[0] ?? sideAnswered([], []), praise: told[1] ?? sideAnswered([], []),
    difference: !isTold || first === undefined || second === undefined ? null : clusteredShareDifference(first, second, { clusters: numbers.size, seed, draws }),
  };
}

function sideAnswered(messages: readonly AddressedMessage[], clusters: readonly number[]): SideAnswered {
  const counts = new Map<number, number>();
  for (const cluster of clusters) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  const n = messages.length;
  const authors = new Set(messages.flatMap(({ authorId }) => authorId ?? [])).size;
  const tooFew = n < LEAST_REQUESTS || counts.size < LEAST_AUTHORS;
  const most = [...counts.values()].reduce((largest, count) => Math.max(largest, count), 0);
  return { n, authors, tooFew, answered: tooFew ? null : countedShare(messages.filter(({ answered }) => answered).length, n), dominantAuthor: n > 0 && most / n > DOMINANT_AUTHOR_SHARE };
}
