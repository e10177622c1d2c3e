import { tribeFigures } from '../../domain/tribes/tribe-figures.ts';
import type { CommunityTribe } from '../../store/network-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { TribeWord } from '../../store/tribe-queries.ts';
import { groupsOf, groupWords, tribeGround, type TribeGround } from '../value/tribe-ground.ts';

const WORDS_IN_NAME = 3;

/** People under one id. */
export interface NamedGroup {
  readonly id: string;
  readonly accountIds: readonly number[];
}

/** What the caller has at hand already: made for these groups alone where it is left out. */
export interface GroupGround {
  readonly seed: number;
  readonly ground?: TribeGround | undefined;
  readonly words?: ReadonlyMap<string, readonly TribeWord[]> | undefined;
}

/**
 * Communities as tribes: value from the ledger with the project's weights, words that tell each from the rest of the people, and
 * a name made of the first three of these; empty where no word tells it apart.
 */
export function communityResults(project: ProjectDatabase, communities: readonly NamedGroup[], { seed, ground, words: counted }: GroupGround): CommunityTribe[] {
  if (communities.length === 0) return [];
  const { table, rowOf, weights, borderLog2 } = ground ?? tribeGround(project);
  const words = counted ?? groupWords(project, rowOf, [groupsOf(communities)]);
  return communities.map(({ id, accountIds }) => {
    const own = words.get(id) ?? [];
    const figures = tribeFigures(table, accountIds.flatMap((accountId) => rowOf.get(accountId) ?? []), { weights, seed, borderLog2 });
    return { id, name: own.slice(0, WORDS_IN_NAME).map(({ word }) => word).join(', '), accountIds, result: JSON.stringify({ figures, words: own }) };
  });
}
