import { CRITICISED_SHARES, FORMATION_LINES, type FormationLine, type FormationShares } from '../model/formation-line.ts';
import { clusterBootstrapInterval } from '../stats/cluster-bootstrap.ts';
import type { Interval } from '../stats/interval.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import type { PlacedMessage } from './formation-line.ts';

/** Fewest messages for shares; below them stand counts. */
export const LEAST_MESSAGES = 30;

/** Minutes that a message of a line takes, as a person gives them: a range, not a measure. */
export type HandlingMinutes = Readonly<Partial<Record<FormationLine, { readonly low: number; readonly high: number }>>>;

/** One line of the pitch: how many messages, their share with Wilson limits, and how many listen in form only. */
export interface FormationRow {
  readonly line: FormationLine;
  readonly n: number;
  readonly formOnly: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Share of the handling time at the middle of every range, and its least and most over the ranges; null without minutes for every line that is played. */
  readonly time: { readonly share: number; readonly low: number; readonly high: number } | null;
}

/** How far a line-up is from another: 0 the same, 1 nothing in common; with limits from drawing threads. */
export interface FormationDistance {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Half the sum of differences between two line-ups (total variation), in [0, 1]. */
export function totalVariation(one: FormationShares, other: FormationShares): number {
  return FORMATION_LINES.reduce((sum, line) => sum + Math.abs(one[line] - other[line]), 0) / 2;
}

function sharesOf(counts: Readonly<Record<FormationLine, number>>): FormationShares {
  const total = FORMATION_LINES.reduce((sum, line) => sum + counts[line], 0);
  return Object.fromEntries(FORMATION_LINES.map((line) => [line, total === 0 ? 0 : counts[line] / total])) as Record<FormationLine, number>;
}

function countsOf(messages: readonly PlacedMessage[]): Record<FormationLine, number> {
  const counts = Object.fromEntries(FORMATION_LINES.map((line) => [line, 0])) as Record<FormationLine, number>;
  for (const { line } of messages) counts[line] += 1;
  return counts;
}

/** Share of the handling time of one line when every other line is at the opposite end of its range: the bounds that the ranges allow. */
function timeShare(line: FormationLine, counts: Readonly<Record<FormationLine, number>>, minutes: HandlingMinutes): FormationRow['time'] {
  const played = FORMATION_LINES.filter((one) => counts[one] > 0);
  if (!played.every((one) => minutes[one] !== undefined)) return null;
  const spent = (one: FormationLine, end: 'low' | 'high' | 'middle'): number => {
    const range = minutes[one];
    if (range === undefined) return 0;
    return counts[one] * (end === 'middle' ? (range.low + range.high) / 2 : range[end]);
  };
  const share = (own: 'low' | 'high' | 'middle', rest: 'low' | 'high' | 'middle'): number => {
    const total = played.reduce((sum, one) => sum + spent(one, one === line ? own : rest), 0);
    return total === 0 ? 0 : spent(line, own) / total;
  };
  return { share: share('middle', 'middle'), low: share('low', 'high'), high: share('high', 'low') };
}

/**
 * The line-up of a brand's messages: counts and shares by line, with the shares of time where minutes are given for every line
 * that is played. Shares from 30 messages on; Wilson limits. Source of the limits: Wilson 1927, JASA 22(158):209-212.
 */
export function formationRows(messages: readonly PlacedMessage[], minutes: HandlingMinutes): FormationRow[] {
  const counts = countsOf(messages);
  const n = messages.length;
  return FORMATION_LINES.map((line) => {
    const limits = n < LEAST_MESSAGES ? null : wilsonInterval(counts[line], n);
    return {
      line, n: counts[line], formOnly: messages.filter((message) => message.line === line && message.formOnly).length,
      share: limits === null ? null : counts[line] / n, low: limits?.low ?? null, high: limits?.high ?? null,
      time: n < LEAST_MESSAGES ? null : timeShare(line, counts, minutes),
    };
  });
}

/**
 * Distance of the observed line-up from another one, with a percentile interval from drawing whole threads: what a team writes in one
 * thread hangs together. Null under 30 messages. 1,000 draws over (threads x lines).
 */
export function formationDistance(messages: readonly PlacedMessage[], other: FormationShares, { seed }: { readonly seed: number }): FormationDistance {
  if (messages.length < LEAST_MESSAGES) return { estimate: null, low: null, high: null };
  const place = new Map<number, number>();
  const perThread: Float64Array[] = [];
  for (const { rootId, line } of messages) {
    let at = place.get(rootId);
    if (at === undefined) {
      at = perThread.length;
      place.set(rootId, at);
      perThread.push(new Float64Array(FORMATION_LINES.length));
    }
    const counts = perThread[at];
    const column = FORMATION_LINES.indexOf(line);
    if (counts !== undefined) counts[column] = (counts[column] ?? 0) + 1;
  }
  const limits: Interval | null = clusterBootstrapInterval({
    clusters: perThread.length, draws: 1000, seed,
    statistic: (weights) => {
      const sums = new Float64Array(FORMATION_LINES.length);
      perThread.forEach((counts, thread) => {
        const weight = weights[thread] ?? 0;
        if (weight > 0) counts.forEach((count, column) => (sums[column] = (sums[column] ?? 0) + count * weight));
      });
      const total = sums.reduce((sum, count) => sum + count, 0);
      return total === 0 ? null : FORMATION_LINES.reduce((sum, line, column) => sum + Math.abs((sums[column] ?? 0) / total - other[line]), 0) / 2;
    },
  });
  return { estimate: totalVariation(sharesOf(countsOf(messages)), other), low: limits?.low ?? null, high: limits?.high ?? null };
}

/** Distance from the line-up that the essay criticises. */
export function distanceFromCriticised(messages: readonly PlacedMessage[], options: { readonly seed: number }): FormationDistance {
  return formationDistance(messages, CRITICISED_SHARES, options);
}
