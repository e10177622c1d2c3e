import type { TribeRule, RuleCondition } from '../domain/model/tribe-rule.ts';
import { TRIBE_SHAPES, type TribeShape } from '../domain/model/tribe-look.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';
import { conditionMessages, rulePeople, type WordSearches } from './tribe-rule-sql.ts';

/** How a tribe of the user's own came to be; a `public` is known from elsewhere and only named. */
export type TribeOrigin = 'rule' | 'merge' | 'split' | 'public';

/** A tribe that a person made. */
export interface OwnTribe {
  readonly code: string;
  readonly name: string;
  readonly rule: TribeRule | null;
  readonly source: string;
  readonly origin: TribeOrigin;
  readonly atMs: number;
}

/** What a person says of a tribe of any lens; null or empty where nothing was said. */
export interface TribeEdit {
  readonly tribe: string;
  readonly name: string | null;
  readonly color: number | null;
  readonly shape: TribeShape | null;
  readonly notes: string;
  readonly task: string;
  readonly output: string;
  readonly basis: string;
  readonly hidden: boolean;
  readonly atMs: number;
}

/** A drawn person of a tribe found right or wrong. */
export interface TribeJudgement {
  readonly tribe: string;
  readonly network: string;
  readonly account: string;
  readonly verdict: 'right' | 'wrong';
  readonly rule: string;
  readonly atMs: number;
}

/** Everything a person decided about some tribes. */
export interface TribeDecisions {
  readonly tribes: readonly OwnTribe[];
  readonly edits: readonly TribeEdit[];
  readonly judgements: readonly TribeJudgement[];
}

/** The id under which a tribe of the user's own is listed and filtered. */
export function ownTribeId(code: string): string {
  return `own:${code}`;
}

const shapeOf = (shape: string | null): TribeShape | null => TRIBE_SHAPES.find((known) => known === shape) ?? null;

/** Tribes of the user's own, in the order they were made. */
export function ownTribes({ connection }: ProjectDatabase): OwnTribe[] {
  const rows = connection.prepare('SELECT code, name, rule, source, origin, at_ms AS atMs FROM own_tribe ORDER BY at_ms, code').all() as (Omit<OwnTribe, 'rule'> & { rule: string | null })[];
  return rows.map(({ rule, ...row }) => ({ ...row, rule: rule === null ? null : (JSON.parse(rule) as TribeRule) }));
}

/** What was said of tribes, by id. */
export function tribeEdits({ connection }: ProjectDatabase): Map<string, TribeEdit> {
  const rows = connection.prepare('SELECT tribe, name, color, shape, notes, task, output, basis, hidden, at_ms AS atMs FROM tribe_edit').all() as (Omit<TribeEdit, 'hidden' | 'shape'> & { hidden: number; shape: string | null })[];
  return new Map(rows.map((row) => [row.tribe, { ...row, shape: shapeOf(row.shape), hidden: row.hidden === 1 }]));
}

/** What was decided of some tribes, by id: what a change must keep to be taken back. */
export function tribeDecisions(project: ProjectDatabase, ids: readonly string[]): TribeDecisions {
  const wanted = new Set(ids);
  return {
    tribes: ownTribes(project).filter(({ code }) => wanted.has(ownTribeId(code))),
    edits: [...tribeEdits(project).values()].filter(({ tribe }) => wanted.has(tribe)),
    judgements: project.connection.prepare('SELECT tribe, network, account, verdict, rule, at_ms AS atMs FROM tribe_judgement WHERE tribe IN (SELECT value FROM json_each(?)) ORDER BY tribe, network, account').all(JSON.stringify(ids)) as TribeJudgement[],
  };
}

/** Replaces what was decided of some tribes. To be called inside a transaction. */
export function putTribeDecisions({ connection }: ProjectDatabase, ids: readonly string[], { tribes, edits, judgements }: TribeDecisions): void {
  const list = JSON.stringify(ids);
  connection.prepare(`DELETE FROM own_tribe WHERE 'own:' || code IN (SELECT value FROM json_each(?))`).run(list);
  connection.prepare('DELETE FROM tribe_edit WHERE tribe IN (SELECT value FROM json_each(?))').run(list);
  connection.prepare('DELETE FROM tribe_judgement WHERE tribe IN (SELECT value FROM json_each(?))').run(list);
  const tribe = connection.prepare('INSERT INTO own_tribe (code, name, rule, source, origin, at_ms) VALUES (?, ?, ?, ?, ?, ?)');
  for (const one of tribes) tribe.run(one.code, one.name, one.rule === null ? null : JSON.stringify(one.rule), one.source, one.origin, one.atMs);
  const edit = connection.prepare('INSERT INTO tribe_edit (tribe, name, color, shape, notes, task, output, basis, hidden, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const one of edits) edit.run(one.tribe, one.name, one.color, one.shape, one.notes, one.task, one.output, one.basis, one.hidden ? 1 : 0, one.atMs);
  const judgement = connection.prepare('INSERT INTO tribe_judgement (tribe, network, account, verdict, rule, at_ms) VALUES (?, ?, ?, ?, ?, ?)');
  for (const one of judgements) judgement.run(one.tribe, one.network, one.account, one.verdict, one.rule, one.atMs);
}

/** Ids of everybody of whom a rule holds, ascending. */
export function peopleOfRule({ connection }: ProjectDatabase, rule: TribeRule, searches: WordSearches): number[] {
  const { sql, parameters } = rulePeople(rule, searches);
  return connection.prepare(`SELECT b.account_id FROM account_balance b WHERE ${sql} ORDER BY b.account_id`).pluck().all(...parameters) as number[];
}

/** Replaces the members of a tribe; none removes it from the members. */
export function putTribeMembers({ connection }: ProjectDatabase, id: string, accountIds: readonly number[]): void {
  connection.prepare('DELETE FROM tribe_member WHERE tribe = ?').run(id);
  connection.prepare('INSERT INTO tribe_member SELECT ?, value FROM json_each(?)').run(id, JSON.stringify(accountIds));
}

/** Forgets members and results of tribes of the user's own that are not among `ids`. */
export function removeOtherOwnTribes({ connection }: ProjectDatabase, ids: readonly string[]): void {
  connection.prepare(`DELETE FROM tribe_member WHERE tribe LIKE 'own:%' AND tribe NOT IN (SELECT value FROM json_each(?))`).run(JSON.stringify(ids));
  connection.prepare(`DELETE FROM tribe WHERE id LIKE 'own:%' AND id NOT IN (SELECT value FROM json_each(?))`).run(JSON.stringify(ids));
}

/** Of some people, those of whom a condition holds. */
export function conditionAmong(project: ProjectDatabase, condition: RuleCondition, { among, searches }: { readonly among: readonly number[]; readonly searches: WordSearches }): Set<number> {
  const { sql, parameters } = rulePeople(condition, searches);
  return new Set(project.connection.prepare(`SELECT b.account_id FROM account_balance b WHERE b.account_id IN (SELECT value FROM json_each(?)) AND ${sql}`).pluck().all(JSON.stringify(among), ...parameters) as number[]);
}

/** The first message of each of some people that shows a condition; none for conditions that no message shows. */
export function messagesShowing(project: ProjectDatabase, condition: RuleCondition, { among, searches }: { readonly among: readonly number[]; readonly searches: WordSearches }): Map<number, number> {
  const shown: SqlCondition | null = conditionMessages(condition, searches);
  if (shown === null) return new Map();
  return new Map(project.connection.prepare(`WITH shown (account_id, message_id) AS (${shown.sql}) SELECT account_id, min(message_id) FROM shown WHERE account_id IN (SELECT value FROM json_each(?)) GROUP BY 1`).raw().all(...shown.parameters, JSON.stringify(among)) as [number, number][]);
}

/** Accounts by content, for decisions about people: the network's code and the source's own id; unknown ids are left out. */
export function accountKeys({ connection }: ProjectDatabase, accountIds: readonly number[]): Map<number, { network: string; account: string }> {
  const rows = connection.prepare('SELECT a.id, n.code, a.native_id FROM json_each(?) w JOIN account a ON a.id = w.value JOIN network n ON n.id = a.network_id').raw().all(JSON.stringify(accountIds)) as [number, string, string][];
  return new Map(rows.map(([id, network, account]) => [id, { network, account }]));
}

/** Verdicts on a tribe's present members, by the leading account of each; `rule` is the rule they were drawn by. */
export function memberVerdicts({ connection }: ProjectDatabase, tribe: string): { accountId: number; verdict: 'right' | 'wrong'; rule: string }[] {
  return connection.prepare(`SELECT DISTINCT t.account_id AS accountId, j.verdict AS verdict, j.rule AS rule FROM tribe_judgement j JOIN network n ON n.code = j.network JOIN account a ON a.network_id = n.id AND a.native_id = j.account
    LEFT JOIN person_account p ON p.account_id = a.id JOIN tribe_member t ON t.tribe = j.tribe AND t.account_id = COALESCE(p.person_id, a.id) WHERE j.tribe = ? ORDER BY 1`).all(tribe) as { accountId: number; verdict: 'right' | 'wrong'; rule: string }[];
}
