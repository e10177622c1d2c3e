import { tribeFigures } from '../../domain/tribes/tribe-figures.ts';
import type { UnitTable } from '../../domain/value/unit-table.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import type { ValueWeights } from '../../domain/value/value-rules.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { SqlCondition } from '../../store/selection-sql.ts';
import { tribeMembers, type TribeResult, type TribeWord } from '../../store/tribe-queries.ts';
import { tribeWords } from '../terms/tribe-words.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { withoutRuleWords } from '../tribes/rule-words.ts';
import { groupsOf, type GroupsOf } from './tribe-ground.ts';
import { zoneBorder } from './zone-border.ts';

/**
 * Value and words of every tribe that rules make, those of the user among them, over the accounts of a unit table. Under
 * five people a tribe has neither; words of a tribe's own rule are not among its words. `messages` selects the texts;
 * `among` keeps only some accounts (a rectangle of the map).
 */
export function tribeResults(project: ProjectDatabase, table: UnitTable, { weights, seed, messages, among, words: counted }: {
  readonly weights: ValueWeights;
  readonly seed: number;
  readonly messages: SqlCondition;
  readonly among: ReadonlySet<number> | null;
  /** Words that were counted already, of these texts and accounts; by tribe. */
  readonly words?: ReadonlyMap<string, readonly TribeWord[]> | undefined;
}): Map<string, TribeResult> {
  const rowOf = new Map<number, number>();
  for (let row = 0; row < table.accountIds.length; row += 1) {
    const accountId = table.accountIds[row] ?? 0;
    if (among === null || among.has(accountId)) rowOf.set(accountId, row);
  }
  const members = tribeMembers(project);
  const rowsOf = new Map([...members].map(([tribe, accounts]) => [tribe, accounts.flatMap((accountId) => rowOf.get(accountId) ?? [])] as const));
  const tribesOf = counted === undefined ? spokenTribes(members, rowOf) : new Map<number, readonly string[]>();
  const words = counted ?? (tribesOf.size === 0 ? null : tribeWords(project, { messages, tribesOf: (accountId) => (rowOf.has(accountId) ? (tribesOf.get(accountId) ?? []) : null) }));
  const borderLog2 = zoneBorder(project);
  return new Map(listedTribes(project).map(({ id, rule }) => [id, { figures: tribeFigures(table, rowsOf.get(id) ?? [], { weights, seed, borderLog2 }), words: withoutRuleWords(words?.get(id) ?? [], rule) }]));
}

/** The tribes of each account that counts, those left out that have too few such people to have words. */
function spokenTribes(members: ReadonlyMap<string, readonly number[]>, rowOf: ReadonlyMap<number, number>): GroupsOf {
  const counting = [...members].map(([id, accounts]) => ({ id, accountIds: accounts.filter((accountId) => rowOf.has(accountId)) }));
  return groupsOf(counting.filter(({ accountIds }) => accountIds.length >= LEAST_PEOPLE));
}

/** The same of the tribes that rules and the user make alone: those that are found come with the search that finds them. */
export function ruledGroups(project: ProjectDatabase, rowOf: ReadonlyMap<number, number>): GroupsOf {
  const found = new Set(listedTribes(project).flatMap(({ id, origin }) => (origin === 'found' ? [id] : [])));
  return spokenTribes(new Map([...tribeMembers(project)].filter(([id]) => !found.has(id))), rowOf);
}
