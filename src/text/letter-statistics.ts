import { eld } from 'eld/extrasmall';

/** What the letters of a word say: where its n-grams stand, by number, and its row of sums of their scores, one a language. */
export interface WordLetters {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/** Scores of languages by the letters of words, as eld gives them. */
export interface LetterStatistics {
  /** What the letters of a word say, the same object in capitals and small letters; null where only eld itself can tell. */
  readonly lettersOf: (word: string) => WordLetters | null;
  /**
   * Scores by language, 0 to 1, best first, of words that stand between blanks. `letters` are those of the words, in
   * their order; without them, or where two words share an n-gram, eld reads the words itself.
   */
  readonly scores: (words: readonly string[], letters: readonly WordLetters[] | null) => Map<string, number>;
}

const STRIDE = 3;
const GRAM = 4;
const LONGEST_WORD = 70;
const LAST_LATIN = 0x24f;
/** eld stops after so many bytes. */
const MOST_BYTES = 350;
/** How eld brings the mean score of an n-gram to the range from 0 to 1. */
const SCALE = 25;
const MOST_GRAMS = 200_000;
const MOST_REMEMBERED = 60_000;

/** A word as bytes, one character each, as eld divides it; null outside of Latin letters. */
const bytesOf = (word: string): string | null => {
  const lower = word.toLowerCase();
  if (lower.length !== word.length || lower.length > LONGEST_WORD) return null;
  let bytes = '';
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    if (code > LAST_LATIN) return null;
    bytes += code < 0x80 ? lower.charAt(at) : String.fromCharCode(0x100 | 0xc0 | (code >> 6), 0x100 | 0x80 | (code & 0x3f));
  }
  return bytes.length > LONGEST_WORD ? null : bytes;
};

const gramsOf = (bytes: string): Set<string> => {
  const grams = new Set<string>();
  let from = 0;
  for (; from + GRAM < bytes.length; from += STRIDE) grams.add(`${from === 0 ? ' ' : ''}${bytes.slice(from, from + GRAM)}`);
  grams.add(`${from === 0 ? ' ' : ''}${bytes.slice(bytes.length === STRIDE ? 0 : Math.max(0, bytes.length - GRAM))} `);
  return grams;
};

/**
 * Language scores of eld, word by word: a text's n-grams are those of its words, each counted once, and their scores add
 * up, so that the sums of words that share no n-gram are the sums of the text. The scores are eld's to the last bit. Keeps
 * some 60,000 words; those beyond are left to eld, so that memory is bounded: make new statistics now and then.
 * @param candidates Languages, ISO 639-1.
 */
export function letterStatistics(candidates: readonly string[]): LetterStatistics {
  eld.setLanguageSubset([...candidates]);
  const codes = Object.entries(eld.info().Languages as Readonly<Record<string, string>>).sort(([one], [other]) => Number(one) - Number(other)).map(([, code]) => code).filter((code) => candidates.includes(code));
  const places = new Map(codes.map((code, place) => [code, place]));
  const numbers = new Map<string, number>();
  const remembered = new Map<string, WordLetters>();
  let seen = new Int32Array(1 << 14);
  let turn = 0;
  const sums = new Float64Array(codes.length);
  const rows = new Uint16Array(MOST_REMEMBERED * codes.length);
  let grams = new Int32Array(1 << 14);
  let gramEnd = 0;

  const numberOf = (gram: string): number => {
    let number = numbers.get(gram);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(gram, number);
      if (number >= seen.length) {
        const wider = new Int32Array(2 * seen.length);
        wider.set(seen);
        seen = wider;
      }
    }
    return number;
  };
  const add = (number: number): void => {
    if (gramEnd === grams.length) {
      const wider = new Int32Array(2 * grams.length);
      wider.set(grams);
      grams = wider;
    }
    grams[gramEnd] = number;
    gramEnd += 1;
  };
  const added = (letters: readonly WordLetters[]): number => {
    turn += 1;
    sums.fill(0);
    let count = 0;
    for (const { from, to, row } of letters) {
      for (let at = from; at < to; at += 1) {
        const gram = grams[at] ?? 0;
        if (seen[gram] === turn) return 0;
        seen[gram] = turn;
      }
      count += to - from;
      const base = row * sums.length;
      for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (rows[base + at] ?? 0);
    }
    return count;
  };
  return {
    lettersOf: (word) => {
      const bytes = bytesOf(word);
      if (bytes === null) return null;
      const known = remembered.get(bytes);
      if (known !== undefined) return known;
      if (numbers.size >= MOST_GRAMS || remembered.size >= MOST_REMEMBERED) return null;
      const found = gramsOf(bytes);
      const row = remembered.size;
      for (const [code, score] of Object.entries(eld.detect(word).getScores())) rows[row * codes.length + (places.get(code) ?? 0)] = Math.round(((SCALE * score) / (1 - score)) * found.size);
      const from = gramEnd;
      for (const gram of found) add(numberOf(gram));
      const made = { from, to: gramEnd, row };
      remembered.set(bytes, made);
      return made;
    },
    scores: (words, letters) => {
      const distinct = letters === null ? [] : [...new Set(letters)];
      const count = letters === null ? 0 : added(distinct);
      if (count === 0 || words.reduce((units, word) => units + 2 * word.length + 1, 0) > MOST_BYTES) return new Map(Object.entries(eld.detect(words.join(' ')).getScores()));
      const found: [string, number][] = [];
      codes.forEach((code, place) => {
        const mean = (sums[place] ?? 0) / count;
        if (mean > 0) found.push([code, mean / (mean + SCALE)]);
      });
      return new Map(found.sort(([, one], [, other]) => other - one));
    },
  };
}
