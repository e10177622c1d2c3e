/** How many of the people who create most are taken away: the first, the first five, the first ten, ten in a hundred. */
export const REMOVALS = ['one', 'five', 'ten', 'tenth'] as const;
export type Removal = (typeof REMOVALS)[number];
