import { clusterBootstrapInterval } from '../../stats/cluster-bootstrap.ts';
import { SHARE_FLOOR, type CountedShare } from '../../stats/counted-share.ts';
import { quantile } from '../../stats/quantile.ts';
import { seededRandom } from '../../stats/seeded-random.ts';
import { originSide, requestersBefore, type DatedAnnouncement } from './origin-side.ts';

/** A share of bottom-up origin, with what chance gives. */
export interface OriginShare extends CountedShare {
  /** The share when the dates of the announcements are dealt among them: mean, and where 95 % of the deals lie; null under the floor of shares. */
  readonly chance: { readonly mean: number; readonly low: number; readonly high: number } | null;
}

/** How a share is counted, drawn and held against chance. */
export interface OriginSharePlan {
  /** People who must have asked before for an announcement to count as theirs: 1, or a consistent number of them. */
  readonly least: number;
  readonly draws: number;
  readonly deals: number;
  readonly seed: number;
}

/** 1 where enough people asked before, 0 where not, null where it cannot be told. */
function isBottomUp(announcement: DatedAnnouncement, least: number): 0 | 1 | null {
  const side = originSide(announcement);
  if (side === 'unknown' || side === 'early') return null;
  return requestersBefore(announcement).length >= least ? 1 : 0;
}

/**
 * Of the announcements whose origin can be told, the share that people asked for before: counts always, share and limits (drawing
 * announcements) from 30. Beside it what the same matches give when dates are dealt among the announcements: a demand that is
 * made all the time comes before nearly any date, so that a high share alone shows no listening. Same seed, same answer.
 * (draws + deals) x announcements. Source: Efron & Tibshirani 1993, chapter 8; Good 2005.
 */
export function originShare(announcements: readonly DatedAnnouncement[], { least, draws, deals, seed }: OriginSharePlan): OriginShare {
  const told = announcements.flatMap((announcement) => isBottomUp(announcement, least) ?? []);
  const [k, n] = [told.reduce<number>((sum, one) => sum + one, 0), told.length];
  if (n < SHARE_FLOOR) return { k, n, estimate: null, low: null, high: null, chance: null };
  const limits = clusterBootstrapInterval({
    clusters: n, draws, seed,
    statistic: (weights) => {
      let sum = 0;
      for (let place = 0; place < n; place += 1) sum += (weights[place] ?? 0) * (told[place] ?? 0);
      return sum / n;
    },
  });
  return { k, n, estimate: k / n, low: limits?.low ?? null, high: limits?.high ?? null, chance: chanceShare(announcements, { least, deals, seed }) };
}

function chanceShare(announcements: readonly DatedAnnouncement[], { least, deals, seed }: Pick<OriginSharePlan, 'least' | 'deals' | 'seed'>): OriginShare['chance'] {
  const matched = announcements.filter(({ requests }) => requests.length > 0);
  const random = seededRandom(seed);
  const dates = matched.map(({ atMs }) => atMs);
  const shares: number[] = [];
  for (let deal = 0; deal < deals; deal += 1) {
    for (let place = dates.length - 1; place > 0; place -= 1) {
      const chosen = Math.floor(random() * (place + 1));
      [dates[place], dates[chosen]] = [dates[chosen] ?? 0, dates[place] ?? 0];
    }
    const told = matched.flatMap((announcement, place) => isBottomUp({ ...announcement, atMs: dates[place] ?? announcement.atMs }, least) ?? []);
    if (told.length > 0) shares.push(told.reduce<number>((sum, one) => sum + one, 0) / told.length);
  }
  shares.sort((one, other) => one - other);
  const [low, high] = [quantile(shares, 0.025), quantile(shares, 0.975)];
  return low === null || high === null ? null : { mean: shares.reduce((sum, share) => sum + share, 0) / shares.length, low, high };
}
