import { forceLayout, type Layout, type Places } from './force-layout.ts';
import type { Incidence } from './incidence.ts';
import { leidenCommunities } from './leiden.ts';
import { modularity } from './modularity.ts';
import type { Partition } from './partition.ts';
import { sampledBetweenness } from './sampled-betweenness.ts';
import { sharingChance } from './sharing-chance.ts';
import { shuffledIncidence } from './shuffled-incidence.ts';
import { shuffledTies } from './shuffled-ties.ts';
import type { TieColumns, TieGraph } from './tie-graph.ts';
import { DEFAULT_RATE, validatedProjection } from './validated-projection.ts';

/** What one shuffle of a graph showed: the modularity found in it, and how many of the swaps tried could be made. */
export interface ShuffledStructure {
  readonly modularity: number;
  readonly made: number;
  readonly tried: number;
}

/** The kinds of draws a search is made of: what each is drawn from, what else it is told, and what it gives. */
export interface SeededDraws {
  /** One run of the Leiden algorithm. */
  readonly communities: { readonly from: TieGraph; readonly told: { readonly resolution: number }; readonly gives: Partition };
  /** One shuffle of a graph, with the communities of one run. */
  readonly shuffledTies: { readonly from: TieGraph; readonly told: { readonly resolution: number }; readonly gives: ShuffledStructure };
  /** Ties that an incidence has beyond chance: nothing in it is drawn, but it takes as long as a draw. */
  readonly sharedTies: { readonly from: Incidence; readonly told: object; readonly gives: TieColumns };
  /** Ties that one shuffle of an incidence has beyond chance. */
  readonly shuffledIncidence: { readonly from: Incidence; readonly told: object; readonly gives: number };
  /** Betweenness from so many pivots. */
  readonly betweenness: { readonly from: TieGraph; readonly told: { readonly pivots: number }; readonly gives: Float64Array };
  /** Places of nodes by forces, which begin near the others of their group, or where they lay. */
  readonly layout: { readonly from: TieGraph; readonly told: { readonly groups: Int32Array; readonly start?: Places }; readonly gives: Layout };
}

/** A kind of draw. */
export type DrawKind = keyof SeededDraws;

/** Draws of one kind from one thing, by their seeds. `check` may throw to stop; `onDrawn` is told how many are there, and may too. */
export interface DrawRequest<Kind extends DrawKind> {
  readonly kind: Kind;
  readonly from: SeededDraws[Kind]['from'];
  readonly told: SeededDraws[Kind]['told'];
  readonly seeds: readonly number[];
  readonly check?: (() => void) | undefined;
  readonly onDrawn?: ((done: number) => void) | undefined;
}

/** Whoever makes draws: each rests on its seed alone, so that they may be made side by side and in any order. Answers stand in the order of the seeds. */
export interface SeededDrawing {
  readonly draw: <Kind extends DrawKind>(request: DrawRequest<Kind>) => Promise<SeededDraws[Kind]['gives'][]>;
}

/** One draw, of something that was made ready for many. */
export type OneDraw<Kind extends DrawKind> = (told: SeededDraws[Kind]['told'], seed: number, check: () => void) => SeededDraws[Kind]['gives'];

/** How each kind is drawn: first what all draws from one thing share, then each by its seed. */
export const SEEDED_DRAWS: { readonly [Kind in DrawKind]: (from: SeededDraws[Kind]['from']) => OneDraw<Kind> } = {
  communities: (graph) => ({ resolution }, seed, check) => leidenCommunities(graph, { seed, resolution, check }).partition,
  shuffledTies: (graph) => ({ resolution }, seed, check) => {
    const { graph: dealt, made, tried } = shuffledTies(graph, { seed });
    check();
    const { partition } = leidenCommunities(dealt, { seed, resolution, check });
    return { modularity: modularity(dealt, partition, resolution) ?? 0, made, tried };
  },
  sharedTies: (incidence) => (_, _seed, check) => {
    const { from, to, weight } = validatedProjection(incidence, { check });
    // columns of numbers pass between threads at once
    return { from: Int32Array.from(from), to: Int32Array.from(to), weight: Float64Array.from(weight) };
  },
  shuffledIncidence: (incidence) => {
    // shuffles keep everybody's numbers, and chance rests on nothing else
    const chance = sharingChance(incidence, DEFAULT_RATE);
    return (_, seed, check) => validatedProjection(shuffledIncidence(incidence, { seed }), { chance, check }).from.length;
  },
  betweenness: (graph) => ({ pivots }, seed, check) => sampledBetweenness(graph, { pivots, seed, check }),
  layout: (graph) => ({ groups, start }, seed, check) => forceLayout(graph, { groups, start, seed, check }),
};

/** Draws where it is asked, one after the other; `turn` lets others have theirs between two. */
export function drawnInPlace(turn: () => Promise<void> = () => Promise.resolve()): SeededDrawing {
  return {
    draw: async ({ kind, from, told, seeds, check = () => undefined, onDrawn }) => {
      const one = SEEDED_DRAWS[kind](from);
      const drawn: ReturnType<typeof one>[] = [];
      for (const seed of seeds) {
        drawn.push(one(told, seed, check));
        onDrawn?.(drawn.length);
        await turn();
      }
      return drawn;
    },
  };
}
