const WORDS = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const HANDLES = /@[\p{L}\p{N}_.]+/gu;

/**
 * The words of a text in order, lower case; handles are left out because they say whom a text is for, not what it says.
 * @example wordsOf('@ada Buongiorno, è pronto?') // ['buongiorno', 'è', 'pronto']
 */
export function wordsOf(text: string): string[] {
  return text.replace(HANDLES, ' ').toLowerCase().match(WORDS) ?? [];
}

/**
 * Runs of three words of a text as ascending distinct 32-bit hashes (FNV-1a); a shorter text is one run, an empty one has none.
 * O(length).
 * Source: Broder 1997, On the resemblance and containment of documents.
 */
export function wordShingles(text: string): Int32Array {
  const words = wordsOf(text);
  if (words.length === 0) return new Int32Array(0);
  const runs = new Set<number>();
  for (let first = 0; first === 0 || first + 3 <= words.length; first += 1) runs.add(shingleHash(words, first));
  return Int32Array.from(runs).sort();
}

/** Hash of the run of at most three words that begins at `first`. */
export function shingleHash(words: readonly string[], first: number): number {
  let hash = 0x811c9dc5;
  for (let place = first; place < Math.min(first + 3, words.length); place += 1) {
    const word = words[place] ?? '';
    for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  return hash | 0;
}
