/** A JSON object as parsed: own keys only, values unknown. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One element of an array that a format reads, or one line. */
export interface JsonItem {
  readonly value: unknown;
  /** The pattern it was found under. */
  readonly path: string;
  /** Line of the file for lines; 1-based number of the item in the document otherwise. */
  readonly line: number;
  /**
   * The objects that hold the array, outermost first, with what is known of them. Of a document read whole: the members that
   * are no arrays, small objects among them. Of one read as a stream: the plain members that stand before the array, and no more.
   */
  readonly ancestors: readonly JsonObject[];
}
