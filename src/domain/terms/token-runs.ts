import { spreadBits } from './text-hash.ts';

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
/** Words of a run that is compared. */
const RUN = 3;

/** True for characters that words are made of: letters and digits of any script; signs and blanks part them. */
function isWordUnit(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f);
}

/**
 * The words of a text in order as 32-bit hashes; runs that begin with an at sign (handles) are left out, because they say
 * whom a text is for. O(length).
 */
export function tokenHashes(text: string): Int32Array {
  const hashes: number[] = [];
  let hash = SEED;
  let inside = false;
  let handle = false;
  for (let place = 0; place <= text.length; place += 1) {
    const code = place < text.length ? text.charCodeAt(place) : 32;
    if (isWordUnit(code) || (handle && (code === 95 || code === 46))) {
      hash = Math.imul(hash ^ code, PRIME);
      inside = true;
      continue;
    }
    if (inside && !handle) hashes.push(spreadBits(hash) | 0);
    handle = code === 64;
    inside = false;
    hash = SEED;
  }
  return Int32Array.from(hashes);
}

/**
 * Runs of three words as ascending distinct 32-bit hashes; a shorter text is one run, an empty one has none. Takes the words
 * as {@link tokenHashes} gives them. O(n log n).
 * Source: Broder 1997, On the resemblance and containment of documents.
 */
export function tokenRuns(tokens: Int32Array): Int32Array {
  if (tokens.length === 0) return new Int32Array(0);
  const runs = new Set<number>();
  for (let first = 0; first === 0 || first + RUN <= tokens.length; first += 1) {
    let hash = SEED;
    for (let place = first; place < Math.min(first + RUN, tokens.length); place += 1) hash = spreadBits(Math.imul(hash, PRIME) ^ (tokens[place] ?? 0));
    runs.add(hash | 0);
  }
  return Int32Array.from(runs).sort();
}
