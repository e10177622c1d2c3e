import type { Failure } from '../../contract/outcome.ts';
import { RULE_LIMITS, type ExampleFault, type OwnRule, type RuleFault, type RuleFaultCode } from '../../domain/model/own-rule.ts';

const SENTENCES: Readonly<Record<RuleFaultCode, (detail: string) => string>> = {
  empty: () => 'the line is empty',
  bracket: (detail) => `a bracket that does not close around one word, or is empty: ${detail}`,
  gap: (detail) => `a gap is written ..1 to ..6, not ${detail}`,
  'gap-first': () => 'a line begins with a word that must be there',
  'gap-last': (detail) => `a gap at the end finds nothing more: ${detail}`,
  'gap-many': (detail) => `more than ${detail} gaps`,
  'optional-many': (detail) => `more than ${detail} optional words`,
  'prefix-short': (detail) => `a beginning of under three letters: ${detail}`,
  sign: (detail) => `a sign that has no meaning here: ${detail}`,
  'choice-empty': (detail) => `a choice with an empty side: ${detail}`,
  'many-words': (detail) => `texts show this as several words, which may stand neither in a choice nor in brackets nor behind a sign: ${detail}`,
  'set-aside': (detail) => `mentions, links and emoji are set aside before reading: ${detail}`,
  'not-understood': (detail) => detail,
  'no-name': () => 'the rule has no name',
  'no-lines': () => 'the rule has no line',
  'code-direction': (detail) => `the label ${detail} is not one of this direction`,
  'code-unseen': (detail) => `no single text shows the label ${detail}`,
  'same-id': (detail) => `two rules have the id ${detail}`,
  'too-large': (detail) => `the whole set holds more than ${detail} words, optional ones spelled out`,
};

const MOST_ISSUES = 100;

/** What is wrong with rules, each with its place and the rule's name; at most a hundred. Examples are named by their place, never repeated. */
export function ruleIssues(rules: readonly OwnRule[], faults: readonly RuleFault[], failing: readonly ExampleFault[]): NonNullable<Failure['issues']> {
  const named = (id: string): { at: number; name: string } => {
    const at = rules.findIndex((rule) => rule.id === id);
    return { at, name: rules[at]?.name.slice(0, RULE_LIMITS.nameLength) ?? id };
  };
  return [
    ...faults.map(({ rule, line, code, detail }) => {
      const { at, name } = named(rule);
      return { path: line === null ? `rules.${String(at)}` : `rules.${String(at)}.lines.${String(line)}`, message: `rule "${name}"${line === null ? '' : `, line ${String(line + 1)}`}: ${SENTENCES[code](detail)}` };
    }),
    ...failing.map(({ rule, side, example }) => {
      const { at, name } = named(rule);
      return { path: `rules.${String(at)}.${side}.${String(example)}`, message: `rule "${name}": example ${String(example + 1)} of those that must ${side === 'matches' ? 'match does not' : 'not match does'}` };
    }),
  ].slice(0, MOST_ISSUES);
}
