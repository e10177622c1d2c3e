import { eld } from 'eld/extrasmall';

/** What the letters of a word say: its n-grams by number, each once. */
export type WordLetters = readonly number[];

/** Scores of languages by the letters of words, as eld gives them. */
export interface LetterStatistics {
  /** What the letters of a word say; null where only eld itself can tell. */
  readonly lettersOf: (word: string) => WordLetters | null;
  /**
   * Scores by language, 0 to 1, best first, of words that stand between blanks. `letters` are those of the words, in
   * their order; without them eld reads the words itself.
   */
  readonly scores: (words: readonly string[], letters: readonly WordLetters[] | null) => Map<string, number>;
  /** Languages by place, as {@link LetterStatistics.placed} gives their scores. */
  readonly codes: readonly string[];
  /**
   * The same scores by place, 0 where a language has none, without a map being made; null where only eld itself can tell.
   * The array is overwritten by the next call.
   */
  readonly placed: (words: readonly string[], letters: readonly WordLetters[] | null) => Float64Array | null;
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
const FIRST_GRAMS = 1 << 13;

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

/** Whether words of Latin letters, with a blank after each, are few enough bytes for eld to look at them all. */
const isWithinBytes = (words: readonly string[]): boolean => {
  let bytes = 0;
  for (const word of words) {
    bytes += word.length + 1;
    for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) >= 0x80) bytes += 1;
  }
  return bytes <= MOST_BYTES;
};

/** An n-gram of a word: its bytes, with a blank where the word begins or ends, and where they begin in the word. */
type VisitGram = (gram: string, from: number) => void;

const visitGrams = (bytes: string, visit: VisitGram): void => {
  let from = 0;
  for (; from + GRAM < bytes.length; from += STRIDE) visit(`${from === 0 ? ' ' : ''}${bytes.slice(from, from + GRAM)}`, from);
  const last = bytes.length === STRIDE ? 0 : Math.max(0, bytes.length - GRAM);
  visit(`${from === 0 ? ' ' : ''}${bytes.slice(last)} `, last);
};

// Letters of Vai and of N'Ko, three bytes and two, small and capital alike: eld knows no language that is written in them.
const THREE_BYTES = '\ua500';
const TWO_BYTES = '\u07ca';
const SINGLE = 0x100;
const isContinuation = (byte: string): boolean => byte !== '' && (byte.charCodeAt(0) & 0x1c0) === (SINGLE | 0x80);

/** The letters that bytes stand for. */
const lettersIn = (bytes: string): string => bytes.replaceAll(/([\u01c0-\u01df])([\u0180-\u01bf])/gu, (_, lead: string, rest: string) => String.fromCharCode(((lead.charCodeAt(0) & 0x1f) << 6) | (rest.charCodeAt(0) & 0x3f)));

/** A made-up word in which an n-gram of `bytes` is the only one that eld can know, and how many n-grams eld divides it into. */
const probeOf = (bytes: string, gram: string, from: number): { readonly word: string; readonly grams: number } => {
  const [begins, ends] = [gram.startsWith(' '), gram.endsWith(' ')];
  if (begins && ends) return { word: lettersIn(bytes), grams: 1 };
  const core = gram.trim();
  // a letter of two bytes is not torn
  const before = isContinuation(core.charAt(0)) ? bytes.charAt(from - 1) : '';
  const after = ends ? '' : bytes.charAt(from + GRAM);
  const rest = isContinuation(after) ? after : '';
  const padding = begins ? '' : before === '' ? THREE_BYTES : TWO_BYTES;
  const length = (begins ? 0 : STRIDE) + GRAM + rest.length + (ends ? 0 : STRIDE);
  return { word: `${padding}${lettersIn(before + core + rest)}${ends ? '' : THREE_BYTES}`, grams: Math.ceil((length - GRAM) / STRIDE) + 1 };
};

/**
 * Language scores of eld, n-gram by n-gram: the score of a text is the sum of those of its n-grams, each counted once, so
 * that what an n-gram scores has to be asked of eld but once, by a word made up around it. The scores are eld's to the last
 * bit. Keeps at most {@link MOST_GRAMS} n-grams, 14 MB; words with others are left to eld: make new statistics now and then.
 * @param candidates Languages, ISO 639-1.
 */
export function letterStatistics(candidates: readonly string[]): LetterStatistics {
  eld.setLanguageSubset([...candidates]);
  const codes = Object.entries(eld.info().Languages as Readonly<Record<string, string>>).sort(([one], [other]) => Number(one) - Number(other)).map(([, code]) => code).filter((code) => candidates.includes(code));
  const places = new Map(codes.map((code, place) => [code, place]));
  const numbers = new Map<string, number>();
  let seen = new Int32Array(FIRST_GRAMS);
  let turn = 0;
  const sums = new Float64Array(codes.length);
  let rows = new Uint16Array(FIRST_GRAMS * codes.length);

  const widen = (): void => {
    const [longer, wider] = [new Int32Array(2 * seen.length), new Uint16Array(2 * rows.length)];
    longer.set(seen);
    wider.set(rows);
    [seen, rows] = [longer, wider];
  };
  const numberOf = (bytes: string, gram: string, from: number): number => {
    const known = numbers.get(gram);
    if (known !== undefined) return known;
    const number = numbers.size;
    if (number >= seen.length) widen();
    const probe = probeOf(bytes, gram, from);
    for (const [code, score] of Object.entries(eld.detect(probe.word).getScores())) rows[number * codes.length + (places.get(code) ?? 0)] = Math.round(((SCALE * score) / (1 - score)) * probe.grams);
    numbers.set(gram, number);
    return number;
  };
  /** Adds up the rows of all n-grams, each once; how many they are. */
  const added = (letters: readonly WordLetters[]): number => {
    const width = codes.length;
    turn += 1;
    sums.fill(0);
    let count = 0;
    for (const grams of letters) {
      for (const gram of grams) {
        if (seen[gram] === turn) continue;
        seen[gram] = turn;
        count += 1;
        const base = gram * width;
        for (let at = 0; at < width; at += 1) sums[at] = (sums[at] ?? 0) + (rows[base + at] ?? 0);
      }
    }
    return count;
  };
  const placed = (words: readonly string[], letters: readonly WordLetters[] | null): Float64Array | null => {
    const count = letters === null ? 0 : added(letters);
    if (count === 0 || !isWithinBytes(words)) return null;
    for (let place = 0; place < sums.length; place += 1) {
      const mean = (sums[place] ?? 0) / count;
      sums[place] = mean > 0 ? mean / (mean + SCALE) : 0;
    }
    return sums;
  };
  return {
    lettersOf: (word) => {
      const bytes = bytesOf(word);
      if (bytes === null || numbers.size + bytes.length > MOST_GRAMS) return null;
      const found: number[] = [];
      visitGrams(bytes, (gram, from) => {
        const number = numberOf(bytes, gram, from);
        if (!found.includes(number)) found.push(number);
      });
      return found;
    },
    codes,
    placed,
    scores: (words, letters) => {
      const known = placed(words, letters);
      if (known === null) return new Map(Object.entries(eld.detect(words.join(' ')).getScores()));
      const found = codes.flatMap((code, place): [string, number][] => ((known[place] ?? 0) > 0 ? [[code, known[place] ?? 0]] : []));
      return new Map(found.sort(([, one], [, other]) => other - one));
    },
  };
}
