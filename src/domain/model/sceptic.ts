/**
 * What a sentence claims of its figure: a direction, most or fewest of a whole, a place inside an interval, a size, or a lead over
 * the next.
 */
export const CLAIM_KINDS = ['direction', 'majority', 'minority', 'interval', 'size', 'lead'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** What becomes of a sentence when something changes: it holds, holds without being clear, no longer holds, or has no figure. */
export const CLAIM_STANDINGS = ['holds', 'unclear', 'fails', 'gone'] as const;
export type ClaimStanding = (typeof CLAIM_STANDINGS)[number];

/** Everything that is changed one at a time where a figure rests on it. */
export const SCEPTIC_CHANGES = [
  'follow-ups-apart', 'window-shorter', 'window-longer', 'direct-answers', 'inferred-answers', 'opening-hours', 'horizon-shorter', 'horizon-longer',
  'stricter-reading', 'looser-reading', 'reader-corrected', 'unread-answered', 'unread-silent', 'weight-lower', 'weight-higher', 'border-lower', 'border-higher',
  'late-kept', 'unverifiable-broken', 'unverifiable-kept',
] as const;
export type ScepticChange = (typeof SCEPTIC_CHANGES)[number];

/** Why something could not be changed: the figure does not rest on it, or what it needs is not there. */
export const UNVARIED_REASONS = ['not-resting', 'no-hours', 'not-checked', 'nothing-inferred', 'nothing-unread', 'no-waits', 'no-probabilities', 'too-large', 'already-so', 'nothing-open', 'unsupported'] as const;
export type UnvariedReason = (typeof UNVARIED_REASONS)[number];

/** How far a sentence may be trusted: it holds, depends on a choice, does not hold, or was never tried. */
export const SCEPTIC_LEVELS = ['holds', 'depends', 'falls', 'untried'] as const;
export type ScepticLevel = (typeof SCEPTIC_LEVELS)[number];
