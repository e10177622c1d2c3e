import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as italianStem } from '@orama/stemmers/italian';
import { ACTS, INTENTS, type Act, type Intent } from '../../../src/domain/model/codes.ts';
import type { Analysis, Token } from '../../../src/text/analysis.ts';
import { foldedForm } from '../../../src/text/folded-form.ts';
import { lexiconOf, READ_LANGUAGES, type ReadLanguage, type ThemeLines } from '../../../src/text/lexicon.ts';
import { phraseMatcher, type PhraseMatcher } from '../../../src/text/phrase-matcher.ts';
import { phrasePatterns } from '../../../src/text/phrase-pattern.ts';
import type { Answer } from './task.ts';

/** What a mere count of words says of a text: the score that any reading has to beat. */
export interface PlainLexicon {
  /** More positive or more negative words; neutral at a tie. */
  readonly sentiment: (text: string) => Answer;
  /** How many positive and how many negative words. */
  readonly polarity: (text: string) => { readonly positive: number; readonly negative: number };
  /** The intent with most phrases, in the fixed order of codes at a tie; `other` without any. */
  readonly intent: (text: string) => Answer;
  /** How many phrases of an intent. */
  readonly count: (text: string, intent: Intent) => number;
  /** The act with most phrases; `answer` without any. */
  readonly act: (text: string) => Answer;
  readonly promises: (text: string) => boolean;
  readonly namesTime: (text: string) => boolean;
  readonly suggests: (text: string) => boolean;
}

/** Lighter entries of the polarity lists are hints for rules ("but", "only"), no polarity words. */
const LEAST_POLARITY_WEIGHT = 2;

const INTENT_THEMES: Readonly<Record<Exclude<Intent, 'other'>, readonly string[]>> = {
  information: ['information'], trouble: ['trouble'], idea: ['idea'], purchase: ['purchase'], praise: ['praise'],
  recommendation: ['recommend', 'avoid'], help: ['help'], decision: ['decision'], contest: ['contest'],
};
const ACT_THEMES: readonly Act[] = ['answer', 'care', 'ask', 'acknowledge', 'deflect', 'promotion', 'content', 'personal'];

// Ways to commit that need nothing beside them.
const COMMITTING = ['commitment', 'vow', 'future', 'present-own'];

const SUGGESTION_WORDS: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /\b(?:should|suggest|suggestion|recommend|please add|would be (?:nice|great|good|better|helpful)|needs? to|could you|wish|allow|why not|make sure|be sure)\b/iu,
  it: /(?<!\p{L})(?:dovreste|dovrebbero|bisognerebbe|suggerisco|consiglio|propongo|sarebbe (?:bello|meglio|utile)|potreste|vorrei che|aggiungete|perché non|mettete)(?!\p{L})/iu,
};

const WORDS: Readonly<Record<ReadLanguage, RegExp>> = {
  en: /\p{L}[\p{L}\p{N}]*(?:'\p{L}+)?|\p{N}+|[^\s\p{L}\p{N}]/gu,
  it: /\p{L}[\p{L}\p{N}]*|\p{N}+|[^\s\p{L}\p{N}]/gu,
};

const STEMS: Readonly<Record<ReadLanguage, (word: string) => string>> = { en: englishStem, it: italianStem };

/** Words as they stand, one sentence, nothing negated: no rule of the reader takes part. */
function plainTokens(text: string, language: ReadLanguage): Analysis {
  const tokens = [...text.replaceAll('’', "'").matchAll(WORDS[language])].map(([word], at): Token => {
    const form = foldedForm(word);
    return { form, stem: STEMS[language](form), kind: /^\p{L}/u.test(word) ? 'word' : 'punctuation', negated: false, elongated: false, partOfSpeech: null, start: at, end: at + 1 };
  });
  return { tokens, sentences: [{ first: 0, end: tokens.length, question: false }], polarity: 0 };
}

function matcherOf(themes: ThemeLines, names: readonly string[], language: ReadLanguage, leastWeight: number): PhraseMatcher {
  const patterns = names.flatMap((theme) => (themes.get(theme) ?? [])
    .filter(({ weight }) => weight >= leastWeight)
    .flatMap(({ weight, lines }) => lines.flatMap((line) => phrasePatterns(theme, weight, line.replaceAll(/\/[A-Z]+(?= |$)/g, ''), STEMS[language], new Set()))));
  return phraseMatcher(patterns);
}

function largest<Code extends string>(codes: readonly Code[], counts: readonly number[], none: Code): Answer {
  const most = Math.max(0, ...counts);
  return { code: most === 0 ? none : codes[counts.indexOf(most)] ?? none, probability: most };
}

/** Builds the word counts of a language from the lists of resources/lexicons, without the rules that weigh them. */
export function plainLexicon(language: ReadLanguage): PlainLexicon {
  const lexicon = lexiconOf(language);
  const inbound = matcherOf(lexicon.inbound, Object.values(INTENT_THEMES).flat(), language, 0);
  const polar = matcherOf(lexicon.inbound, ['positive', 'negative'], language, LEAST_POLARITY_WEIGHT);
  const outbound = matcherOf(lexicon.outbound, ACT_THEMES, language, 0);
  const promise = matcherOf(lexicon.promises.themes, COMMITTING, language, 0);
  const due = matcherOf(lexicon.promises.themes, [...lexicon.promises.themes.keys()].filter((theme) => theme.startsWith('due:')), language, 0);
  const counted = (matcher: PhraseMatcher, text: string, themes: readonly string[]): number => matcher.hits(plainTokens(text, language)).filter(({ theme }) => themes.includes(theme)).length;
  const intents = INTENTS.filter((intent): intent is Exclude<Intent, 'other'> => intent !== 'other');
  const polarity = (text: string): { positive: number; negative: number } => {
    const hits = polar.hits(plainTokens(text, language));
    return { positive: hits.filter(({ theme }) => theme === 'positive').length, negative: hits.filter(({ theme }) => theme === 'negative').length };
  };
  return {
    polarity,
    sentiment: (text) => {
      const { positive, negative } = polarity(text);
      if (positive === negative) return { code: 'neutral', probability: 0 };
      return positive > negative ? { code: 'positive', probability: positive } : { code: 'negative', probability: negative };
    },
    intent: (text) => {
      const hits = inbound.hits(plainTokens(text, language));
      return largest<Intent>(intents, intents.map((intent) => hits.filter(({ theme }) => INTENT_THEMES[intent].includes(theme)).length), 'other');
    },
    count: (text, intent) => (intent === 'other' ? 0 : counted(inbound, text, INTENT_THEMES[intent])),
    act: (text) => {
      const hits = outbound.hits(plainTokens(text, language));
      const acts = ACTS.filter((act) => ACT_THEMES.includes(act));
      return largest<Act>(acts, acts.map((act) => hits.filter(({ theme }) => theme === act).length), 'answer');
    },
    promises: (text) => counted(promise, text, COMMITTING) > 0,
    namesTime: (text) => due.hits(plainTokens(text, language)).length > 0,
    suggests: (text) => SUGGESTION_WORDS[language].test(text),
  };
}

/** The language whose function words are more; `unknown` at a tie. */
export function plainLanguage(): (text: string) => Answer {
  const words = READ_LANGUAGES.map((language) => ({ language, known: lexiconOf(language).functionWords }));
  return (text) => {
    const forms = [...text.matchAll(WORDS.it)].map(([word]) => foldedForm(word));
    const counts = words.map(({ language, known }) => ({ language, count: forms.filter((form) => known.has(form)).length }));
    const most = Math.max(...counts.map(({ count }) => count));
    const best = counts.filter(({ count }) => count === most);
    return { code: most > 0 && best.length === 1 ? best[0]?.language ?? 'unknown' : 'unknown', probability: most };
  };
}
