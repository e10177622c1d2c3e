/** Buckets that n-grams are hashed into; a power of two. */
export const BUCKETS = 1 << 16;

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units, going on from `hash`: 32 bits, unsigned (Fowler, Noll, Vo; draft-eastlake-fnv). */
export function hashOf(text: string, hash = FNV_BASIS): number {
  let value = hash;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), FNV_PRIME);
  return value >>> 0;
}

/** A hash gone on with one more number: a character's code, or the hash of what comes next. */
export function hashWith(hash: number, next: number): number {
  return Math.imul(hash ^ next, FNV_PRIME) >>> 0;
}

/** The bucket of a hash. The low bits of FNV-1a are its weak ones: the high ones are folded in. */
export function bucketOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}
