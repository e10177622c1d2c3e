import { consensusCommunities } from '../network/consensus-communities.ts';
import { tyingIncidence, type Incidence } from '../network/incidence.ts';
import { drawnInPlace, type SeededDrawing } from '../network/seeded-draws.ts';
import { tieGraph, type TieColumns } from '../network/tie-graph.ts';

/** What people share: terms they write, or posts they meet under. */
export type InterestSource = 'terms' | 'posts';

/** How one source ties people, and what chance alone would have tied. */
export interface InterestTies {
  readonly source: InterestSource;
  /** People with something that could tie them, and such things. */
  readonly people: number;
  readonly features: number;
  /** Features left out because too many people have them. */
  readonly tooCommon: number;
  readonly ties: number;
  /** Shuffles that keep everybody's numbers, and the most ties in one of them; null where there was nothing to shuffle. */
  readonly shuffles: number;
  readonly chanceTies: number | null;
  /** More ties than in any shuffle. */
  readonly beyondChance: boolean;
}

/** People grouped by what they share, and on what that rests. */
export interface InterestGroups {
  /** Numbers of the people of each group, ascending, largest group first; with how surely each belongs, 0 to 1. */
  readonly groups: readonly { readonly people: readonly number[]; readonly certainty: readonly number[] }[];
  readonly sources: readonly InterestTies[];
  readonly meanAdjustedRand: number | null;
  readonly modularity: number | null;
}

/** `check` may throw to stop; `onStep` is told how many of `steps` are done. */
export interface InterestOptions {
  readonly seed: number;
  readonly check?: (() => void) | undefined;
  readonly onStep?: ((done: number) => void) | undefined;
  /** Who makes the shuffles and the runs; in place when left out. */
  readonly drawing?: SeededDrawing | undefined;
}

/** Fewest people of a group that is proposed. */
export const LEAST_INTERESTED = 5;

/** Pairs of people looked at for each source: the commonest terms and posts are left out beyond. */
const MOST_PAIRS = 20_000_000;

const NO_TIES: TieColumns = { from: [], to: [], weight: [] };

/** The fewest shuffles whose greatest value chance exceeds once in twenty. */
const SHUFFLES = 19;

/** Shuffles after which no more are drawn where ties are so many times those of the greatest of them. */
const FIRST_SHUFFLES = 5;
const BEYOND_DOUBT = 100;

/** Steps that {@link InterestOptions.onStep} counts: shuffles of both sources, and the groups. */
export const INTEREST_STEPS = 2 * SHUFFLES + 1;

/**
 * Groups of people who write the same terms and meet under the same posts, more than chance gives. Phases: 1. of each source the
 * pairs of people who share more than the bipartite configuration model expects; 2. the same in 19 shuffles that keep
 * everybody's numbers: a source that ties no more than the luckiest of them is left aside; of the 19 the first five are enough
 * where the source ties a hundred times as many as any of these: chance that ties so few on average ties so many in less than one
 * shuffle of a hundred (Markov's inequality); 3. ties of both sources, each of mean
 * weight 1, added up; 4. communities on which twenty seeded runs agree. Groups under five people are left out. No groups where
 * neither source lies beyond chance.
 * Sources: Saracco et al. 2017, New Journal of Physics 19:053022; Barnard 1963, JRSS B 25:294; Lancichinetti & Fortunato 2012.
 */
export async function interestGroups(peopleCount: number, given: Readonly<Record<InterestSource, Incidence>>, { seed, check = () => undefined, onStep = () => undefined, drawing = drawnInPlace() }: InterestOptions): Promise<InterestGroups> {
  const columns: { from: number[]; to: number[]; weight: number[] } = { from: [], to: [], weight: [] };
  const done = { terms: 0, posts: 0 };
  const found = await Promise.all((['terms', 'posts'] as const).map(async (source) => {
    const { incidence, tooCommon } = tyingIncidence(given[source], { mostPairs: MOST_PAIRS });
    const [ties = NO_TIES] = await drawing.draw({ kind: 'sharedTies', from: incidence, told: {}, seeds: [seed], check });
    // 2. what chance ties
    const shuffled = (from: number, to: number): Promise<number[]> => drawing.draw({
      kind: 'shuffledIncidence', from: incidence, told: {}, seeds: Array.from({ length: to - from }, (_, shuffle) => seed * 1000 + from + shuffle), check,
      onDrawn: (drawn) => {
        done[source] = from + drawn;
        onStep(done.terms + done.posts);
      },
    });
    const shuffles = ties.from.length === 0 ? [] : await shuffled(0, FIRST_SHUFFLES);
    if (shuffles.length > 0 && ties.from.length < BEYOND_DOUBT * Math.max(1, ...shuffles)) shuffles.push(...(await shuffled(FIRST_SHUFFLES, SHUFFLES)));
    const chanceTies = shuffles.length === 0 ? null : Math.max(...shuffles);
    const counted = (starts: Int32Array): number => starts.reduce((count, start, at) => (at > 0 && start > (starts[at - 1] ?? 0) ? count + 1 : count), 0);
    const facts: InterestTies = { source, people: counted(incidence.starts), features: counted(incidence.featureStarts), tooCommon, ties: ties.from.length, shuffles: shuffles.length, chanceTies, beyondChance: chanceTies !== null && ties.from.length > chanceTies };
    return { facts, ties };
  }));
  const sources = found.map(({ facts }) => facts);
  // 3. ties of both
  for (const { facts, ties } of found) if (facts.beyondChance) addTies(columns, ties);
  if (columns.from.length === 0) {
    onStep(INTEREST_STEPS);
    return { groups: [], sources, meanAdjustedRand: null, modularity: null };
  }
  const consensus = await consensusCommunities(tieGraph(peopleCount, columns), { seed, onStep: () => check(), drawing });
  const members = new Map<number, number[]>();
  consensus.partition.forEach((community, person) => {
    const known = members.get(community);
    if (known === undefined) members.set(community, [person]);
    else known.push(person);
  });
  onStep(INTEREST_STEPS);
  const groups = [...members.values()].filter((people) => people.length >= LEAST_INTERESTED).sort((one, other) => other.length - one.length || (one[0] ?? 0) - (other[0] ?? 0));
  return {
    groups: groups.map((people) => ({ people, certainty: people.map((person) => consensus.certainty[person] ?? 0) })),
    sources, meanAdjustedRand: consensus.meanAdjustedRand, modularity: consensus.modularity,
  };
}

/** Adds ties at a mean weight of 1, so that neither source speaks louder by its unit. */
function addTies(columns: { from: number[]; to: number[]; weight: number[] }, { from, to, weight }: TieColumns): void {
  let sum = 0;
  for (let at = 0; at < weight.length; at += 1) sum += weight[at] ?? 0;
  const mean = sum / weight.length;
  for (let at = 0; at < weight.length; at += 1) {
    columns.from.push(from[at] ?? 0);
    columns.to.push(to[at] ?? 0);
    columns.weight.push((weight[at] ?? 0) / mean);
  }
}
