import { incidence, type Incidence } from '../../domain/network/incidence.ts';
import type { SeededDrawing } from '../../domain/network/seeded-draws.ts';
import { interestGroups, INTEREST_STEPS, type InterestGroups } from '../../domain/tribes/interest-groups.ts';
import { keptTribeIds } from '../../domain/tribes/tribe-identity.ts';
import { interestNames, interestPeople, rememberedInterests, replaceInterests, sharedPosts, sharedTerms, type SharedThings, type StoredInterest } from '../../store/interest-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { communityResults, type NamedGroup } from '../network/community-results.ts';
import type { StoringOptions } from '../network/derive-network.ts';
import type { TopicsOptions } from '../terms/derive-topics.ts';

/** Version of what a group by shared interests means; raised with every change of how they are found. */
export const INTERESTS_DEFINITION_VERSION = 'interests 2';

/** How the groups were found, as kept with them. */
export type InterestFacts = Omit<InterestGroups, 'groups'> & { readonly people: number; readonly groups: number; readonly seed: number };

/** What deriving interests takes: who makes the draws besides. */
export type InterestsOptions = TopicsOptions & { readonly drawing: SeededDrawing };

/** The groups that a search found, of people by their places in `people`. */
interface SearchedInterests {
  readonly people: readonly number[];
  readonly found: InterestGroups;
}

/** Groups of people who share terms and posts: {@link searchedInterests}, {@link namedInterests}, then {@link storeInterests}. A stop leaves the earlier ones. */
export async function deriveInterests(project: ProjectDatabase, options: InterestsOptions): Promise<void> {
  storeInterests(project, namedInterests(project, await searchedInterests(project, options)), options);
}

/**
 * Finds the groups. Phases: 1. who has what; 2. the groups. Needs balances and terms. The project is read before this first
 * waits for draws and not after, so that the caller may go on working with it meanwhile.
 */
export async function searchedInterests(project: ProjectDatabase, { seed, drawing, check, onProgress }: InterestsOptions): Promise<SearchedInterests> {
  // 1. people and things by number
  const people = interestPeople(project);
  const numberOf = new Map(people.map((accountId, number) => [accountId, number]));
  const terms = numbered(sharedTerms(project, people), numberOf);
  check();
  const given = { terms, posts: numbered(sharedPosts(project, people), numberOf) };
  check();
  // 2. groups
  const found = await interestGroups(people.length, given, { seed, check, drawing, onStep: (done) => onProgress({ phase: 'aggregate', done, total: INTEREST_STEPS, unit: 'steps' }) });
  return { people, found };
}

/** The groups of a search under their ids, largest first. */
interface NamedInterests {
  readonly searched: SearchedInterests;
  readonly tribes: readonly NamedGroup[];
}

/** Phase 3 of a search: ids, kept from the groups before where at least three members in ten are the same. */
export function namedInterests(project: ProjectDatabase, searched: SearchedInterests): NamedInterests {
  const { people, found: { groups } } = searched;
  const members = groups.map((group) => group.people.map((number) => people[number] ?? 0));
  const before = rememberedInterests(project);
  const names = groups.length === 0 ? new Map<number, string>() : interestNames(project);
  const kept = keptTribeIds(before, members.map((accountIds) => accountIds.flatMap((accountId) => names.get(accountId) ?? [])));
  const ids = freshIds(kept.map((one) => one?.id ?? null), before.map(({ id }) => id));
  return { searched, tribes: members.map((accountIds, at) => ({ id: ids[at] ?? '', accountIds })) };
}

/** Keeps the groups. Phase 4: their value and words. Groups are replaced in one step. */
export function storeInterests(project: ProjectDatabase, { searched: { people, found: { groups, ...found } }, tribes }: NamedInterests, options: StoringOptions): void {
  const results = new Map(communityResults(project, tribes, options).map(({ id, name, result }) => [id, { name, result }]));
  options.check();
  const interests = tribes.map(({ id, accountIds }, at): StoredInterest => {
    const { name, result } = results.get(id) ?? { name: '', result: '{}' };
    return { id, name, result, people: accountIds.map((accountId, place) => ({ accountId, certainty: groups[at]?.certainty[place] ?? 0 })) };
  });
  replaceInterests(project, interests, { ...found, people: people.length, groups: groups.length, seed: options.seed } satisfies InterestFacts);
}

function numbered({ accountIds, things }: SharedThings, numberOf: ReadonlyMap<number, number>): Incidence {
  const features = new Map<number, number>();
  const feature = things.map((thing) => {
    let known = features.get(thing);
    if (known === undefined) features.set(thing, (known = features.size));
    return known;
  });
  return incidence({ peopleCount: numberOf.size, featureCount: features.size }, { person: accountIds.map((accountId) => numberOf.get(accountId) ?? -1), feature });
}

/** Ids kept, and numbers that nobody had for the rest. */
function freshIds(kept: readonly (string | null)[], before: readonly string[]): string[] {
  let next = Math.max(0, ...before.map((id) => Number(id.slice('interest:'.length)) || 0));
  return kept.map((id) => id ?? `interest:${String((next += 1))}`);
}
