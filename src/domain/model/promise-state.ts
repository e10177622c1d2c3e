/** How a promise stands. A promise kept in private cannot be told from one that was not: it is `unverifiable` once due. */
export const PROMISE_STATES = ['open', 'kept', 'late', 'broken', 'unverifiable'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/**
 * Why a promise stands as it does. Kept or late: the brand says that it is done, comes back with the answer, shows it on
 * the page; the person confirms it, or thanks after the brand came back. Broken: the person says that it did not happen;
 * the page went on without what was to appear on it. Unverifiable: nothing was shown, the act is a private one, no time
 * was named, a new promise took its place. Open: not due yet, or within the seven days of one that names no time.
 */
export const PROMISE_REASONS = [
  'brand-shows', 'brand-answers', 'page-shows', 'asker-confirms', 'asker-thanks', 'asker-denies', 'page-without-it', 'nothing-shown', 'private-act', 'no-time-named', 'replaced', 'not-due', 'within-a-week',
] as const;
export type PromiseReason = (typeof PROMISE_REASONS)[number];
