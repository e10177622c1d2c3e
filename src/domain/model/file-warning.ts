/** What reading notices about a table before it is imported; the words live in the catalogue. `-kept` is damage that stays as it is. */
export const FILE_WARNINGS = [
  'guessed-encoding', 'damaged-characters', 'renamed-columns', 'damaged-ids', 'computed-times', 'days-only', 'rounded-ids', 'joined-ids',
  'cut-texts', 'double-encoded', 'double-encoded-kept', 'html-entities', 'empty-rows', 'withheld-texts',
] as const;

/** Something about a file that a person should see before importing it. */
export interface FileWarning {
  readonly code: (typeof FILE_WARNINGS)[number];
  /** In English, for the command line. */
  readonly message: string;
  /** How many ids, texts, rows, characters or columns show it; null where nothing is counted. */
  readonly count: number | null;
  /** The encoding or the columns that it is about, the first few of them. */
  readonly names: readonly string[];
}
