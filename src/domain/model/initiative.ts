/** What an initiative is: something a brand does between two dates, with an aim. */
export const INITIATIVE_KINDS = ['campaign', 'contest', 'service'] as const;

/** The three stretches of equal length that an initiative is looked at in. */
export const INITIATIVE_WINDOWS = ['before', 'during', 'after'] as const;
export type InitiativeWindowName = (typeof INITIATIVE_WINDOWS)[number];

/** How much of a window the data hold. */
export const WINDOW_STATES = ['whole', 'part', 'outside'] as const;
export type WindowState = (typeof WINDOW_STATES)[number];

/** Amounts that are counted in each window. */
export const INITIATIVE_AMOUNTS = ['people', 'new-people', 'requests', 'created', 'consumed'] as const;
export type InitiativeAmount = (typeof INITIATIVE_AMOUNTS)[number];

/** Shares that are held against the window before. */
export const INITIATIVE_SHARES = ['answered-day', 'negative', 'positive'] as const;
export type InitiativeShare = (typeof INITIATIVE_SHARES)[number];

/**
 * What may be said of an amount: outside what windows of this length usually hold (`above`, `below`), inside (`usual`), or nothing,
 * because the series before is too short or the window is not whole (`short`).
 */
export const AMOUNT_VERDICTS = ['above', 'below', 'usual', 'short'] as const;
export type AmountVerdict = (typeof AMOUNT_VERDICTS)[number];

/** What may be said of a share against the window before: its difference lies clearly on one side, does not, or there are too few cases. */
export const SHARE_VERDICTS = ['more', 'less', 'unclear', 'few'] as const;
export type ShareVerdict = (typeof SHARE_VERDICTS)[number];
