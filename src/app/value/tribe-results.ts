import { tribeFigures } from '../../domain/tribes/tribe-figures.ts';
import type { UnitTable } from '../../domain/value/unit-table.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import type { ValueWeights } from '../../domain/value/value-rules.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { SqlCondition } from '../../store/selection-sql.ts';
import { tribeMembers, type TribeResult } from '../../store/tribe-queries.ts';
import { tribeWords } from '../terms/tribe-words.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { withoutRuleWords } from '../tribes/rule-words.ts';
import { zoneBorder } from './zone-border.ts';

/**
 * Value and words of every tribe that rules make, those of the user among them, over the accounts of a unit table. Under
 * five people a tribe has neither; words of a tribe's own rule are not among its words. `messages` selects the texts;
 * `among` keeps only some accounts (a rectangle of the map).
 */
export function tribeResults(project: ProjectDatabase, table: UnitTable, { weights, seed, messages, among }: {
  readonly weights: ValueWeights;
  readonly seed: number;
  readonly messages: SqlCondition;
  readonly among: ReadonlySet<number> | null;
}): Map<string, TribeResult> {
  const rowOf = new Map<number, number>();
  for (let row = 0; row < table.accountIds.length; row += 1) {
    const accountId = table.accountIds[row] ?? 0;
    if (among === null || among.has(accountId)) rowOf.set(accountId, row);
  }
  const tribesOf = new Map<number, string[]>();
  const rowsOf = new Map<string, number[]>();
  for (const [tribe, accounts] of tribeMembers(project)) {
    const rows = accounts.flatMap((accountId) => rowOf.get(accountId) ?? []);
    rowsOf.set(tribe, rows);
    if (rows.length < LEAST_PEOPLE) continue;
    for (const row of rows) {
      const accountId = table.accountIds[row] ?? 0;
      const tribes = tribesOf.get(accountId);
      if (tribes === undefined) tribesOf.set(accountId, [tribe]);
      else tribes.push(tribe);
    }
  }
  const words = tribesOf.size === 0 ? null : tribeWords(project, { messages, tribesOf: (accountId) => (rowOf.has(accountId) ? (tribesOf.get(accountId) ?? []) : null) });
  const borderLog2 = zoneBorder(project);
  return new Map(listedTribes(project).map(({ id, rule }) => [id, { figures: tribeFigures(table, rowsOf.get(id) ?? [], { weights, seed, borderLog2 }), words: withoutRuleWords(words?.get(id) ?? [], rule) }]));
}
