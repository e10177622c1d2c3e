/**
 * The closed vocabularies of the product. Codes are English and stable: they are stored in project files, printed by
 * the command line and never shown to a person, who reads the labels of the interface's catalogue instead.
 */

/** What an inbound message wants, in a fixed order: the position of a code is its bit in a stored intent set. */
export const INTENTS = [
  'information', 'trouble', 'idea', 'purchase', 'praise', 'recommendation', 'help', 'decision', 'contest', 'other',
] as const;
export type Intent = (typeof INTENTS)[number];

/** Intents that call for a reply: a message that carries one of them, addressed to a brand, is a request. */
export const REQUEST_INTENTS = ['information', 'trouble', 'idea', 'purchase', 'decision'] as const satisfies readonly Intent[];
export type RequestIntent = (typeof REQUEST_INTENTS)[number];

/** What a message written in a brand's name does, in a fixed order: the position of a code is its bit in a stored act set. */
export const ACTS = [
  'answer', 'care', 'ask', 'acknowledge', 'promise', 'deflect', 'template', 'promotion', 'content', 'personal',
] as const;
export type Act = (typeof ACTS)[number];

/** The author's tone towards what a message is about. */
export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/** What an account is to a brand. `voice` speaks for the brand; being an employee is a separate fact. */
export const ROLES = [
  'voice', 'employee', 'partner', 'customer', 'prospect', 'talent', 'investor', 'press', 'interested', 'bot', 'unknown',
] as const;
export type Role = (typeof ROLES)[number];

/** What kind of thing a message is; the network's own words are mapped to these. */
export const MESSAGE_KINDS = ['post', 'comment', 'reply', 'review', 'ticket', 'message'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What a named reaction does; the networks' own words are mapped to these. */
export const REACTION_KINDS = ['like', 'love', 'care', 'haha', 'wow', 'sad', 'angry', 'other', 'share', 'save', 'view', 'follow'] as const;
export type ReactionKind = (typeof REACTION_KINDS)[number];

/** How exactly a message's time is known; coarser times enter fewer figures (`relative` and `none` enter counts only). */
export const TIME_PRECISIONS = ['ms', 's', 'min', 'day', 'relative', 'none'] as const;
export type TimePrecision = (typeof TIME_PRECISIONS)[number];

/** How an asker was met; always shown together, never added up silently. */
export const OUTCOMES = ['public', 'private', 'nod', 'silence'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whether the replies of a source are in the data: absent means no response figure at all, partly means bounds. */
export const REPLY_COVERAGES = ['present', 'partly', 'absent'] as const;
export type ReplyCoverage = (typeof REPLY_COVERAGES)[number];

/** What a text is made of; only `text` is read for intents, emoji-only and tag-only are kinds of their own. */
export const TEXT_KINDS = ['text', 'emoji', 'tags', 'none'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Zones of the value map; `few` = too few bookings to say, `unnamed` zones never occur. */
export const ZONES = ['gives-more', 'even', 'receives-more', 'little-active', 'few'] as const;
export type Zone = (typeof ZONES)[number];

/**
 * Packs codes into the integer stored in the project file: bit i stands for the i-th code of the vocabulary.
 * Unknown codes throw RangeError `unknown code: x`.
 * @example codeSet(INTENTS, ['information', 'idea']) // 5
 */
export function codeSet<Code extends string>(vocabulary: readonly Code[], codes: Iterable<Code>): number {
  let bits = 0;
  for (const code of codes) {
    const position = vocabulary.indexOf(code);
    if (position < 0) throw new RangeError(`unknown code: ${code}`);
    bits |= 1 << position;
  }
  return bits;
}

/**
 * Unpacks a stored integer into codes, in vocabulary order. Inverse of {@link codeSet}.
 * @example codesIn(INTENTS, 5) // ['information', 'idea']
 */
export function codesIn<Code extends string>(vocabulary: readonly Code[], bits: number): Code[] {
  return vocabulary.filter((_, position) => (bits & (1 << position)) !== 0);
}
