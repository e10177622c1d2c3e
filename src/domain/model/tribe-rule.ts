import type { Intent, MessageKind, Role } from './codes.ts';

/** Numbers of a person that a rule may ask for: counts, points, the balance, followers, and requests without an answer. */
export const RULE_NUMBERS = ['messages', 'created', 'consumed', 'balance', 'followers', 'requests', 'waiting'] as const;
export type RuleNumber = (typeof RULE_NUMBERS)[number];

/** A person by content: an account's network and the source's own id. */
export interface NamedPerson {
  readonly network: string;
  readonly account: string;
}

/**
 * One thing a rule asks of a person. Lists hold when any of their values does; ends left out are open, `from` inclusive,
 * `to` exclusive for times and inclusive for numbers. `least` counts the messages that must show it. A balance exists
 * from five bookings; a number that does not exist never holds.
 */
export type RuleCondition =
  | { readonly op: 'network' | 'container'; readonly is: readonly string[] }
  | { readonly op: 'kind'; readonly is: readonly MessageKind[] }
  | { readonly op: 'first' | 'last'; readonly fromMs?: number | undefined; readonly toMs?: number | undefined }
  | { readonly op: 'words'; readonly is: readonly string[]; readonly least: number }
  | { readonly op: 'role'; readonly is: readonly Role[] }
  | { readonly op: 'intent'; readonly is: readonly Intent[]; readonly least: number }
  | { readonly op: 'number'; readonly of: RuleNumber; readonly from?: number | undefined; readonly to?: number | undefined }
  | { readonly op: 'tribe'; readonly is: readonly string[] }
  | { readonly op: 'people'; readonly is: readonly NamedPerson[] };

/** A rule: conditions joined by and, or, not. */
export type TribeRule =
  | { readonly op: 'all' | 'any'; readonly rules: readonly TribeRule[] }
  | { readonly op: 'not'; readonly rule: TribeRule }
  | RuleCondition;

/** How deep rules may stand in one another, the outermost counted. */
export const MOST_RULE_DEPTH = 4;
/** How many conditions one rule may hold. */
export const MOST_RULE_CONDITIONS = 40;

/** Why a rule cannot be used. */
export type RuleProblem = 'too-deep' | 'too-many' | 'nothing-asked' | 'wrong-order';

/** The rules directly inside a rule; none for a condition. */
export function innerRules(rule: TribeRule): readonly TribeRule[] {
  if (rule.op === 'all' || rule.op === 'any') return rule.rules;
  return rule.op === 'not' ? [rule.rule] : [];
}

/** True for a rule that is one condition. */
export function isCondition(rule: TribeRule): rule is RuleCondition {
  return rule.op !== 'all' && rule.op !== 'any' && rule.op !== 'not';
}

/** Every condition of a rule, from left to right, those under a not included. */
export function conditionsOf(rule: TribeRule): RuleCondition[] {
  return isCondition(rule) ? [rule] : innerRules(rule).flatMap(conditionsOf);
}

/**
 * How many rules stand in one another.
 * @example ruleDepth({ op: 'not', rule: { op: 'role', is: ['customer'] } }) // 2
 */
export function ruleDepth(rule: TribeRule): number {
  return 1 + Math.max(0, ...innerRules(rule).map(ruleDepth));
}

function conditionProblem(condition: RuleCondition): RuleProblem | null {
  switch (condition.op) {
    case 'first':
    case 'last':
      if (condition.fromMs === undefined && condition.toMs === undefined) return 'nothing-asked';
      return (condition.fromMs ?? -Infinity) < (condition.toMs ?? Infinity) ? null : 'wrong-order';
    case 'number':
      if (condition.from === undefined && condition.to === undefined) return 'nothing-asked';
      return (condition.from ?? -Infinity) <= (condition.to ?? Infinity) ? null : 'wrong-order';
    case 'words':
      return condition.is.some((word) => /[\p{L}\p{N}]/u.test(word)) ? null : 'nothing-asked';
    default:
      return condition.is.length === 0 ? 'nothing-asked' : null;
  }
}

/**
 * What makes a rule unusable, or null: more than four levels or forty conditions, a group or condition that asks nothing,
 * ends in the wrong order. An empty `all` would select everybody, so it is refused rather than read.
 */
export function ruleProblem(rule: TribeRule): RuleProblem | null {
  if (ruleDepth(rule) > MOST_RULE_DEPTH) return 'too-deep';
  const conditions = conditionsOf(rule);
  if (conditions.length > MOST_RULE_CONDITIONS) return 'too-many';
  const emptyGroup = (one: TribeRule): boolean => ((one.op === 'all' || one.op === 'any') && one.rules.length === 0) || innerRules(one).some(emptyGroup);
  if (emptyGroup(rule)) return 'nothing-asked';
  return conditions.map(conditionProblem).find((problem) => problem !== null) ?? null;
}
