import englishTerms from '../../resources/lexicons/en/terms.json' with { type: 'json' };
import italianTerms from '../../resources/lexicons/it/terms.json' with { type: 'json' };
import { foldedForm } from './folded-form.ts';
import type { ReadLanguage } from './lexicon.ts';

/** What a question asks for. `whether` is a question without a question word: yes or no. */
export const QUESTION_CLASSES = ['time', 'place', 'amount', 'how', 'why', 'who', 'which', 'whether'] as const;
/** One of {@link QUESTION_CLASSES}. */
export type QuestionClass = (typeof QUESTION_CLASSES)[number];

/** Words of one language that shape its terms, in folded form. */
export interface TermLexicon {
  /** Words that say nothing about a topic: articles, pronouns, auxiliaries, adverbs of degree, interjections. */
  readonly stopWords: ReadonlySet<string>;
  /** Words that surround a question without being what is asked: greetings, "vorrei sapere", "can anyone tell me". */
  readonly frameWords: ReadonlySet<string>;
  /** Words that may stand between the two words of one term: "carta di credito", "proof of purchase". */
  readonly linkingWords: ReadonlySet<string>;
  /** Question words, one or several in a row, by class; longer ones first. */
  readonly questionWords: readonly { readonly words: readonly string[]; readonly asks: QuestionClass }[];
}

interface TermFile {
  readonly 'stop-words': readonly string[];
  readonly 'frame-words': readonly string[];
  readonly 'linking-words': readonly string[];
  readonly 'question-words': Readonly<Record<string, readonly string[]>>;
}

function lexiconFrom(file: TermFile, name: string): TermLexicon {
  const folded = (words: readonly string[]): Set<string> => new Set(words.flatMap((word) => word.replaceAll('’', "'").split("'")).filter((word) => word !== '').map(foldedForm));
  const questions = Object.entries(file['question-words']).flatMap(([code, phrases]) => {
    const asks = QUESTION_CLASSES.find((known) => known === code);
    if (asks === undefined) throw new TypeError(`invalid lexicon: ${name} terms, question class ${code}`);
    return phrases.map((phrase) => ({ words: phrase.split(' ').map((word) => foldedForm(word.replaceAll("'", ''))), asks }));
  });
  return {
    stopWords: folded(file['stop-words']),
    frameWords: folded(file['frame-words']),
    linkingWords: folded(file['linking-words']),
    questionWords: questions.sort((first, second) => second.words.length - first.words.length),
  };
}

const LEXICONS: Readonly<Record<ReadLanguage, TermLexicon>> = { it: lexiconFrom(italianTerms, 'it'), en: lexiconFrom(englishTerms, 'en') };

/** The words that shape terms in a language. Throws TypeError `invalid lexicon: ...` when the program starts with a damaged file. */
export function termLexicon(language: ReadLanguage): TermLexicon {
  return LEXICONS[language];
}
