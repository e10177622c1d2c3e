import type { Intent, Outcome } from '../model/codes.ts';

/** How finely a wait is known: `fine` (to the minute or better), `day`, or `count` (relative or no time: counts only). */
export type WaitPrecision = 'fine' | 'day' | 'count';

/** Why a request stands apart from the public's: its author has a tie to a brand, or is a program. */
export type ListedApart = 'voice' | 'employee' | 'partner' | 'bot';

/** Whether the data can show an answer to a request at all. */
export type Observability = 'observable' | 'incomplete' | 'unobservable';

/** One request with its follow-ups and how it ended: the unit of every response figure. */
export interface RequestEpisode {
  /** The first message with a request intent; it gives the request its time. */
  readonly messageId: number;
  /** The other messages that belong to it, in time order. */
  readonly mergedIds: readonly number[];
  readonly askerId: number | null;
  /** The brands it is addressed to, ascending; empty only where direction alone was asked for. */
  readonly brandIds: readonly number[];
  readonly importId: number;
  readonly networkId: number;
  readonly containerId: number | null;
  readonly rootId: number;
  readonly atMs: number | null;
  readonly precision: WaitPrecision;
  readonly intentBits: number;
  /** Intents of all its messages, those of the request itself first, each likeliest first. */
  readonly intents: readonly Intent[];
  readonly observationEndMs: number;
  /** The answer's own time stamp, even when it is skewed. */
  readonly answeredAtMs: number | null;
  readonly answerMessageId: number | null;
  readonly outcome: Outcome;
  /** Up to the answer, or up to the end of observation when censored; null when a time is not known. */
  readonly waitedSeconds: number | null;
  readonly censored: boolean;
  /** The answer was taken to be one because it names the asker or quotes the text, in a place without reply links. */
  readonly inferred: boolean;
  /** It follows an answered request of the same person in the same thread. */
  readonly reopened: boolean;
  /** The answer's clock stands before the request's, by up to five minutes. */
  readonly clockSkewed: boolean;
  /** Another person answered before the brand did or observation ended. */
  readonly peerFirst: boolean;
  readonly peerAtMs: number | null;
  readonly listedApart: ListedApart | null;
  readonly observability: Observability;
  /** It stands under a post in which the brand promotes something. */
  readonly underPromotion: boolean;
}

/** Variants of the definition, for checks against other tools and for the switch that leaves inferred answers out. */
export interface RequestOptions {
  /** `inbound`: every inbound message by itself, whatever it wants; `praise`: compliments that ask for nothing. */
  readonly population: 'requests' | 'praise' | 'inbound';
  /** `direct`: the first brand message that names the message as its parent, and nothing else. */
  readonly answerRule: 'definition' | 'direct';
  readonly mergeFollowUps: boolean;
  readonly inferAnswers: boolean;
  /** How long later messages of an asker belong to the first one where a place has no threads; {@link FOLLOW_UP_HOURS} where left out. */
  readonly followUpHours?: number | undefined;
}

/** The window of the definition for follow-ups where a place has no threads, in hours. */
export const FOLLOW_UP_HOURS = 24;

/** The definition itself. */
export const REQUEST_DEFINITION: RequestOptions = { population: 'requests', answerRule: 'definition', mergeFollowUps: true, inferAnswers: true };

/** Everything found in one pass. */
export interface RequestEpisodes {
  /** In time order, those without a time first. */
  readonly requests: readonly RequestEpisode[];
  /** Messages addressed to the brand that nobody could read: other languages, abstentions, no text. */
  readonly unreadIds: readonly number[];
}
