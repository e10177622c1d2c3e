/** Rungs of the ladder of participation, highest first; `inactive` left no trace in the last 180 days. */
export const LADDER_RUNGS = ['creator', 'critic', 'conversationalist', 'collector', 'joiner', 'spectator', 'inactive'] as const;
export type LadderRung = (typeof LADDER_RUNGS)[number];

/** Days before the end of observation after which a trace no longer holds a rung. */
export const LADDER_DAYS = 180;

/** What a person left in the last 180 days, as counts. */
export interface LadderTraces {
  readonly threads: number;
  readonly opinions: number;
  readonly repliesToPeople: number;
  readonly messages: number;
  readonly contests: number;
  readonly saves: number;
  readonly follows: number;
  /** Likes, views and other reactions by name. */
  readonly looks: number;
}

/**
 * The highest rung a person meets: creator starts a thread; critic reviews or comments with an opinion; conversationalist
 * replies to a person; collector saves, or follows and does something else; joiner only follows or enters contests;
 * spectator only views or likes; inactive left nothing. Null for those who wrote and stand on no rung: a question put to
 * the brand under its own post is neither an opinion nor a word to another person.
 * Source: Li & Bernoff 2008, Groundswell, with the conversationalists of Forrester 2010, in the order of this product.
 * @example ladderRung({ threads: 0, opinions: 0, repliesToPeople: 0, messages: 0, contests: 0, saves: 0, follows: 1, looks: 0 }) // 'joiner'
 */
export function ladderRung({ threads, opinions, repliesToPeople, messages, contests, saves, follows, looks }: LadderTraces): LadderRung | null {
  if (threads > 0) return 'creator';
  if (opinions > 0) return 'critic';
  if (repliesToPeople > 0) return 'conversationalist';
  if (saves > 0 || (follows > 0 && messages + looks > 0)) return 'collector';
  if (follows > 0 || (contests > 0 && contests === messages)) return 'joiner';
  if (messages > 0) return null;
  return looks > 0 ? 'spectator' : 'inactive';
}
