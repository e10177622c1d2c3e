import { eld } from 'eld/extrasmall';
import type { PreparedText } from './analysis.ts';
import { foldedForm } from './folded-form.ts';
import { READ_LANGUAGES, type ReadLanguage } from './lexicon.ts';

// Wide enough that a text in another language is recognised as such and not forced into Italian or English.
const CANDIDATES = ['it', 'en', 'fr', 'de', 'es', 'pt', 'nl', 'ro', 'sq', 'pl', 'cs', 'hu', 'sv', 'da', 'fi', 'tr', 'hr', 'sl', 'ru', 'uk', 'bg', 'el', 'ar', 'he', 'fa', 'hi', 'bn', 'zh', 'ja', 'ko', 'th', 'vi', 'tl', 'ms'];
const FEWEST_LETTERS = 3;
const LONGEST_PROBE = 240;
const FUNCTION_WORD_WEIGHT = 0.9;
const FEW_WORDS = 2;
const SOURCE_TAG_WEIGHT = 0.3;
// From here function words alone decide and the slower letter statistics are spared.
const CLEAR_WORDS = 5;
const CLEAR_SHARE = 0.4;
const FEWEST_EVIDENCE = 0.45;

/** The evidence that decides a language besides the letters: words by language and the tag of the source. */
interface LanguageIdentifier {
  /** ISO 639-1 code, `unknown` below three letters or without evidence. */
  readonly identify: (prepared: PreparedText, sourceLanguage: string | undefined) => string;
}

const tagLanguage = (tag: string | undefined): string | null => {
  const match = /^([a-z]{2})(?:$|[-_])/iu.exec(tag ?? '');
  return match?.[1]?.toLowerCase() ?? null;
};

/**
 * Tells the language from letter n-grams (eld) added to the share of Italian and English function words, which decides
 * short texts ("quanto costa?"), and a small weight for the source's own tag. Only the first 240 units are looked at.
 */
export function languageIdentifier(functionWords: Readonly<Record<ReadLanguage, ReadonlySet<string>>>, otherWords: ReadonlySet<string>): LanguageIdentifier {
  const detector = eld;
  detector.setLanguageSubset(CANDIDATES);
  const identify = (prepared: PreparedText, sourceLanguage: string | undefined): string => {
    const probe = prepared.clean.slice(0, LONGEST_PROBE).replaceAll(/(\p{L})\1{2,}/gu, '$1');
    const words = probe.match(/\p{L}+/gu) ?? [];
    const letters = words.reduce((sum, word) => sum + word.length, 0);
    const tag = tagLanguage(sourceLanguage);
    if (letters < FEWEST_LETTERS) return 'unknown';
    const forms = words.map(foldedForm);
    const foreign = forms.filter((form) => otherWords.has(form)).length / forms.length;
    const shares = READ_LANGUAGES.map((language) => ({ language, share: forms.filter((form) => functionWords[language].has(form) && !otherWords.has(form)).length / forms.length - foreign }));
    const clear = foreign > 0.1 ? undefined : shares.find(({ share }, index) => forms.length >= CLEAR_WORDS && share >= CLEAR_SHARE && (shares[1 - index]?.share ?? 0) <= share / 3);
    if (clear !== undefined) return clear.language;
    const scores = new Map<string, number>(Object.entries(detector.detect(words.join(' ')).getScores()));
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
  return { identify };
}
