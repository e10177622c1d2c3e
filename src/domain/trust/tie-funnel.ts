import { TIE_STAGES, type TieStage } from '../model/tie-stage.ts';
import { clusteredShare, type ShareCluster } from '../stats/clustered-share.ts';
import type { CountedShare } from '../stats/counted-share.ts';
import { TIE_HALF_LIFE_DAYS } from './tie-strength.ts';

const DAY_MS = 86_400_000;
/** Days after the first contact in which a pair is looked at: the same for all, so that old pairs are not ahead of young ones. */
export const FUNNEL_DAYS = TIE_HALF_LIFE_DAYS;

/** What two parties wrote to each other; `second` null for the brand. */
export interface FunnelPair {
  readonly first: number;
  readonly second: number | null;
  readonly exchanges: readonly { readonly forth: boolean; readonly atMs: number | null; readonly rootId: number }[];
}

/** A stage with how many pairs reach it, of those that met and of those that reached the stage before. */
export interface FunnelStage {
  readonly stage: TieStage;
  readonly pairs: number;
  readonly ofMet: CountedShare;
  readonly ofPrevious: CountedShare;
}

/** How strangers become friends. `early`: pairs whose first contact is too near the end; `untimed`: pairs with an exchange of unknown time. */
export interface TieFunnel {
  readonly pairs: number;
  readonly people: number;
  readonly early: number;
  readonly untimed: number;
  readonly stages: readonly FunnelStage[];
}

/** The stages that a pair reaches within ninety days of its first contact: how many of {@link TIE_STAGES}; 0 where it is not followed that long, null where a time is unknown. */
export function stagesReached({ exchanges }: Pick<FunnelPair, 'exchanges'>, endMs: number): number | null {
  let firstMs = Infinity;
  for (const { atMs } of exchanges) {
    if (atMs === null) return null;
    if (atMs < firstMs) firstMs = atMs;
  }
  if (!(firstMs + FUNNEL_DAYS * DAY_MS <= endMs)) return 0;
  const within = exchanges.filter(({ atMs }) => atMs !== null && atMs <= firstMs + FUNNEL_DAYS * DAY_MS);
  const forth = within.filter((exchange) => exchange.forth).length;
  const back = within.length - forth;
  const isAnswered = Math.min(forth, back) > 0;
  const isAgain = isAnswered && new Set(within.map(({ rootId }) => rootId)).size > 1;
  const isFriends = isAgain && Math.min(forth, back) > 1;
  return 1 + Number(isAnswered) + Number(isAgain) + Number(isFriends);
}

/**
 * Of the pairs that met, how many come to each stage within ninety days of the first contact. Pairs that are not followed for so
 * long, or of which a time is unknown, are counted apart. Pairs that share a person are not independent: each counts with the
 * busier of its two people, whose pairs are taken together for the limits. Shares from thirty pairs on. O(exchanges).
 * Source: for the limits, {@link clusteredShare}.
 */
export function tieFunnel(pairs: readonly FunnelPair[], endMs: number): TieFunnel {
  const reached = pairs.map((pair) => ({ pair, stage: stagesReached(pair, endMs) }));
  const followed = reached.flatMap(({ pair, stage }) => (stage === null || stage === 0 ? [] : [{ pair, stage }]));
  const busy = new Map<number, number>();
  for (const { pair: { first, second } } of followed) for (const person of second === null ? [first] : [first, second]) busy.set(person, (busy.get(person) ?? 0) + 1);
  const hubOf = ({ first, second }: FunnelPair): number => (second !== null && (busy.get(second) ?? 0) > (busy.get(first) ?? 0) ? second : first);
  const share = (least: number, of: number): CountedShare => {
    const clusters = new Map<number, ShareCluster>();
    for (const { pair, stage } of followed) {
      if (stage < of) continue;
      const hub = hubOf(pair);
      const known = clusters.get(hub) ?? { k: 0, n: 0 };
      clusters.set(hub, { k: known.k + (stage >= least ? 1 : 0), n: known.n + 1 });
    }
    return clusteredShare([...clusters.values()]);
  };
  return {
    pairs: followed.length, people: busy.size, early: reached.filter(({ stage }) => stage === 0).length, untimed: reached.filter(({ stage }) => stage === null).length,
    stages: TIE_STAGES.map((stage, at) => ({ stage, pairs: followed.filter((one) => one.stage > at).length, ofMet: share(at + 1, 1), ofPrevious: share(at + 1, Math.max(1, at)) })),
  };
}
