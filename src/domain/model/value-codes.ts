/**
 * Codes of the rules by which a trace becomes a booking, in the order of {@link VALUE_RULES}. Stored in project files:
 * a code is never reused for another meaning.
 */
export const VALUE_RULE_CODES = [
  'question-answered', 'peer-help', 'thanked-solution', 'idea', 'fault-report', 'review', 'recommendation', 'tagged-friend',
  'welcome', 'thanks', 'built-on', 'brand-answer', 'contest-entry', 'discount', 'reaction', 'view',
] as const;
export type ValueRuleCode = (typeof VALUE_RULE_CODES)[number];

/** Who can stand on one side of a booking. `audience` is the unnamed public of one container (id 0: container unknown). */
export const PARTY_KINDS = ['account', 'brand', 'commons', 'audience'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/**
 * On which evidence a receiver's side rests: `observed` = a trace that names the person, `received` = an answer or help
 * that reached the person, `estimated` = a count without names.
 */
export const BASES = ['observed', 'received', 'estimated'] as const;
export type Basis = (typeof BASES)[number];
