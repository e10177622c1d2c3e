/** Figures whose difference can be divided: shares of requests answered in a day and in a week, the mean wait, promises kept, value created by a person. */
export const CHANGE_MEASURES = ['answered-day', 'answered-week', 'restricted-wait', 'promises-kept', 'created-per-person'] as const;
export type ChangeMeasure = (typeof CHANGE_MEASURES)[number];

/** By what groups a difference between two periods is divided. `importance`: by what whoever asks had given in the year before. */
export const CHANGE_GROUPINGS = ['network', 'intent', 'tribe', 'importance'] as const;
export type ChangeGrouping = (typeof CHANGE_GROUPINGS)[number];

/**
 * Why the figure of one and the same period is another today: messages that came in later, answers that came in later (with
 * the longer time for which requests are watched), labels and verdicts set by hand, definitions and weights.
 */
export const CHANGE_CAUSES = ['new-messages', 'late-replies', 'by-hand', 'definitions'] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

/** What cannot be counted again as it was, and so stays in what is left over. */
export const CHANGE_RESTS = ['program', 'metric-versions', 'roles-and-identities', 'not-kept'] as const;
export type ChangeRest = (typeof CHANGE_RESTS)[number];
