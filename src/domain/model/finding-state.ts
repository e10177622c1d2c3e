/** How far a finding has come: waiting to be talked about, taken up, refused, put off. */
export const FINDING_STATES = ['to-discuss', 'accepted', 'rejected', 'postponed'] as const;

/** What a figure is measured in; a difference is one whose sign is the finding. */
export const FIGURE_UNITS = ['seconds', 'seconds-difference', 'share', 'share-difference', 'count', 'points'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** What has become of the figure of a finding since it was kept. */
export const FINDING_STANDINGS = ['holds', 'weaker', 'changed', 'gone', 'unlinked'] as const;
export type FindingStanding = (typeof FINDING_STANDINGS)[number];
