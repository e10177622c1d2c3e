import { INTENTS, codeSet } from '../domain/model/codes.ts';
import { isCondition, type RuleCondition, type RuleNumber, type TribeRule } from '../domain/model/tribe-rule.ts';
import { LEAST_BOOKINGS } from '../domain/value/value-zone.ts';
import { PRIOR_POINTS } from '../domain/value/balance.ts';
import type { SqlCondition } from './selection-sql.ts';

/** How a word of a rule is found: by the codes of its stem in each language that knows it, and as it is written. */
export interface WordSearch {
  readonly stems: readonly { readonly language: string; readonly terms: string }[];
  /** A query of the search index; null when nothing in it can be searched. */
  readonly written: string | null;
}

/** Looks up how a word is found. */
export type WordSearches = (word: string) => WordSearch;

const ANY_OF = '(SELECT value FROM json_each(?))';

const NUMBERS: Readonly<Record<RuleNumber, string>> = {
  messages: `SELECT b.account_id, (SELECT count(*) FROM message m WHERE m.account_id = b.account_id) AS amount FROM account_balance b`,
  created: 'SELECT account_id, created AS amount FROM account_balance',
  consumed: 'SELECT account_id, observed + received AS amount FROM account_balance',
  balance: `SELECT account_id, (created + ${PRIOR_POINTS}) / (observed + received + ${PRIOR_POINTS}) AS amount FROM account_balance WHERE bookings >= ${LEAST_BOOKINGS}`,
  followers: 'SELECT COALESCE(p.person_id, a.id) AS account_id, max(a.followers) AS amount FROM account a LEFT JOIN person_account p ON p.account_id = a.id WHERE a.followers IS NOT NULL GROUP BY 1',
  requests: `SELECT b.account_id, (SELECT count(DISTINCT q.message_id) FROM request q WHERE q.account_id = b.account_id AND q.listed_apart IS NULL) AS amount FROM account_balance b`,
  waiting: `SELECT b.account_id, (SELECT count(DISTINCT q.message_id) FROM request q WHERE q.account_id = b.account_id AND q.listed_apart IS NULL AND q.observability = 'observable' AND q.leads = 1 AND q.censored = 1) AS amount FROM account_balance b`,
};

function wordMessages(words: readonly string[], searches: WordSearches): SqlCondition {
  const parts: string[] = [];
  const parameters: (string | number)[] = [];
  for (const word of words) {
    const { stems, written } = searches(word);
    for (const { language, terms } of stems) {
      parts.push('SELECT account_id, message_id FROM message_term WHERE language = ? AND instr(terms, ?) > 0');
      parameters.push(language, terms);
    }
    if (written !== null) {
      parts.push('SELECT m.account_id, m.id FROM message_search s JOIN message m ON m.id = s.rowid WHERE message_search MATCH ? AND m.account_id IS NOT NULL');
      parameters.push(written);
    }
  }
  return parts.length === 0 ? { sql: 'SELECT 0, 0 WHERE 0', parameters } : { sql: parts.join(' UNION '), parameters };
}

const intentMessages = `SELECT m.account_id AS account_id, m.id AS message_id FROM message m JOIN reading r ON r.message_id = m.id WHERE m.account_id IS NOT NULL AND (r.intents & ?) <> 0`;

/**
 * The people of whom a condition holds, as a SELECT of account ids. A person of several accounts is the leading one.
 * Times known only roughly place nobody in a period. Never holds NULL, so that it can stand under NOT IN.
 */
function conditionPeople(condition: RuleCondition, searches: WordSearches): SqlCondition {
  const list = (values: readonly unknown[]): string => JSON.stringify(values);
  switch (condition.op) {
    case 'network': return { sql: `SELECT COALESCE(p.person_id, a.id) FROM account a LEFT JOIN person_account p ON p.account_id = a.id WHERE a.network_id IN (SELECT id FROM network WHERE code IN ${ANY_OF})`, parameters: [list(condition.is)] };
    case 'container': return { sql: `SELECT m.account_id FROM message m WHERE m.account_id IS NOT NULL AND m.container_id IN (SELECT id FROM container WHERE name IN ${ANY_OF})`, parameters: [list(condition.is)] };
    case 'kind': return { sql: `SELECT m.account_id FROM message m WHERE m.account_id IS NOT NULL AND m.kind IN ${ANY_OF}`, parameters: [list(condition.is)] };
    case 'first':
    case 'last': {
      const { fromMs, toMs } = condition;
      const time = condition.op === 'first' ? 'min(m.created_at_ms)' : 'max(m.created_at_ms)';
      return {
        sql: `SELECT m.account_id FROM message m WHERE m.account_id IS NOT NULL AND m.created_at_ms IS NOT NULL AND m.precision NOT IN ('relative', 'none') GROUP BY 1 HAVING ${[...(fromMs === undefined ? [] : [`${time} >= ?`]), ...(toMs === undefined ? [] : [`${time} < ?`])].join(' AND ')}`,
        parameters: [...(fromMs === undefined ? [] : [fromMs]), ...(toMs === undefined ? [] : [toMs])],
      };
    }
    case 'words': {
      const { sql, parameters } = wordMessages(condition.is, searches);
      return { sql: `SELECT account_id FROM (${sql}) GROUP BY 1 HAVING count(*) >= ?`, parameters: [...parameters, condition.least] };
    }
    case 'intent': return { sql: `SELECT account_id FROM (${intentMessages}) GROUP BY 1 HAVING count(*) >= ?`, parameters: [codeSet(INTENTS, condition.is), condition.least] };
    case 'role': return { sql: `SELECT account_id FROM tribe_member WHERE tribe IN ${ANY_OF} UNION SELECT account_id FROM account_role WHERE role IN ${ANY_OF} AND role IN ('voice', 'partner', 'bot', 'unknown')`, parameters: [list(condition.is.map((role) => `role:${role}`)), list(condition.is)] };
    case 'tribe': return { sql: `SELECT account_id FROM tribe_member WHERE tribe IN ${ANY_OF}`, parameters: [list(condition.is)] };
    case 'people': return { sql: `SELECT COALESCE(p.person_id, a.id) FROM json_each(?) w JOIN network n ON n.code = w.value ->> 'network' JOIN account a ON a.network_id = n.id AND a.native_id = w.value ->> 'account' LEFT JOIN person_account p ON p.account_id = a.id`, parameters: [list(condition.is)] };
    case 'number': {
      const { from, to } = condition;
      return { sql: `SELECT account_id FROM (${NUMBERS[condition.of]}) WHERE ${[...(from === undefined ? [] : ['amount >= ?']), ...(to === undefined ? [] : ['amount <= ?'])].join(' AND ')}`, parameters: [...(from === undefined ? [] : [from]), ...(to === undefined ? [] : [to])] };
    }
  }
}

/** A rule as a condition on alias `b` (table account_balance). Values are always bound; the statement's shape follows the rule's. */
export function rulePeople(rule: TribeRule, searches: WordSearches): SqlCondition {
  if (isCondition(rule)) {
    const { sql, parameters } = conditionPeople(rule, searches);
    return { sql: `b.account_id IN (${sql})`, parameters };
  }
  const inner = (rule.op === 'not' ? [rule.rule] : rule.rules).map((one) => rulePeople(one, searches));
  const joined = inner.map(({ sql }) => `(${sql})`).join(rule.op === 'any' ? ' OR ' : ' AND ');
  return { sql: rule.op === 'not' ? `NOT ${joined}` : joined, parameters: inner.flatMap(({ parameters }) => parameters) };
}

/** The messages of a person that show a condition, as a SELECT of account and message ids; null for conditions that no single message shows. */
export function conditionMessages(condition: RuleCondition, searches: WordSearches): SqlCondition | null {
  switch (condition.op) {
    case 'words': return wordMessages(condition.is, searches);
    case 'intent': return { sql: intentMessages, parameters: [codeSet(INTENTS, condition.is)] };
    case 'kind': return { sql: `SELECT m.account_id, m.id FROM message m WHERE m.account_id IS NOT NULL AND m.kind IN ${ANY_OF}`, parameters: [JSON.stringify(condition.is)] };
    case 'container': return { sql: `SELECT m.account_id, m.id FROM message m WHERE m.account_id IS NOT NULL AND m.container_id IN (SELECT id FROM container WHERE name IN ${ANY_OF})`, parameters: [JSON.stringify(condition.is)] };
    default: return null;
  }
}
