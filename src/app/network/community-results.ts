import { tribeFigures } from '../../domain/tribes/tribe-figures.ts';
import { valueWeights } from '../../domain/value/value-rules.ts';
import type { CommunityTribe } from '../../store/network-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { ledgerUnits, ownBrandId } from '../../store/value-ledger.ts';
import { storedWeights } from '../../store/weight-versions.ts';
import { tribeWords } from '../terms/tribe-words.ts';
import { zoneBorder } from '../value/zone-border.ts';

const WORDS_IN_NAME = 3;

/**
 * Communities as tribes: value from the ledger with the project's weights, words that tell each from the rest of the people, and
 * a name made of the first three of these; empty where no word tells it apart.
 */
export function communityResults(project: ProjectDatabase, communities: readonly { readonly id: string; readonly accountIds: readonly number[] }[], seed: number): CommunityTribe[] {
  if (communities.length === 0) return [];
  const weights = valueWeights(storedWeights(project));
  const table = ledgerUnits(project, { brandId: ownBrandId(project), condition: null }, weights);
  const rowOf = new Map(Array.from(table.accountIds, (accountId, row) => [accountId, row] as const));
  const tribeOf = new Map(communities.flatMap(({ id, accountIds }) => accountIds.map((accountId) => [accountId, [id]] as const)));
  const words = tribeWords(project, { messages: { sql: '1', parameters: [] }, tribesOf: (accountId) => (rowOf.has(accountId) ? (tribeOf.get(accountId) ?? []) : null) });
  return communities.map(({ id, accountIds }) => {
    const own = words.get(id) ?? [];
    const figures = tribeFigures(table, accountIds.flatMap((accountId) => rowOf.get(accountId) ?? []), { weights, seed, borderLog2: zoneBorder(project) });
    return { id, name: own.slice(0, WORDS_IN_NAME).map(({ word }) => word).join(', '), accountIds, result: JSON.stringify({ figures, words: own }) };
  });
}
