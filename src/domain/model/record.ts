import type { MessageKind, TimePrecision } from './codes.ts';

/** An account as a source names it. `nativeId` is the source's own id, or its handle or name when it has none. */
export interface RecordedAccount {
  readonly nativeId: string;
  readonly handle: string | null;
  readonly name: string | null;
  readonly followers: number | null;
  /** The source itself marks the account as a brand. */
  readonly isBrand: boolean | null;
}

/** Where a message stands: a page, profile, channel, subreddit, listing or help desk; never a post or a video. */
export interface RecordedContainer {
  readonly nativeId: string;
  readonly name: string;
  readonly kind: 'page' | 'profile' | 'channel' | 'subreddit' | 'listing' | 'help-desk' | 'unknown';
}

/** One message as an importer produces it: platform-neutral, ids as text, times in UTC milliseconds. */
export interface RecordedMessage {
  readonly network: string;
  readonly nativeId: string;
  readonly kind: MessageKind;
  readonly author: RecordedAccount | null;
  readonly container: RecordedContainer | null;
  readonly createdAtMs: number | null;
  readonly precision: TimePrecision;
  readonly text: string | null;
  readonly parentNativeId: string | null;
  /** The thread's root where the source says it; otherwise found by following parents. */
  readonly rootNativeId: string | null;
  /** The source's own flag: the message came in to a brand (true), went out from one (false), or not said. */
  readonly inbound: boolean | null;
  readonly languageTag: string | null;
  readonly url: string | null;
  readonly rating: number | null;
  readonly likes: number | null;
  readonly replies: number | null;
  readonly shares: number | null;
  readonly views: number | null;
  /** The source says the brand liked the message: a nod, not an answer. */
  readonly likedByBrand: boolean | null;
  /** The line or row of the file it came from, 1-based. */
  readonly line: number;
}

/** A row that could not become a message. Nothing of its text is kept in logs. */
export interface RejectedRow {
  readonly line: number;
  readonly code: RejectionCode;
  readonly detail: string;
}

/** Why a row of a file is not a message, as a closed set. */
export const REJECTION_CODES = [
  'missing-id', 'missing-time', 'unreadable-time', 'wrong-column-count', 'broken-quote', 'line-too-long', 'not-a-message', 'empty-row',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];
