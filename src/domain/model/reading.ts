import type { Act, Intent, Sentiment, TextKind } from './codes.ts';

/** Direction decides which labels a text can carry: inbound texts have intents, outbound texts have acts and promises. */
export type Direction = 'inbound' | 'outbound';

/** A text to read. `atMs` (UTC milliseconds) and `timeZone` (IANA) place the calendar words of a promise. */
export interface ReadableText {
  readonly id: string;
  readonly text: string;
  readonly direction: Direction;
  readonly atMs?: number;
  readonly timeZone?: string;
  /** The language tag that the source itself gave (`it`, `en-GB`); evidence, not proof. */
  readonly sourceLanguage?: string;
}

/** Where a label comes from: offsets in UTF-16 units into the text as given, end exclusive. */
export interface EvidenceSpan {
  readonly code: Intent | Act | Sentiment;
  readonly start: number;
  readonly end: number;
}

/** Whether what a brand broadcasts moves, informs, or does both. */
export const TONES = ['emotional', 'informative', 'both'] as const;
export type Tone = (typeof TONES)[number];

/** A commitment found in an outbound text. `dueAfterSeconds` counts from the message; null when no resolvable time is named. */
export interface PromiseFound {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly dueText: string | null;
  readonly dueAfterSeconds: number | null;
}

/**
 * What the reader says of one text. Labels are null, never guessed, when `language` is not one the reader knows
 * (`it`, `en`), when it abstains, or when there is no text.
 */
export interface Reading {
  readonly id: string;
  /** ISO 639-1 code, or `unknown` below a few letters. */
  readonly language: string;
  readonly textKind: TextKind;
  readonly sentiment: Sentiment | null;
  readonly sentiments: Readonly<Record<Sentiment, number>> | null;
  /** Inbound only: the likeliest intent; null when unread or outbound. */
  readonly intent: Intent | null;
  readonly intents: Readonly<Record<Intent, number>> | null;
  /** Outbound only: the likeliest act; null when unread or inbound. */
  readonly act: Act | null;
  readonly acts: Readonly<Record<Act, number>> | null;
  /** Codes whose probability passes their threshold, likeliest first: intents when inbound, acts when outbound. */
  readonly labels: readonly (Intent | Act)[];
  readonly spans: readonly EvidenceSpan[];
  readonly promises: readonly PromiseFound[];
  /** For a recommendation: to use (+1), to avoid (-1); null when the text recommends nothing. */
  readonly recommendationSign: 1 | -1 | null;
  /** The text discloses an economic tie (`#adv`, `gifted`). */
  readonly economicTie: boolean;
  /** The text thanks somebody or says that a problem is solved. */
  readonly thanks: boolean;
  /** The text probably means the contrary of what it says: its tone is in doubt. */
  readonly doubt: boolean;
  /** No label was likely enough for the threshold that a person set. */
  readonly abstained: boolean;
  /** Probability of the likeliest intent or act, known of abstentions as well; null when unread. */
  readonly surest: number | null;
  /** The author asks to be called, written to, or otherwise contacted. */
  readonly contact: boolean;
  /** Outbound content and promotions only. */
  readonly tone: Tone | null;
}
