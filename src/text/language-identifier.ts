import type { PreparedText } from './analysis.ts';
import { foldedForm } from './folded-form.ts';
import { letterStatistics, type WordLetters } from './letter-statistics.ts';
import type { ReadLanguage } from './lexicon.ts';
import { sliceTable } from './slice-table.ts';

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

/** Visits the written words at the beginning of a text, letters repeated three times or more brought to one. */
const visitWords = (clean: string, visit: (text: string, from: number, to: number) => void): void => {
  const end = Math.min(LONGEST_PROBE, clean.length);
  let plain = 0;
  for (; plain < end; plain += 1) {
    const code = clean.charCodeAt(plain);
    if (code >= 0x250 || (plain > 1 && code === clean.charCodeAt(plain - 1) && code === clean.charCodeAt(plain - 2) && LETTERS[code] === 1)) break;
  }
  if (plain < end) {
    const written = clean.slice(0, LONGEST_PROBE);
    const probe = STRETCHED.test(written) ? written.replaceAll(/(\p{L})\1{2,}/gu, '$1') : written;
    for (const word of probe.match(/\p{L}+/gu) ?? []) visit(word, 0, word.length);
    return;
  }
  let start = -1;
  for (let at = 0; at <= end; at += 1) {
    if (at < end && LETTERS[clean.charCodeAt(at)] === 1) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      visit(clean, start, at);
      start = -1;
    }
  }
};

/** What is remembered of a written word. Its letters are looked at when a text asks for them. */
interface KnownWord {
  readonly word: string;
  /** A bit for each language that is read, and one for the others. */
  readonly standing: number;
  letters: WordLetters | null | undefined;
}

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
  const identify = (prepared: PreparedText, sourceLanguage: string | undefined): string => {
    const words: KnownWord[] = [];
    let [letters, italian, english, other] = [0, 0, 0, 0];
    visitWords(prepared.clean, (text, from, to) => {
      const entry = remembered.of(text, from, to);
      const { standing } = entry;
      words.push(entry);
      letters += to - from;
      if ((standing & ITALIAN) !== 0) italian += 1;
      if ((standing & ENGLISH) !== 0) english += 1;
      if ((standing & OTHER) !== 0) other += 1;
    });
  const tag = tagLanguage(sourceLanguage);
    if (letters < FEWEST_LETTERS) return 'unknown';
    const foreign = other / words.length;
    const shares = [{ language: 'it', share: italian / words.length - foreign }, { language: 'en', share: english / words.length - foreign }] as const;
    const clear = foreign > 0.1 || words.length < CLEAR_WORDS ? undefined : shares.find(({ language, share }, index) => share >= (tag === language ? TAGGED_SHARE : CLEAR_SHARE) && (shares[1 - index]?.share ?? 0) <= share / 3);
    if (clear !== undefined) return clear.language;
    const scores = statistics.scores(words.map(({ word }) => word), lettersOf(words));
    for (const { language, share } of shares) {
      if (share !== 0) scores.set(language, (scores.get(language) ?? 0) + FUNCTION_WORD_WEIGHT * share);
    }
    if (tag !== null) scores.set(tag, (scores.get(tag) ?? 0) + (words.length <= FEW_WORDS ? 2 : 1) * SOURCE_TAG_WEIGHT);
    let best = 'unknown';
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
