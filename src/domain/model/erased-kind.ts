/** What an erasure counts, each with what it removes, changes or leaves; in the order in which it is shown. */
export const ERASED_KINDS = ['accounts', 'messages', 'reactions', 'requests', 'bookings', 'ties', 'decisions', 'written', 'textsOfOthers', 'repliesKept', 'statements', 'refusedRows', 'archivedRows', 'undoSteps', 'keptAnswers', 'other'] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];

/** Words of which one is typed to erase; nothing else starts it. */
export const ERASE_WORDS = ['ELIMINA', 'ERASE'] as const;

/** Lines of a project's data sheet, in the order in which they are printed. */
export const SHEET_FIELDS = ['source', 'collected', 'collectedBy', 'legalBasis', 'retention'] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];
