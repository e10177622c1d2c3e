import { createHash } from 'node:crypto';
import { DEFAULT_RUNS } from '../../domain/network/consensus-communities.ts';
import { tiedPeople, type GraphPart } from '../../domain/network/graph-part.ts';
import { LEAST_TIED_SHARE, type NetworkFacts } from '../../domain/network/network-facts.ts';
import type { SeededDrawing } from '../../domain/network/seeded-draws.ts';
import { tieCount } from '../../domain/network/tie-graph.ts';
import { accountKeys, clearCommunityTribes, communityTribes, keptPlaces, networkFacts, rememberedCommunities, storeCommunityTribes, storeNetworkFacts, storeNetworkPeople, storeTies, type CommunityTribe } from '../../store/network-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { peopleGraph, type PeopleGraph } from '../../store/tie-queries.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { communityIds } from './community-ids.ts';
import { communityResults, type GroupGround, type NamedGroup } from './community-results.ts';
import { drawnPlaces, type DrawnPlaces, type EarlierPlaces } from './drawn-places.ts';
import { foundCommunities, type FoundCommunities } from './found-communities.ts';
import { keptCommunities, type KeptCommunities } from './kept-communities.ts';

/** Version of what ties and communities mean; raised with every change of a rule. */
export const NETWORK_DEFINITION_VERSION = 'network 2';

/** Name of the setting that holds the resolution of communities, where it is not 1. */
export const RESOLUTION_SETTING = 'network_resolution';

/** What the step takes. `check` throws when the caller cancelled. */
export interface NetworkOptions {
  readonly seed: number;
  /** That of the project where it is left out. */
  readonly resolution?: number | undefined;
  readonly drawing: SeededDrawing;
  readonly check: () => void;
  readonly onProgress: (progress: { phase: string; done: number; total: number | null; unit: 'steps' }) => void;
}

/** The resolution at which this project's communities are looked for. */
export function resolutionOf(project: ProjectDatabase): number {
  return Number(settingOf(project, RESOLUTION_SETTING) ?? 1);
}

/**
 * Ties between people and the communities among them: {@link searchedNetwork}, {@link namedNetwork}, then {@link storeNetwork}. Stopping leaves what was
 * there. Throws what `check` throws.
 */
export async function deriveNetwork(project: ProjectDatabase, options: NetworkOptions): Promise<NetworkFacts> {
  return storeNetwork(project, namedNetwork(project, await searchedNetwork(project, options)), options);
}

/** What a search came to; null where the same ties, seed and resolution were searched before. */
type SearchedNetwork = NetworkToStore | null;

/**
 * Looks for communities. Phases: 1. ties from replies, mentions and shares; 2. with at least a fifth of the people tied,
 * communities by consensus, against shuffles; 3. places of those who are drawn. The project is read before this first waits for draws and not after, so that
 * the caller may go on working with it meanwhile.
 */
export async function searchedNetwork(project: ProjectDatabase, { seed, resolution = resolutionOf(project), drawing, check, onProgress }: NetworkOptions): Promise<SearchedNetwork> {
  check();
  const people = peopleGraph(project);
  const tied = tiedPeople(people.graph);
  const base = {
    people: people.accountIds.length, tied: tied.nodes.length, ties: tieCount(tied.graph), windowEndMs: people.windowEndMs, seed, resolution, runs: DEFAULT_RUNS,
    rounds: 0, agreed: false, modularity: null, meanAdjustedRand: null, chance: null, communities: 0, tribes: 0, peopleInSmaller: 0, peopleLeftOut: 0, pivots: 0,
    fingerprint: fingerprintOf(project, people, { seed, resolution }),
  };
  if (networkFacts(project)?.fingerprint === base.fingerprint) return null;
  const earlier = earlierPlaces(project, seed, (node) => people.accountIds[tied.nodes[node] ?? 0] ?? 0);
  const placed = async (facts: NetworkFacts, found: FoundCommunities | null): Promise<SearchedNetwork> => {
    const kept = keptCommunities(found, tied.nodes.length);
    const { places, frame } = await drawnPlaces(tied.graph, { groups: kept.groups, seed, drawing, check, earlier });
    return { people, tied, facts: { ...facts, frame }, found, kept, places };
  };
  if (base.people === 0 || base.tied / base.people < LEAST_TIED_SHARE) return placed({ ...base, state: 'few-ties' }, null);
  const found = await foundCommunities(tied.graph, {
    seed, resolution, drawing,
    step: (done, total) => {
      check();
      onProgress({ phase: 'communities', done, total, unit: 'steps' });
    },
  });
  const { consensus, chance } = found;
  const facts: NetworkFacts = {
    ...base, state: found.beyondChance ? 'found' : 'no-structure', rounds: consensus.rounds, agreed: consensus.agreed, modularity: consensus.modularity, meanAdjustedRand: consensus.meanAdjustedRand, pivots: found.pivots,
    chance: { shuffles: chance.shuffles, low: chance.low, median: chance.median, limit: chance.limit, swapsMade: chance.swapsMade },
  };
  return placed(facts, found);
}

/** A search with the communities that become tribes, under their ids; where nothing was searched, those that stand. */
interface NamedNetwork {
  readonly searched: SearchedNetwork;
  readonly tribes: readonly NamedGroup[];
}

/** Phase 4 of a search: ids that go on from those found before. */
export function namedNetwork(project: ProjectDatabase, searched: SearchedNetwork): NamedNetwork {
  if (searched === null) {
    const members = tribeMembers(project);
    return { searched, tribes: communityTribes(project).map(({ id }) => ({ id, accountIds: members.get(id) ?? [] })) };
  }
  const { people, tied, kept: { sizes, groups } } = searched;
  const members = sizes.map((): number[] => []);
  groups.forEach((place, node) => members[place]?.push(people.accountIds[tied.nodes[node] ?? 0] ?? 0));
  const ids = communityIds(rememberedCommunities(project), members.map((accountIds) => accountKeys(project, accountIds)));
  return { searched, tribes: members.map((accountIds, place) => ({ id: ids[place] ?? '', accountIds })) };
}

/** What the figures of the tribes take; `check` throws when the caller cancelled. */
export type StoringOptions = GroupGround & Pick<NetworkOptions, 'check'>;

/**
 * Keeps what a search found. Phase 5: all is written in one transaction. Where nothing was searched, only figures, words and
 * names of the tribes are made again: their members are the same, but the ledger or the texts are not.
 */
export function storeNetwork(project: ProjectDatabase, { searched, tribes }: NamedNetwork, options: StoringOptions): NetworkFacts {
  const before = networkFacts(project);
  options.check();
  const results = communityResults(project, tribes, options);
  if (searched !== null) return store(project, searched, { results, check: options.check });
  if (before === null) throw new Error('nothing was searched and nothing is known of ties');
  project.connection.transaction(() => {
    if (results.length === 0) clearCommunityTribes(project);
    else storeCommunityTribes(project, results);
  }).immediate();
  return before;
}

interface NetworkToStore {
  readonly people: PeopleGraph;
  readonly tied: GraphPart;
  readonly facts: NetworkFacts;
  /** Null where communities were not looked for. */
  readonly found: FoundCommunities | null;
  readonly kept: KeptCommunities;
  readonly places: DrawnPlaces['places'];
}

function store(project: ProjectDatabase, { people, tied, facts, found, kept, places }: NetworkToStore, { results, check }: { readonly results: readonly CommunityTribe[]; readonly check: () => void }): NetworkFacts {
  const accountOf = (node: number): number => people.accountIds[tied.nodes[node] ?? 0] ?? 0;
  const { sizes, groups } = kept;
  const inTribes = sizes.reduce((sum, size) => sum + size, 0);
  const result: NetworkFacts = { ...facts, communities: kept.large, tribes: sizes.length, peopleInSmaller: facts.state === 'found' ? tied.nodes.length - kept.peopleInLarge : 0, peopleLeftOut: kept.peopleInLarge - inTribes };
  check();
  project.connection.transaction(() => {
    storeTies(project, people.accountIds, people.graph);
    storeNetworkPeople(project, Array.from(tied.nodes, (_, node) => {
      const certainty = found?.consensus.certainty[node] ?? Number.NaN;
      const community = results[groups[node] ?? -1]?.id ?? null;
      return {
        accountId: accountOf(node), ties: (tied.graph.offsets[node + 1] ?? 0) - (tied.graph.offsets[node] ?? 0), strength: tied.graph.strengths[node] ?? 0, community,
        certainty: community === null || Number.isNaN(certainty) ? null : certainty, betweenness: found?.betweenness[node] ?? null, x: places.get(node)?.x ?? null, y: places.get(node)?.y ?? null,
      };
    }));
    storeCommunityTribes(project, results);
    storeNetworkFacts(project, result);
  }).immediate();
  return result;
}

/** Where people lay when they were last drawn with this seed; null where that is not known. */
function earlierPlaces(project: ProjectDatabase, seed: number, accountOf: (node: number) => number): EarlierPlaces | null {
  const before = networkFacts(project);
  if (before?.frame === undefined || before.frame === null || before.seed !== seed) return null;
  const places = keptPlaces(project);
  return { frame: before.frame, of: (node) => places.get(accountOf(node)) ?? null };
}

/** A hash of everything that shapes the result, people by content. */
function fingerprintOf(project: ProjectDatabase, { accountIds, graph }: PeopleGraph, { seed, resolution }: { readonly seed: number; readonly resolution: number }): string {
  const hash = createHash('sha256').update(`${NETWORK_DEFINITION_VERSION} ${seed} ${resolution} ${accountIds.length}`);
  for (const column of [accountIds, graph.offsets, graph.neighbours, graph.weights]) hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return hash.update(accountKeys(project, tiedPeople(graph).nodes.map((node) => accountIds[node] ?? 0)).join('\n')).digest('hex');
}
