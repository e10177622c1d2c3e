import type { Intent, ReplyCoverage, TextKind, TimePrecision } from '../model/codes.ts';

/** One message as the response rules see it: ids, time, labels and what its text names; the text itself only as a key. */
export interface MessageFact {
  readonly id: number;
  readonly importId: number;
  readonly networkId: number;
  readonly containerId: number | null;
  /** The brand that owns the container, or null. */
  readonly containerBrandId: number | null;
  readonly authorId: number | null;
  /** The brand the author spoke for when the message was written, or null. */
  readonly voiceOfBrandId: number | null;
  readonly authorIsEmployee: boolean;
  readonly authorIsPartner: boolean;
  readonly authorIsBot: boolean;
  /** The author speaks for a firm that is no brand of the project: its requests are listed apart, it answers for nobody and is no peer. Left out elsewhere. */
  readonly authorIsDesk?: true;
  /** The message replied to, where it is in the data. */
  readonly parentId: number | null;
  /** The source names a message replied to that is not in the data. */
  readonly parentIsMissing: boolean;
  /** The message it likely answers, guessed from names and quotes in a place where no link says it; left out where nothing was guessed. */
  readonly inferredParentId?: number;
  /** The thread, the same number for all its messages (see `threadRoots`); the id of its first message where that is known. */
  readonly rootId: number;
  readonly atMs: number | null;
  readonly precision: TimePrecision;
  /** Intent bits; null when the text was not read (other language, abstention, no text). */
  readonly intents: number | null;
  /** The same intents, likeliest first. */
  readonly intentOrder: readonly Intent[];
  readonly textKind: TextKind;
  /** The source's own direction flag. */
  readonly sourceInbound: boolean | null;
  /** The brand that the source's flag names, where it names one. */
  readonly flagBrandId: number | null;
  /** Brands whose handle stands in the text, in any letter case. */
  readonly mentionedBrandIds: readonly number[];
  /** The text begins with the handle of somebody who does not speak for a brand. */
  readonly startsWithOtherHandle: boolean;
  readonly mentionedAccountIds: readonly number[];
  /** The network itself writes the names of those replied to at the beginning of a reply. */
  readonly networkNamesInFront: boolean;
  /** The text with entities decoded, case folded, white space collapsed and leading mentions removed; null without text. */
  readonly textKey: string | null;
  /** Act bits of a message written in a brand's name; 0 otherwise. */
  readonly acts: number;
  /** The source says that the brand liked the message. */
  readonly likedByBrand: boolean;
  /** The text thanks somebody or says that a problem is solved. */
  readonly thanks: boolean;
  /** Labelled as help given to somebody else. */
  readonly helps: boolean;
}

/** What is known of the place a message stands in, as imported. */
export interface SourceContext {
  /** Until when the place was watched; null: the latest message of the imports that cover it, on that network. */
  readonly observationEndMs: number | null;
  readonly coverage: ReplyCoverage;
  /** A person has settled the coverage: no sign found in the data overrules it. */
  readonly coverageSettled: boolean;
  /** Whether messages there name what they reply to; null: found from the messages themselves. */
  readonly hasReplyLinks: boolean | null;
  /** Brands that are known to be seen there, beyond what the messages of the pass show; left out where those are all there are. */
  readonly seenBrandIds?: ReadonlySet<number>;
}

/**
 * What is known of replies that came so soon that their wording decides whether a program wrote them, where a pass does not
 * hold all replies that they may read like. By the reply and the person it answers (below zero: who asked is not known).
 */
export interface HastyReplies {
  /** What was found before; null where it was not. */
  readonly known: (replyId: number, askerId: number) => boolean | null;
  /** Told of what is found. May throw where the pass cannot tell. */
  readonly found: (reply: MessageFact, askerId: number, automatic: boolean) => void;
}

/** Whose requests are looked for, and what is known beyond the messages. */
export interface ResponseContext {
  /** The brand whose requests and answers count; null: every brand, each request answered only by those it is addressed to. */
  readonly brandId: number | null;
  /** Messages after this moment are unseen and observation ends here at the latest; null: no cap. */
  readonly nowMs: number | null;
  /** The place of a message; null: nothing known, replies taken as present. Called once per import, container and network. */
  readonly source: (fact: MessageFact) => SourceContext | null;
  /** The brand of an import that concerns one brand only, by import. */
  readonly onlyBrandOfImport: ReadonlyMap<number, number>;
  /** Threads known to miss some of their replies, in sources covered partly. */
  readonly incompleteRoots: ReadonlySet<number>;
  /** Left out where every reply is in the pass. */
  readonly hasty?: HastyReplies;
}
