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
  return ascending(plainShingles(text) ?? shinglesOf(wordsOf(text)));
}

function shinglesOf(words: readonly string[]): Int32Array {
  const runs = new Int32Array(words.length === 0 ? 0 : Math.max(1, words.length - 2));
  for (let first = 0; first < runs.length; first += 1) runs[first] = shingleHash(words, first);
  return runs;
}

/** The same numbers in ascending order, each once. */
function ascending(runs: Int32Array): Int32Array {
  runs.sort();
  let kept = 0;
  for (let place = 0; place < runs.length; place += 1) {
    const run = runs[place] ?? 0;
    if (kept > 0 && runs[kept - 1] === run) continue;
    runs[kept] = run;
    kept += 1;
  }
  return kept === runs.length ? runs : runs.slice(0, kept);
}

const LONGEST_PLAIN = 8192;
/** The words of the text being divided, each behind the one before and closed by a blank. */
const characters = new Uint8Array(2 * LONGEST_PLAIN);
const starts = new Uint16Array(LONGEST_PLAIN);
const [AT, APOSTROPHE, DOT, LOW_LINE, BLANK] = [64, 39, 46, 95, 32];

/** Lower case of an ASCII letter or digit, 0 of anything else. */
function wordCharacter(code: number): number {
  if (code >= 97) return code <= 122 ? code : 0;
  if (code >= 65) return code <= 90 ? code + 32 : 0;
  return code >= 48 && code <= 57 ? code : 0;
}

/** Runs of a text of ASCII characters, as they would come from {@link wordsOf} at a tenth of the cost; null for another text. */
function plainShingles(text: string): Int32Array | null {
  if (text.length > LONGEST_PLAIN) return null;
  let words = 0;
  let written = 0;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code > 127) return null;
    if (code === AT) {
      // a handle says whom the text is for
      at += 1;
      for (let next = text.charCodeAt(at); at < text.length && (wordCharacter(next) !== 0 || next === DOT || next === LOW_LINE); next = text.charCodeAt(at)) at += 1;
      if (at < text.length && text.charCodeAt(at) > 127) return null;
      continue;
    }
    if (wordCharacter(code) === 0) {
      at += 1;
      continue;
    }
    starts[words] = written;
    words += 1;
    for (; at < text.length; at += 1) {
      const next = text.charCodeAt(at);
      if (next > 127) return null;
      const letter = wordCharacter(next);
      if (letter === 0 && (next !== APOSTROPHE || at + 1 >= text.length || wordCharacter(text.charCodeAt(at + 1)) === 0)) break;
      characters[written] = letter === 0 ? next : letter;
      written += 1;
    }
    characters[written] = BLANK;
    written += 1;
  }
  const runs = new Int32Array(words === 0 ? 0 : Math.max(1, words - 2));
  for (let first = 0; first < runs.length; first += 1) {
    const end = first + 3 < words ? (starts[first + 3] ?? 0) : written;
    let hash = 0x811c9dc5;
    for (let place = starts[first] ?? 0; place < end; place += 1) hash = Math.imul(hash ^ (characters[place] ?? 0), 0x01000193);
    runs[first] = hash;
  }
  return runs;
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
