import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { conditionsOf, ruleProblem, type RuleCondition, type TribeRule } from '../../domain/model/tribe-rule.ts';
import { drawnPeople } from '../../domain/tribes/drawn-people.ts';
import { ruleReasons } from '../../domain/tribes/rule-match.ts';
import { tribePrecision } from '../../domain/tribes/tribe-precision.ts';
import { conditionAmong, memberVerdicts, messagesShowing, peopleOfRule } from '../../store/own-tribe-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messageTexts } from '../../store/term-index.ts';
import { peopleCount } from '../../store/tribe-queries.ts';
import { accountLabels } from '../../store/value-accounts.ts';
import { messageCounts } from '../../store/tribe-people.ts';
import { listedTribe } from './listed-tribes.ts';
import { wordSearches } from './word-search.ts';
import { wordsOfRule } from './rule-words.ts';

type Preview = OperationValue<'tribes.preview'>;

/** What a rule is known by in verdicts: the rule itself, so that verdicts given under another are told apart. */
export function ruleFingerprint(rule: TribeRule | null): string {
  return JSON.stringify(rule);
}

/** Precision of a tribe by the verdicts on its present members; those given under an earlier rule are counted apart. */
export function precisionOf(project: ProjectDatabase, { id, rule }: { readonly id: string; readonly rule: TribeRule | null }): NonNullable<Preview['precision']> {
  const verdicts = memberVerdicts(project, id);
  const present = verdicts.filter((one) => one.rule === ruleFingerprint(rule));
  const right = present.filter(({ verdict }) => verdict === 'right').length;
  return { ...tribePrecision({ right, wrong: present.length - right }), earlier: verdicts.length - present.length };
}

const nothing = { size: 0, people: 0, share: null, words: [], sample: [], precision: null };

/** Whom a rule finds: how many, and a random sample with the reasons of each and a message that shows it. Null for a tribe that is not there. */
export function tribePreview(project: ProjectDatabase, { rule: asked, tribe: id, seed, size }: OperationRequest<'tribes.preview'>): Preview | null {
  const tribe = id === undefined ? null : listedTribe(project, id);
  if (id !== undefined && tribe === null) return null;
  const rule: TribeRule | null = asked ?? tribe?.rule ?? (id === undefined || (tribe?.origin !== 'ruled' && tribe?.origin !== 'found') ? null : { op: 'tribe', is: [id] });
  const people = peopleCount(project, { sql: '1', parameters: [] });
  if (rule === null) return { ...nothing, problem: tribe === null ? 'nothing-asked' : null, people };
  const problem = ruleProblem(rule);
  if (problem !== null) return { ...nothing, problem, people };
  const searches = wordSearches(project);
  const found = peopleOfRule(project, rule, searches);
  const drawn = drawnPeople(found, { seed, size });
  const labels = accountLabels(project, drawn);
  const counts = messageCounts(project, drawn);
  const verdicts = new Map(tribe === null ? [] : memberVerdicts(project, tribe.id).map(({ accountId, verdict }) => [accountId, verdict] as const));
  const truth = new Map<RuleCondition, Set<number>>(conditionsOf(rule).map((condition) => [condition, conditionAmong(project, condition, { among: drawn, searches })]));
  const shown = new Map<RuleCondition, Map<number, number>>(conditionsOf(rule).map((condition) => [condition, messagesShowing(project, condition, { among: drawn, searches })]));
  const texts = messageTexts(project, [...new Set([...shown.values()].flatMap((messages) => [...messages.values()]))]);
  return {
    problem: null, size: found.length, people, share: people === 0 ? null : found.length / people,
    words: [...new Set(wordsOfRule(rule))].map((word) => ({ word, languages: searches(word).stems.map(({ language }) => language) })),
    sample: drawn.map((accountId) => ({
      accountId, name: labels.get(accountId)?.name ?? '', network: labels.get(accountId)?.network ?? '', messages: counts.get(accountId) ?? 0, verdict: verdicts.get(accountId) ?? null,
      reasons: ruleReasons(rule, (condition) => truth.get(condition)?.has(accountId) ?? false).map(({ condition, excluded }) => {
        const messageId = excluded ? null : (shown.get(condition)?.get(accountId) ?? null);
        return { condition: shownCondition(condition), excluded, messageId, text: messageId === null ? null : (texts.get(messageId) ?? null) };
      }),
    })),
    precision: tribe === null ? null : precisionOf(project, tribe),
  };
}

/** A condition as the contract carries it; a long list of picked people is not repeated for each of them. */
function shownCondition(condition: RuleCondition): Preview['sample'][number]['reasons'][number]['condition'] {
  if (condition.op === 'people') return { op: 'people', is: [] };
  return structuredClone(condition) as Preview['sample'][number]['reasons'][number]['condition'];
}
