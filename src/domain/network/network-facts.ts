import type { NetworkState } from '../model/network-state.ts';
import type { Frame } from './force-layout.ts';

/** How communities were found, as it is kept and shown. */
export interface NetworkFacts {
  readonly state: NetworkState;
  /** People of the project, those with a tie to another one, and ties. */
  readonly people: number;
  readonly tied: number;
  readonly ties: number;
  readonly windowEndMs: number | null;
  readonly seed: number;
  readonly resolution: number;
  readonly runs: number;
  readonly rounds: number;
  readonly agreed: boolean;
  readonly modularity: number | null;
  readonly meanAdjustedRand: number | null;
  readonly chance: { readonly shuffles: number; readonly low: number | null; readonly median: number | null; readonly limit: number | null; readonly swapsMade: number } | null;
  /** Communities of at least five people; of these, those that became tribes; people in smaller ones and in those left out. */
  readonly communities: number;
  readonly tribes: number;
  readonly peopleInSmaller: number;
  readonly peopleLeftOut: number;
  /** From how many people paths were followed for betweenness. */
  readonly pivots: number;
  /** Of the places of those who are drawn; left out by versions that laid everybody out anew. */
  readonly frame?: Frame | null | undefined;
  /** What ties, seed and resolution it was made from. */
  readonly fingerprint: string;
}

/** Least share of people with a tie to another person for communities to be looked for. */
export const LEAST_TIED_SHARE = 0.2;
/** Smaller communities are no tribes. */
export const LEAST_COMMUNITY = 5;
/** At most so many communities become tribes, the largest. */
export const MOST_COMMUNITIES = 60;
