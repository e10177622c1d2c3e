import { REQUEST_INTENTS } from '../model/codes.ts';
import { drawnRequestLabels, type LabelDrawing } from '../response/drawn-labels.ts';
import type { RequestEpisode } from '../response/request-episode.ts';
import { askerNumbering } from '../response/wait-columns.ts';
import { pooledEstimate, type CompletedEstimate, type PooledEstimate } from '../stats/pooled-estimate.ts';
import { LEAST_CASE_PEOPLE, LEAST_CASES } from './trust-part.ts';

/** A request as two parts of trust count it. */
export interface CountedRequest {
  readonly messageId: number;
  readonly accountId: number;
  readonly answered: boolean;
  /** Observation went on for seven days after it. */
  readonly watched: boolean;
  /** Answered within seven days by an answer or care, and then thanked. */
  readonly caredFor: boolean;
}

/** Parts of trust that rest on what is a request, corrected for what the reader mistakes; null where a data set cannot carry them. */
export interface CorrectedParts {
  readonly reciprocity: PooledEstimate | null;
  readonly care: PooledEstimate | null;
}

/** Requests, and the groups wanted: who belongs to each. */
export interface CorrectedPartsInput {
  readonly requests: readonly RequestEpisode[];
  readonly counted: readonly CountedRequest[];
  readonly groups: readonly { readonly key: string; readonly belongs: (accountId: number) => boolean }[];
}

interface Tally {
  readonly members: readonly { readonly position: number; readonly request: CountedRequest }[];
  readonly reciprocity: CompletedEstimate[];
  readonly care: CompletedEstimate[];
}

const WANTED: ReadonlySet<string> = new Set(REQUEST_INTENTS);

/**
 * Reciprocity and care over 50 data sets in which each request is drawn again to be one or not, by what the checked sample shows
 * the reader to mistake and by how long it waited; pooled by Rubin's rules, limits inside 0 to 1. What the reader took for no
 * request stays unseen. A figure is given when every set keeps 20 requests by 10 people. Shares as {@link file://./care-taken.ts}
 * and {@link file://./answered-people.ts} define them; care with its flat prior. O(sets x requests).
 * Source: Rubin 1987, Multiple Imputation for Nonresponse in Surveys, chapter 3.
 */
export function correctedTrustParts({ requests, counted, groups }: CorrectedPartsInput, drawing: LabelDrawing): Map<string, CorrectedParts> {
  const position = new Map(requests.map(({ messageId }, at) => [messageId, at]));
  const placed = counted.flatMap((request) => {
    const at = position.get(request.messageId);
    return at === undefined ? [] : [{ position: at, request }];
  });
  const tallies = groups.map(({ key, belongs }): readonly [string, Tally] => [key, { members: placed.filter(({ request }) => belongs(request.accountId)), reciprocity: [], care: [] }]);
  const isRequest = new Uint8Array(requests.length);
  let sets = 0;
  for (const labelsAt of drawnRequestLabels(requests, Uint32Array.from(requests, askerNumbering()), drawing)) {
    sets += 1;
    for (let at = 0; at < requests.length; at += 1) isRequest[at] = labelsAt(at).some((code) => WANTED.has(code)) ? 1 : 0;
    for (const [, tally] of tallies) addSet(tally, isRequest);
  }
  const pooled = (figures: readonly CompletedEstimate[]): PooledEstimate | null => {
    const figure = figures.length === sets ? pooledEstimate(figures) : null;
    return figure === null ? null : { ...figure, low: Math.max(0, figure.low), high: Math.min(1, figure.high) };
  };
  return new Map(tallies.map(([key, { reciprocity, care }]) => [key, { reciprocity: pooled(reciprocity), care: pooled(care) }]));
}

function addSet({ members, reciprocity, care }: Tally, isRequest: Uint8Array): void {
  const reached = new Map<number, boolean>();
  const watchers = new Set<number>();
  let messages = 0;
  let watched = 0;
  let caredFor = 0;
  for (const { position, request } of members) {
    if (isRequest[position] !== 1) continue;
    messages += 1;
    reached.set(request.accountId, request.answered || (reached.get(request.accountId) ?? false));
    if (!request.watched) continue;
    watched += 1;
    watchers.add(request.accountId);
    if (request.caredFor) caredFor += 1;
  }
  if (messages >= LEAST_CASES && reached.size >= LEAST_CASE_PEOPLE) {
    const share = [...reached.values()].filter((isReached) => isReached).length / reached.size;
    // a share of all or none still has a variance: half a person to either side
    const inside = (share * reached.size + 0.5) / (reached.size + 1);
    reciprocity.push({ estimate: share, variance: (inside * (1 - inside)) / reached.size });
  }
  if (watched >= LEAST_CASES && watchers.size >= LEAST_CASE_PEOPLE) {
    const mean = (1 + caredFor) / (2 + watched);
    care.push({ estimate: mean, variance: (mean * (1 - mean)) / (watched + 3) });
  }
}
