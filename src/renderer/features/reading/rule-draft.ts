import type { OperationValue } from '../../../contract/operations.ts';
import { ACTS, INTENTS, type Act, type Intent } from '../../../domain/model/codes.ts';

/** The rules as the project keeps them. */
export type Dictionary = OperationValue<'dictionary.get'>;
/** One rule of the project. */
export type Rule = Dictionary['rules'][number];
/** What a trial of rules answers. */
export type Trial = OperationValue<'dictionary.try'>;

/** How a rule stands, in one word. */
export type RuleState = 'ok' | 'faulty' | 'failing' | 'bare';

/** Labels that a rule may switch: intents of what people write, acts of what the brand does; a copied reply is seen by comparing, never in one text. */
export function ruleLabels(direction: Rule['direction']): readonly (Intent | Act)[] {
  return direction === 'inbound' ? INTENTS : ACTS.filter((code) => code !== 'template');
}

/** A rule to begin with: it finds nothing yet. */
export function newRule(id: string, name: string): Rule {
  return { id, name, language: 'any', direction: 'inbound', code: 'trouble', effect: 'on', lines: [], matches: [], rejects: [] };
}

/** The rules with one of them changed; a label of the other direction gives way to the first one that fits. */
export function changedRules(rules: readonly Rule[], id: string, part: Partial<Rule>): Rule[] {
  return rules.map((rule) => {
    if (rule.id !== id) return rule;
    const next = { ...rule, ...part };
    return ruleLabels(next.direction).includes(next.code) ? next : { ...next, code: ruleLabels(next.direction)[0] ?? next.code };
  });
}

/**
 * The lines of a field, blank ones left out.
 * @example linesOf('a\n\n b ') // ['a', 'b']
 */
export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** Rules from a file laid over those that are there: a known one of the same name is replaced, others are added, under an id of their own where theirs is taken. */
export function mergedRules(rules: readonly Rule[], incoming: readonly Rule[], { most, freshId }: { readonly most: number; readonly freshId: () => string }): Rule[] {
  const merged = [...rules];
  for (const rule of incoming) {
    const at = merged.findIndex(({ id }) => id === rule.id);
    if (at >= 0 && merged[at]?.name === rule.name) merged[at] = rule;
    else merged.push(at >= 0 ? { ...rule, id: freshId() } : rule);
  }
  return merged.slice(0, most);
}

/** True when both sets are the same, rule by rule. */
export function sameRules(one: readonly Rule[], other: readonly Rule[]): boolean {
  // keys stand in the order in which the contract writes them
  const plain = (rules: readonly Rule[]): string => JSON.stringify(rules.map(({ id, name, language, direction, code, effect, lines, matches, rejects }) => [id, name, language, direction, code, effect, lines, matches, rejects]));
  return plain(one) === plain(other);
}

/** How a rule stands by a trial; null while there is none. */
export function ruleState({ id, matches, rejects }: Rule, trial: Trial | null): RuleState | null {
  if (trial === null) return null;
  if (trial.faults.some(({ rule }) => rule === id)) return 'faulty';
  if (trial.failing.some(({ rule }) => rule === id)) return 'failing';
  return matches.length + rejects.length === 0 ? 'bare' : 'ok';
}
