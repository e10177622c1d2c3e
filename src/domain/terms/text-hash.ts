/** FNV-1a hash of a text, 32 bits, from a given state. O(length). */
export function textHash(text: string, state = 0x811c9dc5): number {
  let hash = state;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return hash | 0;
}

/**
 * Spreads a 32-bit value so that every bit depends on every other (the last step of MurmurHash3); unsigned.
 * @example spreadBits(0) // 0
 */
export function spreadBits(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
