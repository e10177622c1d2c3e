/** What places a message in its thread. */
export interface ThreadPlace {
  readonly messageId: number;
  readonly parentId: number | null;
}

/**
 * How many replies deep each message stands: 0 for roots and for messages whose parent is not in the thread. A ring of
 * parents, which only a damaged import can hold, ends at the message where it closes.
 */
export function threadDepths(messages: readonly ThreadPlace[]): ReadonlyMap<number, number> {
  const parents = new Map(messages.map(({ messageId, parentId }) => [messageId, parentId]));
  const depths = new Map<number, number>();
  for (const { messageId } of messages) {
    const seen = new Set([messageId]);
    let depth = 0;
    for (let parent = parents.get(messageId) ?? null; parent !== null && parents.has(parent) && !seen.has(parent); parent = parents.get(parent) ?? null) {
      seen.add(parent);
      depth += 1;
    }
    depths.set(messageId, depth);
  }
  return depths;
}
