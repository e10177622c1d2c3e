import type { PreparedText } from './analysis.ts';
import { foldedForm } from './folded-form.ts';
import { letterStatistics, type WordLetters } from './letter-statistics.ts';
import type { ReadLanguage } from './lexicon.ts';
import { NO_SLICE, sliceHash, sliceTable, type SliceTable } from './slice-table.ts';

// Wide enough that a text in another language is recognised as such and not forced into Italian or English.
const CANDIDATES = ['it', 'en', 'fr', 'de', 'es', 'pt', 'nl', 'ro', 'sq', 'pl', 'cs', 'hu', 'sv', 'da', 'fi', 'tr', 'hr', 'sl', 'ru', 'uk', 'bg', 'el', 'ar', 'he', 'fa', 'hi', 'bn', 'zh', 'ja', 'ko', 'th', 'vi', 'tl', 'ms'];
const FEWEST_LETTERS = 3;
const LONGEST_PROBE = 240;
const FUNCTION_WORD_WEIGHT = 0.9;
const FEW_WORDS = 2;
const SOURCE_TAG_WEIGHT = 0.3;
// From here function words alone decide and the slower letter statistics are spared.
const CLEAR_WORDS = 5;
const CLEAR_SHARE = 0.34;
/** The same where the source says that it is this language. */
const TAGGED_SHARE = 0.2;
const MOST_REMEMBERED = 50_000;
const ITALIAN = 1;
const ENGLISH = 2;
const OTHER = 4;
const FEWEST_EVIDENCE = 0.45;
const UNKNOWN = 'unknown';

/** What the function words of a text say for a language. */
interface LanguageShare {
  readonly language: ReadLanguage;
  readonly share: number;
}

/** The evidence that decides a language besides the letters: words by language and the tag of the source. */
interface LanguageIdentifier {
  /** ISO 639-1 code, `unknown` below three letters or without evidence. */
  readonly identify: (prepared: PreparedText, sourceLanguage: string | undefined) => string;
  /** Drops what is remembered of words. */
  readonly recycle: () => void;
}

const tagLanguage = (tag: string | undefined): string | null => {
  const match = /^([a-z]{2})(?:$|[-_])/iu.exec(tag ?? '');
  return match?.[1]?.toLowerCase() ?? null;
};

const STRETCHED = /(\p{L})\1{2}/u;
/** Letters among the first characters of Unicode, by code of each. */
const LETTERS = Uint8Array.from({ length: 0x250 }, (_, code) => (/\p{L}/u.test(String.fromCharCode(code)) ? 1 : 0));

/** What is remembered of a written word. Its letters are looked at when a text asks for them. */
interface KnownWord {
  readonly word: string;
  /** A bit for each language that is read, and one for the others. */
  readonly standing: number;
  letters: WordLetters | null | undefined;
}

/** The written words at the beginning of a text, in order. */
interface WrittenWords {
  readonly words: KnownWord[];
  /** How many letters they have together. */
  letters: number;
}

/** Words between what is no letter, where letters stand three times or more or beyond the first characters of Unicode; such are brought to one. */
const wordsByPattern = (clean: string, table: SliceTable<KnownWord>, into: WrittenWords): void => {
  const written = clean.slice(0, LONGEST_PROBE);
  const probe = STRETCHED.test(written) ? written.replaceAll(/(\p{L})\1{2,}/gu, '$1') : written;
  into.words.length = 0;
  into.letters = 0;
  for (const word of probe.match(/\p{L}+/gu) ?? []) {
    into.words.push(table.of(word, 0, word.length));
    into.letters += word.length;
  }
};

/** Fills `into` with the written words at the beginning of a text, letters repeated three times or more brought to one. */
const findWords = (clean: string, table: SliceTable<KnownWord>, into: WrittenWords): void => {
  const { words } = into;
  const end = Math.min(LONGEST_PROBE, clean.length);
  words.length = 0;
  into.letters = 0;
  let start = -1;
  let hash = NO_SLICE;
  let [before, beforeThat] = [-1, -1];
  for (let at = 0; at < end; at += 1) {
    const code = clean.charCodeAt(at);
    if (code < 0x250 && LETTERS[code] === 1) {
      if (code === before && code === beforeThat) {
        wordsByPattern(clean, table, into);
        return;
      }
      if (start < 0) start = at;
      hash = sliceHash(hash, code);
    } else {
      if (code >= 0x250) {
        wordsByPattern(clean, table, into);
        return;
      }
      if (start >= 0) {
        words.push(table.hashed(clean, start, at, hash));
        into.letters += at - start;
        start = -1;
        hash = NO_SLICE;
      }
    }
    beforeThat = before;
    before = code;
  }
  if (start < 0) return;
  words.push(table.hashed(clean, start, end, hash));
  into.letters += end - start;
};

/**
 * Tells the language from letter n-grams (eld) added to the share of Italian and English function words, which decides
 * short texts ("quanto costa?"), and a small weight for the source's own tag. Only the first 240 units are looked at.
 */
export function languageIdentifier(functionWords: Readonly<Record<ReadLanguage, ReadonlySet<string>>>, otherWords: ReadonlySet<string>): LanguageIdentifier {
  let statistics = letterStatistics(CANDIDATES);
  const remembered = sliceTable(MOST_REMEMBERED, (word): KnownWord => {
    const form = foldedForm(word);
    const other = otherWords.has(form);
    const standing = (other ? OTHER : 0) | (!other && functionWords.it.has(form) ? ITALIAN : 0) | (!other && functionWords.en.has(form) ? ENGLISH : 0);
    return { word, standing, letters: undefined };
  });
  /** What the letters of all words say; null where those of one are not known. */
  const lettersOf = (known: readonly KnownWord[]): WordLetters[] | null => {
    const found: WordLetters[] = [];
    for (const entry of known) {
      if (entry.letters === undefined) entry.letters = statistics.lettersOf(entry.word);
      if (entry.letters === null) return null;
      found.push(entry.letters);
    }
    return found;
  };
  /** What function words and the tag of the source add to the score of a language. */
  const raised = (score: number, code: string, shares: readonly LanguageShare[], tag: string | null, tagWeight: number): number => {
    let sum = score;
    for (const { language, share } of shares) if (language === code && share !== 0) sum += FUNCTION_WORD_WEIGHT * share;
    return code === tag ? sum + tagWeight : sum;
  };
  /** The likeliest language; of equals the one whose letters say more, then the one that stands first. What letters say nothing of comes last. */
  const likeliestPlaced = (scores: Float64Array, shares: readonly LanguageShare[], tag: string | null, tagWeight: number): string => {
    const { codes } = statistics;
    let best = UNKNOWN;
    let bestScore = FEWEST_EVIDENCE;
    let bestLetters = 0;
    for (let place = 0; place < codes.length; place += 1) {
      const letters = scores[place] ?? 0;
      if (letters <= 0) continue;
      const code = codes[place] ?? UNKNOWN;
      const score = raised(letters, code, shares, tag, tagWeight);
      if (score < bestScore || (score === bestScore && (best === UNKNOWN || letters <= bestLetters))) continue;
      best = code;
      bestScore = score;
      bestLetters = letters;
    }
    for (const code of [...shares.flatMap(({ language, share }) => (share === 0 ? [] : [language])), ...(tag === null ? [] : [tag])]) {
      if ((scores[codes.indexOf(code)] ?? 0) > 0) continue;
      const score = raised(0, code, shares, tag, tagWeight);
      if (score <= bestScore) continue;
      best = code;
      bestScore = score;
    }
    return best;
  };
  // filled anew for every text
  const written: WrittenWords = { words: [], letters: 0 };
  const identify = (prepared: PreparedText, sourceLanguage: string | undefined): string => {
    findWords(prepared.clean, remembered, written);
    const { words, letters } = written;
    if (letters < FEWEST_LETTERS) return UNKNOWN;
    let [italian, english, other] = [0, 0, 0];
    for (let at = 0; at < words.length; at += 1) {
      const standing = words[at]?.standing ?? 0;
      italian += standing & ITALIAN;
      english += (standing & ENGLISH) >>> 1;
      other += (standing & OTHER) >>> 2;
    }
    const tag = tagLanguage(sourceLanguage);
    const foreign = other / words.length;
    const shares = [{ language: 'it', share: italian / words.length - foreign }, { language: 'en', share: english / words.length - foreign }] as const;
    const clear = foreign > 0.1 || words.length < CLEAR_WORDS ? undefined : shares.find(({ language, share }, index) => share >= (tag === language ? TAGGED_SHARE : CLEAR_SHARE) && (shares[1 - index]?.share ?? 0) <= share / 3);
    if (clear !== undefined) return clear.language;
    const texts = words.map(({ word }) => word);
    const known = lettersOf(words);
    const tagWeight = tag === null ? 0 : (words.length <= FEW_WORDS ? 2 : 1) * SOURCE_TAG_WEIGHT;
    const placed = statistics.placed(texts, known);
    if (placed !== null) return likeliestPlaced(placed, shares, tag, tagWeight);
    const scores = statistics.scores(texts, known);
    for (const { language, share } of shares) {
      if (share !== 0) scores.set(language, (scores.get(language) ?? 0) + FUNCTION_WORD_WEIGHT * share);
    }
    if (tag !== null) scores.set(tag, (scores.get(tag) ?? 0) + tagWeight);
    let best = UNKNOWN;
    let bestScore = FEWEST_EVIDENCE;
    for (const [language, score] of scores) {
      if (score > bestScore) {
        best = language;
        bestScore = score;
      }
    }
    return best;
  };
  return {
    identify,
    recycle: () => {
      statistics = letterStatistics(CANDIDATES);
      remembered.clear();
    },
  };
}
