import { countedShare, type CountedShare } from '../../stats/counted-share.ts';
import { estimateDifference } from '../../stats/estimate-difference.ts';
import type { Estimate } from '../../stats/interval.ts';
import { firstNotBefore, type Span } from './initiative-windows.ts';

const DAY_MS = 86_400_000;
/** After how many days people are looked for again. */
export const STAY_DAYS = [30, 90] as const;
/** For how many days they are looked for. */
export const LOOKED_DAYS = 30;
/** Fewer newcomers than this get no figure. */
const LEAST_PEOPLE = 5;

/** A person who wrote for the first time while the initiative ran; times UTC ms, ascending. */
export interface Newcomer {
  readonly times: readonly number[];
  /** The first message stood under the initiative's posts. */
  readonly withIt: boolean;
}

/** Of newcomers watched for long enough, how many were active again, and the two groups against each other. */
export interface Staying {
  readonly days: number;
  readonly withIt: CountedShare;
  readonly otherwise: CountedShare;
  /** Fewer than 5 people on the side of the initiative. */
  readonly tooFew: boolean;
  /** Those who came with it less the others; null under 30 people on either side. */
  readonly difference: Estimate | null;
}

function isActive({ times }: Newcomer, { fromMs, toMs }: Span): boolean {
  return (times[firstNotBefore(times, fromMs)] ?? Infinity) < toMs;
}

function limitsOf({ estimate, low, high }: CountedShare): Estimate | null {
  return estimate === null || low === null || high === null ? null : { estimate, low, high };
}

/**
 * Who stayed: of the people whose first message fell into the initiative, the share that wrote something in the thirty days that
 * begin 30 and 90 days after that message; those who came with it against those who came otherwise in the same time. Only people
 * watched to the end of those thirty days count, so that the share does not grow by itself with the data. O(people log messages).
 * Source: Newcombe 1998, Statistics in Medicine 17:873-890 (difference of shares).
 */
export function stayingPeople(newcomers: readonly Newcomer[], untilMs: number): Staying[] {
  return STAY_DAYS.map((days) => {
    const share = (withIt: boolean): CountedShare => {
      const watched = newcomers.filter((one) => one.withIt === withIt && (one.times[0] ?? Infinity) + (days + LOOKED_DAYS) * DAY_MS <= untilMs);
      const active = watched.filter((one) => {
        const firstMs = one.times[0] ?? 0;
        return isActive(one, { fromMs: firstMs + days * DAY_MS, toMs: firstMs + (days + LOOKED_DAYS) * DAY_MS });
      });
      return countedShare(active.length, watched.length);
    };
    const [withIt, otherwise] = [share(true), share(false)];
    const [one, other] = [limitsOf(withIt), limitsOf(otherwise)];
    return { days, withIt, otherwise, tooFew: withIt.n < LEAST_PEOPLE, difference: one === null || other === null ? null : estimateDifference(one, other) };
  });
}
