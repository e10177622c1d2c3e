/** A text as it is compared: its content words as stems, in one language. */
export interface WordedText {
  readonly language: string;
  readonly words: readonly string[];
}

/** Texts as numbered words with what each word weighs. */
export interface WordedIndex {
  /** The distinct words of each announcement, ascending. */
  readonly announcements: readonly Int32Array[];
  /** The same of each piece. */
  readonly pieces: readonly Int32Array[];
  /** ln(texts of the language / texts that hold the word). */
  readonly weights: Float64Array;
  /** 1 for words rare enough to speak for a match. */
  readonly rare: Uint8Array;
  /** Language of each word, as a number: words of two languages are never the same. */
  readonly languages: Int32Array;
}

/** A word in more than this share of the texts of its language says nothing of what they have in common. */
export const COMMON_SHARE = 0.05;
/** A word that at most this many texts hold is rare however few texts there are. */
export const ALWAYS_RARE = 5;

/**
 * Numbers the words of announcements and pieces and weighs them by how few texts hold them (inverse document frequency).
 * O(total words). Source: Spärck Jones 1972, Journal of Documentation 28:11-21.
 */
export function wordedIndex(announcements: readonly WordedText[], pieces: readonly WordedText[]): WordedIndex {
  const numbers = new Map<string, number>();
  const held: number[] = [];
  const spoken: number[] = [];
  const languageNumbers = new Map<string, number>();
  const texts: number[] = [];
  const numbered = ({ language, words }: WordedText): Int32Array => {
    let spokenIn = languageNumbers.get(language);
    if (spokenIn === undefined) {
      languageNumbers.set(language, (spokenIn = languageNumbers.size));
      texts.push(0);
    }
    texts[spokenIn] = (texts[spokenIn] ?? 0) + 1;
    const found = new Set<number>();
    for (const word of words) {
      const key = `${language} ${word}`;
      let number = numbers.get(key);
      if (number === undefined) {
        numbers.set(key, (number = numbers.size));
        held.push(0);
        spoken.push(spokenIn);
      }
      found.add(number);
    }
    for (const number of found) held[number] = (held[number] ?? 0) + 1;
    return Int32Array.from(found).sort();
  };
  const [brand, people] = [announcements.map(numbered), pieces.map(numbered)];
  const total = (number: number): number => texts[spoken[number] ?? 0] ?? 1;
  return {
    announcements: brand, pieces: people, languages: Int32Array.from(spoken),
    weights: Float64Array.from(held, (holders, number) => Math.log(total(number) / Math.max(1, holders))),
    rare: Uint8Array.from(held, (holders, number) => Number(holders <= Math.max(ALWAYS_RARE, COMMON_SHARE * total(number)))),
  };
}
