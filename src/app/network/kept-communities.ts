import { LEAST_COMMUNITY, MOST_COMMUNITIES } from '../../domain/network/network-facts.ts';
import { communitySizes } from '../../domain/network/partition.ts';
import type { FoundCommunities } from './found-communities.ts';

/** Communities that become tribes, and what is left of the others. */
export interface KeptCommunities {
  /** Sizes, the largest first. */
  readonly sizes: readonly number[];
  /** Of each person the place of the community in `sizes`; -1 for none. */
  readonly groups: Int32Array;
  /** Communities of enough people, kept or not, and the people in them. */
  readonly large: number;
  readonly peopleInLarge: number;
}

/** The largest communities of enough people, as many as are shown; none where nothing lies beyond chance. `people` = people with ties. */
export function keptCommunities(found: FoundCommunities | null, people: number): KeptCommunities {
  const groups = new Int32Array(people).fill(-1);
  if (found?.beyondChance !== true) return { sizes: [], groups, large: 0, peopleInLarge: 0 };
  const { partition, communities } = found.consensus;
  const large = Array.from(communitySizes(partition, communities), (size, community) => ({ size, community })).filter(({ size }) => size >= LEAST_COMMUNITY);
  const kept = large.toSorted((one, other) => other.size - one.size || one.community - other.community).slice(0, MOST_COMMUNITIES);
  const placeOf = new Map(kept.map(({ community }, place) => [community, place]));
  partition.forEach((community, node) => (groups[node] = placeOf.get(community) ?? -1));
  return { sizes: kept.map(({ size }) => size), groups, large: large.length, peopleInLarge: large.reduce((sum, { size }) => sum + size, 0) };
}
