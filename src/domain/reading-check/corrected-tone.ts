import { SENTIMENTS, type Sentiment } from '../model/codes.ts';
import { pooledEstimate, type CompletedEstimate } from '../stats/pooled-estimate.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import type { Estimate } from '../stats/interval.ts';
import { labelImputations, type LabelDonor } from './label-imputation.ts';
import { drawnCounts, labelShift } from './label-shift.ts';

/** What a correction of tones rests on: checked messages by the tone that was read, and how often each is read in all messages, in the order of the codes. */
export interface ToneDrawing {
  readonly donors: readonly LabelDonor[];
  readonly whole: ArrayLike<number>;
  readonly seed: number;
}

/**
 * The shares of negative and positive messages in a group over 50 data sets in which the tone of every message is drawn again by
 * what the checked sample shows the reader to mistake, shifted by how this group is read; pooled by Rubin's rules, limits inside 0
 * to 1. `read`: messages by the tone that was read, in the order of the codes; `worth`: how many independent messages they are
 * worth. Null without messages. Same seed, same numbers. O(sets x donors).
 * Source: Rubin 1987, Multiple Imputation for Nonresponse in Surveys, chapter 3; Saerens, Latinne & Decaestecker 2002.
 */
export function correctedTone(read: readonly number[], worth: number, { donors, whole, seed }: ToneDrawing): { readonly negative: Estimate; readonly positive: Estimate } | null {
  const n = read.reduce((sum, count) => sum + count, 0);
  if (n === 0 || worth === 0) return null;
  const random = seededRandom(seed);
  const sets: Record<'negative' | 'positive', CompletedEstimate[]> = { negative: [], positive: [] };
  for (const { chancesOf, shareOf } of labelImputations(donors, SENTIMENTS, { seed })) {
    const evidence = labelShift(drawnCounts(read, random), { codes: SENTIMENTS, whole, chancesOf });
    for (const tone of ['negative', 'positive'] as const) {
      const estimate = SENTIMENTS.reduce((sum, said, at) => sum + ((read[at] ?? 0) / n) * shareOf([said], ([truth]) => truth === tone, evidence), 0);
      sets[tone].push({ estimate, variance: (estimate * (1 - estimate)) / worth });
    }
  }
  const pooled = (tone: Extract<Sentiment, 'negative' | 'positive'>): Estimate => {
    const found = pooledEstimate(sets[tone]);
    return { estimate: found?.estimate ?? 0, low: Math.max(0, found?.low ?? 0), high: Math.min(1, found?.high ?? 1) };
  };
  return { negative: pooled('negative'), positive: pooled('positive') };
}
