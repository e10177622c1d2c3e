/** Columns of a message that a source says, and that a further import of the same message may complete. */
export const MESSAGE_VALUES = [
  'container_id', 'account_id', 'created_at_ms', 'precision', 'text', 'parent_native_id', 'root_native_id', 'source_inbound', 'language_tag', 'url', 'rating', 'likes', 'replies', 'shares', 'views', 'liked_by_brand',
  'saves', 'hidden', 'quoted_native_id', 'address', 'guessed_container_id',
] as const;

/** The same as columns of a query on `message`: of a place only what a source says, neither what was taken from the root nor a guess. */
export const SAID_VALUES: readonly string[] = MESSAGE_VALUES.map((column) => (column === 'container_id' ? 'CASE WHEN placed_by_root IS NULL THEN container_id END AS container_id' : column));

/** Puts a message of which no source says where it stands where its file's name says, after its values were set. */
export const PLACE_BY_GUESS = 'UPDATE message SET container_id = guessed_container_id, placed_by_root = 0 WHERE id = ? AND container_id IS NULL AND guessed_container_id IS NOT NULL';

/** A message's values as stored. */
export type StoredValues = Record<(typeof MESSAGE_VALUES)[number], string | number | null>;

/** Orders two rows of a table by the source's own id: negative when the first comes first. */
export type NativeOrder = (table: 'container' | 'account', one: number, other: number) => number;

/** Precisions of times, from the roughest to the finest. */
export const PRECISIONS: readonly string[] = ['none', 'relative', 'day', 'min', 's', 'ms'];
const HIGHER = new Set<string>(['rating', 'likes', 'replies', 'shares', 'views', 'saves', 'source_inbound', 'liked_by_brand', 'hidden']);

function longer(one: string, other: string): string {
  if (one.length !== other.length) return one.length > other.length ? one : other;
  return one > other ? one : other;
}

/**
 * What a message is once met again. Neither of two imports is the later one by itself: the same files in any order give
 * the same message. A value that one of them lacks is the other's. Of two counts the higher stands (both were true when
 * collected), of two texts the longer (tools cut them), of two times the more exact, else the earlier (an edit keeps the
 * first), of two places or writers the first by its id, of any other two values the first by its characters.
 */
export function mergedValues(before: StoredValues, after: StoredValues, order: NativeOrder): StoredValues {
  const values = { ...before };
  for (const column of MESSAGE_VALUES) {
    const one = before[column];
    const other = after[column];
    if (other === null || one === other || column === 'created_at_ms' || column === 'precision') continue;
    if (one === null) values[column] = other;
    else if (column === 'container_id' || column === 'guessed_container_id' || column === 'account_id') values[column] = order(column === 'account_id' ? 'account' : 'container', Number(one), Number(other)) <= 0 ? one : other;
    else if (column === 'text') values[column] = longer(String(one), String(other));
    else if (HIGHER.has(column)) values[column] = Number(one) >= Number(other) ? one : other;
    else values[column] = String(one) <= String(other) ? one : other;
  }
  const rank = PRECISIONS.indexOf(String(after.precision)) - PRECISIONS.indexOf(String(before.precision));
  const isEarlier = after.created_at_ms !== null && (before.created_at_ms === null || Number(after.created_at_ms) < Number(before.created_at_ms));
  if (rank > 0 || (rank === 0 && isEarlier)) {
    values.created_at_ms = after.created_at_ms;
    values.precision = after.precision;
  }
  return values;
}
