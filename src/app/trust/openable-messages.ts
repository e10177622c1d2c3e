/** Messages that are handed over to be opened at most: a longer list is looked at in the register. */
export const MOST_OPENED = 2000;

/** The messages behind a figure, each once; null where there are more than {@link MOST_OPENED}. */
export function openableMessages(messageIds: readonly number[]): number[] | null {
  const found = new Set(messageIds);
  return found.size > MOST_OPENED ? null : [...found];
}
