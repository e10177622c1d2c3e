import type { NamedPerson, TribeRule } from '../model/tribe-rule.ts';

/** A rule taken apart: whom it finds by itself, and who was put in or taken out by name. */
interface RuleParts {
  readonly base: TribeRule | null;
  readonly added: readonly NamedPerson[];
  readonly removed: readonly NamedPerson[];
}

const keyOf = ({ network, account }: NamedPerson): string => `${network} ${account}`;

function joined(op: 'all' | 'any', rules: readonly TribeRule[]): TribeRule | null {
  const [only] = rules;
  return only === undefined ? null : rules.length === 1 ? only : { op, rules };
}

function partsOf(rule: TribeRule): RuleParts {
  if (rule.op === 'people') return { base: null, added: rule.is, removed: [] };
  const lastAdded = rule.op === 'any' ? rule.rules.at(-1) : undefined;
  const [found, added] = rule.op === 'any' && lastAdded?.op === 'people' ? [joined('any', rule.rules.slice(0, -1)), lastAdded.is] : [rule, []];
  const lastRemoved = found?.op === 'all' ? found.rules.at(-1) : undefined;
  if (found?.op !== 'all' || lastRemoved?.op !== 'not' || lastRemoved.rule.op !== 'people') return { base: found, added, removed: [] };
  return { base: joined('all', found.rules.slice(0, -1)), added, removed: lastRemoved.rule.is };
}

/**
 * A tribe's rule with people put in (`on`) or taken out by name, whatever the rule says of them: those who were put in stand
 * in one list at its end, those taken out in another, so that doing the opposite later gives the rule back. Null when nobody
 * would be left to ask for: a list of names that is emptied. Asking twice changes nothing more. Without people the rule itself.
 * @example ruleWithPeople({ op: 'role', is: ['customer'] }, [{ network: 'x', account: '1' }], true).op // 'any'
 */
export function ruleWithPeople(rule: TribeRule, people: readonly NamedPerson[], on: boolean): TribeRule | null {
  if (people.length === 0) return rule;
  const { base, added, removed } = partsOf(rule);
  const keys = new Set(people.map(keyOf));
  const without = (list: readonly NamedPerson[]): readonly NamedPerson[] => list.filter((person) => !keys.has(keyOf(person)));
  const withAll = (list: readonly NamedPerson[]): readonly NamedPerson[] => [...new Map([...list, ...people].map((person) => [keyOf(person), person])).values()];
  const [next, gone] = on ? [withAll(added), without(removed)] : [without(added), base === null ? [] : withAll(removed)];
  const found = base === null || gone.length === 0 ? base : { op: 'all' as const, rules: [base, { op: 'not' as const, rule: { op: 'people' as const, is: gone } }] };
  const named: TribeRule | null = next.length === 0 ? null : { op: 'people', is: next };
  if (found === null || named === null) return found ?? named;
  return { op: 'any', rules: [found, named] };
}
