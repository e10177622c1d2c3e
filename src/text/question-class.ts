import { foldedForm } from './folded-form.ts';
import type { ReadLanguage } from './lexicon.ts';
import { scannableText, scanWords } from './scanned-words.ts';
import { termLexicon, type QuestionClass } from './term-lexicon.ts';

/** Words that join clauses far more often than they ask, unless they stand near the beginning. */
const WEAK_CLASS: QuestionClass = 'which';
const FIRST_WORDS = 3;

/** Sentences that a question mark closes, in a text made ready for scanning; each without the marks before it. */
function questionsIn(scanned: string): string[] {
  if (!scanned.includes('?')) return [];
  const questions: string[] = [];
  let start = 0;
  for (const { index, 0: mark } of scanned.matchAll(/[.!?\n]/gu)) {
    if (mark === '?' && index > start) questions.push(scanned.slice(start, index + 1));
    start = index + 1;
  }
  return questions;
}

/**
 * The sentences of a text that ask, in lower case; the whole text where none ends with a question mark.
 * @example askedPart('Complimenti! Quando riaprite?') // ' quando riaprite?'
 */
export function askedPart(text: string): string {
  const scanned = scannableText(text);
  const questions = questionsIn(scanned);
  return questions.length > 0 ? questions.join('') : scanned;
}

/**
 * What a text asks for, by its first question words ("a che ora", "how much"); `whether` when it has none and a question
 * mark closes it; null when nothing is asked in so many words. Where no question mark stands, question words count only
 * at the beginning, greetings aside: "quando" and "how" also begin plain clauses.
 * @example questionClass('Ciao, a che ora aprite domani?', 'it') // 'time'
 */
export function questionClass(text: string, language: ReadLanguage): QuestionClass | null {
  const { questionWords, frameWords } = termLexicon(language);
  const scanned = scannableText(text);
  const questions = questionsIn(scanned);
  const marked = questions.length > 0;
  for (const sentence of marked ? questions : [scanned]) {
    const words: string[] = [];
    scanWords(sentence, ({ form }) => {
      const folded = foldedForm(form);
      if (marked || words.length > 0 || !frameWords.has(folded)) words.push(folded);
    });
    for (let first = 0; first < (marked ? words.length : 1); first += 1) {
      const found = questionWords.find(({ words: wanted }) => wanted.every((word, place) => words[first + place] === word));
      if (found === undefined || (found.asks === WEAK_CLASS && found.words.length === 1 && first >= FIRST_WORDS)) continue;
      return found.asks;
    }
  }
  return marked ? 'whether' : null;
}
