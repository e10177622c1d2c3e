/** Reply links in columns: one row per message. */
export interface ReplyLinks {
  /** Row of the message replied to, or -1. */
  readonly parentRow: ArrayLike<number>;
  /** Name of a message replied to that is not in the data (network and native id), or null. */
  readonly missingParent: readonly (string | null)[];
  /** Name of the thread's first message where the source tells it but no row holds it, or null. */
  readonly missingRoot: readonly (string | null)[];
}

/**
 * Thread of every message, as the row of its topmost known ancestor. A missing message is still a root: the rows that reply to it
 * (or that the source places under it) share a thread, named by the first of them. Links in a circle are cut at its least row.
 * O(n).
 */
export function threadRoots({ parentRow, missingParent, missingRoot }: ReplyLinks): Int32Array {
  const n = parentRow.length;
  const parents = acyclicParents(parentRow);
  const roots = new Int32Array(n).fill(-1);
  const rowOfMissing = new Map<string, number>();
  for (let row = 0; row < n; row += 1) {
    if ((parents[row] ?? -1) >= 0) continue;
    const missing = missingParent[row] ?? missingRoot[row] ?? null;
    if (missing === null) roots[row] = row;
    else {
      const named = rowOfMissing.get(missing);
      if (named === undefined) rowOfMissing.set(missing, row);
      roots[row] = named ?? row;
    }
  }
  for (let row = 0; row < n; row += 1) {
    let top = row;
    while (roots[top] === -1) top = parents[top] ?? top;
    const root = roots[top] ?? top;
    for (let climb = row; roots[climb] === -1; climb = parents[climb] ?? climb) roots[climb] = root;
  }
  return roots;
}

/**
 * The same parents with every circle cut at its least row, so that climbing always ends. Rows out of range count as none. O(n).
 * @example Array.from(acyclicParents([1, 0, 1])) // [-1, 0, 1]
 */
export function acyclicParents(parentRow: ArrayLike<number>): Int32Array {
  const n = parentRow.length;
  const parents = Int32Array.from(parentRow, (row) => (row >= 0 && row < n ? row : -1));
  const visit = new Int32Array(n).fill(-1);
  for (let start = 0; start < n; start += 1) {
    let row = start;
    while (row >= 0 && visit[row] === -1) {
      visit[row] = start;
      row = parents[row] ?? -1;
    }
    if (row < 0 || visit[row] !== start) continue;
    let least = row;
    for (let other = parents[row] ?? row; other !== row; other = parents[other] ?? row) least = Math.min(least, other);
    parents[least] = -1;
  }
  return parents;
}
