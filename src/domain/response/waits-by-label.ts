import type { LabelSet } from '../reading-check/label-imputation.ts';
import type { RequestEpisode } from './request-episode.ts';

/** Requests by how long they waited, coarsely: what is known of each besides its words. */
export interface WaitingCells {
  /** Bin of each request's wait; {@link NO_BIN} where no time is known. */
  readonly bin: Uint8Array;
  readonly answered: Uint8Array;
  readonly bins: number;
}

/** Requests whose labels are in question, and those whose labels a person gave. */
export interface LabelledWaits {
  readonly cells: WaitingCells;
  /** Position in `codes` of what the reader says first, or of what a person says; -1 where neither is known. */
  readonly label: Int16Array;
  readonly decided: Uint8Array;
  readonly codes: readonly string[];
}

/** The bin of a request whose wait is not known. */
export const NO_BIN = 255;
const MOST_BINS = 8;
const MOST_ROUNDS = 200;
const CLOSE_ENOUGH = 1e-4;
/** Requests of the whole that stand beside each kind's own, at every bin: a kind that nobody is of waits like all others. More would pull the kinds together. */
const PRIOR_REQUESTS = 0.1;

/** Bins of about equally many answers; beyond the last answer is a bin of its own. O(n log n). */
export function waitingCells(requests: readonly RequestEpisode[]): WaitingCells {
  const known = (request: RequestEpisode): number | null => (request.precision === 'count' ? null : request.waitedSeconds);
  const waits = Float64Array.from(requests.flatMap((request) => (request.censored ? [] : (known(request) ?? [])))).sort();
  const edges = [...new Set(Array.from({ length: MOST_BINS }, (_, at) => waits[Math.ceil(((at + 1) * waits.length) / MOST_BINS) - 1] ?? Infinity))].filter((edge) => edge < Infinity);
  return {
    bins: edges.length + 1,
    answered: Uint8Array.from(requests, ({ censored }) => (censored ? 0 : 1)),
    bin: Uint8Array.from(requests, (request) => {
      const wait = known(request);
      if (wait === null) return NO_BIN;
      const at = edges.findIndex((edge) => wait <= edge);
      return at < 0 ? edges.length : at;
    }),
  };
}

/** How likely each coarse wait is under each true label: row by label, then bin, then open (0) or answered (1). */
export interface WaitLikelihoods {
  /** One a label, to be given as evidence; all 1 where the wait is not known. Reused: do not keep it. */
  readonly of: (bin: number, answered: number) => Float64Array;
}

/**
 * Waiting by true label, from requests of which only the reader's label is known and from the chances that it is wrong:
 * expectation and maximisation over hazards by bin. Assumes that how long somebody waits does not depend on what the reader
 * says once the true label is known. `weights` count requests, one each, drawn anew in every set so that the doubt about the
 * hazards enters it; each kind has a tenth of a request of the whole beside it. O(n + rounds x labels^2 x bins).
 * Source: Dempster, Laird & Rubin 1977, JRSS B 39(1):1-38; Honaker & King 2010, American Journal of Political Science 54(2):561-581.
 */
export function waitLikelihoods({ cells: { bin, answered, bins }, label, decided, codes }: LabelledWaits, chancesOf: LabelSet['chancesOf'], weights: Float64Array): WaitLikelihoods {
  const size = codes.length;
  const wide = bins * 2;
  const said = new Float64Array(size * wide);
  const sure = new Float64Array(size * wide);
  for (let i = 0; i < bin.length; i += 1) {
    const [own, at] = [label[i] ?? -1, bin[i] ?? NO_BIN];
    if (own < 0 || at === NO_BIN) continue;
    const into = decided[i] === 1 ? sure : said;
    const cell = own * wide + at * 2 + (answered[i] ?? 0);
    into[cell] = (into[cell] ?? 0) + (weights[i] ?? 0);
  }
  const whole = new Float64Array(wide);
  for (let cell = 0; cell < said.length; cell += 1) whole[cell % wide] = (whole[cell % wide] ?? 0) + (said[cell] ?? 0) + (sure[cell] ?? 0);
  const base = hazardsOf(whole, bins, null);
  const chances = codes.map((code) => chancesOf(code) ?? new Float64Array(size));
  const likely = new Float64Array(size * wide).fill(1);
  let before = new Float64Array(size * bins);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const expected = expectedCells(said, sure, { chances, likely, size, wide });
    const hazards = new Float64Array(size * bins);
    for (let own = 0; own < size; own += 1) {
      const found = hazardsOf(expected.subarray(own * wide, (own + 1) * wide), bins, base);
      hazards.set(found, own * bins);
      fillLikelihoods(found, likely.subarray(own * wide, (own + 1) * wide));
    }
    const moved = hazards.reduce((most, hazard, at) => Math.max(most, Math.abs(hazard - (before[at] ?? 0))), 0);
    before = hazards;
    if (moved < CLOSE_ENOUGH) break;
  }
  const column = new Float64Array(size);
  return {
    of(at, isAnswered) {
      for (let own = 0; own < size; own += 1) column[own] = at === NO_BIN ? 1 : (likely[own * wide + at * 2 + isAnswered] ?? 1);
      return column;
    },
  };
}

interface Guess {
  readonly chances: readonly Float64Array[];
  readonly likely: Float64Array;
  readonly size: number;
  readonly wide: number;
}

/** Requests by true label and cell, as the present guess has them. */
function expectedCells(said: Float64Array, sure: Float64Array, { chances, likely, size, wide }: Guess): Float64Array {
  const expected = Float64Array.from(sure);
  const share = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    for (let cell = 0; cell < wide; cell += 1) {
      const count = said[row * wide + cell] ?? 0;
      if (count === 0) continue;
      let sum = 0;
      for (let truth = 0; truth < size; truth += 1) sum += share[truth] = (chances[row]?.[truth] ?? 0) * (likely[truth * wide + cell] ?? 0);
      if (sum === 0) continue;
      for (let truth = 0; truth < size; truth += 1) expected[truth * wide + cell] = (expected[truth * wide + cell] ?? 0) + (count * (share[truth] ?? 0)) / sum;
    }
  }
  return expected;
}

/** Share answered in each bin of those who reached it; those no longer watched leave in the middle of theirs. */
function hazardsOf(cells: Float64Array, bins: number, base: Float64Array | null): Float64Array {
  const hazards = new Float64Array(bins);
  let reached = cells.reduce((sum, count) => sum + count, 0);
  for (let bin = 0; bin < bins; bin += 1) {
    const [open, events] = [cells[bin * 2] ?? 0, cells[bin * 2 + 1] ?? 0];
    const atRisk = reached - open / 2;
    const prior = base === null ? 0 : PRIOR_REQUESTS;
    hazards[bin] = atRisk + prior <= 0 ? 0 : (events + prior * (base?.[bin] ?? 0)) / (atRisk + prior);
    reached -= open + events;
  }
  return hazards;
}

function fillLikelihoods(hazards: Float64Array, into: Float64Array): void {
  let waiting = 1;
  hazards.forEach((hazard, bin) => {
    into[bin * 2] = waiting * Math.sqrt(Math.max(0, 1 - hazard));
    into[bin * 2 + 1] = waiting * hazard;
    waiting *= Math.max(0, 1 - hazard);
  });
}
