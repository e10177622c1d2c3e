import type { UnitTable } from '../../domain/value/unit-table.ts';
import { valueWeights, type ValueWeights } from '../../domain/value/value-rules.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { TribeWord } from '../../store/tribe-queries.ts';
import { ledgerUnits, ownBrandId } from '../../store/value-ledger.ts';
import { storedWeights } from '../../store/weight-versions.ts';
import { tribeWords } from '../terms/tribe-words.ts';
import { zoneBorder } from './zone-border.ts';

/** What value and words of all tribes rest on, whichever lens they are of. */
export interface TribeGround {
  /** Units of every account, for the own brand where there is one, else over all, with the project's weights. */
  readonly table: UnitTable;
  /** Row of each account in the table: nobody else counts. */
  readonly rowOf: ReadonlyMap<number, number>;
  readonly weights: ValueWeights;
  readonly borderLog2: number;
}

/** In which groups each account is, by their ids. */
export type GroupsOf = ReadonlyMap<number, readonly string[]>;

/** Reads the ground from the ledger. One scan of the bookings. */
export function tribeGround(project: ProjectDatabase): TribeGround {
  const weights = valueWeights(storedWeights(project));
  const table = ledgerUnits(project, { brandId: ownBrandId(project), condition: null }, weights);
  return { table, rowOf: new Map(Array.from(table.accountIds, (accountId, row) => [accountId, row] as const)), weights, borderLog2: zoneBorder(project) };
}

/** The groups of each account. */
export function groupsOf(groups: Iterable<{ readonly id: string; readonly accountIds: readonly number[] }>): GroupsOf {
  const found = new Map<number, string[]>();
  for (const { id, accountIds } of groups) {
    for (const accountId of accountIds) {
      const own = found.get(accountId);
      if (own === undefined) found.set(accountId, [id]);
      else own.push(id);
    }
  }
  return found;
}

/** The words of the groups of several lenses, over all messages: one pass over the terms for all of them. */
export function groupWords(project: ProjectDatabase, rowOf: ReadonlyMap<number, number>, lenses: readonly GroupsOf[]): Map<string, TribeWord[]> {
  if (lenses.every(({ size }) => size === 0)) return new Map();
  return tribeWords(project, { messages: { sql: '1', parameters: [] }, tribesOf: (accountId) => (rowOf.has(accountId) ? lenses.flatMap((groups) => groups.get(accountId) ?? []) : null) });
}
