import { LEAST_REQUESTS } from '../response/response-floors.ts';
import { clusteredShareDifference } from '../stats/clustered-share-difference.ts';
import { countedShare, type CountedShare } from '../stats/counted-share.ts';
import type { Estimate } from '../stats/interval.ts';

/** A message that an earlier export held, as a later one left it. */
export interface TracedMessage {
  readonly messageId: number;
  readonly authorId: number | null;
  readonly state: 'vanished' | 'still-there';
  /** Somebody could read it: only these can be criticism or not. */
  readonly read: boolean;
  readonly criticism: boolean;
}

/** One side of the comparison. */
export interface TracedSide {
  readonly n: number;
  readonly read: number;
  readonly tooFew: boolean;
  readonly criticism: CountedShare | null;
}

/** Whether criticism vanishes more often than the rest. `difference`: share among the vanished minus among those still there. */
export interface VanishedShare {
  readonly vanished: TracedSide;
  readonly stillThere: TracedSide;
  readonly difference: Estimate | null;
}

/**
 * Share of criticism among the messages that a later export no longer holds although it covers their place, against those it
 * holds again. A difference says that the two groups differ, not who removed anything: author, page, platform and export are
 * all possible. Authors of vanished messages may have been dropped; such a message counts as an author of its own. Under 20
 * read messages a side has no figure; the difference needs 30 on both. O(draws x authors).
 */
export function vanishedShare(messages: readonly TracedMessage[], { seed, draws }: { readonly seed: number; readonly draws: number }): VanishedShare {
  const numbers = new Map<string, number>();
  const clusterOf = ({ authorId, messageId }: TracedMessage): number => {
    const key = authorId === null ? `message ${String(messageId)}` : `author ${String(authorId)}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const side = (state: TracedMessage['state']): { readonly told: TracedSide; readonly happened: boolean[]; readonly cluster: number[] } => {
    const all = messages.filter((message) => message.state === state);
    const read = all.filter((message) => message.read);
    const tooFew = read.length < LEAST_REQUESTS;
    return {
      told: { n: all.length, read: read.length, tooFew, criticism: tooFew ? null : countedShare(read.filter(({ criticism }) => criticism).length, read.length) },
      happened: read.map(({ criticism }) => criticism), cluster: read.map(clusterOf),
    };
  };
  const [vanished, stillThere] = [side('vanished'), side('still-there')];
  const isTold = vanished.told.criticism?.estimate != null && stillThere.told.criticism?.estimate != null;
  return { vanished: vanished.told, stillThere: stillThere.told, difference: isTold ? clusteredShareDifference(vanished, stillThere, { clusters: numbers.size, seed, draws }) : null };
}
