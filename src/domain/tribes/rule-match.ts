import type { Intent, MessageKind, Role } from '../model/codes.ts';
import { isCondition, type NamedPerson, type RuleCondition, type RuleNumber, type TribeRule } from '../model/tribe-rule.ts';

/** What is known of one person, as far as rules ask. Counts are of messages; a number that does not exist is null. */
export interface PersonFacts {
  readonly networks: readonly string[];
  readonly containers: readonly string[];
  readonly kinds: readonly MessageKind[];
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly messagesWithAny: (words: readonly string[]) => number;
  readonly roles: readonly Role[];
  readonly messagesOfIntent: (intents: readonly Intent[]) => number;
  readonly numbers: Readonly<Record<RuleNumber, number | null>>;
  readonly tribes: readonly string[];
  readonly accounts: readonly NamedPerson[];
}

function within(value: number | null, from: number, isBelowEnd: (value: number) => boolean): boolean {
  return value !== null && value >= from && isBelowEnd(value);
}

/** Whether one condition holds of a person. */
export function conditionHolds(condition: RuleCondition, facts: PersonFacts): boolean {
  const any = <Value>(held: readonly Value[], wanted: readonly Value[]): boolean => wanted.some((value) => held.includes(value));
  switch (condition.op) {
    case 'network': return any(facts.networks, condition.is);
    case 'container': return any(facts.containers, condition.is);
    case 'kind': return any(facts.kinds, condition.is);
    case 'role': return any(facts.roles, condition.is);
    case 'tribe': return any(facts.tribes, condition.is);
    case 'words': return facts.messagesWithAny(condition.is) >= condition.least;
    case 'intent': return facts.messagesOfIntent(condition.is) >= condition.least;
    case 'people': return condition.is.some(({ network, account }) => facts.accounts.some((own) => own.network === network && own.account === account));
    case 'first':
    case 'last': {
      const { toMs = Infinity, fromMs = -Infinity } = condition;
      return within(condition.op === 'first' ? facts.firstMs : facts.lastMs, fromMs, (value) => value < toMs);
    }
    case 'number': {
      const { to = Infinity, from = -Infinity } = condition;
      return within(facts.numbers[condition.of], from, (value) => value <= to);
    }
  }
}

/** Whether a rule holds, given which of its conditions do. */
export function ruleHolds(rule: TribeRule, holds: (condition: RuleCondition) => boolean): boolean {
  if (isCondition(rule)) return holds(rule);
  if (rule.op === 'not') return !ruleHolds(rule.rule, holds);
  return rule.op === 'all' ? rule.rules.every((one) => ruleHolds(one, holds)) : rule.rules.some((one) => ruleHolds(one, holds));
}

/** One reason why a person is in a tribe: a condition that holds, or one that was excluded and does not. */
export interface RuleReason {
  readonly condition: RuleCondition;
  readonly excluded: boolean;
}

/**
 * Why a rule holds of somebody: the conditions without which it would not, in the order written. A part that does not
 * hold gives none, so that of an `any` only what is true is told.
 */
export function ruleReasons(rule: TribeRule, holds: (condition: RuleCondition) => boolean, excluded = false): RuleReason[] {
  if (isCondition(rule)) return holds(rule) === excluded ? [] : [{ condition: rule, excluded }];
  if (rule.op === 'not') return ruleReasons(rule.rule, holds, !excluded);
  return rule.rules.flatMap((one) => (ruleHolds(one, holds) === excluded ? [] : ruleReasons(one, holds, excluded)));
}
