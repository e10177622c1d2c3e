import type { MessageKind, Outcome, TextKind } from '../model/codes.ts';
import type { Basis, PartyKind, ValueRuleCode } from '../model/value-codes.ts';

/** Who wrote or did something, as far as the ledger cares, at the time it was done. */
export interface ValueActor {
  readonly accountId: number;
  /** The brand the account speaks for at that time, or null: a voice books in the brand's name. */
  readonly voiceOf: number | null;
  readonly bot: boolean;
  /** Speaks for a firm that is no brand of the project: no person, and no brand to book with. Left out elsewhere. */
  readonly desk?: true;
  /** Employee or partner of any brand: has an economic tie. */
  readonly tied: boolean;
}

/** A handle written in a text. */
export interface MentionFact {
  /** Stands before any other word, where networks put the names of those replied to. */
  readonly leading: boolean;
  readonly accountId: number | null;
  /** Set when the handle speaks for a brand. */
  readonly voiceOf: number | null;
  /** The handle speaks for a firm that is no brand of the project. Left out elsewhere. */
  readonly desk?: true;
}

/** What the ledger must know of a message that another one replies to. */
export interface ParentFact {
  readonly messageId: number;
  readonly author: ValueActor | null;
  /** Intent bits, 0 when unread. */
  readonly intents: number;
  /** The request this message opens or completes: the id of the request's first message, or null. */
  readonly requestMessageId: number | null;
  readonly kind: MessageKind;
  readonly atMs: number | null;
  /** Author of the message that the parent itself replies to. */
  readonly grandparentAccountId: number | null;
}

/** One message as the ledger sees it: who, where, to whom, which labels; no text. */
export interface MessageFact {
  readonly messageId: number;
  readonly atMs: number | null;
  readonly kind: MessageKind;
  readonly author: ValueActor | null;
  readonly containerId: number | null;
  readonly containerBrandId: number | null;
  readonly parent: ParentFact | null;
  /** The brand whose promotion opens the thread, or null. */
  readonly promotionOf: number | null;
  readonly mentions: readonly MentionFact[];
  /** Inbound intent bits; 0 when unread. */
  readonly intents: number;
  readonly textKind: TextKind;
  /** Characters of the text; 0 without text. */
  readonly textLength: number;
  readonly thanks: boolean;
  readonly welcomes: boolean;
  readonly recommendationSign: 1 | -1 | null;
  readonly economicTie: boolean;
  /** Reactions and views that carry no name, counts. */
  readonly unnamedReactions: number;
  readonly unnamedViews: number;
}

/** One request of one brand, as the response rules found it. */
export interface RequestFact {
  readonly messageId: number;
  readonly kind: MessageKind;
  readonly brandId: number | null;
  readonly asker: ValueActor | null;
  readonly intents: number;
  readonly atMs: number | null;
  readonly textLength: number;
  /** Later messages merged into the request. */
  readonly followUps: number;
  readonly outcome: Outcome;
  readonly answerMessageId: number | null;
  readonly answeredAtMs: number | null;
  /** Another person answered, by the response rules. */
  readonly answeredByPeer: boolean;
}

/** A reaction, share or view whose source names the person. */
export interface ReactionFact {
  readonly messageId: number;
  readonly atMs: number | null;
  readonly kind: 'reaction' | 'share' | 'view';
  readonly actor: ValueActor;
  readonly author: ValueActor | null;
  readonly containerBrandId: number | null;
  /** The reacted-to message asks something: it is a request or carries a question. */
  readonly asks: boolean;
}

/** One entry: a giver's credit and a receiver's debit of the same points. `units` counts traces; points = units x weight. */
export interface Booking {
  readonly rule: ValueRuleCode;
  readonly giverKind: PartyKind;
  readonly giverId: number;
  readonly receiverKind: PartyKind;
  readonly receiverId: number;
  readonly units: number;
  readonly basis: Basis;
  readonly atMs: number | null;
  /** The brand around which the trace was left; null outside any brand's place. */
  readonly brandId: number | null;
  /** The message that shows it. */
  readonly messageId: number;
  /** The exchange of which this booking is one half, or null. */
  readonly pairMessageId: number | null;
}
