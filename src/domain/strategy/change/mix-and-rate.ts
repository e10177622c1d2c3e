/** One group in one period: what part of all cases it is, and its own figure; null where it has no case. */
export interface GroupShare {
  readonly share: number;
  readonly figure: number | null;
}

/** One group in both periods. */
export interface ComparedGroup {
  readonly before: GroupShare;
  readonly after: GroupShare;
}

/** What one group gives to a difference: by having another figure, and by being another part of all. */
export interface GroupPart {
  readonly mix: number;
  readonly rate: number;
}

/** A difference of two means over groups, divided without a remainder: `mix + rate` is the difference. */
export interface MixAndRate {
  readonly mix: number;
  readonly rate: number;
  /** In the order of the groups; they add up to the two totals. */
  readonly groups: readonly GroupPart[];
}

/**
 * Divides the difference between two averages over the same groups into what is due to the groups' own figures (rate) and
 * what is due to their being more or fewer (mix), each weighed by the mean of both periods, so that the order of the two
 * does not matter and nothing is left over. A group's mix is told against the mean of both averages: a group that grew and
 * stands above it raises the average. A group that one period has no case of has no other figure there: all its part is mix.
 * Shares add up to 1 in each period. No groups: zeros. Linear.
 * Source: Kitagawa 1955, JASA 50(272):1168-1194; Das Gupta 1978, Demography 15(1):99-112.
 * @example mixAndRate([{ before: { share: 1, figure: 0.2 }, after: { share: 1, figure: 0.5 } }]).rate // 0.3
 */
export function mixAndRate(groups: readonly ComparedGroup[]): MixAndRate {
  const known = groups.map(({ before, after }) => ({ before, after, first: before.figure ?? after.figure ?? 0, second: after.figure ?? before.figure ?? 0 }));
  const middle = known.reduce((sum, { before, after, first, second }) => sum + (before.share * first + after.share * second) / 2, 0);
  const parts = known.map(({ before, after, first, second }): GroupPart => ({
    mix: (after.share - before.share) * ((first + second) / 2 - middle),
    rate: (second - first) * ((before.share + after.share) / 2),
  }));
  return { mix: parts.reduce((sum, { mix }) => sum + mix, 0), rate: parts.reduce((sum, { rate }) => sum + rate, 0), groups: parts };
}
