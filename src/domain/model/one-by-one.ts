/** Why somebody is written to one by one: a request stands open, a piece of value got no word of thanks, much was given and nobody ever wrote to them in person. */
export const ONE_BY_ONE_KINDS = ['answer', 'thank', 'surprise'] as const;
export type OneByOneKind = (typeof ONE_BY_ONE_KINDS)[number];

/** What a person did with one name of the list. */
export const ONE_BY_ONE_STATES = ['open', 'done', 'skipped'] as const;

/** How the drafts speak: by first name and "tu", or with the courtesy form. */
export const DRAFT_MANNERS = ['informal', 'formal'] as const;
export type DraftManner = (typeof DRAFT_MANNERS)[number];

/** At most so many names a day: one person can answer them with care. */
export const MOST_A_DAY = 20;
/** Days for which nobody is surprised twice, and for which a held-back half stays the same. */
export const PERIOD_DAYS = 90;
/** Days within which a person who writes again counts as come back. */
export const BACK_DAYS = 60;
/** Days over which the points that a person creates afterwards are added up. */
export const POINTS_DAYS = 90;
