/**
 * Who said something first: people before the brand (`audience`), the brand before people (`brand`), cannot be told because the
 * data begin too shortly before (`early`), or no matching demand is known (`unknown`).
 */
export const ORIGIN_SIDES = ['audience', 'brand', 'early', 'unknown'] as const;
export type OriginSide = (typeof ORIGIN_SIDES)[number];

/** What a person says of an announcement and a demand: they are about the same thing, or they are not. */
export const ORIGIN_VERDICTS = ['same', 'different'] as const;
export type OriginVerdict = (typeof ORIGIN_VERDICTS)[number];

/** Which pieces count as demands: ideas alone, or ideas, faults and questions. */
export const ORIGIN_DEMANDS = ['ideas', 'needs'] as const;
export type OriginDemands = (typeof ORIGIN_DEMANDS)[number];
