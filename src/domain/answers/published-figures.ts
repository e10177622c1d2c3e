/** A share of answered messages that somebody published: history, never a norm. */
export interface PublishedFigure {
  readonly id: string;
  readonly source: string;
  readonly year: number;
  /** Answered share, in [0, 1]. */
  readonly share: number;
  /** Counts where they were published. */
  readonly answered: number | null;
  readonly n: number | null;
}

/**
 * Figures published elsewhere, oldest first. Each counts something else than Tribuna does (no censoring, no definition of a
 * request, another mix of networks), so they stand as history beside the own past and are compared with nothing. What each of
 * them measures is in the catalogue under its id.
 * Source: Maritz Research and evolve24, Twitter study, September 2011; Socialbakers, Socially Devoted, first edition 2012, March
 * to May; Sprout Social Index, third quarter of 2015.
 */
export const PUBLISHED_FIGURES: readonly PublishedFigure[] = [
  { id: 'maritz-2011', source: 'Maritz Research, evolve24', year: 2011, share: 0.29, answered: null, n: 1298 },
  { id: 'socialbakers-2012', source: 'Socialbakers, Socially Devoted', year: 2012, share: 477_478 / 1_574_775, answered: 477_478, n: 1_574_775 },
  { id: 'sprout-2015', source: 'Sprout Social Index', year: 2015, share: 1 / 8, answered: null, n: null },
];
