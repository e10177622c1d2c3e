import { ACTS, INTENTS, SENTIMENTS, type Act, type Intent, type Sentiment, type TextKind } from '../domain/model/codes.ts';
import type { ReadableText, Reading } from '../domain/model/reading.ts';
import type { PreparedText } from './analysis.ts';
import { evidenceSpans } from './evidence-spans.ts';
import { languageIdentifier } from './language-identifier.ts';
import { languageReader } from './language-reader.ts';
import { emojiPolarities, lexiconOf, otherLanguageWords, READ_LANGUAGES, type ReadLanguage } from './lexicon.ts';
import type { LayerShift } from './model/model-reader.ts';
import { MODEL_VERSION } from './model/model-files.ts';
import { preparedText, textKind } from './prepared-text.ts';
import { textReader, type OwnRules, type ReadText, type TextReader } from './text-reader.ts';

/** Version of rules and lexicons, then of the models; stored with every reading. */
export const READER_VERSION = `2.1.0+${MODEL_VERSION}`;

/** Messages after which the analysers are renewed: wink-nlp keeps every token it has seen. */
const RECYCLE_AFTER_MESSAGES = 200_000;
const DOUBTED = 0.5;

const ECONOMIC_TIE_TAGS: ReadonlySet<string> = new Set([
  'adv', 'ad', 'ads', 'gifted', 'gifting', 'supplied', 'suppliedby', 'sponsored', 'sponsor', 'sponsorizzato', 'paidpartnership', 'partnership', 'giftedby', 'giftedbybrand', 'advertising', 'ambassador', 'brandambassador', 'affiliate', 'affiliated', 'pubblicita', 'pubblicità', 'collaborazione', 'collab', 'collaboration', 'omaggio', 'prgift', 'pr', 'prodottofornitoda', 'inviatoda',
]);

/** How a project reads: every part may be left out. */
export interface ReaderOptions {
  /** Messages after which token caches are dropped. */
  readonly recycleAfter?: number;
  /** A text whose likeliest label is less likely than this gets none: the reader abstains. 0 (never) unless given. */
  readonly abstainBelow?: number;
  /** The project's own rules, laid over what the reader finds. */
  readonly rules?: OwnRules;
  /** What the project's corrections taught, by language and direction. */
  readonly layer?: (language: ReadLanguage, direction: 'inbound' | 'outbound') => LayerShift | undefined;
}

/** Reads texts: language, intents or acts, sentiment, promises, with the words that each label rests on. */
export interface Reader {
  /** Reads one text. Never throws on text, whatever it holds; only its first 8,000 UTF-16 units are read. */
  readonly read: (text: ReadableText) => Reading;
  /** Reads many texts, in their order. */
  readonly readMany: (texts: readonly ReadableText[]) => Reading[];
  /** One text with everything behind its labels; null when it is in no language that is read, or holds no text. */
  readonly explain: (text: ReadableText) => ReadText | null;
}

const unread = (id: string, language: string, kind: TextKind, tie: boolean): Reading => ({
  id, language, textKind: kind, sentiment: null, sentiments: null, intent: null, intents: null, act: null, acts: null,
  labels: [], spans: [], promises: [], recommendationSign: null, economicTie: tie, thanks: false, doubt: false, abstained: false, surest: null, contact: false, tone: null,
});

/** The likeliest code; of equals the one that stands first. */
const likeliest = <Code extends string>(codes: readonly Code[], probabilities: Readonly<Record<Code, number>>): Code | null => {
  let best: Code | null = null;
  for (const code of codes) if (best === null || probabilities[code] > probabilities[best]) best = code;
  return best;
};

/** The codes that pass, likeliest first. */
const passing = <Code extends Intent | Act>(codes: readonly Code[], probabilities: Readonly<Record<Code, number>>, isOn: ReadText['isOn']): Code[] =>
  codes.filter((code) => isOn(code, probabilities[code])).sort((a, b) => probabilities[b] - probabilities[a]);

const isReadLanguage = (language: string): language is ReadLanguage => READ_LANGUAGES.some((known) => known === language);

/** The labels that are on: the likeliest first; the likeliest is always the primary one, and `other` stands alone. */
const labelsOf = (found: ReadText): (Intent | Act)[] => {
  if (found.intents !== null) {
    const on = passing<Intent>(INTENTS, found.intents, found.isOn);
    return on[0] === 'other' ? ['other'] : on.filter((code) => code !== 'other');
  }
  return found.acts === null ? [] : passing<Act>(ACTS, found.acts, found.isOn);
};

const readingOf = (text: ReadableText, found: ReadText, language: ReadLanguage, tagged: boolean, abstainBelow: number): Reading => {
  const { intents, acts, sentiments, promises } = found;
  const primaryIntent = intents === null ? null : likeliest<Intent>(INTENTS, intents);
  const primaryAct = acts === null ? null : likeliest<Act>(ACTS, acts);
  const surest = intents !== null && primaryIntent !== null ? intents[primaryIntent] : acts !== null && primaryAct !== null ? acts[primaryAct] : 1;
  const tie = tagged || found.evidence.theme('economic-tie') > 0;
  const common = { id: text.id, language, textKind: 'text' as const, promises, economicTie: tie, thanks: found.thanks, doubt: found.irony >= DOUBTED, contact: found.contact };
  if (surest < abstainBelow) {
    return { ...unread(text.id, language, 'text', tie), ...common, abstained: true, surest };
  }
  const sentiment = likeliest<Sentiment>(SENTIMENTS, sentiments) ?? 'neutral';
  const labels = labelsOf(found);
  const promiseSpans = labels.includes('promise') ? promises.map(({ start, end }) => ({ code: 'promise' as const, start, end })) : [];
  const explained = labels.filter((label) => label !== 'promise');
  return {
    ...common, sentiment, sentiments, intent: primaryIntent, intents, act: primaryAct, acts, labels,
    spans: [...evidenceSpans(sentiment === 'neutral' ? explained : [...explained, sentiment], found), ...promiseSpans],
    recommendationSign: labels.includes('recommendation') ? found.recommendationSign : null,
    abstained: false, surest, tone: found.tone,
  };
};

/**
 * Builds a reader. Lexicons, models and analysers of a language load with its first text. Short texts in other languages
 * are recognised and left unread; emoji-only and tag-only texts are kinds of their own, without labels.
 */
export function createReader(options: ReaderOptions = {}): Reader {
  const recycleAfter = options.recycleAfter ?? RECYCLE_AFTER_MESSAGES;
  const lexicons = { it: lexiconOf('it'), en: lexiconOf('en') };
  const emoji = emojiPolarities();
  const identifier = languageIdentifier({ it: lexicons.it.functionWords, en: lexicons.en.functionWords }, otherLanguageWords());
  const readers = new Map<ReadLanguage, TextReader>();
  let sinceRecycled = 0;
  const readerOf = (language: ReadLanguage): TextReader => {
    const existing = readers.get(language);
    if (existing !== undefined) return existing;
    const created = textReader(language, languageReader(language, lexicons[language], emoji), {
      ...(options.rules === undefined ? {} : { rules: options.rules }), ...(options.layer === undefined ? {} : { layer: (direction) => options.layer?.(language, direction) }),
    });
    readers.set(language, created);
    return created;
  };
  const languageOf = (text: ReadableText, prepared: PreparedText): string => identifier.identify(prepared, text.sourceLanguage);
  const readOne = (text: ReadableText): Reading => {
    sinceRecycled += 1;
    if (sinceRecycled > recycleAfter) {
      sinceRecycled = 1;
      identifier.recycle();
      for (const reader of readers.values()) reader.recycle();
    }
    const prepared = preparedText(text.text);
    const kind = textKind(prepared);
    const tagged = prepared.hashtags.some((tag) => ECONOMIC_TIE_TAGS.has(tag));
    if (kind !== 'text') return unread(text.id, 'unknown', kind, tagged);
    const language = languageOf(text, prepared);
    if (!isReadLanguage(language)) return unread(text.id, language, kind, tagged);
    return readingOf(text, readerOf(language).read(text, prepared), language, tagged, options.abstainBelow ?? 0);
  };
  return {
    read: readOne,
    readMany: (texts) => texts.map(readOne),
    explain: (text) => {
      const prepared = preparedText(text.text);
      if (textKind(prepared) !== 'text') return null;
      const language = languageOf(text, prepared);
      return isReadLanguage(language) ? readerOf(language).read(text, prepared) : null;
    },
  };
}
