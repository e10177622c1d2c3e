import type { OperationValue } from '../../contract/operations.ts';
import { CONFIRMED_ROLES, PROPOSAL_FLOOR, ROLE_THRESHOLD } from '../../domain/roles/suggested-roles.ts';
import type { Role } from '../../domain/model/codes.ts';
import { roleWordRules } from '../../text/role-lexicon.ts';

type Rule = OperationValue<'roles.rules'>['rules'][number];

const rule = (code: string, role: Role, basis: Rule['basis'][number], confidence: number, matches: string[], rejects: string[]): Rule => ({ rule: code, role, language: null, basis: [basis], confidence, ends: false, brand: 'any', matches, rejects });

/** Rules that read no words, with examples of names where names are what they read. Confidences are of a single clear sign. */
const OTHER_RULES: readonly Rule[] = [
  rule('name-is-brand', 'voice', 'name', 0.85, ['{brand}', '@{brand}'], ['Fan di {brand}']),
  rule('name-is-desk-of-brand', 'voice', 'name', 0.75, ['{brand} Official', 'Assistenza {brand}'], ['No {brand}', '{brand} fan club']),
  rule('name-is-place', 'voice', 'name', 0.75, [], []),
  rule('source-marks-brand', 'voice', 'source', 0.8, [], []),
  rule('answers-many', 'voice', 'behaviour', 0.65, [], []),
  rule('opens-the-posts', 'voice', 'behaviour', 0.7, [], []),
  rule('signs-replies', 'voice', 'behaviour', 0.5, [], []),
  rule('name-holds-brand', 'employee', 'name', 0.7, ['Giulia di {brand}', 'Marco | {brand}'], ['Amici di {brand}', 'Ex {brand}']),
  rule('review-or-ticket', 'customer', 'evidence', 0.95, [], []),
  rule('asks-to-buy', 'prospect', 'text', 0.9, [], []),
  rule('follows', 'interested', 'reaction', 0.75, [], []),
  rule('tie-marked', 'partner', 'text', 0.75, [], []),
  rule('bot-source', 'bot', 'source', 0.99, [], []),
  rule('bot-same-text', 'bot', 'behaviour', 0.65, [], []),
  rule('bot-regular', 'bot', 'behaviour', 0.85, [], []),
  rule('bot-rate', 'bot', 'behaviour', 0.7, [], []),
  rule('bot-says-so', 'bot', 'behaviour', 0.9, [], []),
  rule('bot-name', 'bot', 'name', 0.2, [], []),
];

/** Every rule of roles with examples, those of one role or all. */
export function roleRules(role: Role | undefined): OperationValue<'roles.rules'> {
  const words = roleWordRules().map(({ rule: code, role: of, language, on, confidence, ends, brand, matches, rejects }): Rule => ({ rule: code, role: of, language, basis: [...on], confidence, ends, brand, matches: [...matches], rejects: [...rejects] }));
  return { threshold: ROLE_THRESHOLD, floor: PROPOSAL_FLOOR, confirmed: [...CONFIRMED_ROLES], rules: [...words, ...OTHER_RULES].filter((known) => role === undefined || known.role === role) };
}
