import { COMMON_HANDLE_WORDS } from './common-handle-words.ts';

/** A letter that belongs to no known word; Italian and English text, given the letters before, carries somewhat less than four. */
const LETTER_BITS = 3.5;
const DIGIT_BITS = 3.3;
/** A year of birth or of joining: some eighty are likely. */
const YEAR_BITS = 6.3;
const LONGEST_WORD = 15;
/** Handles are cut here; longer ones are rare anyway. */
const LONGEST_HANDLE = 40;

/** What handles that carry less than so many bits never propose, however small the project. */
const LEAST_BITS = 20;
/** Chance matches among all accounts of a project stay under one in 2^6 for each of them. */
const MARGIN_BITS = 6;

/**
 * The form in which two handles are compared: letter case, dots, underscores, hyphens and accents do not count, nor does
 * the server of a federated account or the common domain of Bluesky.
 * @example foldedHandle('@Giulia.B_88') // 'giuliab88'
 * @example foldedHandle('giulia@mastodon.uno') // 'giulia'
 */
export function foldedHandle(handle: string): string {
  return handle.trim().replace(/^[@＠]/u, '').replace(/@.*$/su, '').replace(/\.bsky\.social$/iu, '').normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '').slice(0, LONGEST_HANDLE);
}

function wordBits(word: string): number {
  let bits = Infinity;
  for (const { words, bits: cost } of COMMON_HANDLE_WORDS) if (cost < bits && words.has(word)) bits = cost;
  return bits;
}

/**
 * How much a folded handle tells of who bears it, in bits: the cheapest way of writing it as common words, years, digits
 * and letters. `marco87` is a first name and two digits, `user123` a generic word and three: many people choose them, and
 * none of them is known by them. The lists are of Italian and English; a common word of another language counts as letters.
 * Source of the idea: Perito, Castelluccia, Kaafar & Manils 2011, How unique and traceable are usernames?, PETS 2011.
 * @example handleBits('marco') // 6.5
 */
export function handleBits(folded: string): number {
  const characters = [...folded];
  const best = new Float64Array(characters.length + 1);
  for (let end = 1; end <= characters.length; end += 1) {
    const last = characters[end - 1] ?? '';
    let bits = (best[end - 1] ?? 0) + (/\p{N}/u.test(last) ? DIGIT_BITS : LETTER_BITS);
    for (let start = Math.max(0, end - LONGEST_WORD); start < end - 1; start += 1) {
      const word = characters.slice(start, end).join('');
      const cost = /^(?:19|20)\d\d$/u.test(word) ? YEAR_BITS : wordBits(word);
      bits = Math.min(bits, (best[start] ?? 0) + cost);
    }
    best[end] = bits;
  }
  return best[characters.length] ?? 0;
}

/** Bits a handle must carry to propose on its own in a project of so many accounts: the more there are, the likelier a chance match. */
export function neededBits(accounts: number): number {
  return Math.max(LEAST_BITS, Math.log2(Math.max(1, accounts)) + MARGIN_BITS);
}
