/** How a promise ended that a path begins with. */
export const PATH_SIDES = ['kept', 'broken'] as const;
export type PathSide = (typeof PATH_SIDES)[number];

/** A message of a person outside the places of other brands. */
export interface PathMessage {
  readonly messageId: number;
  readonly atMs: number;
  /** The first message of its conversation. */
  readonly rootId: number;
  /** A compliment to the brand. */
  readonly praises: boolean;
  /** Recommends the brand, or names a friend, without an economic tie. */
  readonly recommends: boolean;
}

/** A promise to a person with a due time and an outcome that was seen. Times UTC ms. */
export interface PathPromise {
  readonly promiseId: number;
  readonly messageId: number;
  readonly personId: number;
  readonly side: PathSide;
  readonly madeMs: number;
  /** The due time: what comes after it follows the promise. */
  readonly indexMs: number;
  readonly rootId: number;
  /** Since when the network's messages are known, and until when the place was watched. */
  readonly fromMs: number;
  readonly endMs: number;
}

/** A person who is watched for the whole window, with what they wrote in other conversations. */
export interface WatchedPromise {
  readonly promise: PathPromise;
  readonly others: readonly PathMessage[];
}

/** Where a path leads in a list of messages: places of the compliment and of the recommendation, -1 where there is none. */
export interface PathPlaces {
  readonly praise: number;
  readonly advice: number;
  /** The compliment is watched for the whole window. */
  readonly watched: boolean;
}

/** What a path is followed with: the due time, the end of observation and the window, UTC ms and ms. */
interface PathWindow {
  readonly indexMs: number;
  readonly endMs: number;
  readonly windowMs: number;
}

/**
 * The first compliment within the window after the due time, and the first recommendation within the window after that compliment,
 * in another message. `signs` stand for the messages in time order: 1 praises, 2 recommends, 3 does both, 0 neither. O(messages).
 */
export function pathPlaces(atMs: ArrayLike<number>, signs: ArrayLike<number>, { indexMs, endMs, windowMs }: PathWindow): PathPlaces {
  let praise = -1;
  let praisedMs = 0;
  for (let at = 0; at < atMs.length; at += 1) {
    const time = atMs[at] ?? 0;
    const sign = signs[at] ?? 0;
    if (time <= indexMs) continue;
    if (praise < 0) {
      if (time > indexMs + windowMs) break;
      if ((sign & 1) === 0) continue;
      praise = at;
      praisedMs = time;
      continue;
    }
    if (time > praisedMs + windowMs) break;
    if ((sign & 2) !== 0) return { praise, advice: at, watched: praisedMs + windowMs <= endMs };
  }
  return { praise, advice: -1, watched: praise >= 0 && praisedMs + windowMs <= endMs };
}

/** The signs of messages as {@link pathPlaces} reads them. */
export function pathSigns(messages: readonly PathMessage[]): Uint8Array {
  return Uint8Array.from(messages, ({ praises, recommends }) => Number(praises) + 2 * Number(recommends));
}
