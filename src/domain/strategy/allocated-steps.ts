/** Where steps of time go. */
export interface AllocatedSteps {
  /** Steps by place, in the order in which the gains were given. */
  readonly steps: readonly number[];
  /** Steps that nobody gets: the next one would gain less than `least` everywhere. */
  readonly left: number;
  /** The last step would have gained as much somewhere else: another split is as good. */
  readonly tied: boolean;
}

const SAME = 1e-9;

/**
 * Deals equal steps of time to places, each to where it gains most. `gains` tell what a place gains from so many steps; they must be
 * concave and not fall, and then no other split gains more: the steps that are dealt are the largest increments there are. Increments
 * alike to nine digits are a tie, which goes to the place that got fewer steps, then to the earlier one. O(steps x places).
 * Source: Fox 1966, Discrete optimization via marginal analysis, Management Science 13(3):210-216.
 */
export function allocatedSteps(gains: readonly ((steps: number) => number)[], { steps, least = 0 }: { readonly steps: number; readonly least?: number }): AllocatedSteps {
  const dealt = gains.map(() => 0);
  const next = gains.map((gain) => gain(1) - gain(0));
  let [left, tied] = [steps, false];
  while (left > 0) {
    const most = Math.max(-Infinity, ...next);
    if (!(most >= least && most > 0)) break;
    const alike = next.flatMap((gain, place) => (gain >= most - SAME * most ? [place] : []));
    const place = alike.reduce((best, one) => ((dealt[one] ?? 0) < (dealt[best] ?? 0) ? one : best), alike[0] ?? 0);
    const had = (dealt[place] ?? 0) + 1;
    dealt[place] = had;
    next[place] = (gains[place]?.(had + 1) ?? 0) - (gains[place]?.(had) ?? 0);
    tied = alike.length > 1;
    left -= 1;
  }
  return { steps: dealt, left, tied };
}
