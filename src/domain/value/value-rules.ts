import { VALUE_RULE_CODES, type ValueRuleCode } from '../model/value-codes.ts';
import type { Intent } from '../model/codes.ts';

/** One rule of the ledger: what counts as a trace, who gives, who receives, and what a unit of it weighs by default. */
export interface ValueRule {
  readonly code: ValueRuleCode;
  /** Raised whenever what counts changes; stored with each booking. */
  readonly version: number;
  readonly defaultWeight: number;
  readonly giver: string;
  readonly receiver: string;
  readonly counts: string;
  /**
   * The side on which this booking is one half of a pair when it carries a pair: both halves rest on one exchange, so the
   * person on that side would stand at 1:1 by construction. Null where the rule never forms a pair.
   */
  readonly pairSide: 'giver' | 'receiver' | null;
  /** Inbound labels whose span is the booking's evidence, the first one found wins. */
  readonly evidence: readonly Intent[];
}

/** The bits of these intents make a message a question that somebody can answer in public. */
export const QUESTION_INTENTS = ['information', 'purchase', 'decision'] as const satisfies readonly Intent[];

/** Least length of a fault report with detail and of a testimonial, in characters: shorter texts name no circumstance. */
export const DETAIL_CHARACTERS = 40;

/** At most this many distinct people count as having built on one piece of content, so that one viral post is not a career. */
export const BUILT_ON_LIMIT = 5;

/** Phrases (lower case) that welcome a member; "you're welcome" is an answer to thanks and is none of them. */
export const WELCOME_PHRASES = ['benvenut', 'welcome to', 'welcome aboard', 'welcome in the', 'ben arrivat'] as const;

/**
 * The rules of the value ledger with their default weights in points. Likes and views never create value for an author:
 * they are what a reader takes, from the brand when the brand wrote the content, else from the commons.
 */
export const VALUE_RULES: readonly ValueRule[] = [
  { code: 'question-answered', version: 1, defaultWeight: 1, giver: 'asker', receiver: 'commons', counts: 'a question asked in public (information, purchase or opinion) that the brand answered in public or another person answered; once a question', pairSide: 'giver', evidence: QUESTION_INTENTS },
  { code: 'peer-help', version: 1, defaultWeight: 1, giver: 'helper', receiver: 'asker', counts: 'a message labelled help, written to another person who does not speak for a brand', pairSide: 'receiver', evidence: ['help'] },
  { code: 'thanked-solution', version: 1, defaultWeight: 1, giver: 'helper', receiver: 'asker', counts: 'a person\'s help, or a reply to a message of the asker, that the asker thanked in a reply to it; once a solution and asker', pairSide: 'receiver', evidence: ['help'] },
  { code: 'idea', version: 1, defaultWeight: 1, giver: 'author', receiver: 'brand', counts: 'a request to a brand that proposes a change or a wish; once a request', pairSide: 'giver', evidence: ['idea'] },
  { code: 'fault-report', version: 1, defaultWeight: 1, giver: 'author', receiver: 'brand', counts: 'a request to a brand that reports trouble with detail: at least 40 characters, or completed by a follow-up; once a request', pairSide: 'giver', evidence: ['trouble'] },
  { code: 'review', version: 1, defaultWeight: 1, giver: 'author', receiver: 'brand', counts: 'a review in a place of the brand, or praise addressed to it of at least 40 characters that is not just thanks; never with an economic tie', pairSide: null, evidence: ['praise'] },
  { code: 'recommendation', version: 1, defaultWeight: 1, giver: 'author', receiver: 'commons', counts: 'advice to use, by somebody without an economic tie', pairSide: null, evidence: ['recommendation'] },
  { code: 'tagged-friend', version: 1, defaultWeight: 1, giver: 'author', receiver: 'commons', counts: 'another person tagged under a brand\'s content, outside contests and promotions, without an economic tie', pairSide: null, evidence: [] },
  { code: 'welcome', version: 1, defaultWeight: 1, giver: 'author', receiver: 'member', counts: 'a welcome written to another person', pairSide: null, evidence: [] },
  { code: 'thanks', version: 1, defaultWeight: 1, giver: 'author', receiver: 'member', counts: 'thanks written to another person', pairSide: 'giver', evidence: [] },
  { code: 'built-on', version: 1, defaultWeight: 1, giver: 'author', receiver: 'commons', counts: 'content that asks nothing, replied to or shared by another person; once a distinct person, at most 5 a piece', pairSide: null, evidence: [] },
  { code: 'brand-answer', version: 1, defaultWeight: 1, giver: 'brand', receiver: 'asker', counts: 'a public answer to a request; sent to private is not booked, because whether help came is not in the data', pairSide: 'receiver', evidence: [] },
  { code: 'contest-entry', version: 1, defaultWeight: 1, giver: 'brand', receiver: 'person', counts: 'a message that enters a contest of the brand', pairSide: null, evidence: ['contest'] },
  { code: 'discount', version: 1, defaultWeight: 1, giver: 'brand', receiver: 'person', counts: 'an interest to buy written under a promotion of the brand', pairSide: null, evidence: ['purchase'] },
  { code: 'reaction', version: 1, defaultWeight: 0.1, giver: 'brand or commons', receiver: 'person or audience', counts: 'a like, another reaction, a save or a follow; without a name it goes to the container\'s audience', pairSide: null, evidence: [] },
  { code: 'view', version: 1, defaultWeight: 0.05, giver: 'brand or commons', receiver: 'person or audience', counts: 'a view; without a name it goes to the container\'s audience', pairSide: null, evidence: [] },
];

/** Points per unit of every rule; the user's table lies over the defaults. */
export type ValueWeights = Readonly<Record<ValueRuleCode, number>>;

/** Narrows a stored text to a rule's code. */
export function isValueRuleCode(code: string): code is ValueRuleCode {
  return (VALUE_RULE_CODES as readonly string[]).includes(code);
}

/**
 * The default weights with a project's own laid over them. Unknown rules, negative and non-finite points are ignored:
 * they can only come from a file made elsewhere, and must not make the ledger unreadable.
 */
export function valueWeights(own: Readonly<Record<string, number>> = {}): ValueWeights {
  const weight = (rule: ValueRule): number => {
    const chosen = Object.hasOwn(own, rule.code) ? own[rule.code] : undefined;
    return chosen !== undefined && Number.isFinite(chosen) && chosen >= 0 ? chosen : rule.defaultWeight;
  };
  return Object.fromEntries(VALUE_RULES.map((rule) => [rule.code, weight(rule)])) as Record<ValueRuleCode, number>;
}
