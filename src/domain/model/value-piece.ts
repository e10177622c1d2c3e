/** Kinds of pieces of value that people create, in the order in which they are listed. */
export const PIECE_KINDS = ['idea', 'fault', 'question', 'answer', 'testimonial', 'recommendation'] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

/** Kinds whose pieces are grouped by what they ask for and may be joined or parted by hand. */
export const MERGED_KINDS = ['idea', 'fault'] as const satisfies readonly PieceKind[];
export type MergedKind = (typeof MERGED_KINDS)[number];

/**
 * What became of a piece. `adopted` is said by hand alone (a change that was made, or told back); `waiting` = too short a
 * time has passed to call it lost; `unseen` = the data cannot show what became of it.
 */
export const PIECE_STATES = ['lost', 'answered', 'thanked', 'reused', 'adopted', 'waiting', 'unseen'] as const;
export type PieceState = (typeof PIECE_STATES)[number];

/** Why the data cannot show what became of a piece: no message of the brand there or replies not imported, or a thread that is not complete. */
export const UNSEEN_REASONS = ['unobservable', 'incomplete'] as const;
export type UnseenReason = (typeof UNSEEN_REASONS)[number];

/** Where a piece can be sent. */
export const DEPARTMENTS = ['product', 'innovation', 'care'] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** Why a department is proposed: what the piece is, or the words of it that decided. */
export const DEPARTMENT_RULES = ['idea', 'repair-words', 'product-words', 'service-words', 'fault', 'question', 'help', 'praise', 'trouble'] as const;
export type DepartmentRule = (typeof DEPARTMENT_RULES)[number];

/** How far a piece has come on its way through the house. */
export const ROUTE_STATES = ['proposed', 'collected', 'assessed', 'done', 'told-back'] as const;
export type RouteState = (typeof ROUTE_STATES)[number];

/** Steps of a demand after the n-th person has made it: the brand's reply, its entry in the register, the change, the word back to those who asked. */
export const JOURNEY_STEPS = ['reply', 'collected', 'done', 'told-back'] as const;
export type JourneyStep = (typeof JOURNEY_STEPS)[number];

/** Days after which a piece without any sign counts as lost. */
export const LOST_AFTER_DAYS = 7;

/** Independent people after whom the clock of a demand starts, unless the project says otherwise. */
export const REQUESTERS_BY_DEFAULT = 5;
