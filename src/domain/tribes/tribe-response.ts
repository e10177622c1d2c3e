import { answeredWithin } from '../stats/answered-within.ts';
import type { Estimate } from '../stats/interval.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';

const WEEK_SECONDS = 604_800;
const LEAST_REQUESTS = 20;
const LEAST_ASKERS = 10;

/** One request: who asked, how long it waited or was watched, whether the wait ended with an answer. */
export interface TribeWait {
  readonly accountId: number;
  readonly waitedSeconds: number;
  readonly answered: boolean;
}

/** How a tribe's requests were met. */
export interface TribeResponse {
  readonly requests: number;
  readonly answered: number | null;
  readonly answeredWithin7d: Estimate | null;
}

/**
 * Share of a tribe's requests answered within seven days, by the product-limit curve; only the count under 20 requests or
 * 10 people who ask.
 */
export function tribeResponse(waits: readonly TribeWait[]): TribeResponse {
  const requests = waits.length;
  if (requests < LEAST_REQUESTS || new Set(waits.map(({ accountId }) => accountId)).size < LEAST_ASKERS) return { requests, answered: null, answeredWithin7d: null };
  const curve = kaplanMeier(waits.map(({ waitedSeconds }) => waitedSeconds), waits.map(({ answered }) => answered));
  return { requests, answered: curve.answered, answeredWithin7d: answeredWithin(curve, WEEK_SECONDS) };
}
