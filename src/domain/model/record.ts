import type { MessageKind, ReactionKind, TimePrecision } from './codes.ts';

/** An account as a source names it. `nativeId` is the source's own id, or its handle or name when it has none. */
export interface RecordedAccount {
  readonly nativeId: string;
  readonly handle: string | null;
  readonly name: string | null;
  readonly followers: number | null;
  /** The source itself marks the account as a brand. */
  readonly isBrand: boolean | null;
  /** What the account says of itself, as plain text; roles are proposed from it. */
  readonly profile?: string | null;
  /** An address the profile links to. */
  readonly link?: string | null;
  /** Keyed hash of a mail address, hex; the address itself is never kept. */
  readonly mailHash?: string | null;
  /** The source itself marks the account as automatic. */
  readonly isBot?: boolean | null;
  /** The company or organisation that the source gives for the account, as written there. */
  readonly company?: string | null;
}

/** Where a message stands: a page, profile, channel, subreddit, listing or help desk; never a post or a video. */
export interface RecordedContainer {
  readonly nativeId: string;
  readonly name: string;
  readonly kind: 'page' | 'profile' | 'channel' | 'subreddit' | 'listing' | 'help-desk' | 'unknown';
  /** Only named after the file, which says of no place: where the root of the thread is known to stand, its messages stand there. */
  readonly isGuess?: boolean;
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
  /** How many replies or comments the source declares, whether or not they are in the file. */
  readonly replies: number | null;
  readonly shares: number | null;
  readonly views: number | null;
  readonly saves?: number | null;
  /** The source says the brand liked the message: a nod, not an answer. */
  readonly likedByBrand: boolean | null;
  /** The source says the page hid the message. */
  readonly hidden?: boolean | null;
  /** Native id of the message this one quotes. */
  readonly quotedNativeId?: string | null;
  /** The line or row of the file it came from, 1-based. */
  readonly line: number;
}

/** One named reaction to a message (like, share, save, view) or to a container (follow). Counts without names stay on the message. */
export interface RecordedReaction {
  readonly network: string;
  /** Native id of the message reacted to; null for a follow. It need not be in the data. */
  readonly targetNativeId: string | null;
  /** Place that is followed, or where the reaction was given, when the source says it. */
  readonly container: RecordedContainer | null;
  /** Who reacted; null never occurs for a reaction that books points. */
  readonly account: RecordedAccount | null;
  readonly kind: ReactionKind;
  readonly createdAtMs: number | null;
  readonly precision: TimePrecision;
  readonly line: number;
}

/** A row that could not become a message. Its text is kept in the project for the person who imported it, never in logs. */
export interface RejectedRow {
  readonly line: number;
  readonly code: RejectionCode;
  readonly detail: string;
  /** The row as the file has it, cut at {@link LONGEST_RAW} characters. */
  readonly raw?: string | null;
  /** Name of the file inside its archive. */
  readonly part?: string | null;
}

/** Characters of a refused row that are kept. */
export const LONGEST_RAW = 2000;

/** Why a row of a file is not a message, as a closed set. */
export const REJECTION_CODES = [
  'missing-id', 'missing-time', 'unreadable-time', 'wrong-column-count', 'broken-quote', 'line-too-long', 'not-a-message', 'empty-row',
  'broken-json', 'too-deep', 'error-row', 'deleted', 'withheld', 'unreadable-part',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];
