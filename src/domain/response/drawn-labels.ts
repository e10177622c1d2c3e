import { labelImputations, type LabelDonor } from '../reading-check/label-imputation.ts';
import { seededRandom, type RandomStream } from '../stats/seeded-random.ts';
import type { RequestEpisode } from './request-episode.ts';
import { waitingCells, waitLikelihoods } from './waits-by-label.ts';

/** What drawing true labels for requests rests on. */
export interface LabelDrawing {
  /** Checked messages that the reader took for requests. */
  readonly donors: readonly LabelDonor[];
  readonly labels: readonly string[];
  /** Requests whose labels a person gave: they are what they are. */
  readonly decided: ReadonlySet<number>;
  readonly seed: number;
}

/** What one data set takes the labels of the request at a position to be; empty or without a request intent: it is no request. */
export type DrawnLabels = (position: number) => readonly string[];

/**
 * Fifty data sets in which the labels of each request are drawn again by what the checked sample shows the reader to mistake
 * and by how long that request waited; in every set the people are drawn anew for the guess at how each kind waits. `askers`:
 * the number of each request's asker. Sets are made one by one as they are asked for, and each position must be asked once and
 * in ascending order for the same seed to give the same labels. O(50 x n).
 * Source: Rubin 1987; Honaker & King 2010, American Journal of Political Science 54(2):561-581.
 */
export function* drawnRequestLabels(requests: readonly RequestEpisode[], askers: Uint32Array, { donors, labels, decided, seed }: LabelDrawing): Generator<DrawnLabels> {
  const cells = waitingCells(requests);
  const waits = {
    cells, codes: labels,
    label: Int16Array.from(requests, ({ intents }) => labels.indexOf(intents[0] ?? '')),
    decided: Uint8Array.from(requests, ({ messageId }) => (decided.has(messageId) ? 1 : 0)),
  };
  const random = seededRandom(seed);
  for (const { truthOf, chancesOf } of labelImputations(donors, labels, { seed })) {
    const likelihood = waitLikelihoods(waits, chancesOf, weightsByAsker(askers, random));
    yield (position) => {
      const intents = requests[position]?.intents ?? [];
      return waits.decided[position] === 1 ? intents : truthOf(intents, likelihood.of(cells.bin[position] ?? 0, cells.answered[position] ?? 0));
    };
  }
}

/** A random weight of mean 1 for each asker, the same for all their requests (the Bayesian bootstrap of people). */
function weightsByAsker(asker: Uint32Array, random: RandomStream): Float64Array {
  const drawn: number[] = [];
  const weights = new Float64Array(asker.length);
  for (let at = 0; at < asker.length; at += 1) weights[at] = drawn[asker[at] ?? 0] ??= -Math.log(1 - random());
  return weights;
}
