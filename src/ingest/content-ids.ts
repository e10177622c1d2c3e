import { createHash } from 'node:crypto';

/** Different contents that are counted; what comes after so many gets no number, rather than filling the memory. */
const MOST_COUNTED = 2_000_000;

/** What tells one content from others, in `length` letters, digits, hyphens and low lines: the same whenever it is worked out. */
export function contentDigest(parts: readonly (string | number | null)[], length: number): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, length);
}

/** Counts equal contents as they come: how many of a digest came before. */
export function createCopyCounter(): (digest: string) => number {
  const copies = new Map<string, number>();
  return (digest) => {
    const before = copies.get(digest) ?? 0;
    if (before > 0 || copies.size < MOST_COUNTED) copies.set(digest, before + 1);
    return before;
  };
}

/**
 * Gives ids to messages of sources that have none, from what they say: the same file read twice, or in another order of
 * files, gives the same ids. Equal messages of one part are numbered in the order they stand.
 */
export function createContentIds(): (parts: readonly (string | number | null)[]) => string {
  const copiesBefore = createCopyCounter();
  return (parts) => {
    const digest = contentDigest(parts, 22);
    const copy = copiesBefore(digest);
    return copy === 0 ? `content:${digest}` : `content:${digest}:${String(copy)}`;
  };
}
